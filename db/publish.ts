import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { readBody } from "@/domain/body/read-body";
import { repeatsOffRecord } from "@/domain/checks/off-record";
import { type chosenKinds, plainWithdrawal } from "@/domain/corrections";
import { isUnderEmbargo } from "@/domain/embargo";
import { type Actor, isEditor } from "@/domain/people";
import { addressesTouchedBy } from "@/domain/publication/addresses";
import { type PublicDocument, picturesOf, textsOf } from "@/domain/publication/document";
import { publicationOf } from "@/domain/publication/publication";
import { quoted } from "@/domain/publication/quoted";
import { type Refusal, refusalWords } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { slugOf } from "@/domain/slugs";
import type { Words } from "@/domain/words";
import type { Change } from "@/domain/workflow";
import { database, inTransaction, type Transaction } from "./client";
import { purge } from "./purge";
import { paperOf } from "./queries/desk/paper";
import { media } from "./schema/media";
import { sections, topics } from "./schema/paper";
import { users } from "./schema/people";
import {
  corrections,
  formerSlugs,
  publicationAuthors,
  publicationMedia,
  publicationQuotes,
  publications,
  publicationTopics,
} from "./schema/publications";
import { revisions, stories, storyAuthors } from "./schema/stories";
import type { LockedStory } from "./stories/locked-story";
import { giveLibraryWords, pictureIdsIn } from "./stories/picture-uses";
import { offRecordVerbatims, quoteIdsIn, recordsOf } from "./stories/records";
import { giveQuotesAddresses, giveSpeakersAddresses, keepQuoteAddresses } from "./stories/speakers";
import { tell } from "./tell";
import { notePrints } from "./write-disputes";
import { showDocuments } from "./write-evidence";
import { takeFromFronts } from "./write-front";
import { changeStory, columnsOf, decideOn } from "./write-story";

/** `purged` is the purge that has to be confirmed before anybody is told that readers see it. */
export type WithReaders = { readonly address: string; readonly purged: number };

/** Publishes the approved revision: the copy, its trail and the purge in one transaction. */
export function publishStory(
  actor: Actor,
  target: { readonly id: string; readonly revision?: number | undefined },
): Promise<Result<WithReaders, Refusal>> {
  return changeStory(actor, target, async (story, tx) => {
    const decision = await decideOn(tx, story, actor, "publish");
    if (!decision.ok) return decision;
    await tell(tx, { kind: "published", story: story.row, actor, to: { authors: true } });
    return ok({
      set: columnsOf(story, decision.value),
      event: { kind: "publish" },
      value: await putBeforeReaders(tx, story, decision.value, actor.id),
    });
  });
}

export type Correction = {
  readonly kind: (typeof chosenKinds)[number];
  readonly text: string;
  /** The sentence as it was and as it is now; empty where it is about no one sentence. */
  readonly was?: string;
  readonly says?: string;
};

/** Publishes the approved revision with a dated correction that can never be deleted. */
export function correctStory(
  actor: Actor,
  target: { readonly id: string; readonly revision?: number | undefined },
  correction: Correction,
): Promise<Result<WithReaders, Refusal>> {
  return changeStory(actor, target, async (story, tx) => {
    const decision = await decideOn(tx, story, actor, "correct", { note: correction.text });
    if (!decision.ok) return decision;
    const { kind, text, was = "", says = "" } = correction;
    await tx
      .insert(corrections)
      .values({ storyId: story.row.id, kind, text: text.trim(), was: was.trim(), says: says.trim() });
    await tell(tx, { kind: "published", story: story.row, actor, to: { authors: true }, note: text });
    return ok({
      set: columnsOf(story, decision.value),
      event: { kind: "correct", note: correction.text },
      value: await putBeforeReaders(tx, story, decision.value, actor.id),
    });
  });
}

/** Puts a correction in other words. How it read before stays on file, and readers are told that it was amended. */
export function amendCorrection(
  actor: Actor,
  correctionId: string,
  given: { readonly text: string; readonly was: string; readonly says: string; readonly why: string },
): Promise<Result<WithReaders, Refusal>> {
  return storyOfCorrection(correctionId, (id) =>
    changeStory(actor, { id }, async (story, tx) => {
      if (!isEditor(actor)) return refuse("editors_only" as const);
      // What the change will say must not come out in the words of an older correction.
      if (isUnderEmbargo(story.facts, story.now)) return refuse("embargoed" as const);
      if (!given.text.trim() || !given.why.trim()) return refuse("note_needed" as const);
      const [amended] = await tx
        .update(corrections)
        .set({ text: given.text.trim(), was: given.was.trim(), says: given.says.trim() })
        .where(eq(corrections.id, correctionId))
        .returning({ id: corrections.id });
      if (!amended || !story.address) return refuse("not_found" as const);
      return ok({
        event: { kind: "amended", note: given.why },
        value: { address: story.address, purged: await purge(tx, ["*"]) },
      });
    }),
  );
}

async function storyOfCorrection(
  correctionId: string,
  write: (storyId: string) => Promise<Result<WithReaders, Refusal>>,
): Promise<Result<WithReaders, Refusal>> {
  const [found] = await database()
    .select({ storyId: corrections.storyId })
    .from(corrections)
    .where(eq(corrections.id, correctionId));
  return found ? write(found.storyId) : refuse("not_found" as const);
}

/** Takes the live copy from readers at once. `note` stays on file; `readersNote` stands at the address. */
export function withdrawStory(
  actor: Actor,
  id: string,
  given: { readonly note: string; readonly readersNote: string },
): Promise<Result<WithReaders, Refusal>> {
  return changeStory(actor, { id }, async (story, tx) => {
    const decision = await decideOn(tx, story, actor, "withdraw", { note: given.note });
    if (!decision.ok) return decision;
    const [gone] = await tx
      .update(publications)
      .set({ withdrawnAt: sql`now()`, withdrawalNote: given.readersNote.trim() })
      .where(eq(publications.storyId, id))
      .returning({ document: publications.document });
    if (!gone) return refuse("not_live" as const);
    await takeFromFronts(tx, id);
    await tx
      .insert(corrections)
      .values({ storyId: id, kind: "withdrawal", text: given.readersNote.trim() || plainWithdrawal });
    return ok({
      set: columnsOf(story, decision.value),
      event: { kind: "withdraw", note: given.note },
      value: { address: gone.document.address, purged: await purge(tx, ["*"]) },
    });
  });
}

/** Gives a withdrawn story back to readers, as it was. */
export function putBackStory(actor: Actor, id: string, note: string): Promise<Result<WithReaders, Refusal>> {
  return changeStory(actor, { id }, async (story, tx) => {
    const decision = await decideOn(tx, story, actor, "put_back", { note });
    if (!decision.ok) return decision;
    const [gone] = await tx
      .select({ document: publications.document })
      .from(publications)
      .where(eq(publications.storyId, id));
    // Words may have been put off the record since readers last saw them.
    if (gone && repeatsOffRecord(textsOf(gone.document), await offRecordVerbatims(tx)))
      return refuse("off_the_record" as const);
    const [back] = await tx
      .update(publications)
      .set({ withdrawnAt: null, withdrawalNote: "" })
      .where(eq(publications.storyId, id))
      .returning({ document: publications.document });
    if (!back) return refuse("not_withdrawn" as const);
    return ok({
      set: columnsOf(story, decision.value),
      event: { kind: "put_back", note },
      value: { address: back.document.address, purged: await purge(tx, ["*"]) },
    });
  });
}

/** Stories whose moment has come by the database's clock, the longest overdue first. */
export async function dueStories(): Promise<string[]> {
  return inTransaction(async (tx) => {
    const rows = await tx
      .select({ id: stories.id })
      .from(stories)
      .where(and(eq(stories.stage, "scheduled"), sql`scheduled_for <= now()`, isNull(stories.missedBecause)))
      .orderBy(asc(stories.scheduledFor))
      .limit(100);
    return rows.map((row) => row.id);
  });
}

/** Publishes a story whose moment has come, with rights and checks judged again; when it may not go out, the board is
 * told why. Safe to call from many processes: the row is locked, and whoever comes second finds nothing to do. */
export function publishScheduled(id: string): Promise<Result<WithReaders | null, Refusal>> {
  return changeStory<WithReaders | null>("the clock", { id }, async (story, tx) => {
    const { row } = story;
    if (row.stage !== "scheduled" || !row.scheduledFor || row.scheduledFor > story.now || row.missedBecause) {
      return ok({ event: null, value: null });
    }
    const missed = async (because: Refusal) => {
      const to = { authors: true, editors: true };
      const note = refusalWords[because];
      await tell(tx, { kind: "schedule_missed", story: row, actor: "the clock", to, note });
      return ok({ set: { missedBecause: because }, event: { kind: "missed", note: because }, value: null });
    };
    if (!(await mayStillPublish(tx, row.scheduledBy))) return missed("editors_only");
    const decision = await decideOn(tx, story, "the clock", "fire");
    if (!decision.ok) return missed(decision.why);
    const to = { authors: true, people: [row.scheduledBy] };
    await tell(tx, { kind: "published", story: row, actor: "the clock", to });
    return ok({
      set: columnsOf(story, decision.value),
      event: { kind: "fire" },
      value: await putBeforeReaders(tx, story, decision.value, row.scheduledBy),
    });
  });
}

async function mayStillPublish(tx: Transaction, userId: string | null): Promise<boolean> {
  if (!userId) return false;
  const [person] = await tx
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)));
  return person !== undefined && isEditor(person);
}

/** `by` is whoever has it put before readers: of a scheduled story, whoever scheduled it. */
async function putBeforeReaders(
  tx: Transaction,
  story: LockedStory,
  change: Change,
  by: string | null,
): Promise<WithReaders> {
  const [before] = await tx
    .select({ document: publications.document })
    .from(publications)
    .where(eq(publications.storyId, story.row.id));
  const { document, quoteIds } = await documentOf(tx, story, change, before?.document);
  await writePublication(tx, story, document);
  await giveLibraryWords(tx, story.words);
  await notePrints(tx, story.row.id, quoteIds, by);
  await showDocuments(tx, story.row.id);
  // Any other story's page may name this one as what to read next: a story that readers know changes on all of them.
  const purged = before ? await purge(tx, ["*"]) : await purgePagesOf(tx, document);
  return { address: document.address, purged };
}

/** Built from the very revision that was approved, not from the head: byte for byte what the editor saw. */
async function documentOf(
  tx: Transaction,
  story: LockedStory,
  change: Change,
  before: PublicDocument | undefined,
): Promise<{ document: PublicDocument; quoteIds: readonly string[] }> {
  const [approved] = await tx
    .select({ words: revisions.words })
    .from(revisions)
    .where(
      and(
        eq(revisions.storyId, story.row.id),
        eq(revisions.number, change.approvedRevision ?? -1),
        ne(revisions.kind, "branch"),
      ),
    );
  if (!approved) throw new Error("the approved revision is not on file");
  const { words } = approved;
  const ids = quoteIdsIn(words.body);
  await giveSpeakersAddresses(tx, ids);
  await giveQuotesAddresses(tx, ids);
  const [section] = await tx
    .select({ slug: sections.slug, name: sections.name })
    .from(sections)
    .where(eq(sections.id, words.sectionId ?? story.row.id))
    // Held, so that a section that is being renamed has either moved all its stories or none.
    .for("share");
  if (!section) throw new Error("the approved revision has no section");
  const records = await recordsOf(tx, ids);
  const document = publicationOf({
    storyId: story.row.id,
    words,
    slug: await slugFor(tx, story.row.id, section.slug, words),
    section,
    topics: await namedTopics(tx, words.topicIds),
    authors: await bylines(tx, story.row.id),
    records,
    pictures: await picturesIn(tx, words),
    paperName: (await paperOf(tx)).name,
    publishedAt: before ? new Date(before.publishedAt) : story.now,
    updatedAt: story.now,
    withoutAppeal: story.row.withoutAppeal,
    withoutReplies: story.row.withoutReplies,
    cardQuoteId: story.row.cardQuoteId,
  });
  return { document, quoteIds: records.map((record) => record.id) };
}

const addressLock = 7_203_413;

/** An address that no other story has or ever had. Taken under a lock, so that two stories cannot take one at once. */
async function slugFor(tx: Transaction, storyId: string, section: string, words: Words): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(${addressLock})`);
  const wanted = slugOf(words.slug) || slugOf(words.headline) || storyId;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const address = `/${section}/${slug}`;
    const taken = await tx.execute(
      sql`select 1 from publications where address = ${address} and story_id <> ${storyId}
          union all select 1 from former_slugs where address = ${address} and story_id <> ${storyId} limit 1`,
    );
    if (taken.length === 0) return slug;
  }
}

async function namedTopics(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .select({ slug: topics.slug, name: topics.name })
    .from(topics)
    .where(inArray(topics.id, [...ids]))
    .orderBy(asc(topics.name))
    .for("share");
}

const bylines = (tx: Transaction, storyId: string) =>
  tx
    .select({ slug: users.slug, name: users.name, title: users.title })
    .from(storyAuthors)
    .innerJoin(users, eq(users.id, storyAuthors.userId))
    .where(eq(storyAuthors.storyId, storyId))
    .orderBy(asc(storyAuthors.position), asc(users.name));

/** The files of the pictures that a story shows. */
async function picturesIn(tx: Transaction, words: Words) {
  const ids = pictureIdsIn(words);
  if (ids.length === 0) return [];
  const rows = await tx.select().from(media).where(inArray(media.id, ids));
  return rows.map(({ id, name, widths, width, height, focalX, focalY }) => ({
    id,
    name,
    widths,
    width,
    height,
    focal: [focalX, focalY] as const,
  }));
}

/** Writes the copy and all that readers' lists are made of. */
async function writePublication(
  tx: Transaction,
  story: LockedStory,
  document: PublicDocument,
): Promise<void> {
  const storyId = story.row.id;
  const moments = { publishedAt: new Date(document.publishedAt), updatedAt: new Date(document.updatedAt) };
  const row = {
    sectionId: sql`(select id from sections where slug = ${document.section.slug})`,
    address: document.address,
    revision: story.row.revision,
    headline: document.headline,
    standfirst: document.standfirst,
    kicker: document.kicker,
    language: document.language,
    picture: document.hero,
    byline: document.authors.map((author) => author.name).join(", "),
    quoteCount: document.sourcing.quotes,
    sourceCount: document.sourcing.sources,
    minutes: document.minutes,
    document,
    ...moments,
    withdrawnAt: null,
    withdrawalNote: "",
    plain: readBody(story.words.body).text,
    said: document.notes.map((note) => `${note.speaker} ${note.role} ${quoted(note.words)}`).join("\n"),
  };
  if (story.address && story.address !== document.address) {
    await tx.insert(formerSlugs).values({ address: story.address, storyId }).onConflictDoNothing();
  }
  await tx
    .insert(publications)
    .values({ storyId, ...row })
    .onConflictDoUpdate({ target: publications.storyId, set: row });
  await writeLists(tx, storyId, document, moments.publishedAt);
}

async function writeLists(
  tx: Transaction,
  storyId: string,
  document: PublicDocument,
  publishedAt: Date,
): Promise<void> {
  for (const table of [publicationAuthors, publicationTopics, publicationQuotes, publicationMedia]) {
    await tx.delete(table).where(eq(table.storyId, storyId));
  }
  await tx
    .insert(publicationAuthors)
    .values(document.authors.map((author, position) => ({ ...author, storyId, position, publishedAt })));
  if (document.topics.length > 0) {
    const slugs = document.topics.map((topic) => topic.slug);
    const ids = await tx.select({ id: topics.id }).from(topics).where(inArray(topics.slug, slugs));
    await tx.insert(publicationTopics).values(ids.map(({ id }) => ({ storyId, topicId: id, publishedAt })));
  }
  if (document.notes.length > 0) {
    await tx.insert(publicationQuotes).values(
      document.notes.map((note) => ({
        storyId,
        number: note.number,
        speakerSlug: note.slug,
        speakerKind: note.speakerKind,
        ref: note.ref ?? null,
        speakerName: note.speaker,
        speakerRole: note.role,
        words: note.words,
        occasion: note.occasion,
        verified: note.verified,
        saidOn: note.saidOn,
        publishedAt,
      })),
    );
  }
  await keepQuoteAddresses(
    tx,
    document.notes.flatMap((note) => note.ref ?? []),
  );
  const names = new Set(picturesOf(document).map((picture) => picture.name));
  if (names.size > 0) await tx.insert(publicationMedia).values([...names].map((name) => ({ storyId, name })));
}

async function purgePagesOf(tx: Transaction, document: PublicDocument): Promise<number> {
  const former = await tx
    .select({ address: formerSlugs.address })
    .from(formerSlugs)
    .where(eq(formerSlugs.storyId, document.storyId));
  const old = former.map((each) => each.address);
  return purge(tx, addressesTouchedBy(document, old));
}
