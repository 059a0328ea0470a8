import { and, asc, eq, lte, sql } from "drizzle-orm";
import { database, inTransaction } from "./client";
import { deskEvents } from "./schema/people";
import { erasedIdentities, sealedGrants, sealedIdentities, sources } from "./schema/sources";

/** Everything that was sealed for this source until `at` is gone for good. `at` is ISO 8601 with microseconds. */
export type Erasure = { readonly sourceId: string; readonly at: string };

/** The database's moment in the form in which the list keeps it. */
export const writtenMoment = (moment: unknown) =>
  sql<string>`to_char(${moment} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** All erasures that this database knows of, the oldest first. */
export function erasuresKept(): Promise<Erasure[]> {
  return database()
    .select({ sourceId: erasedIdentities.sourceId, at: writtenMoment(erasedIdentities.erasedAt) })
    .from(erasedIdentities)
    .orderBy(asc(erasedIdentities.erasedAt), asc(erasedIdentities.sourceId));
}

/** Erases once more what a backup brought back. Answers of how many sources an identity was there again. */
export async function eraseAgain(erasures: readonly Erasure[]): Promise<number> {
  let again = 0;
  for (const { sourceId, at } of erasures) {
    const wasThere = await inTransaction(async (tx) => {
      const [source] = await tx.select({ id: sources.id }).from(sources).where(eq(sources.id, sourceId));
      // A backup from before the source was brought in.
      if (!source) return false;
      const erasedAt = sql`${at}::timestamptz`;
      await tx.insert(erasedIdentities).values({ sourceId, erasedAt }).onConflictDoNothing();
      const gone = await tx
        .delete(sealedIdentities)
        .where(and(eq(sealedIdentities.sourceId, sourceId), lte(sealedIdentities.sealedAt, erasedAt)))
        .returning({ id: sealedIdentities.sourceId });
      if (gone.length === 0) return false;
      await tx.delete(sealedGrants).where(eq(sealedGrants.sourceId, sourceId));
      await tx.insert(deskEvents).values({ kind: "name_erased_again", subject: sourceId });
      return true;
    });
    if (wasThere) again += 1;
  }
  return again;
}
