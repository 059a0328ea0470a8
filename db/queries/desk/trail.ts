import { and, desc, eq, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Actor } from "@/domain/people";
import { mayReadTrail, type TrailEntry, type TrailFilter, trailLength } from "@/domain/trail";
import { database } from "../../client";
import { deskEvents, users } from "../../schema/people";
import { stories, storyEvents } from "../../schema/stories";
import { visibleTo } from "./visible";

/** The newest entries of a trail that this person may read, older than `before`, one more than asked for when there are
 * more; null when they may not read it. */
export async function trailEntries(
  actor: Actor,
  filter: TrailFilter,
  zone: string,
  before: number | null,
  length = trailLength,
): Promise<TrailEntry[] | null> {
  if (!mayReadTrail(actor, filter.of)) return null;
  return filter.of === "stories"
    ? storyEntries(actor, filter, zone, before, length)
    : staffEntries(filter, zone, before, length);
}

const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

function days(at: typeof storyEvents.at | typeof deskEvents.at, filter: TrailFilter, zone: string) {
  return [
    filter.from ? sql`${at} >= (${filter.from}::date)::timestamp at time zone ${zone}` : undefined,
    filter.to ? sql`${at} < (${filter.to}::date + 1)::timestamp at time zone ${zone}` : undefined,
  ];
}

function storyEntries(
  actor: Actor,
  filter: TrailFilter,
  zone: string,
  before: number | null,
  length: number,
): Promise<TrailEntry[]> {
  const like = containing(filter.text);
  const told: (SQL | undefined)[] = [
    before === null ? undefined : lt(storyEvents.id, before),
    filter.person ? eq(storyEvents.actorId, filter.person) : undefined,
    filter.story ? eq(storyEvents.storyId, filter.story) : undefined,
    filter.text
      ? or(
          ilike(storyEvents.note, like),
          ilike(stories.headline, like),
          ilike(users.name, like),
          ilike(sql`replace(${storyEvents.kind}, '_', ' ')`, like),
        )
      : undefined,
  ];
  return database()
    .select({
      id: storyEvents.id,
      at: storyEvents.at,
      by: users.name,
      kind: storyEvents.kind,
      note: storyEvents.note,
      refused: sql<boolean>`false`,
      storyId: storyEvents.storyId,
      headline: stories.headline,
      fromStage: storyEvents.fromStage,
      toStage: storyEvents.toStage,
      revision: storyEvents.revision,
    })
    .from(storyEvents)
    .innerJoin(stories, eq(stories.id, storyEvents.storyId))
    .leftJoin(users, eq(users.id, storyEvents.actorId))
    .where(and(visibleTo(actor), ...days(storyEvents.at, filter, zone), ...told))
    .orderBy(desc(storyEvents.id))
    .limit(length + 1);
}

/** What happened to people and settings. What happened to sources is not in it: who read a sealed name, and why, is for
 * the people concerned. */
const staffKinds = [
  "created",
  "set_up",
  "signed_in",
  "signed_out",
  "sign_in_refused",
  "too_many",
  "invited",
  "invitation_withdrawn",
  "joined",
  "role_changed",
  "deactivated",
  "reactivated",
  "password_changed",
  "password_reset",
  "reset_link_made",
  "sessions_ended",
  "settings_changed",
  "section_language",
  "sections_ordered",
  "front_saved",
  "trail_exported",
];

function staffEntries(
  filter: TrailFilter,
  zone: string,
  before: number | null,
  length: number,
): Promise<TrailEntry[]> {
  const about = alias(users, "about");
  const like = containing(filter.text);
  return database()
    .select({
      id: deskEvents.id,
      at: deskEvents.at,
      by: users.name,
      kind: deskEvents.kind,
      note: deskEvents.note,
      refused: deskEvents.refused,
      storyId: sql<string | null>`null`,
      headline: sql<string>`coalesce(${about.name}, '')`,
      fromStage: sql<string | null>`null`,
      toStage: sql<string | null>`null`,
      revision: sql<number | null>`null`,
    })
    .from(deskEvents)
    .leftJoin(users, eq(users.id, deskEvents.actorId))
    .leftJoin(about, sql`${about.id}::text = ${deskEvents.subject}`)
    .where(
      and(
        inArray(deskEvents.kind, staffKinds),
        ...days(deskEvents.at, filter, zone),
        before === null ? undefined : lt(deskEvents.id, before),
        filter.person
          ? or(eq(deskEvents.actorId, filter.person), eq(deskEvents.subject, filter.person))
          : undefined,
        filter.text
          ? or(
              ilike(deskEvents.note, like),
              ilike(users.name, like),
              ilike(about.name, like),
              ilike(sql`replace(${deskEvents.kind}, '_', ' ')`, like),
            )
          : undefined,
      ),
    )
    .orderBy(desc(deskEvents.id))
    .limit(length + 1);
}
