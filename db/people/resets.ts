import { and, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { resetLetter } from "@/domain/mail/letters";
import { resetLasts } from "@/domain/staff";
import { inTransaction } from "../client";
import { paperOf } from "../queries/desk/paper";
import { newId } from "../schema/columns";
import { passwordResets, users } from "../schema/people";
import { mailChannel, post } from "../write-mail";
import { linkToken } from "./link-tokens";
import { tokenHash } from "./sessions";

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
