import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { roles } from "@/domain/people";
import { id, moment, now } from "./columns";

/** Staff. Never read by the site: readers see the bylines that publications carry. */
export const users = pgTable(
  "users",
  {
    id: id(),
    /** Normalised: NFKC, trimmed, lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: roles }).notNull(),
    /** As in a byline: "local government correspondent". */
    title: text("title").notNull().default(""),
    /** The address of the author's page: /by/{slug}. */
    slug: text("slug").notNull(),
    /** scrypt with its parameters; null until an invited person chooses one. */
    passwordHash: text("password_hash"),
    deactivatedAt: moment("deactivated_at"),
    createdAt: now("created_at"),
  },
  (table) => [
    uniqueIndex("users_email").on(table.email),
    uniqueIndex("users_slug").on(table.slug),
    check("users_role", sql`${table.role} in ('reporter', 'editor', 'admin')`),
  ],
);

/** What is signed in. Read on every request, so ending a row ends the session at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    /** SHA-256 of a random 256-bit token; the token itself is only in the browser's cookie. */
    tokenHash: text("token_hash").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: now("created_at"),
    seenAt: now("seen_at"),
    expiresAt: moment("expires_at").notNull(),
    endedAt: moment("ended_at"),
    browser: text("browser").notNull().default(""),
    /** Begun by somebody who has to set a second factor up first: it opens nothing but that page. */
    enrolling: boolean("enrolling").notNull().default(false),
  },
  (table) => [uniqueIndex("sessions_token").on(table.tokenHash), index("sessions_user").on(table.userId)],
);

/** Guesses at passwords, counted before the password is looked at. `key` is an account or an address, hashed. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    key: text("key").notNull(),
    at: now("at"),
  },
  (table) => [index("sign_in_attempts_key").on(table.key, table.at)],
);

/** A one-time link by which a person joins, with the role that was meant for them. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: roles }).notNull(),
    title: text("title").notNull().default(""),
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [
    uniqueIndex("invitations_token").on(table.tokenHash),
    index("invitations_email").on(table.email),
  ],
);

/** The second factor of a person: the secret of their authenticator, encrypted under a key that is not in here. */
export const secondFactors = pgTable("second_factors", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Version of the key, nonce and ciphertext. */
  sealed: text("sealed").notNull(),
  createdAt: now("created_at"),
  /** Null until a first code has proved that the authenticator works; until then it is asked for by nobody. */
  confirmedAt: moment("confirmed_at"),
  /** The time step of the last code taken: neither it nor an earlier one is ever taken again. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
});

/** Codes for whoever has lost their authenticator. Only hashes are kept; each works once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [uniqueIndex("recovery_codes_code").on(table.userId, table.codeHash)],
);

/** Wishes for a new password. One for an unknown address has no user, and costs whoever asks the same time. */
export const passwordResets = pgTable(
  "password_resets",
  {
    id: id(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    /** The admin who made the link, where it was not the person. */
    madeBy: uuid("made_by").references(() => users.id),
    createdAt: now("created_at"),
    expiresAt: moment("expires_at").notNull(),
    mailedAt: moment("mailed_at"),
    usedAt: moment("used_at"),
  },
  (table) => [
    uniqueIndex("password_resets_token").on(table.tokenHash),
    index("password_resets_user").on(table.userId),
    index("password_resets_waiting").on(table.createdAt).where(sql`mailed_at is null`),
  ],
);

/** The code printed at start with which the first admin of an operator's own database is made. One row at the most. */
export const setUpCodes = pgTable(
  "set_up_codes",
  {
    one: integer("one").primaryKey().default(1),
    codeHash: text("code_hash").notNull(),
    createdAt: now("created_at"),
  },
  (table) => [check("set_up_codes_one", sql`${table.one} = 1`)],
);

/** What happened to people and settings: who invited, changed a role, deactivated, signed in. Append-only. */
export const deskEvents = pgTable(
  "desk_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    actorId: uuid("actor_id").references(() => users.id),
    kind: text("kind").notNull(),
    subject: text("subject").notNull().default(""),
    note: text("note").notNull().default(""),
    refused: boolean("refused").notNull().default(false),
    at: now("at"),
  },
  (table) => [index("desk_events_at").on(table.at.desc())],
);
