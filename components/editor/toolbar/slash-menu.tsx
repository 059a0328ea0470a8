"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { commands } from "../commands/commands";
import type { Deeds } from "../commands/deeds";
import { keysNamed } from "../commands/keys";
import { chooseInSlash, closeSlash, slashEntryId, slashIn, slashMenuId } from "../text/slash";
import { useBeside } from "./use-beside";

/** What can be put in at the caret. The keys stay with the text; its entries are named to whoever listens. */
export function SlashMenu({ editor, deeds }: { editor: Editor; deeds: () => Deeds }) {
  const open = useEditorState({ editor, selector: ({ editor: now }) => slashIn(now.state) });
  const list = useRef<HTMLDivElement>(null);
  useBeside(list, editor, open ? { from: open.from, to: open.to } : null, "below");
  const marked = open?.names[open.at];
  useEffect(() => {
    if (marked) document.getElementById(slashEntryId(marked))?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  const isOpen = open !== null;
  useEffect(() => {
    if (!isOpen) return;
    const leave = () => closeSlash(editor);
    editor.on("blur", leave);
    return () => {
      editor.off("blur", leave);
    };
  }, [editor, isOpen]);
  if (!open) return null;
  return (
    <div
      ref={list}
      id={slashMenuId}
      role="listbox"
      aria-label="Put in"
      className="absolute z-30 max-h-72 w-72 max-w-full overflow-auto rounded-lg border border-rule bg-surface p-1.5 font-ui shadow-2xl"
    >
      {open.names.map((name) => {
        const { label, keys, icon: Icon } = commands[name];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's, which keeps the focus
          <div
            key={name}
            id={slashEntryId(name)}
            role="option"
            tabIndex={-1}
            aria-selected={name === marked}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => chooseInSlash(editor, name, deeds())}
            className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-card px-2.5 text-[14px] hover:bg-sunken aria-selected:bg-sunken pointer-coarse:min-h-11"
          >
            <Icon aria-hidden size={17} className="text-ink-3" />
            <span className="flex-1">{label}</span>
            <span aria-hidden className="text-[12px] text-ink-3 pointer-coarse:hidden">
              {keysNamed(keys)}
            </span>
          </div>
        );
      })}
    </div>
  );
}
