"use server";

import { z } from "zod";
import { quoteRecords as recordsFor } from "@/db/queries/desk/quotes";
import { quotesListed } from "@/db/queries/desk/quotes-listed";
import { findSources as find, occasionsOf as held } from "@/db/queries/desk/sources";
import { disputeQuote as dispute, closeTask as leave } from "@/db/write-disputes";
import { saveQuote as save, verifyQuote as verify } from "@/db/write-quotes";
import { isSafeLink } from "@/domain/body/links";
import { disputeLimits } from "@/domain/dispute-rules";
import { quoteLimits } from "@/domain/quote-rules";
import { evidenceKinds, groundRules, quoteStates } from "@/domain/quotes";
import { ok } from "@/domain/result";
import { statements } from "@/domain/sourcing";
import { fromForm } from "./form";
import { newSourceShape, occasionShape, typed } from "./quote-shapes";
import { staffAction } from "./staff-action";

const piece = z
  .object({
    kind: z.enum(evidenceKinds),
    text: typed("Evidence", quoteLimits.evidence),
    href: typed("The link", quoteLimits.href),
    startsAt: z.int().min(0).max(360_000).nullable(),
    endsAt: z.int().min(0).max(360_000).nullish(),
    page: typed("The page", quoteLimits.page),
    archiveHref: typed("The archive’s address", quoteLimits.href).optional(),
    fileId: z.uuid().nullish(),
  })
  .refine(
    ({ startsAt, endsAt }) => endsAt == null || (startsAt !== null && endsAt > startsAt),
    "The words end in the recording after they begin.",
  )
  .refine(
    ({ text, href, fileId }) => text !== "" || href !== "" || Boolean(fileId),
    "Say what the evidence is, or take that line away.",
  )
  .refine(
    ({ href, archiveHref }) => [href, archiveHref ?? ""].every((each) => each === "" || isSafeLink(each)),
    "A link to evidence must begin with https:// or http://.",
  );

const entry = z.object({
  id: z.uuid(),
  storyId: z.uuid().optional(),
  source: z.union([z.object({ id: z.uuid() }), z.object({ new: newSourceShape })], "Say who the speaker is."),
  occasion: z.union([z.object({ id: z.uuid() }), z.object({ new: occasionShape })]),
  verbatim: typed("The verbatim", quoteLimits.verbatim).min(1, "Put down the words as they were said."),
  translation: typed("The translation", quoteLimits.verbatim),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, "Give the language as a code, such as en-GB."),
  groundRule: z.enum(groundRules).optional(),
  statement: z.enum(statements).nullish(),
  evidence: z.array(piece).max(quoteLimits.pieces),
  note: typed("The note", quoteLimits.note),
});

/** Puts a quote down or changes it, and answers the record as it now stands. */
export const saveQuote = staffAction
  .metadata({ name: "saveQuote" })
  .inputSchema(fromForm(entry))
  .action(({ parsedInput, ctx }) => save(ctx.actor, parsedInput));

/** Takes a quote one step up the ladder of verification. */
export const verifyQuote = staffAction
  .metadata({ name: "verifyQuote" })
  .inputSchema(
    fromForm(
      z.object({
        id: z.uuid(),
        step: z.enum(["checked", "confirmed"]),
        against: typed("Against what", quoteLimits.against),
      }),
    ),
  )
  .action(({ parsedInput, ctx }) => verify(ctx.actor, parsedInput));

/** Says that a quote is disputed, is retracted, or stands after all. */
export const disputeQuote = staffAction
  .metadata({ name: "disputeQuote" })
  .inputSchema(
    fromForm(
      z.object({
        id: z.uuid(),
        state: z.enum(quoteStates, "Say how the words stand."),
        why: typed("The reason", disputeLimits.why),
      }),
    ),
  )
  .action(({ parsedInput, ctx }) => dispute(ctx.actor, parsedInput));

/** Leaves a live story as it is although a quote in it is in doubt. */
export const closeTask = staffAction
  .metadata({ name: "closeTask" })
  .inputSchema(fromForm(z.object({ id: z.uuid(), reason: typed("The reason", disputeLimits.why) })))
  .action(({ parsedInput, ctx }) => leave(ctx.actor, parsedInput));

/** Those of the quotes that the person may see. */
export const quoteRecords = staffAction
  .metadata({ name: "quoteRecords" })
  .inputSchema(fromForm(z.object({ ids: z.array(z.uuid()).max(500) })))
  .action(async ({ parsedInput, ctx }) => ok(await recordsFor(ctx.actor, parsedInput.ids)));

/** Quotes of one source that are on record already and that the person may see, the newest first. */
export const quotesOf = staffAction
  .metadata({ name: "quotesOf" })
  .inputSchema(fromForm(z.object({ sourceId: z.uuid() })))
  .action(async ({ parsedInput, ctx }) => {
    const page = await quotesListed(ctx.actor, { sourceId: parsedInput.sourceId }, 50);
    return ok(page.quotes.map((each) => each.record));
  });

/** The source library, searched as somebody types. */
export const findSources = staffAction
  .metadata({ name: "findSources" })
  .inputSchema(fromForm(z.object({ text: z.string().max(300) })))
  .action(async ({ parsedInput }) => ok(await find(parsedInput.text)));

/** The occasions of a source, the latest first. */
export const occasionsOf = staffAction
  .metadata({ name: "occasionsOf" })
  .inputSchema(fromForm(z.object({ sourceId: z.uuid() })))
  .action(async ({ parsedInput }) => ok(await held(parsedInput.sourceId)));
