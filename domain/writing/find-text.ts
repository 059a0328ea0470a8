/** How words are looked for. Without `matchCase` straight and curly marks, dashes and spaces of all kinds are alike, as
 * nobody can type the difference into a search box. */
export type Finding = { readonly matchCase: boolean; readonly wholeWords: boolean };

/** UTF-16 units of the text, from the first to after the last. */
export type Match = { readonly start: number; readonly end: number };

const alike: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟]/gu, '"'],
  [/[‘’‚‛]/gu, "'"],
  [/[‐‑–—]/gu, "-"],
  [/[\u00a0\u2009\u202f]/gu, " "],
];

/** The text as it is compared: of the same length, so that a place in one is a place in the other. */
function folded(text: string, { matchCase }: Finding): string {
  if (matchCase) return text;
  const plain = alike.reduce((before, [marks, mark]) => before.replace(marks, mark), text);
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  // A few letters grow when they are made small.
  return Array.from(plain, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join("");
}

const isWordy = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(letter);
const letterBefore = (text: string, at: number): string | undefined =>
  Array.from(text.slice(Math.max(0, at - 2), at)).at(-1);
const letterAt = (text: string, at: number): string | undefined => Array.from(text.slice(at, at + 2))[0];

/** Every place at which the words stand, one after the other; none overlaps the one before. */
export function matchesIn(text: string, wanted: string, how: Finding): Match[] {
  const [page, words] = [folded(text, how), folded(wanted, how)];
  if (words === "") return [];
  const matches: Match[] = [];
  for (let start = page.indexOf(words); start >= 0; ) {
    const end = start + words.length;
    const counts = !how.wholeWords || isWhole(page, start, end);
    if (counts) matches.push({ start, end });
    start = page.indexOf(words, counts ? end : start + 1);
  }
  return matches;
}

/** A word goes on where letters meet: at an end of the match that is itself a letter. */
function isWhole(text: string, start: number, end: number): boolean {
  const beginsInside = isWordy(letterAt(text, start)) && isWordy(letterBefore(text, start));
  const endsInside = isWordy(letterBefore(text, end)) && isWordy(letterAt(text, end));
  return !beginsInside && !endsInside;
}

/** The text with other words in each of those places. */
export function replacedIn(text: string, matches: readonly Match[], words: string): string {
  let written = "";
  let at = 0;
  for (const { start, end } of matches) {
    written += text.slice(at, start) + words;
    at = end;
  }
  return written + text.slice(at);
}
