import type { ReactNode } from "react";
import { Picture } from "@/components/story-body/picture";
import { readersMedia } from "@/domain/publication/document";
import { quoted } from "@/domain/publication/quoted";
import { tongue } from "./frame";
import { Moment, recentFormat } from "./moment";
import type { Clock, QuoteListed, StoryListed } from "./shown";

/** "9 quotes, 6 sources": in words, and nothing when there are none. */
export function sourcedWords(quotes: number, sources: number): string {
  const counted = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`);
  return [quotes > 0 ? counted(quotes, "quote") : "", sources > 0 ? counted(sources, "source") : ""]
    .filter(Boolean)
    .join(", ");
}

function Sourced({ story }: { story: StoryListed }) {
  const words = sourcedWords(story.quoteCount, story.sourceCount);
  if (!words) return null;
  return (
    <b className="sourced">
      <span aria-hidden="true">✓ </span>
      {words}
    </b>
  );
}

/** The parts of a line under a headline. The style sheet parts them by dots, of which none begins or ends a line. */
function Line({ parts }: { parts: readonly (ReactNode | false)[] }) {
  const there = parts.filter((part) => part !== false && part !== null && part !== "");
  return (
    <p className="line">
      {there.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in a fixed order
        <span key={index}>
          <bdi>{part}</bdi>{" "}
        </span>
      ))}
    </p>
  );
}

type CardProps = {
  story: StoryListed;
  clock: Clock;
  level?: 2 | 3;
  /** lead: large, its picture first; second: words alone; grid: a small picture above; row: a picture beside, in a list. */
  shape: "lead" | "second" | "grid" | "row" | "opinion" | "line";
  /** Where the pictures are, when not where readers find them. */
  media?: string;
  /** In a list, the one that is larger than the others. */
  large?: boolean;
  children?: ReactNode;
};

const sizesOf = {
  lead: "(min-width: 800px) 800px, 100vw",
  grid: "(min-width: 800px) 290px, 100vw",
  row: "(min-width: 640px) 220px, 34vw",
  second: "1px",
  opinion: "1px",
  line: "1px",
};
const largeInList = "(min-width: 640px) 400px, 100vw";

/** A story as a list shows it. The headline is the link; the picture beside it says nothing of its own. */
export function StoryCard({
  story,
  clock,
  level = 3,
  shape,
  media = readersMedia,
  large,
  children,
}: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const picture = shape === "lead" || shape === "grid" || shape === "row" ? story.picture : null;
  const kicker =
    shape === "second" || shape === "row" || shape === "opinion" ? story.kicker || story.sectionName : "";
  return (
    <article className={`card ${shape}`} {...tongue(story.language, clock.language)}>
      {picture ? (
        <div className="shot">
          <Picture
            picture={picture}
            sizes={large ? largeInList : sizesOf[shape]}
            first={shape === "lead"}
            decorative
            media={media}
          />
        </div>
      ) : null}
      <div className="words">
        {kicker ? <p className="kicker">{kicker}</p> : null}
        <Heading>
          <a href={story.address}>{story.headline}</a>
        </Heading>
        {shape === "lead" || shape === "second" || shape === "row" ? (
          story.standfirst ? (
            <p className="stand">{story.standfirst}</p>
          ) : null
        ) : null}
        {children}
        <CardLine story={story} clock={clock} shape={shape} />
      </div>
    </article>
  );
}

function CardLine({ story, clock, shape }: Pick<CardProps, "story" | "clock" | "shape">) {
  const byline = story.byline || false;
  const at = (
    <Moment at={story.publishedAt} format={recentFormat(story.publishedAt, clock.zone)} clock={clock} />
  );
  const sourced = story.quoteCount + story.sourceCount > 0 ? <Sourced story={story} /> : false;
  switch (shape) {
    case "grid":
      return <Line parts={[story.sectionName, `${story.minutes} min`]} />;
    case "line":
      return <Line parts={[at, sourced]} />;
    case "opinion":
      return <Line parts={[byline]} />;
    case "second":
      return <Line parts={[byline, sourced]} />;
    default:
      return <Line parts={[byline, at, sourced]} />;
  }
}

/** A quotation outside its story: the words lead to where they stand in it, the name to all that was said. */
export function QuoteCard({
  quote,
  clock,
  full = false,
  own = false,
}: {
  quote: QuoteListed;
  clock: Clock;
  full?: boolean;
  /** On the quote's own page. */
  own?: boolean;
}) {
  const theirs = tongue(quote.language, clock.language);
  return (
    <figure className={own ? "said own" : "said"}>
      <blockquote {...theirs}>
        <p>
          <a href={`${quote.address}#quote-${quote.number}`}>{quoted(quote.words)}</a>
        </p>
      </blockquote>
      <figcaption>
        {full ? (
          <>
            {quote.occasion} <b className="verified">{quote.verified}</b>
            <br />
            In{" "}
            <a href={quote.address} {...theirs}>
              {quote.headline}
            </a>
            {quote.ref && !own ? (
              <>
                {" · "}
                <a href={`/quote/${quote.ref}`}>Link to this quote</a>
              </>
            ) : null}
          </>
        ) : (
          <>
            {quote.speakerSlug ? (
              <a href={`/said/${quote.speakerSlug}`}>
                <bdi>{quote.speakerName}</bdi>
              </a>
            ) : (
              quote.speakerName
            )}
            {quote.speakerRole ? `, ${quote.speakerRole}` : ""} · {quote.sectionName}
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** A list of stories with the way to the page behind it. */
export function StoryList({
  stories,
  clock,
  older,
  empty,
  led = false,
  within,
}: {
  stories: readonly StoryListed[];
  clock: Clock;
  older?: string | undefined;
  empty: string;
  /** Whether the first is larger than the others. */
  led?: boolean;
  /** The section whose list this is: no story needs to say again that it is of it. */
  within?: string;
}) {
  return (
    <>
      {stories.length === 0 && empty ? <p className="empty">{empty}</p> : null}
      {stories.length > 0 ? (
        <div className={led ? "rows led" : "rows"}>
          {stories.map((story, index) => (
            <StoryCard
              key={story.storyId}
              large={led && index === 0}
              story={story.sectionSlug === within ? { ...story, sectionName: "" } : story}
              clock={clock}
              level={2}
              shape="row"
            />
          ))}
        </div>
      ) : null}
      <Older at={older} />
    </>
  );
}

/** The way to the next page of a list, where there is one. */
export function Older({ at }: { at: string | undefined }) {
  if (!at) return null;
  return (
    <p className="older">
      <a href={at} rel="next">
        Older
      </a>
    </p>
  );
}
