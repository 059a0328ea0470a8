"use server";

import { z } from "zod";
import { destroySeal, grantSeal, keepSeal, revealSeal, revokeGrant } from "@/db/write-seals";
import { changeOccasion as putOccasion, saveSource as save, attest as vouch } from "@/db/write-sources";
import { refuse } from "@/domain/result";
import { attestationWays, sourceLimits } from "@/domain/source-rules";
import { openIdentity, sealIdentity, sourceKeys } from "@/server/sealing";
import { fromForm } from "./form";
import { occasionShape, sourceShape, typed } from "./quote-shapes";
import { staffAction } from "./staff-action";

/** Puts a source into the library, or changes one. */
export const saveSource = staffAction
  .metadata({ name: "saveSource" })
  .inputSchema(fromForm(sourceShape))
  .action(({ parsedInput, ctx }) => save(ctx.actor, parsedInput));

/** Changes when, where, how or under which ground rule words were said. */
export const changeOccasion = staffAction
  .metadata({ name: "changeOccasion" })
  .inputSchema(fromForm(occasionShape))
  .action(({ parsedInput, ctx }) => putOccasion(ctx.actor, parsedInput));

/** An editor says that they know who an unnamed source is. */
export const attest = staffAction
  .metadata({ name: "attest" })
  .inputSchema(
    fromForm(z.object({ sourceId: z.uuid(), how: z.enum(attestationWays, "Say how you came to know.") })),
  )
  .action(({ parsedInput, ctx }) => vouch(ctx.actor, parsedInput));

/** Seals the name of an unnamed source: it is encrypted here, before it comes near the database. */
export const seal = staffAction
  .metadata({ name: "seal" })
  .inputSchema(
    fromForm(
      z.object({
        sourceId: z.uuid(),
        identity: typed("What is sealed", sourceLimits.identity).min(1, "Say who it is."),
      }),
    ),
  )
  .action(async ({ parsedInput, ctx }) => {
    const sealed = sealIdentity(parsedInput.sourceId, parsedInput.identity, sourceKeys());
    return sealed.ok ? keepSeal(ctx.actor, parsedInput.sourceId, sealed.value) : refuse(sealed.why);
  });

/** Reads a sealed name, once its line in the log is committed. */
export const reveal = staffAction
  .metadata({ name: "reveal" })
  .inputSchema(fromForm(z.object({ sourceId: z.uuid(), why: typed("The reason", sourceLimits.why) })))
  .action(({ parsedInput, ctx }) =>
    revealSeal(ctx.actor, parsedInput, (sourceId, sealed) => openIdentity(sourceId, sealed, sourceKeys())),
  );

/** Lets a colleague read a sealed name for some days. */
export const grantName = staffAction
  .metadata({ name: "grantName" })
  .inputSchema(
    fromForm(
      z.object({
        sourceId: z.uuid(),
        userId: z.uuid("Choose a colleague."),
        days: z.coerce.number().int().min(1, "At least one day.").max(90, "At most 90 days."),
      }),
    ),
  )
  .action(({ parsedInput, ctx }) => grantSeal(ctx.actor, parsedInput));

/** Takes a grant back. */
export const endGrant = staffAction
  .metadata({ name: "endGrant" })
  .inputSchema(fromForm(z.object({ sourceId: z.uuid(), userId: z.uuid() })))
  .action(({ parsedInput, ctx }) => revokeGrant(ctx.actor, parsedInput));

/** Destroys a sealed name with its key. */
export const destroyName = staffAction
  .metadata({ name: "destroyName" })
  .inputSchema(fromForm(z.object({ sourceId: z.uuid() })))
  .action(({ parsedInput, ctx }) => destroySeal(ctx.actor, parsedInput.sourceId));
