import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  type Placeholder,
  type SQL,
  sql,
} from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { builtOnce, database } from "@/db/client";
import { sections, topics } from "@/db/schema/paper";
import {
  publicationAuthors,
  publicationQuotes,
  publications,
  publicationTopics,
} from "@/db/schema/publications";
import { newestOf } from "./newest";

/** What a list shows of a story: never its body. */
export const listed = {
  storyId: publications.storyId,
  address: publications.address,
  headline: publications.headline,
  standfirst: publications.standfirst,
  kicker: publications.kicker,
  language: publications.language,
  picture: publications.picture,
  byline: publications.byline,
  quoteCount: publications.quoteCount,
  sourceCount: publications.sourceCount,
  minutes: publications.minutes,
  publishedAt: publications.publishedAt,
  updatedAt: publications.updatedAt,
  sectionSlug: sections.slug,
  sectionName: sections.name,
};

/** How many stories stand on one page of a list. */
export const pageLength = 20;

const live = isNull(publications.withdrawnAt);
const newestFirst = [newestOf(publications.publishedAt), newestOf(publications.storyId)];

/** A list goes on behind the story that ended the page before: its id is the whole cursor, and stays one after a withdrawal. */
function behind(storyId: Placeholder): SQL {
  return sql`(${publications.publishedAt}, ${publications.storyId}) < (select before.published_at, before.story_id from publications before where before.story_id = ${storyId})`;
}

/** Looked up on its own, so that the index of the section is walked and not the whole paper. */
const sectionIdOf = (slug: Placeholder): SQL =>
  sql`(select own.id from sections own where own.slug = ${slug})`;

type Wanted = { sectionId?: string; before?: string | undefined; length?: number };

/** The values: section (an id), before (a story's id) and length. */
const newestAsked = (isOfSection: boolean, isBehind: boolean) =>
  builtOnce((db) =>
    db
      .select(listed)
      .from(publications)
      .innerJoin(sections, eq(sections.id, publications.sectionId))
      .where(
        and(
          live,
          isOfSection ? eq(publications.sectionId, sql.placeholder("section")) : undefined,
          isBehind ? behind(sql.placeholder("before")) : undefined,
        ),
      )
      .orderBy(...newestFirst)
      .limit(sql.placeholder("length"))
      .prepare(`newest_stories${isOfSection ? "_of_section" : ""}${isBehind ? "_behind" : ""}`),
  );
const newestBy = {
  paper: { first: newestAsked(false, false), older: newestAsked(false, true) },
  section: { first: newestAsked(true, false), older: newestAsked(true, true) },
};

/** Live stories, newest first; one more than a page when there is another page. */
export async function newestStories({ sectionId, before, length = pageLength + 1 }: Wanted = {}) {
  const asked = newestBy[sectionId ? "section" : "paper"][before ? "older" : "first"];
  return asked().execute({ section: sectionId, before, length });
}

export type ListedStory = Awaited<ReturnType<typeof newestStories>>[number];

/** Live stories by a person, newest first; one more than a page when there is another page. */
export async function storiesBy(slug: string, before: string | undefined): Promise<ListedStory[]> {
  return database()
    .select(listed)
    .from(publicationAuthors)
    .innerJoin(publications, eq(publications.storyId, publicationAuthors.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(and(eq(publicationAuthors.slug, slug), live, before ? behindOf("authors", before) : undefined))
    .orderBy(newestOf(publicationAuthors.publishedAt), newestOf(publicationAuthors.storyId))
    .limit(pageLength + 1);
}

/** Live stories on a topic, newest first; one more than a page when there is another page. */
export async function storiesOn(topicId: string, before: string | undefined): Promise<ListedStory[]> {
  return database()
    .select(listed)
    .from(publicationTopics)
    .innerJoin(publications, eq(publications.storyId, publicationTopics.storyId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(and(eq(publicationTopics.topicId, topicId), live, before ? behindOf("topics", before) : undefined))
    .orderBy(newestOf(publicationTopics.publishedAt), newestOf(publicationTopics.storyId))
    .limit(pageLength + 1);
}

/** As `behind`, on the columns that the index of authors or of topics is ordered by. */
function behindOf(table: "authors" | "topics", storyId: string): SQL {
  const ordered = table === "authors" ? publicationAuthors : publicationTopics;
  return sql`(${ordered.publishedAt}, ${ordered.storyId}) < (select before.published_at, before.story_id from publications before where before.story_id = ${storyId})`;
}

/** Live stories first published on a day (YYYY-MM-DD) of the newsroom's zone, newest first, at most two hundred. */
export async function storiesOnDay(day: string, zone: string): Promise<ListedStory[]> {
  const midnight = sql`(${day}::date)::timestamp at time zone ${zone}`;
  const nextMidnight = sql`(${day}::date + 1)::timestamp at time zone ${zone}`;
  return database()
    .select(listed)
    .from(publications)
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(and(live, gte(publications.publishedAt, midnight), lt(publications.publishedAt, nextMidnight)))
    .orderBy(...newestFirst)
    .limit(200);
}

/** The days (YYYY-MM-DD, of the newsroom's zone) nearest to this one on which a live story came out, and the first of
 * all of them. */
export async function daysBeside(
  day: string,
  zone: string,
): Promise<{ before: string | undefined; after: string | undefined; first: string | undefined }> {
  const midnight = sql`(${day}::date)::timestamp at time zone ${zone}`;
  const nextMidnight = sql`(${day}::date + 1)::timestamp at time zone ${zone}`;
  const dayOf = (extreme: SQL, where?: SQL) =>
    sql`(select to_char(${extreme} at time zone ${zone}, 'YYYY-MM-DD') from ${publications} where ${and(live, where)})`;
  type Days = { before: string | null; after: string | null; first: string | null };
  const [row] = await database().execute<Days>(sql`select
    ${dayOf(sql`max(${publications.publishedAt})`, lt(publications.publishedAt, midnight))} as before,
    ${dayOf(sql`min(${publications.publishedAt})`, gte(publications.publishedAt, nextMidnight))} as after,
    ${dayOf(sql`min(${publications.publishedAt})`)} as first`);
  return {
    before: row?.before ?? undefined,
    after: row?.after ?? undefined,
    first: row?.first ?? undefined,
  };
}

/** The value: length. */
const newestOfEach = builtOnce((db) => {
  const { sectionSlug: _slug, sectionName: _name, ...ofStory } = listed;
  const own = db
    .select({ id: sections.id, slug: sections.slug, name: sections.name, position: sections.position })
    .from(sections)
    .where(isNull(sections.retiredAt))
    .as("own");
  const newest = db
    .select(ofStory)
    .from(publications)
    // Said with two bounds and the order of the section's index, so that this is walked. As an equality the planner takes
    // the index of the whole paper, and goes through all of it for a section that has little.
    .where(and(live, gte(publications.sectionId, own.id), lte(publications.sectionId, own.id)))
    .orderBy(asc(publications.sectionId), ...newestFirst)
    .limit(sql.placeholder("length"))
    .as("newest");
  return db
    .select()
    .from(own)
    .crossJoinLateral(newest)
    .orderBy(asc(own.position), asc(own.slug), desc(newest.publishedAt), desc(newest.storyId))
    .prepare("newest_of_sections");
});

export type SectionWithNewest = {
  readonly slug: string;
  readonly name: string;
  readonly stories: ListedStory[];
};

/** The sections in their order, each with its newest live stories, newest first: asked for at once. One that has none, or
 * that is retired, is not among them. */
export async function newestOfSections(length: number): Promise<SectionWithNewest[]> {
  const found = new Map<string, SectionWithNewest>();
  for (const { newest: story, own } of await newestOfEach().execute({ length })) {
    const { slug, name } = own;
    const section = found.get(slug) ?? { slug, name, stories: [] };
    section.stories.push({ ...story, sectionSlug: slug, sectionName: name });
    found.set(slug, section);
  }
  return [...found.values()];
}

/** How many stories stand below one to read next; and how many at the least, where too few have to do with it. */
const mostRelated = 4;
const leastRelated = 2;

type How = "next" | "topic" | "speaker" | "section" | "paper";
const listedAs = (how: How) => ({ ...listed, how: sql<How>`${how}::text`.as("how") });

/** The values: storyId, section (a slug), topics and speakers (lists of slugs). */
const nextAsked = builtOnce((db) => {
  const ofThese = (name: string) => sql`any(${sql.placeholder(name)}::text[])`;
  const ofSection = (how: How, where: SQL | undefined, length: number) =>
    db
      .select(listedAs(how))
      .from(publications)
      .innerJoin(sections, eq(sections.id, publications.sectionId))
      .where(and(live, eq(publications.sectionId, sectionIdOf(sql.placeholder("section"))), where))
      .orderBy(...newestFirst)
      .limit(length);
  // The newest of each topic by itself, along its index.
  const ofTopic = db
    .select({ storyId: publicationTopics.storyId })
    .from(publicationTopics)
    .innerJoin(publications, eq(publications.storyId, publicationTopics.storyId))
    .where(and(eq(publicationTopics.topicId, topics.id), live))
    .orderBy(newestOf(publicationTopics.publishedAt), newestOf(publicationTopics.storyId))
    .limit(mostRelated + 2)
    .as("of_topic");
  const sharing = db
    .select({ storyId: ofTopic.storyId })
    .from(topics)
    .crossJoinLateral(ofTopic)
    .where(eq(topics.slug, ofThese("topics")));
  const quoting = db
    .select({ storyId: publicationQuotes.storyId })
    .from(publicationQuotes)
    .where(eq(publicationQuotes.speakerSlug, ofThese("speakers")))
    .orderBy(newestOf(publicationQuotes.publishedAt), newestOf(publicationQuotes.storyId))
    .limit(40);
  const among = (how: How, ids: typeof sharing | typeof quoting, length: number) =>
    db
      .select(listedAs(how))
      .from(publications)
      .innerJoin(sections, eq(sections.id, publications.sectionId))
      .where(and(inArray(publications.storyId, ids), live))
      .orderBy(...newestFirst)
      .limit(length);
  return unionAll(
    ofSection("next", behind(sql.placeholder("storyId")), 1),
    ofSection("section", undefined, mostRelated + 2),
    db
      .select(listedAs("paper"))
      .from(publications)
      .innerJoin(sections, eq(sections.id, publications.sectionId))
      .where(live)
      .orderBy(...newestFirst)
      .limit(leastRelated + 2),
    among("topic", sharing, mostRelated + 2),
    among("speaker", quoting, mostRelated + 2),
  ).prepare("read_next");
});

/** What a reader of a story may read next, asked for at once. `next`: the live story of its section that came out just
 * before it. `related`, and none of them twice: the newest live stories that share a topic with it, then those that quote
 * somebody whom it quotes, then the newest of its section: four of them, or two where there are fewer, of the whole paper
 * if need be. */
export async function readNext(
  storyId: string,
  section: string,
  topicSlugs: readonly string[],
  speakerSlugs: readonly string[] = [],
): Promise<{ related: ListedStory[]; next: ListedStory | undefined }> {
  const found = await nextAsked().execute({
    storyId,
    section,
    topics: topicSlugs.slice(0, 4),
    speakers: speakerSlugs.slice(0, 8),
  });
  const next = found.find((each) => each.how === "next");
  const by = (how: How) =>
    found
      .filter((each) => each.how === how && each.storyId !== storyId && each.storyId !== next?.storyId)
      .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime());
  const once = (stories: ListedStory[]) => [...new Map(stories.map((each) => [each.storyId, each])).values()];
  const near = once([...by("topic"), ...by("speaker"), ...by("section")]);
  const related =
    near.length >= mostRelated
      ? near.slice(0, mostRelated)
      : once([...near, ...by("paper")]).slice(0, leastRelated);
  return { related, next };
}

/** A topic by the name in its address. */
export async function topicNamed(slug: string) {
  const rows = await database()
    .select({ id: topics.id, slug: topics.slug, name: topics.name })
    .from(topics)
    .where(eq(topics.slug, slug))
    .limit(1);
  return rows[0];
}

/** A person's name and title as they last signed a live story; nothing if none is live. */
export async function authorNamed(slug: string) {
  const rows = await database()
    .select({
      slug: publicationAuthors.slug,
      name: publicationAuthors.name,
      title: publicationAuthors.title,
    })
    .from(publicationAuthors)
    .innerJoin(publications, eq(publications.storyId, publicationAuthors.storyId))
    .where(and(eq(publicationAuthors.slug, slug), live))
    .orderBy(newestOf(publicationAuthors.publishedAt), newestOf(publicationAuthors.storyId))
    .limit(1);
  return rows[0];
}
