"use client";

import { TextSelection } from "@tiptap/pm/state";
import { type Editor, useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { commandsIn } from "../commands/commands";
import type { Deeds } from "../commands/deeds";
import { ToolRow } from "../commands/tool-row";
import { useBeside } from "./use-beside";

const names = commandsIn("selection");
export const selectionBar = "Selected words";

/** What can be done with the words that are selected, beside them. A telephone has its own bar above a selection, so there
 * this one stands below. */
export function SelectionBar({ editor, deeds }: { editor: Editor; deeds: () => Deeds }) {
  const pressed = usePressed(editor);
  const bar = useRef<HTMLDivElement>(null);
  const [inside, setInside] = useState(false);
  const selected = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { selection } = now.state;
      const isText = selection instanceof TextSelection && !selection.empty;
      return isText ? { from: selection.from, to: selection.to, focused: now.isFocused } : null;
    },
  });
  const shown = selected && !pressed && (selected.focused || inside) ? selected : null;
  const isTouch = typeof matchMedia === "function" && matchMedia("(pointer: coarse)").matches;
  useBeside(bar, editor, shown, isTouch ? "below" : "above");
  if (!shown) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only learns whether the focus is within
    <div onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
      <ToolRow
        ref={bar}
        label={selectionBar}
        names={names}
        editor={editor}
        deeds={deeds}
        className="absolute z-20 flex max-w-full gap-0.5 overflow-x-auto rounded-lg border border-rule bg-surface p-1 font-ui shadow-xl [&_button:hover]:bg-sunken"
      />
    </div>
  );
}

/** Whether a pointer is down in the text: a selection that is still being drawn needs no bar. */
function usePressed(editor: Editor): boolean {
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    const { dom } = editor.view;
    const down = () => setPressed(true);
    const up = () => setPressed(false);
    dom.addEventListener("mousedown", down);
    window.addEventListener("mouseup", up);
    window.addEventListener("dragend", up);
    return () => {
      dom.removeEventListener("mousedown", down);
      window.removeEventListener("mouseup", up);
      window.removeEventListener("dragend", up);
    };
  }, [editor]);
  return pressed;
}
