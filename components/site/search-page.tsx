import type { NameKnown, Passage } from "@/domain/search-words";
import { StoryCard } from "./cards";
import type { Clock, StoryListed } from "./shown";

export type FoundStory = StoryListed & { readonly passage: Passage };

/** What stands in the fields of the search, as it was typed. */
export type SearchAsked = {
  readonly words: string;
  readonly section: string;
  readonly by: string;
  readonly speaker: string;
  readonly from: string;
  readonly to: string;
};

/** The search itself: words, and what narrows them. */
export function SearchForm({
  asked,
  sections,
}: {
  asked: SearchAsked;
  sections: readonly { readonly slug: string; readonly name: string }[];
}) {
  const isNarrowed = [asked.section, asked.by, asked.speaker, asked.from, asked.to].some(Boolean);
  return (
    <search>
      <form action="/search" method="get">
        <div className="search-form">
          <div>
            <label htmlFor="q">Words to look for</label>
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={asked.words}
              // biome-ignore lint/a11y/noAutofocus: whoever opens the search means to type in it
              autoFocus={!asked.words && !isNarrowed}
              maxLength={200}
              dir="auto"
              aria-describedby="q-how"
            />
          </div>
          <button type="submit">Search</button>
        </div>
        <p className="hint" id="q-how">
          “Words in quotation marks” are looked for as they stand; a word with a minus before it is left out.
        </p>
        <details className="narrow" open={isNarrowed}>
          <summary>Narrow it down</summary>
          <div className="narrow-fields">
            <div>
              <label htmlFor="section">Section</label>
              <select id="section" name="section" defaultValue={asked.section}>
                <option value="">All sections</option>
                {sections.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <Field name="by" label="Written by" value={asked.by} />
            <Field name="speaker" label="Quoting" value={asked.speaker} />
            <Field name="from" label="From the day" value={asked.from} type="date" />
            <Field name="to" label="To the day" value={asked.to} type="date" />
          </div>
        </details>
      </form>
    </search>
  );
}

function Field({
  name,
  label,
  value,
  type = "text",
}: {
  name: string;
  label: string;
  value: string;
  type?: "text" | "date";
}) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} type={type} defaultValue={value} maxLength={100} dir="auto" />
    </div>
  );
}

/** Those whom the words may mean, each with a page of their own. */
export function PeopleFound({ people }: { people: readonly NameKnown[] }) {
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="people-found">
      <h2 id="people-found" className="kicker">
        People
      </h2>
      <ul className="topics">
        {people.map(({ kind, slug, name }) => (
          <li key={`${kind} ${slug}`}>
            <a href={kind === "author" ? `/by/${slug}` : `/said/${slug}`}>
              <bdi>{name}</bdi>
              {kind === "author" ? ", stories" : ", in their own words"}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The stories that were found, each with the passage that matches. */
export function StoriesFound({
  words,
  instead,
  found,
  most,
  common,
  clock,
}: {
  words: string;
  /** The words that were looked for in place of those that found nothing. */
  instead: string | null;
  found: readonly FoundStory[];
  most: number;
  /** Whether the words are such as every story has. */
  common: boolean;
  clock: Clock;
}) {
  if (common) {
    return (
      <p className="empty">
        Words such as <Sought words={words} /> are in every story. Add a rarer one.
      </p>
    );
  }
  if (found.length === 0) {
    return (
      <p className="empty">
        {words ? (
          <>
            No story has <Sought words={words} />.{" "}
          </>
        ) : (
          "No story is left. "
        )}
        Try fewer words, another form of them, or a wider choice.
      </p>
    );
  }
  return (
    <section className="rows found" aria-label="Stories found">
      <p className="hint">
        {instead ? (
          <>
            No story has <Sought words={words} />.{" "}
          </>
        ) : null}
        {counted(found.length, most, Boolean(words))}
        {words ? (
          <>
            {" "}
            with <Sought words={instead ?? words} />, the best match first.
          </>
        ) : (
          ", the newest first."
        )}
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

/** What was looked for, apart from the words around it. */
function Sought({ words }: { words: string }) {
  return (
    <b>
      <bdi>{words}</bdi>
    </b>
  );
}

function counted(length: number, most: number, isRanked: boolean): string {
  if (length >= most) return isRanked ? `The best ${length} of the newest stories` : `${length} stories`;
  return length === 1 ? "1 story" : `${length} stories`;
}
