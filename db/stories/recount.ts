import { and, eq, inArray, sql } from "drizzle-orm";
import { meterOf, quotationsOf } from "@/domain/story-quotes";
import type { Transaction } from "../client";
import { paperOf } from "../queries/desk/paper";
import { quotes, quoteUses } from "../schema/sources";
import { stories } from "../schema/stories";
import { quoteIdsIn, recordsOf } from "./records";

/** Brings the board's meter up to date in every story that shows these quotes, after they were checked or fell back. */
export async function recountVerified(tx: Transaction, quoteIds: readonly string[]): Promise<void> {
  const ids = await storiesShowing(tx, quoteIds);
  if (ids.length === 0) return;
  const counted = tx
    .select({ verified: sql`count(*)` })
    .from(quoteUses)
    .innerJoin(quotes, eq(quotes.id, quoteUses.quoteId))
    .where(
      and(
        // Named in full: this stands inside an update, where a column alone could be either table's.
        sql`${quoteUses.storyId} = "stories"."id"`,
        sql`${quoteUses.standing} <> 'altered'`,
        inArray(quotes.verification, ["checked", "confirmed"]),
      ),
    );
  await tx
    .update(stories)
    .set({ quotesVerified: sql`(${counted})` })
    .where(inArray(stories.id, ids));
}

/** The same after the record itself was changed: words that were its own may now be altered, or the other way round. */
export async function compareAnew(tx: Transaction, quoteIds: readonly string[]): Promise<void> {
  const { house } = await paperOf(tx);
  for (const id of await storiesShowing(tx, quoteIds)) {
    const [story] = await tx.select({ body: stories.body }).from(stories).where(eq(stories.id, id));
    if (!story) continue;
    const records = await recordsOf(tx, quoteIdsIn(story.body));
    const list = quotationsOf(story.body, new Map(records.map((record) => [record.id, record])), house);
    for (const each of list) {
      if (each.kind === "tied" && quoteIds.includes(each.quoteId))
        await tx
          .update(quoteUses)
          .set({ standing: each.standing })
          .where(and(eq(quoteUses.storyId, id), eq(quoteUses.quoteId, each.quoteId)));
    }
    const meter = meterOf(list);
    await tx
      .update(stories)
      .set({ quotesVerified: meter.verified, quotesBroken: meter.broken })
      .where(eq(stories.id, id));
  }
}

async function storiesShowing(tx: Transaction, quoteIds: readonly string[]): Promise<string[]> {
  if (quoteIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: quoteUses.storyId })
    .from(quoteUses)
    .where(inArray(quoteUses.quoteId, [...quoteIds]))
    .orderBy(quoteUses.storyId);
  return rows.map((row) => row.id);
}
