import { and, asc, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { builtOnce, database } from "@/db/client";
import { frontQuotes, frontSlots, sections } from "@/db/schema/paper";
import { publicationQuotes, publications } from "@/db/schema/publications";
import { type FrontPlace, frontPageName, frontPlaces, placesFilled, quotesChosen } from "@/domain/front-page";
import type { PublicPicture } from "@/domain/publication/document";
import { type ListedStory, listed, newestOfSections, newestStories, type SectionWithNewest } from "./lists";
import { newestQuotes, type QuoteShown, quoteShown } from "./quotes";

/** What editors put on a front and what of it is live: withdrawn stories and pins that have run out are not in it. */
export type Curated = {
  readonly slots: readonly {
    readonly slot: string;
    readonly headline: string;
    readonly picture: PublicPicture | null;
    readonly story: ListedStory;
  }[];
  readonly quotes: readonly QuoteShown[];
};

export type FrontPage = {
  readonly placed: ReadonlyMap<FrontPlace, ListedStory>;
  /** The newest of each section, without those already placed. */
  readonly bySection: readonly SectionWithNewest[];
  readonly quotes: readonly QuoteShown[];
};

/** How many stories of a section stand below its name; and how many are asked for, of which some may stand above. */
const stripLength = 4;
const stripAsked = 8;

/** The front page: what editors placed, the newest stories in the empty places, each story once. A preview brings its
 * own curated places. */
export async function frontPage(preview?: Curated): Promise<FrontPage> {
  const [curated, newest, newestSaid, ofSections] = await Promise.all([
    preview ?? curatedFront(frontPageName),
    // As many as there are places, beside as many that editors have placed.
    newestStories({ length: frontPlaces.length * 2 }),
    newestQuotes(quotesChosen * 2),
    newestOfSections(stripAsked),
  ]);
  const placed = placedBy(curated);
  const shown = new Set([...placed.values()].map((story) => story.storyId));
  const opinion =
    placed.get("opinion") ??
    ofSections.find(({ slug }) => slug === "opinion")?.stories.find((story) => !shown.has(story.storyId));
  if (opinion) {
    placed.set("opinion", opinion);
    shown.add(opinion.storyId);
  }
  fill(
    placed,
    frontPlaces.filter((place) => place !== "opinion"),
    newest,
  );
  for (const story of placed.values()) shown.add(story.storyId);
  const below = (sections: readonly SectionWithNewest[]) =>
    sections.map((section) => ({
      ...section,
      stories: section.stories.filter((story) => !shown.has(story.storyId)).slice(0, stripLength),
    }));
  let bySection = below(ofSections);
  // Where most of what is placed is the newest of one section, more of it is asked for.
  const isShort = bySection.some(
    ({ stories }, at) => stories.length < stripLength && ofSections[at]?.stories.length === stripAsked,
  );
  if (isShort) bySection = below(await newestOfSections(frontPlaces.length + stripLength));
  return {
    placed,
    bySection: bySection.filter((section) => section.stories.length > 0),
    quotes: withNewest(curated.quotes, newestSaid),
  };
}

/** The top of a section's page where an editor has arranged one: null where there is none. The lead and what stands
 * beside it are filled with the newest of the section, and the grid too once anything is put into it. */
export async function sectionFront(
  section: { id: string },
  preview?: Curated,
): Promise<Pick<FrontPage, "placed" | "quotes"> | null> {
  const curated = preview ?? (await curatedFront(section.id));
  const placed = placedBy(curated);
  if (placed.size === 0) return curated.quotes.length > 0 ? { placed, quotes: curated.quotes } : null;
  const places = placesFilled(section.id, [...placed.keys()]);
  fill(placed, places, await newestStories({ sectionId: section.id, length: 16 }));
  return { placed, quotes: curated.quotes };
}

function placedBy(curated: Curated): Map<FrontPlace, ListedStory> {
  const placed = new Map<FrontPlace, ListedStory>();
  for (const { slot, headline, picture, story } of curated.slots) {
    if (!isPlace(slot)) continue;
    placed.set(slot, { ...story, headline: headline || story.headline, picture: picture ?? story.picture });
  }
  return placed;
}

function fill(
  placed: Map<FrontPlace, ListedStory>,
  places: readonly FrontPlace[],
  newest: readonly ListedStory[],
): void {
  const shown = new Set([...placed.values()].map((story) => story.storyId));
  const waiting = newest.filter((story) => !shown.has(story.storyId));
  for (const place of places) {
    const next = placed.has(place) ? undefined : waiting.shift();
    if (next) placed.set(place, next);
  }
}

function withNewest(chosen: readonly QuoteShown[], newest: readonly QuoteShown[]): QuoteShown[] {
  const refs = new Set(chosen.map((quote) => quote.ref));
  return [...chosen, ...newest.filter((quote) => !refs.has(quote.ref))].slice(0, quotesChosen);
}

const isPlace = (name: string): name is FrontPlace => frontPlaces.some((place) => place === name);

const slotsAsked = builtOnce((db) =>
  db
    .select({
      slot: frontSlots.slot,
      headline: frontSlots.headline,
      picture: frontSlots.picture,
      story: listed,
    })
    .from(frontSlots)
    .innerJoin(publications, eq(publications.storyId, frontSlots.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(
      and(
        eq(frontSlots.front, sql.placeholder("front")),
        isNull(publications.withdrawnAt),
        or(isNull(frontSlots.pinnedUntil), gt(frontSlots.pinnedUntil, sql`now()`)),
      ),
    )
    .prepare("front_slots"),
);

const quotesAsked = builtOnce((db) =>
  db
    .select(quoteShown)
    .from(frontQuotes)
    .innerJoin(
      publicationQuotes,
      and(
        eq(publicationQuotes.storyId, frontQuotes.storyId),
        eq(publicationQuotes.ref, frontQuotes.ref),
        isNotNull(publicationQuotes.speakerSlug),
      ),
    )
    .innerJoin(publications, eq(publications.storyId, frontQuotes.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(and(eq(frontQuotes.front, sql.placeholder("front")), isNull(publications.withdrawnAt)))
    .orderBy(asc(frontQuotes.position), asc(publicationQuotes.number))
    .prepare("front_quotes"),
);

async function curatedFront(front: string): Promise<Curated> {
  const [slots, quotes] = await Promise.all([
    slotsAsked().execute({ front }),
    quotesAsked().execute({ front }),
  ]);
  return { slots, quotes: [...new Map(quotes.map((quote) => [quote.ref, quote])).values()] };
}

/** The database's clock, and whether a pin or the breaking bar ran out since a moment of that clock. */
export async function frontTurnedSince(moment: string | null): Promise<{ now: string; turned: boolean }> {
  const since = sql`${moment}::timestamptz`;
  const [row] = await database().execute<{ now: string; turned: boolean }>(sql`
    select now()::text as now, coalesce(
      exists (select 1 from front_slots where pinned_until > ${since} and pinned_until <= now())
      or exists (select 1 from settings where (paper -> 'breaking' ->> 'until')::timestamptz > ${since}
        and (paper -> 'breaking' ->> 'until')::timestamptz <= now()), false) as turned`);
  return row ?? { now: moment ?? "", turned: false };
}
