"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import {
  addHeading,
  orderSections,
  removeHeading,
  renameHeading,
  retireHeading,
  setSectionLanguage,
} from "@/db/write-headings";
import { type Changed, changePaper } from "@/db/write-settings";
import { appealMannerLimits, barPlaces } from "@/domain/appeal";
import { checkNames } from "@/domain/checks/names";
import { policyNames, severities } from "@/domain/paper";
import { hostsIn, isLanguage, paperLimits } from "@/domain/paper-settings";
import { groundRules } from "@/domain/quotes";
import type { Refusal } from "@/domain/refusal";
import { replyHolds, replyRuleLimits, wordsIn } from "@/domain/reply-rules";
import { ok, type Result } from "@/domain/result";
import { unnamedApprovals, unnamedUses } from "@/domain/sourcing";
import { isZone } from "@/domain/time";
import { takeLogoAway } from "@/server/pictures/store-picture";
import { fromForm, ticked } from "./form";
import { staffAction } from "./staff-action";

const base = z.coerce.number().int().positive();
const line = (most: number) => z.string().trim().max(most, `Keep it under ${most} characters.`);

/** Settings stand on every page, so the answer waits for every server. */
async function confirmed<Value extends { purge: number }>(decision: Result<Value, Refusal>) {
  if (!decision.ok) return decision;
  return ok({ confirmed: (await confirmPurge(decision.value.purge)).confirmed });
}

async function changed(decision: Result<Changed, Refusal>) {
  if (!decision.ok) return decision;
  const { confirmed: everywhere } = await confirmPurge(decision.value.purge);
  return ok({ revision: decision.value.revision, confirmed: everywhere });
}

export const savePaper = staffAction
  .metadata({ name: "savePaper" })
  .inputSchema(
    fromForm(
      z.object({
        base,
        name: line(paperLimits.name).min(1, "The paper needs a name."),
        tagline: line(paperLimits.tagline),
        language: z.string().trim().refine(isLanguage, "Give a language tag, such as en-GB."),
        zone: z.string().trim().refine(isZone, "Give a time zone, such as Europe/London."),
      }),
    ),
  )
  .action(async ({ parsedInput: { base: on, ...part }, ctx }) =>
    changed(await changePaper(ctx.actor, on, part)),
  );

export const removeLogo = staffAction
  .metadata({ name: "removeLogo" })
  .inputSchema(fromForm(z.object({ base })))
  .action(async ({ parsedInput, ctx }) => changed(await takeLogoAway(ctx.actor, parsedInput.base)));

const { quotationWords, standfirst } = paperLimits;

export const saveHouseRules = staffAction
  .metadata({ name: "saveHouseRules" })
  .inputSchema(
    fromForm(
      z.object({
        base,
        quotationWords: z.coerce
          .number("Give a number of words.")
          .int("Give a whole number of words.")
          .min(quotationWords.least, `At least ${quotationWords.least} word.`)
          .max(quotationWords.most, `At most ${quotationWords.most} words.`),
        standfirstCharacters: z.coerce
          .number("Give a number of characters.")
          .int("Give a whole number of characters.")
          .min(standfirst.least, `At least ${standfirst.least} characters.`)
          .max(standfirst.most, `At most ${standfirst.most} characters.`),
        severity: z.partialRecord(z.enum(checkNames), z.enum(severities)).optional(),
        unnamedApproval: z.record(z.enum(unnamedUses), z.enum(unnamedApprovals)).optional(),
        groundRules: z.partialRecord(z.enum(groundRules), line(paperLimits.groundRule)).optional(),
        offRecordElsewhere: z.boolean().optional(),
      }),
    ),
  )
  .action(async ({ parsedInput: { base: on, ...house }, ctx }) =>
    changed(await changePaper(ctx.actor, on, { house: given(house) })),
  );

/** What was left out stays as it is. */
const given = <Part extends object>(part: Part) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<
    // Only what is undefined was taken out.
    { [Name in keyof Part]: Exclude<Part[Name], undefined> }
  >;

const whole = (limits: { readonly least: number; readonly most: number }, words: string) =>
  z.coerce
    .number(words)
    .int(words)
    .min(limits.least, `At least ${limits.least}.`)
    .max(limits.most, `At most ${limits.most}.`);

/** An appeal without a lead and a text is none. */
export const saveAppeal = staffAction
  .metadata({ name: "saveAppeal" })
  .inputSchema(
    fromForm(
      z
        .object({
          base,
          lead: line(paperLimits.appeal),
          text: line(paperLimits.appeal),
          label: line(60),
          href: line(2_000),
          bar: z.enum(barPlaces),
          end: ticked,
          every: whole(appealMannerLimits.every, "Give a number of stories."),
          again: whole(appealMannerLimits.again, "Give a number of days."),
        })
        .refine((appeal) => !(appeal.lead || appeal.text) || (appeal.label && appeal.href), {
          path: ["href"],
          message: "An appeal needs the words of its button and the address it leads to.",
        }),
    ),
  )
  .action(async ({ parsedInput: { base: on, bar, end, every, again, ...appeal }, ctx }) =>
    changed(
      await changePaper(ctx.actor, on, {
        appeal: appeal.lead || appeal.text ? appeal : null,
        appealManner: { bar, end, every, again },
      }),
    ),
  );

export const saveReplyRules = staffAction
  .metadata({ name: "saveReplyRules" })
  .inputSchema(
    fromForm(
      z.object({
        base,
        taken: ticked,
        hold: z.enum(replyHolds),
        holdLinks: ticked,
        holdWords: line(20_000)
          .transform(wordsIn)
          .refine((words) => words.length <= replyRuleLimits.words, `At most ${replyRuleLimits.words} words.`)
          .refine(
            (words) => words.every((word) => word.length <= replyRuleLimits.word),
            `Keep each word under ${replyRuleLimits.word} characters.`,
          ),
        openDays: z
          .string()
          .trim()
          .refine(
            (days) =>
              days === "" || (/^\d{1,4}$/.test(days) && Number(days) >= replyRuleLimits.openDays.least),
            "Give a whole number of days, or leave it empty.",
          )
          .transform((days) => (days === "" ? null : Number(days))),
      }),
    ),
  )
  .action(async ({ parsedInput: { base: on, ...replies }, ctx }) =>
    changed(await changePaper(ctx.actor, on, { replies })),
  );

export const saveMastodonHosts = staffAction
  .metadata({ name: "saveMastodonHosts" })
  .inputSchema(
    fromForm(
      z.object({
        base,
        servers: line(5_000)
          .refine(
            (typed) => hostsIn(typed).wrong.length === 0,
            "Give the servers’ names alone, such as mastodon.social, one a line.",
          )
          .refine(
            (typed) => hostsIn(typed).hosts.length <= paperLimits.mastodonHosts,
            `At most ${paperLimits.mastodonHosts} servers.`,
          ),
      }),
    ),
  )
  .action(async ({ parsedInput: { base: on, servers }, ctx }) =>
    changed(await changePaper(ctx.actor, on, { mastodonHosts: hostsIn(servers).hosts })),
  );

export const savePolicies = staffAction
  .metadata({ name: "savePolicies" })
  .inputSchema(
    fromForm(z.object({ base, policies: z.record(z.enum(policyNames), line(paperLimits.policy)) })),
  )
  .action(async ({ parsedInput: { base: on, policies }, ctx }) =>
    changed(await changePaper(ctx.actor, on, { policies })),
  );

const heading = z.enum(["section", "topic"]);
const name = line(paperLimits.sectionName).min(1, "Give it a name.");

export const addHeadingNamed = staffAction
  .metadata({ name: "addHeadingNamed" })
  .inputSchema(fromForm(z.object({ heading, name })))
  .action(async ({ parsedInput, ctx }) =>
    confirmed(await addHeading(ctx.actor, parsedInput.heading, parsedInput.name)),
  );

export const renameHeadingTo = staffAction
  .metadata({ name: "renameHeadingTo" })
  .inputSchema(fromForm(z.object({ heading, id: z.uuid(), name })))
  .action(async ({ parsedInput, ctx }) =>
    confirmed(await renameHeading(ctx.actor, parsedInput.heading, parsedInput.id, parsedInput.name)),
  );

export const retireOrTakeUpHeading = staffAction
  .metadata({ name: "retireOrTakeUpHeading" })
  .inputSchema(fromForm(z.object({ heading, id: z.uuid(), retired: z.enum(["yes", "no"]) })))
  .action(async ({ parsedInput: { heading: of, id, retired }, ctx }) =>
    confirmed(await retireHeading(ctx.actor, of, id, retired === "yes")),
  );

export const setSectionLanguageTo = staffAction
  .metadata({ name: "setSectionLanguageTo" })
  .inputSchema(
    fromForm(
      z.object({
        id: z.uuid(),
        language: z
          .string()
          .trim()
          .refine(
            (tag) => tag === "" || isLanguage(tag),
            "Give a language tag, such as en-GB, or leave it empty.",
          ),
      }),
    ),
  )
  .action(async ({ parsedInput: { id, language }, ctx }) =>
    confirmed(await setSectionLanguage(ctx.actor, id, language)),
  );

export const takeHeadingAway = staffAction
  .metadata({ name: "takeHeadingAway" })
  .inputSchema(fromForm(z.object({ heading, id: z.uuid() })))
  .action(async ({ parsedInput, ctx }) =>
    confirmed(await removeHeading(ctx.actor, parsedInput.heading, parsedInput.id)),
  );

export const orderSectionsAs = staffAction
  .metadata({ name: "orderSectionsAs" })
  .inputSchema(fromForm(z.object({ ids: z.array(z.uuid()).max(200) })))
  .action(async ({ parsedInput, ctx }) => confirmed(await orderSections(ctx.actor, parsedInput.ids)));
