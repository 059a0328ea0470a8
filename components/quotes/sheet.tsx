"use client";

import { X } from "lucide-react";
import { type DragEvent, type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from "react";

type Props = {
  title: string;
  /** Takes the focus when the sheet opens. */
  first: RefObject<HTMLElement | null>;
  /** Asked for by Escape or the cross; the sheet itself never closes by itself. */
  onClose: () => void;
  foot: ReactNode;
  children: ReactNode;
};

/** A long form in the browser's own dialog: a window on a wide screen, the whole screen on a phone. Its foot stays in
 * sight. It keeps the focus inside and gives it back where it came from. */
export function Sheet({ title, first, onClose, foot, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // In a layout effect: its end comes before the dialog is taken off the page, which is when the focus can be given back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (!dialog.open) dialog.showModal();
    first.current?.focus();
    return () => dialog.close();
  }, [first]);
  return (
    <dialog
      ref={element}
      onDragOver={letNothingFall}
      onDrop={letNothingFall}
      aria-labelledby={heading}
      // A browser lets a second Escape through even where the first was refused, so the key is taken before it comes to that.
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-0 h-dvh max-h-dvh w-full max-w-full overflow-hidden border-0 bg-surface p-0 font-ui text-ink backdrop:bg-shade md:m-auto md:h-fit md:max-h-[calc(100dvh-3rem)] md:max-w-2xl md:rounded-lg md:border md:border-rule md:shadow-2xl"
    >
      <div className="flex h-dvh flex-col md:h-auto md:max-h-[calc(100dvh-3.1rem)]">
        <header className="flex items-start gap-3 border-b border-rule px-5 py-3.5 md:px-6">
          <h2 id={heading} className="m-0 flex-1 font-head text-[23px] leading-tight font-medium">
            {title}
          </h2>
          <button
            type="button"
            aria-label="Close"
            onClick={onClose}
            className="-mr-2 grid size-9 cursor-pointer place-items-center rounded-card text-ink-2 hover:bg-sunken"
          >
            <X aria-hidden size={18} />
          </button>
        </header>
        <div className="min-h-0 flex-1 overflow-auto px-5 py-4 md:px-6">{children}</div>
        <footer className="border-t border-rule bg-surface px-5 py-3 md:px-6">{foot}</footer>
      </div>
    </dialog>
  );
}

/** A file that is dropped beside the place for it would be opened by the browser in place of the form. */
function letNothingFall(event: DragEvent): void {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "none";
}
