"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

export type Tab = { readonly name: string; readonly count?: number; readonly show: () => ReactNode };

/** The panel beside the sheet: one of its tabs at a time, arrows to go from one to the next. */
export function SidePanel({
  tabs,
  current,
  onChoose,
}: {
  tabs: readonly Tab[];
  current: string;
  onChoose: (name: string) => void;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const open = tabs.find((tab) => tab.name === current) ?? tabs[0];

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.name === open?.name);
    const next = (at + step + tabs.length) % tabs.length;
    onChoose(tabs[next]?.name ?? "");
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };

  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label="Panel"
        className="sticky top-0 z-10 flex shrink-0 gap-4.5 overflow-x-auto border-b border-rule bg-surface px-4 text-[13.5px] font-[580]"
      >
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-${tab.name}`}
            aria-selected={tab === open}
            aria-controls={tab === open ? `${id}-panel` : undefined}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => onChoose(tab.name)}
            onKeyDown={move}
            className="cursor-pointer py-3 whitespace-nowrap text-ink-3 hover:text-ink aria-selected:text-ink aria-selected:shadow-[inset_0_-2px_var(--accent)]"
          >
            {tab.name}
            {tab.count === undefined ? "" : ` ${tab.count}`}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${open?.name}`}
        className="text-[13.5px]"
      >
        {open?.show()}
      </div>
    </>
  );
}
