import type { StaffName } from "./people";
import { inPerson, notes, type SeedQuote } from "./records";

/** Words that are on file and may be in no story. */
export const offTheRecord: readonly (SeedQuote & { readonly by: StaffName })[] = [
  {
    by: "tomas",
    source: "harbourmaster",
    occasion: inPerson(-5, "the harbour office", "off_record"),
    verbatim:
      "Between ourselves, I told them in August that the survey boat was due for scrap and nobody wrote it down",
    evidence: [notes("Shorthand book 14, p. 31. He asked twice that it go no further.")],
    note: "Ask for the August minutes instead. If they show it, we do not need him.",
  },
];
