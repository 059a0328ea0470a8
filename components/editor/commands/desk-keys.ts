import { Extension } from "@tiptap/core";
import { keydownHandler } from "@tiptap/pm/keymap";
import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { commandNames, commands } from "./commands";
import type { Deeds } from "./deeds";

/** Does what a key asks for. Taken even when there is nothing to do: the browser would do something of its own. */
function press(name: (typeof commandNames)[number], editor: Editor, deeds: Deeds): true {
  commands[name].does(editor, deeds);
  return true;
}

/** The keys of every command, while the caret is in the text. */
export const commandKeys = (deeds: () => Deeds) =>
  Extension.create({
    name: "commandKeys",
    // Before the kit's own keys.
    priority: 1_000,
    addKeyboardShortcuts() {
      const bindings = commandNames.map((name) => [
        commands[name].keys,
        () => press(name, this.editor, deeds()),
      ]);
      return { ...Object.fromEntries(bindings), "Mod-y": () => press("redo", this.editor, deeds()) };
    },
  });

/** The keys that work from anywhere on the page, and `?` outside of what is being typed. */
export function useDeskKeys(editor: Editor | null, deeds: () => Deeds): void {
  const asked = useRef(deeds);
  asked.current = deeds;
  useEffect(() => {
    if (!editor) return;
    const handlerOf = (...reach: string[]) => {
      const names = commandNames.filter((name) => reach.includes(commands[name].anywhere ?? ""));
      const bindings = names.map((name) => [commands[name].keys, () => press(name, editor, asked.current())]);
      return keydownHandler(Object.fromEntries(bindings));
    };
    const [everywhere, inStory] = [handlerOf("page"), handlerOf("page", "story")];
    // A field that is not saved with the story has an undo of its own.
    const handlerFor = (target: EventTarget | null) =>
      isWriting(target) && !isOfStory(target) ? everywhere : inStory;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInDialog(event.target)) return;
      if (event.key === "?" && !isWriting(event.target)) {
        event.preventDefault();
        asked.current().showKeys();
      } else if (handlerFor(event.target)(editor.view, event)) event.preventDefault();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [editor]);
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("dialog") !== null;

const isOfStory = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("[data-of-story], .ProseMirror") !== null;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select") || isInDialog(target));
