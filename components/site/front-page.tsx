import { isBreaking } from "@/domain/front-page";
import { readersMedia } from "@/domain/publication/document";
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
  /** Where the pictures are: a preview has those of the desk. */
  media?: string;
};

type PlacedProps = {
  placed: ReadonlyMap<string, StoryListed>;
  quotes: readonly QuoteListed[];
  clock: PaperShown["paper"];
  media?: string;
};

/** What editors put at the top of the front page or of a section: the lead, what stands beside it, the grid, quotations. */
export function Placed({ placed, quotes, clock, media = readersMedia }: PlacedProps) {
  const lead = placed.get("lead");
  const grid = storiesIn(placed, ["grid-1", "grid-2", "grid-3", "grid-4"]);
  return (
    <>
      {lead ? <Top lead={lead} placed={placed} clock={clock} media={media} /> : null}
      {grid.length > 0 ? (
        <section className="grid" aria-label="More stories">
          {grid.map((story) => (
            <StoryCard key={story.storyId} story={story} clock={clock} shape="grid" media={media} />
          ))}
        </section>
      ) : null}
      <Voices quotes={quotes} clock={clock} />
    </>
  );
}

/** The front page: what is breaking, the lead, what stands beside it, the grid, three quotations, the sections. */
export function FrontPage({ shown, front, media = readersMedia }: FrontPageProps) {
  const clock = shown.paper;
  return (
    <Frame shown={shown} current="front">
      <BreakingBar breaking={shown.paper.breaking} />
      {front.placed.size > 0 ? null : <Empty />}
      <Placed placed={front.placed} quotes={front.quotes} clock={clock} media={media} />
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

/** The bar that editors put above the front page and the sections, until its moment has come. */
export function BreakingBar({ breaking }: { breaking: PaperShown["paper"]["breaking"] }) {
  if (!isBreaking(breaking, new Date())) return null;
  return (
    <aside className="breaking" aria-label="Breaking news">
      {breaking.href ? (
        <a href={breaking.href} dir="auto">
          {breaking.text}
        </a>
      ) : (
        <p dir="auto">{breaking.text}</p>
      )}
    </aside>
  );
}

function Top({
  lead,
  placed,
  clock,
  media,
}: {
  lead: StoryListed;
  placed: ReadonlyMap<string, StoryListed>;
  clock: PaperShown["paper"];
  media: string;
}) {
  const seconds = storiesIn(placed, ["second-1", "second-2", "second-3"]);
  const opinion = placed.get("opinion");
  return (
    <div className={seconds.length > 0 || opinion ? "top" : "top alone"}>
      <StoryCard story={lead} clock={clock} level={2} shape="lead" media={media} />
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
