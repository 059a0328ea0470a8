"use server";

import { z } from "zod";
import {
  amendCorrection,
  correctStory,
  publishStory,
  putBackStory,
  type WithReaders,
  withdrawStory,
} from "@/db/publish";
import { confirmPurge } from "@/db/purge";
import { paperOf } from "@/db/queries/desk/paper";
import { storyAtRevision } from "@/db/queries/desk/story";
import { saveText } from "@/db/save-text";
import * as forReaders from "@/db/write-for-readers";
import * as write from "@/db/write-story";
import * as talk from "@/db/write-talk";
import { checkNames } from "@/domain/checks/names";
import { chosenKinds } from "@/domain/corrections";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { instantOf, momentInWords } from "@/domain/time";
import { fromForm, ticked } from "./form";
import { staffAction } from "./staff-action";

const id = z.uuid();
const revision = z.coerce.number().int().positive();
const note = z.string().trim().max(2_000, "Keep it under 2,000 characters.");
const sentence = z.string().trim().max(2_000, "Keep it under 2,000 characters.").default("");
/** "2026-11-23T06:00" in the newsroom's zone. */
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Choose a day and a time.");

/** An empty story of one's own. */
export const createStory = staffAction
  .metadata({ name: "createStory" })
  .inputSchema(fromForm(z.object({})))
  .action(async ({ ctx }) => ok(await write.createStory(ctx.actor)));

export const sendForReview = staffAction
  .metadata({ name: "sendForReview" })
  .inputSchema(fromForm(z.object({ id, revision, note: note.default("") })))
  .action(({ parsedInput: { note: why, ...target }, ctx }) =>
    write.moveStory(ctx.actor, target, "send", why),
  );

export const sendBack = staffAction
  .metadata({ name: "sendBack" })
  .inputSchema(fromForm(z.object({ id, note })))
  .action(({ parsedInput, ctx }) => write.moveStory(ctx.actor, parsedInput, "send_back", parsedInput.note));

export const approve = staffAction
  .metadata({ name: "approve" })
  .inputSchema(fromForm(z.object({ id, revision })))
  .action(({ parsedInput, ctx }) => write.moveStory(ctx.actor, parsedInput, "approve"));

export const unschedule = staffAction
  .metadata({ name: "unschedule" })
  .inputSchema(fromForm(z.object({ id })))
  .action(({ parsedInput, ctx }) => write.moveStory(ctx.actor, parsedInput, "unschedule"));

/** The moment is the newsroom's local time. An hour that is not there is refused with its neighbours; one that is there
 * twice asks which. */
export const schedule = staffAction
  .metadata({ name: "schedule" })
  .inputSchema(fromForm(z.object({ id, moment: local, which: z.enum(["first", "second"]).optional() })))
  .action(
    async ({ parsedInput, ctx }): Promise<Result<{ stage: string; words: string }, Refusal | Unclear>> => {
      const { zone } = await paperOf();
      const moment = readMoment(parsedInput.moment, zone, parsedInput.which);
      if (!moment.ok) return moment;
      const scheduled = await write.scheduleStory(ctx.actor, parsedInput.id, moment.value, zone);
      if (!scheduled.ok) return scheduled;
      const { stage, scheduledFor } = scheduled.value;
      return ok({ stage, words: momentInWords(scheduledFor, zone) });
    },
  );

/** A local time that is no one moment, in words. */
type Unclear = { readonly unclear: "gap" | "twice" | "unreadable"; readonly words: string };

function readMoment(text: string, zone: string, which?: "first" | "second"): Result<Date, Unclear> {
  const moment = instantOf(text, zone);
  if (moment.kind === "one") return ok(moment.at);
  if (moment.kind === "twice" && which) return ok(moment[which]);
  const time = (each: string) => each.slice(11);
  const words = {
    unreadable: "That is not a day and time. Choose them again.",
    twice: `${time(text)} comes twice that night, because the clocks go back in ${zone}. Choose the first or the second.`,
    gap:
      moment.kind === "gap"
        ? `${time(text)} does not exist that night, because the clocks go forward in ${zone}. Choose ${time(moment.before)} or ${time(moment.after)}.`
        : "",
  }[moment.kind];
  return refuse({ unclear: moment.kind, words });
}

/** Readers see it once every server has confirmed; `confirmed` is false when one did not answer in time. */
async function answered(decision: Result<WithReaders, Refusal>) {
  if (!decision.ok) return decision;
  const { confirmed } = await confirmPurge(decision.value.purged);
  return ok({ address: decision.value.address, confirmed });
}

export const publish = staffAction
  .metadata({ name: "publish" })
  .inputSchema(fromForm(z.object({ id, revision })))
  .action(async ({ parsedInput, ctx }) => answered(await publishStory(ctx.actor, parsedInput)));

export const correct = staffAction
  .metadata({ name: "correct" })
  .inputSchema(
    fromForm(z.object({ id, kind: z.enum(chosenKinds), text: note, was: sentence, says: sentence })),
  )
  .action(async ({ parsedInput: { id: storyId, ...correction }, ctx }) =>
    answered(await correctStory(ctx.actor, { id: storyId }, correction)),
  );

/** Puts a correction in other words; it can never be taken away. */
export const amend = staffAction
  .metadata({ name: "amend" })
  .inputSchema(fromForm(z.object({ id, text: note, was: sentence, says: sentence, why: note })))
  .action(async ({ parsedInput: { id: correctionId, ...given }, ctx }) =>
    answered(await amendCorrection(ctx.actor, correctionId, given)),
  );

export const withdraw = staffAction
  .metadata({ name: "withdraw" })
  .inputSchema(fromForm(z.object({ id, note, readersNote: note.default("") })))
  .action(async ({ parsedInput, ctx }) =>
    answered(await withdrawStory(ctx.actor, parsedInput.id, parsedInput)),
  );

export const putBack = staffAction
  .metadata({ name: "putBack" })
  .inputSchema(fromForm(z.object({ id, note: note.default("") })))
  .action(async ({ parsedInput, ctx }) =>
    answered(await putBackStory(ctx.actor, parsedInput.id, parsedInput.note)),
  );

/** Makes an older text the newest. What stood there stays in the history. */
export const restore = staffAction
  .metadata({ name: "restore" })
  .inputSchema(fromForm(z.object({ id, revisionId: id, base: revision, key: id })))
  .action(
    async ({
      parsedInput: { revisionId, base, key, id: storyId },
      ctx,
    }): Promise<Result<{ revision: number }, Refusal>> => {
      const older = await storyAtRevision(ctx.actor, storyId, revisionId);
      if (!older) return refuse("not_found");
      const name =
        older.kind === "branch"
          ? "Restored from a text kept beside"
          : `Restored from revision ${older.number}`;
      const saved = await saveText(ctx.actor, {
        storyId,
        base,
        key,
        kind: "restored",
        name,
        words: older.words,
      });
      return saved.ok ? ok({ revision: saved.value.revision }) : refuse(saved.why.why);
    },
  );

export const overrideCheck = staffAction
  .metadata({ name: "overrideCheck" })
  .inputSchema(
    fromForm(
      z.object({ id, check: z.enum(checkNames), subject: z.string().max(2_000).default(""), reason: note }),
    ),
  )
  .action(({ parsedInput: { id: storyId, ...given }, ctx }) => talk.overrideCheck(ctx.actor, storyId, given));

export const assign = staffAction
  .metadata({ name: "assign" })
  .inputSchema(
    fromForm(
      z.object({
        id,
        authorIds: z.union([id.transform((one) => [one]), z.array(id).max(20)]),
        dueAt: z.union([local, z.literal("")]).default(""),
        note: note.default(""),
      }),
    ),
  )
  .action(async ({ parsedInput, ctx }): Promise<Result<null, Refusal | Unclear>> => {
    const { zone } = await paperOf();
    const due = parsedInput.dueAt ? readMoment(parsedInput.dueAt, zone, "first") : ok(null);
    if (!due.ok) return due;
    return write.assignStory(ctx.actor, { id: parsedInput.id }, { ...parsedInput, dueAt: due.value });
  });

export const setEmbargo = staffAction
  .metadata({ name: "setEmbargo" })
  .inputSchema(
    fromForm(
      z.object({ id, until: z.union([local, z.literal("")]), which: z.enum(["first", "second"]).optional() }),
    ),
  )
  .action(async ({ parsedInput, ctx }): Promise<Result<null, Refusal | Unclear>> => {
    const { zone } = await paperOf();
    const until = parsedInput.until ? readMoment(parsedInput.until, zone, parsedInput.which) : ok(null);
    if (!until.ok) return until;
    return write.setEmbargo(ctx.actor, parsedInput.id, until.value);
  });

/** Whether the appeal for support stands with a story, and whether it takes replies. */
export const setForReaders = staffAction
  .metadata({ name: "setForReaders" })
  .inputSchema(
    fromForm(z.object({ id, withoutAppeal: ticked, withoutReplies: ticked, cardQuoteId: id.nullable() })),
  )
  .action(async ({ parsedInput: { id: story, ...given }, ctx }) => {
    const set = await forReaders.setForReaders(ctx.actor, story, given);
    if (!set.ok) return set;
    const { purge } = set.value;
    return ok({ confirmed: purge === null || (await confirmPurge(purge)).confirmed });
  });

const said = z.string().trim().min(1, "Write something first.").max(5_000, "Keep it under 5,000 characters.");

/** Words around a passage, by which it is found again. */
const around = z.string().max(200).default("");

export const addNote = staffAction
  .metadata({ name: "addNote" })
  .inputSchema(fromForm(z.object({ id, text: said })))
  .action(({ parsedInput, ctx }) => talk.addNote(ctx.actor, parsedInput.id, parsedInput.text));

export const openThread = staffAction
  .metadata({ name: "openThread" })
  .inputSchema(
    fromForm(
      z.object({
        id,
        passage: z.string().max(2_000).default(""),
        before: around,
        after: around,
        text: said,
        mustResolve: ticked,
      }),
    ),
  )
  .action(({ parsedInput: { id: storyId, ...given }, ctx }) => talk.openThread(ctx.actor, storyId, given));

export const comment = staffAction
  .metadata({ name: "comment" })
  .inputSchema(fromForm(z.object({ threadId: id, text: said })))
  .action(({ parsedInput, ctx }) => talk.comment(ctx.actor, parsedInput.threadId, parsedInput.text));

export const resolveThread = staffAction
  .metadata({ name: "resolveThread" })
  .inputSchema(fromForm(z.object({ threadId: id })))
  .action(({ parsedInput, ctx }) => talk.resolveThread(ctx.actor, parsedInput.threadId));
