import { closeHistory } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";
import { restoredParts } from "@/domain/quotations/restore";
import { quotationKey } from "@/domain/quote-lines";
import type { StoryQuotation, TiedQuotation } from "@/domain/story-quotes";
import {
  heldPassage,
  holdPassage,
  keyAt,
  type Passage,
  placesOf,
  quotationsIn,
  selectedIn,
} from "./text/quotations-shown";

const marks = "\"'“”„‟«»‘’‚‹›「」";
const enclosing = new RegExp(`^([${marks}\\s]*)(.*?)([${marks}\\s]*)$`, "su");

/** Words without the marks around them: what goes into the record. */
export const bareWords = (text: string): string => enclosing.exec(text)?.[2] ?? text;

export const textOf = (editor: Editor, { from, to }: Passage): string =>
  editor.state.doc.textBetween(from, to, "\n\n", "\n");

/** The words a quote is to be attached to: those selected, else the quotation around the caret, else the one chosen
 * in the panel; null when there is none. */
export function passageToAttach(
  editor: Editor,
): { passage: Passage; quotation: StoryQuotation | null } | null {
  const { from, to, empty } = editor.state.selection;
  const key = keyAt(editor.state, from) ?? (empty ? selectedIn(editor.state) : null);
  const quotation = quotationsIn(editor.state).find((each) => quotationKey(each) === key) ?? null;
  if (!empty) return { passage: { from, to }, quotation };
  const places = key ? placesOf(editor.state, key) : [];
  const passage = { from: places[0]?.from ?? 0, to: places.at(-1)?.to ?? 0 };
  return quotation && passage.from < passage.to ? { passage, quotation } : null;
}

/** Keeps the place of some words while a form is open over the text. */
export function hold(editor: Editor, passage: Passage | null): void {
  editor.view.dispatch(holdPassage(editor.state.tr, passage));
}

/** Ties the words that were held to a quote on record. */
export function tieHeld(editor: Editor, quoteId: string): void {
  const passage = heldPassage(editor.state);
  const mark = editor.schema.marks.quote;
  if (!passage || !mark) return;
  const tr = editor.state.tr.addMark(passage.from, passage.to, mark.create({ quoteId }));
  editor.view.dispatch(holdPassage(tr, null).setMeta("addToHistory", true));
}

/** The reporter's word that these marks hold nobody's speech. */
export function markNotAQuotation(editor: Editor, { from, to }: Passage): void {
  const mark = editor.schema.marks.notQuotation;
  if (mark) editor.view.dispatch(editor.state.tr.addMark(from, to, mark.create()));
}

/** The quotes that are set large in the text. */
export function pulledIn(editor: Editor): string[] {
  const ids: string[] = [];
  editor.state.doc.descendants((node) => {
    if (node.type.name === "pullQuote" && typeof node.attrs.quoteId === "string")
      ids.push(node.attrs.quoteId);
    return !node.isTextblock;
  });
  return ids;
}

/** Takes the tie to these quotes off all words, which stay. Answers whether there was one. */
export function untie(editor: Editor, quoteIds: readonly string[]): boolean {
  const { tr, doc } = editor.state;
  doc.descendants((node, pos) => {
    if (node.type.name === "pullQuote" && quoteIds.includes(node.attrs.quoteId))
      tr.setNodeAttribute(pos, "quoteId", null);
    for (const mark of node.marks)
      if (mark.type.name === "quote" && quoteIds.includes(mark.attrs.quoteId))
        tr.removeMark(pos, pos + node.nodeSize, mark);
  });
  if (!tr.docChanged) return false;
  editor.view.dispatch(tr);
  return true;
}

/** Makes a paraphrase of the words shown: the quotation marks around them and the tie go, the record stays. One step of
 * undo, however soon after typing. */
export function paraphrase(editor: Editor, quotation: TiedQuotation): void {
  const places = placesOf(editor.state, quotationKey(quotation));
  const mark = editor.schema.marks.quote;
  if (!mark) return;
  const { tr, doc } = editor.state;
  // From the last to the first, so that no place moves before its turn.
  for (const { from, to } of [...places].reverse()) {
    tr.removeMark(from, to, mark);
    for (const at of quotationMarksAround(doc, from, to).sort((one, other) => other - one))
      tr.delete(at, at + 1);
  }
  editor.view.dispatch(closeHistory(tr));
}

const opening = /["“„«‘'‚‹「]/u;
const closing = /["”“»’'›」]/u;

/** Where the marks of these words stand: inside the tie at its ends, or right outside it. */
function quotationMarksAround(doc: Node, from: number, to: number): number[] {
  const at = (pos: number) =>
    doc.textBetween(Math.max(0, pos), Math.min(doc.content.size, pos + 1), " ", " ");
  const first = [from, from - 1].find((pos) => pos >= 0 && opening.test(at(pos)));
  const last = [to - 1, to, to - 2].find((pos) => pos > (first ?? -1) && closing.test(at(pos)));
  return [first, last].filter((pos) => pos !== undefined);
}

/** Puts the verbatim in place of the words shown, within the same quotation marks and around what stands between its
 * pieces. One step of undo, however soon after typing. Answers false where it cannot be told which words belong to which
 * piece, which only a person can put right. */
export function restoreVerbatim(editor: Editor, quotation: TiedQuotation): boolean {
  const mark = editor.schema.marks.quote;
  if (!mark || !quotation.record) return false;
  const pieces = piecesIn(editor, quotation.quoteId).map((place) => {
    const [, before = "", words = "", after = ""] = enclosing.exec(textOf(editor, place)) ?? [];
    return { ...place, before, words, after };
  });
  const verbatim = quotation.record.verbatim.replace(/\s*\n\s*/g, " ");
  const shown = pieces.map((piece) => piece.words);
  // Nothing has to be divided where there is one piece: it takes all of the verbatim if it has kept none of it.
  const restored = restoredParts(verbatim, shown) ?? (pieces.length === 1 ? [verbatim] : null);
  if (!restored || pieces.length === 0) return false;
  const { tr } = editor.state;
  // From the last to the first, so that no place moves before its turn.
  for (const [index, { from, to, before, after }] of [...pieces.entries()].reverse()) {
    const words = `${before}${restored[index]}${after}`;
    tr.replaceWith(from, to, editor.schema.text(words, [mark.create({ quoteId: quotation.quoteId })]));
  }
  editor.view.dispatch(closeHistory(tr));
  return true;
}

/** Where the words tied to a quote stand now, piece by piece: bold within one makes no second piece. */
function piecesIn(editor: Editor, quoteId: string): Passage[] {
  const pieces: { from: number; to: number }[] = [];
  editor.state.doc.descendants((node, pos) => {
    if (
      !node.isText ||
      !node.marks.some((each) => each.type.name === "quote" && each.attrs.quoteId === quoteId)
    )
      return;
    const last = pieces.at(-1);
    if (last?.to === pos) last.to = pos + node.nodeSize;
    else pieces.push({ from: pos, to: pos + node.nodeSize });
  });
  return pieces;
}

/** Brings a quotation into view and puts the caret before it. */
export function showInText(editor: Editor, place: Passage): void {
  const end = editor.state.doc.content.size;
  const from = Math.min(Math.max(0, place.from), end);
  editor.commands.setTextSelection(from);
  const { node } = editor.view.domAtPos(from);
  const element = node instanceof Element ? node : node.parentElement;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}
