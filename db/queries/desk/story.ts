import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { media } from "@/db/schema/media";
import { users } from "@/db/schema/people";
import { corrections, correctionWordings } from "@/db/schema/publications";
import {
  notes,
  overrides,
  revisions,
  stories,
  storyAuthors,
  storyEvents,
  threads,
} from "@/db/schema/stories";
import { checkedStory, commentsOf, factsOf } from "@/db/stories/locked-story";
import { pictureIdsIn } from "@/db/stories/picture-uses";
import { blockersOf, missingOf, runChecks } from "@/domain/checks/checks";
import { type Actor, isEditor } from "@/domain/people";
import type { Words } from "@/domain/words";
import { allowedMoves, type Circumstances, refusedMoves } from "@/domain/workflow";
import { paperOf, shapeOfPaper } from "./paper";
import { visibleTo } from "./visible";

/** Everything that the pages about one story show, and the moves that this person may make; null when there is no such
 * story or they may not see it. `verdicts` are as if this person, where an editor, were to approve it now. */
export async function storyForDesk(actor: Actor, id: string) {
  const db = database();
  const [row] = await db
    .select()
    .from(stories)
    .where(and(eq(stories.id, id), visibleTo(actor)));
  if (!row) return null;
  const story = await factsOf(db, row);
  const [paper, shape, checked, authors, talk] = await Promise.all([
    paperOf(),
    shapeOfPaper(),
    checkedStory(db, story, isEditor(actor) ? actor.id : null),
    authorsOf(id),
    talkAbout(id),
  ]);
  const verdicts = runChecks(checked);
  const at: Circumstances = {
    now: story.now,
    blockers: blockersOf(verdicts).length,
    missing: missingOf(verdicts).length,
  };
  return {
    id,
    stage: row.stage,
    stageSince: row.stageSince,
    revision: row.revision,
    words: story.words,
    wordCount: row.wordCount,
    authors,
    approvedRevision: row.approvedRevision,
    copy: story.facts.copy,
    address: story.address,
    dueAt: row.dueAt,
    assignment: row.assignment,
    embargoUntil: row.embargoUntil,
    scheduledFor: row.scheduledFor,
    missedBecause: row.missedBecause,
    updatedAt: row.updatedAt,
    now: story.now,
    moves: allowedMoves(story.facts, actor, at),
    refused: refusedMoves(story.facts, actor, at),
    verdicts,
    records: checked.records,
    pictures: await picturesFor(story.words),
    paper,
    ...shape,
    ...talk,
  };
}
export type StoryForDesk = NonNullable<Awaited<ReturnType<typeof storyForDesk>>>;

function authorsOf(storyId: string) {
  return database()
    .select({ id: users.id, name: users.name, title: users.title, slug: users.slug })
    .from(storyAuthors)
    .innerJoin(users, eq(users.id, storyAuthors.userId))
    .where(eq(storyAuthors.storyId, storyId))
    .orderBy(asc(storyAuthors.position), asc(users.name));
}

async function talkAbout(storyId: string) {
  const db = database();
  const [events, noted, open, setAside, corrected] = await Promise.all([
    db
      .select({
        id: storyEvents.id,
        kind: storyEvents.kind,
        by: users.name,
        fromStage: storyEvents.fromStage,
        toStage: storyEvents.toStage,
        revision: storyEvents.revision,
        note: storyEvents.note,
        at: storyEvents.at,
      })
      .from(storyEvents)
      .leftJoin(users, eq(users.id, storyEvents.actorId))
      .where(eq(storyEvents.storyId, storyId))
      .orderBy(desc(storyEvents.id))
      .limit(100),
    db
      .select({ id: notes.id, text: notes.text, at: notes.at, by: users.name })
      .from(notes)
      .innerJoin(users, eq(users.id, notes.by))
      .where(eq(notes.storyId, storyId))
      .orderBy(desc(notes.id))
      .limit(200),
    db.select().from(threads).where(eq(threads.storyId, storyId)).orderBy(desc(threads.id)).limit(200),
    db.select().from(overrides).where(eq(overrides.storyId, storyId)).orderBy(desc(overrides.id)).limit(200),
    db
      .select({
        id: corrections.id,
        kind: corrections.kind,
        text: corrections.text,
        was: corrections.was,
        says: corrections.says,
        at: corrections.at,
        amendedAt: corrections.amendedAt,
      })
      .from(corrections)
      .where(eq(corrections.storyId, storyId))
      .orderBy(desc(corrections.at)),
  ]);
  return {
    events,
    notes: noted,
    threads: await withComments(open),
    overrides: setAside,
    corrections: await withWordings(corrected),
  };
}

/** Each correction with how it read before, the newest first. */
async function withWordings<Each extends { id: string }>(corrected: readonly Each[]) {
  if (corrected.length === 0) return [];
  const rows = await database()
    .select({
      id: correctionWordings.id,
      correctionId: correctionWordings.correctionId,
      text: correctionWordings.text,
      until: correctionWordings.until,
    })
    .from(correctionWordings)
    .where(
      inArray(
        correctionWordings.correctionId,
        corrected.map((each) => each.id),
      ),
    )
    .orderBy(desc(correctionWordings.id))
    .limit(200);
  return corrected.map((each) => ({
    ...each,
    before: rows.filter((row) => row.correctionId === each.id),
  }));
}

async function withComments(open: (typeof threads.$inferSelect)[]) {
  if (open.length === 0) return [];
  const db = database();
  const comments = await commentsOf(
    db,
    open.map((thread) => thread.id),
  );
  const writers = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(comments.map((each) => each.by))]));
  const name = new Map(writers.map((each) => [each.id, each.name]));
  return open.map((thread) => ({
    ...thread,
    comments: comments
      .filter((each) => each.threadId === thread.id)
      .map(({ id, by, text, at }) => ({ id, by: name.get(by) ?? "", text, at })),
  }));
}

async function picturesFor(words: Words) {
  const ids = pictureIdsIn(words);
  if (ids.length === 0) return [];
  const rows = await database().select().from(media).where(inArray(media.id, ids));
  return rows.map(({ id, name, widths, width, height, focalX, focalY }) => ({
    id,
    name,
    widths,
    width,
    height,
    focal: [focalX, focalY] as const,
  }));
}

/** One stored text of a story that the person may see. */
export async function storyAtRevision(actor: Actor, storyId: string, revisionId: string) {
  const [row] = await database()
    .select({ number: revisions.number, kind: revisions.kind, words: revisions.words })
    .from(revisions)
    .innerJoin(stories, eq(stories.id, revisions.storyId))
    .where(and(eq(revisions.id, revisionId), eq(revisions.storyId, storyId), visibleTo(actor)));
  return row ?? null;
}
