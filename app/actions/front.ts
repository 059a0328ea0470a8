"use server";

import { z } from "zod";
import { confirmPurge } from "@/db/purge";
import { paperOf } from "@/db/queries/desk/paper";
import { arrangeFrontPage } from "@/db/write-front";
import { frontLimits, frontPlaces } from "@/domain/front-page";
import { ok } from "@/domain/result";
import { instantOf } from "@/domain/time";
import { fromForm } from "./form";
import { staffAction } from "./staff-action";

const placing = z.object({
  place: z.enum(frontPlaces),
  storyId: z.uuid(),
  headline: z.string().trim().max(frontLimits.headline, "A headline here has at most 200 characters."),
  /** "2026-11-23T06:00" in the newsroom's zone, or empty. */
  pinnedUntil: z.union([
    z.literal(""),
    z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Choose a day and a time."),
  ]),
});

const front = z.object({
  base: z.string().max(100),
  placings: z.array(placing).max(frontPlaces.length),
  breaking: z.object({
    text: z.string().trim().max(frontLimits.breaking, "The breaking bar has at most 200 characters."),
    href: z.string().trim().max(2_000),
  }),
});

/** Publishes the front page as it was arranged, all of it or none. */
export const saveFrontPage = staffAction
  .metadata({ name: "saveFrontPage" })
  .inputSchema(fromForm(front))
  .action(async ({ parsedInput, ctx }) => {
    const { zone } = await paperOf();
    const placings = parsedInput.placings.map((each) => ({
      ...each,
      pinnedUntil: each.pinnedUntil ? momentOf(each.pinnedUntil, zone) : null,
    }));
    const breaking = parsedInput.breaking.text ? parsedInput.breaking : null;
    const saved = await arrangeFrontPage(ctx.actor, { base: parsedInput.base, placings, breaking });
    if (!saved.ok) return saved;
    const { confirmed } = await confirmPurge(saved.value.purge);
    return ok({ base: saved.value.base, confirmed });
  });

/** The end of a pin need not be to the minute: an hour that is not there ends with the hour before it, one that is
 * there twice with its first. */
function momentOf(local: string, zone: string): string | null {
  const moment = instantOf(local, zone);
  if (moment.kind === "one") return moment.at.toISOString();
  if (moment.kind === "twice") return moment.first.toISOString();
  return moment.kind === "gap" ? momentOf(moment.before, zone) : null;
}
