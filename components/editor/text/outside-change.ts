import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

type Ends = Pick<Selection, "anchorNode" | "anchorOffset" | "focusNode" | "focusOffset">;

/** What the browser had selected when the editor last drew itself. */
const known = new WeakMap<EditorView, Ends>();

const selectedNow = (view: EditorView): Ends | null => {
  const selection = view.dom.ownerDocument.getSelection();
  if (!selection?.anchorNode || !view.dom.contains(selection.anchorNode)) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return { anchorNode, anchorOffset, focusNode, focusOffset };
};

const isSame = (one: Ends | undefined, other: Ends): boolean =>
  one?.anchorNode === other.anchorNode &&
  one.anchorOffset === other.anchorOffset &&
  one.focusNode === other.focusNode &&
  one.focusOffset === other.focusOffset;

/** Remembers, after each drawing, what the browser has selected, and has the editor read what is new of it before a key
 * or the clipboard acts on it. */
export const knownSelection = Extension.create({
  name: "knownSelection",
  addProseMirrorPlugins() {
    const remember = (view: EditorView) => {
      const ends = selectedNow(view);
      if (ends) known.set(view, ends);
    };
    const read = (view: EditorView) => {
      readSelection(view);
      return false;
    };
    return [
      new Plugin({
        view: (view) => {
          remember(view);
          return { update: remember };
        },
        props: { handleDOMEvents: { keydown: read, copy: read, cut: read, paste: read } },
      }),
    ];
  },
});

/** A browser selects words first and tells the page of it later. A change that falls between the two makes the editor
 * draw its own, older selection over the person's, which is then lost, and a key or a button acts on the older one: so
 * the new one is read first. */
export function readSelection(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  const ends = selectedNow(view);
  if (!ends?.anchorNode || !ends.focusNode || isSame(known.get(view), ends)) return;
  const { doc, selection, tr } = view.state;
  const anchor = view.posAtDOM(ends.anchorNode, ends.anchorOffset);
  const head = view.posAtDOM(ends.focusNode, ends.focusOffset);
  const read = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  if (!read.eq(selection)) view.dispatch(tr.setSelection(read));
}

/** The one door for whatever changes the editor and was not typed in it: a reading of the quotations, another's text, a
 * picture that has arrived. `make` is given the state with the person's newest selection in it. */
export function changeFromOutside(editor: Editor, make: (state: EditorState) => Transaction): void {
  readSelection(editor.view);
  editor.view.dispatch(make(editor.state));
}
