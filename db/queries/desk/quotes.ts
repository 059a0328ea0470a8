import { and, asc, desc, eq, exists, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { type Actor, isEditor } from "@/domain/people";
import type { QuoteRecord } from "@/domain/quote-record";
import type { Standing, Verification } from "@/domain/quotes";
import { database } from "../../client";
import { users } from "../../schema/people";
import { publications } from "../../schema/publications";
import { quoteEvents, quotePrints, quotes, quoteUses } from "../../schema/sources";
import { stories } from "../../schema/stories";
import { recordsOf } from "../../stories/records";
import { doubtsOf, tasksOfQuote } from "./doubts";
import { visibleTo } from "./visible";

/** Which quotes a person may see. Editors see all. A reporter sees those they recorded, those of stories they may see,
 * and those that readers have before them: of the published revision, not of what is being written on top of it. */
export function quotesVisibleTo(actor: Actor): SQL | undefined {
  if (isEditor(actor)) return undefined;
  const db = database();
  const inSeenStory = db
    .select({ one: sql`1` })
    .from(quoteUses)
    .innerJoin(stories, eq(stories.id, quoteUses.storyId))
    .where(and(eq(quoteUses.quoteId, quotes.id), visibleTo(actor)));
  return or(eq(quotes.recordedBy, actor.id), exists(inSeenStory), isInPrint());
}

/** Whether readers have it in a live story. */
export const isInPrint = (): SQL =>
  exists(
    database()
      .select({ one: sql`1` })
      .from(quotePrints)
      .innerJoin(
        publications,
        and(eq(publications.storyId, quotePrints.storyId), isNull(publications.withdrawnAt)),
      )
      .where(eq(quotePrints.quoteId, quotes.id)),
  );

/** Those of the asked-for quotes that the person may see. In no order. */
export async function quoteRecords(actor: Actor, ids: readonly string[]): Promise<QuoteRecord[]> {
  if (ids.length === 0) return [];
  const seen = await database()
    .select({ id: quotes.id })
    .from(quotes)
    .where(and(inArray(quotes.id, [...ids]), quotesVisibleTo(actor)));
  return recordsOf(
    database(),
    seen.map((row) => row.id),
  );
}

/** A story that shows a quote, as far as the person may know: without a headline where they may not see the story. */
export type QuoteUse = {
  readonly storyId: string;
  readonly headline: string | null;
  readonly displayed: string;
  readonly standing: Standing;
};

/** Where a quote is used. A story that the person may not see is counted and not named. */
async function usesOf(actor: Actor, quoteId: string): Promise<QuoteUse[]> {
  const rows = await database()
    .select({
      storyId: stories.id,
      headline: stories.headline,
      displayed: quoteUses.displayed,
      standing: quoteUses.standing,
      seen: sql<boolean>`${visibleTo(actor)}`,
    })
    .from(quoteUses)
    .innerJoin(stories, eq(stories.id, quoteUses.storyId))
    .where(eq(quoteUses.quoteId, quoteId))
    .orderBy(desc(stories.updatedAt), asc(quoteUses.position));
  return rows.map(({ seen, ...use }) =>
    seen ? use : { ...use, storyId: "", headline: null, displayed: "" },
  );
}

/** One step in a quote's past: who, what, against what. */
export type QuoteEvent = {
  readonly id: string;
  readonly by: string;
  readonly from: Verification | null;
  readonly to: Verification;
  readonly against: string;
  readonly at: Date;
};

/** Everything about one quote for its page; null where it is not there, or not for this person. */
export async function quoteForDesk(actor: Actor, id: string) {
  const [record] = await quoteRecords(actor, [id]);
  if (!record) return null;
  const db = database();
  const [facts] = await db
    .select({
      language: quotes.language,
      ownRule: quotes.groundRule,
      createdAt: quotes.createdAt,
      recordedByName: users.name,
    })
    .from(quotes)
    .innerJoin(users, eq(users.id, quotes.recordedBy))
    .where(eq(quotes.id, id));
  if (!facts) return null;
  const events: QuoteEvent[] = await db
    .select({
      id: quoteEvents.id,
      by: users.name,
      from: quoteEvents.from,
      to: quoteEvents.to,
      against: quoteEvents.against,
      at: quoteEvents.at,
    })
    .from(quoteEvents)
    .innerJoin(users, eq(users.id, quoteEvents.by))
    .where(eq(quoteEvents.quoteId, id))
    .orderBy(desc(quoteEvents.id));
  const [uses, doubts, tasks] = await Promise.all([usesOf(actor, id), doubtsOf(id), tasksOfQuote(actor, id)]);
  return { record, ...facts, events, uses, doubts, tasks };
}
