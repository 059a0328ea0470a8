import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Arranged } from "@/domain/front-page";
import { moment } from "./columns";
import { fronts } from "./paper";
import { users } from "./people";

/** A front as editors are arranging it, beside the one that readers see. One for each front, shared by all editors. */
export const frontDrafts = pgTable(
  "front_drafts",
  {
    front: text("front")
      .primaryKey()
      .references(() => fronts.name, { onDelete: "cascade" }),
    /** One more with each change that is kept: a save based on another is refused. */
    revision: integer("revision").notNull().default(0),
    arranged: jsonb("arranged").$type<Arranged>().notNull(),
    savedBy: uuid("saved_by").references(() => users.id),
    savedAt: moment("saved_at"),
    publishedRevision: integer("published_revision").notNull().default(0),
    publishedBy: uuid("published_by").references(() => users.id),
    publishedAt: moment("published_at"),
  },
  (table) => [
    check("front_drafts_published", sql`${table.publishedRevision} between 0 and ${table.revision}`),
  ],
);
