import type { Body, BodyMark, BodyNode } from "./body";

/** A stretch of text with one set of marks. `start` and `end` count UTF-16 units in the plain text, `pos` is the
 * editor's own position of the first character. */
export type Run = {
  readonly start: number;
  readonly end: number;
  readonly pos: number;
  readonly text: string;
  readonly marks: readonly BodyMark[];
};

/** The plain text of a body: blocks parted by a blank line, with a map back to the marks and the editor's positions.
 * Pull quotes are left out of `text`, for they repeat words; they are listed in `pullQuotes`. Internal notes are left
 * out altogether: no count, check, search or publication may know of them. */
export type PlainText = {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly pullQuotes: readonly {
    readonly quoteId: string | null;
    readonly text: string;
    readonly pos: number;
  }[];
  readonly pictures: readonly Block[];
  readonly embeds: readonly Block[];
  /** Where in `text` the block quotations stand, in order: all of such words are a quotation, with marks or without. */
  readonly setOff: readonly { readonly start: number; readonly end: number }[];
};

/** A block that holds no text of its own. */
type Block = { readonly attrs: Readonly<Record<string, unknown>>; readonly pos: number };

/** Blocks and marks of a text that hold nothing, and count one place in the editor. */
const leaves = new Set(["picture", "embed", "horizontalRule", "hardBreak"]);

/** How many places of the editor a block takes. */
export const sizeOf = (node: BodyNode): number =>
  node.type === "text"
    ? (node.text ?? "").length
    : leaves.has(node.type)
      ? 1
      : (node.content ?? []).reduce((size, child) => size + sizeOf(child), 2);

export function readBody(body: Body): PlainText {
  const runs: Run[] = [];
  const pullQuotes: { quoteId: string | null; text: string; pos: number }[] = [];
  const pictures: Block[] = [];
  const embeds: Block[] = [];
  const setOff: { start: number; end: number }[] = [];
  let text = "";
  // Asked of the text itself, a long one would be put together anew for each block.
  let end = "";

  const add = (piece: string, pos: number, marks: readonly BodyMark[]) => {
    runs.push({ start: text.length, end: text.length + piece.length, pos, text: piece, marks });
    text += piece;
    end = (end + piece.slice(-2)).slice(-2);
  };

  /** Reads a node at `pos` and answers its size in the editor's count. */
  const read = (node: BodyNode, pos: number): number => {
    if (node.type === "text") {
      add(node.text ?? "", pos, node.marks ?? []);
      return (node.text ?? "").length;
    }
    if (node.type === "hardBreak") {
      add("\n", pos, node.marks ?? []);
      return 1;
    }
    if (node.type === "picture") pictures.push({ attrs: node.attrs ?? {}, pos });
    if (node.type === "embed") embeds.push({ attrs: node.attrs ?? {}, pos });
    if (leaves.has(node.type)) return 1;
    if (node.type === "internalNote") return wordsOf(node).length + 2;
    if (node.type === "pullQuote") {
      const words = wordsOf(node);
      pullQuotes.push({ quoteId: (node.attrs?.quoteId as string | null) ?? null, text: words, pos });
      return words.length + 2;
    }
    const isTextBlock = node.type === "paragraph" || node.type === "heading";
    if (isTextBlock && text.length > 0 && end !== "\n\n") {
      text += "\n\n";
      end = "\n\n";
    }
    const from = text.length;
    let size = node.type === "doc" ? 0 : 1;
    for (const child of node.content ?? []) size += read(child, pos + size);
    if (node.type === "blockquote") {
      // The blank line before it is not its own.
      const start = from + (/^\n*/.exec(text.slice(from))?.[0].length ?? 0);
      if (start < text.length) setOff.push({ start, end: text.length });
    }
    return node.type === "doc" ? size : size + 1;
  };

  read(body, 0);
  return { text, runs, pullQuotes, pictures, embeds, setOff };
}

/** The text of a block that holds plain words and nothing else. */
const wordsOf = (node: BodyNode): string => (node.content ?? []).map((child) => child.text ?? "").join("");

/** The editor's position of a character of the plain text. */
export function positionOf(plain: PlainText, offset: number): number {
  const run = plain.runs.find((each) => offset >= each.start && offset < each.end) ?? plain.runs.at(-1);
  return run ? run.pos + Math.min(offset, run.end) - run.start : 1;
}

/** Words of a text, as a person counts them: runs of letters and figures. Scripts without spaces count by the segmenter. */
export function countWords(text: string): number {
  let words = 0;
  for (const piece of text.split(/\s+/u)) {
    if (!/[\p{L}\p{N}]/u.test(piece)) continue;
    words += spaceless.test(piece) ? wordsIn(piece) : 1;
  }
  return words;
}

const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
function wordsIn(text: string): number {
  let words = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words += 1;
  return words;
}

/** Whole minutes at 230 words a minute, the middle of what studies of silent reading find (Brysbaert 2019: 238). At least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 230));
