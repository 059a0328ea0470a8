import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { today } from "@/db/readers/counts";
import { publications } from "@/db/schema/publications";
import { appealDays, storyReads } from "@/db/schema/readers";
import { type Actor, isEditor } from "@/domain/people";

export type ReadsOfStory = {
  readonly total: number;
  readonly today: number;
  /** The last 14 days on which it was read at all, the oldest first. */
  readonly days: readonly { readonly day: string; readonly reads: number }[];
};

/** How often a story was read. What readers see is no secret, so whoever is on the staff may know. */
export async function readsOfStory(_actor: Actor, storyId: string): Promise<ReadsOfStory> {
  const [[sum], days] = await Promise.all([
    database()
      .select({
        total: sql<number>`coalesce(sum(${storyReads.reads}), 0)::int`,
        today: sql<number>`coalesce(sum(${storyReads.reads}) filter (where ${storyReads.day} = ${today}), 0)::int`,
      })
      .from(storyReads)
      .where(eq(storyReads.storyId, storyId)),
    database()
      .select({ day: storyReads.day, reads: storyReads.reads })
      .from(storyReads)
      .where(and(eq(storyReads.storyId, storyId), gt(storyReads.day, sql`${today} - 14`)))
      .orderBy(asc(storyReads.day)),
  ]);
  return { total: sum?.total ?? 0, today: sum?.today ?? 0, days };
}

/** The stories that were read most in the last days, today among them. */
export async function mostRead(_actor: Actor, days: number) {
  const reads = sql<number>`sum(${storyReads.reads})::int`;
  return database()
    .select({
      storyId: publications.storyId,
      headline: publications.headline,
      address: publications.address,
      publishedAt: publications.publishedAt,
      withdrawnAt: publications.withdrawnAt,
      reads,
    })
    .from(storyReads)
    .innerJoin(publications, eq(publications.storyId, storyReads.storyId))
    .where(gt(storyReads.day, sql`${today} - ${days}::int`))
    .groupBy(publications.storyId)
    .orderBy(desc(reads), desc(publications.storyId))
    .limit(25);
}

/** How often the appeal for support was seen and followed in the last days, by place. For editors. */
export async function appealCounts(actor: Actor, days: number) {
  if (!isEditor(actor)) return [];
  return database()
    .select({
      place: appealDays.place,
      views: sql<number>`sum(${appealDays.views})::int`,
      clicks: sql<number>`sum(${appealDays.clicks})::int`,
    })
    .from(appealDays)
    .where(gt(appealDays.day, sql`${today} - ${days}::int`))
    .groupBy(appealDays.place)
    .orderBy(appealDays.place);
}
