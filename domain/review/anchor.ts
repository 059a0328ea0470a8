import type { Body } from "../body/body";
import { positionOf, readBody } from "../body/read-body";

/** Words of a text, with those just before and after, by which they are found again when the text has changed. */
export type Anchor = { readonly passage: string; readonly before: string; readonly after: string };

/** As many characters around a passage as are kept. */
export const contextLength = 60;
/** So many characters on either side are enough to find a place whose own words have changed. */
const enough = 10;

/** Where a passage stands in a text. `changed`: what stands between the words around it now is something else. */
export type Found = { readonly start: number; readonly end: number; readonly changed: boolean };

/** Finds a passage again: word for word, where there are several the one among the same words; else what has come
 * between the words that were around it, as long as both are there; else null, for then it is gone. */
export function findPassage(text: string, anchor: Anchor): Found | null {
  const passage = anchor.passage.trim();
  if (!passage) return null;
  let best: { start: number; score: number } | null = null;
  for (let start = text.indexOf(passage); start >= 0; start = text.indexOf(passage, start + 1)) {
    const score =
      sharedEnd(text.slice(0, start), anchor.before) +
      sharedStart(text.slice(start + passage.length), anchor.after);
    if (!best || score > best.score) best = { start, score };
  }
  if (best) return { start: best.start, end: best.start + passage.length, changed: false };
  return between(text, anchor, passage.length);
}

function between(text: string, anchor: Anchor, length: number): Found | null {
  const [before, after] = [anchor.before.trimEnd().slice(-24), anchor.after.trimStart().slice(0, 24)];
  if (before.length < enough || after.length < enough) return null;
  const from = text.indexOf(before);
  // The words before must name one place, or it would be guessed.
  if (from < 0 || text.indexOf(before, from + 1) >= 0) return null;
  const start = from + before.length;
  const end = text.indexOf(after, start);
  const room = text.slice(start, Math.max(start, end));
  if (end < 0 || room.trim() === "" || room.length > length * 2 + 40 || room.includes("\n\n")) return null;
  const lead = room.length - room.trimStart().length;
  return { start: start + lead, end: start + room.trimEnd().length, changed: true };
}

function sharedEnd(text: string, before: string): number {
  let count = 0;
  while (count < before.length && count < text.length && text.at(-1 - count) === before.at(-1 - count))
    count += 1;
  return count;
}

function sharedStart(text: string, after: string): number {
  let count = 0;
  while (count < after.length && count < text.length && text[count] === after[count]) count += 1;
  return count;
}

/** The words around a stretch of a text, as they are kept with its passage. */
export const contextOf = (text: string, start: number, end: number): Pick<Anchor, "before" | "after"> => ({
  before: text.slice(Math.max(0, start - contextLength), start),
  after: text.slice(end, end + contextLength),
});

/** Where a passage stands in a body, in the editor's positions. */
export function passageIn(body: Body, anchor: Anchor): { from: number; to: number; changed: boolean } | null {
  const plain = readBody(body);
  const found = findPassage(plain.text, anchor);
  return found
    ? {
        from: positionOf(plain, found.start),
        to: positionOf(plain, found.end - 1) + 1,
        changed: found.changed,
      }
    : null;
}

/** Where a passage begins that may be of any kind, or of no length: in the place where it stood, if all around is as it
 * was; else among the same words, the nearest to that place; null when neither it nor its place is there. */
export function placeOf(text: string, { passage, before, after }: Anchor, near: number): number | null {
  const scoreAt = (start: number) =>
    sharedEnd(text.slice(Math.max(0, start - before.length), start), before) +
    sharedStart(text.slice(start + passage.length, start + passage.length + after.length), after);
  const around = before.length + after.length;
  if (text.startsWith(passage, near) && scoreAt(near) === around && near <= text.length) return near;
  // A word is known by itself; a space, or a place between two letters, by what stands around it.
  const needed = passage.trim().length >= 3 ? Math.min(4, around) : Math.min(enough, around);
  let best: { start: number; score: number } | null = null;
  for (const start of passage ? placesOf(text, passage) : bordersOf(text, before, after)) {
    const score = scoreAt(start);
    if (score < needed) continue;
    const isNearer = best && score === best.score && Math.abs(start - near) < Math.abs(best.start - near);
    if (!best || score > best.score || isNearer) best = { start, score };
  }
  return best?.start ?? null;
}

function* placesOf(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

/** Places that follow the words before, or are followed by those after. */
function* bordersOf(text: string, before: string, after: string): Generator<number> {
  const [last, first] = [before.slice(-enough), after.slice(0, enough)];
  if (last) for (const at of placesOf(text, last)) yield at + last.length;
  if (first) yield* placesOf(text, first);
  if (!last && !first) yield 0;
}
