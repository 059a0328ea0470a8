import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { correctionKinds } from "@/domain/corrections";
import type { PublicDocument, PublicPicture } from "@/domain/publication/document";
import { sourceKinds } from "@/domain/quotes";
import { holdReasons } from "@/domain/reply-rules";
import { id, moment, now } from "./columns";
import { sections, topics } from "./paper";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** The frozen, public-safe copy of one approved revision. All that the site reads of a story. Nothing here is confidential,
 * and nothing here points at the desk's tables: a story's id is kept as a plain value. */
export const publications = pgTable(
  "publications",
  {
    storyId: uuid("story_id").primaryKey(),
    sectionId: uuid("section_id")
      .notNull()
      .references(() => sections.id),
    /** "/harbour/pilots-say-new-markers": unique, and never given to another story. */
    address: text("address").notNull(),
    revision: integer("revision").notNull(),
    headline: text("headline").notNull(),
    standfirst: text("standfirst").notNull(),
    kicker: text("kicker").notNull(),
    language: text("language").notNull(),
    picture: jsonb("picture").$type<PublicPicture>(),
    byline: text("byline").notNull(),
    quoteCount: integer("quote_count").notNull(),
    sourceCount: integer("source_count").notNull(),
    minutes: integer("minutes").notNull(),
    document: jsonb("document").$type<PublicDocument>().notNull(),
    publishedAt: moment("published_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    withdrawnAt: moment("withdrawn_at"),
    /** What readers are told at the address of a withdrawn story. */
    withdrawalNote: text("withdrawal_note").notNull().default(""),
    /** Plain text of the body, for the search and nothing else. */
    plain: text("plain").notNull(),
    /** Who is quoted and in which words, as readers see it: for the search and nothing else. */
    said: text("said").notNull().default(""),
    search: tsvector("search")
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('public.news', headline), 'A') || setweight(to_tsvector('public.news', standfirst || ' ' || kicker || ' ' || byline), 'B') || setweight(to_tsvector('public.news', said), 'B') || setweight(to_tsvector('public.news', plain), 'C')`,
      ),
  },
  (table) => [
    uniqueIndex("publications_address").on(table.address),
    index("publications_newest")
      .on(table.publishedAt.desc(), table.storyId.desc())
      .where(sql`withdrawn_at is null`),
    index("publications_section")
      .on(table.sectionId, table.publishedAt.desc(), table.storyId.desc())
      .where(sql`withdrawn_at is null`),
    index("publications_search").using("gin", table.search),
  ],
);

/** Every address a story ever had. One that was used is never given to another story. */
export const formerSlugs = pgTable(
  "former_slugs",
  {
    address: text("address").primaryKey(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId),
    until: now("until"),
  },
  (table) => [index("former_slugs_story").on(table.storyId)],
);

/** Everybody who has a page, in letters without accents or capitals, so that a name is found however it is spelt. Kept by
 * triggers on the two tables below it, and nobody is taken away: whether a live story has them is asked of those. */
export const publicNames = pgTable(
  "public_names",
  {
    kind: text("kind", { enum: ["author", "speaker"] }).notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    plain: text("plain").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.slug] }),
    index("public_names_plain").using("gin", sql`plain gin_trgm_ops`),
    check("public_names_kind", sql`${table.kind} in ('author', 'speaker')`),
  ],
);

/** One row per author of a publication: the author pages read these. */
export const publicationAuthors = pgTable(
  "publication_authors",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId, { onDelete: "cascade" }),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    title: text("title").notNull(),
    position: integer("position").notNull(),
    publishedAt: moment("published_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.slug] }),
    index("publication_authors_slug").on(table.slug, table.publishedAt.desc(), table.storyId.desc()),
  ],
);

/** What the authors of publications look like, by the last part of their page's address. It is the author's own: it is
 * changed and taken away beside all they ever wrote, and not frozen with a story. */
export const authorFaces = pgTable("author_faces", {
  slug: text("slug").primaryKey(),
  /** Random; the one file is media/{name}-160.webp. */
  name: text("name").notNull().unique(),
});

export const publicationTopics = pgTable(
  "publication_topics",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId, { onDelete: "cascade" }),
    topicId: uuid("topic_id")
      .notNull()
      .references(() => topics.id),
    publishedAt: moment("published_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.topicId] }),
    index("publication_topics_topic").on(table.topicId, table.publishedAt.desc(), table.storyId.desc()),
  ],
);

/** One row per quotation that readers see. A speaker without a slug is unnamed. */
export const publicationQuotes = pgTable(
  "publication_quotes",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId, { onDelete: "cascade" }),
    /** The number beside the words, from 1; the anchor is #quote-{number}. */
    number: integer("number").notNull(),
    speakerSlug: text("speaker_slug"),
    /** What the speaker is; null for an unnamed one, of whom readers are not told. */
    speakerKind: text("speaker_kind", { enum: sourceKinds }),
    /** The quote's own page, /quote/{ref}; null for an unnamed speaker's. */
    ref: text("ref"),
    speakerName: text("speaker_name").notNull(),
    speakerRole: text("speaker_role").notNull(),
    words: text("words").notNull(),
    occasion: text("occasion").notNull(),
    verified: text("verified").notNull(),
    saidOn: date("said_on", { mode: "string" }),
    publishedAt: moment("published_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.number] }),
    index("publication_quotes_ref").on(table.ref),
    check("publication_quotes_kind", sql`${table.speakerKind} is null or ${table.speakerSlug} is not null`),
    index("publication_quotes_speaker").on(table.speakerSlug, table.publishedAt.desc(), table.storyId.desc()),
  ],
);

/** Every address a quote's page ever had: one that is shown no more answers 410, and never 404. */
export const quoteAddresses = pgTable("quote_addresses", {
  ref: text("ref").primaryKey(),
  since: now("since"),
});

/** Where a speaker's page went when two records turned out to be one person. */
export const formerSpeakers = pgTable(
  "former_speakers",
  {
    slug: text("slug").primaryKey(),
    speakerSlug: text("speaker_slug").notNull(),
  },
  (table) => [
    index("former_speakers_now").on(table.speakerSlug),
    check("former_speakers_elsewhere", sql`${table.slug} <> ${table.speakerSlug}`),
  ],
);

/** Pictures that readers may fetch: those of live publications, by their random names. */
export const publicationMedia = pgTable(
  "publication_media",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId, { onDelete: "cascade" }),
    name: text("name").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.name] }),
    index("publication_media_name").on(table.name),
  ],
);

/** Documents that an editor put before readers, one by one: copies of their own, under names of their own. */
export const publishedDocuments = pgTable("published_documents", {
  name: text("name").primaryKey(),
  title: text("title").notNull(),
  type: text("type").notNull(),
  publishedAt: now("published_at"),
});

/** Beside which quotations readers find a published document. */
export const documentShowings = pgTable(
  "document_showings",
  {
    name: text("name")
      .notNull()
      .references(() => publishedDocuments.name, { onDelete: "cascade" }),
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    page: text("page").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.number, table.name] }),
    index("document_showings_name").on(table.name),
  ],
);

/** What a story said and what it says now. A trigger refuses to delete one, and keeps the wording that another takes
 * the place of. */
export const corrections = pgTable(
  "corrections",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId),
    kind: text("kind", { enum: correctionKinds }).notNull(),
    /** The sentence that readers see: "an earlier version said 23 councils would attend. It is 25." */
    text: text("text").notNull(),
    /** The sentence of the story as it was, and as it is now: empty where the correction is about no one sentence. */
    was: text("was").notNull().default(""),
    says: text("says").notNull().default(""),
    at: now("at"),
    /** Since when it stands in other words than at first. */
    amendedAt: moment("amended_at"),
  },
  (table) => [
    index("corrections_story").on(table.storyId, table.at),
    index("corrections_newest").on(table.at.desc(), table.id.desc()),
    check("corrections_text_there", sql`length(${table.text}) > 0`),
    check("corrections_kind", sql`${table.kind} in ('correction', 'clarification', 'update', 'withdrawal')`),
  ],
);

/** How an amended correction read before. Written by a trigger, and append-only. */
export const correctionWordings = pgTable(
  "correction_wordings",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    correctionId: uuid("correction_id")
      .notNull()
      .references(() => corrections.id),
    kind: text("kind", { enum: correctionKinds }).notNull(),
    text: text("text").notNull(),
    was: text("was").notNull(),
    says: text("says").notNull(),
    until: now("until"),
  },
  (table) => [index("correction_wordings_correction").on(table.correctionId, table.id)],
);

/** What a reader wrote under a story, and what the newsroom answered. The email of the sender is kept for the moderators
 * alone and never shown; nothing here points at the desk's tables. */
export const replies = pgTable(
  "replies",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId),
    /** The reply that this one answers. A trigger refuses an answer to an answer, and one under another story. */
    parentId: uuid("parent_id").references((): AnyPgColumn => replies.id),
    name: text("name").notNull(),
    /** Empty where the newsroom itself answers. */
    email: text("email").notNull(),
    text: text("text").notNull(),
    /** Written by an editor, and marked so. */
    byStaff: boolean("by_staff").notNull().default(false),
    state: text("state", { enum: ["held", "shown", "refused"] })
      .notNull()
      .default("held"),
    /** Why it was not shown at once, for the moderators. */
    heldBecause: text("held_because", { enum: holdReasons }).array().notNull().default(sql`'{}'`),
    /** The same words by the same sender under the same story are one reply. A hash. */
    fingerprint: text("fingerprint"),
    /** The machine it came from, hashed under a key that is not in the database; dropped after 30 days. */
    senderHash: text("sender_hash"),
    at: now("at"),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    index("replies_shown")
      .on(table.storyId, table.id.desc())
      .where(sql`state = 'shown' and parent_id is null`),
    index("replies_answers").on(table.parentId, table.id).where(sql`parent_id is not null`),
    index("replies_counted").on(table.storyId, table.parentId).where(sql`state = 'shown'`),
    index("replies_queue").on(table.state, table.id.desc()),
    index("replies_email").on(table.email, table.state),
    index("replies_sender").on(table.senderHash).where(sql`sender_hash is not null`),
    uniqueIndex("replies_fingerprint").on(table.fingerprint),
    check("replies_state", sql`${table.state} in ('held', 'shown', 'refused')`),
  ],
);
