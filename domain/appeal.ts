/** Where the appeal for support stands: above a page, at the end of a story, in the head of the front page. */
export const appealPlaces = ["bar", "end", "front"] as const;
export type AppealPlace = (typeof appealPlaces)[number];
export const appealPlaceNames: Record<AppealPlace, string> = {
  bar: "The bar above a page",
  end: "The panel at the end of a story",
  front: "“Support us” on the front page",
};

export const barPlaces = ["stories", "everywhere", "nowhere"] as const;
export type BarPlace = (typeof barPlaces)[number];
export const barPlaceNames: Record<BarPlace, string> = {
  stories: "Above stories",
  everywhere: "Above every page",
  nowhere: "Nowhere",
};

/** Where and how often the appeal stands. How often is kept by each reader's own browser, and told to nobody. */
export type AppealManner = {
  readonly bar: BarPlace;
  readonly end: boolean;
  /** It stands on every so-manieth story that a browser opens; 1: on each. */
  readonly every: number;
  /** So many days after it was dismissed it comes back; 0: never. */
  readonly again: number;
};
export const defaultAppealManner: AppealManner = { bar: "stories", end: true, every: 1, again: 30 };
export const appealMannerLimits = {
  every: { least: 1, most: 100 },
  again: { least: 0, most: 3_650 },
} as const;

/** Where a link of the appeal leads: through us, so that it is counted without a script, and on from there. */
export const appealAddress = (place: AppealPlace): string => `/support?by=${place}`;

/** Robots that say so. Those that do not are counted as readers. */
export const isRobot = (agent: string): boolean =>
  agent === "" ||
  /bot\b|bot\/|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|java\/|go-http/i.test(agent);
