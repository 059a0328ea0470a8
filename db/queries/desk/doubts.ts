import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { StateOfQuote, TaskEnding } from "@/domain/quotes";
import { database, type Reader } from "../../client";
import { users } from "../../schema/people";
import { correctionTasks, quoteDisputes, quotes, sources } from "../../schema/sources";
import { stories } from "../../schema/stories";
import { visibleTo } from "./visible";

/** One word on how a quote stands: who, when, why. */
export type Doubt = {
  readonly id: string;
  readonly state: StateOfQuote;
  readonly by: string;
  readonly why: string;
  readonly at: Date;
};

/** Everything that was ever said on whether a quote stands, the newest first. The caller has seen to it that the person
 * may see the quote. */
export const doubtsOf = (quoteId: string): Promise<Doubt[]> =>
  database()
    .select({
      id: quoteDisputes.id,
      state: quoteDisputes.state,
      by: users.name,
      why: quoteDisputes.why,
      at: quoteDisputes.at,
    })
    .from(quoteDisputes)
    .innerJoin(users, eq(users.id, quoteDisputes.by))
    .where(eq(quoteDisputes.quoteId, quoteId))
    .orderBy(desc(quoteDisputes.id))
    .limit(200);

/** A live story that shows a quote in doubt: what about it, and what was said last. */
export type CorrectionToMake = {
  readonly id: string;
  readonly quoteId: string;
  readonly speaker: string;
  readonly state: StateOfQuote;
  readonly verbatim: string;
  readonly why: string;
  readonly openedBy: string;
  readonly openedAt: Date;
};

/** What is still to be corrected in a story that the person may see, the oldest first. */
export async function correctionsToMake(
  actor: Actor,
  storyId: string,
  reader: Reader = database(),
): Promise<CorrectionToMake[]> {
  return reader
    .select({
      id: correctionTasks.id,
      quoteId: quotes.id,
      speaker: sources.name,
      state: quotes.state,
      verbatim: quotes.verbatim,
      why: sql<string>`coalesce((select d.why from quote_disputes d where d.quote_id = "quotes"."id" order by d.id desc limit 1), '')`,
      openedBy: users.name,
      openedAt: correctionTasks.openedAt,
    })
    .from(correctionTasks)
    .innerJoin(stories, eq(stories.id, correctionTasks.storyId))
    .innerJoin(quotes, eq(quotes.id, correctionTasks.quoteId))
    .innerJoin(sources, eq(sources.id, quotes.sourceId))
    .innerJoin(users, eq(users.id, correctionTasks.openedBy))
    .where(and(eq(correctionTasks.storyId, storyId), isNull(correctionTasks.closedAt), visibleTo(actor)))
    .orderBy(asc(correctionTasks.id));
}

/** What became of a quote in doubt in each live story: named only where the person may see the story. */
export type TaskOfQuote = {
  readonly id: string;
  readonly storyId: string;
  readonly headline: string | null;
  readonly closedHow: TaskEnding | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly reason: string;
};

export async function tasksOfQuote(actor: Actor, quoteId: string): Promise<TaskOfQuote[]> {
  const rows = await database()
    .select({
      id: correctionTasks.id,
      storyId: stories.id,
      headline: stories.headline,
      seen: sql<boolean>`${visibleTo(actor) ?? sql`true`}`,
      closedHow: correctionTasks.closedHow,
      closedBy: users.name,
      closedAt: correctionTasks.closedAt,
      reason: correctionTasks.reason,
    })
    .from(correctionTasks)
    .innerJoin(stories, eq(stories.id, correctionTasks.storyId))
    .leftJoin(users, eq(users.id, correctionTasks.closedBy))
    .where(eq(correctionTasks.quoteId, quoteId))
    .orderBy(desc(correctionTasks.id))
    .limit(200);
  return rows.map(({ seen, ...task }) =>
    seen ? task : { ...task, storyId: "", headline: null, reason: "" },
  );
}
