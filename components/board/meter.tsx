import { type BoardCard, meterTone } from "@/domain/board";

const inks = { sourced: "text-sourced", attention: "text-attention", broken: "text-broken" } as const;
const bars = { sourced: "bg-sourced", attention: "bg-attention", broken: "bg-broken" } as const;

/** "6/8 quotes": how many of a story's quotations were checked by a second person. */
export function MeterFigure({ quotes, long }: { quotes: BoardCard["quotes"]; long: boolean }) {
  if (quotes.found === 0) return null;
  return (
    <span className={`ml-auto font-semibold whitespace-nowrap ${inks[meterTone(quotes)]}`}>
      <span aria-hidden>
        {quotes.verified}/{quotes.found}
        {long ? " quotes" : ""}
      </span>
      <span className="sr-only">
        {quotes.verified} of {quotes.found} quotes verified
        {quotes.broken > 0 ? `, ${quotes.broken} with no source or altered` : ""}
      </span>
    </span>
  );
}

export function MeterBar({ quotes }: { quotes: BoardCard["quotes"] }) {
  if (quotes.found === 0) return null;
  // A sliver even at nothing, so that the bar is seen to be a bar.
  const share = Math.max(8, Math.round((quotes.verified / quotes.found) * 100));
  return (
    <div aria-hidden className="mt-2.5 h-1 overflow-hidden rounded-full bg-rule">
      <div className={`h-full ${bars[meterTone(quotes)]}`} style={{ width: `${share}%` }} />
    </div>
  );
}
