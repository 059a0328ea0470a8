import { Picture, PictureCaption } from "@/components/story-body/picture";
import { StoryBody } from "@/components/story-body/story-body";
import { directionOf } from "@/domain/direction";
import { type PublicDocument, readersMedia } from "@/domain/publication/document";
import { Appeal } from "./appeal";
import { StoryCard } from "./cards";
import { Frame, tongue } from "./frame";
import { JsonLd } from "./json-ld";
import { Replies } from "./replies";
import type { CorrectionListed, PaperShown, RepliesListed, StoryListed } from "./shown";
import { Byline, Corrections, Share, Sourcing } from "./story-parts";
import { newsArticle } from "./structured-data";

type StoryPageProps = {
  shown: PaperShown;
  story: PublicDocument;
  updatedAt: Date;
  corrections: readonly CorrectionListed[];
  replies: RepliesListed;
  related: readonly StoryListed[];
  /** The story of the section that came out before this one. */
  next?: StoryListed | undefined;
  /** The names of the pictures of its authors, by their slugs; without one there are the initials. */
  faces?: ReadonlyMap<string, string>;
  origin: string;
  /** Where the files of the pictures are: a preview shows those that are not published, too. */
  media?: string;
};

/** One story with all that belongs to it: its notes, corrections, sources, replies, and what to read next. */
export function StoryPage({
  shown,
  story,
  updatedAt,
  corrections,
  replies,
  related,
  next,
  faces,
  origin,
  media = readersMedia,
}: StoryPageProps) {
  // What the paper says around a story is in the paper's language, whatever the story is in.
  const { language } = shown.paper;
  const ours = tongue(language, story.language);
  const { lang: theirs } = tongue(story.language, language);
  return (
    <Frame
      shown={shown}
      current={story.section.slug}
      appeals={story.withoutAppeal ? "never" : "story"}
      sheet="story"
      italics={story.body.some((block) => block.kind === "pullQuote")}
    >
      <JsonLd told={newsArticle({ story, updatedAt, corrections, origin, paper: shown.paper })} />
      <article
        className="story"
        data-read={story.storyId}
        lang={story.language}
        dir={directionOf(story.language)}
      >
        <header className="story-head">
          <p className="kicker">
            {story.kicker || <a href={`/${story.section.slug}`}>{story.section.name}</a>}
          </p>
          <h1>{story.headline}</h1>
          {story.standfirst ? <p className="stand">{story.standfirst}</p> : null}
          <div {...ours}>
            <Byline
              story={story}
              faces={faces}
              media={media}
              updatedAt={updatedAt}
              corrected={corrections.some((each) => each.kind !== "withdrawal")}
              clock={shown.paper}
            />
          </div>
        </header>
        {story.hero ? (
          <figure className="hero">
            <Picture picture={story.hero} sizes="(min-width: 900px) 690px, 100vw" first media={media} />
            <PictureCaption picture={story.hero} />
          </figure>
        ) : null}
        <StoryBody
          blocks={story.body}
          notes={story.notes}
          media={media}
          mastodonHosts={shown.paper.mastodonHosts}
          ours={ours}
          theirs={theirs}
        />
        <div className="after" {...ours}>
          <Corrections corrections={corrections} clock={shown.paper} />
          <Sourcing sourcing={story.sourcing} documents={documentsOf(story.notes)} theirs={theirs} />
          <Topics topics={story.topics} />
          <Share title={story.headline} address={new URL(story.address, origin).href} />
          {story.withoutAppeal ? null : <Appeal paper={shown.paper} place="end" />}
          <Replies story={story} replies={replies} paper={shown.paper} />
        </div>
      </article>
      {related.length > 0 ? (
        <section className="related" aria-labelledby="related-title">
          <h2 id="related-title">Read next</h2>
          <div className={related.length > 2 ? "grid" : "grid two"}>
            {related.map((each) => (
              <StoryCard key={each.storyId} story={each} clock={shown.paper} shape="grid" />
            ))}
          </div>
          {next ? (
            <p className="next">
              Next story in <bdi>{next.sectionName}</bdi>:{" "}
              <a href={next.address} rel="next" {...tongue(next.language, language)}>
                {next.headline}
              </a>
            </p>
          ) : null}
        </section>
      ) : null}
    </Frame>
  );
}

/** The documents beside all notes, each once. */
function documentsOf(notes: PublicDocument["notes"]) {
  const all = notes.flatMap((note) => note.documents ?? []);
  return all.filter((each, index) => all.findIndex(({ name }) => name === each.name) === index);
}

function Topics({ topics }: { topics: PublicDocument["topics"] }) {
  if (topics.length === 0) return null;
  return (
    <ul className="topics" aria-label="Topics">
      {topics.map((topic) => (
        <li key={topic.slug}>
          <a href={`/topic/${topic.slug}`}>
            <bdi>{topic.name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
