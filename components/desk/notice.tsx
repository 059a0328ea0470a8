import type { ReactNode } from "react";

const tones = {
  broken: "border-broken/40 bg-broken-soft text-broken",
  attention: "border-attention/40 bg-attention-soft text-attention",
  sourced: "border-sourced/40 bg-sourced-soft text-sourced",
  info: "border-info/40 bg-info-soft text-info",
} as const;

/** A sentence near its cause. `broken` is read out at once; the others when the reader pauses. */
export function Notice({ tone = "broken", children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <div
      role={tone === "broken" ? "alert" : "status"}
      className={`my-3 rounded-card border px-3.5 py-2.5 text-[13.5px] leading-normal ${tones[tone]}`}
    >
      {children}
    </div>
  );
}
