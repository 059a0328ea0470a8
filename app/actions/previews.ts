"use server";

import { z } from "zod";
import * as write from "@/db/write-previews";
import { previewHours } from "@/domain/preview";
import { ok } from "@/domain/result";
import { environment } from "@/environment";
import { fromForm } from "./form";
import { staffAction } from "./staff-action";

const id = z.uuid();
const hours = z.coerce
  .number()
  .refine((given) => previewHours.some((each) => each === given), "Choose one of these.");

/** A link for somebody without an account. Its address is told this once. */
export const makePreview = staffAction
  .metadata({ name: "makePreview" })
  .inputSchema(
    fromForm(
      z.object({ id, hours, label: z.string().trim().max(200, "Keep it under 200 characters.").default("") }),
    ),
  )
  .action(async ({ parsedInput: { id: storyId, ...given }, ctx }) => {
    const made = await write.makePreviewLink(ctx.actor, storyId, given);
    return made.ok ? ok({ address: `${environment().origin}/desk/preview/${made.value.token}` }) : made;
  });

export const revokePreview = staffAction
  .metadata({ name: "revokePreview" })
  .inputSchema(fromForm(z.object({ id })))
  .action(({ parsedInput, ctx }) => write.revokePreviewLink(ctx.actor, parsedInput.id));
