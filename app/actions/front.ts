"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import { paperOf } from "@/db/queries/desk/paper";
import { type NewFront, publishFront, type StaleFront, saveFrontDraft } from "@/db/write-front";
import {
  type Arranged,
  frontLimits,
  frontPageName,
  frontPlaces,
  inLocalTimes,
  quotesChosen,
} from "@/domain/front-page";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { instantOf, momentInWords } from "@/domain/time";
import { fromForm } from "./form";
import { staffAction } from "./staff-action";

/** "2026-11-23T06:00" in the newsroom's zone, or empty. */
const localTime = z.union([
  z.literal(""),
  z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Choose a day and a time."),
]);

const placing = z.object({
  place: z.enum(frontPlaces),
  storyId: z.uuid(),
  headline: z.string().trim().max(frontLimits.headline, "A headline here has at most 200 characters."),
  pictureId: z.union([z.literal(""), z.uuid()]),
  pinnedUntil: localTime,
});

const shape = z.object({
  front: z.union([z.literal(frontPageName), z.uuid()]),
  base: z.coerce.number().int().min(0).max(2_000_000_000),
  placings: z.array(placing).max(frontPlaces.length),
  quotes: z
    .array(z.object({ storyId: z.uuid(), ref: z.string().min(1).max(100) }))
    .max(quotesChosen, "Three quotations stand here at most."),
  breaking: z.object({
    text: z.string().trim().max(frontLimits.breaking, "The breaking bar has at most 200 characters."),
    href: z.string().trim().max(2_000),
    until: localTime,
  }),
});

/** Keeps a front as it is being arranged, for all editors. */
export const keepFrontDraft = staffAction
  .metadata({ name: "keepFrontDraft" })
  .inputSchema(fromForm(shape))
  .action(async ({ parsedInput, ctx }) => {
    const { zone } = await paperOf();
    return forScreen(await saveFrontDraft(ctx.actor, frontFrom(parsedInput, zone)), zone);
  });

/** Publishes a front as it was arranged, all of it or none. */
export const saveFrontPage = staffAction
  .metadata({ name: "saveFrontPage" })
  .inputSchema(fromForm(shape))
  .action(async ({ parsedInput, ctx }) => {
    const { zone } = await paperOf();
    const saved = await forScreen(await publishFront(ctx.actor, frontFrom(parsedInput, zone)), zone);
    if (!saved.ok) return saved;
    const { confirmed } = await confirmPurge(saved.value.purge);
    return ok({ revision: saved.value.revision, confirmed });
  });

function frontFrom({ front, base, ...given }: z.infer<typeof shape>, zone: string): NewFront {
  const { text, href, until } = given.breaking;
  return {
    front,
    base,
    arranged: {
      placings: given.placings.map(({ pictureId, pinnedUntil, ...each }) => ({
        ...each,
        picture: pictureId ? pictureNamed(pictureId) : null,
        pinnedUntil: momentOf(pinnedUntil, zone),
      })),
      quotes: given.quotes,
      breaking: text ? { text, href, until: momentOf(until, zone) } : null,
    },
  };
}

/** Of a picture only its id is taken from outside: the writer looks up the rest. */
const pictureNamed = (id: string) =>
  ({
    id,
    name: "",
    widths: [],
    width: 0,
    height: 0,
    alt: "",
    caption: "",
    credit: "",
    focal: [0.5, 0.5],
  }) as const;

/** Who changed the draft meanwhile, when, and how it stands: in words and in the newsroom's times. */
type StaleWords = {
  readonly words: string;
  readonly by: string;
  readonly revision: number;
  readonly theirs: Arranged;
};

function forScreen<Value>(
  result: Result<Value, Refusal | StaleFront>,
  zone: string,
): Result<Value, Refusal | StaleWords> {
  if (result.ok || typeof result.why === "string") return result as Result<Value, Refusal>;
  const { by, at, revision, theirs } = result.why;
  const words = `${by} changed this front at ${momentInWords(at, zone)}, after you had opened it. Nothing of yours was published, and nothing of theirs is lost: compare the two below and choose.`;
  return refuse({ words, by, revision, theirs: inLocalTimes(theirs, zone) });
}

/** The end of a pin need not be to the minute: an hour that is not there ends with the hour before it, one that is
 * there twice with its first. */
function momentOf(local: string, zone: string): string | null {
  if (!local) return null;
  const moment = instantOf(local, zone);
  if (moment.kind === "one") return moment.at.toISOString();
  if (moment.kind === "twice") return moment.first.toISOString();
  return moment.kind === "gap" ? momentOf(moment.before, zone) : null;
}
