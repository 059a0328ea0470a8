import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
  },
  (table) => [uniqueIndex("sections_slug").on(table.slug)],
);

export const topics = pgTable(
  "topics",
  { id: id(), slug: text("slug").notNull(), name: text("name").notNull() },
  (table) => [uniqueIndex("topics_slug").on(table.slug)],
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

/** Where an editor has put a story on the front page. Empty places are filled by recency. */
export const frontSlots = pgTable(
  "front_slots",
  {
    slot: text("slot").primaryKey(),
    storyId: uuid("story_id").notNull(),
    headline: text("headline").notNull().default(""),
    pinnedUntil: moment("pinned_until"),
    updatedAt: now("updated_at"),
  },
  (table) => [uniqueIndex("front_slots_story").on(table.storyId)],
);
