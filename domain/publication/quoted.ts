/** Marks that open a quotation, each with what closes it, as the houses of the world set them. */
const closing: Readonly<Record<string, string>> = {
  "“": "”",
  "”": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‹": "›",
  "›": "‹",
  "‘": "’",
  "‚": "‘’",
  "「": "」",
  "『": "』",
  '"': '"',
  "'": "'",
};

/** The words of a quotation as they are told anywhere outside its story, to people and to programs alike: between
 * quotation marks unless they bring their own. A comma before "she said" ends them as a full stop; stretches of one
 * quotation are joined by the sign that something stands between them. */
export function quoted(words: string): string {
  const open = words.charAt(0);
  const close = closing[open];
  const whole = close ? words.replace(between(open, close), " … ") : words;
  const ended = whole.replace(/,(?=[”"’'»«“‘›‹]?$)/, ".");
  return close ? ended : `“${ended}”`;
}

/** Where one stretch ends and the next begins: what stood between them, "she said", was not said. */
const between = (open: string, close: string): RegExp =>
  new RegExp(`[,.、。]?\\s*[${close}]\\s+${open}\\s*`, "g");
