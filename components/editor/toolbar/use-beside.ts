import type { Editor } from "@tiptap/react";
import { type RefObject, useLayoutEffect } from "react";

type Passage = { readonly from: number; readonly to: number };

/** Puts something beside a passage of the text, within the box that the text stands in, so that it scrolls along. It goes
 * to the other side where the window has no room on the one that was asked for. */
export function useBeside(
  element: RefObject<HTMLElement | null>,
  editor: Editor,
  passage: Passage | null,
  side: "above" | "below",
): void {
  // After every drawing: the words under it may have moved.
  useLayoutEffect(() => {
    const around = element.current?.offsetParent;
    if (!element.current || !around || !passage || editor.isDestroyed) return;
    const box = around.getBoundingClientRect();
    const start = editor.view.coordsAtPos(passage.from);
    const end = editor.view.coordsAtPos(passage.to, -1);
    const { offsetHeight: height, offsetWidth: width } = element.current;
    const above = start.top - height - 8;
    const below = end.bottom + 8;
    const isBelow = side === "below" ? below + height < window.innerHeight || above < 0 : above < 60;
    const left = Math.max(0, Math.min(start.left - box.left, box.width - width));
    Object.assign(element.current.style, {
      top: `${(isBelow ? below : above) - box.top}px`,
      left: `${left}px`,
    });
  });
}
