import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from "node:crypto";
import { and, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { accountLetter } from "@/domain/mail/letters";
import { type Actor, isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { recoveryCodeIn, totp } from "@/domain/second-factor";
import { environment } from "@/environment";
import { database, inTransaction, type Reader, type Transaction } from "../client";
import { paperOf } from "../queries/desk/paper";
import { newId } from "../schema/columns";
import { settings } from "../schema/paper";
import { deskEvents, recoveryCodes, secondFactors, sessions, users } from "../schema/people";
import { post } from "../write-mail";
import { isPassword } from "./passwords";
import { endSessionsOf, tokenHash } from "./sessions";

type Person = { readonly id: string; readonly email: string };
type Proof = "at the door" | { readonly password: string };
type ProofAndCode = { readonly password: string; readonly code: string };

/** The key under which secrets of authenticators are kept. It is made of the server's own secret, outside the database. */
const key = (): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", environment().sessionSecret, "", "verbatim second factor 1", 32));

/** AES-256-GCM, bound to the person, so that a row moved to another person opens nothing. */
function sealed(userId: string, secret: string): string {
  const nonce = new Uint8Array(randomBytes(12));
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(new TextEncoder().encode(userId));
  const text = `${cipher.update(secret, "utf8", "base64url")}${cipher.final("base64url")}`;
  return [Buffer.from(nonce).toString("base64url"), text, cipher.getAuthTag().toString("base64url")].join(
    ".",
  );
}

/** Null when it was not sealed for this person under this key. */
function opened(userId: string, kept: string): string | null {
  const [nonce = "", text = "", tag = ""] = kept.split(".");
  try {
    const bytes = (part: string) => new Uint8Array(Buffer.from(part, "base64url"));
    const decipher = createDecipheriv("aes-256-gcm", key(), bytes(nonce), { authTagLength: 16 })
      .setAAD(new TextEncoder().encode(userId))
      .setAuthTag(bytes(tag));
    return `${decipher.update(text, "base64url", "utf8")}${decipher.final("utf8")}`;
  } catch {
    return null;
  }
}

const authenticator = (secret: string, label = "", issuer = ""): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, ...totp });

/** Whether it is the person who sits there, and not somebody who found the desk open: their password again. Whoever has
 * just given it at the door is not asked twice. An account without a password is one of the demonstration, which has none
 * to ask for. The caller has counted the guess. */
async function isThemselves(person: Person, proof: Proof): Promise<boolean> {
  if (proof === "at the door") return true;
  const hash = await passwordHashOf(person.id);
  return hash === null || isPassword(proof.password, hash);
}

async function passwordHashOf(userId: string, reader: Reader = database()): Promise<string | null> {
  const [user] = await reader
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, userId));
  return user?.passwordHash ?? null;
}

/** Whether there is a password to ask a person for. */
export const hasPassword = async (userId: string): Promise<boolean> =>
  (await passwordHashOf(userId)) !== null;

/** Begins to set a second factor up: makes a secret, and answers what an authenticator has to be told. A beginning before
 * it is forgotten; a second factor that works already is refused. */
export async function beginSecondFactor(
  person: Person,
  proof: Proof,
): Promise<Result<{ uri: string; secret: string }, Refusal>> {
  if (!(await isThemselves(person, proof))) return refuse("wrong_password" as const);
  return inTransaction(async (tx) => {
    const there = await lockFactor(tx, person.id);
    if (there?.confirmedAt) return refuse("already_there" as const);
    const secret = new Secret({ size: 20 }).base32;
    const row = { userId: person.id, sealed: sealed(person.id, secret), lastStep: 0 };
    await tx
      .insert(secondFactors)
      .values(row)
      .onConflictDoUpdate({ target: secondFactors.userId, set: { ...row, createdAt: sql`now()` } });
    const { name } = await paperOf(tx);
    return ok({ uri: authenticator(secret, person.email, name).toString(), secret });
  });
}

/** Takes the first code of an authenticator as the proof that it works. Answers the recovery codes, which are shown this
 * once. The session that was begun for it alone (`sessionId`) opens the desk from now on; the others end. */
export function confirmSecondFactor(
  person: Person & { readonly sessionId: string },
  code: string,
): Promise<Result<readonly string[], Refusal>> {
  return inTransaction(async (tx) => {
    const factor = await lockFactor(tx, person.id);
    if (!factor || factor.confirmedAt) return refuse("already_there" as const);
    const step = stepOf(person.id, factor, code, await clockOf(tx));
    if (step === null) return refuse("wrong_code" as const);
    await tx
      .update(secondFactors)
      .set({ confirmedAt: sql`now()`, lastStep: step })
      .where(eq(secondFactors.userId, person.id));
    const codes = await newRecoveryCodes(tx, person.id);
    await tx.update(sessions).set({ enrolling: false }).where(eq(sessions.id, person.sessionId));
    await tx
      .update(sessions)
      .set({ endedAt: sql`now()` })
      .where(
        and(
          eq(sessions.userId, person.id),
          isNull(sessions.endedAt),
          sql`${sessions.id} <> ${person.sessionId}`,
        ),
      );
    await note(tx, person.id, "second_factor_added", person);
    return ok(codes);
  });
}

/** New recovery codes in place of the former ones, for who has just given their password and a code. */
export async function renewRecoveryCodes(
  person: Person,
  { code, ...proof }: ProofAndCode,
): Promise<Result<readonly string[], Refusal>> {
  if (!(await isThemselves(person, proof))) return refuse("wrong_password" as const);
  return inTransaction(async (tx) => {
    if (!(await takeCode(tx, person.id, code))) return refuse("wrong_code" as const);
    const codes = await newRecoveryCodes(tx, person.id);
    await note(tx, person.id, "recovery_codes_renewed", person);
    return ok(codes);
  });
}

/** Takes one's own second factor away, for who has just given their password and a code. Where the newsroom demands one
 * it stays. */
export async function removeSecondFactor(
  person: Person,
  { code, ...proof }: ProofAndCode,
): Promise<Result<null, Refusal>> {
  if (!(await isThemselves(person, proof))) return refuse("wrong_password" as const);
  return inTransaction(async (tx) => {
    if (await isFactorDemanded(tx)) return refuse("second_factor_demanded" as const);
    if (!(await takeCode(tx, person.id, code))) return refuse("wrong_code" as const);
    await forget(tx, person.id);
    await note(tx, person.id, "second_factor_removed", person);
    return ok(null);
  });
}

/** An admin takes away the second factor of somebody who has lost it. Their sessions end, and they are told by mail. */
export function resetSecondFactor(actor: Actor, userId: string): Promise<Result<null, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isAdmin(actor)) return refuse("admins_only" as const);
    // Whoever can take their own away so would need no code for it.
    if (actor.id === userId) return refuse("own_second_factor" as const);
    const [person] = await tx
      .select({ id: users.id, email: users.email })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!person || !(await lockFactor(tx, userId))) return refuse("already_gone" as const);
    await forget(tx, userId);
    await endSessionsOf(tx, userId);
    await note(tx, actor.id, "second_factor_reset", person);
    return ok(null);
  });
}

/** Whether a person has a second factor that works. */
export async function hasSecondFactor(userId: string, reader: Reader = database()): Promise<boolean> {
  const [row] = await reader
    .select({ id: secondFactors.userId })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)));
  return row !== undefined;
}

/** Whether the newsroom demands a second factor, held so to the end of the transaction: a demand that is being made at the
 * same time waits for it, or is seen here. */
export async function isFactorDemanded(tx: Transaction): Promise<boolean> {
  const [row] = await tx.select({ paper: settings.paper }).from(settings).for("share");
  return row?.paper.security?.demandsSecondFactor ?? false;
}

/** Holds at the door whoever is signed in with a password alone, from this transaction on, or opens it to those who are
 * held. People of the demonstration have no password, and are never held. */
export async function holdAtTheDoor(tx: Transaction, holds: boolean): Promise<void> {
  const alone = sql`exists (select 1 from users u where u.id = ${sessions.userId} and u.password_hash is not null)
    and not exists (select 1 from second_factors f
      where f.user_id = ${sessions.userId} and f.confirmed_at is not null)`;
  await tx
    .update(sessions)
    .set({ enrolling: holds })
    .where(and(isNull(sessions.endedAt), holds ? alone : eq(sessions.enrolling, true)));
}

/** Whether somebody can be let in by a password, and by no second factor. */
export async function isInByPasswordAlone(tx: Transaction, userId: string): Promise<boolean> {
  return (await passwordHashOf(userId, tx)) !== null && !(await hasSecondFactor(userId, tx));
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(userId: string): Promise<number> {
  const rows = await database()
    .select({ id: recoveryCodes.id })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return rows.length;
}

/** Takes a code of the authenticator or a recovery code of a person, once: never the same one again. The caller has
 * counted the guess. */
export const takeCodeOf = (userId: string, typed: string): Promise<boolean> =>
  inTransaction((tx) => takeCode(tx, userId, typed));

async function takeCode(tx: Transaction, userId: string, typed: string): Promise<boolean> {
  const factor = await lockFactor(tx, userId);
  if (!factor?.confirmedAt) return false;
  const recovery = recoveryCodeIn(typed);
  if (recovery !== null) {
    const used = await tx
      .update(recoveryCodes)
      .set({ usedAt: sql`now()` })
      .where(
        and(
          eq(recoveryCodes.userId, userId),
          eq(recoveryCodes.codeHash, tokenHash(`${userId} ${recovery}`)),
          isNull(recoveryCodes.usedAt),
        ),
      )
      .returning({ id: recoveryCodes.id });
    if (used.length === 0) return false;
    await tx.insert(deskEvents).values({ actorId: userId, kind: "recovery_code_used", subject: userId });
    return true;
  }
  const step = stepOf(userId, factor, typed, await clockOf(tx));
  if (step === null) return false;
  const taken = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.userId, userId), lt(secondFactors.lastStep, step)))
    .returning({ userId: secondFactors.userId });
  return taken.length > 0;
}

type Factor = typeof secondFactors.$inferSelect;

async function lockFactor(tx: Transaction, userId: string): Promise<Factor | undefined> {
  const [row] = await tx.select().from(secondFactors).where(eq(secondFactors.userId, userId)).for("update");
  return row;
}

/** The time step of a right code that was not taken yet, one step early or late allowed; null for any other. */
function stepOf(userId: string, factor: Factor, typed: string, now: Date): number | null {
  const secret = opened(userId, factor.sealed);
  const token = typed.replace(/\s/g, "");
  if (!secret || !/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = authenticator(secret).validate({ token, timestamp, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / totp.period) + delta;
  return step > factor.lastStep ? step : null;
}

async function clockOf(tx: Transaction): Promise<Date> {
  const [clock] = await tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  return new Date(clock?.now ?? Number.NaN);
}

/** Ten codes of 60 random bits each, without letters and digits that look alike. Only their hashes are kept. */
async function newRecoveryCodes(tx: Transaction, userId: string): Promise<string[]> {
  const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  const code = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");
  const codes = Array.from({ length: 10 }, code);
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((each) => ({ id: newId(), userId, codeHash: tokenHash(`${userId} ${each}`) })));
  return codes.map((each) => each.replace(/(.{4})(?=.)/g, "$1-"));
}

async function forget(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}

const happened = {
  second_factor_added: "A second factor was set up for your account.",
  recovery_codes_renewed: "New recovery codes were made for your account; the former ones work no more.",
  second_factor_removed: "The second factor of your account was taken away.",
  second_factor_reset: "An admin took the second factor of your account away. You are signed out everywhere.",
} as const;

/** The line on the trail, and the letter to the person. */
async function note(
  tx: Transaction,
  actorId: string,
  kind: keyof typeof happened,
  person: Person,
): Promise<void> {
  await tx.insert(deskEvents).values({ actorId, kind, subject: person.id });
  const letter = accountLetter({ happened: happened[kind], paper: (await paperOf(tx)).name });
  await post(tx, [{ event: `${kind}:${newId()}`, recipient: person.email, userId: person.id, letter }]);
}
