"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import { decideReply } from "@/db/write-replies";
import { replyStates } from "@/domain/moderation";
import { ok } from "@/domain/result";
import { fromForm } from "./form";
import { staffAction } from "./staff-action";

const state = z.enum(replyStates);

/** Shows, refuses or holds a reader's reply. */
export const moderateReply = staffAction
  .metadata({ name: "moderateReply" })
  .inputSchema(fromForm(z.object({ id: z.uuid(), from: state, to: state })))
  .action(async ({ parsedInput, ctx }) => {
    const decided = await decideReply(ctx.actor, parsedInput);
    if (!decided.ok) return decided;
    const { purge } = decided.value;
    const { confirmed } = purge === null ? { confirmed: true } : await confirmPurge(purge);
    return ok({ state: decided.value.state, confirmed });
  });
