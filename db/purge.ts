import { sql } from "drizzle-orm";
import { database, type Transaction } from "./client";
import { purges } from "./schema/machine";

/** The channel on which instances hear that ready pages have to be dropped. */
export const purgeChannel = "verbatim_purge";
const purgeLock = 7_203_412;

/** Has every instance drop the ready pages of these addresses once this transaction is committed; "*" drops all.
 * Purges are numbered under a lock that is held to the end of the transaction, so that their numbers are in the order
 * of their commits: an instance that has carried out number n has carried out all before it. Call it last. */
export async function purge(tx: Transaction, addresses: readonly string[]): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${purgeLock})`);
  const [row] = await tx
    .insert(purges)
    .values({ addresses: [...addresses] })
    .returning({ id: purges.id });
  if (!row) throw new Error("a purge was not numbered");
  await tx.execute(sql`select pg_notify(${purgeChannel}, ${String(row.id)})`);
  return row.id;
}

/** Waits until every instance that is alive has carried out the purge: from then on no reader is shown the page as it
 * was. An instance that has not been heard of for three seconds serves nothing from memory, so nobody waits for it.
 * Gives up after five seconds and says how many were still to answer. */
export async function confirmPurge(id: number): Promise<{ confirmed: boolean; waitingFor: number }> {
  const giveUp = performance.now() + 5_000;
  // Asked often at first: an instance answers within a few milliseconds, and a person waits.
  for (let pause = 1; ; pause = Math.min(pause * 1.2, 40)) {
    const waitingFor = await behind(id);
    if (waitingFor === 0) return { confirmed: true, waitingFor };
    if (performance.now() > giveUp) return { confirmed: false, waitingFor };
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function behind(id: number): Promise<number> {
  const [row] = await database().execute<{ behind: number }>(
    sql`select count(*)::int as behind from instances
        where applied_purge < ${id} and heartbeat_at > clock_timestamp() - interval '3 seconds'`,
  );
  return row?.behind ?? 0;
}
