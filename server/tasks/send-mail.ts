import { letterOfDay } from "@/db/write-digest";
import { claimMail, markFailed, markSent } from "@/db/write-mail";
import { log } from "../log";
import { MailRoom } from "../mail/send";
import { senderOfPaper } from "../mail/sender";

const room = new MailRoom();

/** The job that sends one letter of the outbox: `{ id }`. What comes of it is kept in the letter's own row, with the
 * moment of the next attempt, so the job itself never fails and never holds up the queue. */
export async function sendMailTask(payload: unknown): Promise<void> {
  if (!isPayload(payload)) throw new Error("a job to send mail names no letter");
  const sender = await senderOfPaper();
  const claimed = sender && (await claimMail(payload.id));
  if (!claimed) return;
  const { digest, subscriber } = claimed.letter;
  const letter = digest && subscriber ? await letterOfDay(digest, subscriber) : claimed.letter;
  // Every story of it has been withdrawn meanwhile: there is nothing left to send.
  if (!letter) return markFailed(claimed, "not_wanted");
  const sent = await room.send({ ...claimed, letter }, sender);
  if (sent.ok) {
    await markSent(claimed.id);
    return;
  }
  log.warn({ letter: claimed.id, attempt: claimed.attempts, trouble: sent.why }, "a letter was not sent");
  await markFailed(claimed, sent.why);
}

export const closeMailRoom = (): void => room.close();

function isPayload(payload: unknown): payload is { id: string } {
  return typeof payload === "object" && payload !== null && "id" in payload && typeof payload.id === "string";
}
