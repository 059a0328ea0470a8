import { and, gt, isNull, max, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { publications } from "@/db/schema/publications";
import { newestOf } from "./newest";

/** So many stories stand in one part of the sitemap. */
const partLength = 10_000;

// Oldest first, which is the index of the newest read backwards: a part that is full stays as it is.
const oldestFirst = [
  sql`${publications.publishedAt} asc nulls first`,
  sql`${publications.storyId} asc nulls first`,
];

/** The parts of the sitemap, oldest first: the story that each begins with, and when anything in it last changed. */
export async function sitemapParts(length = partLength): Promise<{ from: string; changed: Date }[]> {
  const placed = database()
    .select({
      storyId: publications.storyId,
      updatedAt: publications.updatedAt,
      place:
        sql<number>`row_number() over (order by ${publications.publishedAt}, ${publications.storyId}) - 1`.as(
          "place",
        ),
    })
    .from(publications)
    .where(isNull(publications.withdrawnAt))
    .as("placed");
  const part = sql`${placed.place} / ${sql.raw(String(Math.trunc(length)))}`;
  return database()
    .select({
      from: sql<string>`(array_agg(${placed.storyId} order by ${placed.place}))[1]`,
      changed: max(placed.updatedAt).mapWith(publications.updatedAt),
    })
    .from(placed)
    .groupBy(part)
    .orderBy(part)
    .then((rows) => rows.map(({ from, changed }) => ({ from, changed: changed ?? new Date(0) })));
}

/** The live stories of the part that begins with this one, oldest first; nothing when there was never such a story. */
export async function sitemapPart(from: string, length = partLength) {
  return database()
    .select({ address: publications.address, updatedAt: publications.updatedAt })
    .from(publications)
    .where(
      and(
        isNull(publications.withdrawnAt),
        sql`(${publications.publishedAt}, ${publications.storyId}) >= (select first.published_at, first.story_id from publications first where first.story_id = ${from})`,
      ),
    )
    .orderBy(...oldestFirst)
    .limit(length);
}

/** What a news sitemap lists: stories of the last two days, at most a thousand. */
export async function addressesOfTwoDays() {
  return database()
    .select({
      address: publications.address,
      headline: publications.headline,
      language: publications.language,
      publishedAt: publications.publishedAt,
    })
    .from(publications)
    .where(
      and(isNull(publications.withdrawnAt), gt(publications.publishedAt, sql`now() - interval '2 days'`)),
    )
    .orderBy(newestOf(publications.publishedAt), newestOf(publications.storyId))
    .limit(1000);
}
