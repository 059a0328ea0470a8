import { QuoteCard } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { newestQuotes } from "@/db/queries/site/quotes";
import { sitePage } from "../site-page";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

export const GET = sitePage(async () => {
  const [shown, quotes] = await Promise.all([thePaper(), newestQuotes(30)]);
  return {
    shown,
    head: {
      title: "In their own words",
      description: "Who was quoted lately, and what they said.",
      canonical: "/said",
    },
    body: (
      <Frame shown={shown} italics>
        <header className="list-head">
          <h1>In their own words</h1>
          <p>Who was quoted lately. A name leads to all that person was quoted saying.</p>
        </header>
        {quotes.length === 0 ? <p className="empty">No quotation has been published yet.</p> : null}
        <div className="sayings">
          {quotes.map((quote) => (
            <QuoteCard key={`${quote.storyId}-${quote.number}`} quote={quote} clock={shown.paper} />
          ))}
        </div>
      </Frame>
    ),
  };
});
