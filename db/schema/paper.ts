import { sql } from "drizzle-orm";
import {
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
import type { FrontPicture } from "@/domain/front-page";
import type { Paper } from "@/domain/paper";
import { id, moment, now } from "./columns";

/** The shape of the paper. Public: the site reads these. */
export const sections = pgTable(
  "sections",
  {
    id: id(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    position: integer("position").notNull().default(0),
    /** What its stories are written in unless they say otherwise, as a BCP 47 tag; empty is the paper's own. */
    language: text("language").notNull().default(""),
    /** Offered to no new story and in no list of sections; what was published in it stays to be read. */
    retiredAt: moment("retired_at"),
  },
  (table) => [uniqueIndex("sections_slug").on(table.slug)],
);

export const topics = pgTable(
  "topics",
  { id: id(), slug: text("slug").notNull(), name: text("name").notNull(), retiredAt: moment("retired_at") },
  (table) => [uniqueIndex("topics_slug").on(table.slug)],
);

/** The addresses that a section or a topic had before it was renamed. They lead to the one it has now, for ever. */
export const formerHeadings = pgTable(
  "former_headings",
  {
    heading: text("heading", { enum: ["section", "topic"] }).notNull(),
    slug: text("slug").notNull(),
    sectionId: uuid("section_id").references(() => sections.id, { onDelete: "cascade" }),
    topicId: uuid("topic_id").references(() => topics.id, { onDelete: "cascade" }),
    at: now("at"),
  },
  (table) => [
    primaryKey({ columns: [table.heading, table.slug] }),
    check(
      "former_headings_one",
      sql`(${table.heading} = 'section' and ${table.sectionId} is not null and ${table.topicId} is null)
        or (${table.heading} = 'topic' and ${table.topicId} is not null and ${table.sectionId} is null)`,
    ),
  ],
);

/** One row: name, language, zone, house rules, policies, appeal. Nothing in it is confidential. */
export const settings = pgTable(
  "settings",
  {
    one: integer("one").primaryKey().default(1),
    paper: jsonb("paper").$type<Paper>().notNull(),
    revision: integer("revision").notNull().default(1),
    updatedAt: now("updated_at"),
  },
  (table) => [check("settings_one", sql`${table.one} = 1`)],
);

/** The fronts that editors arrange: the front page, and one for a section once an editor has opened it. */
export const fronts = pgTable(
  "fronts",
  {
    /** "front", or the section's id. */
    name: text("name").primaryKey(),
    sectionId: uuid("section_id").references(() => sections.id, { onDelete: "cascade" }),
  },
  (table) => [
    uniqueIndex("fronts_section").on(table.sectionId),
    check(
      "fronts_named",
      sql`(${table.sectionId} is null and ${table.name} = 'front') or ${table.name} = ${table.sectionId}::text`,
    ),
  ],
);

/** Where editors have put stories on the fronts that readers see. Empty places are filled by recency. */
export const frontSlots = pgTable(
  "front_slots",
  {
    front: text("front")
      .notNull()
      .default("front")
      .references(() => fronts.name, { onDelete: "cascade" }),
    slot: text("slot").notNull(),
    storyId: uuid("story_id").notNull(),
    headline: text("headline").notNull().default(""),
    /** Shown instead of the story's own, as it was when the front was published. */
    picture: jsonb("picture").$type<FrontPicture>(),
    pinnedUntil: moment("pinned_until"),
    updatedAt: now("updated_at"),
  },
  (table) => [
    primaryKey({ columns: [table.front, table.slot] }),
    uniqueIndex("front_slots_story").on(table.storyId, table.front),
    index("front_slots_picture").on(sql`(picture ->> 'name')`).where(sql`picture is not null`),
  ],
);

/** The quotations that editors chose for a front, by the address that each keeps. */
export const frontQuotes = pgTable(
  "front_quotes",
  {
    front: text("front")
      .notNull()
      .references(() => fronts.name, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    storyId: uuid("story_id").notNull(),
    ref: text("ref").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.front, table.position] }),
    uniqueIndex("front_quotes_once").on(table.front, table.ref),
    index("front_quotes_story").on(table.storyId),
    check("front_quotes_position", sql`${table.position} between 1 and 3`),
  ],
);
