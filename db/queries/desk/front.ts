import { createHash } from "node:crypto";
import { and, desc, eq, ilike, isNull } from "drizzle-orm";
import { type Breaking, frontAsText, frontPlaces, type LiveStory, type Placing } from "@/domain/front-page";
import { type Actor, isEditor } from "@/domain/people";
import { database, type Reader } from "../../client";
import { frontSlots, sections } from "../../schema/paper";
import { publications } from "../../schema/publications";
import { paperOf } from "./paper";

/** The front page as it stands. `base` names this very state: a save that was based on another is refused. */
export type Front = {
  readonly placings: readonly Placing[];
  readonly breaking: Breaking | null;
  readonly base: string;
};

/** What editors have put on the front page, places of withdrawn stories included. Empty for who may not curate. */
export async function frontForEditing(actor: Actor): Promise<Front | null> {
  return isEditor(actor) ? readFront(database()) : null;
}

/** The front page as the writer compares it. */
export async function readFront(reader: Reader): Promise<Front> {
  const [rows, paper] = await Promise.all([
    reader
      .select({
        slot: frontSlots.slot,
        storyId: frontSlots.storyId,
        headline: frontSlots.headline,
        pinnedUntil: frontSlots.pinnedUntil,
      })
      .from(frontSlots),
    paperOf(reader),
  ]);
  const placings = frontPlaces.flatMap((place) =>
    rows
      .filter((row) => row.slot === place)
      .map(({ storyId, headline, pinnedUntil }) => ({
        place,
        storyId,
        headline,
        pinnedUntil: pinnedUntil?.toISOString() ?? null,
      })),
  );
  const { breaking } = paper;
  return { placings, breaking, base: baseOf(placings, breaking) };
}

const baseOf = (placings: readonly Placing[], breaking: Breaking | null) =>
  createHash("sha256").update(frontAsText(placings, breaking)).digest("hex");

/** Live stories to choose from, newest first, at most a hundred; those with the text in the headline where one is given. */
export async function liveStories(actor: Actor, text = ""): Promise<LiveStory[]> {
  if (!isEditor(actor)) return [];
  return database()
    .select({
      id: publications.storyId,
      headline: publications.headline,
      section: sections.name,
      address: publications.address,
      publishedAt: publications.publishedAt,
    })
    .from(publications)
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(
      and(
        isNull(publications.withdrawnAt),
        text ? ilike(publications.headline, `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`) : undefined,
      ),
    )
    .orderBy(desc(publications.publishedAt), desc(publications.storyId))
    .limit(100);
}
