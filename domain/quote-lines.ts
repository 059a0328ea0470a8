import { dateFormat } from "./date-format";
import { bestEvidence } from "./publication/notes";
import { type EvidenceRecord, isWithheld, type OccasionRecord, type QuoteRecord } from "./quote-record";
import {
  channelNames,
  type EvidenceKind,
  evidenceKindNames,
  groundRuleNames,
  isVerified,
  occasionKindNames,
  timeCode,
} from "./quotes";
import { meterOf, type StoryQuotation, type TiedQuotation } from "./story-quotes";

/** What tells one quotation of a story from the others: its quote, or its place in the text. */
export const quotationKey = (quotation: StoryQuotation): string =>
  quotation.kind === "tied" ? quotation.quoteId : `untied-${quotation.from}`;

const signs = new WeakMap<StoryQuotation, string>();

/** All that is shown of a quotation, in one string: the same for as long as only its place moves. */
export function signOf(quotation: StoryQuotation): string {
  const known = signs.get(quotation);
  if (known !== undefined) return known;
  const unplaced = { ...quotation, from: 0, to: 0 };
  const parts = quotation.kind === "tied" ? quotation.parts.map((part) => part.text) : null;
  const sign = JSON.stringify({ ...unplaced, parts });
  signs.set(quotation, sign);
  return sign;
}

/** The same quotation at other places of the text, one for each of its pieces: what is shown of it stays known. */
export function atPlaces(
  quotation: StoryQuotation,
  places: readonly { readonly from: number; readonly to: number }[],
): StoryQuotation {
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return quotation;
  const place = { from: first.from, to: last.to };
  const pieces = quotation.kind === "tied" ? quotation.parts : [quotation];
  if (pieces.every(({ from, to }, at) => from === places[at]?.from && to === places[at]?.to))
    return quotation;
  const moved: StoryQuotation =
    quotation.kind === "tied"
      ? { ...quotation, ...place, parts: quotation.parts.map((part, at) => ({ ...part, ...places[at] })) }
      : { ...quotation, ...place };
  const known = signs.get(quotation);
  if (known !== undefined) signs.set(moved, known);
  return moved;
}

/** "2026-11-20" as "20 Nov", with the year where it is not `year`. */
export function shortDay(day: string, year: number): string {
  return dateFormat("en-GB", {
    day: "numeric",
    month: "short",
    ...(day.startsWith(String(year)) ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** "Interview, 20 Nov, by phone, Chandler Street": an occasion as it is offered on the desk. */
export function occasionOffer(occasion: Omit<OccasionRecord, "id" | "groundRule">, year: number): string {
  return [
    occasionKindNames[occasion.kind],
    occasion.saidOn ? shortDay(occasion.saidOn, year) : "day not noted",
    occasion.channel ? channelNames[occasion.channel] : "",
    occasion.place,
  ]
    .filter(Boolean)
    .join(", ");
}

/** "on the record", "background, confidential": what stands behind the speaker's name on a card. */
export function groundRuleInWords(record: QuoteRecord): string {
  const rule = groundRuleNames[record.groundRule].toLowerCase();
  return isWithheld(record) && record.groundRule !== "off_record" ? `${rule}, confidential` : rule;
}

const kept: Record<EvidenceKind, string> = {
  recording: "recording",
  notes: "notes on file",
  document: "document on file",
  link: "link on file",
};

/** "Interview by phone, 20 Nov, recording at 04:12". */
export function cardLine(record: QuoteRecord, year: number): string {
  const { kind, channel, saidOn, place } = record.occasion;
  const best = bestEvidence(record);
  const piece = record.evidence.find((each) => each.kind === best);
  const at = piece?.startsAt != null ? ` at ${timeCode(piece.startsAt)}` : "";
  const page = piece?.page ? `, page ${piece.page}` : "";
  return [
    `${occasionKindNames[kind]}${channel ? ` ${channelNames[channel]}` : ""}`,
    place,
    saidOn ? shortDay(saidOn, year) : "",
    best ? `${kept[best]}${at}${page}` : "no evidence yet",
  ]
    .filter(Boolean)
    .join(", ");
}

const against: Record<EvidenceKind, string> = {
  recording: "the recording",
  notes: "notes",
  document: "the document",
  link: "the original",
};

/** How a quotation stands: `sourced` may be printed as it is, `attention` asks for something, `broken` stands in the way. */
export type Tag = { readonly tone: "sourced" | "attention" | "broken"; readonly words: string };

export function tagOf(quotation: StoryQuotation): Tag {
  if (quotation.kind === "tied") return tiedTag(quotation);
  if (quotation.short) return { tone: "attention", words: "Short: listed for the editor, does not block" };
  return { tone: "broken", words: "Unattributed: blocks publication" };
}

const retracted: Tag = { tone: "broken", words: "Retracted: blocks publication" };
const disputed: Tag = { tone: "attention", words: "Disputed: see why before it is printed" };

function tiedTag({ record, standing }: TiedQuotation): Tag {
  if (!record)
    return { tone: "broken", words: "The quote behind these words is not there, or not for you to see" };
  if (record.groundRule === "off_record")
    return { tone: "broken", words: "Off the record: may not be printed" };
  if (record.state === "retracted") return retracted;
  if (standing === "altered") return { tone: "broken", words: "Altered: not what was said" };
  if (record.state === "disputed") return disputed;
  return withheldTag(record) ?? verifiedTag(record, standing === "verbatim");
}

function withheldTag(record: QuoteRecord): Tag | null {
  if (!isWithheld(record)) return null;
  const { publicDescription, unnamedReason, attestedBy } = record.source;
  if (!publicDescription.trim()) return { tone: "attention", words: "Needs a description for readers" };
  if (!unnamedReason.trim()) return { tone: "attention", words: "Needs the reason why there is no name" };
  if (attestedBy.length === 0) return { tone: "attention", words: "Needs an editor who knows the name" };
  return null;
}

function verifiedTag(record: QuoteRecord, verbatim: boolean): Tag {
  if (!isVerified(record.verification)) {
    return record.evidence.length > 0
      ? { tone: "attention", words: "Evidence on file, not yet checked by a second person" }
      : { tone: "attention", words: "Noted, with no evidence on file yet" };
  }
  const best = bestEvidence(record);
  const how =
    record.verification === "confirmed"
      ? "confirmed with the source"
      : `checked against ${best ? against[best] : "its evidence"}`;
  const words = verbatim ? `Verbatim, ${how}` : `${how.charAt(0).toUpperCase()}${how.slice(1)}`;
  return { tone: "sourced", words };
}

/** How a quote stands on its own, whatever any story makes of it. */
export function recordTag(record: QuoteRecord): Tag {
  if (record.groundRule === "off_record")
    return { tone: "attention", words: "Off the record: never for print" };
  if (record.state === "retracted") return { tone: "broken", words: "Retracted: not to be printed" };
  if (record.state === "disputed") return { tone: "attention", words: "Disputed" };
  return withheldTag(record) ?? verifiedTag(record, false);
}

/** "Recording at 04:12: Recorder 2, file 118": one piece of evidence, and what a check is put down as made against. */
export function evidenceLine(piece: Omit<EvidenceRecord, "id">): string {
  const until = piece.startsAt !== null && piece.endsAt ? `–${timeCode(piece.endsAt)}` : "";
  const at = piece.startsAt === null ? "" : ` at ${timeCode(piece.startsAt)}${until}`;
  const page = piece.page ? `, page ${piece.page}` : "";
  const what = piece.text || piece.href || piece.file?.title;
  return `${evidenceKindNames[piece.kind]}${at}${what ? `: ${what}` : ""}${page}`;
}

const weight = { broken: 0, attention: 1, sourced: 2 } as const;

/** The quotations of a story as its panel lists them: what stands in the way first, then the order of the text. Those
 * too short to need a source come apart, and are not counted. What is counted is what the board counts. */
export function panelOf(quotations: readonly StoryQuotation[]): {
  readonly counted: readonly StoryQuotation[];
  readonly short: readonly StoryQuotation[];
  readonly verified: number;
  readonly unattributed: number;
  readonly altered: number;
  /** Checked, and still not to be printed: their unnamed source lacks a description, a reason or an attestation. */
  readonly unvouched: number;
} {
  const counted = quotations.filter((each) => each.kind === "tied" || !each.short);
  const sorted = [...counted].sort(
    (one, other) => weight[tagOf(one).tone] - weight[tagOf(other).tone] || one.from - other.from,
  );
  return {
    counted: sorted,
    short: quotations.filter((each) => each.kind === "untied" && each.short),
    verified: meterOf(quotations).verified,
    unattributed: counted.filter((each) => each.kind === "untied").length,
    altered: counted.filter((each) => each.kind === "tied" && each.standing === "altered").length,
    unvouched: counted.filter((each) => each.kind === "tied" && each.record && withheldTag(each.record))
      .length,
  };
}
