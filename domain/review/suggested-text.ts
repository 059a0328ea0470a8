import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { Body } from "../body/body";
import { bodySchema } from "../body/schema";
import { type Anchor, contextOf, findPassage, placeOf } from "./anchor";
import { type BodyChange, changesBetween, withChange, withChanges } from "./changes";
import { type Lines, lineIn, pictureOf, type SuggestedLine, suggestedLines } from "./suggested-lines";
import type { suggestionFields } from "./suggestions";

/** A suggestion as it is kept. `place` and `content` are those of one that was typed: where it stood, and what is to stand
 * there, with its marks and blocks. One without them is plain words, set as those they replace. */
export type Suggested = Anchor & {
  readonly field: (typeof suggestionFields)[number];
  readonly replacement: string;
  readonly place: number | null;
  readonly content: unknown;
  /** The lead picture, of what is suggested to be said of it. */
  readonly mediaId?: string | null;
};

/** A text with one character for each of the editor's places: letters as they are, a line break where a block begins or
 * ends, a sign for a picture. So a passage of it may reach over blocks, and is found like any other. */
export function lettersOf(node: Node): string {
  if (node.isText) return node.text ?? "";
  if (node.isLeaf) return node.isInline ? "\n" : "\uFFFC";
  const inside = node.children.map(lettersOf).join("");
  return node.type.name === "doc" ? inside : `\n${inside}\n`;
}

export const documentOf = (body: Body): Node => bodySchema.nodeFromJSON(body);

/** What a suggestion does to a text as it stands now; null when its words are not there any more. */
export function changeOf(doc: Node, letters: string, suggested: Suggested): BodyChange | null {
  const change =
    suggested.content === null ? ofWords(doc, letters, suggested) : typed(doc, letters, suggested);
  return change && withChange(doc, change) ? change : null;
}

function typed(doc: Node, letters: string, { content, place, ...anchor }: Suggested): BodyChange | null {
  const from = placeOf(letters, anchor, place ?? 0);
  if (from === null) return null;
  return {
    from,
    to: from + anchor.passage.length,
    slice: Slice.fromJSON(doc.type.schema, content as object),
  };
}

/** Other words for a passage within one block: set, and tied to a quote, as the first of the old ones are. */
function ofWords(doc: Node, letters: string, suggested: Suggested): BodyChange | null {
  const found = findPassage(letters, suggested);
  if (!found || found.changed) return null;
  const { start, end } = found;
  const [first, last] = [doc.resolve(start), doc.resolve(end)];
  if (!first.sameParent(last) || !first.parent.isTextblock) return null;
  const { replacement } = suggested;
  if (replacement)
    return {
      from: start,
      to: end,
      slice: sliceOf(doc.type.schema.text(replacement, first.nodeAfter?.marks ?? [])),
    };
  // With words that go, the space before them goes too, or two would be left.
  const isSpaced = letters[start - 1] === " " && !/[\p{L}\p{N}]/u.test(letters[end] ?? " ");
  return { from: isSpaced ? start - 1 : start, to: end, slice: Slice.empty };
}

const sliceOf = (text: Node) => new Slice(Fragment.from(text), 0, 0);

/** What differs between the lines around two texts, each as one suggestion. Another lead picture is no suggestion: what is
 * said of it is compared as long as it is the same. */
export const linesBetween = (base: Lines, words: Lines): Suggested[] =>
  suggestedLines
    .filter(
      (line) =>
        lineIn(base, line) !== lineIn(words, line) && pictureOf(base, line) === pictureOf(words, line),
    )
    .map((line) => ({
      field: line,
      passage: lineIn(base, line),
      before: "",
      after: "",
      replacement: lineIn(words, line),
      place: null,
      content: null,
      mediaId: pictureOf(base, line),
    }));

/** The wording of a line with a suggestion for it accepted; null when the words that it replaces, or the picture that it
 * speaks of, are not there any more. */
export function lineWith(lines: Lines, line: SuggestedLine, suggested: Suggested): string | null {
  if (pictureOf(lines, line) !== (suggested.mediaId ?? null)) return null;
  const wording = lineIn(lines, line);
  if (suggested.passage === wording) return suggested.replacement;
  const found = findPassage(wording, suggested);
  if (!found || found.changed) return null;
  return `${wording.slice(0, found.start)}${suggested.replacement}${wording.slice(found.end)}`;
}

/** How one text differs from another as suggestions: each can be accepted or rejected by itself. */
export function suggestionsBetween(before: Node, after: Node): Suggested[] {
  const letters = lettersOf(before);
  return changesBetween(before, after).map((change) => kept(letters, change));
}

/** A change as it is kept, with the words around it by which it is found again. */
function kept(letters: string, { from, to, slice }: BodyChange): Suggested & { place: number } {
  return {
    field: "body",
    passage: letters.slice(from, to),
    ...contextOf(letters, from, to),
    replacement: inOneLine(lettersIn(slice)),
    place: from,
    content: slice.toJSON() ?? {},
  };
}

/** The letters of a slice: one for each of its places. */
export const lettersIn = ({ content, openStart, openEnd }: Slice): string =>
  content.content
    .map(lettersOf)
    .join("")
    .slice(openStart, content.size - openEnd);

/** Letters of a text in one line: a pilcrow stands where blocks begin and end. */
export const inOneLine = (letters: string): string =>
  letters.replaceAll(/\n+/g, "¶").replaceAll("\uFFFC", "▣");

/** The text with all these suggestions accepted; `left` are the numbers of those whose words are not there, or lie over
 * another's that comes before it. */
export function withSuggested(
  doc: Node,
  suggested: readonly Suggested[],
): { readonly doc: Node; readonly left: readonly number[] } {
  const letters = lettersOf(doc);
  const found = suggested.map((each) => changeOf(doc, letters, each));
  const here = found.flatMap((change, index) => (change ? [{ change, index }] : []));
  const made = withChanges(
    doc,
    here.map(({ change }) => change),
  );
  const gone = found.flatMap((change, index) => (change ? [] : [index]));
  return {
    doc: made.doc,
    left: [...gone, ...made.left.map((at) => here[at]?.index ?? 0)].sort((a, b) => a - b),
  };
}

/** The body with a suggestion accepted, or null when its words are not there. */
export function bodyWith(body: Body, suggested: Suggested): Body | null {
  const doc = documentOf(body);
  const change = changeOf(doc, lettersOf(doc), suggested);
  return change && ((withChange(doc, change)?.toJSON() as Body | undefined) ?? null);
}
