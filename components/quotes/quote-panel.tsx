"use client";

import { panelOf, quotationKey, tagOf } from "@/domain/quote-lines";
import type { QuoteRecord } from "@/domain/quote-record";
import type { StoryQuotation, TiedQuotation, UntiedQuotation } from "@/domain/story-quotes";
import { QuoteCard } from "./quote-card";

export type PanelCommands = {
  readonly onSelect: (quotation: StoryQuotation) => void;
  /** Opens the quote form: with the speaker that the text suggests, or with none. */
  readonly onAttach: (quotation: UntiedQuotation, suggestion: string | null) => void;
  readonly onNotAQuotation: (quotation: UntiedQuotation) => void;
  /** Puts the verbatim in place of the displayed words. */
  readonly onRepair: (quotation: TiedQuotation) => void;
  /** Takes the marks and the tie off the displayed words; the record stays. */
  readonly onParaphrase: (quotation: TiedQuotation) => void;
  /** Opens the quote form on a quote that is on record. */
  readonly onEdit?: ((record: QuoteRecord) => void) | undefined;
};

/** The quotations of a story: how many are verified, what each one rests on, and what is to be done about the others.
 * `selected` is a `quotationKey`. */
export function QuotePanel({
  quotations,
  selected,
  ...commands
}: PanelCommands & { quotations: readonly StoryQuotation[]; selected: string | null }) {
  const { counted, short, ...counts } = panelOf(quotations);
  if (quotations.length === 0) return <NoQuotations />;
  const card = (quotation: StoryQuotation) => (
    <QuoteCard
      key={quotationKey(quotation)}
      quotation={quotation}
      selected={quotationKey(quotation) === selected}
      {...commands}
    />
  );
  return (
    <div className="text-[13.5px]">
      <Summary found={counted} {...counts} />
      <ul className="m-0 list-none p-0" aria-label="Quotations of this story">
        {counted.map(card)}
      </ul>
      {short.length > 0 ? (
        <details open={short.some((each) => quotationKey(each) === selected) || undefined}>
          <summary className="cursor-pointer border-b border-rule px-4.5 py-3.5 text-ink-2">
            {short.length === 1 ? "1 short quotation" : `${short.length} short quotations`} without a source
          </summary>
          <ul className="m-0 list-none p-0" aria-label="Short quotations">
            {short.map(card)}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

type Counts = { verified: number; unattributed: number; altered: number; unvouched: number };

function Summary({
  found,
  verified,
  unattributed,
  altered,
  unvouched,
}: Counts & { found: readonly StoryQuotation[] }) {
  const noun = found.length === 1 ? "quote" : "quotes";
  const rest = [
    unattributed > 0 ? `${unattributed} unattributed` : "",
    altered > 0 ? `${altered} altered` : "",
    unvouched > 0 ? `${unvouched} unnamed, not yet ready` : "",
  ].filter(Boolean);
  return (
    <div className="border-b border-rule px-4.5 py-3.5">
      <p className="m-0">
        <b className="font-semibold">
          {verified} of {found.length} {noun} verified
        </b>
        {rest.length > 0 ? <span className="text-ink-3"> · {rest.join(" · ")}</span> : null}
      </p>
      <div
        aria-hidden
        className={`mt-2 flex ${found.length > 40 ? "gap-px" : "gap-[3px]"}`}
        data-testid="quote-track"
      >
        {[...found].reverse().map((each) => (
          <i key={quotationKey(each)} className={`h-[7px] flex-1 rounded-xs ${tracks[tagOf(each).tone]}`} />
        ))}
      </div>
    </div>
  );
}

const tracks = { sourced: "bg-sourced", attention: "bg-attention", broken: "bg-broken" } as const;

function NoQuotations() {
  return (
    <div className="m-4.5 rounded-lg border border-dashed border-rule px-4 py-5 text-[13.5px] leading-normal text-ink-2">
      <p className="m-0 mb-1 font-semibold text-ink">No quotations yet</p>
      Words that you put in quotation marks appear here, each with the question who said them. To attach a
      source, select the words in the text and press Attach quote.
    </div>
  );
}
