/** What typing turns into while one writes: curly quotation marks, dashes and the ellipsis, by the story's language. */

type Marks = { open: string; close: string; openInner: string; closeInner: string };
const marks = (open: string, close: string, openInner: string, closeInner: string): Marks => ({
  open,
  close,
  openInner,
  closeInner,
});

const english = marks("“", "”", "‘", "’");
const german = marks("„", "“", "‚", "‘");
const swedish = marks("”", "”", "’", "’");
const angled = marks("«", "»", "“", "”");
/** By the language's first subtag. CLDR's delimiters, but for French, whose inner spaces are written out. */
const byLanguage: Record<string, Marks> = {
  cs: german,
  da: english,
  de: german,
  en: english,
  es: angled,
  fi: swedish,
  fr: marks("«\u00a0", "\u00a0»", "“", "”"),
  it: angled,
  nb: marks("«", "»", "‘", "’"),
  no: marks("«", "»", "‘", "’"),
  pl: marks("„", "”", "«", "»"),
  pt: english,
  sk: german,
  sv: swedish,
};

/** `remove` characters before the caret give way to `insert`, which stands in place of what was typed. */
export type SmartChange = { readonly remove: number; readonly insert: string };

/** What a typed character becomes after `before`, the text of the paragraph up to the caret; null when it stays. */
export function smartTyping(before: string, typed: string, language: string): SmartChange | null {
  const style = byLanguage[language.split("-")[0]?.toLowerCase() ?? ""] ?? english;
  switch (typed) {
    case '"':
      return { remove: 0, insert: opens(before) ? style.open : style.close };
    case "'":
      return { remove: 0, insert: single(before, style) };
    case "-":
      if (before.endsWith("–")) return { remove: 1, insert: "—" };
      return /(^|[^-])-$/.test(before) ? { remove: 1, insert: language === "en-US" ? "—" : "–" } : null;
    case ".":
      return /(^|[^.])\.\.$/.test(before) ? { remove: 2, insert: "…" } : null;
    case "s":
      // The nineties lost their century, not their opening mark.
      return /(^|[\s(])‘\d0$/.test(before) ? { remove: 3, insert: `’${before.slice(-2)}s` } : null;
    default:
      return null;
  }
}

const opens = (before: string) => before === "" || /[\s([{–—/“‘„‚«-]$/u.test(before);

function single(before: string, style: Marks): string {
  const opensInner = style.openInner !== style.closeInner && opens(before);
  if (opensInner) return style.openInner;
  const inner = before.lastIndexOf(style.openInner) > before.lastIndexOf(style.closeInner);
  // Between letters it may only be an apostrophe; where the language closes otherwise, an open inner quotation decides.
  return inner && style.closeInner !== "’" && /[^\s\p{L}]$/u.test(before) ? style.closeInner : "’";
}
