import type { ReactNode } from "react";

/** What an empty place says: what belongs there, and how to begin. */
export function Empty({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="rounded-lg border border-dashed border-rule px-4 py-5 text-[13.5px] leading-normal text-ink-2">
      {title ? <p className="m-0 mb-1 font-semibold text-ink">{title}</p> : null}
      {children}
    </div>
  );
}
