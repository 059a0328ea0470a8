"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from "react";

type Announcement = { text: string; undo?: (() => void) | undefined; number: number };
type Announce = (text: string, undo?: () => void) => void;

const Announcing = createContext<Announce>(() => {});

/** Says a sentence at the foot of the page, to those who see and those who listen, with an undo where there is one. */
export const useAnnounce = (): Announce => useContext(Announcing);

/** Holds the last announcement for eight seconds; for longer while it is pointed at or has the focus. */
export function Announcer({ children }: { children: ReactNode }) {
  const [shown, show] = useState<Announcement | null>(null);
  const [held, hold] = useState(false);
  /** Where a person was when the focus came to the undo. */
  const cameFrom = useRef<HTMLElement | null>(null);
  const announce = useCallback<Announce>(
    (text, undo) => show((last) => ({ text, undo, number: (last?.number ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(() => show(null), 8_000);
    return () => clearTimeout(timer);
  }, [shown, held]);
  return (
    <Announcing value={announce}>
      {children}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from fading */}
      <div
        className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4 md:bottom-6"
        onMouseEnter={() => hold(true)}
        onMouseLeave={() => hold(false)}
        onFocus={(event) => {
          hold(true);
          const { relatedTarget: from, currentTarget } = event;
          if (from instanceof HTMLElement && !currentTarget.contains(from)) cameFrom.current = from;
        }}
        onBlur={() => hold(false)}
      >
        <div role="status" aria-live="polite">
          {shown ? (
            <div
              key={shown.number}
              className="pointer-events-auto flex items-center gap-3 rounded-lg bg-ink px-4 py-2.5 text-[14px] text-paper shadow-xl"
            >
              <span>{shown.text}</span>
              {shown.undo ? (
                <button
                  type="button"
                  className="cursor-pointer rounded-card border border-current px-2.5 py-1 text-[13px] font-semibold"
                  onClick={() => {
                    shown.undo?.();
                    show(null);
                    hold(false);
                    // The button goes, and whoever works by keyboard is back where they were.
                    if (cameFrom.current?.isConnected) cameFrom.current.focus();
                  }}
                >
                  Undo
                </button>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
    </Announcing>
  );
}
