import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import { isSeenStale, isSessionLive, sessionLimits } from "@/domain/session";
import { database, inTransaction, type Reader, type Transaction } from "../client";
import { deskEvents, sessions, users } from "../schema/people";

/** A signed-in member of staff, as the session row and the user row have it at this moment. */
export type Staff = Actor & { sessionId: string; title: string; slug: string; email: string };

/** A token of 256 random bits, for a cookie or a link. Only its hash is kept here. */
export const newToken = (): string => randomBytes(32).toString("base64url");
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Starts a session for a person who has just proved who they are, and answers the token for their cookie. `mustEnrol`
 * says, in the same transaction, whether it opens nothing but the page on which a second factor is set up. */
export async function startSession(
  userId: string,
  browser: string,
  how: "password" | "password and code" | "demonstration",
  mustEnrol: (tx: Transaction) => Promise<boolean> = async () => false,
): Promise<string> {
  const token = newToken();
  await inTransaction(async (tx) => {
    await tx.insert(sessions).values({
      tokenHash: tokenHash(token),
      userId,
      expiresAt: sql`now() + ${sessionLimits.absolute / 1000} * interval '1 second'`,
      browser: browser.slice(0, 300),
      enrolling: await mustEnrol(tx),
    });
    await tx.insert(deskEvents).values({ actorId: userId, kind: "signed_in", subject: userId, note: how });
  });
  return token;
}

/** Who holds this token, if the session stands; null otherwise. The role is read from the user's row each time.
 * `stir` says that the person is doing something, which puts off the end by idleness. */
export async function staffOfToken(token: string, stir: boolean): Promise<Staff | null> {
  const found = await sessionOfToken(token, stir);
  return found && !found.enrolling ? found.staff : null;
}

/** Who holds the token of a session that was begun to set a second factor up: it opens nothing but that. */
export async function enrollingOfToken(token: string): Promise<Staff | null> {
  const found = await sessionOfToken(token, true);
  return found?.enrolling ? found.staff : null;
}

async function sessionOfToken(
  token: string,
  stir: boolean,
): Promise<{ staff: Staff; enrolling: boolean } | null> {
  const [row] = await database()
    .select({
      enrolling: sessions.enrolling,
      sessionId: sessions.id,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
      expiresAt: sessions.expiresAt,
      endedAt: sessions.endedAt,
      deactivatedAt: users.deactivatedAt,
      id: users.id,
      name: users.name,
      role: users.role,
      title: users.title,
      slug: users.slug,
      email: users.email,
      now: sql`now()`.mapWith(sessions.seenAt),
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.tokenHash, tokenHash(token)));
  if (!row || !isSessionLive(row, row.now)) return null;
  if (stir && isSeenStale(row.seenAt, row.now)) {
    await database()
      .update(sessions)
      .set({ seenAt: sql`now()` })
      .where(and(eq(sessions.id, row.sessionId), isNull(sessions.endedAt)));
  }
  const { sessionId, id, name, role, title, slug, email } = row;
  return { staff: { sessionId, id, name, role, title, slug, email }, enrolling: row.enrolling };
}

/** Ends the session of this token, if there is one. */
export async function endSessionOfToken(token: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ endedAt: sql`now()` })
      .where(and(eq(sessions.tokenHash, tokenHash(token)), isNull(sessions.endedAt)))
      .returning({ userId: sessions.userId });
    if (ended) {
      await tx
        .insert(deskEvents)
        .values({ actorId: ended.userId, kind: "signed_out", subject: ended.userId });
    }
  });
}

/** Ends every open session of a person and answers how many there were. */
export async function endSessionsOf(tx: Reader, userId: string): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return ended.length;
}
