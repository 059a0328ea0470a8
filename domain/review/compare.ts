import { diffArrays, diffWordsWithSpace } from "diff";
import type { Words } from "../words";
import { type Leaf, leafText, leavesOf } from "./leaves";

/** A piece of a comparison: words that stayed, came or went. */
export type Piece = { readonly kind: "same" | "came" | "went"; readonly text: string };

/** One block of the comparison. `leaf` is the block as it is now; null where the whole block went. */
export type ComparedLeaf = {
  readonly leaf: Leaf | null;
  /** The block as it was, for one that went. */
  readonly was: Leaf | null;
  /** `moved`: these words stood elsewhere before; `left`: they stand elsewhere now. */
  readonly change: "same" | "changed" | "came" | "went" | "moved" | "left";
  readonly pieces: readonly Piece[];
};

/** `was` and `now` name who said the words; null: they are tied to no quote. */
export type ChangedTie = { readonly text: string; readonly was: string | null; readonly now: string | null };

export type ComparedLine = { readonly name: string; readonly pieces: readonly Piece[] };

/** What differs between two texts of a story, in the order of the newer one. */
export type Comparison = {
  readonly headline: readonly Piece[];
  readonly standfirst: readonly Piece[];
  /** Kicker, address, section, topics, lead picture: those that differ. */
  readonly lines: readonly ComparedLine[];
  readonly leaves: readonly ComparedLeaf[];
  /** Words that stand in both texts and are tied to another quote now, or to none, or were tied to none. */
  readonly ties: readonly ChangedTie[];
  readonly changes: number;
};

/** Names for what is kept as an id, so that a person can read what changed. */
export type Naming = {
  readonly section: (id: string) => string;
  readonly topic: (id: string) => string;
  /** Who said the words of a quote. */
  readonly speaker?: (quoteId: string) => string;
};

/** Compares word by word; a word is what stands between spaces. */
export const pieces = (before: string, after: string): Piece[] =>
  before === after
    ? [{ kind: "same", text: after }]
    : diffWordsWithSpace(before, after).map((part) => ({
        kind: part.added ? "came" : part.removed ? "went" : "same",
        text: part.value,
      }));

/** The readable difference between two texts of one story. */
export function compareTexts(before: Words, after: Words, naming: Naming): Comparison {
  const headline = pieces(before.headline, after.headline);
  const standfirst = pieces(before.standfirst, after.standfirst);
  const lines = linesOf(before, naming)
    .map(([name, was], index) => ({ name, pieces: pieces(was, linesOf(after, naming)[index]?.[1] ?? "") }))
    .filter((line) => line.pieces.some((piece) => piece.kind !== "same"));
  const [old, now] = [leavesOf(before.body), leavesOf(after.body)];
  const leaves = withMoves(compareLeaves(old, now));
  const ties = compareTies(old, now, naming);
  const changed = [headline, standfirst].filter((each) => each.some((piece) => piece.kind !== "same"));
  const here = leaves.filter(({ change }) => change !== "same" && change !== "left");
  const changes = changed.length + lines.length + ties.length + here.length;
  return { headline, standfirst, lines, leaves, ties, changes };
}

const linesOf = (words: Words, naming: Naming): [string, string][] => [
  ["Kicker", words.kicker],
  ["Section", words.sectionId ? naming.section(words.sectionId) : ""],
  ["Topics", words.topicIds.map(naming.topic).sort().join(", ")],
  ["Address", words.slug],
  ["Lead picture", words.hero ? [words.hero.alt, words.hero.caption, words.hero.credit].join(" · ") : ""],
];

function compareLeaves(before: readonly Leaf[], after: readonly Leaf[]): ComparedLeaf[] {
  const compared: ComparedLeaf[] = [];
  let went: Leaf[] = [];
  let came: Leaf[] = [];
  const settle = () => {
    compared.push(...pairUp(went, came));
    went = [];
    came = [];
  };
  const parts = diffArrays(before.map(keyOf), after.map(keyOf));
  let [old, now] = [0, 0];
  for (const part of parts) {
    const length = part.value.length;
    if (part.removed) went.push(...before.slice(old, old + length));
    else if (part.added) came.push(...after.slice(now, now + length));
    else {
      settle();
      compared.push(...after.slice(now, now + length).map(same));
    }
    if (!part.added) old += length;
    if (!part.removed) now += length;
  }
  settle();
  return compared;
}

const keyOf = (leaf: Leaf) => `${leaf.kind}${leaf.level} ${leafText(leaf)}`;
const same = (leaf: Leaf): ComparedLeaf => ({
  leaf,
  was: null,
  change: "same",
  pieces: [{ kind: "same", text: leafText(leaf) }],
});

/** Blocks that replaced others: each new one is held against the old one it shares most words with, in order; those
 * that share too little with any went or came whole. */
function pairUp(went: readonly Leaf[], came: readonly Leaf[]): ComparedLeaf[] {
  const compared: ComparedLeaf[] = [];
  let from = 0;
  for (const leaf of came) {
    const partner = went.findIndex((old, index) => index >= from && isLike(leafText(old), leafText(leaf)));
    const was = went[partner];
    if (was) {
      compared.push(...went.slice(from, partner).map(gone));
      compared.push({ leaf, was, change: "changed", pieces: pieces(leafText(was), leafText(leaf)) });
      from = partner + 1;
    } else {
      compared.push({ leaf, was: null, change: "came", pieces: [{ kind: "came", text: leafText(leaf) }] });
    }
  }
  return [...compared, ...went.slice(from).map(gone)];
}

const gone = (was: Leaf): ComparedLeaf => ({
  leaf: null,
  was,
  change: "went",
  pieces: [{ kind: "went", text: leafText(was) }],
});

/** A block that went from one place and came, word for word, in another has moved. Each is moved once. */
function withMoves(leaves: readonly ComparedLeaf[]): ComparedLeaf[] {
  const gone = new Map<string, number[]>();
  leaves.forEach(({ change, was }, index) => {
    if (change !== "went" || !was || !/\p{L}/u.test(leafText(was))) return;
    gone.set(keyOf(was), [...(gone.get(keyOf(was)) ?? []), index]);
  });
  const left = new Set<number>();
  const moved = leaves.map((compared) => {
    const from =
      compared.change === "came" && compared.leaf ? gone.get(keyOf(compared.leaf))?.shift() : undefined;
    if (from === undefined) return compared;
    left.add(from);
    return { ...compared, change: "moved" as const };
  });
  return moved.map((compared, index) =>
    left.has(index) ? { ...compared, change: "left" as const } : compared,
  );
}

type Tie = { readonly text: string; readonly quoteId: string };

/** Which words are tied to which quote, in the order of the text; a part in bold makes no second tie. */
function tiesOf(leaves: readonly Leaf[]): Tie[] {
  return leaves.flatMap(({ runs }) => {
    const ties: Tie[] = [];
    let before: unknown = null;
    for (const { text, marks } of runs) {
      const quoteId = marks.find(({ type }) => type === "quote")?.attrs?.quoteId;
      const last = ties.at(-1);
      if (typeof quoteId === "string") {
        if (last && before === quoteId) ties[ties.length - 1] = { text: last.text + text, quoteId };
        else ties.push({ text, quoteId });
      }
      before = quoteId;
    }
    return ties;
  });
}

function compareTies(before: readonly Leaf[], after: readonly Leaf[], naming: Naming): ChangedTie[] {
  const speaker = (id: string) => naming.speaker?.(id) ?? "another quote";
  const old = new Map<string, string[]>();
  for (const { text, quoteId } of tiesOf(before)) old.set(text, [...(old.get(text) ?? []), quoteId]);
  const stood = before.map(leafText).join("\n");
  const stands = after.map(leafText).join("\n");
  const changed: ChangedTie[] = [];
  for (const { text, quoteId } of tiesOf(after)) {
    const was = old.get(text)?.shift();
    if (was === quoteId || (was === undefined && !stood.includes(text))) continue;
    changed.push({ text, was: was === undefined ? null : speaker(was), now: speaker(quoteId) });
  }
  for (const [text, ids] of old) {
    if (!stands.includes(text)) continue;
    for (const id of ids) changed.push({ text, was: speaker(id), now: null });
  }
  return changed;
}

/** Whether two blocks share at least a third of the words of the longer one. */
export function isLike(one: string, other: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, second] = [words(one), words(other)];
  const left = new Map<string, number>();
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of second) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return shared * 3 >= Math.max(first.length, second.length, 1);
}
