/** The style sheets that few pages need, each with what in a page's HTML shows that it does. A first visit should be light. */
const needed = {
  // Letters that more-letters.css has and the first fonts have not: Polish, Turkish, Vietnamese and the like.
  "more-letters.css":
    /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]/,
  // Scripts whose letters join, stand under each other or have no italics.
  "other-scripts.css": /[\u0590-\u07ff\u0900-\u0e7f\u3040-\u9fff\uac00-\ud7af\ufb1d-\ufdff\ufe70-\ufeff]/,
  "corrections.css": /class="corrections"/,
  "embeds.css": /class="embed /,
  "threads.css": /class="(?:answers|staff-mark|older-replies|after replies-page)"/,
} as const;

export type FurtherSheet = keyof typeof needed;

export const furtherSheets = Object.keys(needed) as FurtherSheet[];

/** Those that a page needs, by its HTML. */
export const furtherSheetsOf = (html: string): FurtherSheet[] =>
  furtherSheets.filter((sheet) => needed[sheet].test(html));
