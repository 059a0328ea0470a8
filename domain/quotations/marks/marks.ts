import { type Mark, pairMarks } from "./pair-marks";

/** A stretch between quotation marks, marks included, inside one paragraph. */
export type MarkedSpan = {
  start: number;
  end: number;
  /** Where the words themselves begin and end, without the marks. */
  innerStart: number;
  innerEnd: number;
  paragraph: number;
  /** False when the paragraph ends before a closing mark comes. */
  closed: boolean;
  /** A whole paragraph of a quotation set off as a block, without marks of its own. */
  block?: true;
};

export type Paragraph = { start: number; end: number };

const LETTER = /[\p{L}\p{N}]/u;
const DECADE_OR_ELISION =
  /^(?:\d\d\b|\d0s|em\b|tis\b|twas\b|til\b|cause\b|bout\b|round\b|n['’]|er\b|ere\b|nuff\b)/iu;

/** The paragraphs of a text; a single line break ends one too. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && text[at] !== "\n") continue;
    if (text.slice(start, at).trim()) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}

/**
 * Every stretch in quotation marks at the outermost level, in order: curly, straight, doubled apostrophes, « »,
 * „ “, 「 」, and single marks where the house style is single. Apostrophes, feet and inches are not marks.
 */
export function markedSpans(text: string, paragraphs: readonly Paragraph[]): MarkedSpan[] {
  const doubles = paragraphs.map((paragraph, index) => {
    const next = paragraphs[index + 1];
    return pairMarks(doubleMarks(text, paragraph), continuesInto(text, next, /^\s*(?:["“„«「]|''|``)/u));
  });
  const singles = paragraphs.map((paragraph, index) => {
    const next = paragraphs[index + 1];
    return pairMarks(singleMarks(text, paragraph), continuesInto(text, next, /^\s*[‘']/u));
  });
  const found: MarkedSpan[] = [];
  const single = isSingleHouse(doubles, singles);
  paragraphs.forEach((paragraph, index) => {
    const outer = (single ? singles[index] : doubles[index]) ?? [];
    const other = single ? (doubles[index] ?? []) : [];
    for (const { open, close } of [...outer, ...outside(other, outer)]) {
      const end = close ? close.at + close.length : trimmedEnd(text, paragraph);
      const innerStart = open.at + open.length;
      const innerEnd = close ? close.at : end;
      if (!LETTER.test(text.slice(innerStart, innerEnd))) continue;
      found.push({ start: open.at, end, innerStart, innerEnd, paragraph: index, closed: close !== null });
    }
  });
  return found.sort((left, right) => left.start - right.start);
}

/** The spans with each paragraph inside a block made one span; `blocks` are stretches of the text, in order. */
export function withBlocks(
  text: string,
  paragraphs: readonly Paragraph[],
  spans: readonly MarkedSpan[],
  blocks: readonly Paragraph[],
): readonly MarkedSpan[] {
  if (blocks.length === 0) return spans;
  const blockOf = new Map<number, number>();
  let block = 0;
  paragraphs.forEach(({ start, end }, index) => {
    while ((blocks[block]?.end ?? Infinity) < end) block += 1;
    if ((blocks[block]?.start ?? Infinity) <= start) blockOf.set(index, block);
  });
  const found = spans.filter(({ paragraph }) => !blockOf.has(paragraph));
  for (const [paragraph, own] of blockOf) {
    const bounds = paragraphs[paragraph];
    if (!bounds || !LETTER.test(text.slice(bounds.start, bounds.end))) continue;
    const start = bounds.end - text.slice(bounds.start, bounds.end).trimStart().length;
    const end = trimmedEnd(text, bounds);
    const closed = blockOf.get(paragraph + 1) !== own;
    found.push({ start, end, innerStart: start, innerEnd: end, paragraph, closed, block: true });
  }
  return found.sort((left, right) => left.start - right.start);
}

type Pair = { open: Mark; close: Mark | null };

function continuesInto(text: string, next: Paragraph | undefined, opener: RegExp): boolean {
  return next !== undefined && opener.test(text.slice(next.start, next.start + 8));
}

function trimmedEnd(text: string, paragraph: Paragraph): number {
  return paragraph.start + text.slice(paragraph.start, paragraph.end).trimEnd().length;
}

/** Those of `pairs` that no one of `holders` touches; both are in order, so one walk does. */
function outside(pairs: readonly Pair[], holders: readonly Pair[]): Pair[] {
  let at = 0;
  return pairs.filter((pair) => {
    while (at < holders.length && (holders[at]?.close?.at ?? Infinity) < pair.open.at) at += 1;
    const holder = holders[at];
    return !holder || holder.open.at > (pair.close?.at ?? Infinity);
  });
}

/** Single marks are the house style when more of them stand outside doubles than doubles outside them. */
function isSingleHouse(doubles: readonly Pair[][], singles: readonly Pair[][]): boolean {
  let single = 0;
  let double = 0;
  doubles.forEach((pairs, index) => {
    const others = singles[index] ?? [];
    double += pairs.length - insideCount(pairs, others);
    single += others.length - insideCount(others, pairs);
  });
  return single > double;
}

/** How many of `pairs` lie inside one of `holders`; both are in order, so one walk does. */
function insideCount(pairs: readonly Pair[], holders: readonly Pair[]): number {
  let count = 0;
  let at = 0;
  for (const pair of pairs) {
    while (at < holders.length && (holders[at]?.close?.at ?? Infinity) < pair.open.at) at += 1;
    const holder = holders[at];
    if (
      holder &&
      holder.open.at < pair.open.at &&
      (pair.close?.at ?? Infinity) <= (holder.close?.at ?? Infinity)
    ) {
      count += 1;
    }
  }
  return count;
}

const DOUBLE = /''|``|["“”„‟«»「」]/gu;

function doubleMarks(text: string, paragraph: Paragraph): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(DOUBLE)) {
    const at = paragraph.start + match.index;
    const length = match[0].length;
    const { opening, closing, inches } = shape(text, paragraph, at, length);
    const mark = { at, length, open: opening, close: closing, skip: inches ? 0.3 : 2.5 };
    if (match[0] === "“") mark.close += 1.2;
    if (match[0] === "“" || match[0] === "``") mark.open = Math.min(mark.open, 0.6);
    if (match[0] === "”") {
      mark.open += 1.2;
      mark.close = Math.min(mark.close, 0.6);
    }
    if (match[0] === "„") mark.close += 6;
    // No blank stands around these, and neither can be the other.
    if (match[0] === "「") Object.assign(mark, { open: 0, close: 6 });
    if (match[0] === "」") Object.assign(mark, { open: 6, close: 0 });
    marks.push(mark);
  }
  return marks;
}

type Shape = { opening: number; closing: number; inches: boolean };

/** What a mark's neighbours say of it: the price of reading it as an opening and as a closing mark. */
function shape(text: string, paragraph: Paragraph, at: number, length: number): Shape {
  const before = at > paragraph.start ? (text[at - 1] ?? " ") : " ";
  const after = at + length < paragraph.end ? (text[at + length] ?? " ") : " ";
  const spaceBefore = /[\s([{—–\-/]/u.test(before);
  const spaceAfter = /[\s)\]}—–.,;:?!]/u.test(after);
  const opening = (spaceBefore ? 0 : 1.6) + (/\s/u.test(after) ? 1.2 : 0);
  const closing = (/\s/u.test(before) ? 1.6 : 0) + (spaceAfter ? 0 : 1);
  return { opening, closing, inches: /\d/u.test(before) && spaceAfter };
}

function singleMarks(text: string, paragraph: Paragraph): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(/[‘’']/gu)) {
    const at = paragraph.start + match.index;
    const before = at > paragraph.start ? (text[at - 1] ?? " ") : " ";
    const after = at + 1 < paragraph.end ? (text[at + 1] ?? " ") : " ";
    if (match[0] !== "‘" && LETTER.test(before) && LETTER.test(after)) continue;
    if (before === "'" || after === "'") continue;
    const elided = DECADE_OR_ELISION.test(text.slice(at + 1, at + 8));
    marks.push(singleMark(match[0], at, before, after, elided));
  }
  return marks;
}

function singleMark(char: string, at: number, before: string, after: string, elided: boolean): Mark {
  const opensWell = /[\s([{—–"“]/u.test(before) && /[\p{L}\p{N}[…£$€"“.]/u.test(after);
  const closesWell = !/\s/u.test(before) && !LETTER.test(after);
  const open = (opensWell ? 0 : 4) + (char === "’" ? 2.5 : 0) + (elided ? 2 : 0);
  const close = (closesWell ? 0 : 4) + (char === "‘" ? 2.5 : 0) + (LETTER.test(before) ? 0.4 : 0);
  let skip = 2.5;
  if (elided) skip = 0.1;
  else if (/\d/u.test(before)) skip = 0.4;
  else if (char !== "‘" && /s/iu.test(before)) skip = 0.6;
  else if (char !== "‘" && /\p{L}/u.test(before)) skip = 1.2;
  else if (char === "’" && opensWell) skip = 0.4;
  return { at, length: 1, open, close, skip };
}
