import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { countWords, readBody } from "@/domain/body/read-body";
import type { Actor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { meterOf, quotationsOf, type StoryQuotation } from "@/domain/story-quotes";
import type { Words } from "@/domain/words";
import { type Change, decideMove, type Stage } from "@/domain/workflow";
import { database, inTransaction, type Transaction } from "./client";
import { paperOf } from "./queries/desk/paper";
import { newId } from "./schema/columns";
import { media } from "./schema/media";
import { sections, topics } from "./schema/paper";
import { users } from "./schema/people";
import { quoteUses } from "./schema/sources";
import { revisions, stories, storyTopics } from "./schema/stories";
import { hashOf } from "./stories/hash";
import { type LockedStory, lockStory } from "./stories/locked-story";
import { writePictureUses } from "./stories/picture-uses";
import { quoteIdsIn, recordsOf } from "./stories/records";
import { tiesUnseen } from "./stories/unseen";
import { columnsOf, writeEvent } from "./write-story";

export type Save = {
  readonly storyId: string;
  /** The revision that the words were typed over. */
  readonly base: number;
  /** Made by the browser once per save: a retry brings the same, and is answered the same. */
  readonly key: string;
  readonly kind: "autosave" | "named" | "restored";
  readonly name: string;
  readonly words: Words;
};

/** `hash` is that of the words which the database has committed. */
export type Saved = {
  readonly revision: number;
  readonly hash: string;
  readonly savedAt: Date;
  readonly stage: Stage;
  /** An approval was lost by this save. */
  readonly lapsed: boolean;
  /** Readers have a copy of the story: of this text, or of an older one. Said with every save, for somebody may publish
   * while another writes. */
  readonly isLive: boolean;
};

/** Somebody else's text came first. The words of this save are kept beside it, as the stored revision `branch`. */
export type Conflict = {
  readonly revision: number;
  readonly by: string;
  readonly at: Date;
  readonly branch: string;
};
export type NotSaved = { readonly why: Refusal; readonly conflict?: Conflict };

/** Saves a story's text, or says why not; a text that loses a race is kept all the same. What it answers as saved is
 * committed. A retry with the same key has no second effect, and the same words twice make no second revision. */
export async function saveText(actor: Actor, save: Save): Promise<Result<Saved, NotSaved>> {
  const [unknown, unseen, quotations] = await Promise.all([
    unknownIn(save.storyId, save.words),
    tiesUnseen(actor, save.storyId, save.words.body),
    readQuotations(save.words),
  ]);
  if (unknown) return refuse({ why: unknown });
  if (unseen) return refuse({ why: "quote_unseen" });
  const hash = hashOf(save.words);
  return inTransaction(async (tx) => {
    const story = await lockStory(tx, actor, save.storyId);
    if (!story) return refuse({ why: "not_found" as const });
    // Once the row is held: a retry of the same save may have held it until now.
    const [before] = await tx
      .select()
      .from(revisions)
      .where(and(eq(revisions.storyId, save.storyId), eq(revisions.saveKey, save.key)));
    if (before) return answerAgain(tx, story, before);
    const decision = decideMove(story.facts, "edit", actor, { now: story.now, blockers: 0, missing: 0 });
    if (!decision.ok) return refuse({ why: decision.why });
    if (hashOf(story.words) === hash && save.kind === "autosave")
      return ok(asSaved(story, hash, story.row.updatedAt));
    if (save.base !== story.row.revision) return keepBeside(tx, story, actor, save, hash);
    return write(tx, story, actor, save, hash, decision.value, quotations);
  });
}

/** Saves words over a story that this transaction holds already: for a change that is decided together with others. */
export async function saveOver(
  tx: Transaction,
  story: LockedStory,
  actor: Actor,
  given: { readonly words: Words; readonly name: string },
): Promise<Result<Saved, NotSaved>> {
  const decision = decideMove(story.facts, "edit", actor, { now: story.now, blockers: 0, missing: 0 });
  if (!decision.ok) return refuse({ why: decision.why });
  const save: Save = {
    ...given,
    storyId: story.row.id,
    base: story.row.revision,
    key: newId(),
    kind: "named",
  };
  return write(
    tx,
    story,
    actor,
    save,
    hashOf(given.words),
    decision.value,
    await readQuotations(given.words),
  );
}

const asSaved = (story: LockedStory, hash: string, savedAt: Date): Saved => ({
  revision: story.row.revision,
  hash,
  savedAt,
  stage: story.row.stage,
  lapsed: false,
  isLive: story.facts.copy === "live",
});

async function answerAgain(
  tx: Transaction,
  story: LockedStory,
  before: typeof revisions.$inferSelect,
): Promise<Result<Saved, NotSaved>> {
  if (before.kind === "branch") return refuse(await conflictOf(tx, story, before.id));
  return ok({ ...asSaved(story, before.hash, before.at), revision: before.number });
}

async function conflictOf(tx: Transaction, story: LockedStory, branch: string): Promise<NotSaved> {
  const [winner] = await tx.select({ by: users.name }).from(users).where(eq(users.id, story.row.updatedBy));
  return {
    why: "stale_revision",
    conflict: { revision: story.row.revision, by: winner?.by ?? "", at: story.row.updatedAt, branch },
  };
}

async function keepBeside(
  tx: Transaction,
  story: LockedStory,
  actor: Actor,
  save: Save,
  hash: string,
): Promise<Result<Saved, NotSaved>> {
  const branch = newId();
  await tx.insert(revisions).values({
    id: branch,
    storyId: save.storyId,
    number: story.row.revision,
    kind: "branch",
    name: save.name,
    words: save.words,
    hash,
    saveKey: save.key,
    by: actor.id,
  });
  return refuse(await conflictOf(tx, story, branch));
}

async function write(
  tx: Transaction,
  story: LockedStory,
  actor: Actor,
  save: Save,
  hash: string,
  change: Change,
  quotations: Quotations,
): Promise<Result<Saved, NotSaved>> {
  const { words } = save;
  const revision = story.row.revision + 1;
  // Sent without waiting for each other: they are of different tables, and none reads what another writes.
  const [[row]] = await Promise.all([
    tx
      .insert(revisions)
      .values({
        storyId: save.storyId,
        number: revision,
        kind: save.kind,
        name: save.name,
        words,
        hash,
        saveKey: save.key,
        by: actor.id,
      })
      .returning({ at: revisions.at }),
    tx
      .update(stories)
      .set({
        ...columnsOf(story, change),
        ...columnsFrom(words),
        ...quotations.meter,
        revision,
        updatedBy: actor.id,
        updatedAt: sql`now()`,
      })
      .where(eq(stories.id, save.storyId)),
    writeTopics(tx, save.storyId, words),
    writeUses(tx, save.storyId, quotations.list),
    writePictureUses(tx, save.storyId, words),
  ]);
  if (change.stage !== story.row.stage) {
    const kind = change.lapsed ? "lapsed" : "edit";
    await writeEvent(
      tx,
      story,
      actor,
      { kind, note: change.lapsed ? "The text was changed" : "" },
      change.stage,
    );
  }
  return ok({
    ...asSaved(story, hash, row?.at ?? story.now),
    revision,
    stage: change.stage,
    lapsed: change.lapsed,
  });
}

const columnsFrom = (words: Words) => ({
  headline: words.headline,
  standfirst: words.standfirst,
  kicker: words.kicker,
  slug: words.slug,
  language: words.language,
  sectionId: words.sectionId,
  heroId: words.hero?.mediaId ?? null,
  heroAlt: words.hero?.alt ?? "",
  heroCaption: words.hero?.caption ?? "",
  heroCredit: words.hero?.credit ?? "",
  body: words.body,
});

async function writeTopics(tx: Transaction, storyId: string, words: Words): Promise<void> {
  const ids = [...new Set(words.topicIds)];
  await tx.delete(storyTopics).where(eq(storyTopics.storyId, storyId));
  if (ids.length > 0) await tx.insert(storyTopics).values(ids.map((topicId) => ({ storyId, topicId })));
}

type Quotations = {
  readonly list: readonly StoryQuotation[];
  readonly meter: {
    wordCount: number;
    quotesFound: number;
    quotesTied: number;
    quotesVerified: number;
    quotesBroken: number;
  };
};

/** Read before the row is locked: it takes time in a long story, and depends on the words alone. */
async function readQuotations(words: Words): Promise<Quotations> {
  const [records, paper] = await Promise.all([recordsOf(database(), quoteIdsIn(words.body)), paperOf()]);
  const list = quotationsOf(words.body, new Map(records.map((record) => [record.id, record])), paper.house);
  const meter = meterOf(list);
  return {
    list,
    meter: {
      wordCount: countWords(readBody(words.body).text),
      quotesFound: meter.found,
      quotesTied: meter.tied,
      quotesVerified: meter.verified,
      quotesBroken: meter.broken,
    },
  };
}

async function writeUses(tx: Transaction, storyId: string, list: readonly StoryQuotation[]): Promise<void> {
  const uses = list.flatMap((each) => (each.kind === "tied" && each.record ? [each] : []));
  const rows = uses.map(({ quoteId, displayed, standing }, position) => ({
    storyId,
    quoteId,
    displayed,
    standing,
    position,
  }));
  await tx.delete(quoteUses).where(eq(quoteUses.storyId, storyId));
  if (rows.length > 0) await tx.insert(quoteUses).values(rows);
}

/** A section, topic or picture that is not there (any more) cannot be referred to; nor can a retired section, but by a
 * story that is in it. */
async function unknownIn(storyId: string, words: Words): Promise<Refusal | null> {
  const db = database();
  const [section, known, picture] = await Promise.all([
    words.sectionId
      ? db
          .select({ id: sections.id })
          .from(sections)
          .where(
            and(
              eq(sections.id, words.sectionId),
              or(
                isNull(sections.retiredAt),
                eq(
                  sections.id,
                  db.select({ id: stories.sectionId }).from(stories).where(eq(stories.id, storyId)),
                ),
              ),
            ),
          )
      : [{}],
    words.topicIds.length > 0
      ? db
          .select({ id: topics.id })
          .from(topics)
          .where(inArray(topics.id, [...words.topicIds]))
      : [],
    words.hero ? db.select({ id: media.id }).from(media).where(eq(media.id, words.hero.mediaId)) : [{}],
  ]);
  const complete = section.length > 0 && known.length === new Set(words.topicIds).size && picture.length > 0;
  return complete ? null : "choice_gone";
}
