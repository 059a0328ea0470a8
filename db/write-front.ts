import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { isSafeLink } from "@/domain/body/links";
import { type Breaking, frontPlaceNames, inOrder, type Placing } from "@/domain/front-page";
import { type Actor, isEditor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction, type Transaction } from "./client";
import { purge } from "./purge";
import { readFront } from "./queries/desk/front";
import { frontSlots, settings } from "./schema/paper";
import { deskEvents } from "./schema/people";
import { publications } from "./schema/publications";
import { lockPaper } from "./settings/lock-paper";

export type NewFront = {
  /** The state that the editor was looking at. */
  readonly base: string;
  readonly placings: readonly Placing[];
  readonly breaking: Breaking | null;
};

/** Puts the whole front page as an editor arranged it, in one step, or refuses all of it: "stale_revision" when
 * another editor has changed it since, "not_live" when a story has been withdrawn meanwhile. `purge` is to be confirmed
 * before anybody is told that readers see it. */
export async function arrangeFrontPage(
  actor: Actor,
  front: NewFront,
): Promise<Result<{ base: string; purge: number }, Refusal>> {
  if (!isEditor(actor)) return refuse("editors_only");
  if (front.breaking?.href && !isSafeLink(front.breaking.href)) return refuse("unsafe_link");
  if (!areDistinct(front.placings)) return refuse("already_there");
  return inTransaction(async (tx) => {
    const paper = await lockPaper(tx);
    const before = await readFront(tx);
    if (before.base !== front.base) return refuse("stale_revision");
    if (!(await areLive(tx, front.placings))) return refuse("not_live");
    await tx.delete(frontSlots);
    if (front.placings.length > 0) {
      await tx.insert(frontSlots).values(
        front.placings.map(({ place, storyId, headline, pinnedUntil }) => ({
          slot: place,
          storyId,
          headline,
          pinnedUntil: pinnedUntil ? new Date(pinnedUntil) : null,
        })),
      );
    }
    const breaking = front.breaking?.text ? front.breaking : null;
    await tx
      .update(settings)
      .set({ paper: { ...paper.paper, breaking }, updatedAt: sql`now()` })
      .where(eq(settings.one, 1));
    await tx.insert(deskEvents).values({
      actorId: actor.id,
      kind: "front_page",
      subject: "front page",
      note: described(front.placings, breaking),
    });
    const after = await readFront(tx);
    // The breaking bar stands on every page, so a change of it touches them all.
    const everywhere = JSON.stringify(breaking) !== JSON.stringify(before.breaking);
    return ok({ base: after.base, purge: await purge(tx, everywhere ? ["*"] : ["/"]) });
  });
}

const areDistinct = (placings: readonly Placing[]) =>
  new Set(placings.map((each) => each.storyId)).size === placings.length &&
  new Set(placings.map((each) => each.place)).size === placings.length;

/** Locked, so that a withdrawal under way waits or has been seen. */
async function areLive(tx: Transaction, placings: readonly Placing[]): Promise<boolean> {
  const ids = placings.map((each) => each.storyId);
  if (ids.length === 0) return true;
  const live = await tx
    .select({ id: publications.storyId })
    .from(publications)
    .where(and(inArray(publications.storyId, ids), isNull(publications.withdrawnAt)))
    .for("share");
  return live.length === ids.length;
}

const described = (placings: readonly Placing[], breaking: Breaking | null) =>
  [
    ...inOrder(placings).map((each) => `${frontPlaceNames[each.place]}: ${each.headline || each.storyId}`),
    breaking ? `Breaking: ${breaking.text}` : "",
  ]
    .filter(Boolean)
    .join("; ");
