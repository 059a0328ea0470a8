/** Where one stretch of a quotation ends and the next begins: what stood between them, "she said", was not said. */
const between = /[,.]?(?:”\s+[“”]|“\s+„|\s*»\s+«\s*|"\s+")/g;

/** Words said, between quotation marks unless they bring their own. A comma before "she said" ends them as a full stop;
 * stretches of one quotation are joined by the sign that something stands between them. */
export function quoted(words: string): string {
  const whole = words.replace(between, " … ").replace(/,(?=[”"’'»“]?$)/, ".");
  return /^[“"‘'«„]/.test(whole) ? whole : `“${whole}”`;
}
