import type { FrontPlace } from "@/domain/front-page";

/** Which story stands where on the front page. Places that are left out fill themselves with the newest. */
export const front: Partial<Record<FrontPlace, string>> = {
  lead: "pilots",
  "second-1": "director",
  "second-2": "rosters",
  "second-3": "oosterhaven",
  "grid-1": "library",
  "grid-2": "marsh",
  "grid-3": "ferry",
  "grid-4": "football",
  opinion: "promise",
};
