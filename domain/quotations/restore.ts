import { compareParts } from "./compare";
import { alikePairs, MOST_PAIRS } from "./word-differences";

/** One word of a text and where it stands; `core` is what two spellings of it share. */
type Placed = { readonly core: string; readonly start: number; readonly end: number };

/** From word `from` to before word `to` of the verbatim. */
type Stretch = { readonly from: number; readonly to: number };

/**
 * The words of the verbatim for each piece of a quotation that stands in several, as when "she said" is in the
 * middle. A piece is held in its place by the words that it has kept; words that were left out between two pieces, or
 * cut off at the start or the end, stay out. Null where it cannot be told which words belong to which piece: then only
 * a person can put it right. The pieces come without the quotation marks around them.
 */
export function restoredParts(verbatim: string, displayed: readonly string[]): string[] | null {
  const said = placedWords(verbatim);
  const shown = displayed.map(placedWords);
  if (said.length * shown.flat().length > MOST_PAIRS) return null;
  const anchors = anchorsIn(said, shown);
  const stretches = anchors ? stretchesOf(anchors, said.length) : eachAlone(said, shown);
  if (!stretches) return null;
  const parts = stretches.map(({ from, to }, index) =>
    endedAs(displayed[index] ?? "", verbatim.slice(said[from]?.start, said[to - 1]?.end)),
  );
  const holds = (words: readonly string[]) => compareParts(verbatim, words).standing !== "altered";
  return holds(parts) || parts.every((part) => holds([part])) ? parts : null;
}

function placedWords(text: string): Placed[] {
  return [...text.matchAll(/\S+/gu)].flatMap((match) => {
    const core = match[0].toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    return core ? [{ core, start: match.index, end: match.index + match[0].length }] : [];
  });
}

/** Which words of the verbatim each piece has kept: the first and the last of them, and how many of its own words stand
 * before and after these. */
type Anchor = {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
};

/** Null where a piece has not kept half of its words: what is alike may be so by chance. */
function anchorOf(
  pairs: readonly (readonly [number, number])[],
  start: number,
  length: number,
): Anchor | null {
  const kept = pairs.filter(([, at]) => at >= start && at < start + length);
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last || kept.length * 2 < length) return null;
  return { first: first[0], last: last[0], before: first[1] - start, after: start + length - 1 - last[1] };
}

/** The pieces one after the other, as a quotation runs on behind "she said". */
function anchorsIn(said: readonly Placed[], shown: readonly (readonly Placed[])[]): Anchor[] | null {
  const all = shown.flat();
  const pairs = alikePairs(said.length, all.length, (one, other) => said[one]?.core === all[other]?.core);
  const anchors: Anchor[] = [];
  let start = 0;
  for (const piece of shown) {
    const anchor = anchorOf(pairs, start, piece.length);
    if (!anchor) return null;
    anchors.push(anchor);
    start += piece.length;
  }
  return anchors;
}

/** The same words shown twice, each time whole or in part. */
function eachAlone(said: readonly Placed[], shown: readonly (readonly Placed[])[]): Stretch[] | null {
  const stretches = shown.flatMap((piece) => {
    const anchors = anchorsIn(said, [piece]);
    return (anchors && stretchesOf(anchors, said.length)) ?? [];
  });
  return stretches.length === shown.length ? stretches : null;
}

/** The words between two anchors go to the piece that has other words there. Where both have, they are divided as the
 * pieces' own words are, if there are as many. */
function stretchesOf(anchors: readonly Anchor[], length: number): Stretch[] | null {
  const cuts: { end: number; start: number }[] = [];
  for (let index = 0; index <= anchors.length; index += 1) {
    const [left, right] = [anchors[index - 1], anchors[index]];
    const [from, to] = [left ? left.last + 1 : 0, right?.first ?? length];
    const [after, before] = [left?.after ?? 0, right?.before ?? 0];
    if (after > 0 && before > 0 && to - from !== after + before) return null;
    cuts.push({
      end: after > 0 ? (before > 0 ? from + after : to) : from,
      start: before > 0 ? (after > 0 ? from + after : from) : to,
    });
  }
  return anchors.map((_, index) => ({ from: cuts[index]?.start ?? 0, to: cuts[index + 1]?.end ?? length }));
}

/** Punctuation behind a piece belongs to the sentence that it stands in: a comma before "she said" stays. */
function endedAs(shown: string, words: string): string {
  const [end = ""] = /[,;:.](?=[^\p{L}\p{N}]*$)/u.exec(shown) ?? [];
  return end && !/[?!…]$/u.test(words) ? words.replace(/[,;:.]*$/u, end) : words;
}
