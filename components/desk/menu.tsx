"use client";

import { MoreHorizontal } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

export type MenuEntry = {
  label: string;
  /** Why it cannot be chosen now; it is then shown, and does nothing. */
  refusedBecause?: string | undefined;
  choose: () => void;
};

/** A button that opens a short list of commands: arrows move, Enter chooses, Escape closes and gives the focus back. */
export function Menu({ label, entries, icon }: { label: string; entries: MenuEntry[]; icon?: ReactNode }) {
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    around.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !around.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const found = Array.from(around.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? []);
    const at = found.findIndex((each) => each.matches(":focus"));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: found.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      found[(next + found.length) % found.length]?.focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") setOpen(false);
  };

  return (
    <div ref={around} className="relative inline-block">
      <button
        ref={opener}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="grid size-8 cursor-pointer place-items-center rounded-card text-ink-3 hover:bg-sunken hover:text-ink"
      >
        {icon ?? <MoreHorizontal aria-hidden size={17} />}
      </button>
      {open ? (
        <div
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={move}
          className="absolute right-0 z-30 mt-1 min-w-48 rounded-lg border border-rule bg-surface p-1 text-ink shadow-xl"
        >
          {entries.map((entry) => (
            <button
              key={entry.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={entry.refusedBecause ? true : undefined}
              title={entry.refusedBecause}
              onClick={() => {
                if (entry.refusedBecause) return;
                close();
                entry.choose();
              }}
              className="block w-full cursor-pointer rounded-card px-3 py-2 text-left text-[13.5px] hover:bg-sunken focus:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:text-ink-3"
            >
              {entry.label}
              {entry.refusedBecause ? (
                <span className="block max-w-64 text-[12px] leading-snug text-ink-3">
                  {entry.refusedBecause}
                </span>
              ) : null}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
