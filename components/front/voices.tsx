"use client";

import { ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { type ChosenQuote, type LiveQuote, quotesChosen } from "@/domain/front-page";
import { quoted } from "@/domain/publication/quoted";

/** The kind of thing that is dragged here: the address of a quotation. */
export const quoteDrag = "application/x-verbatim-quote";

/** Chooses a quotation as the last, unless it is chosen already or there is no room. */
export const withQuote = (quotes: readonly ChosenQuote[], quote: ChosenQuote): readonly ChosenQuote[] =>
  quotes.length >= quotesChosen || quotes.some((each) => each.ref === quote.ref)
    ? quotes
    : [...quotes, { storyId: quote.storyId, ref: quote.ref }];

type Props = {
  quotes: readonly ChosenQuote[];
  quoteOf: (ref: string) => LiveQuote | undefined;
  fillsItself: boolean;
  onChange: (quotes: readonly ChosenQuote[]) => void;
  onDrop: (ref: string) => void;
};

/** The quotations that stand under "In their own words". */
export function Voices({ quotes, quoteOf, fillsItself, onChange, onDrop }: Props) {
  const [over, setOver] = useState(false);
  return (
    <section
      aria-label="In their own words"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(quoteDrag)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const ref = event.dataTransfer.getData(quoteDrag);
        if (!ref) return;
        event.preventDefault();
        onDrop(ref);
      }}
      className={`mt-3 rounded-lg border bg-surface p-3.5 ${over ? "border-info bg-info-soft" : "border-rule"}`}
    >
      <h2 className="m-0 text-[12.5px] font-semibold text-ink-2">In their own words</h2>
      {quotes.length < quotesChosen ? (
        <p className="m-0 mt-1 text-[13px] text-ink-3">
          {quotes.length === 0 ? "No quotation is chosen. " : ""}
          {fillsItself
            ? "Fills itself with the newest of named speakers."
            : "Choose quotations from the list under “Quotations”."}
        </p>
      ) : null}
      <ol className="m-0 mt-2 grid list-none gap-2.5 p-0 md:grid-cols-3">
        {quotes.map((chosen, at) => {
          const quote = quoteOf(chosen.ref);
          const named = quote ? `what ${quote.speaker} said` : "this quotation";
          const swapped = quotes.toSpliced(at - 1, 2, chosen, quotes[at - 1] ?? chosen);
          return (
            <li key={chosen.ref} className="flex min-w-0 gap-1 rounded-card border border-rule p-2.5">
              <div className="min-w-0 flex-1">
                <p dir="auto" className="m-0 font-head text-[15.5px] leading-snug break-words">
                  {quote ? quoted(quote.words) : "A quotation that readers do not see any more"}
                </p>
                <p className="m-0 mt-1 text-[12.5px] text-ink-3">
                  <bdi>{quote?.speaker}</bdi>
                </p>
              </div>
              {at > 0 ? (
                <button
                  type="button"
                  aria-label={`Move ${named} forward`}
                  onClick={() => onChange(swapped)}
                  className={iconClasses}
                >
                  <ArrowUp aria-hidden size={16} />
                </button>
              ) : null}
              <button
                type="button"
                aria-label={`Take away ${named}`}
                onClick={() => onChange(quotes.filter((each) => each.ref !== chosen.ref))}
                className={iconClasses}
              >
                <X aria-hidden size={16} />
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const iconClasses =
  "grid size-8 shrink-0 cursor-pointer place-items-center rounded-card text-ink-3 hover:bg-sunken hover:text-ink";
