import { sql } from "drizzle-orm";
import type { AppealPlace } from "@/domain/appeal";
import { database } from "../client";
import { appealDays } from "../schema/readers";

/** Counts that were gathered in memory: how often each story was read, how often the appeal was seen where. */
export type Counts = {
  readonly reads: ReadonlyMap<string, number>;
  readonly views: ReadonlyMap<AppealPlace, number>;
};

/** The day that it is in the newsroom's zone. */
export const today = sql`(now() at time zone coalesce((select paper ->> 'zone' from settings), 'UTC'))::date`;

/** Adds counts to the newsroom's day. What is no live story is left out. */
export async function addCounts({ reads, views }: Counts): Promise<void> {
  await database().transaction(async (tx) => {
    if (reads.size > 0) {
      // In one order, so that two servers never wait for each other in a ring.
      const rows = [...reads].sort(([one], [other]) => (one < other ? -1 : 1));
      const values = sql.join(
        rows.map(([id, count]) => sql`(${id}::uuid, ${count}::int)`),
        sql`, `,
      );
      await tx.execute(
        sql`insert into story_reads (story_id, day, reads)
            select p.story_id, ${today}, told.reads from (values ${values}) as told (id, reads)
            join publications p on p.story_id = told.id and p.withdrawn_at is null order by p.story_id
            on conflict (story_id, day) do update set reads = story_reads.reads + excluded.reads`,
      );
    }
    for (const [place, count] of [...views].sort()) {
      await tx
        .insert(appealDays)
        .values({ day: today, place, views: count })
        .onConflictDoUpdate({
          target: [appealDays.day, appealDays.place],
          set: { views: sql`${appealDays.views} + ${count}` },
        });
    }
  });
}

/** Counts that somebody followed the appeal. */
export async function countClick(place: AppealPlace): Promise<void> {
  await database()
    .insert(appealDays)
    .values({ day: today, place, clicks: 1 })
    .onConflictDoUpdate({
      target: [appealDays.day, appealDays.place],
      set: { clicks: sql`${appealDays.clicks} + 1` },
    });
}
