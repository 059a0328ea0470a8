import type { Difference } from "./compare";
import { stopAfter, type Word } from "./displayed-words";

/** Above this many pairs of words the middle is shown as one change, so that a long paste stays quick. */
export const MOST_PAIRS = 4_000_000;

/** Lays two lists of words side by side: what both have, what is missing from the second, what it added. */
export function wordDifferences(said: readonly Word[], shown: readonly Word[]): Difference[] {
  const alike = likeness(shown);
  let start = 0;
  while (start < said.length && start < shown.length && alike(said[start], shown[start])) start += 1;
  let end = 0;
  const most = Math.min(said.length, shown.length) - start;
  while (end < most && alike(said.at(-1 - end), shown.at(-1 - end))) end += 1;
  const found: Marked[] = [];
  const mark = (kind: Difference["kind"], words: readonly Word[]) =>
    found.push(...words.map((word) => ({ kind, raw: word.raw })));
  mark("same", shown.slice(0, start));
  middle(said.slice(start, said.length - end), shown.slice(start, shown.length - end), alike, mark);
  mark("same", shown.slice(shown.length - end));
  return joined(found);
}

type Marked = { kind: Difference["kind"]; raw: string };

type Alike = (said: Word | undefined, shown: Word | undefined) => boolean;

/** Two words are alike with the same punctuation behind them; what is shown last may end in another way. */
function likeness(shown: readonly Word[]): Alike {
  const first = shown[0];
  const last = shown.at(-1);
  return (left, right) => {
    if (!left || !right) return false;
    const same =
      right === first ? left.core.toLowerCase() === right.core.toLowerCase() : left.core === right.core;
    return same && (right === last || stopAfter(left) === stopAfter(right));
  };
}

function middle(
  said: readonly Word[],
  shown: readonly Word[],
  alike: Alike,
  mark: (kind: Difference["kind"], words: readonly Word[]) => void,
): void {
  if (said.length * shown.length > MOST_PAIRS) {
    mark("missing", said);
    mark("added", shown);
    return;
  }
  let [i, j] = [0, 0];
  const pairs = alikePairs(said.length, shown.length, (one, other) => alike(said[one], shown[other]));
  for (const [one, other] of [...pairs, [said.length, shown.length] as const]) {
    mark("missing", said.slice(i, one));
    mark("added", shown.slice(j, other));
    mark("same", shown.slice(other, other + 1));
    [i, j] = [one + 1, other + 1];
  }
}

/** The longest line of pairs, in the order of both lists, whose two are alike; each list is named by its length. */
export function alikePairs(
  left: number,
  right: number,
  alike: (left: number, right: number) => boolean,
): readonly (readonly [left: number, right: number])[] {
  const width = right + 1;
  const common = new Uint32Array((left + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = left - 1; i >= 0; i -= 1) {
    for (let j = right - 1; j >= 0; j -= 1) {
      common[i * width + j] = alike(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < left && j < right) {
    if (alike(i, j)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function joined(marked: readonly Marked[]): Difference[] {
  const found: Difference[] = [];
  for (const { kind, raw } of marked) {
    const last = found.at(-1);
    const text = raw.trim();
    if (last?.kind === kind) last.text += /\s$/u.test(last.text) ? text : ` ${text}`;
    else found.push({ kind, text });
  }
  return found;
}
