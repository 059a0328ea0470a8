import { Extension } from "@tiptap/core";
import { keydownHandler } from "@tiptap/pm/keymap";
import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { commandNames, commands } from "./commands";
import type { Deeds } from "./deeds";

/** The keys of every command, while the caret is in the text. */
export const commandKeys = (deeds: () => Deeds) =>
  Extension.create({
    name: "commandKeys",
    // Before the kit's own keys.
    priority: 1_000,
    addKeyboardShortcuts() {
      const bindings = commandNames.map((name) => [
        commands[name].keys,
        () => {
          commands[name].does(this.editor, deeds());
          // Taken even when there is nothing to do: the browser would do something of its own.
          return true;
        },
      ]);
      const { redo } = commands;
      return { ...Object.fromEntries(bindings), "Mod-y": () => redo.does(this.editor, deeds()) || true };
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
      const bindings = names.map((name) => [
        commands[name].keys,
        () => {
          commands[name].does(editor, asked.current());
          return true;
        },
      ]);
      return keydownHandler(Object.fromEntries(bindings));
    };
    const [everywhere, inStory] = [handlerOf("page"), handlerOf("page", "story")];
    // A field that is not saved with the story has an undo of its own.
    const handlerFor = (target: EventTarget | null) =>
      isWriting(target) && !isOfStory(target) ? everywhere : inStory;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInDialog(event.target)) return;
      if (event.key === "?" && !isWriting(event.target)) {
        event.preventDefault();
        asked.current().showKeys();
      } else if (handlerFor(event.target)(editor.view, event)) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [editor]);
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("dialog") !== null;

const isOfStory = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("[data-of-story], .ProseMirror") !== null;

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select") || isInDialog(target));
