"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import { evidenceFilesOnHand } from "@/db/queries/desk/evidence";
import { publishDocument as publish, withdrawDocument as withdraw } from "@/db/write-evidence";
import { ok } from "@/domain/result";
import { copyForReaders, removeFromReaders } from "@/server/evidence";
import { fromForm } from "./form";
import { staffAction } from "./staff-action";

const shape = fromForm(z.object({ id: z.uuid() }));

/** The newest recordings and documents that the person may use as evidence again, those of one speaker first. */
export const evidenceOnHand = staffAction
  .metadata({ name: "evidenceOnHand" })
  .inputSchema(fromForm(z.object({ sourceId: z.uuid().nullable() })))
  .action(async ({ parsedInput, ctx }) => ok(await evidenceFilesOnHand(ctx.actor, parsedInput.sourceId)));

/** Puts one document before readers. `confirmed` is false where a server had not yet said that readers see it. */
export const publishDocument = staffAction
  .metadata({ name: "publishDocument" })
  .inputSchema(shape)
  .action(async ({ parsedInput, ctx }) => {
    const published = await publish(ctx.actor, parsedInput.id, copyForReaders);
    if (!published.ok) return published;
    return ok({ confirmed: (await confirmPurge(published.value.purged)).confirmed });
  });

/** Takes a document from readers at once. */
export const withdrawDocument = staffAction
  .metadata({ name: "withdrawDocument" })
  .inputSchema(shape)
  .action(async ({ parsedInput, ctx }) => {
    const withdrawn = await withdraw(ctx.actor, parsedInput.id);
    if (!withdrawn.ok) return withdrawn;
    await removeFromReaders(withdrawn.value.name);
    return ok({ confirmed: (await confirmPurge(withdrawn.value.purged)).confirmed });
  });
