import { QuoteCard } from "./cards";
import { Frame } from "./frame";
import { JsonLd } from "./json-ld";
import { quotationTold } from "./quotations-told";
import type { PaperShown, QuoteListed } from "./shown";

/** A quotation by itself: who, when, how it was verified, and every story that shows it. "gone" once none does. */
export function QuotePage({
  shown,
  found,
  origin,
}: {
  shown: PaperShown;
  found: readonly QuoteListed[] | "gone";
  origin: string;
}) {
  const newest = found === "gone" ? undefined : found[0];
  if (found === "gone" || !newest) {
    return (
      <Frame shown={shown}>
        <article className="plain">
          <h1>This quotation is no longer shown</h1>
          <p>The story in which it stood was withdrawn, or no longer has these words.</p>
          <p>
            <a href="/corrections">Corrections</a> · <a href="/said">In their own words</a>
          </p>
        </article>
      </Frame>
    );
  }
  return (
    <Frame shown={shown} italics>
      <header className="list-head">
        <p className="kicker">A quotation</p>
        <h1>
          {newest.speakerSlug ? (
            <a href={`/said/${newest.speakerSlug}`}>
              <bdi>{newest.speakerName}</bdi>
            </a>
          ) : (
            <bdi>{newest.speakerName}</bdi>
          )}
        </h1>
        {newest.speakerRole ? <p dir="auto">{newest.speakerRole}</p> : null}
      </header>
      <div className="sayings">
        {found.map((quote) => (
          <QuoteCard key={quote.storyId} quote={quote} clock={shown.paper} full own />
        ))}
      </div>
      <JsonLd told={quotationTold(newest, origin)} />
    </Frame>
  );
}
