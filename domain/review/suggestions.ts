/** What a suggestion is about: the headline, the standfirst, or words of the body. */
export const suggestionFields = ["headline", "standfirst", "body"] as const;

/** So many open suggestions of one person are kept on one story. */
export const mostSuggestions = 500;
