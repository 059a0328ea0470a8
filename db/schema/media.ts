import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, real, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, now } from "./columns";
import { users } from "./people";

/** Pictures, re-encoded: no original is kept, nothing of the camera or the place is left. */
export const media = pgTable(
  "media",
  {
    id: id(),
    /** Random; the file names of the derivatives begin with it. */
    name: text("name").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** Widths in pixels of the derivatives on disk, ascending; each as WebP and as JPEG. */
    widths: integer("widths").array().notNull(),
    alt: text("alt").notNull().default(""),
    caption: text("caption").notNull().default(""),
    credit: text("credit").notNull().default(""),
    rights: text("rights").notNull().default(""),
    /** What must stay in sight when a picture is cropped: 0 to 1 from the left and the top. */
    focalX: real("focal_x").notNull().default(0.5),
    focalY: real("focal_y").notNull().default(0.5),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
  },
  (table) => [
    uniqueIndex("media_name").on(table.name),
    index("media_newest").on(table.id.desc()),
    index("media_words").using(
      "gin",
      sql`(alt || ' ' || caption || ' ' || credit || ' ' || rights) gin_trgm_ops`,
    ),
    check("media_focal", sql`${table.focalX} between 0 and 1 and ${table.focalY} between 0 and 1`),
  ],
);
