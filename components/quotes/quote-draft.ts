import { v7 as newId } from "uuid";
import { isSafeLink } from "@/domain/body/links";
import type { EvidenceFile, EvidenceRecord, OccasionRecord, QuoteRecord } from "@/domain/quote-record";
import type { NewEvidence, NewOccasion, QuoteEntry } from "@/domain/quote-rules";
import {
  type Channel,
  channelNames,
  type EvidenceKind,
  type GroundRule,
  isWithin,
  type OccasionKind,
  occasionKindNames,
  type SourceKind,
  secondsOf,
  stricter,
  timeCode,
} from "@/domain/quotes";
import { refusalWords } from "@/domain/refusal";
import type { Statement } from "@/domain/sourcing";

/** A source as it was chosen from the library. */
export type ChosenSource = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly kind: SourceKind;
  readonly unnamed: boolean;
  readonly publicDescription: string;
};

/** A source that is put down in the form itself. The id is made once, so that a retry makes no second one. */
export type FreshSource = ChosenSource & { readonly unnamedReason: string; readonly credibility: string };

export type DraftPiece = {
  readonly key: string;
  readonly kind: EvidenceKind;
  /** Notes, a title, where a recording lies; of a link its address. */
  readonly text: string;
  readonly href: string;
  /** As typed: "04:12". */
  readonly time: string;
  readonly page: string;
  /** Where in the recording the words end, as typed. */
  readonly until: string;
  /** An archive's copy of a link. */
  readonly archive: string;
  /** The recording or the document itself, once it was sent. */
  readonly file: EvidenceFile | null;
  /** A file for this piece is on its way. */
  readonly sending: boolean;
};

/** Everything in the quote form as it is typed. It is never kept in the browser's storage: it may name a source. */
export type QuoteDraft = {
  readonly id: string;
  readonly speaker: ChosenSource | null;
  readonly fresh: FreshSource | null;
  /** The occasion that is on record already, or null for a new one. */
  readonly occasion: OccasionRecord | null;
  readonly newOccasionId: string;
  /** "interview:phone": the kind of occasion and its channel. Empty until chosen. */
  readonly said: string;
  readonly when: string;
  readonly where: string;
  readonly groundRule: GroundRule;
  /** Whether the words state a fact or an opinion; null until somebody says. */
  readonly statement: Statement | null;
  readonly verbatim: string;
  readonly translation: string;
  readonly language: string;
  readonly pieces: readonly DraftPiece[];
  readonly note: string;
};

export const emptyPiece = (kind: EvidenceKind = "notes"): DraftPiece => ({
  key: newId(),
  kind,
  text: "",
  href: "",
  time: "",
  page: "",
  until: "",
  archive: "",
  file: null,
  sending: false,
});

export const freshSource = (name: string): FreshSource => ({
  id: newId(),
  kind: "person",
  name,
  role: "",
  organisation: "",
  unnamed: false,
  publicDescription: "",
  unnamedReason: "",
  credibility: "",
});

/** The words without the quotation marks around them and without the comma that belongs to the sentence they stood in. */
export const bareWords = (words: string): string =>
  words
    .trim()
    .replace(/^["“”„«‘'‚‹]+\s*/u, "")
    .replace(/\s*["“”»’'›]+$/u, "")
    .replace(/,$/u, "");

/** The form as it opens: on a quote that is on record, or on words of a text. */
export function firstDraft(given: {
  verbatim: string;
  record?: QuoteRecord | undefined;
  speaker?: ChosenSource | undefined;
  language: string;
}): QuoteDraft {
  const { record } = given;
  return {
    id: record?.id ?? newId(),
    speaker: record?.source ?? given.speaker ?? null,
    fresh: null,
    occasion: record?.occasion ?? null,
    newOccasionId: newId(),
    ...occasionFields(record?.occasion ?? null),
    groundRule: record?.groundRule ?? "on_record",
    statement: record?.statement ?? null,
    verbatim: record?.verbatim ?? bareWords(given.verbatim),
    translation: record?.translation ?? "",
    language: given.language,
    pieces: record && record.evidence.length > 0 ? record.evidence.map(draftPiece) : [emptyPiece()],
    note: record?.note ?? "",
  };
}

const draftPiece = (piece: EvidenceRecord): DraftPiece => ({
  key: piece.id,
  kind: piece.kind,
  text: piece.kind === "link" ? piece.href || piece.text : piece.text,
  href: piece.kind === "link" ? "" : piece.href,
  time: piece.startsAt === null ? "" : timeCode(piece.startsAt),
  page: piece.page,
  until: piece.endsAt ? timeCode(piece.endsAt) : "",
  archive: piece.archiveHref ?? "",
  file: piece.file ?? null,
  sending: false,
});

/** Where the words begin or end in a recording, marked while listening: seconds. The words begin in the second that is
 * playing, and end by the end of it. An end that no longer comes after the beginning is taken away; null for an end
 * that would not. */
export function marked(
  piece: Pick<DraftPiece, "time" | "until">,
  mark: "start" | "end",
  seconds: number,
): Pick<DraftPiece, "time" | "until"> | null {
  if (mark === "start") {
    const start = Math.floor(seconds);
    const end = secondsOf(piece.until);
    return { time: timeCode(start), until: end !== null && end > start ? piece.until : "" };
  }
  const end = Math.ceil(seconds);
  return end > (secondsOf(piece.time) ?? 0)
    ? { time: piece.time || timeCode(0), until: timeCode(end) }
    : null;
}

/** The fields that an occasion fills in. */
export const occasionFields = (occasion: Omit<OccasionRecord, "id" | "groundRule"> | null) => ({
  said: occasion ? saidValue(occasion.kind, occasion.channel) : "",
  when: occasion?.saidOn ?? "",
  where: occasion?.place ?? "",
});

const saidValue = (kind: OccasionKind, channel: Channel | null): string => `${kind}:${channel ?? ""}`;

/** "Interview by phone", "Press conference". */
export function saidWords(value: string): string {
  const [kind, channel] = value.split(":") as [OccasionKind, Channel | ""];
  return `${occasionKindNames[kind]}${channel ? ` ${channelNames[channel]}` : ""}`;
}

/** How words reach a newsroom, the commonest first. */
export const saidValues: readonly string[] = [
  saidValue("interview", "in_person"),
  saidValue("interview", "phone"),
  saidValue("interview", "video"),
  saidValue("interview", "email"),
  saidValue("interview", "message"),
  saidValue("press_conference", null),
  saidValue("statement", "email"),
  saidValue("statement", "writing"),
  saidValue("statement", "in_person"),
  saidValue("broadcast", null),
  saidValue("document", null),
  saidValue("post", null),
  saidValue("earlier_report", null),
];

export type DraftProblems = Partial<
  Record<"speaker" | "description" | "verbatim" | "said" | "groundRule" | "evidence" | "time", string>
>;

/** What is missing or wrong, by the field in which to mend it. */
export function problemsIn(draft: QuoteDraft): DraftProblems {
  const { speaker, fresh, occasion } = draft;
  const problems: DraftProblems = {};
  if (!speaker && !fresh) problems.speaker = "Say who said it: a source from the library, or a new one.";
  else if (fresh && !fresh.name.trim())
    problems.speaker = fresh.unnamed
      ? "Give this source a name for the desk: one that points at nobody."
      : "Give the new source a name.";
  if (fresh?.unnamed && !fresh.publicDescription.trim())
    problems.description = "Say how readers are told of this source.";
  if (!draft.verbatim.trim()) problems.verbatim = "Put down the words exactly as they were said.";
  if (!draft.said) problems.said = "Choose how it was said.";
  if (occasion && !isWithin(draft.groundRule, occasion.groundRule))
    problems.groundRule = refusalWords.ground_rule_too_wide;
  if (draft.pieces.some((piece) => piece.sending))
    problems.evidence = "A file is still on its way. Save when it has arrived, or stop sending it.";
  for (const { kind, time, until } of draft.pieces) {
    if (kind !== "recording") continue;
    if ([time, until].some((code) => code.trim() && secondsOf(code) === null))
      problems.time = "Give the time in the recording as minutes and seconds, such as 04:32.";
    else if (until.trim() && (secondsOf(until) ?? 0) <= (secondsOf(time) ?? Number.POSITIVE_INFINITY))
      problems.time = "The words end in the recording after they begin: give both times.";
  }
  if (draft.pieces.some((piece) => badLink(piece)))
    problems.evidence ??= "A link to evidence must begin with https:// or http://.";
  return problems;
}

function badLink(piece: DraftPiece): boolean {
  const hrefs = [piece.kind === "link" ? piece.text : piece.href, piece.kind === "link" ? piece.archive : ""];
  return hrefs.some((href) => href.trim() !== "" && !isSafeLink(href.trim()));
}

/** The draft as the server takes it. A piece of evidence in which nothing was typed is left out. */
export function entryOf(draft: QuoteDraft, storyId: string | undefined): QuoteEntry {
  const { speaker, fresh, occasion } = draft;
  return {
    id: draft.id,
    storyId,
    source: fresh
      ? { new: onlyWhatHolds(fresh, draft.groundRule !== "on_record") }
      : { id: speaker?.id ?? "" },
    occasion: occasion ? { id: occasion.id } : { new: newOccasionOf(draft) },
    verbatim: draft.verbatim,
    translation: draft.translation,
    language: draft.language.trim(),
    groundRule: occasion ? stricter(draft.groundRule, occasion.groundRule) : undefined,
    statement: draft.statement,
    evidence: draft.pieces
      .filter((piece) => piece.text.trim() || piece.href.trim() || fileOf(piece))
      .map(evidenceOf),
    note: draft.note,
  };
}

/** What was typed before a box was unticked, or another ground rule chosen, says nothing any more. */
const onlyWhatHolds = (source: FreshSource, withheld: boolean): FreshSource =>
  source.unnamed || withheld
    ? source
    : { ...source, publicDescription: "", unnamedReason: "", credibility: "" };

/** The occasion that the fields describe. */
export function newOccasionOf(draft: QuoteDraft): NewOccasion {
  const [kind, channel] = draft.said.split(":") as [OccasionKind, Channel | ""];
  return {
    id: draft.newOccasionId,
    kind,
    channel: channel || null,
    saidOn: draft.when || null,
    place: draft.where,
    groundRule: draft.groundRule,
  };
}

/** A file stands for the kind that it is of: after another kind was chosen it is left out. */
export const fileOf = ({ file, kind }: DraftPiece): EvidenceFile | null =>
  file?.kind === kind ? file : null;

function evidenceOf(piece: DraftPiece): NewEvidence {
  const isLink = piece.kind === "link";
  return {
    kind: piece.kind,
    text: isLink ? "" : piece.text,
    href: isLink ? piece.text : piece.href,
    startsAt: piece.kind === "recording" ? secondsOf(piece.time) : null,
    endsAt: piece.kind === "recording" ? secondsOf(piece.until) : null,
    page: piece.kind === "document" ? piece.page : "",
    archiveHref: isLink ? piece.archive : "",
    fileId: fileOf(piece)?.id ?? null,
  };
}
