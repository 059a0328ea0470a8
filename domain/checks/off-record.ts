import type { PlainText } from "../body/read-body";
import { positionOf } from "../body/read-body";
import type { Words } from "../words";
import type { Place } from "./checked-story";

type Word = { readonly word: string; readonly start: number; readonly end: number };

/** Words as they are compared: without case, accents, marks and characters that cannot be seen. `start` and `end`
 * count in the text as it was given. */
function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}'’‘ʼ]*/gu)].flatMap((match) => {
    const word = match[0]
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}'’‘ʼ]/gu, "")
      .toLowerCase();
    return word ? [{ word, start: match.index, end: match.index + match[0].length }] : [];
  });
}

/** A record of fewer words than this is like nothing in particular: "yes" stands in every story. */
const least = 3;
/** As many words in a row as give a record away. */
const run = 6;

/** Answers, for one text, where it repeats the words of a record in their order: all of them, or six in a row. The text
 * is read once, for it is held against every record in the newsroom. */
function holderOf(text: string): (record: string) => { start: number; end: number } | null {
  const words = wordsIn(text);
  const places = new Map<number, Map<string, number>>();
  const placesOf = (size: number) => {
    const known = places.get(size);
    if (known) return known;
    const made = new Map<string, number>();
    for (let at = 0; at + size <= words.length; at += 1) {
      const key = keyOf(words, at, size);
      if (!made.has(key)) made.set(key, at);
    }
    places.set(size, made);
    return made;
  };
  return (record) => {
    const said = wordsIn(record);
    if (said.length < least) return null;
    const size = Math.min(run, said.length);
    for (let from = 0; from + size <= said.length; from += 1) {
      const at = placesOf(size).get(keyOf(said, from, size));
      const [first, last] = at === undefined ? [] : [words[at], words[at + size - 1]];
      if (first && last) return { start: first.start, end: last.end };
    }
    return null;
  };
}

const keyOf = (words: readonly Word[], from: number, size: number): string => {
  let key = "";
  for (let at = from; at < from + size; at += 1) key += ` ${words[at]?.word}`;
  return key;
};

/** One piece of a story that readers would see, and where it is. */
type Piece = { readonly text: string; readonly placeAt: (start: number, end: number) => Place };

/** Everything of a story that readers or their machines would be given, piece by piece. */
function publicPieces(words: Words, plain: PlainText): Piece[] {
  const field = (text: string, name: Extract<Place, { field: string }>["field"]): Piece => ({
    text,
    placeAt: () => ({ field: name }),
  });
  const at = (pos: number) => () => ({ from: pos, to: pos + 1 });
  const hero = words.hero;
  return [
    field(words.headline, "headline"),
    field(words.standfirst, "standfirst"),
    field(words.kicker, "kicker"),
    field(words.slug.replaceAll("-", " "), "address"),
    ...(hero ? [hero.alt, hero.caption, hero.credit].map((text) => field(text, "hero")) : []),
    {
      text: plain.text,
      placeAt: (start, end) => ({
        from: positionOf(plain, start),
        to: positionOf(plain, Math.max(start, end - 1)) + 1,
      }),
    },
    ...plain.pullQuotes.map(({ text, pos }) => ({ text, placeAt: at(pos) })),
    ...[...plain.pictures, ...plain.embeds].flatMap(({ attrs, pos }) =>
      textsIn(attrs).map((text) => ({ text, placeAt: at(pos) })),
    ),
    ...linksIn(plain).map(({ text, pos }) => ({ text, placeAt: at(pos) })),
  ];
}

/** All words among the attributes of a block, whatever they are called: a new one is looked at from the first day. */
const textsIn = (attrs: Readonly<Record<string, unknown>>): string[] =>
  Object.values(attrs).flatMap((value) => (typeof value === "string" ? [value] : []));

/** Titles and addresses of links, in which words can be hidden. */
const linksIn = (plain: PlainText): { text: string; pos: number }[] =>
  plain.runs.flatMap(({ marks, pos }) =>
    marks
      .filter((mark) => mark.type === "link")
      .flatMap((mark) => textsIn(mark.attrs ?? {}))
      .map((text) => ({ text: text.replace(/[-_/+.%]+/g, " "), pos })),
  );

/** Each place in which words of one of these records stand. */
export function offRecordPlaces(words: Words, plain: PlainText, records: readonly string[]): Place[] {
  if (records.length === 0) return [];
  return publicPieces(words, plain).flatMap(({ text, placeAt }) => {
    if (!text.trim()) return [];
    const holds = holderOf(text);
    const found = records.flatMap((record) => {
      const place = holds(record);
      return place ? [place] : [];
    });
    const starts = new Set<number>();
    return found
      .filter(({ start }) => !starts.has(start) && starts.add(start))
      .map(({ start, end }) => placeAt(start, end));
  });
}

/** Whether any of these texts repeats words of one of these records. */
export const repeatsOffRecord = (texts: readonly string[], records: readonly string[]): boolean =>
  texts.some((text) => {
    const holds = holderOf(text);
    return records.some((record) => holds(record) !== null);
  });
