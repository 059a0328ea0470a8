import { and, asc, desc, eq, gt, isNull, max, sql } from "drizzle-orm";
import { openStoriesOf } from "@/db/people/hand-over";
import { type Staff, tokenHash } from "@/db/people/sessions";
import { defaultPaper } from "@/domain/paper";
import { type Actor, isAdmin, type Role } from "@/domain/people";
import { sessionLimits } from "@/domain/session";
import { offeredChanges, type StaffChange } from "@/domain/staff";
import { database, type Reader } from "../../client";
import { settings } from "../../schema/paper";
import { invitations, secondFactors, sessions, users } from "../../schema/people";
import { authorFaces } from "../../schema/publications";

export type Colleague = {
  id: string;
  name: string;
  email: string;
  role: Role;
  title: string;
  active: boolean;
  /** Whether they have a second factor. Only an admin is told. */
  hasFactor: boolean;
  /** When they were last at the desk; null when never. Only an admin is told. */
  seenAt: Date | null;
  /** Stories of theirs that are not published. Only an admin is told. */
  openStories: number;
  changes: StaffChange[];
};

/** Everybody on the staff, active ones first, with the changes the asker may make to each. */
export async function colleagues(actor: Actor): Promise<Colleague[]> {
  const rows = await database()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      title: users.title,
      deactivatedAt: users.deactivatedAt,
      seenAt: max(sessions.seenAt),
      openStories: openStoriesOf,
      hasFactor: sql<boolean>`bool_or(second_factors.confirmed_at is not null)`,
    })
    .from(users)
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .groupBy(users.id)
    .orderBy(sql`${users.deactivatedAt} is not null`, asc(sql`lower(${users.name})`), asc(users.id));
  const admins = rows.filter((row) => row.role === "admin" && !row.deactivatedAt).map((row) => row.id);
  return rows.map(({ deactivatedAt, seenAt, ...row }) => ({
    ...row,
    active: deactivatedAt === null,
    seenAt: isAdmin(actor) ? seenAt : null,
    openStories: isAdmin(actor) ? row.openStories : 0,
    hasFactor: isAdmin(actor) && row.hasFactor,
    changes: offeredChanges(actor, { ...row, deactivatedAt }, admins),
  }));
}

export type OpenInvitation = { id: string; name: string; email: string; role: Role; expiresAt: Date };

/** Links that have been sent and not been used yet. Only an admin sees any. */
export async function openInvitations(actor: Actor): Promise<OpenInvitation[]> {
  if (!isAdmin(actor)) return [];
  return database()
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(and(isNull(invitations.usedAt), gt(invitations.expiresAt, sql`now()`)))
    .orderBy(asc(invitations.expiresAt));
}

export type OwnSession = { id: string; browser: string; createdAt: Date; seenAt: Date; here: boolean };

/** Where the asker is signed in at this moment, this browser first. */
export async function ownSessions(actor: Staff): Promise<OwnSession[]> {
  const rows = await database()
    .select({
      id: sessions.id,
      browser: sessions.browser,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, actor.id),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.seenAt, sql`now() - ${sessionLimits.idle / 1000} * interval '1 second'`),
      ),
    )
    .orderBy(desc(sessions.seenAt));
  return rows
    .map((row) => ({ ...row, here: row.id === actor.sessionId }))
    .sort((a, b) => Number(b.here) - Number(a.here));
}

/** Whether this newsroom has been set up: there is an admin. Asked before anybody is signed in. */
export async function hasAdmin(): Promise<boolean> {
  const [row] = await database().select({ id: users.id }).from(users).where(eq(users.role, "admin")).limit(1);
  return row !== undefined;
}

/** The name over the doors of the desk; it is public. */
export async function paperName(): Promise<string> {
  const [row] = await database().select({ paper: settings.paper }).from(settings).limit(1);
  return row?.paper.name ?? defaultPaper.name;
}

/** Whom a link invites, or null when it is used, out of date, or its sender is no admin any more. */
export async function invitationOf(token: string, tx: Reader = database()) {
  const [row] = await tx
    .select({
      id: invitations.id,
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      title: invitations.title,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.tokenHash, tokenHash(token)),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, sql`now()`),
        eq(users.role, "admin"),
        isNull(users.deactivatedAt),
      ),
    );
  return row ?? null;
}

/** The newsroom's zone, in which every time on the desk is shown. */
export async function paperZone(): Promise<string> {
  const [row] = await database().select({ paper: settings.paper }).from(settings).limit(1);
  return row?.paper.zone ?? defaultPaper.zone;
}

/** The name of the picture of what one looks like oneself; null without. */
export async function ownFace(actor: Staff): Promise<string | null> {
  const [row] = await database()
    .select({ name: authorFaces.name })
    .from(authorFaces)
    .where(eq(authorFaces.slug, actor.slug));
  return row?.name ?? null;
}
