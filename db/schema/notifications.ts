import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { notificationKinds } from "@/domain/notifications";
import { id, moment, now } from "./columns";
import { users } from "./people";
import { stories } from "./stories";

/** What a member of staff is told of in the app. Written in the same transaction as its cause. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: notificationKinds }).notNull(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    /** Null when the clock did it. */
    actorId: uuid("actor_id").references(() => users.id),
    note: text("note").notNull().default(""),
    /** One cause tells one person once. */
    cause: text("cause").notNull(),
    at: now("at"),
    readAt: moment("read_at"),
  },
  (table) => [
    uniqueIndex("notifications_cause").on(table.userId, table.cause),
    index("notifications_newest").on(table.userId, table.id.desc()),
    index("notifications_unread").on(table.userId).where(sql`read_at is null`),
    index("notifications_story").on(table.storyId),
  ],
);

/** What a person chose for a kind of notification; the defaults stand where there is no row. */
export const notificationChoices = pgTable(
  "notification_choices",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: notificationKinds }).notNull(),
    inApp: boolean("in_app").notNull(),
    byMail: boolean("by_mail").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
);
