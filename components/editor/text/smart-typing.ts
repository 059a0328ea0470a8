import { type Editor, Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { curledLetters, smartTyping } from "@/domain/writing/smart-quotes";

/** Curly marks, dashes and ellipses while typing in the story. One undo gives back what was typed. */
export const smartTypingKeys = (language: () => string) =>
  Extension.create({
    name: "smartTyping",
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            handleTextInput(view, from, to, text) {
              if (text.length !== 1 || view.composing) return false;
              const at = view.state.doc.resolve(from);
              const before = at.parent.textBetween(
                Math.max(0, at.parentOffset - 60),
                at.parentOffset,
                "",
                "\n",
              );
              const change = smartTyping(before, text, language());
              if (!change) return false;
              view.dispatch(view.state.tr.insertText(text, from, to));
              const typed = closeHistory(view.state.tr);
              view.dispatch(typed.insertText(change.insert, from - change.remove, from + text.length));
              return true;
            },
          },
        }),
      ];
    },
  });

/** Turns every straight mark of the body, in one step of undo. Answers how many. */
export function curlMarks(editor: Editor, language: string): number {
  const { state } = editor;
  const { tr } = state;
  let turned = 0;
  const turn = (node: Node, pos: number) => {
    const text = node.textBetween(0, node.content.size, undefined, "\n");
    let before = "";
    node.forEach((child, offset) => {
      const letters = child.isText ? (child.text ?? "") : "\n";
      const inside = curledLetters(letters, language, before);
      before = text.slice(0, offset + letters.length);
      for (const { at, letter } of inside) {
        const from = tr.mapping.map(pos + 1 + offset + at);
        tr.replaceWith(from, from + 1, state.schema.text(letter, child.marks));
        turned += 1;
      }
    });
  };
  state.doc.descendants((node, pos) => {
    if (node.isTextblock) turn(node, pos);
    return !node.isTextblock;
  });
  if (turned > 0) editor.view.dispatch(closeHistory(tr));
  return turned;
}

/** The same in a plain field: true when the typed letter was put in here. The browser's own undo still works. */
export function typeSmartly(field: HTMLTextAreaElement, typed: string, language: string): boolean {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const change = smartTyping(value.slice(Math.max(0, start - 60), start), typed, language);
  if (!change) return false;
  field.setSelectionRange(start - change.remove, end);
  // The only way to put text in that the field's own undo knows of.
  return document.execCommand("insertText", false, change.insert);
}
