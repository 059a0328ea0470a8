import type { Editor } from "@tiptap/react";
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

const marks = "\"'“”„‟«»‘’‚‹›";
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

/** Puts the verbatim in place of the words shown, within the same quotation marks. Answers false when the words stand
 * in several pieces, which only a person can put right. */
export function restoreVerbatim(editor: Editor, quotation: TiedQuotation): boolean {
  const places = placesOf(editor.state, quotationKey(quotation));
  const [place] = places;
  const mark = editor.schema.marks.quote;
  if (!place || !mark || !quotation.record || quotation.parts.length !== 1) return false;
  const passage = { from: place.from, to: places.at(-1)?.to ?? place.to };
  const [, before = "", , after = ""] = enclosing.exec(textOf(editor, passage)) ?? [];
  const words = `${before}${quotation.record.verbatim.replace(/\s*\n\s*/g, " ")}${after}`;
  const text = editor.schema.text(words, [mark.create({ quoteId: quotation.quoteId })]);
  editor.view.dispatch(editor.state.tr.replaceWith(passage.from, passage.to, text));
  return true;
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
