import { and, eq, inArray, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { emptyBody } from "@/domain/body/body";
import { blockersOf, missingOf, runChecks } from "@/domain/checks/checks";
import { decideEmbargo } from "@/domain/embargo";
import { type Actor, isEditor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import type { Words } from "@/domain/words";
import { type Change, type Circumstances, decideMove, type Move, needsOf } from "@/domain/workflow";
import { inTransaction, type Transaction } from "./client";
import { paperOf } from "./queries/desk/paper";
import { newId } from "./schema/columns";
import { quoteUses } from "./schema/sources";
import { revisions, stories, storyAuthors, storyEvents } from "./schema/stories";
import { hashOf } from "./stories/hash";
import { checkedStory, type LockedStory, lockStory } from "./stories/locked-story";
import { tell } from "./tell";

/** What is to be written of a story, all in one transaction with its line in the trail. */
export type StoryChange<Value> = {
  readonly set?: PgUpdateSetSource<typeof stories>;
  readonly event: { readonly kind: string; readonly note?: string } | null;
  readonly value: Value;
};
type Decide<Value> = (
  story: LockedStory,
  tx: Transaction,
) => Promise<Result<StoryChange<Value>, Refusal>> | Result<StoryChange<Value>, Refusal>;

/** The one way to write a story: takes its row, asks the decision about that very row, writes the row and the trail.
 * `target.revision` is the one the person was looking at; a newer text is a refusal, not a surprise. */
export async function changeStory<Value>(
  actor: Actor | "the clock",
  target: { readonly id: string; readonly revision?: number | undefined },
  decide: Decide<Value>,
): Promise<Result<Value, Refusal>> {
  return inTransaction(async (tx) => {
    const story = await lockStory(tx, actor, target.id);
    if (!story) return refuse("not_found" as const);
    if (target.revision !== undefined && target.revision !== story.row.revision)
      return refuse("stale_revision" as const);
    const decision = await decide(story, tx);
    if (!decision.ok) return decision;
    const { set, event, value } = decision.value;
    if (set)
      await tx
        .update(stories)
        .set({ ...set, updatedAt: sql`now()` })
        .where(eq(stories.id, story.row.id));
    if (event) await writeEvent(tx, story, actor, event, stageIn(set) ?? story.row.stage);
    return ok(value);
  });
}

const stageIn = (set: PgUpdateSetSource<typeof stories> | undefined) =>
  typeof set?.stage === "string" ? set.stage : undefined;

/** A line in the trail: who, what, from which stage to which, about which revision, why. */
export async function writeEvent(
  tx: Transaction,
  story: LockedStory,
  actor: Actor | "the clock",
  event: { readonly kind: string; readonly note?: string },
  toStage = story.row.stage,
): Promise<void> {
  await tx.insert(storyEvents).values({
    storyId: story.row.id,
    actorId: actor === "the clock" ? null : actor.id,
    kind: event.kind,
    fromStage: story.row.stage,
    toStage,
    revision: story.row.revision,
    note: event.note?.trim() ?? "",
  });
}

/** What a decided move writes on the story's row. The clock of the database says since when. */
export const columnsOf = (story: LockedStory, change: Change) => ({
  stage: change.stage,
  approvedRevision: change.approvedRevision,
  ...(change.stage !== story.row.stage && { stageSince: sql`now()` }),
  ...(change.approvedRevision === null && { approvedBy: null }),
  ...(change.stage !== "scheduled" && { scheduledFor: null, scheduledBy: null, scheduledZone: null }),
});

/** Asks the table of moves, having run the checks where the move wants them. */
export async function decideOn(
  tx: Transaction,
  story: LockedStory,
  actor: Actor | "the clock",
  move: Move,
  given: Pick<Circumstances, "note" | "moment"> = {},
): Promise<Result<Change, Refusal>> {
  const looks = needsOf(move).some((need) => need === "checks" || need === "complete");
  const approverId = move === "approve" && actor !== "the clock" ? actor.id : null;
  const verdicts = looks ? runChecks(await checkedStory(tx, story, approverId)) : [];
  return decideMove(story.facts, move, actor, {
    ...given,
    now: story.now,
    blockers: blockersOf(verdicts).length,
    missing: missingOf(verdicts).length,
  });
}

/** A move that changes the stage and nothing that readers see. */
export function moveStory(
  actor: Actor,
  target: { readonly id: string; readonly revision?: number | undefined },
  move: "send" | "send_back" | "approve" | "unschedule",
  note = "",
): Promise<Result<{ stage: Change["stage"] }, Refusal>> {
  return changeStory(actor, target, async (story, tx) => {
    const decision = await decideOn(tx, story, actor, move, { note });
    if (!decision.ok) return decision;
    await tellOfMove(tx, story, actor, move, note);
    return ok({
      set: { ...columnsOf(story, decision.value), ...(move === "approve" && { approvedBy: actor.id }) },
      event: { kind: move, note },
      value: { stage: decision.value.stage },
    });
  });
}

/** Tells those whom a move concerns. Taking a story off the schedule concerns nobody but who does it. */
async function tellOfMove(
  tx: Transaction,
  story: LockedStory,
  actor: Actor,
  move: "send" | "send_back" | "approve" | "unschedule",
  note: string,
): Promise<void> {
  if (move === "unschedule") return;
  const kind = ({ send: "sent_for_review", send_back: "sent_back", approve: "approved" } as const)[move];
  const to = move === "send" ? { editors: true } : { authors: true };
  await tell(tx, { kind, story: story.row, actor, to, note });
}

/** Sets the moment at which the app itself will publish. The moment is already a point in time; `zone` is where it was entered. */
export function scheduleStory(
  actor: Actor,
  id: string,
  moment: Date,
  zone: string,
): Promise<Result<{ stage: Change["stage"]; scheduledFor: Date }, Refusal>> {
  return changeStory(actor, { id }, async (story, tx) => {
    const decision = await decideOn(tx, story, actor, "schedule", { moment });
    if (!decision.ok) return decision;
    return ok({
      set: {
        ...columnsOf(story, decision.value),
        scheduledFor: moment,
        scheduledBy: actor.id,
        scheduledZone: zone,
        missedBecause: null,
      },
      event: { kind: "schedule", note: moment.toISOString() },
      value: { stage: decision.value.stage, scheduledFor: moment },
    });
  });
}

/** An empty story of the person's own, with its first revision. */
export async function createStory(actor: Actor): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const { language } = await paperOf(tx);
    const id = newId();
    const words: Words = {
      headline: "",
      standfirst: "",
      kicker: "",
      slug: "",
      language,
      sectionId: null,
      topicIds: [],
      hero: null,
      body: emptyBody,
    };
    await tx
      .insert(stories)
      .values({ id, language, body: emptyBody, createdBy: actor.id, updatedBy: actor.id });
    await tx.insert(storyAuthors).values({ storyId: id, userId: actor.id });
    await tx.insert(revisions).values({
      storyId: id,
      number: 1,
      kind: "created",
      words,
      hash: hashOf(words),
      saveKey: newId(),
      by: actor.id,
    });
    await tx
      .insert(storyEvents)
      .values({ storyId: id, actorId: actor.id, kind: "created", toStage: "drafting", revision: 1 });
    return { id };
  });
}

/** Takes back the approval of every approved or scheduled story that shows something which has just changed: a quote, its
 * source, its ground rule. They go back to review, and the trail says why. Part of the transaction that changes it. */
export async function lapseApprovals(
  tx: Transaction,
  actor: Actor,
  quoteIds: readonly string[],
  why: string,
): Promise<void> {
  if (quoteIds.length === 0) return;
  const shown = await tx
    .selectDistinct({ id: stories.id })
    .from(stories)
    .innerJoin(quoteUses, eq(quoteUses.storyId, stories.id))
    .where(and(inArray(quoteUses.quoteId, [...quoteIds]), inArray(stories.stage, ["approved", "scheduled"])))
    .orderBy(stories.id);
  for (const { id } of shown) {
    const story = await lockStory(tx, "the clock", id);
    if (!story || (story.row.stage !== "approved" && story.row.stage !== "scheduled")) continue;
    const change: Change = { stage: "in_review", approvedRevision: null, lapsed: true };
    await tx
      .update(stories)
      .set({ ...columnsOf(story, change), updatedAt: sql`now()` })
      .where(eq(stories.id, id));
    await writeEvent(tx, story, actor, { kind: "lapsed", note: why }, "in_review");
    const to = { authors: true, people: [story.row.approvedBy] };
    await tell(tx, { kind: "lapsed", story: story.row, actor, to, note: why });
  }
}

/** An editor gives a story to its authors, with a due moment and a word on what is wanted. At least one author stays. */
export function assignStory(
  actor: Actor,
  target: { readonly id: string },
  given: { readonly authorIds: readonly string[]; readonly dueAt: Date | null; readonly note: string },
): Promise<Result<null, Refusal>> {
  return changeStory(actor, target, async (story, tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    // Whoever approved it must not become its author afterwards, for then the author would have passed their own work.
    if (story.row.approvedBy && given.authorIds.includes(story.row.approvedBy))
      return refuse("own_story" as const);
    if (given.authorIds.length === 0) return refuse("incomplete" as const);
    await tx.delete(storyAuthors).where(eq(storyAuthors.storyId, story.row.id));
    await tx.insert(storyAuthors).values(
      [...new Set(given.authorIds)].map((userId, position) => ({
        storyId: story.row.id,
        userId,
        position,
      })),
    );
    const people = given.authorIds.filter((id) => !story.facts.authorIds.includes(id));
    await tell(tx, { kind: "assigned", story: story.row, actor, to: { people }, note: given.note });
    return ok({
      set: { dueAt: given.dueAt, assignment: given.note },
      event: { kind: "assigned", note: given.note },
      value: null,
    });
  });
}

/** An editor sets, moves or lifts the embargo: on a story that is not out, or on the change to one that is. A story
 * scheduled for before it is unscheduled. */
export function setEmbargo(actor: Actor, id: string, until: Date | null): Promise<Result<null, Refusal>> {
  return changeStory(actor, { id }, (story) => {
    const refused = decideEmbargo(story.facts, actor, until);
    if (refused) return refuse(refused);
    const tooEarly = until && story.row.scheduledFor && story.row.scheduledFor < until;
    const change: Change = { stage: "approved", approvedRevision: story.row.approvedRevision, lapsed: false };
    return ok({
      set: { embargoUntil: until, ...(tooEarly && columnsOf(story, change)) },
      event: { kind: "embargo", note: until?.toISOString() ?? "lifted" },
      value: null,
    });
  });
}
