/** The places of the front page that an editor may fill. What is left empty fills itself with the newest stories. */
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

/** One filled place. `headline` is shown instead of the story's own when it is not empty; `pinnedUntil` is ISO 8601 in
 * UTC, after which the place fills itself again. */
export type Placing = {
  readonly place: FrontPlace;
  readonly storyId: string;
  readonly headline: string;
  readonly pinnedUntil: string | null;
};

export type Breaking = { readonly text: string; readonly href: string };

/** A live story that may be put on the front page. */
export type LiveStory = {
  readonly id: string;
  readonly headline: string;
  readonly section: string;
  readonly address: string;
  readonly publishedAt: Date;
};

export const frontLimits = { headline: 200, breaking: 200 } as const;

/** Puts a story into a place and answers the new placing. A story stands in one place only: put elsewhere it moves, and
 * what stood in the way takes its old place. */
export function put(placings: readonly Placing[], place: FrontPlace, storyId: string): Placing[] {
  const before = placings.find((each) => each.storyId === storyId);
  if (before?.place === place) return [...placings];
  const inTheWay = placings.find((each) => each.place === place);
  const rest = placings.filter((each) => each !== before && each !== inTheWay);
  const placed: Placing = before ? { ...before, place } : { place, storyId, headline: "", pinnedUntil: null };
  const swapped = before && inTheWay ? [{ ...inTheWay, place: before.place }] : [];
  return inOrder([...rest, placed, ...swapped]);
}

export const clear = (placings: readonly Placing[], place: FrontPlace): Placing[] =>
  placings.filter((each) => each.place !== place);

export const inOrder = (placings: readonly Placing[]): Placing[] =>
  [...placings].sort((one, other) => frontPlaces.indexOf(one.place) - frontPlaces.indexOf(other.place));

/** What fills the places that no editor filled: the opinion place takes the newest of its section, then the others the
 * newest stories not placed, in order. The same as the site does. */
export function fillings(
  placings: readonly Placing[],
  newest: readonly LiveStory[],
): ReadonlyMap<FrontPlace, LiveStory> {
  const placed = new Set(placings.map((each) => each.storyId));
  const filled = new Map<FrontPlace, LiveStory>();
  const opinion = newest.find((story) => story.address.startsWith("/opinion/") && !placed.has(story.id));
  const isOpinionEmpty = placings.every((each) => each.place !== "opinion");
  if (opinion && isOpinionEmpty) filled.set("opinion", opinion);
  const waiting = newest.filter((story) => !placed.has(story.id) && story.id !== filled.get("opinion")?.id);
  for (const place of frontPlaces) {
    if (place === "opinion" || placings.some((each) => each.place === place)) continue;
    const next = waiting.shift();
    if (next) filled.set(place, next);
  }
  return filled;
}

/** The front page as one string: two are the same page exactly when these are equal. */
export const frontAsText = (placings: readonly Placing[], breaking: Breaking | null): string =>
  JSON.stringify([
    inOrder(placings).map((each) => [each.place, each.storyId, each.headline, each.pinnedUntil]),
    breaking && [breaking.text, breaking.href],
  ]);
