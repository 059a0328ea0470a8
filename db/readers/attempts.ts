import { createHmac } from "node:crypto";
import { and, gt, inArray, lt, sql } from "drizzle-orm";
import { neighbourhood } from "@/domain/guesses";
import { sendingLimits, waitForNext } from "@/domain/reply-rules";
import { environment } from "@/environment";
import { inTransaction, type Transaction } from "../client";
import { replies } from "../schema/publications";
import { readerAttempts, replyBans } from "../schema/readers";

/** A machine or an email under a key that is not in the database: two rows of one sender are known to be alike, and the
 * table tells nobody's address. An IPv6 machine stands for its /64. */
export const hashedMachine = (peer: string | null): string => hashed("machine", neighbourhood(peer));
export const hashedEmail = (email: string): string => hashed("email", email.toLowerCase());

const hashed = (kind: string, value: string): string =>
  createHmac("sha256", environment().sessionSecret).update(`reader ${kind} ${value}`).digest("base64url");

/** Counts an attempt for each of the keys, or answers in how many milliseconds one may be made again. */
export function countAttempt(
  form: "reply" | "newsletter",
  keys: readonly string[],
): Promise<{ readonly wait: number }> {
  return inTransaction(async (tx) => {
    const named = keys.map((key) => `${form} ${key}`).sort();
    // In one order, so that two never wait for each other in a ring; held until the count is written.
    for (const key of named) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    const rows = await tx
      .select({
        key: readerAttempts.key,
        at: readerAttempts.at,
        now: sql`clock_timestamp()`.mapWith(readerAttempts.at),
      })
      .from(readerAttempts)
      .where(
        and(
          inArray(readerAttempts.key, named),
          gt(readerAttempts.at, sql`clock_timestamp() - interval '1 day'`),
        ),
      );
    const now = rows[0]?.now ?? new Date();
    const waits = named.map((key) =>
      waitForNext(
        rows.filter((row) => row.key === key).map((row) => row.at),
        now,
        sendingLimits,
      ),
    );
    const wait = Math.max(0, ...waits);
    if (wait === 0) await write(tx, named);
    return { wait };
  });
}

const write = (tx: Transaction, keys: readonly string[]) =>
  tx.insert(readerAttempts).values(keys.map((key) => ({ key, at: sql`clock_timestamp()` })));

/** Forgets what was kept of readers' machines: attempts after a day, the hashes beside replies and bans after 30 days. */
export async function forgetMachines(): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.delete(readerAttempts).where(lt(readerAttempts.at, sql`now() - interval '1 day'`));
    await tx
      .update(replies)
      .set({ senderHash: null })
      .where(and(sql`${replies.senderHash} is not null`, lt(replies.at, sql`now() - interval '30 days'`)));
    await tx.delete(replyBans).where(lt(replyBans.until, sql`now()`));
  });
}
