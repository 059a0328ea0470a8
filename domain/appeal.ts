/** Where the appeal for support stands: above a page, at the end of a story, in the head of the front page. */
export const appealPlaces = ["bar", "end", "front"] as const;
