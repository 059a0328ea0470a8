import { newId } from "@/db/schema/columns";
import { saveQuote } from "@/db/write-quotes";
import type { Actor } from "@/domain/people";
import type { QuoteRecord } from "@/domain/quote-record";
import type { NewEvidence, NewOccasion, NewSource, QuoteEntry } from "@/domain/quote-rules";

/** A named person whom nobody has put down yet, but for what is given. */
export const newSource = (given: Partial<NewSource> = {}): NewSource => {
  const id = newId();
  return {
    id,
    kind: "person",
    name: `Marta ${id}`,
    role: "",
    organisation: "",
    unnamed: false,
    publicDescription: "",
    unnamedReason: "",
    credibility: "",
    ...given,
  };
};

/** A talk by phone on the record, but for what is given. */
export const newOccasion = (given: Partial<NewOccasion> = {}): NewOccasion => ({
  id: newId(),
  kind: "interview",
  channel: "phone",
  saidOn: "2026-11-20",
  place: "",
  groundRule: "on_record",
  ...given,
});

export const notes = (text: string): NewEvidence => ({
  kind: "notes",
  text,
  href: "",
  startsAt: null,
  page: "",
});

/** A quote as the form sends it: of a new person, in a new talk, with nothing behind it, but for what is given. */
export const entryWith = (given: Partial<QuoteEntry> = {}): QuoteEntry => ({
  id: newId(),
  source: { new: newSource() },
  occasion: { new: newOccasion() },
  verbatim: "They are running down the clock on us",
  translation: "",
  language: "en-GB",
  evidence: [],
  note: "",
  ...given,
});

/** Puts a quote down and answers it as it stands on record. Throws where it is refused. */
export async function savedQuote(by: Actor, entry: QuoteEntry = entryWith()): Promise<QuoteRecord> {
  const answer = await saveQuote(by, entry);
  if (!answer.ok) throw new Error(answer.why);
  return answer.value;
}
