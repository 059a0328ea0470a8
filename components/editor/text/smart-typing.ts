import { Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Plugin } from "@tiptap/pm/state";
import { smartTyping } from "@/domain/writing/smart-quotes";

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

/** The same in a plain field: true when the typed letter was put in here. The browser's own undo still works. */
export function typeSmartly(field: HTMLTextAreaElement, typed: string, language: string): boolean {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const change = smartTyping(value.slice(Math.max(0, start - 60), start), typed, language);
  if (!change) return false;
  field.setSelectionRange(start - change.remove, end);
  // The only way to put text in that the field's own undo knows of.
  return document.execCommand("insertText", false, change.insert);
}
