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
import { checkedStory, commentsOf, factsOf, type LockedStory } from "@/db/stories/locked-story";
import { pictureIdsIn } from "@/db/stories/picture-uses";
import { quoteIdsIn, recordsOf } from "@/db/stories/records";
import { blockersInStory, missingOf, runChecks } from "@/domain/checks/checks";
import { type Actor, isEditor } from "@/domain/people";
import type { QuoteRecord } from "@/domain/quote-record";
import { shownSuggestions } from "@/domain/review/shown-suggestions";
import type { Words } from "@/domain/words";
import { allowedMoves, type Circumstances, decideMove, refusedMoves } from "@/domain/workflow";
import { correctionsToMake } from "./doubts";
import { paperOf, shapeOfPaper } from "./paper";
import { mentionable, openSuggestions } from "./review";
import { namesOfLibrary } from "./sources";
import { visibleTo } from "./visible";

/** What every page about one story shows; null when there is no such story or the person may not see it. */
async function rowFor(actor: Actor, id: string) {
  const db = database();
  const [row] = await db
    .select()
    .from(stories)
    .where(and(eq(stories.id, id), visibleTo(actor)));
  return row ? factsOf(db, row) : null;
}

async function shownOf(story: LockedStory) {
  const { row } = story;
  const [paper, shape, authors, talk, pictures] = await Promise.all([
    paperOf(),
    shapeOfPaper(),
    authorsOf(row.id),
    talkAbout(row.id),
    picturesFor(story.words),
  ]);
  return {
    id: row.id,
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
    withoutAppeal: row.withoutAppeal,
    withoutReplies: row.withoutReplies,
    cardQuoteId: row.cardQuoteId,
    scheduledFor: row.scheduledFor,
    missedBecause: row.missedBecause,
    updatedAt: row.updatedAt,
    now: story.now,
    pictures,
    paper,
    // A retired one stays with the story that has it, and is offered to no other.
    sections: shape.sections.filter((each) => !each.retired || each.id === story.words.sectionId),
    topics: shape.topics.filter((each) => !each.retired || story.words.topicIds.includes(each.id)),
    ...talk,
    mentionable: await mentionable(database(), story.facts.authorIds),
  };
}

/** Everything that the pages about one story show, and the moves that this person may make; null when there is no such
 * story or they may not see it. `verdicts` are as if this person, where an editor, were to approve it now. */
export async function storyForDesk(actor: Actor, id: string) {
  const story = await rowFor(actor, id);
  if (!story) return null;
  const [shown, checked, toCorrect, suggested] = await Promise.all([
    shownOf(story),
    checkedStory(database(), story, isEditor(actor) ? actor.id : null),
    correctionsToMake(actor, id),
    openSuggestions(database(), id),
  ]);
  const verdicts = runChecks(checked);
  const at: Circumstances = {
    now: story.now,
    blockers: blockersInStory(verdicts).length,
    missing: missingOf(verdicts).length,
  };
  return {
    ...shown,
    moves: allowedMoves(story.facts, actor, at),
    refused: refusedMoves(story.facts, actor, at),
    verdicts,
    records: checked.records,
    toCorrect,
    suggestions: shownSuggestions(story.words, suggested, checked.records),
    replies: checked.replies,
    weights: checked.weights,
    sourcesShown: sourcesIn(checked.records),
  };
}
export type StoryForDesk = NonNullable<Awaited<ReturnType<typeof storyForDesk>>>;

/** A story as it is written, or its older texts are read: without the checks, which read all of a text and take their
 * time in a long one. `closed` is why this person may not edit it. */
export async function storyForWriting(actor: Actor, id: string) {
  const story = await rowFor(actor, id);
  if (!story) return null;
  const [shown, records, knownNames, suggested] = await Promise.all([
    shownOf(story),
    recordsOf(database(), quoteIdsIn(story.words.body)),
    namesOfLibrary(),
    openSuggestions(database(), id),
  ]);
  const edit = decideMove(story.facts, "edit", actor, { now: story.now, blockers: 0, missing: 0 });
  return {
    ...shown,
    records,
    knownNames,
    suggestions: shownSuggestions(story.words, suggested, records),
    closed: edit.ok ? null : edit.why,
  };
}
export type StoryForWriting = NonNullable<Awaited<ReturnType<typeof storyForWriting>>>;
/** Each source once, by the name that the desk has for it. */
function sourcesIn(records: readonly QuoteRecord[]) {
  const names = new Map(records.map(({ source }) => [source.id, source.name]));
  return [...names].map(([id, name]) => ({ id, name }));
}

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

/** The suggested edits of a story that are open, in their places in its newest text; null when there is no such story or
 * the person may not see it. */
export async function suggestionsOnStory(actor: Actor, id: string) {
  const story = await rowFor(actor, id);
  if (!story) return null;
  const [suggested, records] = await Promise.all([
    openSuggestions(database(), id),
    recordsOf(database(), quoteIdsIn(story.words.body)),
  ]);
  const { revision } = story.row;
  return { revision, suggestions: shownSuggestions(story.words, suggested, records) };
}
