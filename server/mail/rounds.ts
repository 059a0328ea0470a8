import type { Runner } from "graphile-worker";
import postgres from "postgres";
import { tellDueSoon } from "@/db/due-soon";
import { postResets } from "@/db/people/resets";
import { paperOf } from "@/db/queries/desk/paper";
import { forgetMachines } from "@/db/readers/attempts";
import { postConfirmations } from "@/db/readers/subscribers";
import { beginDueDigest, postDigestBatch } from "@/db/write-digest";
import { forgetOldMail, isMailOn, mailChannel, post, waitingMail } from "@/db/write-mail";
import { environment } from "@/environment";
import { closeMailRoom } from "../tasks/send-mail";
import { logUnexpected } from "../unexpected";

const roundEvery = 5_000;
const slowRoundEvery = 60_000;
/** More than a mail server takes in the time between two rounds. */
const mostAtOnce = 200;

/** Queues what waits in the outbox: when it is told that something was put in, and every few seconds for what is to be
 * tried again. All letters go through one queue, one after the other, so that a mail server that does not answer never
 * keeps a story from going out at its moment. Once a minute it looks for stories that are due soon. */
export function startMailRounds(runner: Runner): () => Promise<void> {
  let again = false;
  let underWay: Promise<void> | null = null;
  let slowRoundAt = Number.NEGATIVE_INFINITY;

  const round = async (): Promise<void> => {
    if (performance.now() - slowRoundAt >= slowRoundEvery) {
      slowRoundAt = performance.now();
      await tellDueSoon();
      await forgetOldMail();
      await forgetMachines();
      await beginDueDigest();
    }
    if (!isMailOn()) return;
    await postResets();
    await postConfirmations(await paperOf(), post);
    while (await postDigestBatch());
    for (const id of await waitingMail(mostAtOnce)) {
      await runner.addJob("send-mail", { id }, { jobKey: `mail:${id}`, queueName: "mail", maxAttempts: 1 });
    }
  };
  const begin = (): void => {
    if (underWay) {
      again = true;
      return;
    }
    again = false;
    underWay = round()
      .catch((error: unknown) => void logUnexpected(error, "looking for mail to send"))
      .finally(() => {
        underWay = null;
        if (again) begin();
      });
  };

  const stopListening = listenForMail(begin);
  begin();
  const timer = setInterval(begin, roundEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await stopListening();
    again = false;
    await underWay;
    closeMailRoom();
  };
}

/** Hears at once that there is mail. Without it the rounds find it a few seconds later, so a fault is only logged. */
function listenForMail(heard: () => void): () => Promise<void> {
  if (!isMailOn()) return async () => {};
  const sql = postgres(environment().directUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  sql
    .listen(mailChannel, heard)
    .catch((error: unknown) => void logUnexpected(error, "listening for mail to send"));
  return () => sql.end({ timeout: 2 });
}
