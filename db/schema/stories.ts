import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Body } from "@/domain/body/body";
import { suggestionFields } from "@/domain/review/suggestions";
import type { Words } from "@/domain/words";
import { stages } from "@/domain/workflow";
import { id, moment, now } from "./columns";
import { media } from "./media";
import { sections, topics } from "./paper";
import { users } from "./people";
import { quotes } from "./sources";

/** The lines by which a story is found on the board, in one text: no words run from one line into the next. */
export const storyLines = sql`(headline || chr(10) || kicker || chr(10) || standfirst || chr(10) || assignment)`;

/** The head of a story: its latest text and where it stands. */
export const stories = pgTable(
  "stories",
  {
    id: id(),
    stage: text("stage", { enum: stages }).notNull().default("drafting"),
    stageSince: now("stage_since"),
    /** Goes up by one with each saved text. Nothing else changes it. */
    revision: integer("revision").notNull().default(1),
    headline: text("headline").notNull().default(""),
    standfirst: text("standfirst").notNull().default(""),
    kicker: text("kicker").notNull().default(""),
    /** Empty until chosen or published; then the last part of the address. */
    slug: text("slug").notNull().default(""),
    language: text("language").notNull().default("en-GB"),
    sectionId: uuid("section_id").references(() => sections.id),
    heroId: uuid("hero_id").references(() => media.id),
    heroAlt: text("hero_alt").notNull().default(""),
    heroCaption: text("hero_caption").notNull().default(""),
    heroCredit: text("hero_credit").notNull().default(""),
    body: jsonb("body").$type<Body>().notNull(),
    wordCount: integer("word_count").notNull().default(0),
    /** The sourcing meter of the board, counted at each save. */
    quotesFound: integer("quotes_found").notNull().default(0),
    quotesTied: integer("quotes_tied").notNull().default(0),
    quotesVerified: integer("quotes_verified").notNull().default(0),
    quotesBroken: integer("quotes_broken").notNull().default(0),
    /** Set by editors, and frozen into the publication: the appeal for support does not stand with it. */
    withoutAppeal: boolean("without_appeal").notNull().default(false),
    /** The same for replies: it takes none. */
    withoutReplies: boolean("without_replies").notNull().default(false),
    /** The quotation that stands on the card of the story, where links to it are shown; null for its headline. */
    cardQuoteId: uuid("card_quote_id").references(() => quotes.id),
    dueAt: moment("due_at"),
    assignment: text("assignment").notNull().default(""),
    embargoUntil: moment("embargo_until"),
    scheduledFor: moment("scheduled_for"),
    scheduledBy: uuid("scheduled_by").references(() => users.id),
    /** The zone in which the moment was entered. */
    scheduledZone: text("scheduled_zone"),
    /** Set when the clock came and the story could not go out: why not. */
    missedBecause: text("missed_because"),
    approvedRevision: integer("approved_revision"),
    approvedBy: uuid("approved_by").references(() => users.id),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    updatedBy: uuid("updated_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
    updatedAt: now("updated_at"),
  },
  (table) => [
    index("stories_board").on(table.stage, table.updatedAt, table.id),
    index("stories_scheduled").on(table.scheduledFor).where(sql`stage = 'scheduled'`),
    index("stories_out").on(table.stageSince).where(sql`stage = 'published'`),
    index("stories_embargo").on(table.embargoUntil).where(sql`embargo_until is not null`),
    index("stories_section").on(table.sectionId),
    index("stories_lines").using("gin", sql`${storyLines} gin_trgm_ops`),
    index("stories_due").on(table.dueAt).where(sql`due_at is not null`),
    check(
      "stories_stage",
      sql`${table.stage} in ('drafting', 'in_review', 'approved', 'scheduled', 'published')`,
    ),
    check(
      "stories_approved",
      sql`${table.stage} not in ('approved', 'scheduled') or ${table.approvedRevision} = ${table.revision}`,
    ),
    check("stories_moment", sql`(${table.stage} = 'scheduled') = (${table.scheduledFor} is not null)`),
    check("stories_revision", sql`${table.revision} >= 1`),
  ],
);

export const storyAuthors = pgTable(
  "story_authors",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    position: integer("position").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.userId] }),
    index("story_authors_user").on(table.userId),
  ],
);

export const storyTopics = pgTable(
  "story_topics",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    topicId: uuid("topic_id")
      .notNull()
      .references(() => topics.id),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.topicId] }),
    index("story_topics_topic").on(table.topicId),
  ],
);

/** Which stories show a picture, at their head or in their text. Written anew with each save of the story. */
export const pictureUses = pgTable(
  "picture_uses",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    mediaId: uuid("media_id")
      .notNull()
      .references(() => media.id),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.mediaId] }),
    index("picture_uses_media").on(table.mediaId),
  ],
);

export const revisionKinds = ["autosave", "named", "workflow", "restored", "created", "branch"] as const;

/** Every saved state. Append-only: a trigger refuses to change or delete a row.
 * A `branch` is a text that lost a race: it stands beside the revision that won, and has that one's number. */
export const revisions = pgTable(
  "revisions",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id),
    number: integer("number").notNull(),
    kind: text("kind", { enum: revisionKinds }).notNull(),
    name: text("name").notNull().default(""),
    words: jsonb("words").$type<Words>().notNull(),
    /** SHA-256 of the words in their one written form: what "Saved" is compared with. */
    hash: text("hash").notNull(),
    /** Made by the browser for each save, so that a retry is not a second save. */
    saveKey: uuid("save_key").notNull(),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    at: now("at"),
  },
  (table) => [
    uniqueIndex("revisions_number").on(table.storyId, table.number).where(sql`kind <> 'branch'`),
    uniqueIndex("revisions_save_key").on(table.storyId, table.saveKey),
    index("revisions_story").on(table.storyId, table.number.desc(), table.id),
  ],
);

/** The trail: who did what, from which revision to which, why. Append-only. */
export const storyEvents = pgTable(
  "story_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id),
    /** Null when the clock did it. */
    actorId: uuid("actor_id").references(() => users.id),
    /** A move of the workflow, or "created", "overrode", "attested", "assigned", … */
    kind: text("kind").notNull(),
    fromStage: text("from_stage", { enum: stages }),
    toStage: text("to_stage", { enum: stages }),
    revision: integer("revision").notNull(),
    note: text("note").notNull().default(""),
    at: now("at"),
  },
  (table) => [
    index("story_events_story").on(table.storyId, table.id.desc()),
    index("story_events_at").on(table.at.desc()),
  ],
);

/** A blocker that an admin set aside for one revision, and why. */
export const overrides = pgTable(
  "overrides",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id),
    check: text("check_name").notNull(),
    /** What the check was about: a quote, a picture, a passage. */
    subject: text("subject").notNull().default(""),
    revision: integer("revision").notNull(),
    reason: text("reason").notNull(),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    at: now("at"),
  },
  (table) => [index("overrides_story").on(table.storyId, table.revision)],
);

/** Who has a story open, and who holds the pen. */
export const editPresence = pgTable(
  "edit_presence",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    tab: uuid("tab").notNull(),
    holdsPen: boolean("holds_pen").notNull().default(false),
    askedAt: moment("asked_at"),
    seenAt: now("seen_at"),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.tab] }),
    uniqueIndex("edit_presence_pen").on(table.storyId).where(sql`holds_pen`),
  ],
);

/** Comments of the desk, tied to words of the story. `must_resolve` stands in the way of approval. */
export const threads = pgTable(
  "threads",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    passage: text("passage").notNull().default(""),
    /** The words just before and after the passage, by which it is found again when the text changes. */
    before: text("words_before").notNull().default(""),
    after: text("words_after").notNull().default(""),
    revision: integer("revision").notNull(),
    mustResolve: boolean("must_resolve").notNull().default(false),
    resolvedAt: moment("resolved_at"),
    resolvedBy: uuid("resolved_by").references(() => users.id),
    createdAt: now("created_at"),
  },
  (table) => [index("threads_story").on(table.storyId, table.id)],
);

export const threadComments = pgTable(
  "thread_comments",
  {
    id: id(),
    threadId: uuid("thread_id")
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    text: text("text").notNull(),
    at: now("at"),
  },
  (table) => [index("thread_comments_thread").on(table.threadId, table.id)],
);

/** Notes on a story for the desk alone. They have no way into a publication. */
export const notes = pgTable(
  "notes",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    text: text("text").notNull(),
    at: now("at"),
  },
  (table) => [index("notes_story").on(table.storyId, table.id)],
);

/** Who was named with @ in a comment. */
export const commentMentions = pgTable(
  "comment_mentions",
  {
    commentId: uuid("comment_id")
      .notNull()
      .references(() => threadComments.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.userId] }),
    index("comment_mentions_user").on(table.userId, table.commentId),
  ],
);

/** Other words that somebody suggests for a passage. They stand beside the text and come into it only when its author
 * accepts them, so none can ever be in a publication that nobody accepted. */
export const suggestions = pgTable(
  "suggestions",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    field: text("field", { enum: suggestionFields }).notNull(),
    passage: text("passage").notNull(),
    before: text("words_before").notNull().default(""),
    after: text("words_after").notNull().default(""),
    /** Empty: the passage is to go. */
    replacement: text("replacement").notNull(),
    /** Of one that was typed into the text: where it stood in that revision, in the editor's positions, and what is to
     * stand there, as the editor's own slice. Without them the replacement is plain words. */
    place: integer("place"),
    content: jsonb("content"),
    /** Of one about what is said of the lead picture: which picture that was. */
    mediaId: uuid("media_id"),
    why: text("why").notNull().default(""),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    revision: integer("revision").notNull(),
    at: now("at"),
    decision: text("decision", { enum: ["accepted", "rejected", "taken back"] }),
    decidedBy: uuid("decided_by").references(() => users.id),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    index("suggestions_story").on(table.storyId, table.id),
    index("suggestions_open").on(table.storyId).where(sql`decision is null`),
    check(
      "suggestions_passage",
      sql`${table.content} is not null or (${table.passage} <> ${table.replacement} and (${table.field} <> 'body' or length(${table.passage}) > 0))`,
    ),
    check(
      "suggestions_content",
      sql`(${table.place} is null) = (${table.content} is null) and (${table.content} is null or ${table.field} = 'body')`,
    ),
    check(
      "suggestions_decided",
      sql`(${table.decision} is null) = (${table.decidedBy} is null) and (${table.decision} is null) = (${table.decidedAt} is null)`,
    ),
  ],
);

/** Which texts of a story somebody has read as a reviewer: what changed since then is shown to them. */
export const storyReadings = pgTable(
  "story_readings",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    revision: integer("revision").notNull(),
    at: now("at"),
  },
  (table) => [primaryKey({ columns: [table.storyId, table.userId, table.revision] })],
);

/** Links by which somebody without an account may read one revision before it is published, until a moment. Only the
 * hash of the link's token is kept. */
export const previewLinks = pgTable(
  "preview_links",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    /** For whom it was made, in the maker's words. */
    label: text("label").notNull().default(""),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => users.id),
    madeAt: now("made_at"),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    revokedBy: uuid("revoked_by").references(() => users.id),
    opened: integer("opened").notNull().default(0),
    openedAt: moment("opened_at"),
  },
  (table) => [
    uniqueIndex("preview_links_token").on(table.tokenHash),
    index("preview_links_story").on(table.storyId, table.id),
  ],
);
