import type { Metadata } from "next";
import { StoryCard } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { mostFound, type StoryFound, searchStories } from "@/db/queries/site/search";
import type { Query } from "../addresses";
import { thePaper } from "../the-paper";

type Props = { searchParams: Query };

export const metadata: Metadata = { title: "Search", robots: { index: false, follow: true } };

/** What was asked for, as far as it can be searched for: one line, with plain quotation marks, without the character that
 * no text in the database has. */
function wordsAsked(q: string | string[] | undefined): string {
  const words = Array.isArray(q) ? q.join(" ") : (q ?? "");
  return words
    .replaceAll("\u0000", " ")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}

export default async function SearchPage({ searchParams }: Props) {
  const words = wordsAsked((await searchParams).q);
  const [shown, found] = await Promise.all([thePaper(), words ? searchStories(words) : []]);
  return (
    <Frame shown={shown} current="search">
      <header className="list-head">
        <h1>Search</h1>
        <search>
          <form action="/search" method="get" className="search-form">
            <div>
              <label htmlFor="q">Words to look for</label>
              <input id="q" name="q" type="search" defaultValue={words} maxLength={200} dir="auto" />
            </div>
            <button type="submit">Search</button>
          </form>
        </search>
        <p className="hint">
          “Words in quotation marks” are looked for as they stand; a word with a minus before it is left out.
        </p>
      </header>
      {words ? <Found words={words} found={found} clock={shown.paper} /> : null}
    </Frame>
  );
}

function counted(length: number): string {
  if (length >= mostFound) return `The best ${length} of the newest stories`;
  return length === 1 ? "1 story" : `${length} stories`;
}

function Found({
  words,
  found,
  clock,
}: {
  words: string;
  found: readonly StoryFound[];
  clock: { language: string; zone: string };
}) {
  if (found.length === 0) {
    return (
      <p className="empty">
        No story has <bdi>{words}</bdi>. Try fewer words, or another form of them.
      </p>
    );
  }
  return (
    <section className="rows" aria-label="Stories found">
      <p className="hint">
        {counted(found.length)} with <bdi>{words}</bdi>, the best match first.
      </p>
      {found.map((story) => (
        <StoryCard
          key={story.storyId}
          story={{ ...story, standfirst: "" }}
          clock={clock}
          level={2}
          shape="row"
        >
          <p className="passage">
            {story.passage.map((piece, index) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a passage stand in their order
              piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
            )}
          </p>
        </StoryCard>
      ))}
    </section>
  );
}
