import { Frame } from "@/components/site/frame";
import {
  type FoundStory,
  PeopleFound,
  type SearchAsked,
  SearchForm,
  StoriesFound,
} from "@/components/site/search-page";
import type { PaperShown } from "@/components/site/shown";
import {
  isTooCommon,
  mostFound,
  namesLike,
  type SearchFilters,
  searchStories,
} from "@/db/queries/site/search";
import {
  dayAsked,
  type NameKnown,
  namesMeant,
  nameWords,
  spelledRight,
  wordsAsked,
} from "@/domain/search-words";
import type { Query } from "../addresses";
import { sitePage } from "../site-page";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

const mostPeople = 6;

function fieldsOf(query: Query, sections: PaperShown["sections"]): SearchAsked {
  const section = wordsAsked(query.section);
  const [from, to] = [dayAsked(query.from) ?? "", dayAsked(query.to) ?? ""];
  const isTurned = from !== "" && to !== "" && from > to;
  return {
    words: wordsAsked(query.q),
    // One that the form does not offer narrows nothing: the form would not show it.
    section: sections.some(({ slug }) => slug === section) ? section : "",
    by: wordsAsked(query.by).slice(0, 100),
    speaker: wordsAsked(query.speaker).slice(0, 100),
    from: isTurned ? to : from,
    to: isTurned ? from : to,
  };
}

/** Who is meant by a name that was typed, or by the name in the address of a page; null where nobody is. */
async function personMeant(kind: NameKnown["kind"], typed: string): Promise<NameKnown | null> {
  const words = nameWords(typed.replaceAll("-", " "));
  const known = (await namesLike(words)).filter((each) => each.kind === kind);
  return known.find((each) => each.slug === typed) ?? namesMeant(words, known)[0] ?? null;
}

type Found = {
  stories: FoundStory[];
  people: NameKnown[];
  instead: string | null;
  nobody: string | null;
  common: boolean;
};
const nothing = { stories: [], people: [], instead: null, common: false };

async function findAll(asked: SearchAsked, zone: string): Promise<Found> {
  const [author, speaker] = await Promise.all([
    asked.by ? personMeant("author", asked.by) : undefined,
    asked.speaker ? personMeant("speaker", asked.speaker) : undefined,
  ]);
  if (author === null) return { ...nothing, nobody: asked.by };
  if (speaker === null) return { ...nothing, nobody: asked.speaker };
  const filters: SearchFilters = {
    zone,
    section: asked.section,
    author: author?.slug,
    speaker: speaker?.slug,
    from: asked.from,
    to: asked.to,
  };
  const words = nameWords(asked.words);
  const [stories, known] = await Promise.all([searchStories(asked.words, filters), namesLike(words)]);
  const people = namesMeant(words, known).slice(0, mostPeople);
  const right = stories.length === 0 ? spelledRight(asked.words, people) : null;
  const again = right ? await searchStories(right, filters) : [];
  if (again.length > 0) return { stories: again, people, instead: right, nobody: null, common: false };
  const common = stories.length === 0 && asked.words !== "" && (await isTooCommon(asked.words));
  return { stories, people, instead: null, nobody: null, common };
}

export const GET = sitePage(async ({ query }) => {
  const shown = await thePaper();
  const asked = fieldsOf(query, shown.sections);
  const isAsked = Object.values(asked).some(Boolean);
  const found = isAsked ? await findAll(asked, shown.paper.zone) : null;
  return {
    shown,
    head: { title: "Search", robots: "noindex, follow" },
    body: (
      <Frame shown={shown} current="search">
        <header className="list-head">
          <h1>Search</h1>
          <SearchForm asked={asked} sections={shown.sections} />
        </header>
        {found ? <PeopleFound people={found.people} /> : null}
        {found?.nobody ? (
          <p className="empty">
            The paper knows nobody named <bdi>{found.nobody}</bdi>. Try another spelling.
          </p>
        ) : null}
        {found && !found.nobody ? (
          <StoriesFound
            words={asked.words}
            instead={found.instead}
            found={found.stories}
            most={mostFound}
            common={found.common}
            clock={shown.paper}
          />
        ) : null}
      </Frame>
    ),
  };
});
