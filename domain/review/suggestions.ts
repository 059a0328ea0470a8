/** What a suggestion is about: the headline, the standfirst, or words of the body. */
export const suggestionFields = ["headline", "standfirst", "body"] as const;
