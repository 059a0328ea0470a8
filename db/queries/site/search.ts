import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { sections } from "@/db/schema/paper";
import { publications } from "@/db/schema/publications";
import { type NameKnown, type Passage, passageMarks, passageOf } from "@/domain/search-words";
import { listed } from "./lists";
import { newestOf } from "./newest";

/** So many of the newest stories that match are weighed. */
const considered = 200;
/** And so many of them, the best, are found. */
export const mostFound = 40;

// No HTML is ever made in the database.
const { begin, end } = passageMarks;
const options = `StartSel=${begin}, StopSel=${end}, MaxFragments=2, MaxWords=28, MinWords=10, FragmentDelimiter=" … "`;

/** What a search is narrowed to. Days are YYYY-MM-DD in the newsroom's zone, both included. */
export type SearchFilters = {
  readonly section?: string | undefined;
  readonly author?: string | undefined;
  readonly speaker?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly zone?: string;
};

/** The best of the newest live stories that match, each with the passage that does; without words, the newest that the
 * filters leave. Knows "an exact phrase", -without and or; a search for nothing but stop words finds nothing. */
export async function searchStories(words: string, filters: SearchFilters = {}) {
  const query = sql`websearch_to_tsquery('public.news', ${words})`;
  const newest = database()
    .select({ storyId: publications.storyId })
    .from(publications)
    .where(
      and(
        isNull(publications.withdrawnAt),
        words ? sql`${publications.search} @@ ${query}` : undefined,
        ...narrowed(filters),
      ),
    )
    .orderBy(newestOf(publications.publishedAt), newestOf(publications.storyId))
    .limit(words ? considered : mostFound)
    .as("newest");
  const best = database()
    .select({
      storyId: publications.storyId,
      rank: sql<number>`ts_rank(${publications.search}, ${query})`.as("rank"),
    })
    .from(newest)
    .innerJoin(publications, eq(publications.storyId, newest.storyId))
    .orderBy(desc(sql`rank`), newestOf(publications.publishedAt))
    .limit(mostFound)
    .as("best");
  const rows = await database()
    .select({ ...listed, ...cutFrom(publications.plain, words) })
    .from(best)
    .innerJoin(publications, eq(publications.storyId, best.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .orderBy(desc(best.rank), newestOf(publications.publishedAt));
  const quoting = rows.filter(({ cut }) => words && !cut.includes(begin)).map(({ storyId }) => storyId);
  const said = await passagesSaid(words, quoting);
  return rows.map(({ cut, from, to, ...story }) => ({
    ...story,
    passage: cut.includes(begin)
      ? passageOf(cut, { from, to })
      : (said.get(story.storyId) ?? [{ text: story.standfirst, marked: false }]),
  }));
}

/** Where a text has the words, and how it begins and ends. */
function cutFrom(text: typeof publications.plain | typeof publications.said, words: string) {
  const cut = sql<string>`ts_headline('public.news', ${text}, websearch_to_tsquery('public.news', ${words}), ${options})`;
  return {
    cut: words ? cut : sql<string>`''`,
    from: sql<string>`left(${text}, 40)`,
    to: sql<string>`right(${text}, 40)`,
  };
}

/** Where what is said of the quotations of these stories has the words: who said it, and what. Their own text has not. */
async function passagesSaid(words: string, storyIds: readonly string[]): Promise<Map<string, Passage>> {
  if (storyIds.length === 0) return new Map();
  const rows = await database()
    .select({ storyId: publications.storyId, ...cutFrom(publications.said, words) })
    .from(publications)
    .where(inArray(publications.storyId, [...storyIds]));
  return new Map(
    rows.flatMap(({ storyId, cut, from, to }) =>
      cut.includes(begin) ? [[storyId, passageOf(cut, { from, to })] as const] : [],
    ),
  );
}

/** Whether there is nothing in this to look for: only words that every story has, or no word. */
export async function isTooCommon(words: string): Promise<boolean> {
  const [row] = await database().execute<{ common: boolean }>(
    sql`select numnode(websearch_to_tsquery('public.news', ${words})) = 0 as common`,
  );
  return row?.common ?? false;
}

function narrowed({ section, author, speaker, from, to, zone = "UTC" }: SearchFilters): (SQL | undefined)[] {
  const { publishedAt, sectionId, storyId } = publications;
  const ofAuthor = sql`select 1 from publication_authors by where by.story_id = ${storyId} and by.slug = ${author}`;
  const ofSpeaker = sql`select 1 from publication_quotes q where q.story_id = ${storyId} and q.speaker_slug = ${speaker}`;
  return [
    section ? sql`${sectionId} = (select own.id from sections own where own.slug = ${section})` : undefined,
    author ? sql`exists (${ofAuthor})` : undefined,
    speaker ? sql`exists (${ofSpeaker})` : undefined,
    from ? sql`${publishedAt} >= (${from}::date)::timestamp at time zone ${zone}` : undefined,
    to ? sql`${publishedAt} < (${to}::date + 1)::timestamp at time zone ${zone}` : undefined,
  ];
}

/** Names of authors and speakers of live stories that are somewhat like one of these words: a coarse net, from which
 * `namesMeant` takes those that are meant. */
export async function namesLike(words: readonly string[]): Promise<NameKnown[]> {
  if (words.length === 0) return [];
  const rows = await database().execute<NameKnown>(sql`
    select distinct n.kind, n.slug, n.name, n.plain
    from unnest(array(select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb))) as word, names_like(word) n
    where case n.kind
      when 'author' then exists (select 1 from publication_authors a join publications p using (story_id)
        where a.slug = n.slug and p.withdrawn_at is null)
      else exists (select 1 from publication_quotes q join publications p using (story_id)
        where q.speaker_slug = n.slug and p.withdrawn_at is null) end`);
  return [...rows];
}
