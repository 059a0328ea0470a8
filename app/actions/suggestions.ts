"use server";

import { z } from "zod";
import * as write from "@/db/write-suggestions";
import { suggestionFields } from "@/domain/review/suggestions";
import { fromForm } from "./form";
import { staffAction } from "./staff-action";

const id = z.uuid();
const around = z.string().max(200).default("");
const passage = z.string().trim().min(1, "Select words in the text first.").max(2_000);

/** Other words for a passage, for its author to accept or reject. */
export const suggest = staffAction
  .metadata({ name: "suggest" })
  .inputSchema(
    fromForm(
      z.object({
        id,
        field: z.enum(suggestionFields),
        passage,
        before: around,
        after: around,
        replacement: z
          .string()
          .max(2_000, "Keep it under 2,000 characters.")
          .regex(/^[^\r\n]*$/, "Keep it in one line."),
        why: z.string().trim().max(2_000, "Keep it under 2,000 characters.").default(""),
      }),
    ),
  )
  .action(({ parsedInput: { id: storyId, ...given }, ctx }) => write.suggest(ctx.actor, storyId, given));

export const decideSuggestion = staffAction
  .metadata({ name: "decideSuggestion" })
  .inputSchema(fromForm(z.object({ id, verdict: z.enum(["accepted", "rejected", "taken back"]) })))
  .action(({ parsedInput, ctx }) => write.decideSuggestion(ctx.actor, parsedInput.id, parsedInput.verdict));

export const decideSuggestions = staffAction
  .metadata({ name: "decideSuggestions" })
  .inputSchema(fromForm(z.object({ id, verdict: z.enum(["accepted", "rejected"]) })))
  .action(({ parsedInput, ctx }) => write.decideSuggestions(ctx.actor, parsedInput.id, parsedInput.verdict));

export const noteReading = staffAction
  .metadata({ name: "noteReading" })
  .inputSchema(fromForm(z.object({ id, revision: z.coerce.number().int().positive() })))
  .action(({ parsedInput, ctx }) => write.noteReading(ctx.actor, parsedInput));
