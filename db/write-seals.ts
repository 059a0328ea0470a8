import { and, eq, gt, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { decideReveal, mayChangeSource, type SealFacts } from "@/domain/source-rules";
import { inTransaction, type Transaction } from "./client";
import { deskEvents, users } from "./schema/people";
import { reveals, sealedGrants, sealedIdentities, sources } from "./schema/sources";

/** The encrypted parts of a seal. Made and opened by `server/sealing`; here they are only kept. */
export type SealedColumns = Pick<
  typeof sealedIdentities.$inferSelect,
  "keyVersion" | "wrappedKey" | "wrapNonce" | "nonce" | "ciphertext"
>;

/** Keeps the sealed name of an unnamed source, in place of the one before if the same person sealed that. */
export async function keepSeal(
  actor: Actor,
  sourceId: string,
  sealed: SealedColumns,
): Promise<Result<{ sourceId: string }, Refusal>> {
  return inTransaction(async (tx) => {
    const [source] = await tx.select().from(sources).where(eq(sources.id, sourceId)).for("no key update");
    if (!source) return refuse("not_found" as const);
    if (!source.unnamed) return refuse("not_unnamed" as const);
    const before = await lockSeal(tx, sourceId);
    if (before && before.sealedBy !== actor.id) return refuse("not_granted" as const);
    if (!before && !mayChangeSource(source, actor)) return refuse("not_your_source" as const);
    const row = { ...sealed, sealedBy: actor.id };
    await tx
      .insert(sealedIdentities)
      .values({ sourceId, ...row })
      .onConflictDoUpdate({ target: sealedIdentities.sourceId, set: { ...row, sealedAt: sql`now()` } });
    await note(tx, actor, "name_sealed", sourceId);
    return ok({ sourceId });
  });
}

type SealRow = typeof sealedIdentities.$inferSelect;

async function lockSeal(tx: Transaction, sourceId: string): Promise<SealRow | undefined> {
  const [row] = await tx
    .select()
    .from(sealedIdentities)
    .where(eq(sealedIdentities.sourceId, sourceId))
    .for("update");
  return row;
}

const note = (tx: Transaction, actor: Actor, kind: string, subject: string, text = "", refused = false) =>
  tx.insert(deskEvents).values({ actorId: actor.id, kind, subject, note: text, refused });

/** Lets a colleague read a sealed name until a moment. Only the person who sealed it may. */
export async function grantSeal(
  actor: Actor,
  given: { readonly sourceId: string; readonly userId: string; readonly days: number },
): Promise<Result<{ until: Date }, Refusal>> {
  return inTransaction(async (tx) => {
    const seal = await lockSeal(tx, given.sourceId);
    if (!seal) return refuse("not_found" as const);
    if (seal.sealedBy !== actor.id) return refuse("not_granted" as const);
    const [colleague] = await tx
      .select({ id: users.id, deactivatedAt: users.deactivatedAt })
      .from(users)
      .where(eq(users.id, given.userId));
    if (!colleague || colleague.deactivatedAt) return refuse("not_found" as const);
    const expiresAt = sql`now() + ${given.days} * interval '1 day'`;
    const [grant] = await tx
      .insert(sealedGrants)
      .values({ sourceId: given.sourceId, userId: given.userId, grantedBy: actor.id, expiresAt })
      .onConflictDoUpdate({
        target: [sealedGrants.sourceId, sealedGrants.userId],
        set: { expiresAt, grantedAt: sql`now()`, grantedBy: actor.id },
      })
      .returning({ until: sealedGrants.expiresAt });
    await note(tx, actor, "name_granted", given.sourceId, given.userId);
    return grant ? ok(grant) : refuse("not_found" as const);
  });
}

/** Takes a grant back: the colleague's next reading is refused. */
export async function revokeGrant(
  actor: Actor,
  given: { readonly sourceId: string; readonly userId: string },
): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    const seal = await lockSeal(tx, given.sourceId);
    if (!seal) return refuse("not_found" as const);
    if (seal.sealedBy !== actor.id) return refuse("not_granted" as const);
    await tx
      .delete(sealedGrants)
      .where(and(eq(sealedGrants.sourceId, given.sourceId), eq(sealedGrants.userId, given.userId)));
    await note(tx, actor, "name_grant_ended", given.sourceId, given.userId);
    return ok(null);
  });
}

/** Destroys a sealed name with its key: nobody can read it again here. A backup made before still holds it, encrypted. */
export async function destroySeal(actor: Actor, sourceId: string): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    const seal = await lockSeal(tx, sourceId);
    if (!seal) return refuse("not_found" as const);
    if (seal.sealedBy !== actor.id) return refuse("not_granted" as const);
    await tx.delete(sealedGrants).where(eq(sealedGrants.sourceId, sourceId));
    await tx.delete(sealedIdentities).where(eq(sealedIdentities.sourceId, sourceId));
    await note(tx, actor, "name_destroyed", sourceId);
    return ok(null);
  });
}

/** Reads a sealed name for one person. The line in the log is written in the same transaction, which has to commit
 * before anything is answered: no reading goes unlogged. `open` decrypts; a refusal of it is put on the trail. */
export async function revealSeal(
  actor: Actor & { readonly sessionId: string },
  given: { readonly sourceId: string; readonly why: string },
  open: (sourceId: string, sealed: SealedColumns) => Result<string, Refusal>,
): Promise<Result<{ identity: string }, Refusal>> {
  return inTransaction(async (tx) => {
    const seal = await lockSeal(tx, given.sourceId);
    const facts = seal ? await factsOf(tx, seal) : null;
    const decision = decideReveal(facts, actor, facts?.now ?? new Date(0), given.why);
    const opened: Result<string, Refusal> =
      decision.ok && seal ? open(given.sourceId, seal) : decision.ok ? refuse("not_found") : decision;
    if (!opened.ok) {
      if (opened.why !== "note_needed" && seal)
        await note(tx, actor, "name_not_shown", given.sourceId, opened.why, true);
      return opened;
    }
    await tx.insert(reveals).values({
      sourceId: given.sourceId,
      by: actor.id,
      sessionId: actor.sessionId,
      why: given.why.trim(),
    });
    return ok({ identity: opened.value });
  });
}

async function factsOf(tx: Transaction, seal: SealRow): Promise<SealFacts & { now: Date }> {
  const grants = await tx
    .select({ userId: sealedGrants.userId, expiresAt: sealedGrants.expiresAt })
    .from(sealedGrants)
    .where(and(eq(sealedGrants.sourceId, seal.sourceId), gt(sealedGrants.expiresAt, sql`now()`)));
  const [clock] = await tx
    .select({ now: sql`now()`.mapWith(sealedIdentities.sealedAt) })
    .from(sealedIdentities)
    .where(eq(sealedIdentities.sourceId, seal.sourceId));
  if (!clock) throw new Error("The database told no time.");
  return { sealedBy: seal.sealedBy, grants, now: clock.now };
}

/** Wraps every data key under the newest key-encryption key, one source at a time. Answers how many were turned over
 * and how many could not be. */
export async function turnKeysOver(
  newest: number,
  rewrap: (sourceId: string, sealed: SealedColumns) => Result<SealedColumns, Refusal>,
): Promise<{ turned: number; failed: number }> {
  const count = { turned: 0, failed: 0 };
  const waiting = await inTransaction((tx) =>
    tx
      .select({ sourceId: sealedIdentities.sourceId })
      .from(sealedIdentities)
      .where(sql`${sealedIdentities.keyVersion} <> ${newest}`),
  );
  for (const { sourceId } of waiting) {
    const turned = await inTransaction(async (tx) => {
      const seal = await lockSeal(tx, sourceId);
      const wrapped = seal ? rewrap(sourceId, seal) : null;
      if (!wrapped?.ok) return false;
      const { keyVersion, wrappedKey, wrapNonce } = wrapped.value;
      await tx
        .update(sealedIdentities)
        .set({ keyVersion, wrappedKey, wrapNonce })
        .where(eq(sealedIdentities.sourceId, sourceId));
      return true;
    });
    if (turned) count.turned += 1;
    else count.failed += 1;
  }
  return count;
}
