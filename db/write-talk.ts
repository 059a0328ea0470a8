import { and, eq, isNull, sql } from "drizzle-orm";
import { rules } from "@/domain/checks/checks";
import type { CheckName } from "@/domain/checks/names";
import { type Actor, isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import type { Anchor } from "@/domain/review/anchor";
import { mentionedIn } from "@/domain/review/mentions";
import { inTransaction, type Transaction } from "./client";
import { mentionable } from "./queries/desk/review";
import { newId } from "./schema/columns";
import { commentMentions, notes, overrides, threadComments, threads } from "./schema/stories";
import { type LockedStory, lockStory } from "./stories/locked-story";
import { tell } from "./tell";
import { changeStory } from "./write-story";

/** A note for the desk alone. */
export function addNote(actor: Actor, id: string, text: string): Promise<Result<{ id: string }, Refusal>> {
  return changeStory(actor, { id }, async (story, tx) => {
    const note = { id: newId(), storyId: story.row.id, by: actor.id, text };
    await tx.insert(notes).values(note);
    return ok({ event: null, value: { id: note.id } });
  });
}

/** Opens a thread about words of the story. One that must be resolved stands in the way of approval. */
export function openThread(
  actor: Actor,
  id: string,
  given: Partial<Omit<Anchor, "passage">> & {
    readonly passage: string;
    readonly text: string;
    readonly mustResolve: boolean;
  },
): Promise<Result<{ id: string }, Refusal>> {
  return changeStory(actor, { id }, async (story, tx) => {
    const threadId = newId();
    await tx.insert(threads).values({
      id: threadId,
      storyId: story.row.id,
      passage: given.passage,
      before: given.before ?? "",
      after: given.after ?? "",
      revision: story.row.revision,
      mustResolve: given.mustResolve,
    });
    await writeComment(tx, story, threadId, actor, given.text);
    return ok({ event: { kind: "commented" }, value: { id: threadId } });
  });
}

/** Answers in a thread of a story that the person may see. */
export function comment(actor: Actor, threadId: string, text: string): Promise<Result<null, Refusal>> {
  return changeThread(actor, threadId, async (tx, story) => {
    const before = await tx
      .selectDistinct({ by: threadComments.by })
      .from(threadComments)
      .where(eq(threadComments.threadId, threadId));
    const talking = before.map((each) => each.by);
    await writeComment(tx, story, threadId, actor, text, talking);
  });
}

/** Writes a comment and tells of it: first whom it calls, those alone who may see the story, so that a call tells nobody
 * of one they may not; then, once each, its authors and who talked before. */
async function writeComment(
  tx: Transaction,
  story: LockedStory,
  threadId: string,
  by: Actor,
  note: string,
  talking: readonly string[] = [],
): Promise<void> {
  const id = newId();
  await tx.insert(threadComments).values({ id, threadId, by: by.id, text: note });
  const called = mentionedIn(note, await mentionable(tx, story.facts.authorIds));
  if (called.length > 0)
    await tx.insert(commentMentions).values(called.map((userId) => ({ commentId: id, userId })));
  const others = [...story.facts.authorIds, ...talking].filter((each) => !called.includes(each));
  const told = { story: story.row, actor: by, note };
  await tell(tx, { ...told, kind: "mentioned", to: { people: called } });
  await tell(tx, { ...told, kind: "commented", to: { people: others } });
}

/** Closes a thread. Whoever may see the story may close it; the trail of the thread says who did. */
export function resolveThread(actor: Actor, threadId: string): Promise<Result<null, Refusal>> {
  return changeThread(actor, threadId, async (tx) => {
    await tx
      .update(threads)
      .set({ resolvedAt: sql`now()`, resolvedBy: actor.id })
      .where(and(eq(threads.id, threadId), isNull(threads.resolvedAt)));
  });
}

function changeThread(
  actor: Actor,
  threadId: string,
  write: (tx: Transaction, story: LockedStory) => Promise<void>,
): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    const [thread] = await tx
      .select({ storyId: threads.storyId })
      .from(threads)
      .where(eq(threads.id, threadId));
    const story = thread && (await lockStory(tx, actor, thread.storyId));
    if (!story) return refuse("not_found" as const);
    await write(tx, story);
    return ok(null);
  });
}

/** An admin sets a blocker aside for the text as it is now, with a reason that stays on the trail. */
export function overrideCheck(
  actor: Actor,
  id: string,
  given: { readonly check: CheckName; readonly subject: string; readonly reason: string },
): Promise<Result<null, Refusal>> {
  return changeStory(actor, { id }, async (story, tx) => {
    if (!isAdmin(actor)) return refuse("admins_only" as const);
    if (rules[given.check].never) return refuse("never_overridden" as const);
    if (!given.reason.trim()) return refuse("note_needed" as const);
    await tx
      .insert(overrides)
      .values({ storyId: story.row.id, revision: story.row.revision, by: actor.id, ...given });
    return ok({ event: { kind: "overrode", note: `${given.check}: ${given.reason}` }, value: null });
  });
}
