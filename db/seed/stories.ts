import type { SeedStory } from "./plan";
import { asking } from "./stories/asking";
import { director } from "./stories/director";
import { dredging } from "./stories/dredging";
import { ferry } from "./stories/ferry";
import { football } from "./stories/football";
import { ladder } from "./stories/ladder";
import { lake } from "./stories/lake";
import { library } from "./stories/library";
import { lights } from "./stories/lights";
import { marsh } from "./stories/marsh";
import { mayor } from "./stories/mayor";
import { netMenders } from "./stories/net-menders";
import { oosterhaven } from "./stories/oosterhaven";
import { pilots } from "./stories/pilots";
import { promise } from "./stories/promise";
import { rosters } from "./stories/rosters";
import { seals } from "./stories/seals";

/** The stories of the demonstration, in the order in which they came to be. */
export const plannedStories: readonly SeedStory[] = [
  lake,
  rosters,
  oosterhaven,
  marsh,
  ferry,
  promise,
  library,
  football,
  director,
  pilots,
  dredging,
  netMenders,
  seals,
  mayor,
  asking,
  ladder,
  lights,
];
