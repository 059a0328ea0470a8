import { createHash } from "node:crypto";
import { and, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { confirmLetter } from "@/domain/mail/newsletter-letters";
import { database, inTransaction } from "../client";
import { linkToken } from "../link-tokens";
import { newId } from "../schema/columns";
import { subscribers } from "../schema/readers";

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Notes that somebody wishes the newsletter. The same one statement, and the same answer, whether the email is new, has
 * asked before or takes it already; the letter is posted later, beside the pages. `email` is normalised. */
export async function askForNewsletter(email: string): Promise<void> {
  const id = newId();
  await database()
    .insert(subscribers)
    .values({
      id,
      email,
      confirmHash: hashOf(linkToken("confirm", id)),
      leaveHash: hashOf(linkToken("leave", id)),
    })
    .onConflictDoUpdate({
      target: subscribers.email,
      set: { state: "asked", askedAt: sql`now()`, mailedAt: null, leftAt: null },
      setWhere: sql`${subscribers.state} = 'left' or (${subscribers.state} = 'asked'
        and ${subscribers.mailedAt} < now() - interval '10 minutes')`,
    });
}

/** What a link of the newsletter is for, or null where it is none of ours any more. */
export async function subscriberOf(
  purpose: "confirm" | "leave",
  token: string,
): Promise<{ readonly id: string; readonly state: "asked" | "confirmed" | "left" } | null> {
  const column = purpose === "confirm" ? subscribers.confirmHash : subscribers.leaveHash;
  const inTime = sql`(${subscribers.state} <> 'asked' or ${subscribers.askedAt} > now() - interval '7 days')`;
  const [row] = await database()
    .select({ id: subscribers.id, state: subscribers.state })
    .from(subscribers)
    .where(and(eq(column, hashOf(token)), purpose === "confirm" ? inTime : undefined));
  return row ?? null;
}

/** The owner of the mailbox says yes. Saying it twice is saying it once. */
export async function confirmSubscriber(token: string): Promise<boolean> {
  const found = await subscriberOf("confirm", token);
  if (!found || found.state === "left") return false;
  await database()
    .update(subscribers)
    .set({ state: "confirmed", confirmedAt: sql`now()` })
    .where(and(eq(subscribers.id, found.id), eq(subscribers.state, "asked")));
  return true;
}

/** Ends it at once: a letter that waits already is not sent either. Whether the link is known makes no difference. */
export async function leaveNewsletter(token: string): Promise<void> {
  await database()
    .update(subscribers)
    .set({ state: "left", leftAt: sql`now()` })
    .where(and(eq(subscribers.leaveHash, hashOf(token)), inArray(subscribers.state, ["asked", "confirmed"])));
}

type Post = (
  tx: Parameters<Parameters<typeof inTransaction>[0]>[0],
  letters: {
    event: string;
    recipient: string;
    subscriberId: string;
    letter: ReturnType<typeof confirmLetter>;
  }[],
) => Promise<void>;

/** Posts the letters that ask for a yes, each in one transaction with the mark that it was; forgets who never said it,
 * and who left, after 30 days. */
export async function postConfirmations(
  paper: { readonly name: string; readonly language: string },
  post: Post,
): Promise<void> {
  await inTransaction(async (tx) => {
    const asking = await tx
      .select({ id: subscribers.id, email: subscribers.email, askedAt: subscribers.askedAt })
      .from(subscribers)
      .where(
        and(
          eq(subscribers.state, "asked"),
          isNull(subscribers.mailedAt),
          gt(subscribers.askedAt, sql`now() - interval '1 day'`),
        ),
      )
      .limit(100)
      .for("update", { skipLocked: true });
    if (asking.length > 0) {
      await post(
        tx,
        asking.map(({ id, email, askedAt }) => ({
          event: `newsletter:${id}:${askedAt.getTime()}`,
          recipient: email,
          subscriberId: id,
          letter: confirmLetter({ paper: paper.name, language: paper.language, subscriberId: id }),
        })),
      );
      const ids = asking.map(({ id }) => id);
      await tx.update(subscribers).set({ mailedAt: sql`now()` }).where(inArray(subscribers.id, ids));
    }
    const monthAgo = sql`now() - interval '30 days'`;
    await tx.delete(subscribers).where(
      sql`(${and(eq(subscribers.state, "asked"), lt(subscribers.askedAt, monthAgo))})
          or (${and(eq(subscribers.state, "left"), lt(subscribers.leftAt, monthAgo))})`,
    );
  });
}
