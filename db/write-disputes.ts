import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import { decideDispute, decideNoCorrection } from "@/domain/dispute-rules";
import type { Actor } from "@/domain/people";
import type { StateOfQuote } from "@/domain/quotes";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction, type Transaction } from "./client";
import { quotesVisibleTo } from "./queries/desk/quotes";
import { visibleTo } from "./queries/desk/visible";
import { deskEvents } from "./schema/people";
import { publications } from "./schema/publications";
import { correctionTasks, quoteDisputes, quotePrints, quotes } from "./schema/sources";
import { stories, storyEvents } from "./schema/stories";
import { compareAnew } from "./stories/recount";
import { lockStoriesShowing } from "./write-quotes";
import { lapseApprovals } from "./write-story";

/** Says that a quote is disputed, is retracted, or stands after all. Every story that shows it has it in its trail; each
 * live one gets a task, to be closed by a correction or with a reason. */
export async function disputeQuote(
  actor: Actor,
  given: { readonly id: string; readonly state: StateOfQuote; readonly why: string },
): Promise<Result<{ readonly tasks: number }, Refusal>> {
  return inTransaction(async (tx) => {
    const [quote] = await tx
      .select({ state: quotes.state, recordedBy: quotes.recordedBy })
      .from(quotes)
      .where(and(eq(quotes.id, given.id), quotesVisibleTo(actor)))
      .for("no key update", { of: quotes });
    if (!quote) return refuse("not_found" as const);
    const decision = decideDispute(quote, given.state, actor, given.why);
    if (!decision.ok) return decision;
    const why = given.why.trim();
    await lockStoriesShowing(tx, [given.id]);
    await tx
      .update(quotes)
      .set({ state: decision.value, updatedAt: sql`now()` })
      .where(eq(quotes.id, given.id));
    await tx.insert(quoteDisputes).values({ quoteId: given.id, state: decision.value, by: actor.id, why });
    await tx
      .insert(deskEvents)
      .values({ actorId: actor.id, kind: `quote_${decision.value}`, subject: given.id });
    await tellStories(tx, actor, given.id, `quote_${decision.value}`, why);
    await compareAnew(tx, [given.id]);
    await lapseApprovals(tx, actor, [given.id], `A quote was ${saidOf[decision.value]}: ${why}`);
    if (decision.value === "stands") return ok({ tasks: await closeAll(tx, actor, given.id) });
    return ok({ tasks: await openTasks(tx, actor, given.id) });
  });
}

const saidOf: Record<StateOfQuote, string> = {
  stands: "found to stand",
  disputed: "disputed",
  retracted: "retracted",
};

/** The trail of each story that shows the quote, in its text or before readers. */
async function tellStories(
  tx: Transaction,
  actor: Actor,
  quoteId: string,
  kind: string,
  why: string,
): Promise<void> {
  const shown = await tx
    .select({ id: stories.id, revision: stories.revision })
    .from(stories)
    .where(
      sql`${stories.id} in (select story_id from quote_uses where quote_id = ${quoteId}
          union select story_id from quote_prints where quote_id = ${quoteId})`,
    );
  for (const story of shown)
    await tx
      .insert(storyEvents)
      .values({ storyId: story.id, actorId: actor.id, kind, revision: story.revision, note: why });
}

async function openTasks(tx: Transaction, actor: Actor, quoteId: string): Promise<number> {
  const live = await tx
    .select({ storyId: quotePrints.storyId })
    .from(quotePrints)
    .innerJoin(publications, eq(publications.storyId, quotePrints.storyId))
    .where(and(eq(quotePrints.quoteId, quoteId), isNull(publications.withdrawnAt)));
  if (live.length > 0)
    await tx
      .insert(correctionTasks)
      .values(live.map(({ storyId }) => ({ storyId, quoteId, openedBy: actor.id })))
      .onConflictDoNothing();
  return live.length;
}

async function closeAll(tx: Transaction, actor: Actor, quoteId: string): Promise<number> {
  const closed = await tx
    .update(correctionTasks)
    .set({ closedBy: actor.id, closedAt: sql`now()`, closedHow: "stands" })
    .where(and(eq(correctionTasks.quoteId, quoteId), isNull(correctionTasks.closedAt)))
    .returning({ id: correctionTasks.id });
  return closed.length;
}

/** An editor leaves a live story as it is although a quote in it is in doubt, and says why. */
export async function closeTask(
  actor: Actor,
  given: { readonly id: string; readonly reason: string },
): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    const [task] = await tx
      .select({ storyId: correctionTasks.storyId, closedAt: correctionTasks.closedAt })
      .from(correctionTasks)
      .innerJoin(stories, eq(stories.id, correctionTasks.storyId))
      .where(and(eq(correctionTasks.id, given.id), visibleTo(actor)))
      .for("update", { of: correctionTasks });
    if (!task) return refuse("not_found" as const);
    const decision = decideNoCorrection({ closed: task.closedAt !== null }, actor, given.reason);
    if (!decision.ok) return decision;
    const reason = given.reason.trim();
    await tx
      .update(correctionTasks)
      .set({ closedBy: actor.id, closedAt: sql`now()`, closedHow: "no_correction", reason })
      .where(eq(correctionTasks.id, given.id));
    const [story] = await tx
      .select({ revision: stories.revision })
      .from(stories)
      .where(eq(stories.id, task.storyId));
    await tx.insert(storyEvents).values({
      storyId: task.storyId,
      actorId: actor.id,
      kind: "left_uncorrected",
      revision: story?.revision ?? 0,
      note: reason,
    });
    return ok(null);
  });
}

/** Keeps which quotes the published copy shows, and closes the tasks for those that it shows no more. `by` is whoever
 * put the copy before readers. */
export async function notePrints(
  tx: Transaction,
  storyId: string,
  quoteIds: readonly string[],
  by: string | null,
): Promise<void> {
  await tx.delete(quotePrints).where(eq(quotePrints.storyId, storyId));
  if (quoteIds.length > 0)
    await tx.insert(quotePrints).values(quoteIds.map((quoteId) => ({ storyId, quoteId })));
  if (by)
    await tx
      .update(correctionTasks)
      .set({ closedBy: by, closedAt: sql`now()`, closedHow: "corrected" })
      .where(
        and(
          eq(correctionTasks.storyId, storyId),
          isNull(correctionTasks.closedAt),
          quoteIds.length > 0 ? notInArray(correctionTasks.quoteId, [...quoteIds]) : undefined,
        ),
      );
}
