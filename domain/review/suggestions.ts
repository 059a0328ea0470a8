/** What a suggestion is about: a line above the text, what is said of the lead picture, or words of the body. */
export const suggestionFields = [
  "kicker",
  "headline",
  "standfirst",
  "hero_alt",
  "hero_credit",
  "hero_caption",
  "body",
] as const;

/** So many open suggestions of one person are kept on one story. */
export const mostSuggestions = 500;
