import { and, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { mayChangeSource } from "@/domain/source-rules";
import {
  type ConditionKind,
  decideAgreement,
  decideCondition,
  type ReplyOutcome,
  type ReplyWay,
  type SourceWeight,
  type UnnamedUse,
} from "@/domain/sourcing";
import { inTransaction, type Transaction } from "./client";
import { deskEvents } from "./schema/people";
import { sources } from "./schema/sources";
import { repliesSought, sourceConditions, storySources, unnamedApprovals } from "./schema/sourcing";
import { sourceNow, standingFor } from "./stories/merged";
import { changeStory, columnsOf } from "./write-story";

/** Says how much a story leans on a source. It decides who has to agree, so an approval given before does not cover it. */
export function weighSource(
  actor: Actor,
  given: { readonly storyId: string; readonly sourceId: string; readonly weight: SourceWeight },
): Promise<Result<null, Refusal>> {
  return changeStory(actor, { id: given.storyId }, async (story, tx) => {
    const sourceId = await sourceNow(tx, given.sourceId);
    if (!sourceId) return refuse("not_found" as const);
    const { weight, storyId } = given;
    const records = [...(await standingFor(tx, [sourceId])).keys()];
    // It is said of every record of the source: an older word about one of them does not outweigh it.
    await tx
      .update(storySources)
      .set({ weight, setBy: actor.id, at: sql`now()` })
      .where(and(eq(storySources.storyId, storyId), inArray(storySources.sourceId, records)));
    await tx
      .insert(storySources)
      .values({ storyId, sourceId, weight, setBy: actor.id })
      .onConflictDoUpdate({
        target: [storySources.storyId, storySources.sourceId],
        set: { weight, setBy: actor.id, at: sql`now()` },
      });
    const lapses = story.row.stage === "approved" || story.row.stage === "scheduled";
    const back = { stage: "in_review", approvedRevision: null, lapsed: true } as const;
    return ok({
      ...(lapses && { set: columnsOf(story, back) }),
      event: { kind: "weighed", note: weight },
      value: null,
    });
  });
}

/** An editor agrees that the story takes this from a source it does not name. Never an author of the story. */
export function agreeToUse(
  actor: Actor,
  given: { readonly storyId: string; readonly sourceId: string; readonly use: UnnamedUse },
): Promise<Result<null, Refusal>> {
  return changeStory(actor, { id: given.storyId }, async (story, tx) => {
    const decision = decideAgreement(actor, story.facts.authorIds);
    if (!decision.ok) return decision;
    const sourceId = await sourceNow(tx, given.sourceId);
    if (!sourceId) return refuse("not_found" as const);
    if (await hasAgreed(tx, actor, { ...given, sourceId })) return refuse("already_there" as const);
    const made = await tx
      .insert(unnamedApprovals)
      .values({ ...given, sourceId, by: actor.id, level: decision.value })
      .onConflictDoNothing()
      .returning({ id: unnamedApprovals.id });
    if (made.length === 0) return refuse("already_there" as const);
    return ok({ event: { kind: "agreed", note: given.use }, value: null });
  });
}

/** Whether this person agreed to the same of any record that this source now stands for. */
async function hasAgreed(
  tx: Transaction,
  actor: Actor,
  {
    storyId,
    sourceId,
    use,
  }: { readonly storyId: string; readonly sourceId: string; readonly use: UnnamedUse },
): Promise<boolean> {
  const records = [...(await standingFor(tx, [sourceId])).keys()];
  const [found] = await tx
    .select({ id: unnamedApprovals.id })
    .from(unnamedApprovals)
    .where(
      and(
        eq(unnamedApprovals.storyId, storyId),
        inArray(unnamedApprovals.sourceId, records),
        eq(unnamedApprovals.use, use),
        eq(unnamedApprovals.by, actor.id),
      ),
    )
    .limit(1);
  return found !== undefined;
}

export type ReplyEntry = {
  readonly id: string;
  readonly storyId: string;
  readonly sourceId: string | null;
  readonly whom: string;
  readonly about: string;
  readonly contactedAt: Date;
  readonly how: ReplyWay;
  readonly deadline: Date | null;
  readonly outcome: ReplyOutcome;
  readonly answer: string;
};

/** Puts down that somebody was asked for a reply, or what they answered. The id is made by the form, so that a second
 * press finds what the first one made. */
export function keepReply(actor: Actor, entry: ReplyEntry): Promise<Result<{ id: string }, Refusal>> {
  return changeStory(actor, { id: entry.storyId }, async (_story, tx) => {
    const { id, storyId, sourceId: asked, ...typed } = entry;
    const [before] = await tx
      .select({ storyId: repliesSought.storyId, outcome: repliesSought.outcome })
      .from(repliesSought)
      .where(eq(repliesSought.id, id))
      .for("update");
    // Two ids come in: a reply of another story is nobody's business here.
    if (before && before.storyId !== storyId) return refuse("not_found" as const);
    const sourceId = asked && (await sourceNow(tx, asked));
    if (asked && !sourceId) return refuse("not_found" as const);
    const columns = { ...typed, sourceId };
    if (before)
      await tx
        .update(repliesSought)
        .set({ ...columns, updatedAt: sql`now()` })
        .where(and(eq(repliesSought.id, id), eq(repliesSought.storyId, storyId)));
    else await tx.insert(repliesSought).values({ id, storyId, ...columns, recordedBy: actor.id });
    return ok({
      event: { kind: before ? "reply_changed" : "reply_sought", note: `${columns.whom}: ${columns.outcome}` },
      value: { id },
    });
  });
}

/** Puts down what a source asked for, and whether the newsroom agreed. It stays as it is written. The id is made by the
 * form, so that a second press, or one whose answer was lost, puts nothing down twice. */
export function logCondition(
  actor: Actor,
  given: {
    readonly id: string;
    readonly sourceId: string;
    readonly asked: ConditionKind;
    readonly detail: string;
    readonly decision: "refused" | "accepted";
  },
): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    const sourceId = await sourceNow(tx, given.sourceId);
    if (!sourceId) return refuse("not_found" as const);
    const [source] = await tx.select().from(sources).where(eq(sources.id, sourceId));
    if (!source) return refuse("not_found" as const);
    const decision = decideCondition(actor, mayChangeSource(source, actor), given.decision);
    if (!decision.ok) return decision;
    const made = await tx
      .insert(sourceConditions)
      .values({ ...given, sourceId, by: actor.id })
      .onConflictDoNothing()
      .returning({ id: sourceConditions.id });
    if (made.length === 0) return ok(null);
    await tx.insert(deskEvents).values({
      actorId: actor.id,
      kind: "condition_logged",
      subject: sourceId,
      note: `${given.asked}: ${given.decision}`,
    });
    return ok(null);
  });
}
