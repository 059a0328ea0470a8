import { dateFormat } from "../date-format";
import { isWithheld, type OccasionRecord, type QuoteRecord } from "../quote-record";
import { channelNames, type EvidenceKind, isVerified, type OccasionKind } from "../quotes";
import type { PublicNote } from "./document";

/** "2026-11-20" as "20 Nov 2026". A day has no zone, so none is applied. */
export function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return dateFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);
}

const openings: Record<OccasionKind, (place: string, paper: string) => string> = {
  interview: (place, paper) => (place ? `Interview with ${paper}, ${place}` : `Interview with ${paper}`),
  press_conference: (place) => (place ? `Press conference, ${place}` : "Press conference"),
  statement: (place) => (place ? `Statement, ${place}` : "Statement"),
  broadcast: (place) => (place ? `On ${place}` : "Broadcast"),
  document: (place) => (place ? `Document, ${place}` : "Document"),
  post: (place) => (place ? `Post on ${place}` : "Post"),
  earlier_report: (place) => (place ? `Earlier report, ${place}` : "Earlier report"),
};

/** "Interview with the Record, Chandler Street, 20 Nov 2026, by phone." */
export function occasionLine(occasion: OccasionRecord, paper: string): string {
  const parts = [
    openings[occasion.kind](occasion.place.trim(), paper),
    occasion.saidOn ? dayInWords(occasion.saidOn) : "",
    occasion.channel ? channelNames[occasion.channel] : "",
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}

const kept: Record<EvidenceKind, string> = {
  recording: "Recorded.",
  notes: "Notes on file.",
  document: "Document on file.",
  link: "Published elsewhere.",
};
const against: Record<EvidenceKind, string> = {
  recording: "Checked against the recording",
  notes: "Checked against notes",
  document: "Checked against the document",
  link: "Checked against the original",
};
/** What weighs most comes first. */
const weight: readonly EvidenceKind[] = ["recording", "document", "notes", "link"];

/** The best evidence there is for a quote. */
export const bestEvidence = (record: Pick<QuoteRecord, "evidence">): EvidenceKind | null =>
  weight.find((kind) => record.evidence.some((each) => each.kind === kind)) ?? null;

const numbers = ["no editor", "an editor", "two editors", "three editors", "four editors"];
/** "an editor", "two editors": how many know who an unnamed source is. */
export const editorsInWords = (count: number): string => numbers[count] ?? `${count} editors`;

function verifiedLine(record: QuoteRecord): string {
  const best = bestEvidence(record);
  if (record.verification === "confirmed") return "Confirmed with the source";
  if (isVerified(record.verification)) return best ? against[best] : "Checked by a second person";
  return "Attributed, not yet checked by a second person";
}

/** The margin note of one quotation. Of a withheld source it takes the description and the reason, and nothing else:
 * neither name, role, organisation, place nor day, which could point at a person. */
export function noteOf(record: QuoteRecord, displayed: string, number: number, paper: string): PublicNote {
  const { source, occasion } = record;
  if (isWithheld(record)) {
    return {
      number,
      words: displayed,
      speaker: source.publicDescription.trim(),
      role: "",
      slug: null,
      speakerKind: null,
      ref: null,
      occasion: "",
      kept: "",
      verified: `Identity known to ${editorsInWords(source.attestedBy.length)}`,
      standing: "unnamed",
      unnamedReason: source.unnamedReason.trim(),
      credibility: source.credibility.trim(),
      saidOn: null,
    };
  }
  const best = bestEvidence(record);
  return {
    number,
    words: displayed,
    speaker: source.name,
    role: [source.role, source.organisation].filter(Boolean).join(", "),
    slug: source.slug,
    speakerKind: source.kind,
    ref: record.publicRef,
    occasion: occasionLine(occasion, paper),
    kept: best ? kept[best] : "",
    verified: verifiedLine(record),
    standing: isVerified(record.verification) ? "verified" : "attributed",
    unnamedReason: "",
    credibility: "",
    saidOn: occasion.saidOn,
  };
}
