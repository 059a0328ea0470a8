import { eq, sql } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { guessLimits } from "@/domain/guesses";
import { defaultPaper } from "@/domain/paper";
import { totp } from "@/domain/second-factor";
import { database } from "./client";
import {
  beginSecondFactor,
  confirmSecondFactor,
  hasSecondFactor,
  recoveryCodesLeft,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from "./people/second-factor";
import { enrollingOfToken, type Staff, staffOfToken, startSession } from "./people/sessions";
import { signInByPassword } from "./people/sign-in";
import { settings } from "./schema/paper";
import { deskEvents, recoveryCodes, secondFactors, users } from "./schema/people";
import { useOwnDatabase } from "./testing/database";
import { person } from "./testing/people";
import { createStaff } from "./write-people";
import { changePaper } from "./write-settings";

useOwnDatabase();

const password = "herring gull slipway";
const key = "a key for tests that is long enough to be one";
let number = 0;

async function somebody(): Promise<Staff> {
  const email = `factor-${++number}@paper.example`;
  const made = await createStaff({ name: `F ${number}`, email, role: "reporter", password });
  if (!made.ok) throw new Error(made.why);
  const staff = await staffOfToken(await startSession(made.value.id, "test", "password"), true);
  if (!staff) throw new Error("no session");
  return staff;
}
/** The code that an authenticator shows, `later` seconds from now. */
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret), ...totp }).generate({ timestamp: Date.now() + later * 1000 });
const enter = (staff: Staff, code = "", given = password) =>
  signInByPassword(
    { email: staff.email, password: given, code },
    { address: `192.0.2.${number}`, browser: "t" },
    key,
  );
async function enrolled() {
  const staff = await somebody();
  const begun = await beginSecondFactor(staff, { password });
  if (!begun.ok) throw new Error(begun.why);
  const codes = await confirmSecondFactor(staff, codeOf(begun.value.secret, -30));
  if (!codes.ok) throw new Error(codes.why);
  return { staff, secret: begun.value.secret, codes: codes.value };
}

describe("a second factor", () => {
  it("is asked for once its first code has proved it, and not before", async () => {
    const staff = await somebody();
    expect(await beginSecondFactor(staff, { password: "not it" })).toEqual({
      ok: false,
      why: "wrong_password",
    });
    const begun = await beginSecondFactor(staff, { password });
    if (!begun.ok) throw new Error(begun.why);
    expect(begun.value.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(await confirmSecondFactor(staff, "000000x")).toEqual({ ok: false, why: "wrong_code" });
    expect((await enter(staff)).ok).toBe(true);
    const other = await startSession(staff.id, "other", "password");
    expect((await confirmSecondFactor(staff, codeOf(begun.value.secret))).ok).toBe(true);
    expect(await staffOfToken(other, true)).toBeNull();
    expect(await beginSecondFactor(staff, { password })).toEqual({ ok: false, why: "already_there" });
    expect(await enter(staff)).toEqual({ ok: false, why: { kind: "code_needed" } });
    expect(await enter(staff, codeOf(begun.value.secret, 30), "not it")).toEqual({
      ok: false,
      why: { kind: "wrong" },
    });
    const entered = await enter(staff, codeOf(begun.value.secret, 30));
    expect(entered.ok && (await staffOfToken(entered.value.token, true))?.id).toBe(staff.id);
  });

  it("takes a code once, even from several at once, and none before it", async () => {
    const { staff, secret } = await enrolled();
    const code = codeOf(secret);
    const answers = await Promise.all([enter(staff, code), enter(staff, code), enter(staff, code)]);
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    expect(await enter(staff, codeOf(secret, -30))).toEqual({ ok: false, why: { kind: "wrong_code" } });
    expect(await enter(staff, codeOf(secret, 120))).toEqual({ ok: false, why: { kind: "wrong_code" } });
    expect((await enter(staff, codeOf(secret, 30))).ok).toBe(true);
  });

  it("is opened by each recovery code once, and by none after new ones are made", async () => {
    const { staff, secret, codes } = await enrolled();
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    const both = await Promise.all([
      enter(staff, first),
      enter(staff, first.toLowerCase().replaceAll("-", " ")),
    ]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(await recoveryCodesLeft(staff.id)).toBe(9);
    const wrong = await renewRecoveryCodes(staff, { password: "not it", code: codeOf(secret) });
    expect(wrong).toEqual({ ok: false, why: "wrong_password" });
    const renewed = await renewRecoveryCodes(staff, { password, code: codeOf(secret) });
    expect(renewed.ok && renewed.value).toHaveLength(10);
    expect(await enter(staff, second)).toEqual({ ok: false, why: { kind: "wrong_code" } });
    const kept = JSON.stringify(await database().select().from(recoveryCodes));
    expect(kept).not.toContain(second.replaceAll("-", ""));
  });

  it("counts each guess at a code, and locks the account after ten", async () => {
    const { staff } = await enrolled();
    const kinds: string[] = [];
    for (let i = 0; i < guessLimits.account + 1; i += 1) {
      const answer = await enter(staff, String(100_000 + i));
      kinds.push(answer.ok ? "in" : answer.why.kind);
    }
    expect(kinds).toEqual([...Array<string>(guessLimits.account).fill("wrong_code"), "too_many"]);
  });

  it("is kept encrypted, bound to its person", async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const [row] = await database().select().from(secondFactors).where(eq(secondFactors.userId, one.staff.id));
    expect(JSON.stringify(row)).not.toContain(one.secret);
    await database()
      .update(secondFactors)
      .set({ sealed: row?.sealed ?? "" })
      .where(eq(secondFactors.userId, other.staff.id));
    expect(await enter(other.staff, codeOf(one.secret))).toEqual({ ok: false, why: { kind: "wrong_code" } });
  });

  it("is taken away by its person with a code, by an admin for another, on the trail", async () => {
    const [{ staff, secret }, lost] = [await enrolled(), await enrolled()];
    const [admin, editor] = [await person("admin"), await person("editor")];
    const remove = (given: string, code: string) => removeSecondFactor(staff, { password: given, code });
    expect(await remove(password, "000000")).toEqual({ ok: false, why: "wrong_code" });
    expect(await remove("not it", codeOf(secret))).toEqual({ ok: false, why: "wrong_password" });
    // The code was not used up by that.
    expect(await remove(password, codeOf(secret))).toEqual({ ok: true, value: null });
    expect(await hasSecondFactor(staff.id)).toBe(false);
    expect(await resetSecondFactor(editor, lost.staff.id)).toEqual({ ok: false, why: "admins_only" });
    expect(await resetSecondFactor(admin, admin.id)).toEqual({ ok: false, why: "own_second_factor" });
    const entered = await enter(lost.staff, codeOf(lost.secret));
    expect(await resetSecondFactor(admin, lost.staff.id)).toEqual({ ok: true, value: null });
    expect(entered.ok && (await staffOfToken(entered.value.token, true))).toBeNull();
    const events = await database().select().from(deskEvents).where(eq(deskEvents.subject, lost.staff.id));
    expect(events.map((each) => [each.kind, each.actorId])).toContainEqual(["second_factor_reset", admin.id]);
  });
});

describe("a newsroom that demands a second factor", () => {
  it("opens nothing to who has none but the page to set one up, and the desk once they have", async () => {
    const [staff, has] = [await somebody(), await enrolled()];
    await database().insert(settings).values({ paper: defaultPaper }).onConflictDoNothing();
    await database()
      .update(settings)
      .set({ paper: sql`jsonb_set(${settings.paper}, '{security}', '{"demandsSecondFactor": true}')` });
    const entered = await enter(staff);
    if (!entered.ok) throw new Error(entered.why.kind);
    expect(entered.value.mustEnrol).toBe(true);
    expect(await staffOfToken(entered.value.token, true)).toBeNull();
    const held = await enrollingOfToken(entered.value.token);
    const begun = held && (await beginSecondFactor(held, "at the door"));
    if (!held || !begun?.ok) throw new Error("not begun");
    expect((await confirmSecondFactor(held, codeOf(begun.value.secret))).ok).toBe(true);
    expect((await staffOfToken(entered.value.token, true))?.id).toBe(staff.id);
    expect(await enrollingOfToken(entered.value.token)).toBeNull();
    expect(await removeSecondFactor(has.staff, { password, code: codeOf(has.secret) })).toEqual({
      ok: false,
      why: "second_factor_demanded",
    });
  });

  it("holds at the door those who are in by a password alone, from the moment that it is said, until it is unsaid", async () => {
    await database().delete(settings);
    await database().insert(settings).values({ paper: defaultPaper });
    const token = async ({ id }: { id: string }) => startSession(id, "t", "password");
    const [plain, has, admin, demonstration] = [
      await somebody(),
      await enrolled(),
      await enrolled(),
      await person("reporter"),
    ];
    await database().update(users).set({ role: "admin" }).where(eq(users.id, admin.staff.id));
    const boss = { ...admin.staff, role: "admin" as const };
    const tokens = {
      plain: await token(plain),
      has: await token(has.staff),
      demonstration: await token(demonstration),
    };
    const standing = async () => ({
      plain: (await staffOfToken(tokens.plain, true)) !== null,
      held: (await enrollingOfToken(tokens.plain)) !== null,
      has: (await staffOfToken(tokens.has, true)) !== null,
      demonstration: (await staffOfToken(tokens.demonstration, true)) !== null,
    });
    const say = async (by: Staff, demandsSecondFactor: boolean) => {
      const [row] = await database().select({ revision: settings.revision }).from(settings);
      return changePaper(by, row?.revision ?? 0, { security: { demandsSecondFactor } });
    };
    // Whoever has none of their own would shut themselves out.
    const alone = await somebody();
    expect(await say({ ...alone, role: "admin" }, true)).toEqual({ ok: false, why: "own_factor_first" });
    expect(await standing()).toEqual({ plain: true, held: false, has: true, demonstration: true });
    expect(await say(boss, true)).toMatchObject({ ok: true });
    expect(await standing()).toEqual({ plain: false, held: true, has: true, demonstration: true });
    expect(await say(boss, false)).toMatchObject({ ok: true });
    expect(await standing()).toEqual({ plain: true, held: false, has: true, demonstration: true });
    // Whoever signs in at the very moment is held too, whichever of the two comes first.
    const entering = [enter(plain), enter(plain), enter(plain)];
    await Promise.race(entering);
    const [said, ...entered] = await Promise.all([say(boss, true), ...entering]);
    expect(said.ok).toBe(true);
    for (const each of entered) expect(each.ok && (await staffOfToken(each.value.token, true))).toBeNull();
  });
});
