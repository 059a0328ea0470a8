/** Words that stand at the top of the site or the desk: no section may take one for its address. */
export const takenWords: ReadonlySet<string> = new Set([
  "about",
  "api",
  "archive",
  "by",
  "corrections",
  "counts",
  "desk",
  "feed",
  "healthz",
  "manifest",
  "media",
  "documents",
  "cards",
  "metrics",
  "news-sitemap",
  "readyz",
  "replies",
  "robots",
  "rss",
  "said",
  "search",
  "site",
  "sitemap",
  "topic",
  "topics",
  "quote",
  "newsletter",
  "support",
  "offline",
  "_next",
]);

/** "Pilots say new markers were placed" as "pilots-say-new-markers-were-placed": NFKD, ASCII, at most 80 characters, cut
 * between words. Empty for scripts without a Latin reading; the caller then falls back to the id. */
export function slugOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’‘']/g, "")
    .replace(/[ßẞ]/g, "ss")
    .replace(/[æÆ]/g, "ae")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/[đĐðÐ]/g, "d")
    .replace(/[þÞ]/g, "th")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (plain.length <= 80) return plain;
  const cut = plain.slice(0, 81);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 40)).replace(/-+$/, "");
}
