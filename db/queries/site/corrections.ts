import { and, eq, isNull, or, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { corrections, publications } from "@/db/schema/publications";
import { newestOf } from "./newest";

/** What readers are shown of a correction. */
export const correctionShown = {
  id: corrections.id,
  kind: corrections.kind,
  text: corrections.text,
  was: corrections.was,
  says: corrections.says,
  at: corrections.at,
  amendedAt: corrections.amendedAt,
};

/** How many corrections stand on one page. */
export const correctionsLength = 50;

/** What was corrected in live stories, and what was withdrawn, newest first; one more than a page when there is another
 * page. Of a story that is withdrawn still it names nothing. */
export async function newestCorrections(before: string | undefined) {
  const rows = await database()
    .select({
      ...correctionShown,
      address: publications.address,
      headline: publications.headline,
      language: publications.language,
      withdrawnAt: publications.withdrawnAt,
    })
    .from(corrections)
    .innerJoin(publications, eq(publications.storyId, corrections.storyId))
    .where(
      and(
        or(isNull(publications.withdrawnAt), eq(corrections.kind, "withdrawal")),
        before
          ? sql`(${corrections.at}, ${corrections.id}) < (select c.at, c.id from corrections c where c.id = ${before})`
          : undefined,
      ),
    )
    .orderBy(newestOf(corrections.at), newestOf(corrections.id))
    .limit(correctionsLength + 1);
  return rows.map(({ address, headline, language, withdrawnAt, ...correction }) => ({
    ...correction,
    story: withdrawnAt ? null : { address, headline, language },
  }));
}
