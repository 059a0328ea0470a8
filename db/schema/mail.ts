import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Letter } from "@/domain/mail/letter";
import { id, moment, now } from "./columns";
import { users } from "./people";
import { subscribers } from "./readers";
import { stories } from "./stories";

/** Mail that has to go out, written in the same transaction as its cause and sent by the worker. One row for each event
 * and recipient, so that nothing is posted twice. Secret links are not in here: they are made when it is sent. */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    /** What happened, by a name of its own: "approved:01890…". */
    event: text("event").notNull(),
    /** Normalised. */
    recipient: text("recipient").notNull(),
    /** A member of staff: nothing is sent to one who has been deactivated meanwhile. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** The story it is about: nothing is sent to a member of staff who may not see it any more. */
    storyId: uuid("story_id").references(() => stories.id, { onDelete: "cascade" }),
    /** A subscriber of the newsletter: nothing is sent to one who has left meanwhile. */
    subscriberId: uuid("subscriber_id").references(() => subscribers.id, { onDelete: "cascade" }),
    letter: jsonb("letter").$type<Letter>().notNull(),
    createdAt: now("created_at"),
    /** After this it is of no use to anybody, and is not sent. */
    expiresAt: moment("expires_at"),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: now("next_try_at"),
    sentAt: moment("sent_at"),
    givenUpAt: moment("given_up_at"),
    /** Why it was not sent, in a word of our own; never what the other server said. */
    trouble: text("trouble").notNull().default(""),
  },
  (table) => [
    uniqueIndex("outbox_event").on(table.event, table.recipient),
    index("outbox_waiting").on(table.nextTryAt).where(sql`sent_at is null and given_up_at is null`),
    index("outbox_given_up").on(table.givenUpAt).where(sql`given_up_at is not null`),
    index("outbox_sent").on(table.sentAt).where(sql`sent_at is not null`),
    check("outbox_end", sql`${table.sentAt} is null or ${table.givenUpAt} is null`),
  ],
);
