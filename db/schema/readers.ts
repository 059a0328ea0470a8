import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { appealPlaces } from "@/domain/appeal";
import { id, moment, now } from "./columns";
import { publications } from "./publications";

/** What readers do on the site, beside reading. Public tables in the wall's sense: the site writes them, and nothing in
 * them points at the desk's. */

/** Attempts of readers at the forms of the site, counted before they are looked at. `key` is a machine or an email, hashed
 * under a key that is not in the database. Dropped after a day. */
export const readerAttempts = pgTable(
  "reader_attempts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    key: text("key").notNull(),
    at: now("at"),
  },
  (table) => [index("reader_attempts_key").on(table.key, table.at), index("reader_attempts_at").on(table.at)],
);

/** Senders whose replies are refused unseen: an email, or a machine (hashed, and forgotten after 30 days). */
export const replyBans = pgTable(
  "reply_bans",
  {
    id: id(),
    kind: text("kind", { enum: ["email", "machine"] }).notNull(),
    key: text("key").notNull(),
    /** Whom the moderators meant, in words they know: the email, or the name under the reply. */
    shown: text("shown").notNull(),
    at: now("at"),
    until: moment("until"),
  },
  (table) => [
    uniqueIndex("reply_bans_key").on(table.kind, table.key),
    check("reply_bans_kind", sql`${table.kind} in ('email', 'machine')`),
    check("reply_bans_machine_ends", sql`(${table.kind} = 'machine') = (${table.until} is not null)`),
  ],
);

/** How often a story was read on one day of the newsroom. No reader is in it. */
export const storyReads = pgTable(
  "story_reads",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId, { onDelete: "cascade" }),
    day: date("day", { mode: "string" }).notNull(),
    reads: integer("reads").notNull(),
  },
  (table) => [primaryKey({ columns: [table.storyId, table.day] }), index("story_reads_day").on(table.day)],
);

/** How often the appeal for support was seen and followed on one day of the newsroom, by where it stood. */
export const appealDays = pgTable(
  "appeal_days",
  {
    day: date("day", { mode: "string" }).notNull(),
    place: text("place", { enum: appealPlaces }).notNull(),
    views: integer("views").notNull().default(0),
    clicks: integer("clicks").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.place] }),
    check("appeal_days_place", sql`${table.place} in ('bar', 'end', 'front')`),
  ],
);

/** Who takes the newsletter: asked for, then confirmed by a link that only the mailbox has. One who left is forgotten
 * after 30 days. */
export const subscribers = pgTable(
  "subscribers",
  {
    id: id(),
    /** Normalised. */
    email: text("email").notNull(),
    state: text("state", { enum: ["asked", "confirmed", "left"] })
      .notNull()
      .default("asked"),
    askedAt: now("asked_at"),
    /** Null while the letter with the link is still to be posted. */
    mailedAt: moment("mailed_at"),
    confirmedAt: moment("confirmed_at"),
    leftAt: moment("left_at"),
    /** SHA-256 of the tokens in the links; the tokens themselves are made when a letter is sent. */
    confirmHash: text("confirm_hash").notNull(),
    leaveHash: text("leave_hash").notNull(),
  },
  (table) => [
    uniqueIndex("subscribers_email").on(table.email),
    uniqueIndex("subscribers_confirm").on(table.confirmHash),
    uniqueIndex("subscribers_leave").on(table.leaveHash),
    index("subscribers_to_mail").on(table.askedAt).where(sql`state = 'asked' and mailed_at is null`),
    index("subscribers_confirmed").on(table.id).where(sql`state = 'confirmed'`),
    check("subscribers_state", sql`${table.state} in ('asked', 'confirmed', 'left')`),
  ],
);

/** The newsletter of one day of the newsroom. Made by an editor beforehand, or by the worker when its hour comes. */
export const digests = pgTable(
  "digests",
  {
    day: date("day", { mode: "string" }).primaryKey(),
    subject: text("subject").notNull().default(""),
    intro: text("intro").notNull().default(""),
    revision: integer("revision").notNull().default(1),
    state: text("state", { enum: ["open", "sending", "sent"] })
      .notNull()
      .default("open"),
    startedAt: moment("started_at"),
    sentAt: moment("sent_at"),
    /** The last subscriber whose letter was posted: where the next batch goes on. */
    postedTo: uuid("posted_to"),
    posted: integer("posted").notNull().default(0),
  },
  (table) => [
    index("digests_sending").on(table.day).where(sql`state = 'sending'`),
    check("digests_state", sql`${table.state} in ('open', 'sending', 'sent')`),
  ],
);

/** The stories that stand in a day's newsletter, as an editor chose them; none: the newest. */
export const digestStories = pgTable(
  "digest_stories",
  {
    day: date("day", { mode: "string" })
      .notNull()
      .references(() => digests.day, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => publications.storyId),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.position] }),
    uniqueIndex("digest_stories_once").on(table.day, table.storyId),
  ],
);
