/** What typing turns into while one writes: curly quotation marks, dashes and the ellipsis, by the story's language. */

/** What a language writes. `dash` is what two hyphens become; a third makes it the other, longer or shorter one. */
type Marks = {
  readonly open: string;
  readonly close: string;
  readonly openInner: string;
  readonly closeInner: string;
  readonly dash: "–" | "—";
  /** A space that no line breaks at stands before ! ? ; and : */
  readonly spacedSigns?: true;
};
/** Four marks in one string: open, close, open within, close within. Guillemets of some languages carry a space. */
function marks(four: string, dash: Marks["dash"] = "–"): Marks {
  const [open = "", close = "", openInner = "", closeInner = ""] = four.split(" ");
  return { open, close, openInner, closeInner, dash };
}

const english = marks("“ ” ‘ ’");
const german = marks("„ “ ‚ ‘");
const swedish = marks("” ” ’ ’");
const spaced = "\u00a0";
const french: Marks = {
  ...marks("« » “ ”", "—"),
  open: `«${spaced}`,
  close: `${spaced}»`,
  spacedSigns: true,
};
/** By the whole tag or by the language alone. After CLDR's delimiters and, for spaces and dashes, what newspapers of each
 * language print. */
const byLanguage: Record<string, Marks> = {
  bg: german,
  ca: marks("« » “ ”", "—"),
  cs: german,
  cy: english,
  da: marks("” ” ’ ’"),
  de: german,
  "de-ch": marks("« » ‹ ›"),
  "de-li": marks("« » ‹ ›"),
  el: marks("« » “ ”"),
  en: english,
  "en-us": { ...english, dash: "—" },
  es: marks("« » “ ”", "—"),
  "es-mx": marks("“ ” ‘ ’", "—"),
  "es-us": marks("“ ” ‘ ’", "—"),
  et: marks("„ “ « »"),
  eu: marks("« » “ ”"),
  fa: marks("« » ‹ ›"),
  fi: swedish,
  fr: french,
  "fr-ca": { ...french, dash: "–" },
  "fr-ch": marks("« » ‹ ›"),
  ga: english,
  gl: marks("« » “ ”", "—"),
  he: marks("” ” ’ ’"),
  hr: marks("„ ” ‚ ’"),
  hu: marks("„ ” » «"),
  is: german,
  it: marks("« » “ ”"),
  lt: german,
  lv: marks("“ ” ‘ ’"),
  nb: marks("« » ‘ ’"),
  nl: marks("“ ” ‘ ’"),
  nn: marks("« » ‘ ’"),
  no: marks("« » ‘ ’"),
  pl: marks("„ ” « »"),
  pt: marks("“ ” ‘ ’", "—"),
  "pt-pt": marks("« » “ ”"),
  ro: marks("„ ” « »"),
  ru: marks("« » „ “", "—"),
  sk: german,
  sl: marks("„ “ ‚ ‘"),
  sq: marks("„ “ ‚ ‘"),
  sr: marks("„ ” ’ ’"),
  sv: swedish,
  tr: marks("“ ” ‘ ’"),
  uk: marks("« » „ “", "—"),
};

/** Languages whose marks are known, for whoever chooses one. */
export const languagesWithMarks = Object.keys(byLanguage);

function styleOf(language: string): Marks {
  const tag = language.toLowerCase();
  return byLanguage[tag] ?? byLanguage[tag.split("-")[0] ?? ""] ?? english;
}

/** `remove` characters before the caret give way to `insert`, which stands in place of what was typed. */
export type SmartChange = { readonly remove: number; readonly insert: string };

/** What a typed character becomes after `before`, the text of the paragraph up to the caret; null when it stays. */
export function smartTyping(before: string, typed: string, language: string): SmartChange | null {
  const style = styleOf(language);
  if (closedInner(before, typed, style)) {
    // Only now is it plain that the mark before was no apostrophe: no letter follows it.
    const closed = `${before.slice(0, -1)}${style.closeInner}`;
    const next = turned(closed, typed, style);
    const kept = style.closeInner.slice(0, style.closeInner.length - (next?.remove ?? 0));
    return { remove: 1, insert: `${kept}${next?.insert ?? typed}` };
  }
  return turned(before, typed, style);
}

/** Whether an apostrophe within an inner quotation turns out to have closed it. */
function closedInner(before: string, typed: string, style: Marks): boolean {
  if (style.closeInner === "’" || !/\p{L}’$/u.test(before) || /[\p{L}\p{N}]/u.test(typed)) return false;
  return before.lastIndexOf(style.openInner) > before.lastIndexOf(style.closeInner);
}

function turned(before: string, typed: string, style: Marks): SmartChange | null {
  switch (typed) {
    case '"':
      return { remove: 0, insert: opens(before, style) ? style.open : style.close };
    case "'":
      return { remove: 0, insert: single(before, style) };
    case "-":
      if (before.endsWith(style.dash)) return { remove: 1, insert: style.dash === "–" ? "—" : "–" };
      return /(^|[^-])-$/.test(before) ? { remove: 1, insert: style.dash } : null;
    case ".":
      return /(^|[^.])\.\.$/.test(before) ? { remove: 2, insert: "…" } : null;
    case "!":
    case "?":
    case ";":
    case ":":
      // "Non !" keeps its sign on the line; "12:30" and an address are no sentences.
      return style.spacedSigns && / $/.test(before) ? { remove: 1, insert: `${spaced}${typed}` } : null;
    case "s":
      // The nineties lost their century, not their opening mark.
      return /(^|[\s(])‘\d0$/.test(before) ? { remove: 3, insert: `’${before.slice(-2)}s` } : null;
    default:
      return null;
  }
}

/** A quotation opens where a word may begin: after a space, a bracket, a dash, or another mark that opens. */
const opens = (before: string, { open, close, openInner, closeInner }: Marks) =>
  before === "" ||
  /[\s([{–—/-]$/u.test(before) ||
  (open !== close && before.endsWith(open)) ||
  (openInner !== closeInner && before.endsWith(openInner));

function single(before: string, style: Marks): string {
  const opensInner = style.openInner !== style.closeInner && opens(before, style);
  if (opensInner) return style.openInner;
  const inner = before.lastIndexOf(style.openInner) > before.lastIndexOf(style.closeInner);
  // Between letters it may only be an apostrophe; where the language closes otherwise, an open inner quotation decides.
  return inner && style.closeInner !== "’" && /[^\s\p{L}]$/u.test(before) ? style.closeInner : "’";
}

/** What each straight mark of a text becomes, as if it had been typed: for words that came from elsewhere. `before` is what
 * stands ahead of the text in its paragraph, `at` counts UTF-16 units. */
export function curledLetters(
  text: string,
  language: string,
  before = "",
): { readonly at: number; readonly letter: string }[] {
  const changed: { at: number; letter: string }[] = [];
  let page = before;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    const change =
      letter === '"' || letter === "'" ? turnedMark(page.slice(-60), letter, styleOf(language)) : null;
    if (change) changed.push({ at, letter: change });
    page += change ?? letter;
  }
  return changed;
}

const turnedMark = (before: string, typed: string, style: Marks): string | null =>
  turned(before, typed, style)?.insert ?? null;

/** The same as a whole text. */
export function curled(text: string, language: string): string {
  let [page, read] = ["", 0];
  for (const { at, letter } of curledLetters(text, language)) {
    page += text.slice(read, at) + letter;
    read = at + 1;
  }
  return page + text.slice(read);
}
