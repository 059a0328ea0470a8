import { and, eq, gt, lte, sql } from "drizzle-orm";
import { dueSoonBefore } from "@/domain/notifications";
import { momentInWords } from "@/domain/time";
import { inTransaction } from "./client";
import { paperOf } from "./queries/desk/paper";
import { stories } from "./schema/stories";
import { tell } from "./tell";

/** Tells the authors of stories that are still being drafted that they are due soon: once for each due moment, however
 * often and by however many servers this is called. */
export async function tellDueSoon(): Promise<void> {
  await inTransaction(async (tx) => {
    const due = await tx
      .select({
        id: stories.id,
        headline: stories.headline,
        language: stories.language,
        dueAt: stories.dueAt,
      })
      .from(stories)
      .where(
        and(
          eq(stories.stage, "drafting"),
          gt(stories.dueAt, sql`now()`),
          lte(stories.dueAt, sql`now() + ${dueSoonBefore / 1000} * interval '1 second'`),
        ),
      )
      .orderBy(stories.dueAt)
      .limit(500);
    if (due.length === 0) return;
    const { zone } = await paperOf(tx);
    for (const { dueAt, ...story } of due) {
      if (!dueAt) continue;
      await tell(tx, {
        kind: "due_soon",
        story,
        actor: "the clock",
        to: { authors: true },
        note: `Due ${momentInWords(dueAt, zone)}`,
        cause: `${story.id}:${dueAt.toISOString()}`,
      });
    }
  });
}
