import { and, gt, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { publications } from "@/db/schema/publications";
import { newestOf } from "./newest";

/** The addresses of live stories with the moment each last changed, newest first: no more than one sitemap may hold. */
export async function liveAddresses() {
  return database()
    .select({ address: publications.address, updatedAt: publications.updatedAt })
    .from(publications)
    .where(isNull(publications.withdrawnAt))
    .orderBy(newestOf(publications.publishedAt), newestOf(publications.storyId))
    .limit(49_000);
}

/** What a news sitemap lists: stories of the last two days, at most a thousand. */
export async function addressesOfTwoDays() {
  return database()
    .select({
      address: publications.address,
      headline: publications.headline,
      language: publications.language,
      publishedAt: publications.publishedAt,
    })
    .from(publications)
    .where(
      and(isNull(publications.withdrawnAt), gt(publications.publishedAt, sql`now() - interval '2 days'`)),
    )
    .orderBy(newestOf(publications.publishedAt), newestOf(publications.storyId))
    .limit(1000);
}
