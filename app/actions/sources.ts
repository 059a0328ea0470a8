"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import { type Merged, mergeSources as merge, undoMerge as part } from "@/db/write-merges";
import { destroySeal, grantSeal, keepSeal, revealSeal, revokeGrant } from "@/db/write-seals";
import { changeOccasion as putOccasion, saveSource as save, attest as vouch } from "@/db/write-sources";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result } from "@/domain/result";
import { attestationWays, sourceLimits } from "@/domain/source-rules";
import { rememberErasure } from "@/server/erasures";
import { openIdentity, sealIdentity } from "@/server/sealing";
import { sourceKeys } from "@/server/source-keys";
import { fromForm } from "./form";
import { occasionShape, sourceShape, typed } from "./quote-shapes";
import { staffAction } from "./staff-action";

/** Puts a source into the library, or changes one. */
export const saveSource = staffAction
  .metadata({ name: "saveSource" })
  .inputSchema(fromForm(sourceShape))
  .action(({ parsedInput, ctx }) => save(ctx.actor, parsedInput));

/** Says that readers' pages are in order again, once every server has confirmed it. */
async function confirmed(decision: Result<Merged, Refusal>) {
  if (!decision.ok || decision.value.purged === null) return decision.ok ? ok({ confirmed: true }) : decision;
  return ok({ confirmed: (await confirmPurge(decision.value.purged)).confirmed });
}

/** Makes two records of one source one. */
export const mergeSources = staffAction
  .metadata({ name: "mergeSources" })
  .inputSchema(fromForm(z.object({ fromId: z.uuid(), intoId: z.uuid() })))
  .action(async ({ parsedInput, ctx }) => confirmed(await merge(ctx.actor, parsedInput)));

/** Takes a merge back. */
export const undoMerge = staffAction
  .metadata({ name: "undoMerge" })
  .inputSchema(fromForm(z.object({ id: z.uuid() })))
  .action(async ({ parsedInput, ctx }) => confirmed(await part(ctx.actor, parsedInput.id)));

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
        identity: typed("Who it is", sourceLimits.identity).min(1, "Say who it is."),
        contact: typed("How to reach them", sourceLimits.identity).default(""),
        remarks: typed("What else is to be known", sourceLimits.identity).default(""),
      }),
    ),
  )
  .action(({ parsedInput: { sourceId, ...identity }, ctx }) =>
    keepSeal(ctx.actor, sourceId, (version) =>
      sealIdentity(sourceId, identity, version, sourceKeys(version)),
    ),
  );

/** Reads a sealed name, once its line in the log is committed. */
export const reveal = staffAction
  .metadata({ name: "reveal" })
  .inputSchema(fromForm(z.object({ sourceId: z.uuid(), why: typed("The reason", sourceLimits.why) })))
  .action(({ parsedInput, ctx }) =>
    revealSeal(ctx.actor, parsedInput, (sourceId, sealed) =>
      openIdentity(sourceId, sealed, sourceKeys(sealed.keyVersion)),
    ),
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

/** Erases a sealed identity with its key, here and in whatever is put back from a backup. */
export const destroyName = staffAction
  .metadata({ name: "destroyName" })
  .inputSchema(fromForm(z.object({ sourceId: z.uuid() })))
  .action(({ parsedInput, ctx }) => destroySeal(ctx.actor, parsedInput.sourceId, rememberErasure));
