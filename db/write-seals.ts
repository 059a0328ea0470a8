import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { decideReveal, mayChangeSource, type SealFacts } from "@/domain/source-rules";
import type { Identity } from "@/domain/sourcing";
import { inTransaction, type Transaction } from "./client";
import { type Erasure, writtenMoment } from "./erasures";
import { deskEvents, users } from "./schema/people";
import {
  erasedIdentities,
  reveals,
  sealedFields,
  sealedGrants,
  sealedIdentities,
  sources,
} from "./schema/sources";
import { keyInForce, lockSeal, type SealedColumns } from "./source-keys";

/** Keeps the sealed identity of an unnamed source, in place of the one before if the same person sealed that. `make`
 * encrypts it under the key version that is in force. */
export async function keepSeal(
  actor: Actor,
  sourceId: string,
  make: (keyVersion: number) => Result<SealedColumns, Refusal>,
): Promise<Result<{ sourceId: string }, Refusal>> {
  return inTransaction(async (tx) => {
    const [source] = await tx.select().from(sources).where(eq(sources.id, sourceId)).for("no key update");
    if (!source) return refuse("not_found" as const);
    if (!source.unnamed) return refuse("not_unnamed" as const);
    const before = await lockSeal(tx, sourceId);
    if (before && before.sealedBy !== actor.id) return refuse("not_granted" as const);
    if (!before && !mayChangeSource(source, actor)) return refuse("not_your_source" as const);
    const version = await keyInForce(tx, true);
    const sealed = version === null ? refuse("key_missing" as const) : make(version);
    if (!sealed.ok) return sealed;
    const { fields, ...key } = sealed.value;
    // The moment itself and not that of the transaction's start, which may lie before an erasure that it waited for.
    const row = { ...key, sealedBy: actor.id, sealedAt: sql`clock_timestamp()` };
    await tx
      .insert(sealedIdentities)
      .values({ sourceId, ...row })
      .onConflictDoUpdate({ target: sealedIdentities.sourceId, set: row });
    // The fields of the name before were under a data key that is gone now.
    await tx.delete(sealedFields).where(eq(sealedFields.sourceId, sourceId));
    await tx.insert(sealedFields).values(fields.map((field) => ({ ...field, sourceId })));
    await note(tx, actor, "name_sealed", sourceId);
    return ok({ sourceId });
  });
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

/** Erases a sealed identity by destroying its key: nobody can read it again here. `remember` puts the erasure on the list
 * that outlives the database, before it is committed, so that no backup brings back what was erased. */
export async function destroySeal(
  actor: Actor,
  sourceId: string,
  remember: (erasure: Erasure) => void,
): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    const seal = await lockSeal(tx, sourceId);
    if (!seal) return refuse("not_found" as const);
    if (seal.sealedBy !== actor.id) return refuse("not_granted" as const);
    await tx.delete(sealedGrants).where(eq(sealedGrants.sourceId, sourceId));
    await tx.delete(sealedIdentities).where(eq(sealedIdentities.sourceId, sourceId));
    const [erased] = await tx
      .insert(erasedIdentities)
      .values({ sourceId, by: actor.id, erasedAt: sql`clock_timestamp()` })
      .returning({ at: writtenMoment(erasedIdentities.erasedAt) });
    await note(tx, actor, "name_destroyed", sourceId);
    if (!erased) throw new Error("The database told no moment.");
    remember({ sourceId, at: erased.at });
    return ok(null);
  });
}

/** Reads a sealed name for one person. The line in the log is written in the same transaction, which has to commit
 * before anything is answered: no reading goes unlogged. `open` decrypts; a refusal of it is put on the trail. */
export async function revealSeal(
  actor: Actor & { readonly sessionId: string },
  given: { readonly sourceId: string; readonly why: string },
  open: (sourceId: string, sealed: SealedColumns) => Result<Identity, Refusal>,
): Promise<Result<{ identity: Identity }, Refusal>> {
  return inTransaction(async (tx) => {
    const seal = await lockSeal(tx, given.sourceId);
    if (!(await isActive(tx, actor))) return refuse("not_signed_in" as const);
    const facts = seal ? await factsOf(tx, seal) : null;
    const decision = decideReveal(facts, actor, facts?.now ?? new Date(0), given.why);
    const opened: Result<Identity, Refusal> =
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

/** The session was read a moment ago; an account that was closed since then reads nothing. */
async function isActive(tx: Transaction, actor: Actor): Promise<boolean> {
  const [row] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, actor.id), isNull(users.deactivatedAt)));
  return row !== undefined;
}

async function factsOf(
  tx: Transaction,
  seal: Pick<typeof sealedIdentities.$inferSelect, "sourceId" | "sealedBy">,
): Promise<SealFacts & { now: Date }> {
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
