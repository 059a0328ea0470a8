import { randomInt } from "node:crypto";
import { and, asc, eq, gt, isNull, like, ne, or, sql } from "drizzle-orm";
import { normaliseEmail } from "@/domain/emails";
import { accountLetter, invitationLetter } from "@/domain/mail/letters";
import { defaultPaper } from "@/domain/paper";
import { decidePassword, type PasswordRefusal } from "@/domain/passwords";
import { type Actor, isAdmin, type Role, roleNames } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { decideStaffChange, invitationLasts, personSlug, type StaffChange } from "@/domain/staff";
import { database, inTransaction, type Transaction } from "./client";
import { linkToken } from "./link-tokens";
import { hashPassword, isPassword } from "./people/passwords";
import { endSessionsOf, tokenHash } from "./people/sessions";
import { paperOf } from "./queries/desk/paper";
import { hasAdmin, invitationOf } from "./queries/desk/people";
import { newId } from "./schema/columns";
import { sections, settings } from "./schema/paper";
import { deskEvents, invitations, sessions, setUpCodes, users } from "./schema/people";
import { post } from "./write-mail";

/** Changes the role of a member of staff, deactivates or reactivates them, with the trail row. Somebody deactivated is
 * signed out everywhere in the same moment; what they wrote stays. Answers whether there was anything to change. */
export async function changeStaff(
  actor: Actor,
  targetId: string,
  change: StaffChange,
): Promise<Result<boolean, Refusal>> {
  return inTransaction(async (tx) => {
    const admins = await lockAdmins(tx);
    const [target] = await tx
      .select({ id: users.id, role: users.role, deactivatedAt: users.deactivatedAt })
      .from(users)
      .where(eq(users.id, targetId))
      .for("update");
    if (!target) return refuse("not_found");
    const decision = decideStaffChange(actor, target, change, admins);
    const kind = { role: "role_changed", deactivate: "deactivated", reactivate: "reactivated" }[change.to];
    const note = change.to === "role" ? `${target.role} to ${change.role}` : "";
    if (!decision.ok) {
      await tx.insert(deskEvents).values({ actorId: actor.id, kind, subject: targetId, note, refused: true });
      return decision;
    }
    if (!decision.value) return ok(false);
    if (change.to === "role") await tx.update(users).set({ role: change.role }).where(eq(users.id, targetId));
    else {
      const deactivatedAt = change.to === "deactivate" ? sql`now()` : null;
      await tx.update(users).set({ deactivatedAt }).where(eq(users.id, targetId));
      await endSessionsOf(tx, targetId);
    }
    await tx.insert(deskEvents).values({ actorId: actor.id, kind, subject: targetId, note });
    return ok(true);
  });
}

/** The active admins, held until the end of the transaction, in one order: two admins who demote each other at the
 * same moment are judged one after the other. */
async function lockAdmins(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.deactivatedAt)))
    .orderBy(asc(users.id))
    .for("update");
  return rows.map((row) => row.id);
}

export type Invited = { email: string; name: string; role: Role; title: string };

/** Invites a person. Answers the token of their one-time link, which is kept nowhere and goes to them by mail where mail is on; an earlier open invitation of the
 * same address ends. `email` is normalised already. */
export async function invite(actor: Actor, person: Invited): Promise<Result<string, Refusal>> {
  return inTransaction(async (tx) => {
    const admins = await lockAdmins(tx);
    if (!isAdmin(actor) || !admins.includes(actor.id)) return refuse("admins_only");
    const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, person.email));
    if (known) return refuse("already_there");
    await tx
      .update(invitations)
      .set({ expiresAt: sql`now()` })
      .where(
        and(
          eq(invitations.email, person.email),
          isNull(invitations.usedAt),
          gt(invitations.expiresAt, sql`now()`),
        ),
      );
    const id = newId();
    const token = linkToken("invitation", id);
    await tx.insert(invitations).values({
      ...person,
      id,
      tokenHash: tokenHash(token),
      invitedBy: actor.id,
      expiresAt: sql`now() + ${invitationLasts / 1000} * interval '1 second'`,
    });
    await tx
      .insert(deskEvents)
      .values({ actorId: actor.id, kind: "invited", subject: id, note: `${person.email} as ${person.role}` });
    const { name: paper } = await paperOf(tx);
    const role = roleNames[person.role].toLowerCase();
    const letter = invitationLetter({ id, name: person.name, role, by: actor.name, paper });
    const expiresAt = new Date(Date.now() + invitationLasts);
    await post(tx, [{ event: `invitation:${id}`, recipient: person.email, letter, expiresAt }]);
    return ok(token);
  });
}

/** Takes an open invitation back: its link opens nothing from now on. */
export async function withdrawInvitation(actor: Actor, invitationId: string): Promise<Result<true, Refusal>> {
  return inTransaction(async (tx) => {
    const admins = await lockAdmins(tx);
    if (!isAdmin(actor) || !admins.includes(actor.id)) return refuse("admins_only");
    const ended = await tx
      .update(invitations)
      .set({ expiresAt: sql`now()` })
      .where(
        and(
          eq(invitations.id, invitationId),
          isNull(invitations.usedAt),
          gt(invitations.expiresAt, sql`now()`),
        ),
      )
      .returning({ id: invitations.id });
    if (ended.length === 0) return refuse("link_spent");
    await tx
      .insert(deskEvents)
      .values({ actorId: actor.id, kind: "invitation_withdrawn", subject: invitationId });
    return ok(true);
  });
}

/** Makes the account that a link was sent for, with the password its person chose. A link works once. */
export async function join(
  token: string,
  password: string,
): Promise<Result<{ email: string }, "link_spent" | PasswordRefusal>> {
  const invited = await invitationOf(token);
  if (!invited) return refuse("link_spent");
  const chosen = decidePassword(password, invited);
  if (!chosen.ok) return chosen;
  const passwordHash = await hashPassword(chosen.value);
  return inTransaction(async (tx) => {
    // Judged again under the lock: the same link may be sent twice, or be taken back, while the password is hashed.
    await tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(eq(invitations.id, invited.id))
      .for("update");
    const still = await invitationOf(token, tx);
    if (!still) return refuse("link_spent");
    const user = await insertPerson(tx, { ...still, passwordHash });
    if (!user) return refuse("link_spent");
    await tx.update(invitations).set({ usedAt: sql`now()` }).where(eq(invitations.id, still.id));
    await tx
      .insert(deskEvents)
      .values({ actorId: user.id, kind: "joined", subject: user.id, note: `as ${still.role}` });
    return ok({ email: still.email });
  });
}

/** Makes a member of staff, as the seed and the journeys need them; `password` null leaves an account that cannot sign
 * in. The e-mail must be a valid one. Answers `already_there` when somebody has it. */
export async function createStaff(person: {
  name: string;
  email: string;
  role: Role;
  title?: string;
  password: string | null;
  slug?: string;
}): Promise<Result<{ id: string; slug: string }, "already_there">> {
  const email = normaliseEmail(person.email);
  if (!email) throw new Error("createStaff was given something that is not an e-mail address");
  const passwordHash = person.password === null ? null : await hashPassword(person.password);
  return inTransaction(async (tx) => {
    const made = await insertPerson(tx, { ...person, title: person.title ?? "", email, passwordHash });
    if (!made) return refuse("already_there");
    await tx.insert(deskEvents).values({ kind: "created", subject: made.id, note: `as ${person.role}` });
    return ok(made);
  });
}

type NewPerson = Invited & { slug?: string; passwordHash: string | null };

/** Answers null when the e-mail is taken. */
async function insertPerson(
  tx: Transaction,
  person: NewPerson,
): Promise<{ id: string; slug: string } | null> {
  // One at a time, so that two namesakes who join together get two addresses.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('users.slug', 0))`);
  const id = newId();
  const wanted = person.slug ?? personSlug(person.name);
  const slug = await freeSlug(tx, wanted === "" ? `person-${id.slice(-12)}` : wanted);
  const { email, name, role, title, passwordHash } = person;
  const made = await tx
    .insert(users)
    .values({ id, email, name, role, title, slug, passwordHash })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id, slug: users.slug });
  return made[0] ?? null;
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const rows = await tx
    .select({ slug: users.slug })
    .from(users)
    .where(or(eq(users.slug, wanted), like(users.slug, `${wanted}-%`)));
  const taken = new Set(rows.map((row) => row.slug));
  let slug = wanted;
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

/** Changes one's own password; every other session of the person ends. `wrong` when the old one is not right. The
 * caller has counted the guess. */
export async function changePassword(
  actor: Actor & { email: string; sessionId: string },
  old: string,
  next: string,
): Promise<Result<null, "wrong" | PasswordRefusal>> {
  const chosen = decidePassword(next, actor);
  if (!chosen.ok) return chosen;
  const [user] = await database()
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, actor.id));
  if (!(await isPassword(old, user?.passwordHash ?? null))) return refuse("wrong");
  const passwordHash = await hashPassword(chosen.value);
  await inTransaction(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, actor.id));
    await endOthers(tx, actor);
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "password_changed", subject: actor.id });
    const { name: paper } = await paperOf(tx);
    const happened = "Your password was changed. You are signed out everywhere but where you changed it.";
    const letter = accountLetter({ happened, paper });
    await post(tx, [
      { event: `password_changed:${newId()}`, recipient: actor.email, userId: actor.id, letter },
    ]);
  });
  return ok(null);
}

/** Ends one of one's own sessions, or with `all` every one but the session that asks. */
export async function endOwnSessions(
  actor: Actor & { sessionId: string },
  which: { readonly sessionId: string } | "all",
): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    if (which === "all") await endOthers(tx, actor);
    else {
      const ended = await tx
        .update(sessions)
        .set({ endedAt: sql`now()` })
        .where(and(eq(sessions.id, which.sessionId), eq(sessions.userId, actor.id), isNull(sessions.endedAt)))
        .returning({ id: sessions.id });
      if (ended.length === 0) return refuse("not_found");
    }
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "sessions_ended", subject: actor.id });
    return ok(null);
  });
}

async function endOthers(tx: Transaction, actor: Actor & { sessionId: string }): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.userId, actor.id), ne(sessions.id, actor.sessionId), isNull(sessions.endedAt)));
}

/** Makes the one-time code with which the first admin is made, and forgets any earlier one. The code itself is answered
 * here once and kept nowhere; null when there is an admin already. */
export async function makeSetUpCode(): Promise<string | null> {
  if (await hasAdmin()) return null;
  // No letters or digits that look alike: 31 of them in 16 places make 79 bits.
  const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  const code = writtenCode(Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join(""));
  const codeHash = tokenHash(code);
  await database()
    .insert(setUpCodes)
    .values({ codeHash })
    .onConflictDoUpdate({ target: setUpCodes.one, set: { codeHash, createdAt: sql`now()` } });
  return code;
}

/** The code in groups of four, however somebody types it: in either case, with or without hyphens and spaces. */
const writtenCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/(.{4})(?=.)/g, "$1-");

/** Makes the first admin and a paper with one section, in one transaction, and uses the code up. The caller has counted
 * the guess at the code. */
export async function setUpNewsroom(given: {
  code: string;
  paper: string;
  name: string;
  email: string;
  password: string;
}): Promise<Result<null, "wrong_code" | PasswordRefusal>> {
  const chosen = decidePassword(given.password, given);
  if (!chosen.ok) return chosen;
  const codeHash = tokenHash(writtenCode(given.code));
  const isRight = eq(setUpCodes.codeHash, codeHash);
  // Looked at before the dear hashing, and again, for good, by the delete below.
  const [found] = await database().select({ one: setUpCodes.one }).from(setUpCodes).where(isRight);
  if (!found) return refuse("wrong_code");
  const passwordHash = await hashPassword(chosen.value);
  return inTransaction(async (tx) => {
    const used = await tx.delete(setUpCodes).where(isRight).returning({ one: setUpCodes.one });
    const [admin] = await tx.select({ id: users.id }).from(users).where(eq(users.role, "admin")).limit(1);
    if (used.length === 0 || admin) return refuse("wrong_code");
    const { email, name } = given;
    const made = await insertPerson(tx, { email, name, role: "admin", title: "", passwordHash });
    if (!made) return refuse("wrong_code");
    await tx
      .insert(settings)
      .values({ paper: { ...defaultPaper, name: given.paper } })
      .onConflictDoNothing();
    const [section] = await tx.select({ id: sections.id }).from(sections).limit(1);
    if (!section) await tx.insert(sections).values({ slug: "news", name: "News" });
    await tx
      .insert(deskEvents)
      .values({ actorId: made.id, kind: "set_up", subject: made.id, note: given.paper });
    return ok(null);
  });
}
