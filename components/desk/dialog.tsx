"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = {
  title: string;
  /** A sentence under the title: what this does, and to whom. */
  lead?: ReactNode;
  onClose: () => void;
  /** True while a command runs: Escape and the cross wait for its answer. */
  busy?: boolean;
  wide?: boolean;
  children: ReactNode;
};

const firstField =
  ":is(form, search) :is(textarea, select, input:not([type=hidden], [type=radio], [type=checkbox], [type=file]))";

/** A modal window in the browser's own dialog: it keeps the focus inside, closes on Escape, and gives the focus back.
 * It is open for as long as it is rendered. */
export function Dialog({ title, lead, onClose, busy = false, wide = false, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    // The browser gives the focus to the cross, which comes first; what is asked for is meant.
    if (document.activeElement?.closest("header")) dialog.querySelector<HTMLElement>(firstField)?.focus();
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] overflow-auto rounded-lg border border-rule bg-surface p-0 text-ink shadow-2xl backdrop:bg-shade ${wide ? "max-w-3xl" : "max-w-lg"}`}
    >
      <header className="flex items-start gap-3 px-6 pt-5">
        <h2 id={heading} className="m-0 flex-1 font-head text-[23px] leading-tight font-medium">
          {title}
        </h2>
        <button
          type="button"
          aria-label="Close"
          onClick={() => !busy && onClose()}
          className="-mr-2 grid size-9 cursor-pointer place-items-center rounded-card text-ink-2 hover:bg-sunken"
        >
          <X aria-hidden size={18} />
        </button>
      </header>
      {lead ? <p className="m-0 px-6 pt-1 text-[14px] leading-normal text-ink-2">{lead}</p> : null}
      <div className="px-6 pt-4 pb-6">{children}</div>
    </dialog>
  );
}

/** The row of buttons at the foot of a dialog or form. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap items-center justify-end gap-2.5">{children}</div>;
}
