/** Words said, between quotation marks unless they bring their own. A comma before "she said" ends them as a full stop. */
export function quoted(words: string): string {
  const ended = words.replace(/,(?=[”"’'»“]?$)/, ".");
  return /^[“"‘'«„]/.test(ended) ? ended : `“${ended}”`;
}
