import { type Actor, isEditor } from "./people";
import type { EvidenceRecord } from "./quote-record";
import {
  type Channel,
  type EvidenceKind,
  type GroundRule,
  isWithin,
  type OccasionKind,
  type SourceKind,
  stricter,
  type Verification,
  verifications,
} from "./quotes";
import type { Refusal } from "./refusal";
import { ok, type Result, refuse } from "./result";
import type { Statement } from "./sourcing";

/** Limits of what is typed about a quote, the same number on the page and at the server. Characters, but for `pieces`. */
export const quoteLimits = {
  verbatim: 10_000,
  note: 4_000,
  place: 200,
  evidence: 20_000,
  href: 2_000,
  page: 40,
  against: 300,
  pieces: 20,
} as const;

/** What a person puts down of a quote. The ids of a new source and a new occasion are made by the form, so that a
 * second press, or a retry after a lost answer, finds what the first one made. */
export type QuoteEntry = {
  readonly id: string;
  readonly storyId?: string | undefined;
  readonly source: { readonly id: string } | { readonly new: NewSource };
  readonly occasion: { readonly id: string } | { readonly new: NewOccasion };
  readonly verbatim: string;
  readonly translation: string;
  readonly language: string;
  /** Stricter than the occasion's, or left out. */
  readonly groundRule?: GroundRule | undefined;
  /** Left out or null while nobody has said. */
  readonly statement?: Statement | null | undefined;
  readonly evidence: NewEvidence[];
  readonly note: string;
};

export type NewSource = {
  readonly id: string;
  readonly kind: SourceKind;
  /** For an unnamed source the desk's pseudonym, never the name. */
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly unnamed: boolean;
  readonly publicDescription: string;
  readonly unnamedReason: string;
  readonly credibility: string;
};

export type NewOccasion = {
  readonly id: string;
  readonly kind: OccasionKind;
  readonly channel: Channel | null;
  /** YYYY-MM-DD in the newsroom's zone. */
  readonly saidOn: string | null;
  readonly place: string;
  readonly groundRule: GroundRule;
};

export type NewEvidence = {
  readonly kind: EvidenceKind;
  readonly text: string;
  readonly href: string;
  /** Seconds into a recording. */
  readonly startsAt: number | null;
  /** Where in the recording the words end; only after they began. */
  readonly endsAt?: number | null | undefined;
  readonly page: string;
  /** Where a link was kept from changing: an archive's copy of it. */
  readonly archiveHref?: string | undefined;
  /** The recording or the document itself, where the newsroom has it. */
  readonly fileId?: string | null | undefined;
};

/** The ground rule that holds for a quote. One that is freer than its occasion's is refused, and so are words off the
 * record when they are meant for a story. */
export function decideGroundRule(
  own: GroundRule | null | undefined,
  occasion: GroundRule,
  forStory: boolean,
): Result<GroundRule, Refusal> {
  if (own && !isWithin(own, occasion)) return refuse("ground_rule_too_wide");
  const holds = own ? stricter(own, occasion) : occasion;
  if (forStory && holds === "off_record") return refuse("off_the_record");
  return ok(holds);
}

/** The person who recorded a quote may change it, and so may an editor: the record is theirs, not the whole desk's. */
export const mayChangeQuote = (quote: { readonly recordedBy: string }, actor: Actor): boolean =>
  quote.recordedBy === actor.id || isEditor(actor);

/** What can change about a quote, in the words of the trail. */
export const quoteParts = [
  "verbatim",
  "translation",
  "source",
  "occasion",
  "ground rule",
  "fact or opinion",
  "evidence",
  "note",
] as const;
export type QuotePart = (typeof quoteParts)[number];

/** A quote as far as a change of it is judged. */
export type QuoteState = {
  readonly verbatim: string;
  readonly translation: string;
  readonly language: string;
  readonly sourceId: string;
  readonly occasionId: string;
  readonly groundRule: GroundRule | null;
  readonly statement: Statement | null;
  readonly evidence: readonly NewEvidence[];
  readonly note: string;
};

/** Which parts of a quote differ between two states of it. */
export function changedParts(before: QuoteState, after: QuoteState): QuotePart[] {
  const changed: Record<QuotePart, boolean> = {
    verbatim: before.verbatim !== after.verbatim,
    translation: before.translation !== after.translation || before.language !== after.language,
    source: before.sourceId !== after.sourceId,
    occasion: before.occasionId !== after.occasionId,
    "ground rule": before.groundRule !== after.groundRule,
    "fact or opinion": before.statement !== after.statement,
    evidence: !sameEvidence(before.evidence, after.evidence),
    note: before.note !== after.note,
  };
  return quoteParts.filter((part) => changed[part]);
}

/** One written form of a piece of evidence, by which two pieces are told apart. */
export const evidenceKey = (piece: NewEvidence | EvidenceRecord): string =>
  JSON.stringify([
    piece.kind,
    piece.text,
    piece.href,
    piece.startsAt,
    piece.page,
    piece.endsAt ?? null,
    piece.archiveHref ?? "",
    piece.fileId ?? null,
  ]);

function sameEvidence(before: readonly NewEvidence[], after: readonly NewEvidence[]): boolean {
  const keys = (pieces: readonly NewEvidence[]) => pieces.map(evidenceKey).sort().join("\n");
  return before.length === after.length && keys(before) === keys(after);
}

/** A check was of these words, by this source, on this occasion, against this evidence. When one of them changes,
 * nobody has checked the quote as it now stands. */
const checkedParts: readonly QuotePart[] = ["verbatim", "translation", "source", "occasion", "evidence"];
export const undoesChecks = (changed: readonly QuotePart[]): boolean =>
  changed.some((part) => checkedParts.includes(part));

/** A note is for the desk alone; everything else may show in a story, so an approval given before does not cover it. */
export const showsInStories = (changed: readonly QuotePart[]): boolean =>
  changed.some((part) => part !== "note");

/** Where a quote stands after it was saved: on the lowest step that its evidence reaches, unless it is unchanged. */
export function verificationAfter(
  before: Verification | null,
  changed: readonly QuotePart[],
  pieces: number,
): Verification {
  if (before && !undoesChecks(changed)) return before;
  return pieces > 0 ? "evidenced" : "noted";
}

/** What has to be known of a quote to decide on a step up the ladder. */
export type LadderFacts = {
  readonly verification: Verification;
  readonly pieces: number;
  /** Whoever wrote the record down, or rewrote it. */
  readonly recorders: readonly string[];
  /** Authors of the stories that show it. */
  readonly authors: readonly string[];
};

/** Whether this person may take a quote one step up: a second person, who says against what it was held. */
export function decideVerification(
  quote: LadderFacts,
  step: "checked" | "confirmed",
  actor: Actor,
  against: string,
): Result<Verification, Refusal> {
  if (quote.recorders.includes(actor.id) || quote.authors.includes(actor.id)) return refuse("own_quote");
  if (verifications.indexOf(quote.verification) >= verifications.indexOf(step))
    return refuse("already_there");
  if (quote.pieces === 0 || quote.verification === "noted") return refuse("no_evidence");
  if (step === "confirmed" && quote.verification !== "checked") return refuse("not_checked");
  if (!against.trim()) return refuse("note_needed");
  return ok(step);
}
