import type { Mark, Node, Slice } from "@tiptap/pm/model";
import { diffArrays } from "diff";

/** One change of a text: what stands between `from` and `to` gives way to `slice`. Positions are the editor's, in the text
 * as it was; `at` and `end` are where the slice stands in the text as it became. */
export type BodyChange = { readonly from: number; readonly to: number; readonly slice: Slice };
export type PlacedChange = BodyChange & { readonly at: number; readonly end: number };

/** What leads from one text to another, in order, word by word. Each change can be made or left out by itself, and all of
 * them made give the other text, node for node, with its marks and attributes. */
export function changesBetween(before: Node, after: Node): PlacedChange[] {
  const all = hunksBetween(before, after).flatMap((hunk) => rangesIn(before, after, hunk));
  const [first, last] = [all[0], all.at(-1)];
  // A text written anew is one change: nobody reads a list as long as that.
  const ranges =
    first && last && all.length > mostChanges
      ? [{ from: first.from, to: last.to, at: first.at, end: last.end }]
      : all;
  return standingAlone(before, after, ranges).map((range) => ({
    ...range,
    slice: after.slice(range.at, range.end),
  }));
}

/** So many changes are told one by one. */
const mostChanges = 400;

type Range = { readonly from: number; readonly to: number; readonly at: number; readonly end: number };

/** The stretches in which whole blocks differ. Letters are compared within them alone, so that a word changed in a long
 * story is found at once. */
function hunksBetween(before: Node, after: Node): Range[] {
  const [old, now] = [before.children, after.children];
  const isSame = (one: Node | undefined, other: Node | undefined) =>
    one === other || Boolean(one && other && one.nodeSize === other.nodeSize && one.eq(other));
  const hunks: Range[] = [];
  let [from, at, i, k] = [0, 0, 0, 0];
  while (i < old.length || k < now.length) {
    const [one, other] = [old[i], now[k]];
    if (one && isSame(one, other)) {
      [from, at, i, k] = [from + one.nodeSize, at + one.nodeSize, i + 1, k + 1];
      continue;
    }
    const [skipOld, skipNow] = nextAgreement(old, now, i, k, isSame);
    // As many blocks as before are most likely the same blocks with other words in them.
    const [ofOld, ofNow] = skipOld === skipNow ? [1, 1] : [skipOld, skipNow];
    for (let taken = ofOld; taken < skipOld; taken += 1, i += 1, k += 1) {
      const [to, end] = [from + sizeOf(old.slice(i, i + 1)), at + sizeOf(now.slice(k, k + 1))];
      hunks.push({ from, to, at, end });
      [from, at] = [to, end];
    }
    const to = from + sizeOf(old.slice(i, i + ofOld));
    const end = at + sizeOf(now.slice(k, k + ofNow));
    hunks.push({ from, to, at, end });
    [from, at, i, k] = [to, end, i + ofOld, k + ofNow];
  }
  return hunks;
}

const sizeOf = (nodes: readonly Node[]) => nodes.reduce((size, node) => size + node.nodeSize, 0);

/** How many blocks of either text come before the nearest two that are the same. */
function nextAgreement(
  old: readonly Node[],
  now: readonly Node[],
  i: number,
  k: number,
  isSame: (one: Node | undefined, other: Node | undefined) => boolean,
): [number, number] {
  const most = old.length - i + now.length - k;
  // Two texts that have little in common are compared as one: nobody reads a list of changes as long as that.
  for (let far = 1; far <= Math.min(most, 400); far += 1) {
    for (let skipOld = 0; skipOld <= far; skipOld += 1) {
      const skipNow = far - skipOld;
      if (i + skipOld < old.length && k + skipNow < now.length && isSame(old[i + skipOld], now[k + skipNow]))
        return [skipOld, skipNow];
    }
  }
  return [old.length - i, now.length - k];
}

/** A word, a space, a sign, or the beginning or end of a block; `key` tells what it is set in, too: a bold word in place
 * of a plain one is a change. */
type Token = { readonly key: string; readonly pos: number; readonly size: number; readonly text: string };

function tokensIn(doc: Node, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const read = (node: Node, pos: number): void => {
    const set = marksKey(node.marks);
    if (node.isText) {
      let at = pos;
      for (const text of (node.text ?? "").match(pieces) ?? []) {
        tokens.push({ key: `${text}\u0000${set}`, pos: at, size: text.length, text });
        at += text.length;
      }
      return;
    }
    const { name } = node.type;
    tokens.push({ key: `<${name} ${JSON.stringify(node.attrs)}\u0000${set}`, pos, size: 1, text: "" });
    if (node.isLeaf) return;
    node.forEach((child, offset) => {
      read(child, pos + 1 + offset);
    });
    tokens.push({ key: `</${name}`, pos: pos + node.nodeSize - 1, size: 1, text: "" });
  };
  let pos = 0;
  for (const child of doc.children) {
    if (pos >= from && pos < to) read(child, pos);
    pos += child.nodeSize;
  }
  return tokens;
}

/** Words with what is written in one with them, runs of spaces, and every other sign by itself. */
const pieces = /[\p{L}\p{M}\p{N}]+(?:[’'\u2010-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu;

/** So many tokens may differ in one stretch. Two that have less in common are one change: nobody reads a list as long. */
const mostDiffering = 1_000;

function rangesIn(before: Node, after: Node, hunk: Range): Range[] {
  const old = tokensIn(before, hunk.from, hunk.to);
  const now = tokensIn(after, hunk.at, hunk.end);
  const found = diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
    { maxEditLength: mostDiffering },
  );
  if (!found) return [hunk];
  const runs: Run[] = [];
  let [i, k] = [0, 0];
  for (const { added, removed, count = 0 } of found) {
    const last = runs.at(-1);
    const [out, put] = [removed ? count : 0, added ? count : 0];
    if (out + put > 0) {
      if (last && last.to === i && last.end === k)
        runs[runs.length - 1] = { ...last, to: i + out, end: k + put };
      else runs.push({ from: i, to: i + out, at: k, end: k + put });
    }
    i += added ? 0 : count;
    k += removed ? 0 : count;
  }
  const places = (tokens: readonly Token[], end: number) => (index: number) => tokens[index]?.pos ?? end;
  const [posOld, posNow] = [places(old, hunk.to), places(now, hunk.end)];
  const told: Run[] = [];
  const joined = joinedOverSpaces(runs, old).map((run) => trimmed(run, old, now));
  joined.forEach((run, index) => {
    // Something stays between two changes, or nobody could say which of them comes first.
    const room = {
      before: run.from - (told.at(-1)?.to ?? -1) - 1,
      after: (joined[index + 1]?.from ?? old.length + 1) - run.to - 1,
    };
    told.push(slid(run, old, now, room));
  });
  return told.map(({ from, to, at, end }) =>
    withinWord(
      { from: posOld(from), to: posOld(to), at: posNow(at), end: posNow(end) },
      old.slice(from, to),
      now.slice(at, end),
    ),
  );
}

/** The same as a Range, counted in tokens. */
type Run = Range;

/** Phrases with nothing in common but the spaces between their words are one change. */
function joinedOverSpaces(runs: readonly Run[], old: readonly Token[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const isGap = last && old.slice(last.to, run.from).every(({ text }) => text !== "" && text.trim() === "");
    const goAndCome =
      last && (last.to > last.from || run.to > run.from) && (last.end > last.at || run.end > run.at);
    if (isGap && goAndCome) joined[joined.length - 1] = { ...last, to: run.to, end: run.end };
    else joined.push(run);
  }
  return joined;
}

/** Without what both begin and end with. */
function trimmed(run: Run, old: readonly Token[], now: readonly Token[]): Run {
  let { from, to, at, end } = run;
  while (to > from && end > at && old[to - 1]?.key === now[end - 1]?.key) [to, end] = [to - 1, end - 1];
  while (to > from && end > at && old[from]?.key === now[at]?.key) [from, at] = [from + 1, at + 1];
  return { from, to, at, end };
}

/** Words that come or go can often be told in several ways: "asked[. Not one]." is "asked.[ Not one.]" too. Told is the
 * last that begins with a space, or else the last. */
function slid(
  run: Run,
  old: readonly Token[],
  now: readonly Token[],
  room: { readonly before: number; readonly after: number },
): Run {
  const isPut = run.from === run.to;
  if (!isPut && run.at !== run.end) return run;
  const tokens = isPut ? now : old;
  const [start, end] = isPut ? [run.at, run.end] : [run.from, run.to];
  const isSame = (one: number, other: number) =>
    tokens[one] !== undefined && tokens[one].key === tokens[other]?.key;
  let first = 0;
  while (-first < room.before && isSame(start + first - 1, end + first - 1)) first -= 1;
  let best = first;
  let isBestSpaced = isSpace(tokens[start + first]);
  for (let by = first + 1; by <= room.after && isSame(start + by - 1, end + by - 1); by += 1) {
    const isSpaced = isSpace(tokens[start + by]);
    if (isSpaced || !isBestSpaced) [best, isBestSpaced] = [by, isSpaced];
  }
  return { from: run.from + best, to: run.to + best, at: run.at + best, end: run.end + best };
}

const isSpace = (token: Token | undefined) =>
  token !== undefined && token.text !== "" && token.text.trim() === "";

/** Letters that come or go within one word are told by themselves. */
function withinWord(range: Range, old: readonly Token[], now: readonly Token[]): Range {
  const [one, other] = [old[0], now[0]];
  if (old.length !== 1 || now.length !== 1 || !one?.text || !other?.text) return range;
  if (one.key.slice(one.text.length) !== other.key.slice(other.text.length)) return range;
  const most = Math.min(one.size, other.size);
  let start = 0;
  while (start < most && one.text[start] === other.text[start]) start += 1;
  let end = 0;
  while (end < most - start && one.text.at(-1 - end) === other.text.at(-1 - end)) end += 1;
  // Half of a letter of two units is none.
  const isWhole =
    one.text.slice(start, one.size - end).isWellFormed() &&
    other.text.slice(start, other.size - end).isWellFormed();
  if (start + end < most || !isWhole) return range;
  return { from: range.from + start, to: range.to - end, at: range.at + start, end: range.end - end };
}

const keys = new WeakMap<readonly Mark[], string>();
function marksKey(marks: readonly Mark[]): string {
  const known = keys.get(marks);
  if (known !== undefined) return known;
  const made = marks.map((mark) => `${mark.type.name}${JSON.stringify(mark.attrs)}`).join();
  keys.set(marks, made);
  return made;
}

/** Changes that make sense only together (a list begun and ended, a block taken apart) become one. */
function standingAlone(before: Node, after: Node, ranges: readonly Range[]): Range[] {
  const alone: Range[] = [];
  let held: Range | null = null;
  for (const range of ranges) {
    const next: Range = held ? { ...held, to: range.to, end: range.end } : range;
    if (fits(before, after, next)) {
      alone.push(next);
      held = null;
    } else held = next;
  }
  while (held) {
    const last: Range | undefined = alone.pop();
    held = last
      ? { ...last, to: held.to, end: held.end }
      : { from: 0, to: before.content.size, at: 0, end: after.content.size };
    if (!last || fits(before, after, held)) {
      alone.push(held);
      held = null;
    }
  }
  return alone;
}

/** Whether a change can be made where no other is, and left out where all the others are made. */
const fits = (before: Node, after: Node, { from, to, at, end }: Range): boolean =>
  withChange(before, { from, to, slice: after.slice(at, end) }) !== null &&
  withChange(after, { from: at, to: end, slice: before.slice(from, to) }) !== null;

/** The text with one change made, or null where it does not go in. */
export function withChange(doc: Node, { from, to, slice }: BodyChange): Node | null {
  try {
    return doc.replace(from, to, slice);
  } catch {
    return null;
  }
}

/** The text with these changes made, and the numbers of those that could not be: they lie over one that was made before
 * them in the list. */
export function withChanges(
  doc: Node,
  changes: readonly BodyChange[],
): { readonly doc: Node; readonly left: readonly number[] } {
  const left: number[] = [];
  const taken: { change: BodyChange; index: number }[] = [];
  changes.forEach((change, index) => {
    if (taken.some((other) => overlap(other.change, change))) left.push(index);
    else taken.push({ change, index });
  });
  // From the last to the first, so that none moves the place of another. Of two at one place the first comes first.
  taken.sort((one, other) => other.change.from - one.change.from || other.index - one.index);
  let made = doc;
  for (const { change, index } of taken) {
    const next = withChange(made, change);
    if (next) made = next;
    else left.push(index);
  }
  return { doc: made, left: left.sort((one, other) => one - other) };
}

const overlap = (one: BodyChange, other: BodyChange) => one.from < other.to && other.from < one.to;

/** Where a place of the text is once these changes of it are made; null for one that lies within what is changed. */
export function carriedOver(
  place: { readonly from: number; readonly to: number },
  made: readonly BodyChange[],
): number | null {
  let at = place.from;
  for (const { from, to, slice } of made) {
    if (place.to <= from) continue;
    if (place.from < to) return null;
    at += slice.size - (to - from);
  }
  return at;
}
