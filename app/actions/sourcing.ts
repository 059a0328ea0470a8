"use server";

import { z } from "zod";
import { paperOf } from "@/db/queries/desk/paper";
import { agreeToUse, keepReply, logCondition, weighSource } from "@/db/write-sourcing";
import type { Refusal } from "@/domain/refusal";
import { type Result, refuse } from "@/domain/result";
import {
  conditionKinds,
  replyOutcomes,
  replyWays,
  sourceWeights,
  sourcingLimits,
  unnamedUses,
} from "@/domain/sourcing";
import { instantOf } from "@/domain/time";
import { fromForm } from "./form";
import { typed } from "./quote-shapes";
import { staffAction } from "./staff-action";

/** Says whether a story's central fact rests on a source. */
export const weigh = staffAction
  .metadata({ name: "weigh" })
  .inputSchema(fromForm(z.object({ storyId: z.uuid(), sourceId: z.uuid(), weight: z.enum(sourceWeights) })))
  .action(({ parsedInput, ctx }) => weighSource(ctx.actor, parsedInput));

/** An editor agrees to what a story takes from a source it does not name. */
export const agree = staffAction
  .metadata({ name: "agree" })
  .inputSchema(fromForm(z.object({ storyId: z.uuid(), sourceId: z.uuid(), use: z.enum(unnamedUses) })))
  .action(({ parsedInput, ctx }) => agreeToUse(ctx.actor, parsedInput));

/** "2026-11-23T06:00" in the newsroom's zone. */
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Choose a day and a time.");
const unclear = { words: "The clocks change at that time. Choose another minute." };

/** Puts down that somebody was asked for a reply, and what they answered. */
export const saveReply = staffAction
  .metadata({ name: "saveReply" })
  .inputSchema(
    fromForm(
      z.object({
        id: z.uuid(),
        storyId: z.uuid(),
        sourceId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
        whom: typed("Who was asked", sourcingLimits.whom).min(1, "Say who was asked."),
        about: typed("About what", sourcingLimits.about).default(""),
        contactedAt: local,
        how: z.enum(replyWays, "Choose how they were asked."),
        deadline: z.union([local, z.literal("")]).default(""),
        outcome: z.enum(replyOutcomes),
        answer: typed("The answer", sourcingLimits.answer).default(""),
      }),
    ),
  )
  .action(
    async ({ parsedInput, ctx }): Promise<Result<{ id: string }, Refusal | { readonly words: string }>> => {
      const { zone } = await paperOf();
      const contacted = instantOf(parsedInput.contactedAt, zone);
      const deadline = parsedInput.deadline ? instantOf(parsedInput.deadline, zone) : null;
      if (contacted.kind !== "one" || (deadline && deadline.kind !== "one")) return refuse(unclear);
      return keepReply(ctx.actor, {
        ...parsedInput,
        contactedAt: contacted.at,
        deadline: deadline?.at ?? null,
      });
    },
  );

/** Puts down what a source asked for and whether the newsroom agreed. */
export const logConditionAsked = staffAction
  .metadata({ name: "logConditionAsked" })
  .inputSchema(
    fromForm(
      z.object({
        id: z.uuid(),
        sourceId: z.uuid(),
        asked: z.enum(conditionKinds, "Choose what was asked for."),
        detail: typed("What exactly", sourcingLimits.detail).default(""),
        decision: z.enum(["refused", "accepted"], "Say whether it was accepted."),
      }),
    ),
  )
  .action(({ parsedInput, ctx }) => logCondition(ctx.actor, parsedInput));
