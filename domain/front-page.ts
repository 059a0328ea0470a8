import type { PublicPicture } from "./publication/document";
import { localOf } from "./time";

/** The places of a front that an editor may fill. What is left empty fills itself with the newest stories. */
export const frontPlaces = [
  "lead",
  "second-1",
  "second-2",
  "second-3",
  "grid-1",
  "grid-2",
  "grid-3",
  "grid-4",
  "opinion",
] as const;
export type FrontPlace = (typeof frontPlaces)[number];

export const frontPlaceNames: Record<FrontPlace, string> = {
  lead: "Lead",
  "second-1": "Second, first",
  "second-2": "Second, second",
  "second-3": "Second, third",
  "grid-1": "Grid, first",
  "grid-2": "Grid, second",
  "grid-3": "Grid, third",
  "grid-4": "Grid, fourth",
  opinion: "Opinion",
};

/** The name of the front page among the fronts; the front of a section is called by the section's id. */
export const frontPageName = "front";

/** Opinion has a place on the front page alone. */
export const placesOf = (front: string): readonly FrontPlace[] =>
  front === frontPageName ? frontPlaces : frontPlaces.filter((place) => place !== "opinion");

/** The places that fill themselves where an editor has filled others: all of the front page. A section's page is a plain
 * list until something is placed; its grid is there once anything is put into it. */
export function placesFilled(front: string, placed: readonly FrontPlace[]): readonly FrontPlace[] {
  if (front === frontPageName) return frontPlaces;
  const isGrid = (place: FrontPlace) => place.startsWith("grid");
  if (placed.length === 0) return [];
  return placesOf(front).filter((place) => !isGrid(place) || placed.some(isGrid));
}

/** A picture of the library that a front shows instead of a story's own. */
export type FrontPicture = PublicPicture & { readonly id: string };

/** One filled place. `headline` is shown instead of the story's own when it is not empty, `picture` when there is one;
 * `pinnedUntil` is ISO 8601 in UTC, after which the place fills itself again. */
export type Placing = {
  readonly place: FrontPlace;
  readonly storyId: string;
  readonly headline: string;
  readonly picture: FrontPicture | null;
  readonly pinnedUntil: string | null;
};

/** The bar above the front page; `until` is ISO 8601 in UTC, null for as long as nobody takes it away. */
export type Breaking = { readonly text: string; readonly href: string; readonly until: string | null };

/** A quotation chosen for "In their own words", by the address that it keeps: never its words, so that it is shown as
 * its story has it now, and not at all once it does not. */
export type ChosenQuote = { readonly storyId: string; readonly ref: string };
export const quotesChosen = 3;

/** A whole front as an editor arranged it. A section's has no breaking bar. */
export type Arranged = {
  readonly placings: readonly Placing[];
  readonly quotes: readonly ChosenQuote[];
  readonly breaking: Breaking | null;
};

/** A live story that may be put on a front. */
export type LiveStory = {
  readonly id: string;
  readonly headline: string;
  readonly section: string;
  readonly address: string;
  readonly publishedAt: Date;
};

/** A quotation that readers see and that may be chosen. */
export type LiveQuote = ChosenQuote & {
  readonly words: string;
  readonly speaker: string;
  readonly headline: string;
};

export const frontLimits = { headline: 200, breaking: 200 } as const;

/** Puts a story into a place and answers the new placing. A story stands in one place only: put elsewhere it moves, and
 * what stood in the way takes its old place. */
export function put(placings: readonly Placing[], place: FrontPlace, storyId: string): Placing[] {
  const before = placings.find((each) => each.storyId === storyId);
  if (before?.place === place) return [...placings];
  const inTheWay = placings.find((each) => each.place === place);
  const rest = placings.filter((each) => each !== before && each !== inTheWay);
  const placed: Placing = before
    ? { ...before, place }
    : { place, storyId, headline: "", picture: null, pinnedUntil: null };
  const swapped = before && inTheWay ? [{ ...inTheWay, place: before.place }] : [];
  return inOrder([...rest, placed, ...swapped]);
}

export const clear = (placings: readonly Placing[], place: FrontPlace): Placing[] =>
  placings.filter((each) => each.place !== place);

export const inOrder = (placings: readonly Placing[]): Placing[] =>
  [...placings].sort((one, other) => frontPlaces.indexOf(one.place) - frontPlaces.indexOf(other.place));

/** A front without a story: none of its places, none of its quotations. */
export const without = (arranged: Arranged, storyId: string): Arranged => ({
  ...arranged,
  placings: arranged.placings.filter((each) => each.storyId !== storyId),
  quotes: arranged.quotes.filter((each) => each.storyId !== storyId),
});

/** What fills the places that no editor filled: the opinion place takes the newest of its section, then the others the
 * newest stories not placed, in order. The same as the site does. */
export function fillings(
  places: readonly FrontPlace[],
  placings: readonly Placing[],
  newest: readonly LiveStory[],
): ReadonlyMap<FrontPlace, LiveStory> {
  const placed = new Set(placings.map((each) => each.storyId));
  const filled = new Map<FrontPlace, LiveStory>();
  const opinion = newest.find((story) => story.address.startsWith("/opinion/") && !placed.has(story.id));
  const isOpinionEmpty = places.includes("opinion") && placings.every((each) => each.place !== "opinion");
  if (opinion && isOpinionEmpty) filled.set("opinion", opinion);
  const waiting = newest.filter((story) => !placed.has(story.id) && story.id !== filled.get("opinion")?.id);
  for (const place of places) {
    if (place === "opinion" || placings.some((each) => each.place === place)) continue;
    const next = waiting.shift();
    if (next) filled.set(place, next);
  }
  return filled;
}

/** A front as one string: two are the same exactly when these are equal. */
export const frontAsText = ({ placings, quotes, breaking }: Arranged): string =>
  JSON.stringify([
    inOrder(placings).map((each) => [
      each.place,
      each.storyId,
      each.headline,
      each.picture?.id ?? null,
      each.pinnedUntil,
    ]),
    quotes.map((each) => each.ref),
    breaking?.text ? [breaking.text, breaking.href, breaking.until ?? null] : null,
  ]);

/** A front with its moments as a field for a local time holds them, in the newsroom's zone. */
export function inLocalTimes(arranged: Arranged, zone: string): Arranged {
  const local = (moment: string | null | undefined) => (moment ? localOf(new Date(moment), zone) : null);
  return {
    ...arranged,
    placings: arranged.placings.map((each) => ({ ...each, pinnedUntil: local(each.pinnedUntil) })),
    breaking: arranged.breaking && { ...arranged.breaking, until: local(arranged.breaking.until) },
  };
}

/** One line of text without what cannot be seen and turns other text around. */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ").trim();

/** The stories that readers would see in other words or with another picture than now, by a headline or picture of the
 * front's own. To take one away, or to move a story, says nothing new. */
export function storiesRetold(now: Arranged, next: Arranged): string[] {
  const own = ({ headline, picture }: Placing) => JSON.stringify([headline, picture?.id ?? null]);
  const shown = new Map(now.placings.map((each) => [each.storyId, own(each)]));
  return next.placings
    .filter((each) => (each.headline || each.picture) && shown.get(each.storyId) !== own(each))
    .map((each) => each.storyId);
}

/** All words that an arrangement brings to readers by itself, and not by a story. */
export const wordsOfFront = ({ placings, breaking }: Arranged): string[] =>
  [
    ...placings.flatMap(({ headline, picture }) => [
      headline,
      ...(picture ? [picture.alt, picture.caption, picture.credit] : []),
    ]),
    breaking?.text ?? "",
    (breaking?.href ?? "").replace(/[-_/+.%]+/g, " "),
  ].filter(Boolean);

/** Whether a breaking bar stands at a moment. */
export const isBreaking = (breaking: Breaking | null, now: Date): breaking is Breaking =>
  breaking !== null && breaking.text !== "" && (!breaking.until || new Date(breaking.until) > now);
