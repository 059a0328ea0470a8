"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import * as digest from "@/db/write-digest";
import { changePaper } from "@/db/write-settings";
import { newsletterLimits } from "@/domain/newsletter";
import { ok } from "@/domain/result";
import { fromForm, ticked } from "./form";
import { staffAction } from "./staff-action";

const day = z.iso.date();

/** Keeps what stands in a day's newsletter. */
export const saveDigest = staffAction
  .metadata({ name: "saveDigest" })
  .inputSchema(
    fromForm(
      z.object({
        day,
        base: z.coerce.number().int().min(0),
        subject: z.string().trim().max(newsletterLimits.subject),
        intro: z.string().trim().max(newsletterLimits.intro),
        storyIds: z.array(z.uuid()).max(newsletterLimits.most.most),
      }),
    ),
  )
  .action(({ parsedInput, ctx }) => digest.saveDigest(ctx.actor, parsedInput));

/** Sends today's newsletter at once. */
export const sendDigest = staffAction
  .metadata({ name: "sendDigest" })
  .inputSchema(fromForm(z.object({})))
  .action(({ ctx }) => digest.sendDigestNow(ctx.actor));

const { most } = newsletterLimits;

export const saveNewsletterRules = staffAction
  .metadata({ name: "saveNewsletterRules" })
  .inputSchema(
    fromForm(
      z.object({
        base: z.coerce.number().int().positive(),
        on: ticked,
        hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give an hour, such as 07:00."),
        most: z.coerce
          .number("Give a number of stories.")
          .int("Give a whole number.")
          .min(most.least, `At least ${most.least}.`)
          .max(most.most, `At most ${most.most}.`),
      }),
    ),
  )
  .action(async ({ parsedInput: { base, ...newsletter }, ctx }) => {
    const changed = await changePaper(ctx.actor, base, { newsletter });
    if (!changed.ok) return changed;
    const { confirmed } = await confirmPurge(changed.value.purge);
    return ok({ revision: changed.value.revision, confirmed });
  });
