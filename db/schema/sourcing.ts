import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { conditionKinds, replyOutcomes, replyWays, sourceWeights, unnamedUses } from "@/domain/sourcing";
import { id, moment, now } from "./columns";
import { users } from "./people";
import { sources } from "./sources";
import { stories } from "./stories";

/** How much a story leans on a source, where somebody has said so. */
export const storySources = pgTable(
  "story_sources",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    weight: text("weight", { enum: sourceWeights }).notNull(),
    setBy: uuid("set_by")
      .notNull()
      .references(() => users.id),
    at: now("at"),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.sourceId] }),
    index("story_sources_source").on(table.sourceId),
  ],
);

/** Somebody senior agreed that a story takes this from a source it does not name. Append-only. */
export const unnamedApprovals = pgTable(
  "unnamed_approvals",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    use: text("use", { enum: unnamedUses }).notNull(),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    /** Whether they were an admin when they agreed. */
    level: text("level", { enum: ["editor", "admin"] }).notNull(),
    at: now("at"),
  },
  (table) => [uniqueIndex("unnamed_approvals_once").on(table.storyId, table.sourceId, table.use, table.by)],
);

/** Whoever a story criticises was asked: when, how, until when, and what they said. */
export const repliesSought = pgTable(
  "replies_sought",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    sourceId: uuid("source_id").references(() => sources.id),
    whom: text("whom").notNull(),
    about: text("about").notNull().default(""),
    contactedAt: moment("contacted_at").notNull(),
    how: text("how", { enum: replyWays }).notNull(),
    deadline: moment("deadline"),
    outcome: text("outcome", { enum: replyOutcomes }).notNull().default("waiting"),
    answer: text("answer").notNull().default(""),
    recordedBy: uuid("recorded_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
    updatedAt: now("updated_at"),
  },
  (table) => [
    index("replies_sought_story").on(table.storyId, table.id),
    check("replies_sought_whom", sql`length(${table.whom}) > 0`),
  ],
);

/** What a source asked for, and whether the newsroom agreed: whoever is named here decided it. Append-only. */
export const sourceConditions = pgTable(
  "source_conditions",
  {
    id: id(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    asked: text("asked", { enum: conditionKinds }).notNull(),
    detail: text("detail").notNull().default(""),
    decision: text("decision", { enum: ["refused", "accepted"] }).notNull(),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    at: now("at"),
  },
  (table) => [index("source_conditions_source").on(table.sourceId, table.id)],
);
