import type { ReactNode } from "react";

const tones = {
  plain: "bg-sunken text-ink-2",
  sourced: "bg-sourced-soft text-sourced",
  attention: "bg-attention-soft text-attention",
  broken: "bg-broken-soft text-broken",
  info: "bg-info-soft text-info",
} as const;
export type Tone = keyof typeof tones;

/** A few words on a coloured ground. The colour repeats what the words say and never says more. */
export function Pill({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-block whitespace-nowrap rounded-full px-2.5 py-1 text-[12.5px] leading-none font-semibold ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
