import { createHash } from "node:crypto";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { purge } from "@/db/purge";
import { countAttempt, hashedEmail, hashedMachine } from "@/db/readers/attempts";
import { publications, replies } from "@/db/schema/publications";
import { replyBans } from "@/db/schema/readers";
import { addressesOfReplies } from "@/domain/publication/addresses";
import { decideHolding, type HoldReason, type ReplyRules, repliesOpen } from "@/domain/reply-rules";
import { newestOf } from "./newest";

export type ReplyLeft = {
  readonly storyId: string;
  /** The reply that it answers, if one. */
  readonly parentId: string | null;
  readonly text: string;
  readonly name: string;
  readonly email: string;
  /** The address of the machine. It is hashed, and never kept. */
  readonly peer: string | null;
  /** Milliseconds from the first key to the sending, where the browser told. */
  readonly took: number | null;
};

export type ReplyKept =
  | { readonly address: string; readonly state: "held" }
  | { readonly address: string; readonly state: "shown"; readonly purge: number };
export type ReplyNotKept =
  | { readonly why: "gone" | "closed" | "flooded" }
  | { readonly why: "too-often"; readonly wait: number };

/** More replies than this in one minute is a machine, and the moderators could not read them anyway. */
const mostInAMinute = 60;

/** Keeps a reader's reply: held for the moderators, or shown where the newsroom's rules say so. A banned sender is
 * answered like one whose reply is held. The same reply sent twice is kept once. */
export async function leaveReply(reply: ReplyLeft, rules: ReplyRules): Promise<ReplyKept | ReplyNotKept> {
  const machine = hashedMachine(reply.peer);
  const { wait } = await countAttempt("reply", [machine, hashedEmail(reply.email)]);
  if (wait > 0) {
    const again = await isKeptAlready(reply);
    return again ?? { why: "too-often", wait };
  }
  return inTransaction(async (tx) => {
    const [story] = await tx
      .select({
        address: publications.address,
        publishedAt: publications.publishedAt,
        document: sql<boolean>`coalesce((${publications.document} ->> 'withoutReplies')::boolean, false)`,
        now: sql`now()`.mapWith(publications.publishedAt),
      })
      .from(publications)
      .where(and(eq(publications.storyId, reply.storyId), isNull(publications.withdrawnAt)))
      .for("share");
    if (!story) return { why: "gone" };
    const { publishedAt, document: withoutReplies, now } = story;
    if (!repliesOpen(rules, { publishedAt, withoutReplies }, now)) return { why: "closed" };
    if (await isFlooded(tx)) return { why: "flooded" };
    const isBanned = await isSenderBanned(tx, reply.email, machine);
    const isKnown = await isSenderKnown(tx, reply);
    const decided = decideHolding(reply, rules, { isBanned, isKnown, took: reply.took });
    const kept = await keep(tx, reply, machine, decided);
    if (!kept || decided.state !== "shown") return { address: story.address, state: "held" };
    return {
      address: story.address,
      state: "shown",
      purge: await purge(tx, addressesOfReplies(story.address)),
    };
  });
}

/** The one row of these words by this sender under this story. */
const fingerprintOf = ({ storyId, parentId, email, text }: ReplyLeft): string =>
  createHash("sha256")
    .update(JSON.stringify([storyId, parentId, email.toLowerCase(), text.replace(/\s+/g, " ")]))
    .digest("base64url");

async function keep(
  tx: Transaction,
  reply: ReplyLeft,
  senderHash: string,
  decided: { readonly state: "held" | "shown" | "refused"; readonly because: readonly HoldReason[] },
): Promise<boolean> {
  const parent = reply.parentId ? await threadOf(tx, reply.storyId, reply.parentId) : null;
  const [kept] = await tx
    .insert(replies)
    .values({
      storyId: reply.storyId,
      parentId: parent,
      text: reply.text,
      name: reply.name,
      email: reply.email,
      state: decided.state,
      heldBecause: [...decided.because],
      fingerprint: fingerprintOf(reply),
      senderHash,
      decidedAt: decided.state === "held" ? null : sql`now()`,
    })
    .onConflictDoNothing({ target: replies.fingerprint })
    .returning({ id: replies.id });
  return kept !== undefined;
}

/** The thread that an answer belongs to: threads are one deep. An answer to what is no longer shown is a reply. */
async function threadOf(tx: Transaction, storyId: string, id: string): Promise<string | null> {
  const [asked] = await tx
    .select({ thread: sql<string>`coalesce(${replies.parentId}, ${replies.id})` })
    .from(replies)
    .where(and(eq(replies.id, id), eq(replies.storyId, storyId), eq(replies.state, "shown")));
  return asked?.thread ?? null;
}

/** A second press of the button is not a second reply: it is answered like the first. */
async function isKeptAlready(reply: ReplyLeft): Promise<ReplyKept | null> {
  return inTransaction(async (tx) => {
    const [kept] = await tx
      .select({ address: publications.address })
      .from(replies)
      .innerJoin(publications, eq(publications.storyId, replies.storyId))
      .where(eq(replies.fingerprint, fingerprintOf(reply)));
    return kept ? { address: kept.address, state: "held" } : null;
  });
}

async function isSenderBanned(tx: Transaction, email: string, machine: string): Promise<boolean> {
  const [ban] = await tx
    .select({ id: replyBans.id })
    .from(replyBans)
    .where(
      and(
        or(
          and(eq(replyBans.kind, "email"), eq(replyBans.key, hashedEmail(email))),
          and(eq(replyBans.kind, "machine"), eq(replyBans.key, machine)),
        ),
        or(isNull(replyBans.until), gt(replyBans.until, sql`now()`)),
      ),
    )
    .limit(1);
  return ban !== undefined;
}

/** A name and an email whose reply a moderator let stand. The email is not proved, so a name alone is not enough. */
async function isSenderKnown(tx: Transaction, { email, name }: ReplyLeft): Promise<boolean> {
  const [before] = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(and(eq(replies.email, email), eq(replies.name, name), eq(replies.state, "shown")))
    .limit(1);
  return before !== undefined;
}

async function isFlooded(tx: Transaction): Promise<boolean> {
  const [earlier] = await tx
    .select({ recent: sql<boolean>`${replies.at} > now() - interval '1 minute'` })
    .from(replies)
    .where(eq(replies.state, "held"))
    .orderBy(newestOf(replies.id))
    .offset(mostInAMinute - 1)
    .limit(1);
  return earlier?.recent ?? false;
}
