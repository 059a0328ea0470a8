import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Body } from "@/domain/body/body";
import { readBody } from "@/domain/body/read-body";
import type { Actor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { type Anchor, contextOf, findPassage } from "@/domain/review/anchor";
import { carriedOver } from "@/domain/review/changes";
import { lineChange, lineIn, pictureOf } from "@/domain/review/suggested-lines";
import {
  changeOf,
  documentOf,
  inOneLine,
  lettersOf,
  lineWith,
  withSuggested,
} from "@/domain/review/suggested-text";
import type { suggestionFields } from "@/domain/review/suggestions";
import type { Words } from "@/domain/words";
import { decideMove } from "@/domain/workflow";
import { database, inTransaction, type Transaction } from "./client";
import { saveOver } from "./save-text";
import { newId } from "./schema/columns";
import { storyReadings, suggestions } from "./schema/stories";
import { type LockedStory, lockStory } from "./stories/locked-story";
import { changeStory, writeEvent } from "./write-story";

type Field = (typeof suggestionFields)[number];
type Row = typeof suggestions.$inferSelect;

const textOf = (words: Words, field: Field) =>
  field === "body" ? readBody(words.body).text : lineIn(words, field);

/** Suggests other words for a passage. They stand beside the text: whoever writes the story decides on them. */
export function suggest(
  actor: Actor,
  storyId: string,
  given: Anchor & { readonly field: Field; readonly replacement: string; readonly why: string },
): Promise<Result<{ id: string }, Refusal>> {
  return changeStory(actor, { id: storyId }, async (story, tx) => {
    const found = findPassage(textOf(story.words, given.field), given);
    if (!found || found.changed) return refuse("passage_gone" as const);
    if (given.passage.trim() === given.replacement.trim()) return refuse("already_there" as const);
    const id = newId();
    await tx.insert(suggestions).values({
      ...given,
      id,
      storyId,
      passage: given.passage.trim(),
      mediaId: given.field === "body" ? null : pictureOf(story.words, given.field),
      by: actor.id,
      revision: story.row.revision,
    });
    return ok({ event: { kind: "suggested" }, value: { id } });
  });
}

export type Verdict = "accepted" | "rejected" | "taken back";

/** Accepts, rejects or takes back one suggestion. An accepted one is in the text when this answers, as a saved revision. */
export async function decideSuggestion(
  actor: Actor,
  id: string,
  verdict: Verdict,
): Promise<Result<{ decided: number; gone: number }, Refusal>> {
  const [found] = await database()
    .select({ storyId: suggestions.storyId })
    .from(suggestions)
    .where(eq(suggestions.id, id));
  if (!found) return refuse("not_found" as const);
  return decide(actor, found.storyId, verdict, eq(suggestions.id, id));
}

/** Accepts or rejects every open suggestion of a story at once. Those whose words are not in the text any more stay. */
export const decideSuggestions = (
  actor: Actor,
  storyId: string,
  verdict: "accepted" | "rejected",
): Promise<Result<{ decided: number; gone: number }, Refusal>> =>
  decide(actor, storyId, verdict, isNull(suggestions.decision));

async function decide(
  actor: Actor,
  storyId: string,
  verdict: Verdict,
  which: ReturnType<typeof eq>,
): Promise<Result<{ decided: number; gone: number }, Refusal>> {
  return inTransaction(async (tx) => {
    const story = await lockStory(tx, actor, storyId);
    if (!story) return refuse("not_found" as const);
    const rows = await tx
      .select()
      .from(suggestions)
      .where(and(eq(suggestions.storyId, storyId), which))
      .orderBy(asc(suggestions.id));
    const open = rows.filter((row) => row.decision === null);
    const [first] = open;
    if (!first) return refuse(rows.length > 0 ? ("decided_already" as const) : ("not_found" as const));
    if (verdict === "taken back" ? first.by !== actor.id : !mayWrite(story, actor))
      return refuse("not_yours" as const);
    const applied = verdict === "accepted" ? apply(story.words, open) : { words: story.words, rows: open };
    if (applied.rows.length === 0) return refuse("passage_gone" as const);
    await tx
      .update(suggestions)
      .set({ decision: verdict, decidedBy: actor.id, decidedAt: sql`now()` })
      .where(
        inArray(
          suggestions.id,
          applied.rows.map((row) => row.id),
        ),
      );
    if (verdict === "accepted") {
      const saved = await saveOver(tx, story, actor, { words: applied.words, name: nameOf(applied.rows) });
      if (!saved.ok) throw new Error(`an accepted suggestion could not be saved: ${saved.why.why}`);
      await carryOthers(tx, story, applied.rows, applied.words.body);
    }
    await tellInTrail(tx, story.row.id, actor, verdict, applied.rows);
    return ok({ decided: applied.rows.length, gone: open.length - applied.rows.length });
  });
}

const mayWrite = (story: LockedStory, actor: Actor) =>
  decideMove(story.facts, "edit", actor, { now: story.now, blockers: 0, missing: 0 }).ok;

/** Puts suggestions into the words; those whose words are not there any more are left out. */
function apply(words: Words, rows: readonly Row[]): { words: Words; rows: Row[] } {
  let next = words;
  const done: Row[] = [];
  for (const row of rows) {
    if (row.field === "body") continue;
    const wording = lineWith(next, row.field, row);
    if (wording === null) continue;
    next = { ...next, ...lineChange(next, row.field, wording) };
    done.push(row);
  }
  const inBody = rows.filter((row) => row.field === "body");
  const made = withSuggested(documentOf(words.body), inBody);
  done.push(...inBody.filter((_, index) => !made.left.includes(index)));
  return { words: { ...next, body: made.doc.toJSON() as Body }, rows: done };
}

/** Those that stay open keep their places while others come into the text before or after them. */
async function carryOthers(
  tx: Transaction,
  story: LockedStory,
  accepted: readonly Row[],
  after: Body,
): Promise<void> {
  const open = await tx
    .select()
    .from(suggestions)
    .where(and(eq(suggestions.storyId, story.row.id), isNull(suggestions.decision)));
  const typed = open.filter((row) => row.content !== null);
  if (typed.length === 0) return;
  const doc = documentOf(story.words.body);
  const letters = lettersOf(doc);
  const made = accepted.flatMap((row) => (row.field === "body" ? (changeOf(doc, letters, row) ?? []) : []));
  const lettersAfter = lettersOf(documentOf(after));
  for (const row of typed) {
    const change = changeOf(doc, letters, row);
    const place = change && carriedOver(change, made);
    if (place === null) continue;
    const end = place + row.passage.length;
    await tx
      .update(suggestions)
      .set({ place, ...contextOf(lettersAfter, place, end), revision: story.row.revision + 1 })
      .where(eq(suggestions.id, row.id));
  }
}

const nameOf = (rows: readonly Row[]) =>
  rows.length === 1 ? "A suggestion accepted" : `${rows.length} suggestions accepted`;

/** What was decided stands in the trail by the text as it is now. */
async function tellInTrail(
  tx: Transaction,
  storyId: string,
  actor: Actor,
  verdict: Verdict,
  rows: readonly Row[],
): Promise<void> {
  if (verdict === "taken back") return;
  const now = await lockStory(tx, actor, storyId);
  if (!now) return;
  for (const row of rows) {
    const was = inOneLine(row.passage) || "(put in)";
    const note = `${was} → ${row.replacement || "(left out)"}`.slice(0, 1_000);
    await writeEvent(tx, now, actor, { kind: verdict, note });
  }
}

/** Remembers that somebody had this text open as a reviewer: what changes from now on is shown to them as changed. */
export async function noteReading(
  actor: Actor,
  given: { readonly id: string; readonly revision: number },
): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    const story = await lockStory(tx, actor, given.id);
    if (!story || given.revision > story.row.revision) return refuse("not_found" as const);
    await tx
      .insert(storyReadings)
      .values({ storyId: given.id, userId: actor.id, revision: given.revision })
      .onConflictDoNothing();
    return ok(null);
  });
}
