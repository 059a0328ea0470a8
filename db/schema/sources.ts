import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  channels,
  evidenceKinds,
  groundRules,
  occasionKinds,
  quoteStates,
  sourceKinds,
  standings,
  taskEndings,
  verifications,
} from "@/domain/quotes";
import { sealedParts, statements } from "@/domain/sourcing";
import { id, moment, now } from "./columns";
import { users } from "./people";
import { stories } from "./stories";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Who said it. For an unnamed source `name` is the desk's pseudonym: the real one is only ever sealed. */
export const sources = pgTable(
  "sources",
  {
    id: id(),
    kind: text("kind", { enum: sourceKinds }).notNull(),
    name: text("name").notNull(),
    role: text("role").notNull().default(""),
    organisation: text("organisation").notNull().default(""),
    formerNames: text("former_names").array().notNull().default(sql`'{}'::text[]`),
    /** The address of the speaker's page, /said/{slug}; null while unnamed. */
    slug: text("slug"),
    unnamed: boolean("unnamed").notNull().default(false),
    /** How readers are told of an unnamed source: "A senior official with knowledge of the budget". */
    publicDescription: text("public_description").notNull().default(""),
    /** Why not named, as readers are told: "they were not authorised to discuss it". */
    unnamedReason: text("unnamed_reason").notNull().default(""),
    /** Why readers should believe them. */
    credibility: text("credibility").notNull().default(""),
    /** Name, role, organisation and former names in small letters without accents, for the search. A trigger keeps it. */
    plain: text("plain").notNull().default(""),
    mergedInto: uuid("merged_into").references((): AnyPgColumn => sources.id),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
    updatedAt: now("updated_at"),
  },
  (table) => [
    uniqueIndex("sources_slug").on(table.slug),
    index("sources_name").using("gin", sql`name gin_trgm_ops`),
    index("sources_newest").on(table.id.desc()),
    index("sources_plain").using("gin", sql`plain gin_trgm_ops`),
    index("sources_merged").on(table.mergedInto).where(sql`merged_into is not null`),
    index("sources_in_order").on(sql`lower(name)`, table.id).where(sql`merged_into is null`),
    check("sources_not_into_itself", sql`${table.mergedInto} <> ${table.id}`),
    check("sources_unnamed_slug", sql`not ${table.unnamed} or ${table.slug} is null`),
    check("sources_named", sql`length(${table.name}) > 0`),
  ],
);

/** The data key of an unnamed source's identity, wrapped by a key that is not in this database. To delete it is to
 * make the identity unreadable for good. */
export const sealedIdentities = pgTable("sealed_identities", {
  sourceId: uuid("source_id")
    .primaryKey()
    .references(() => sources.id),
  keyVersion: integer("key_version").notNull(),
  wrappedKey: bytes("wrapped_key").notNull(),
  wrapNonce: bytes("wrap_nonce").notNull(),
  sealedBy: uuid("sealed_by")
    .notNull()
    .references(() => users.id),
  sealedAt: now("sealed_at"),
});

/** The parts of a sealed identity, each encrypted by itself under the data key of its source. */
export const sealedFields = pgTable(
  "sealed_fields",
  {
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sealedIdentities.sourceId, { onDelete: "cascade" }),
    field: text("field", { enum: sealedParts }).notNull(),
    nonce: bytes("nonce").notNull(),
    ciphertext: bytes("ciphertext").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.field] })],
);

/** The key-encryption keys that this database has been used with. `check` tells whether a key is the same one and
 * nothing else about it; the newest version seals. */
export const sourceKeys = pgTable("source_keys", {
  version: integer("version").primaryKey(),
  check: bytes("check_value").notNull(),
  inForceSince: now("in_force_since"),
});

/** Identities that were erased: a database that is put back from a backup erases them once more. Append-only. */
export const erasedIdentities = pgTable(
  "erased_identities",
  {
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    /** Everything sealed for this source until then is gone. */
    erasedAt: now("erased_at"),
    by: uuid("by").references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.erasedAt] })],
);

/** Who may read a sealed name beside the person who sealed it. No role brings it by itself. */
export const sealedGrants = pgTable(
  "sealed_grants",
  {
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    grantedBy: uuid("granted_by")
      .notNull()
      .references(() => users.id),
    grantedAt: now("granted_at"),
    expiresAt: moment("expires_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.userId] })],
);

/** Each reading of a sealed name, written before it is shown. Append-only. */
export const reveals = pgTable(
  "reveals",
  {
    id: id(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    sessionId: uuid("session_id").notNull(),
    why: text("why").notNull(),
    at: now("at"),
  },
  (table) => [index("reveals_source").on(table.sourceId, table.at.desc())],
);

/** An editor's statement that they know who an unnamed source is. Holds no name. Append-only. */
export const attestations = pgTable(
  "attestations",
  {
    id: id(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    editorId: uuid("editor_id")
      .notNull()
      .references(() => users.id),
    how: text("how", {
      enum: ["told_in_person", "told_by_phone", "read_the_sealed_name", "met_the_source"],
    }).notNull(),
    at: now("at"),
  },
  (table) => [uniqueIndex("attestations_once").on(table.sourceId, table.editorId)],
);

/** When, where and how words reached the newsroom. One interview yields many quotes. */
export const occasions = pgTable(
  "occasions",
  {
    id: id(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    kind: text("kind", { enum: occasionKinds }).notNull(),
    channel: text("channel", { enum: channels }),
    /** The day it was said, in the newsroom's zone. */
    saidOn: date("said_on", { mode: "string" }),
    /** "Chandler Street", "the coastal committee", "Radio Tidewater". */
    place: text("place").notNull().default(""),
    groundRule: text("ground_rule", { enum: groundRules }).notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
  },
  (table) => [
    index("occasions_source").on(table.sourceId, table.saidOn),
    index("occasions_guarded").on(table.groundRule).where(sql`ground_rule <> 'on_record'`),
  ],
);

/** Words of a source on an occasion. `verbatim` is the exact record. */
export const quotes = pgTable(
  "quotes",
  {
    id: id(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    occasionId: uuid("occasion_id")
      .notNull()
      .references(() => occasions.id),
    verbatim: text("verbatim").notNull(),
    language: text("language").notNull().default("en-GB"),
    translation: text("translation").notNull().default(""),
    /** Stricter than the occasion's where set. */
    groundRule: text("ground_rule", { enum: groundRules }),
    /** Null while nobody has said which. */
    statement: text("statement", { enum: statements }),
    verification: text("verification", { enum: verifications }).notNull().default("noted"),
    note: text("note").notNull().default(""),
    /** Whether its words still stand, or are disputed or retracted. */
    state: text("state", { enum: quoteStates }).notNull().default("stands"),
    /** The name of its page for readers, /quote/{ref}: random, so that it says nothing; null until it is published. */
    publicRef: text("public_ref"),
    search: tsvector("search")
      .notNull()
      .generatedAlwaysAs(sql`to_tsvector('public.news', verbatim || ' ' || translation)`),
    recordedBy: uuid("recorded_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
    updatedAt: now("updated_at"),
  },
  (table) => [
    index("quotes_source").on(table.sourceId, table.id),
    index("quotes_occasion").on(table.occasionId),
    index("quotes_newest").on(table.id.desc()),
    index("quotes_recorder").on(table.recordedBy, table.id),
    index("quotes_guarded").on(table.groundRule).where(sql`ground_rule <> 'on_record'`),
    index("quotes_on_step").on(table.verification, table.id),
    index("quotes_in_doubt").on(table.id.desc()).where(sql`state <> 'stands'`),
    index("quotes_search").using("gin", table.search),
    index("quotes_translation").using("gin", sql`translation gin_trgm_ops`).where(sql`translation <> ''`),
    uniqueIndex("quotes_public_ref").on(table.publicRef),
    index("quotes_verbatim").using("gin", sql`verbatim gin_trgm_ops`),
    check("quotes_verbatim_there", sql`length(${table.verbatim}) > 0`),
  ],
);

/** Each step on the ladder: who, when, against what. Append-only. */
export const quoteEvents = pgTable(
  "quote_events",
  {
    id: id(),
    quoteId: uuid("quote_id")
      .notNull()
      .references(() => quotes.id),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    from: text("from_step", { enum: verifications }),
    to: text("to_step", { enum: verifications }).notNull(),
    /** "Checked against the recording", or why it fell back. */
    against: text("against").notNull().default(""),
    at: now("at"),
  },
  (table) => [index("quote_events_quote").on(table.quoteId, table.id)],
);

/** Recordings and documents of the desk. Private: each byte is asked for at this row. `public_name` is that of the copy
 * which an editor put before readers. */
export const evidenceFiles = pgTable(
  "evidence_files",
  {
    id: id(),
    /** Random, with the ending of what the file is by its content. */
    name: text("name").notNull(),
    kind: text("kind", { enum: ["recording", "document"] }).notNull(),
    type: text("type").notNull(),
    bytes: integer("bytes").notNull(),
    title: text("title").notNull(),
    publicName: text("public_name"),
    /** Since when the worker has found that no evidence names it; null while one does. */
    unnamedSince: moment("unnamed_since"),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
  },
  (table) => [
    uniqueIndex("evidence_files_name").on(table.name),
    check("evidence_files_bytes", sql`${table.bytes} > 0`),
    check("evidence_files_public", sql`${table.publicName} is null or ${table.kind} = 'document'`),
  ],
);

export const evidence = pgTable(
  "evidence",
  {
    id: id(),
    quoteId: uuid("quote_id")
      .notNull()
      .references(() => quotes.id),
    kind: text("kind", { enum: evidenceKinds }).notNull(),
    /** Notes: the notes themselves. A document: its title. A recording: where it lies. */
    text: text("text").notNull().default(""),
    href: text("href").notNull().default(""),
    archiveHref: text("archive_href").notNull().default(""),
    /** Seconds into a recording. */
    startsAt: integer("starts_at"),
    endsAt: integer("ends_at"),
    page: text("page").notNull().default(""),
    fileId: uuid("file_id").references(() => evidenceFiles.id),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: now("created_at"),
  },
  (table) => [
    index("evidence_quote").on(table.quoteId, table.id),
    index("evidence_file").on(table.fileId),
    check("evidence_end", sql`${table.endsAt} is null or ${table.endsAt} > ${table.startsAt}`),
    check("evidence_time", sql`${table.startsAt} is null or ${table.startsAt} >= 0`),
  ],
);

/** Which stories show a quote and in which words. Written anew with each save of the story. */
export const quoteUses = pgTable(
  "quote_uses",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    quoteId: uuid("quote_id")
      .notNull()
      .references(() => quotes.id),
    position: integer("position").notNull(),
    displayed: text("displayed").notNull(),
    standing: text("standing", { enum: standings }).notNull(),
  },
  (table) => [
    uniqueIndex("quote_uses_place").on(table.storyId, table.position),
    index("quote_uses_quote").on(table.quoteId),
    index("quote_uses_displayed").using("gin", sql`displayed gin_trgm_ops`),
  ],
);

/** Which quotes the published copy of a story shows. Written with each publication; the site never reads it. */
export const quotePrints = pgTable(
  "quote_prints",
  {
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    quoteId: uuid("quote_id")
      .notNull()
      .references(() => quotes.id),
  },
  (table) => [
    primaryKey({ columns: [table.storyId, table.quoteId] }),
    index("quote_prints_quote").on(table.quoteId, table.storyId),
  ],
);

/** Each time a quote was disputed, retracted, or found to stand after all: who, when, why. Append-only. */
export const quoteDisputes = pgTable(
  "quote_disputes",
  {
    id: id(),
    quoteId: uuid("quote_id")
      .notNull()
      .references(() => quotes.id),
    state: text("state", { enum: quoteStates }).notNull(),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    why: text("why").notNull(),
    at: now("at"),
  },
  (table) => [
    index("quote_disputes_quote").on(table.quoteId, table.id),
    check("quote_disputes_why", sql`length(${table.why}) > 0`),
  ],
);

/** A live story shows a quote that is disputed or retracted: somebody has to correct it, or say why not. */
export const correctionTasks = pgTable(
  "correction_tasks",
  {
    id: id(),
    storyId: uuid("story_id")
      .notNull()
      .references(() => stories.id, { onDelete: "cascade" }),
    quoteId: uuid("quote_id")
      .notNull()
      .references(() => quotes.id),
    openedBy: uuid("opened_by")
      .notNull()
      .references(() => users.id),
    openedAt: now("opened_at"),
    closedBy: uuid("closed_by").references(() => users.id),
    closedAt: moment("closed_at"),
    closedHow: text("closed_how", { enum: taskEndings }),
    /** Why nothing was corrected, where that is how it ended. */
    reason: text("reason").notNull().default(""),
  },
  (table) => [
    uniqueIndex("correction_tasks_open").on(table.storyId, table.quoteId).where(sql`closed_at is null`),
    index("correction_tasks_story").on(table.storyId, table.id),
    index("correction_tasks_quote").on(table.quoteId, table.id),
    check(
      "correction_tasks_closed",
      sql`(${table.closedAt} is null) = (${table.closedHow} is null) and (${table.closedAt} is null) = (${table.closedBy} is null)`,
    ),
    check(
      "correction_tasks_reason",
      sql`${table.closedHow} is distinct from 'no_correction' or length(${table.reason}) > 0`,
    ),
  ],
);

/** Two records that turned out to be one source: what was moved from one to the other, so that it can be undone. */
export const sourceMerges = pgTable(
  "source_merges",
  {
    id: id(),
    fromId: uuid("from_id")
      .notNull()
      .references(() => sources.id),
    intoId: uuid("into_id")
      .notNull()
      .references(() => sources.id),
    by: uuid("by")
      .notNull()
      .references(() => users.id),
    at: now("at"),
    quoteIds: uuid("quote_ids").array().notNull(),
    occasionIds: uuid("occasion_ids").array().notNull(),
    /** Former names that the merge added to the one that stayed. */
    addedNames: text("added_names").array().notNull(),
    undoneBy: uuid("undone_by").references(() => users.id),
    undoneAt: moment("undone_at"),
  },
  (table) => [
    index("source_merges_into").on(table.intoId, table.id),
    uniqueIndex("source_merges_from").on(table.fromId).where(sql`undone_at is null`),
    check("source_merges_two", sql`${table.fromId} <> ${table.intoId}`),
    check("source_merges_undone", sql`(${table.undoneAt} is null) = (${table.undoneBy} is null)`),
  ],
);
