"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import { picturesListed } from "@/db/queries/desk/pictures";
import { changePicture as change } from "@/db/write-media";
import { focalPoint, pictureLimits } from "@/domain/pictures";
import { ok } from "@/domain/result";
import { fromForm } from "./form";
import { typed } from "./quote-shapes";
import { staffAction } from "./staff-action";

/** A page of the library of pictures, searched as somebody types. */
export const findPictures = staffAction
  .metadata({ name: "findPictures" })
  .inputSchema(fromForm(z.object({ text: z.string().max(200), before: z.uuid().optional() })))
  .action(async ({ parsedInput, ctx }) => ok(await picturesListed(ctx.actor, parsedInput)));

const share = z.coerce.number().min(0).max(1);

/** Changes what the library says of a picture and what it is cropped around; what is left out stays as it is. `confirmed` is false where a server had
 * not yet said that readers see the new crop. */
export const changePicture = staffAction
  .metadata({ name: "changePicture" })
  .inputSchema(
    fromForm(
      z.object({
        id: z.uuid(),
        alt: typed("The alt text", pictureLimits.alt).optional(),
        caption: typed("The caption", pictureLimits.caption).optional(),
        credit: typed("The credit", pictureLimits.credit).optional(),
        rights: typed("The rights", pictureLimits.rights).optional(),
        focalX: share,
        focalY: share,
      }),
    ),
  )
  .action(async ({ parsedInput: { focalX, focalY, ...words }, ctx }) => {
    const changed = await change(ctx.actor, { ...words, focal: focalPoint(focalX, focalY) });
    if (!changed.ok) return changed;
    const { purged } = changed.value;
    return ok({ confirmed: purged === null || (await confirmPurge(purged)).confirmed });
  });
