import type { Body, BodyNode } from "../body/body";
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

/** The body with other words in place of a passage, or null when it is not there word for word, or runs over more than
 * one block. The new words are formatted, and tied to a quote, as the first of the old ones were. */
export function withReplaced(body: Body, anchor: Anchor, replacement: string): Body | null {
  const plain = readBody(body);
  const found = findPassage(plain.text, anchor);
  if (!found || found.changed) return null;
  // With words that go, the space before them goes too, or two would be left.
  const isSpaced = plain.text[found.start - 1] === " " && !/[\p{L}\p{N}]/u.test(plain.text[found.end] ?? " ");
  const start = replacement === "" && isSpaced ? found.start - 1 : found.start;
  const place = { from: positionOf(plain, start), to: positionOf(plain, found.end - 1) + 1 };
  let done = false;
  const size = (node: BodyNode): number =>
    node.type === "text"
      ? (node.text ?? "").length
      : node.content || !leaves.has(node.type)
        ? (node.content ?? []).reduce((sum, child) => sum + size(child), 2)
        : 1;
  const walk = <Node extends BodyNode>(node: Node, pos: number): Node => {
    const inside = node.type === "doc" ? pos : pos + 1;
    const end = inside + (node.content ?? []).reduce((sum, child) => sum + size(child), 0);
    if (!node.content || place.from < inside || place.to > end) return node;
    if (node.type === "paragraph" || node.type === "heading") {
      done = true;
      return { ...node, content: replaced(node.content, inside, place, replacement) };
    }
    let at = inside;
    const content = node.content.map((child) => {
      const next = walk(child, at);
      at += size(child);
      return next;
    });
    return { ...node, content };
  };
  const changed = walk(body, 0);
  return done ? changed : null;
}

const leaves = new Set(["hardBreak", "picture", "embed", "horizontalRule"]);

function replaced(
  content: readonly BodyNode[],
  start: number,
  place: { from: number; to: number },
  replacement: string,
): BodyNode[] {
  const next: BodyNode[] = [];
  let at = start;
  let put = false;
  for (const node of content) {
    const length = node.type === "text" ? (node.text ?? "").length : 1;
    const [from, to] = [Math.max(at, place.from), Math.min(at + length, place.to)];
    if (from >= to) next.push(node);
    else {
      const text = node.text ?? "";
      if (from > at) next.push({ ...node, text: text.slice(0, from - at) });
      if (!put && replacement)
        next.push({ type: "text", text: replacement, ...(node.marks && { marks: node.marks }) });
      put = true;
      if (to < at + length) next.push({ ...node, text: text.slice(to - at) });
    }
    at += length;
  }
  return next;
}
