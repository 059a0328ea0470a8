/** Letters that more-letters.css has and the first fonts have not: Polish, Turkish, Vietnamese and the like. */
const moreLetters =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]/;

/** Whether a page is better drawn with the fonts' further letters, which few pages need. */
export const needsMoreLetters = (text: string): boolean => moreLetters.test(text);
