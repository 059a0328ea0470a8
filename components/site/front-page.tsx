import { QuoteCard, StoryCard } from "./cards";
import { Frame } from "./frame";
import type { PaperShown, QuoteListed, StoryListed } from "./shown";

type FrontPageProps = {
  shown: PaperShown;
  front: {
    readonly placed: ReadonlyMap<string, StoryListed>;
    readonly bySection: readonly { slug: string; name: string; stories: readonly StoryListed[] }[];
    readonly quotes: readonly QuoteListed[];
  };
};

/** The front page: what is breaking, the lead, what stands beside it, the grid, three quotations, the sections. */
export function FrontPage({ shown, front }: FrontPageProps) {
  const clock = shown.paper;
  const lead = front.placed.get("lead");
  const grid = storiesIn(front.placed, ["grid-1", "grid-2", "grid-3", "grid-4"]);
  return (
    <Frame shown={shown} current="front">
      <Breaking breaking={shown.paper.breaking} />
      {lead ? <Top lead={lead} placed={front.placed} clock={clock} /> : <Empty />}
      {grid.length > 0 ? (
        <section className="grid" aria-label="More stories">
          {grid.map((story) => (
            <StoryCard key={story.storyId} story={story} clock={clock} shape="grid" />
          ))}
        </section>
      ) : null}
      <Voices quotes={front.quotes} clock={clock} />
      <div className="strips">
        {front.bySection.map((section) => (
          <section key={section.slug} className="strip" aria-labelledby={`strip-${section.slug}`}>
            <h2 id={`strip-${section.slug}`}>
              <a href={`/${section.slug}`}>
                <bdi>{section.name}</bdi>
              </a>
            </h2>
            {section.stories.map((story) => (
              <StoryCard key={story.storyId} story={story} clock={clock} shape="line" />
            ))}
          </section>
        ))}
      </div>
    </Frame>
  );
}

function Breaking({ breaking }: { breaking: PaperShown["paper"]["breaking"] }) {
  if (!breaking) return null;
  return (
    <aside className="breaking" aria-label="Breaking news">
      {breaking.href ? <a href={breaking.href}>{breaking.text}</a> : <p>{breaking.text}</p>}
    </aside>
  );
}

function Top({
  lead,
  placed,
  clock,
}: {
  lead: StoryListed;
  placed: ReadonlyMap<string, StoryListed>;
  clock: PaperShown["paper"];
}) {
  const seconds = storiesIn(placed, ["second-1", "second-2", "second-3"]);
  const opinion = placed.get("opinion");
  return (
    <div className={seconds.length > 0 || opinion ? "top" : "top alone"}>
      <StoryCard story={lead} clock={clock} level={2} shape="lead" />
      <div className="seconds">
        {seconds.map((story, index) => (
          // The first alone tells what it is about, so that this column is no longer than the lead.
          <StoryCard
            key={story.storyId}
            story={index === 0 ? story : { ...story, standfirst: "" }}
            clock={clock}
            shape="second"
          />
        ))}
        {opinion ? <StoryCard story={opinion} clock={clock} shape="opinion" /> : null}
      </div>
    </div>
  );
}

function Voices({ quotes, clock }: { quotes: readonly QuoteListed[]; clock: PaperShown["paper"] }) {
  if (quotes.length === 0) return null;
  return (
    <section className="voices" aria-labelledby="voices-title">
      <div className="titled">
        <h2 id="voices-title">In their own words</h2>
        <a href="/said">More quotes by speaker</a>
      </div>
      <div className="three">
        {quotes.map((quote) => (
          <QuoteCard key={`${quote.storyId}-${quote.number}`} quote={quote} clock={clock} />
        ))}
      </div>
    </section>
  );
}

function Empty() {
  return <p className="empty">No story has been published yet. The first one will stand here.</p>;
}

function storiesIn(placed: ReadonlyMap<string, StoryListed>, slots: readonly string[]): StoryListed[] {
  return slots.flatMap((slot) => placed.get(slot) ?? []);
}
