import { type SQL, sql } from "drizzle-orm";

/** `%` and `_` as typed, for LIKE and ILIKE. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** What was typed as a search for all of its words, the last of which may be half typed; null where there are no words.
 * Only letters and figures go in, so nothing typed can mean anything to the search itself. */
export function wordsSought(text: string): SQL | null {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? [];
  if (words.length === 0) return null;
  const isOpen = /[\p{L}\p{N}]$/u.test(text);
  const query = words.map((word, at) => `'${word}'${isOpen && at === words.length - 1 ? ":*" : ""}`);
  return sql`to_tsquery('public.news', ${query.join(" & ")})`;
}
