import { createHmac } from "node:crypto";
import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { decideGuess, guessLimits, neighbourhood } from "@/domain/guesses";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction } from "../client";
import { signInAttempts } from "../schema/people";

/** Whose guess it is: the account or code guessed at, and the address it comes from. */
export type Guess = { readonly account: string; readonly address: string | null };

/** Counts a guess before it is looked at, or refuses it and says in how many milliseconds one may be made again.
 * Answers the rows counted, for `forgiveGuess`. Keys are hashed with `secret`, so the table tells nobody's address. */
export async function countGuess(
  guess: Guess,
  secret: string,
): Promise<Result<readonly number[], { readonly wait: number }>> {
  const keyOf = (kind: string, value: string) =>
    createHmac("sha256", secret).update(`guess ${kind} ${value}`).digest("base64url");
  const account = keyOf("account", guess.account);
  const address = keyOf("address", neighbourhood(guess.address));
  return inTransaction(async (tx) => {
    // In one order, so that two guesses never wait for each other in a ring; held until the count is written.
    for (const key of [account, address].sort()) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    }
    // clock_timestamp, since now() is from before the wait for the lock.
    const window = sql`clock_timestamp() - ${guessLimits.window / 1000} * interval '1 second'`;
    const rows = await tx
      .select({
        key: signInAttempts.key,
        at: signInAttempts.at,
        now: sql`clock_timestamp()`.mapWith(signInAttempts.at),
      })
      .from(signInAttempts)
      .where(and(inArray(signInAttempts.key, [account, address]), gt(signInAttempts.at, window)));
    const now = rows[0]?.now ?? new Date();
    const of = (key: string) => rows.filter((row) => row.key === key).map((row) => row.at);
    const decision = decideGuess({ account: of(account), address: of(address) }, now);
    if (!decision.ok) return refuse({ wait: decision.why.until.getTime() - now.getTime() });
    await tx.delete(signInAttempts).where(lt(signInAttempts.at, sql`now() - interval '1 day'`));
    const counted = await tx
      .insert(signInAttempts)
      .values([account, address].map((key) => ({ key, at: sql`clock_timestamp()` })))
      .returning({ id: signInAttempts.id });
    return ok(counted.map((row) => row.id));
  });
}

/** Takes back the count of a guess that was right: signing in often is not guessing. The wrong ones before it stay,
 * so that knowing one password gives nobody more guesses at another. */
export async function forgiveGuess(counted: readonly number[]): Promise<void> {
  await inTransaction(async (tx) => {
    for (const id of counted) await tx.delete(signInAttempts).where(eq(signInAttempts.id, id));
  });
}
