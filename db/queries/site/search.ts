import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { sections } from "@/db/schema/paper";
import { publications } from "@/db/schema/publications";
import { listed } from "./lists";
import { newestOf } from "./newest";

/** A passage in pieces; the marked ones are what was searched for. */
export type Passage = readonly { readonly text: string; readonly marked: boolean }[];

/** So many of the newest stories that match are weighed. */
const considered = 200;
/** And so many of them, the best, are found. */
export const mostFound = 40;

// Two characters of the private use area stand where a match begins and ends: no HTML is ever made in the database.
const begin = "\uE000";
const end = "\uE001";
const options = `StartSel=${begin}, StopSel=${end}, MaxFragments=2, MaxWords=28, MinWords=10, FragmentDelimiter=" … "`;

/** The best of the newest live stories that match, each with the passage that does.
 * Knows "an exact phrase", -without and or; a search for nothing but stop words finds nothing. */
export async function searchStories(words: string) {
  const query = sql`websearch_to_tsquery('public.news', ${words})`;
  const newest = database()
    .select({ storyId: publications.storyId })
    .from(publications)
    .where(and(isNull(publications.withdrawnAt), sql`${publications.search} @@ ${query}`))
    .orderBy(newestOf(publications.publishedAt), newestOf(publications.storyId))
    .limit(considered)
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
    .select({
      ...listed,
      passage: sql<string>`ts_headline('public.news', ${publications.plain}, ${query}, ${options})`,
    })
    .from(best)
    .innerJoin(publications, eq(publications.storyId, best.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .orderBy(desc(best.rank), newestOf(publications.publishedAt));
  return rows.map(({ passage, ...story }) => ({ ...story, passage: piecesOf(passage) }));
}

export type StoryFound = Awaited<ReturnType<typeof searchStories>>[number];

function piecesOf(passage: string): Passage {
  return passage
    .split(begin)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, marked: false }];
      const [found = "", ...rest] = part.split(end);
      return [
        { text: found, marked: true },
        { text: rest.join(""), marked: false },
      ];
    })
    .filter((piece) => piece.text !== "");
}
