import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm";
import { type Letter, withoutWords } from "@/domain/mail/letter";
import { afterFailure, type SendTrouble, sendingLasts } from "@/domain/mail/retries";
import { type Actor, isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { environment } from "@/environment";
import { database, inTransaction, type Transaction } from "./client";
import { outbox } from "./schema/mail";
import { deskEvents } from "./schema/people";

/** The channel on which the worker hears that there is mail to send. */
export const mailChannel = "verbatim_mail";

/** Whether this newsroom can send mail at all. */
export const isMailOn = (): boolean => environment().mail !== null;

export type Posted = {
  /** What happened, by a name of its own. The same event is never sent twice to one recipient. */
  readonly event: string;
  /** Normalised. */
  readonly recipient: string;
  /** The recipient, where they are staff. */
  readonly userId?: string;
  readonly storyId?: string;
  /** The recipient, where they take the newsletter. */
  readonly subscriberId?: string;
  readonly letter: Letter;
  readonly expiresAt?: Date;
};

/** Puts letters into the outbox, as part of the transaction of their cause: they go out if it is committed and not
 * otherwise. Where mail is off nothing is kept, so that nothing old goes out on the day it is turned on. */
export async function post(tx: Transaction, letters: readonly Posted[]): Promise<void> {
  if (!isMailOn() || letters.length === 0) return;
  // In pieces, for a statement may have 65,535 parameters.
  for (let from = 0; from < letters.length; from += 1_000) {
    await tx
      .insert(outbox)
      .values(letters.slice(from, from + 1_000))
      .onConflictDoNothing({ target: [outbox.event, outbox.recipient] });
  }
  await tx.execute(sql`select pg_notify(${mailChannel}, '')`);
}

/** The letters to be sent now: those to staff before those to subscribers, who are many, and the longest waiting first. */
export async function waitingMail(most: number): Promise<string[]> {
  const rows = await database()
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isNull(outbox.sentAt), isNull(outbox.givenUpAt), sql`${outbox.nextTryAt} <= now()`))
    .orderBy(sql`${outbox.subscriberId} is not null`, asc(outbox.nextTryAt))
    .limit(most);
  return rows.map((row) => row.id);
}

export type Claimed = Pick<typeof outbox.$inferSelect, "id" | "event" | "recipient" | "letter" | "attempts">;

/** Takes a letter to send it: for two minutes nobody else does. Null when it is sent, being sent, or not to be sent any
 * more, which is judged at this moment: it may be too late, or its recipient may have been deactivated, or may not see
 * the story any longer. Of a story that is under embargo now, however it was when the letter was posted, it says no
 * words. */
export async function claimMail(id: string): Promise<Claimed | null> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ unwanted, underEmbargo })
      .from(outbox)
      .where(
        and(
          eq(outbox.id, id),
          isNull(outbox.sentAt),
          isNull(outbox.givenUpAt),
          sql`${outbox.nextTryAt} <= clock_timestamp()`,
        ),
      )
      .for("update", { skipLocked: true });
    if (!row) return null;
    if (row.unwanted) {
      await tx
        .update(outbox)
        .set({ givenUpAt: sql`now()`, trouble: "not_wanted" satisfies SendTrouble })
        .where(eq(outbox.id, id));
      return null;
    }
    const [claimed] = await tx
      .update(outbox)
      .set({
        attempts: sql`${outbox.attempts} + 1`,
        nextTryAt: sql`clock_timestamp() + ${sendingLasts / 1000} * interval '1 second'`,
      })
      .where(eq(outbox.id, id))
      .returning({
        id: outbox.id,
        event: outbox.event,
        recipient: outbox.recipient,
        letter: outbox.letter,
        attempts: outbox.attempts,
      });
    if (!claimed) return null;
    return row.underEmbargo ? { ...claimed, letter: withoutWords(claimed.letter) } : claimed;
  });
}

const underEmbargo = sql<boolean>`exists (select 1 from stories s
  where s.id = outbox.story_id and s.embargo_until > clock_timestamp())`;

// The outer table is named in full, for a column alone would be read as one of the inner table.
const unwanted = sql<boolean>`(
  coalesce(outbox.expires_at <= now(), false)
  or exists (select 1 from users u where u.id = outbox.user_id and u.deactivated_at is not null)
  or (outbox.story_id is not null and outbox.user_id is not null
    and not exists (select 1 from users u where u.id = outbox.user_id and u.role in ('editor', 'admin'))
    and not exists (select 1 from story_authors a
      where a.story_id = outbox.story_id and a.user_id = outbox.user_id))
  or (outbox.subscriber_id is not null and not exists (select 1 from subscribers s
    where s.id = outbox.subscriber_id
      and s.state = case when outbox.event like 'digest:%' then 'confirmed' else 'asked' end))
)`;

export async function markSent(id: string): Promise<void> {
  await database().update(outbox).set({ sentAt: sql`now()`, trouble: "" }).where(eq(outbox.id, id));
}

/** Writes down that an attempt failed, and when to try again or that there is no use in it. */
export async function markFailed(claimed: Claimed, trouble: SendTrouble): Promise<void> {
  const next = afterFailure(claimed.attempts, trouble);
  const end =
    next === "give up"
      ? { givenUpAt: sql`now()` }
      : { nextTryAt: sql`clock_timestamp() + ${next.wait / 1000} * interval '1 second'` };
  await database()
    .update(outbox)
    .set({ ...end, trouble })
    .where(and(eq(outbox.id, claimed.id), isNull(outbox.sentAt)));
}

/** Sends letters that were given up on once more, from the first attempt on; or forgets them. */
export function settleMail(
  actor: Actor,
  ids: readonly string[],
  what: "try again" | "forget",
): Promise<Result<{ settled: number }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isAdmin(actor)) return refuse("admins_only" as const);
    const which = and(
      inArray(outbox.id, [...ids]),
      isNotNull(outbox.givenUpAt),
      ne(outbox.trouble, "not_wanted"),
    );
    const settled =
      what === "forget"
        ? await tx.delete(outbox).where(which).returning({ id: outbox.id })
        : await tx
            .update(outbox)
            .set({ givenUpAt: null, attempts: 0, nextTryAt: sql`now()`, trouble: "" })
            .where(which)
            .returning({ id: outbox.id });
    if (settled.length > 0) {
      const kind = what === "forget" ? "mail_forgotten" : "mail_tried_again";
      await tx
        .insert(deskEvents)
        .values({ actorId: actor.id, kind, subject: "outbox", note: `${settled.length}` });
      await tx.execute(sql`select pg_notify(${mailChannel}, '')`);
    }
    return ok({ settled: settled.length });
  });
}

/** Forgets letters that were sent, or were not wanted, more than thirty days ago: they hold people's words. */
export async function forgetOldMail(): Promise<void> {
  const monthAgo = sql`now() - interval '30 days'`;
  await database()
    .delete(outbox)
    .where(
      or(lt(outbox.sentAt, monthAgo), and(lt(outbox.givenUpAt, monthAgo), eq(outbox.trouble, "not_wanted"))),
    );
}
