import type { SeedStory } from "../plan";

export const lights: SeedStory = {
  key: "lights",
  by: "hana",
  section: null,
  topics: [],
  kicker: "",
  headline: "Who pays for the lights on Market Square",
  standfirst: "",
  hero: null,
  text: `
Ask the traders, the council, and whoever it is that climbs the ladder.
`,
  quotes: {},
  life: [{ do: "save" }],
  minutesWaiting: 35,
};
