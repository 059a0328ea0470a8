import { and, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { accountLetter, resetLetter } from "@/domain/mail/letters";
import { decidePassword, type PasswordRefusal } from "@/domain/passwords";
import { type Actor, isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { resetLasts } from "@/domain/staff";
import { database, inTransaction, type Reader } from "../client";
import { linkToken } from "../link-tokens";
import { paperOf } from "../queries/desk/paper";
import { newId } from "../schema/columns";
import { deskEvents, passwordResets, users } from "../schema/people";
import { mailChannel, post } from "../write-mail";
import { hashPassword } from "./passwords";
import { endSessionsOf, tokenHash } from "./sessions";

/** Notes that somebody wishes for a new password. Whether there is such an account makes no difference to the work: one
 * row is written in one statement; the letter is posted later, beside the pages. `email` is normalised. The caller has
 * counted the wish as a guess. */
export async function askForReset(email: string): Promise<void> {
  const id = newId();
  await inTransaction(async (tx) => {
    await tx.insert(passwordResets).values({
      id,
      userId: sql`(select id from users where email = ${email} and deactivated_at is null and password_hash is not null)`,
      tokenHash: tokenHash(linkToken("reset", id)),
      expiresAt: sql`now() + ${resetLasts / 1000} * interval '1 second'`,
    });
    await tx.execute(sql`select pg_notify(${mailChannel}, '')`);
  });
}

/** Posts the letters for wishes that have not had theirs, each in one transaction with the mark that it has; forgets
 * wishes that ran out long ago. */
export async function postResets(): Promise<void> {
  await inTransaction(async (tx) => {
    const wishes = await tx
      .select({
        id: passwordResets.id,
        userId: users.id,
        email: users.email,
        expiresAt: passwordResets.expiresAt,
      })
      .from(passwordResets)
      .innerJoin(users, eq(users.id, passwordResets.userId))
      .where(
        and(
          isNull(passwordResets.mailedAt),
          isNull(passwordResets.madeBy),
          isNull(passwordResets.usedAt),
          isNotNull(passwordResets.userId),
          gt(passwordResets.expiresAt, sql`now()`),
        ),
      )
      .limit(100)
      .for("update", { of: passwordResets, skipLocked: true });
    if (wishes.length > 0) {
      const { name: paper } = await paperOf(tx);
      await post(
        tx,
        wishes.map(({ id, userId, email, expiresAt }) => ({
          event: `reset:${id}`,
          recipient: email,
          userId,
          letter: resetLetter({ id, paper }),
          expiresAt,
        })),
      );
      for (const { id } of wishes) {
        await tx.update(passwordResets).set({ mailedAt: sql`now()` }).where(eq(passwordResets.id, id));
      }
    }
    await tx.delete(passwordResets).where(lt(passwordResets.expiresAt, sql`now() - interval '30 days'`));
  });
}

/** Whose password a link sets anew, or null when it is used or out of date. */
export async function resetOf(token: string, tx: Reader = database()) {
  const [row] = await tx
    .select({ id: passwordResets.id, userId: users.id, email: users.email, name: users.name })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(
      and(
        eq(passwordResets.tokenHash, tokenHash(token)),
        isNull(passwordResets.usedAt),
        gt(passwordResets.expiresAt, sql`now()`),
        isNull(users.deactivatedAt),
      ),
    );
  return row ?? null;
}

/** Sets the password that a link was sent for. The link, and any other the person has, is used up; they are signed out
 * everywhere, and told by mail. The second factor stays. */
export async function resetPassword(
  token: string,
  password: string,
): Promise<Result<null, "link_spent" | PasswordRefusal>> {
  const wished = await resetOf(token);
  if (!wished) return refuse("link_spent");
  const chosen = decidePassword(password, wished);
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(chosen.value);
  return inTransaction(async (tx) => {
    // Judged again under the lock: the same link may be sent twice while the password is hashed.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, wished.userId)).for("update");
    const still = await resetOf(token, tx);
    if (!still) return refuse("link_spent");
    const { userId, email } = still;
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await tx
      .update(passwordResets)
      .set({ usedAt: sql`now()` })
      .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
    await endSessionsOf(tx, userId);
    await tx.insert(deskEvents).values({ actorId: userId, kind: "password_reset", subject: userId });
    const { name: paper } = await paperOf(tx);
    const happened = "Your password was chosen anew by a one-time link. You are signed out everywhere.";
    const letter = accountLetter({ happened, paper });
    await post(tx, [{ event: `password_reset:${still.id}`, recipient: email, userId, letter }]);
    return ok(null);
  });
}

/** An admin makes a link for somebody who cannot sign in, where mail is off or does not arrive. Answers its token, once. */
export async function makeResetLink(actor: Actor, userId: string): Promise<Result<string, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isAdmin(actor)) return refuse("admins_only");
    const [person] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.deactivatedAt)));
    if (!person) return refuse("not_found");
    const id = newId();
    const token = linkToken("reset", id);
    await tx.insert(passwordResets).values({
      id,
      userId,
      tokenHash: tokenHash(token),
      madeBy: actor.id,
      expiresAt: sql`now() + ${resetLasts / 1000} * interval '1 second'`,
    });
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "reset_link_made", subject: userId });
    return ok(token);
  });
}
