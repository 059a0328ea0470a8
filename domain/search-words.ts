/** A name that has a page, as it is written and in plain lower-case letters. */
export type NameKnown = {
  readonly kind: "author" | "speaker";
  readonly slug: string;
  readonly name: string;
  readonly plain: string;
};

const mostWords = 6;
/** Words that stand in some names, and mean nobody. */
const notNames = new Set(["or", "the", "and", "for", "from", "with"]);

/** Letters without their accents, in lower case. */
const plainLetters = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What was asked for, as far as it can be searched for: one line, with plain quotation marks, without the character that
 * no text in the database has. */
export function wordsAsked(q: string | readonly string[] | undefined): string {
  const words = typeof q === "string" ? q : (q ?? []).join(" ");
  return words
    .replaceAll("\u0000", " ")
    .replace(/[“”„«»「」]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}

/** The words in a search that may be somebody's name: none that is left out or stands in a phrase. */
export function nameWords(asked: string): string[] {
  const loose = asked.replace(/"[^"]*"?/g, " ").replace(/(^|\s)-\S*/g, " ");
  const words = plainLetters(loose).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length > 2 && !notNames.has(word)).slice(0, mostWords);
}

/** Whether two words are the same but for a slip: one letter in a word of four to seven, two in a longer one. Two letters
 * that changed places are one slip. */
export function isNear(one: string, other: string): boolean {
  const allowed = one.length < 4 ? 0 : one.length < 8 ? 1 : 2;
  if (Math.abs(one.length - other.length) > allowed) return false;
  return slips(one, other) <= allowed;
}

/** How many letters were put in, left out, changed or swapped (optimal string alignment). */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      let least = Math.min((above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + same);
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) least = Math.min(least, (before[at - 2] ?? 0) + 1);
      line.push(least);
    }
    [before, above] = [above, line];
  }
  return above[other.length] ?? 0;
}

const partsOf = (plain: string): string[] => plain.split(/[\s-]+/).filter(Boolean);

/** Those of these names that the words mean, the likeliest first: each that has a word of the search as a part of it,
 * letter for letter or nearly. Where some have all the words, the others are left out. */
export function namesMeant(words: readonly string[], known: readonly NameKnown[]): NameKnown[] {
  const weighed = known.map((each) => {
    const parts = partsOf(each.plain);
    const points = words.map((word) =>
      parts.includes(word) ? 1 : parts.some((part) => isNear(word, part)) ? 0.8 : 0,
    );
    return {
      each,
      hits: points.filter((point) => point > 0).length,
      points: points.reduce<number>((sum, point) => sum + point, 0),
    };
  });
  const most = Math.max(0, ...weighed.map(({ hits }) => hits));
  return weighed
    .filter(({ hits }) => hits > 0 && hits === most)
    .sort((one, other) => other.points - one.points || one.each.name.localeCompare(other.each.name))
    .map(({ each }) => each);
}

/** The search with its slips in names put right, or null where there is none: a word that no name has, and that is nearly
 * a part of one of these. */
export function spelledRight(asked: string, known: readonly NameKnown[]): string | null {
  const parts = known.flatMap(({ plain }) => partsOf(plain));
  let right = asked;
  for (const word of nameWords(asked)) {
    if (parts.includes(word)) continue;
    const part = parts.find((each) => isNear(word, each));
    if (part) right = replacedWord(right, word, part);
  }
  return right === asked ? null : right;
}

const replacedWord = (text: string, word: string, by: string): string =>
  text
    .split(" ")
    .map((each) => (plainLetters(each) === word ? by : each))
    .join(" ");

/** Two characters of the private use area stand where a match begins and ends in a passage that the database cut out. */
export const passageMarks = { begin: "\uE000", end: "\uE001" } as const;

/** A passage in pieces; the marked ones are what was searched for. */
export type Passage = readonly { readonly text: string; readonly marked: boolean }[];

const signs = /[\p{P}\s]+$/u;

/** A passage as it is shown: with the sign of leaving out where the text goes on before or behind it (`from` is how the
 * whole text begins, `to` how it ends), and a dot between a line that is no sentence, such as a heading, and the next. */
export function passageOf(cut: string, { from, to }: { from: string; to: string }): Passage {
  const { begin, end } = passageMarks;
  const bare = cut.replaceAll(begin, "").replaceAll(end, "").trim();
  const isStart = bare.startsWith(from.trim().slice(0, bare.length));
  // The database leaves off the sign that ends a text.
  const last = to.trim().replace(signs, "");
  const isEnd = bare.replace(signs, "").endsWith(last.slice(-bare.length));
  const text = (isEnd ? cut.trim().replace(signs, "") + to.trim().slice(last.length) : cut.trim()).replace(
    /([.!?…:;,”"’»)]\uE001?)?\s*\n\s*/gu,
    (_, ended) => (ended ? `${ended} ` : " · "),
  );
  return `${isStart ? "" : "… "}${text}${isEnd ? "" : " …"}`
    .split(begin)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, marked: false }];
      const [found = "", ...rest] = part.split(end);
      return [
        { text: found, marked: true },
        { text: rest.join(""), marked: false },
      ];
    })
    .filter((piece) => piece.text !== "");
}

/** A day of the calendar as YYYY-MM-DD, or undefined for what is none. */
export function dayAsked(day: unknown): string | undefined {
  if (typeof day !== "string" || !/^(19|20)\d\d-\d\d-\d\d$/.test(day)) return undefined;
  const noon = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(day) ? day : undefined;
}
