import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { builtOnce, database } from "@/db/client";
import { sections } from "@/db/schema/paper";
import { formerSpeakers, publicationQuotes, publications, quoteAddresses } from "@/db/schema/publications";
import { newestOf } from "./newest";

export const quoteShown = {
  storyId: publicationQuotes.storyId,
  number: publicationQuotes.number,
  ref: publicationQuotes.ref,
  speakerSlug: publicationQuotes.speakerSlug,
  speakerKind: publicationQuotes.speakerKind,
  speakerName: publicationQuotes.speakerName,
  speakerRole: publicationQuotes.speakerRole,
  words: publicationQuotes.words,
  occasion: publicationQuotes.occasion,
  verified: publicationQuotes.verified,
  saidOn: publicationQuotes.saidOn,
  publishedAt: publicationQuotes.publishedAt,
  address: publications.address,
  headline: publications.headline,
  language: publications.language,
  sectionName: sections.name,
};

/** How many quotations stand on one page of a speaker. */
export const quotesLength = 30;

export type QuoteCursor = { storyId: string; number: number };

/** What a speaker was quoted saying in live stories, newest story first; one more than a page when there is another page. */
export async function quotesOfSpeaker(slug: string, before: QuoteCursor | undefined) {
  return database()
    .select(quoteShown)
    .from(publicationQuotes)
    .innerJoin(publications, eq(publications.storyId, publicationQuotes.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(
      and(
        eq(publicationQuotes.speakerSlug, slug),
        isNull(publications.withdrawnAt),
        before ? behind(before) : undefined,
      ),
    )
    .orderBy(
      newestOf(publicationQuotes.publishedAt),
      newestOf(publicationQuotes.storyId),
      asc(publicationQuotes.number),
    )
    .limit(quotesLength + 1);
}

export type QuoteShown = Awaited<ReturnType<typeof quotesOfSpeaker>>[number];

/** Where a speaker's page has gone, when two records turned out to be one person; null where it has not. */
export async function speakerNow(slug: string): Promise<string | null> {
  const [row] = await database()
    .select({ now: formerSpeakers.speakerSlug })
    .from(formerSpeakers)
    .where(eq(formerSpeakers.slug, slug));
  return row?.now ?? null;
}

/** Every live story that shows the quote at this address, the newest first. "gone" where it was once shown and is not
 * any more; null where there never was such an address. */
export async function quoteAt(ref: string): Promise<QuoteShown[] | "gone" | null> {
  const shown = await database()
    .select(quoteShown)
    .from(publicationQuotes)
    .innerJoin(publications, eq(publications.storyId, publicationQuotes.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(and(eq(publicationQuotes.ref, ref), isNull(publications.withdrawnAt)))
    .orderBy(newestOf(publicationQuotes.publishedAt), newestOf(publicationQuotes.storyId))
    .limit(20);
  if (shown.length > 0) return shown;
  const [once] = await database()
    .select({ ref: quoteAddresses.ref })
    .from(quoteAddresses)
    .where(eq(quoteAddresses.ref, ref));
  return once ? "gone" : null;
}

function behind({ storyId, number }: QuoteCursor): SQL {
  const { publishedAt, storyId: story, number: place } = publicationQuotes;
  return sql`((${publishedAt}, ${story}) < (select before.published_at, before.story_id from publications before where before.story_id = ${storyId}) or (${story} = ${storyId} and ${place} > ${number}))`;
}

/** Of each story: its first speaker may have been quoted by a newer one. */
const quotesLookedAt = 2;

/** The values: length, and stories, how many of the newest are looked through. Only those that are shown are read whole. */
const newestAsked = builtOnce((db) => {
  const newest = db
    .select({ storyId: publications.storyId, publishedAt: publications.publishedAt })
    .from(publications)
    .where(isNull(publications.withdrawnAt))
    .orderBy(newestOf(publications.publishedAt), newestOf(publications.storyId))
    .limit(sql.placeholder("stories"))
    .as("newest");
  const words = sql`cardinality(regexp_split_to_array(${publicationQuotes.words}, '\\s+'))`;
  const ofStory = db
    .select({ number: publicationQuotes.number, speaker: publicationQuotes.speakerSlug })
    .from(publicationQuotes)
    .where(
      and(
        eq(publicationQuotes.storyId, newest.storyId),
        isNotNull(publicationQuotes.speakerSlug),
        sql`${words} between 4 and 24`,
      ),
    )
    .orderBy(asc(publicationQuotes.number))
    .limit(quotesLookedAt)
    .as("of_story");
  const lastOfSpeaker = db
    .selectDistinctOn([ofStory.speaker], { storyId: newest.storyId, number: ofStory.number })
    .from(newest)
    .crossJoinLateral(ofStory)
    .orderBy(ofStory.speaker, newestOf(newest.publishedAt), newestOf(newest.storyId), asc(ofStory.number))
    .as("last_of_speaker");
  const once = db
    .selectDistinctOn([lastOfSpeaker.storyId])
    .from(lastOfSpeaker)
    .orderBy(lastOfSpeaker.storyId, asc(lastOfSpeaker.number))
    .as("once");
  return db
    .select(quoteShown)
    .from(once)
    .innerJoin(
      publicationQuotes,
      and(eq(publicationQuotes.storyId, once.storyId), eq(publicationQuotes.number, once.number)),
    )
    .innerJoin(publications, eq(publications.storyId, once.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .orderBy(newestOf(publications.publishedAt), newestOf(publications.storyId))
    .limit(sql.placeholder("length"))
    .prepare("newest_quotes");
});

/** Named quotations of four to twenty-four words of the newest live stories, newest first: of each speaker the last, and
 * of each story the first of those. */
export async function newestQuotes(length: number): Promise<QuoteShown[]> {
  return newestAsked().execute({ length, stories: length * 10 });
}
