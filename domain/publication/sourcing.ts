import { isWithheld, type QuoteRecord } from "../quote-record";
import { type EvidenceKind, isVerified, type OccasionKind } from "../quotes";
import type { PublicSourceRow, PublicSourcing } from "./document";
import { bestEvidence, dayInWords, editorsInWords } from "./notes";

const how: Record<OccasionKind, (day: string) => string> = {
  interview: (day) => `interviewed${day && ` ${day}`}`,
  press_conference: (day) => `press conference${day && ` of ${day}`}`,
  statement: (day) => `statement${day && ` of ${day}`}`,
  broadcast: (day) => `broadcast${day && ` of ${day}`}`,
  document: (day) => `document${day && ` of ${day}`}`,
  post: (day) => `post of ${day}`.replace(/ of $/, ""),
  earlier_report: (day) => `earlier report${day && ` of ${day}`}`,
};
const labels: Record<EvidenceKind, string> = {
  recording: "Recording",
  notes: "Notes",
  document: "Document",
  link: "Link",
};

const counted = (count: number) => (count === 1 ? "1 quote" : `${count} quotes`);

/** "How this story was sourced": one row per source, in the order in which they speak. A source that is named in one
 * quote and withheld in another has two rows that do not point at each other. */
export function sourcingOf(records: readonly QuoteRecord[]): PublicSourcing {
  const groups = new Map<string, QuoteRecord[]>();
  for (const record of records) {
    const key = `${record.source.id} ${isWithheld(record)}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const rows = [...groups.values()].flatMap((group) => rowOf(group) ?? []);
  return {
    quotes: records.length,
    sources: rows.length,
    named: rows.filter((row) => row.standing !== "unnamed").length,
    rows,
  };
}

function rowOf(records: readonly QuoteRecord[]): PublicSourceRow | null {
  const first = records[0];
  if (!first) return null;
  if (isWithheld(first)) {
    const known = `Known to ${editorsInWords(first.source.attestedBy.length)}`;
    return {
      speaker: first.source.publicDescription.trim(),
      slug: null,
      line: `${known} · ${counted(records.length)}`,
      label: "Name withheld",
      standing: "unnamed",
    };
  }
  const { source, occasion } = first;
  const role = [source.role, source.organisation].filter(Boolean).join(", ");
  const said = how[occasion.kind](occasion.saidOn ? dayInWords(occasion.saidOn) : "");
  const line = [role, said, counted(records.length)].filter(Boolean).join(" · ");
  const kinds = records.map(bestEvidence);
  const best = (["recording", "document", "notes", "link"] as const).find((kind) => kinds.includes(kind));
  return {
    speaker: source.name,
    slug: source.slug,
    line: line.charAt(0).toUpperCase() + line.slice(1),
    label: best ? labels[best] : "Noted",
    standing: records.every((record) => isVerified(record.verification)) ? "verified" : "attributed",
  };
}
