import { closeHistory } from "@tiptap/pm/history";
import type { Editor } from "@tiptap/react";
import type { Body } from "@/domain/body/body";
import { readSelection } from "./outside-change";

/** Changes the editor's text into another, in the one place where a change from elsewhere is applied: only what
 * differs is replaced, so that the caret, the selection and the scroll stay where they are. Emits no update: whoever
 * applies a text says what that means for saving. `undoable` makes it one step that undo takes back.
 * Throws when the editor cannot show the text. */
export function applyBody(editor: Editor, body: Body, { undoable }: { readonly undoable: boolean }): void {
  readSelection(editor.view);
  const { state, view } = editor;
  const next = editor.schema.nodeFromJSON(body);
  next.check();
  const from = state.doc.content.findDiffStart(next.content);
  if (from === null) return;
  const ends = state.doc.content.findDiffEnd(next.content);
  if (!ends) return;
  // Where letters repeat, the two searches meet: "aa" into "aaa" differs in one place, not in two that overlap.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  const slice = next.slice(from, ends.b + overlap);
  const change = state.tr.replace(from, ends.a + overlap, slice);
  const exact = change.doc.eq(next) ? change : state.tr.replaceWith(0, state.doc.content.size, next.content);
  const step = undoable ? closeHistory(exact) : exact.setMeta("addToHistory", false);
  view.dispatch(step.setMeta("preventUpdate", true));
}
