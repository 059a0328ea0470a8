import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { paperOf } from "@/db/queries/desk/paper";
import { visibleTo } from "@/db/queries/desk/visible";
import { publications } from "@/db/schema/publications";
import { overrides, stories, storyAuthors, storyTopics, threadComments, threads } from "@/db/schema/stories";
import type { CheckedStory } from "@/domain/checks/checked-story";
import type { Actor } from "@/domain/people";
import type { Words } from "@/domain/words";
import type { StoryFacts } from "@/domain/workflow";
import { offRecordVerbatims, quoteIdsIn, recordsOf } from "./records";
import { sourcingOf } from "./sourcing";

export type StoryRow = typeof stories.$inferSelect;

/** A story whose row this transaction holds: nobody else can move or save it until the transaction ends. */
export type LockedStory = {
  readonly row: StoryRow;
  readonly words: Words;
  readonly facts: StoryFacts;
  readonly address: string | null;
  /** The database's clock at the start of the transaction. */
  readonly now: Date;
};

/** Takes the story for this transaction; null when it does not exist or the person may not see it. */
export async function lockStory(
  tx: Transaction,
  actor: Actor | "the clock",
  id: string,
): Promise<LockedStory | null> {
  const seen = actor === "the clock" ? undefined : visibleTo(actor);
  const [row] = await tx
    .select()
    .from(stories)
    .where(and(eq(stories.id, id), seen))
    .for("update");
  // What is read beside the row is asked for once it is held: until then another may be changing it.
  return row ? factsOf(tx, row) : null;
}

/** What the decisions need to know of a story. */
export async function factsOf(reader: Reader, row: StoryRow): Promise<LockedStory> {
  const [authors, topics, [live], [clock]] = await Promise.all([
    authorIdsOf(reader, row.id),
    reader
      .select({ id: storyTopics.topicId })
      .from(storyTopics)
      .where(eq(storyTopics.storyId, row.id))
      .orderBy(asc(storyTopics.topicId)),
    reader
      .select({ address: publications.address, withdrawnAt: publications.withdrawnAt })
      .from(publications)
      .where(eq(publications.storyId, row.id)),
    reader.execute<{ now: string }>(sql`select now()::text as now`),
  ]);
  return {
    row,
    words: wordsOf(
      row,
      topics.map((topic) => topic.id),
    ),
    address: live?.address ?? null,
    now: new Date(clock?.now ?? Number.NaN),
    facts: {
      stage: row.stage,
      revision: row.revision,
      approvedRevision: row.approvedRevision,
      copy: live ? (live.withdrawnAt ? "withdrawn" : "live") : "none",
      authorIds: authors,
      embargoUntil: row.embargoUntil,
    },
  };
}

async function authorIdsOf(reader: Reader, storyId: string): Promise<string[]> {
  const rows = await reader
    .select({ id: storyAuthors.userId })
    .from(storyAuthors)
    .where(eq(storyAuthors.storyId, storyId))
    .orderBy(asc(storyAuthors.position), asc(storyAuthors.userId));
  return rows.map((row) => row.id);
}

/** The words of a story as one save holds them. */
const wordsOf = (row: StoryRow, topicIds: readonly string[]): Words => ({
  headline: row.headline,
  standfirst: row.standfirst,
  kicker: row.kicker,
  slug: row.slug,
  language: row.language,
  sectionId: row.sectionId,
  topicIds: [...topicIds].sort(),
  hero: row.heroId
    ? { mediaId: row.heroId, alt: row.heroAlt, caption: row.heroCaption, credit: row.heroCredit }
    : null,
  body: row.body,
});

/** Everything that the checks look at, read in one go. */
export async function checkedStory(
  reader: Reader,
  story: LockedStory,
  approverId: string | null,
): Promise<CheckedStory> {
  const { row } = story;
  const [paper, records, offRecord, openThreads, setAside] = await Promise.all([
    paperOf(reader),
    recordsOf(reader, quoteIdsIn(row.body)),
    offRecordVerbatims(reader),
    reader
      .select({ id: threads.id, passage: threads.passage, mustResolve: threads.mustResolve })
      .from(threads)
      .where(and(eq(threads.storyId, row.id), isNull(threads.resolvedAt)))
      .orderBy(asc(threads.id)),
    reader
      .select({ check: overrides.check, subject: overrides.subject, reason: overrides.reason })
      .from(overrides)
      .where(and(eq(overrides.storyId, row.id), eq(overrides.revision, row.revision))),
  ]);
  const sourcing = await sourcingOf(
    reader,
    row.id,
    records.map((record) => record.source.id),
  );
  return {
    words: story.words,
    authorIds: story.facts.authorIds,
    approverId,
    embargoUntil: row.embargoUntil,
    now: story.now,
    records,
    offRecord,
    openThreads,
    overrides: setAside,
    ...sourcing,
    house: paper.house,
  };
}

/** Comments of several threads, oldest first. */
export const commentsOf = (reader: Reader, threadIds: readonly string[]) =>
  reader
    .select()
    .from(threadComments)
    .where(inArray(threadComments.threadId, [...threadIds]))
    .orderBy(asc(threadComments.id));
