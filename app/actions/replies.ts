"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import { answerReply, banSender, decideReplies, liftBans } from "@/db/write-replies";
import { mostAtOnce, replyStates } from "@/domain/moderation";
import { replyLimits } from "@/domain/reply";
import { ok } from "@/domain/result";
import { fromForm } from "./form";
import { staffAction } from "./staff-action";

const state = z.enum(replyStates);
const ids = z.array(z.uuid()).max(mostAtOnce);

const confirmed = async (purge: number | null): Promise<boolean> =>
  purge === null || (await confirmPurge(purge)).confirmed;

/** Shows, refuses or holds readers' replies, one or many. */
export const moderateReplies = staffAction
  .metadata({ name: "moderateReplies" })
  .inputSchema(fromForm(z.object({ ids: ids.min(1), from: state, to: state })))
  .action(async ({ parsedInput, ctx }) => {
    const decided = await decideReplies(ctx.actor, parsedInput);
    if (!decided.ok) return decided;
    return ok({ moved: decided.value.moved, confirmed: await confirmed(decided.value.purge) });
  });

/** Puts an editor's answer under a reader's reply. */
export const answerReader = staffAction
  .metadata({ name: "answerReader" })
  .inputSchema(fromForm(z.object({ id: z.uuid(), text: z.string().max(replyLimits.text) })))
  .action(async ({ parsedInput, ctx }) => {
    const answered = await answerReply(ctx.actor, parsedInput);
    if (!answered.ok) return answered;
    return ok({ confirmed: await confirmed(answered.value.purge) });
  });

/** Refuses whatever else comes from the sender of a reply. */
export const banReader = staffAction
  .metadata({ name: "banReader" })
  .inputSchema(fromForm(z.object({ id: z.uuid() })))
  .action(({ parsedInput, ctx }) => banSender(ctx.actor, parsedInput.id));

export const liftBan = staffAction
  .metadata({ name: "liftBan" })
  .inputSchema(fromForm(z.object({ bans: ids, refused: z.array(z.uuid()).max(10_000) })))
  .action(({ parsedInput, ctx }) => liftBans(ctx.actor, parsedInput));
