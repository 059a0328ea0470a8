import type { FrontPlace } from "@/domain/front-page";

/** A story by its key, and what the front says of it otherwise than the story itself. */
export type FrontSeed = {
  readonly story: string;
  readonly headline?: string;
  readonly pinnedForHours?: number;
};

/** Which story stands where on the front page. Places that are left out fill themselves with the newest. */
export const front: Partial<Record<FrontPlace, FrontSeed>> = {
  lead: { story: "pilots", pinnedForHours: 36 },
  "second-1": { story: "director" },
  "second-2": { story: "rosters" },
  "second-3": { story: "oosterhaven" },
  "grid-1": { story: "library" },
  "grid-2": { story: "marsh", headline: "Salt marsh is coming back, faster than anyone modelled" },
  "grid-3": { story: "ferry" },
  "grid-4": { story: "football" },
  opinion: { story: "promise" },
};

/** The stories whose quotations stand under "In their own words", one of each. */
export const chosenFrom = ["marsh", "pilots", "library"] as const;

/** What leads the page of the harbour section. */
export const harbourFront: Partial<Record<FrontPlace, FrontSeed>> = {
  lead: { story: "ferry" },
};
