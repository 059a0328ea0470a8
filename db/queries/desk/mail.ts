import { and, count, desc, isNotNull, isNull, ne } from "drizzle-orm";
import type { SendTrouble } from "@/domain/mail/retries";
import { sendTroubles } from "@/domain/mail/retries";
import { type Actor, isAdmin } from "@/domain/people";
import { environment } from "@/environment";
import { database } from "../../client";
import { outbox } from "../../schema/mail";

export type GivenUp = {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly trouble: SendTrouble;
  readonly at: Date;
};
export type MailStanding = {
  /** The address that mail is sent from; null where mail is off. */
  readonly from: string | null;
  /** Where letters are put that go to no mail server; null where they go to one. */
  readonly folder: string | null;
  readonly waiting: number;
  /** The newest hundred that could not be sent. */
  readonly givenUp: readonly GivenUp[];
};

/** How it stands with the newsroom's mail, for an admin; null for anybody else. */
export async function mailStanding(actor: Actor): Promise<MailStanding | null> {
  if (!isAdmin(actor)) return null;
  const [[waiting], rows] = await Promise.all([
    database()
      .select({ letters: count() })
      .from(outbox)
      .where(and(isNull(outbox.sentAt), isNull(outbox.givenUpAt))),
    database()
      .select({
        id: outbox.id,
        recipient: outbox.recipient,
        letter: outbox.letter,
        trouble: outbox.trouble,
        at: outbox.givenUpAt,
      })
      .from(outbox)
      .where(and(isNotNull(outbox.givenUpAt), ne(outbox.trouble, "not_wanted")))
      .orderBy(desc(outbox.givenUpAt))
      .limit(100),
  ]);
  return {
    from: environment().mail?.from ?? null,
    folder: environment().mail?.folder ?? null,
    waiting: waiting?.letters ?? 0,
    givenUp: rows.map(({ letter, trouble, at, ...row }) => ({
      ...row,
      subject: letter.subject,
      trouble: sendTroubles.find((each) => each === trouble) ?? "unreachable",
      at: at ?? new Date(0),
    })),
  };
}
