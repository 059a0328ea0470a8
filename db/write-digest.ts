import { and, asc, count, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Letter } from "@/domain/mail/letter";
import { type DigestStory, digestLetter } from "@/domain/mail/newsletter-letters";
import { isDigestDue, storiesOfDigest } from "@/domain/newsletter";
import { type Actor, isEditor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { database, inTransaction, type Reader, type Transaction } from "./client";
import { paperOf } from "./queries/desk/paper";
import { sections } from "./schema/paper";
import { deskEvents } from "./schema/people";
import { publications } from "./schema/publications";
import { digestStories, digests, subscribers } from "./schema/readers";
import { stories } from "./schema/stories";
import { isMailOn, post } from "./write-mail";

const columns = {
  storyId: publications.storyId,
  headline: publications.headline,
  standfirst: publications.standfirst,
  kicker: sql<string>`coalesce(nullif(${publications.kicker}, ''), (select ${sections.name} from ${sections} where ${sections.id} = ${publications.sectionId}))`,
  byline: publications.byline,
  language: publications.language,
  address: publications.address,
};
/** Live, and under no embargo: judged when it is asked, not when it was chosen. */
const mayGoOut = and(
  isNull(publications.withdrawnAt),
  sql`not exists (select 1 from ${stories} where ${stories.id} = ${publications.storyId}
    and ${stories.embargoUntil} > now())`,
);

/** The newsroom's day and time now. */
export async function newsroomNow(reader: Reader, zone: string): Promise<{ day: string; clock: string }> {
  const [row] = await reader.execute<{ day: string; clock: string }>(
    sql`select to_char(now() at time zone ${zone}, 'YYYY-MM-DD') as day, to_char(now() at time zone ${zone}, 'HH24:MI') as clock`,
  );
  if (!row) throw new Error("the database has no clock");
  return row;
}

/** The stories that the letter of a day has if it goes out now. */
async function storiesFor(
  reader: Reader,
  day: string,
  most: number,
): Promise<readonly (DigestStory & { storyId: string })[]> {
  const [{ chosen = 0 } = {}] = await reader
    .select({ chosen: count() })
    .from(digestStories)
    .where(eq(digestStories.day, day));
  const picked =
    chosen === 0
      ? null
      : await reader
          .select(columns)
          .from(digestStories)
          .innerJoin(publications, eq(publications.storyId, digestStories.storyId))
          .where(and(eq(digestStories.day, day), mayGoOut))
          .orderBy(asc(digestStories.position));
  const newest = picked
    ? []
    : await reader
        .select(columns)
        .from(publications)
        .where(and(mayGoOut, gt(publications.publishedAt, sql`now() - interval '1 day'`)))
        .orderBy(desc(publications.publishedAt), desc(publications.storyId))
        .limit(most);
  return storiesOfDigest(picked, newest, most);
}

/** The letter of a day as it is at this moment, or null where nothing is left to tell. */
export async function letterOfDay(day: string, subscriberId: string): Promise<Letter | null> {
  const paper = await paperOf();
  const [[digest], found] = await Promise.all([
    database().select().from(digests).where(eq(digests.day, day)),
    storiesFor(database(), day, paper.newsletter.most),
  ]);
  if (found.length === 0) return null;
  const { name, language } = paper;
  const { subject = "", intro = "" } = digest ?? {};
  const stories = found.map(({ storyId: _id, ...story }) => story);
  return digestLetter({ paper: name, language, day, subject, intro, stories, subscriberId });
}

export type NewDigest = {
  readonly day: string;
  /** 0 where nothing had been kept for that day. */
  readonly base: number;
  readonly subject: string;
  readonly intro: string;
  readonly storyIds: readonly string[];
};

/** Keeps what an editor chose for a day's letter, whole, or refuses it: "stale_revision" when another editor has changed
 * it since, "digest_gone" once it goes out, "not_live" when a story has been withdrawn meanwhile. */
export function saveDigest(actor: Actor, digest: NewDigest): Promise<Result<{ revision: number }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const { day, subject, intro, storyIds } = digest;
    const kept = await lockDigest(tx, day);
    if (kept.state !== "open") return refuse("digest_gone" as const);
    if (kept.revision !== digest.base) return refuse("stale_revision" as const);
    const ids = [...new Set(storyIds)];
    const live =
      ids.length === 0
        ? []
        : await tx
            .select({ id: publications.storyId })
            .from(publications)
            .where(and(inArray(publications.storyId, ids), isNull(publications.withdrawnAt)))
            .for("share");
    if (live.length !== ids.length) return refuse("not_live" as const);
    const revision = kept.revision + 1;
    await tx.update(digests).set({ subject, intro, revision }).where(eq(digests.day, day));
    await tx.delete(digestStories).where(eq(digestStories.day, day));
    if (ids.length > 0) {
      await tx.insert(digestStories).values(ids.map((storyId, position) => ({ day, storyId, position })));
    }
    const note = `${ids.length} stories`;
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "newsletter_set", subject: day, note });
    return ok({ revision });
  });
}

async function lockDigest(tx: Transaction, day: string) {
  await tx.insert(digests).values({ day, revision: 0 }).onConflictDoNothing();
  const [row] = await tx.select().from(digests).where(eq(digests.day, day)).for("update");
  if (!row) throw new Error("the row of a newsletter could not be made");
  return row;
}

/** Sends today's letter now, once: whoever comes second is told that it has gone. */
export function sendDigestNow(actor: Actor): Promise<Result<{ day: string }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    if (!isMailOn()) return refuse("mail_off" as const);
    const { zone, newsletter } = await paperOf(tx);
    const { day } = await newsroomNow(tx, zone);
    if (!(await begin(tx, day, newsletter.most))) {
      const kept = await lockDigest(tx, day);
      return refuse(kept.state === "open" ? ("digest_empty" as const) : ("digest_gone" as const));
    }
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "newsletter_sent", subject: day });
    return ok({ day });
  });
}

async function begin(tx: Transaction, day: string, most: number): Promise<boolean> {
  const kept = await lockDigest(tx, day);
  if (kept.state !== "open" || (await storiesFor(tx, day, most)).length === 0) return false;
  await tx.update(digests).set({ state: "sending", startedAt: sql`now()` }).where(eq(digests.day, day));
  return true;
}

/** Begins the letter of the day when its hour has come. Safe to call from many processes. */
export async function beginDueDigest(): Promise<void> {
  if (!isMailOn()) return;
  await inTransaction(async (tx) => {
    const { zone, newsletter } = await paperOf(tx);
    const { day, clock } = await newsroomNow(tx, zone);
    if (isDigestDue(newsletter, clock)) await begin(tx, day, newsletter.most);
  });
}

const batch = 500;

/** Posts the next letters of a day that is going out, and the mark of how far it is in the same transaction: after a
 * crash it goes on there, and nobody has a letter of one day twice. Answers whether there is more. */
export function postDigestBatch(): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [digest] = await tx
      .select()
      .from(digests)
      .where(eq(digests.state, "sending"))
      .orderBy(asc(digests.day))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!digest) return false;
    const { day, postedTo, posted } = digest;
    const next = await tx
      .select({ id: subscribers.id, email: subscribers.email })
      .from(subscribers)
      .where(
        and(
          eq(subscribers.state, "confirmed"),
          sql`${subscribers.confirmedAt} <= (select started_at from digests where day = ${day})`,
          postedTo ? gt(subscribers.id, postedTo) : undefined,
        ),
      )
      .orderBy(asc(subscribers.id))
      .limit(batch);
    const expiresAt = new Date(Date.now() + 20 * 3_600_000);
    await post(
      tx,
      next.map(({ id, email }) => ({
        event: `digest:${day}`,
        recipient: email,
        subscriberId: id,
        // What it says is looked up when it is sent: a story withdrawn until then is not in it.
        letter: { subject: "", language: "en", blocks: [], subscriber: id, digest: day },
        expiresAt,
      })),
    );
    const isDone = next.length < batch;
    await tx
      .update(digests)
      .set({
        posted: posted + next.length,
        postedTo: next.at(-1)?.id ?? postedTo,
        ...(isDone && { state: "sent" as const, sentAt: sql`now()` }),
      })
      .where(eq(digests.day, day));
    return !isDone;
  });
}
