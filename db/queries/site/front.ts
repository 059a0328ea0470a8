import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { frontSlots, sections } from "@/db/schema/paper";
import { publications } from "@/db/schema/publications";
import { type FrontPlace, frontPlaces } from "@/domain/front-page";
import { type ListedStory, listed, newestStories } from "./lists";
import { newestQuotes, type QuoteShown } from "./quotes";

export type FrontPage = {
  readonly placed: ReadonlyMap<FrontPlace, ListedStory>;
  /** The newest of each section, without those already placed. */
  readonly bySection: readonly { slug: string; name: string; stories: ListedStory[] }[];
  readonly quotes: readonly QuoteShown[];
};

/** The front page: what editors placed, the newest stories in the empty places, each story once. */
export async function frontPage(
  ordered: readonly { id: string; slug: string; name: string }[],
): Promise<FrontPage> {
  const [slots, newest, quotes, ...ofSections] = await Promise.all([
    slottedStories(),
    newestStories({ length: 30 }),
    newestQuotes(3),
    ...ordered.map((section) => newestStories({ sectionId: section.id, length: 14 })),
  ]);
  const placed = new Map<FrontPlace, ListedStory>();
  for (const { slot, headline, story } of slots) {
    if (isPlace(slot)) placed.set(slot, headline ? { ...story, headline } : story);
  }
  const shown = new Set([...placed.values()].map((story) => story.storyId));
  const opinion = placed.get("opinion") ?? newestOpinion(ordered, ofSections, shown);
  if (opinion) {
    placed.set("opinion", opinion);
    shown.add(opinion.storyId);
  }
  const waiting = newest.filter((story) => !shown.has(story.storyId));
  for (const slot of frontPlaces) {
    const next = slot === "opinion" || placed.has(slot) ? undefined : waiting.shift();
    if (!next) continue;
    placed.set(slot, next);
    shown.add(next.storyId);
  }
  const bySection = ordered.map((section, index) => ({
    slug: section.slug,
    name: section.name,
    stories: (ofSections[index] ?? []).filter((story) => !shown.has(story.storyId)).slice(0, 4),
  }));
  return { placed, bySection: bySection.filter((section) => section.stories.length > 0), quotes };
}

const isPlace = (name: string): name is FrontPlace => frontPlaces.some((place) => place === name);

function newestOpinion(
  ordered: readonly { slug: string }[],
  ofSections: readonly ListedStory[][],
  shown: ReadonlySet<string>,
): ListedStory | undefined {
  const index = ordered.findIndex((section) => section.slug === "opinion");
  return ofSections[index]?.find((story) => !shown.has(story.storyId));
}

async function slottedStories() {
  return database()
    .select({ slot: frontSlots.slot, headline: frontSlots.headline, story: listed })
    .from(frontSlots)
    .innerJoin(publications, eq(publications.storyId, frontSlots.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(
      and(
        isNull(publications.withdrawnAt),
        or(isNull(frontSlots.pinnedUntil), gt(frontSlots.pinnedUntil, sql`now()`)),
      ),
    );
}
