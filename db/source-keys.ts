import { asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Refusal } from "@/domain/refusal";
import type { Result } from "@/domain/result";
import { database, inTransaction, type Reader, type Transaction } from "./client";
import { sealedFields, sealedIdentities, sourceKeys } from "./schema/sources";

type SealedRow = typeof sealedIdentities.$inferSelect;
type WrapColumns = Pick<SealedRow, "keyVersion" | "wrappedKey" | "wrapNonce">;
export type FieldColumns = Omit<typeof sealedFields.$inferSelect, "sourceId">;
/** The encrypted parts of a seal. Made and opened by `server/sealing`; here they are only kept. */
export type SealedColumns = WrapColumns & { readonly fields: readonly FieldColumns[] };

/** By version: the check values of the keys that were in force here, and how many identities are sealed under which. */
export async function keysInUse(): Promise<{
  checks: ReadonlyMap<number, Uint8Array>;
  used: ReadonlyMap<number, number>;
}> {
  const db = database();
  const [checks, used] = await Promise.all([
    db.select().from(sourceKeys),
    db
      .select({ version: sealedIdentities.keyVersion, seals: sql<number>`count(*)::int` })
      .from(sealedIdentities)
      .groupBy(sealedIdentities.keyVersion)
      .orderBy(asc(sealedIdentities.keyVersion)),
  ]);
  return {
    checks: new Map(checks.map((row) => [row.version, row.check])),
    used: new Map(used.map((row) => [row.version, row.seals])),
  };
}

/** The version under which names are sealed now; null before the first start. With `held` it stays so until this
 * transaction ends, so that a rotation misses no seal that is being made. */
export async function keyInForce(reader: Reader, held = false): Promise<number | null> {
  // The lock first: whoever waited for it behind a rotation has to see the version that the rotation put in force.
  if (held) await reader.select({ version: sourceKeys.version }).from(sourceKeys).for("share");
  const [row] = await reader
    .select({ version: sourceKeys.version })
    .from(sourceKeys)
    .orderBy(desc(sourceKeys.version))
    .limit(1);
  return row?.version ?? null;
}

/** From now on names are sealed under this version. Seals that are being made under the one before are waited for. */
export async function putKeyInForce(version: number, check: Uint8Array): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.select({ version: sourceKeys.version }).from(sourceKeys).for("update");
    await tx
      .insert(sourceKeys)
      .values({ version, check })
      .onConflictDoUpdate({ target: sourceKeys.version, set: { check } });
  });
}

/** Some of the seals under one version. */
export async function sealsUnder(
  version: number,
  most: number,
): Promise<(SealedColumns & { sourceId: string })[]> {
  const db = database();
  const rows = await db
    .select()
    .from(sealedIdentities)
    .where(eq(sealedIdentities.keyVersion, version))
    .limit(most);
  return withFields(db, rows);
}

async function withFields<Row extends { readonly sourceId: string }>(
  reader: Reader,
  rows: readonly Row[],
): Promise<(Row & { fields: FieldColumns[] })[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.sourceId);
  const fields = await reader.select().from(sealedFields).where(inArray(sealedFields.sourceId, ids));
  return rows.map((row) => ({
    ...row,
    fields: fields
      .filter((each) => each.sourceId === row.sourceId)
      .map(({ field, nonce, ciphertext }) => ({ field, nonce, ciphertext })),
  }));
}

export async function lockSeal(tx: Transaction, sourceId: string) {
  const rows = await tx
    .select()
    .from(sealedIdentities)
    .where(eq(sealedIdentities.sourceId, sourceId))
    .for("update");
  return (await withFields(tx, rows))[0];
}

/** Wraps every data key under one version, one source at a time, so that nobody waits and a stop in the middle loses
 * nothing. Answers how many were turned over and how many could not be. */
export async function turnKeysOver(
  version: number,
  rewrap: (sourceId: string, sealed: SealedColumns) => Result<WrapColumns, Refusal>,
): Promise<{ turned: number; failed: number }> {
  const count = { turned: 0, failed: 0 };
  const waiting = await database()
    .select({ sourceId: sealedIdentities.sourceId })
    .from(sealedIdentities)
    .where(ne(sealedIdentities.keyVersion, version));
  for (const { sourceId } of waiting) {
    const turned = await inTransaction(async (tx) => {
      const seal = await lockSeal(tx, sourceId);
      // Erased or turned over meanwhile: there is nothing left to do.
      if (!seal || seal.keyVersion === version) return null;
      const wrapped = rewrap(sourceId, seal);
      if (!wrapped.ok) return false;
      const { keyVersion, wrappedKey, wrapNonce } = wrapped.value;
      await tx
        .update(sealedIdentities)
        .set({ keyVersion, wrappedKey, wrapNonce })
        .where(eq(sealedIdentities.sourceId, sourceId));
      return true;
    });
    if (turned === true) count.turned += 1;
    if (turned === false) count.failed += 1;
  }
  return count;
}
