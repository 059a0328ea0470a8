import { z } from "zod";
import type { FoundQuotation } from "@/domain/quotations/find";

const article = z.object({ id: z.union([z.string(), z.number()]), text: z.string() }).loose();
export type Article = z.infer<typeof article>;

/** Reads one article a line; throws, naming the line, when one is not an object with `id` and `text`. */
export function articlesIn(jsonl: string): Article[] {
  return jsonl.split("\n").flatMap((line, index) => {
    if (!line.trim()) return [];
    const read = article.safeParse(JSON.parse(line));
    if (!read.success) throw new Error(`line ${index + 1} is not an article with an id and a text`);
    return [read.data];
  });
}

/** The proposals for one article in the form that the scorer of quotes-dev reads; titles are no quotations. */
export function prediction(id: Article["id"], found: readonly FoundQuotation[]) {
  const quotes = found
    .filter((quotation) => quotation.kind !== "title")
    .map(({ start, end, speaker, confidence, occasion }) => ({
      start,
      end,
      speaker: speaker?.name ?? null,
      mention: speaker?.mention,
      confidence,
      context: occasion ? { where: occasion.where, when: occasion.when } : undefined,
    }));
  return { id, quotes };
}
