import { and, eq, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import {
  corrections,
  publicationAuthors,
  publicationQuotes,
  publications,
  publicationTopics,
} from "@/db/schema/publications";
import { stories } from "@/db/schema/stories";
import type { Calendar } from "./calendar";
import type { SeedStory } from "./plan";

/** Spreads the demonstration over the days before today. The writers go by the database's clock, so everything happened
 * in the last few seconds; here, and nowhere else, what readers see gets the moments of the plan. The trail and the
 * revisions cannot be rewritten, and keep theirs. */
export async function backdate(id: string, story: SeedStory, calendar: Calendar, now: Date): Promise<void> {
  await database().transaction(async (tx) => {
    const since = story.minutesWaiting ?? null;
    if (since !== null)
      await tx
        .update(stories)
        .set({ stageSince: minutesBefore(now, since) })
        .where(eq(stories.id, id));
    const published = momentOf(story, calendar, "publish");
    if (!published) return;
    const corrected = momentOf(story, calendar, "correct");
    await backdateCopy(tx, id, published, corrected ?? published);
    if (corrected) await tx.update(corrections).set({ at: corrected }).where(eq(corrections.storyId, id));
    const withdrawn = momentOf(story, calendar, "withdraw");
    if (withdrawn) {
      await tx.update(publications).set({ withdrawnAt: withdrawn }).where(eq(publications.storyId, id));
      await tx
        .update(corrections)
        .set({ at: withdrawn })
        .where(and(eq(corrections.storyId, id), eq(corrections.kind, "withdrawal")));
    }
    const isSettled = story.minutesWaiting === undefined;
    if (isSettled)
      await tx
        .update(stories)
        .set({ stageSince: corrected ?? published })
        .where(eq(stories.id, id));
  });
}

const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

function momentOf(
  story: SeedStory,
  calendar: Calendar,
  what: "publish" | "correct" | "withdraw",
): Date | null {
  const step = story.life.find((each) => each.do === what);
  return step && "at" in step ? calendar.momentOf(step.at) : null;
}

async function backdateCopy(tx: Transaction, id: string, publishedAt: Date, updatedAt: Date): Promise<void> {
  const moments = JSON.stringify({
    publishedAt: publishedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  });
  await tx
    .update(publications)
    .set({ publishedAt, updatedAt, document: sql`${publications.document} || ${moments}::jsonb` })
    .where(eq(publications.storyId, id));
  for (const list of [publicationAuthors, publicationTopics, publicationQuotes]) {
    await tx.update(list).set({ publishedAt }).where(eq(list.storyId, id));
  }
}

/** The days of a story: those before today when something in its past would otherwise still be to come, as it is on a
 * morning before the hour at which it was published. */
export function daysOf(story: SeedStory, now: Date, from: (back: number) => Calendar): Calendar {
  const past = story.life.flatMap((step) =>
    step.do === "publish" || step.do === "correct" || step.do === "withdraw" ? [step.at] : [],
  );
  const today = from(0);
  return past.some((at) => today.momentOf(at) > now) ? from(1) : today;
}
