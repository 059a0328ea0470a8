import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { corrections, publications } from "@/db/schema/publications";
import { newestOf } from "./newest";

/** How many corrections stand on one page. */
export const correctionsLength = 50;

/** What was corrected in live stories, newest first; one more than a page when there is another page. */
export async function newestCorrections(before: string | undefined) {
  return database()
    .select({
      id: corrections.id,
      kind: corrections.kind,
      text: corrections.text,
      at: corrections.at,
      address: publications.address,
      headline: publications.headline,
      language: publications.language,
    })
    .from(corrections)
    .innerJoin(publications, eq(publications.storyId, corrections.storyId))
    .where(
      and(
        isNull(publications.withdrawnAt),
        before
          ? sql`(${corrections.at}, ${corrections.id}) < (select c.at, c.id from corrections c where c.id = ${before})`
          : undefined,
      ),
    )
    .orderBy(newestOf(corrections.at), newestOf(corrections.id))
    .limit(correctionsLength + 1);
}
