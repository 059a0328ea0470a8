import { isVerified, type Verification } from "./quotes";

/** A quote as the checking view walks to it. */
export type ToCheck = { readonly quoteId: string; readonly verification: Verification };

/** How far a story has come: how many of its quotes a second person has held against their evidence. */
export const checkedSoFar = (quotes: readonly ToCheck[]): number =>
  quotes.filter((quote) => isVerified(quote.verification)).length;

/** The next quote that nobody has checked, from this place on and around again; this place itself where there is none. */
export function nextUnchecked(quotes: readonly ToCheck[], at: number): number {
  for (let step = 1; step <= quotes.length; step += 1) {
    const place = (at + step) % quotes.length;
    const quote = quotes[place];
    if (quote && !isVerified(quote.verification)) return place;
  }
  return at;
}

export type Verdict = "checked" | "confirmed" | "doubt" | "next" | "previous" | "unchecked" | "play";

/** What each key says. Letters alone: with Ctrl, Alt or Meta they are the browser's. */
export const verdictKeys: Readonly<Record<string, Verdict>> = {
  c: "checked",
  f: "confirmed",
  x: "doubt",
  n: "next",
  arrowright: "next",
  b: "previous",
  arrowleft: "previous",
  u: "unchecked",
  p: "play",
};

/** The figures choose which piece of evidence the words are held against: "1" the first. Null for any other key. */
export const pieceOfKey = (key: string): number | null => (/^[1-9]$/.test(key) ? Number(key) - 1 : null);
