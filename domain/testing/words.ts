import type { Words } from "../words";

/** The words of a story of which these are said, and nothing else. */
export const blankWords = (given: Partial<Words> = {}): Words => ({
  headline: "",
  standfirst: "",
  kicker: "",
  slug: "",
  language: "en-GB",
  sectionId: null,
  topicIds: [],
  hero: null,
  body: { type: "doc", content: [] },
  ...given,
});
