"use server";

import { z } from "zod";
import { newId } from "@/db/schema/columns";
import { settleMail } from "@/db/write-mail";
import { changePaper } from "@/db/write-settings";
import { testLetter } from "@/domain/mail/letters";
import { troubleWords } from "@/domain/mail/retries";
import { paperLimits } from "@/domain/paper-settings";
import { isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { tidyName } from "@/domain/staff";
import { MailRoom } from "@/server/mail/send";
import { senderOfPaper } from "@/server/mail/sender";
import { fromForm } from "./form";
import { staffAction } from "./staff-action";

export const saveMailSettings = staffAction
  .metadata({ name: "saveMailSettings" })
  .inputSchema(
    fromForm(
      z.object({
        base: z.coerce.number().int().positive(),
        senderName: z
          .string()
          .refine(
            (typed) => typed.trim() === "" || tidyName(typed, paperLimits.senderName) !== null,
            `Use at most ${paperLimits.senderName} plain characters, on one line.`,
          )
          .transform((typed) => tidyName(typed, paperLimits.senderName) ?? ""),
      }),
    ),
  )
  .action(async ({ parsedInput: { base, senderName }, ctx }) => {
    const changed = await changePaper(ctx.actor, base, { mail: { senderName } });
    // No page of readers shows it, so nothing has to be waited for.
    return changed.ok ? ok({ revision: changed.value.revision, confirmed: true }) : changed;
  });

/** Sends a test message to the admin's own address, at once and past the outbox, and says what the server said. */
export const sendTestMail = staffAction
  .metadata({ name: "sendTestMail" })
  .inputSchema(fromForm(z.object({})))
  .action(async ({ ctx }): Promise<Result<{ to: string }, Refusal | { readonly words: string }>> => {
    if (!isAdmin(ctx.actor)) return refuse("admins_only");
    const sender = await senderOfPaper();
    if (!sender) return refuse({ words: "Mail is off: SMTP_URL is not set on the server." });
    const room = new MailRoom();
    const letter = testLetter(sender.name);
    const sent = await room.send({ event: `test:${newId()}`, recipient: ctx.actor.email, letter }, sender);
    room.close();
    return sent.ok
      ? ok({ to: ctx.actor.email })
      : refuse({ words: `${troubleWords[sent.why]} Nothing was sent.` });
  });

/** Tries letters that were given up on once more, or forgets them. */
export const settleLetters = staffAction
  .metadata({ name: "settleLetters" })
  .inputSchema(
    fromForm(z.object({ ids: z.array(z.uuid()).min(1).max(100), what: z.enum(["try again", "forget"]) })),
  )
  .action(({ parsedInput: { ids, what }, ctx }) => settleMail(ctx.actor, ids, what));
