import { isVerified, verificationNames } from "@/domain/quotes";
import type { QuoteToCheck } from "./check-desk";

/** All quotes of the story in their order, each a small button: which are done, and which one is looked at. */
export function QuoteStrip({
  quotes,
  at,
  onGo,
}: {
  quotes: readonly QuoteToCheck[];
  at: number;
  onGo: (place: number) => void;
}) {
  return (
    <ol className="m-0 flex list-none flex-wrap gap-1.5 p-0">
      {quotes.map((quote, index) => {
        const done = isVerified(quote.verification);
        return (
          <li key={quote.quoteId}>
            <button
              type="button"
              aria-current={index === at ? "step" : undefined}
              aria-label={`Quote ${index + 1}, ${verificationNames[quote.verification].toLowerCase()}`}
              onClick={() => onGo(index)}
              className={`min-h-8 min-w-8 cursor-pointer rounded-card border px-2 text-[13px] font-semibold aria-[current]:border-ink aria-[current]:shadow-[inset_0_0_0_1px_var(--ink)] ${done ? "border-sourced/40 bg-sourced-soft text-sourced" : "border-rule bg-surface text-ink-2"}`}
            >
              {done ? <span aria-hidden>✓ </span> : null}
              {index + 1}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
