import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { guessLimits } from "@/domain/guesses";
import type { Role } from "@/domain/people";
import { sessionLimits } from "@/domain/session";
import { database } from "./client";
import { countGuess, forgiveGuess } from "./people/guesses";
import { hashPassword, isPassword } from "./people/passwords";
import { endSessionOfToken, type Staff, staffOfToken, startSession } from "./people/sessions";
import { demonstrationRoles, signInAsDemonstration, signInByPassword } from "./people/sign-in";
import { colleagues, invitationOf, openInvitations, ownSessions } from "./queries/desk/people";
import { sections, settings } from "./schema/paper";
import { deskEvents, invitations, sessions, signInAttempts, users } from "./schema/people";
import { useOwnDatabase } from "./testing/database";
import {
  changePassword,
  changeStaff,
  createStaff,
  endOwnSessions,
  invite,
  join,
  makeSetUpCode,
  setUpNewsroom,
  withdrawInvitation,
} from "./write-people";

useOwnDatabase();

const secret = "a key for tests that is long enough to be one";
const password = "herring gull slipway";
let number = 0;

/** A person of the test's own; nobody else is called so. */
async function person(role: Role, name = `Person ${++number}`): Promise<Staff> {
  const email = `${role}-${++number}@paper.example`;
  const made = await createStaff({ name, email, role, password: null });
  if (!made.ok) throw new Error(made.why);
  const token = await startSession(made.value.id, "test", "password");
  const staff = await staffOfToken(token, false);
  if (!staff) throw new Error("a fresh session does not stand");
  return staff;
}

const trail = async (subject: string) =>
  (
    await database().select().from(deskEvents).where(eq(deskEvents.subject, subject)).orderBy(deskEvents.id)
  ).map(({ kind, actorId, note, refused }) => ({ kind, actorId, note, refused }));

describe("setting up", () => {
  const given = { paper: "The Harbour Times", name: "Ada Byron", email: "ada@harbour.example", password };

  it("makes the first admin and the paper with the code, and the code works once", async () => {
    const first = await makeSetUpCode();
    const code = await makeSetUpCode();
    if (!first || !code) throw new Error("no code, though there is no admin");
    expect(await setUpNewsroom({ ...given, code: "ABCD-EFGH-JKMN-PQRS" })).toEqual({
      ok: false,
      why: "wrong_code",
    });
    expect(await setUpNewsroom({ ...given, code: first })).toEqual({ ok: false, why: "wrong_code" });
    expect(await setUpNewsroom({ ...given, code, password: "short" })).toEqual({
      ok: false,
      why: "too_short",
    });
    const typed = code.toLowerCase().replaceAll("-", " ");
    const both = await Promise.all([
      setUpNewsroom({ ...given, code: typed }),
      setUpNewsroom({ ...given, code: typed, email: "other@harbour.example" }),
    ]);
    expect(both.map((each) => each.ok).sort()).toEqual([false, true]);
    expect(await database().select({ role: users.role }).from(users)).toEqual([{ role: "admin" }]);
    const [row] = await database().select().from(settings);
    expect(row?.paper.name).toBe("The Harbour Times");
    expect(await database().select({ name: sections.name, slug: sections.slug }).from(sections)).toEqual([
      { name: "News", slug: "news" },
    ]);
    expect(await makeSetUpCode()).toBeNull();
  });
});

describe("passwords", () => {
  it("knows its own hash again, in another spelling of the same characters, and nothing else", async () => {
    const stored = await hashPassword("café crème brûlée");
    expect(stored).toMatch(/^scrypt\$15\$8\$3\$/);
    expect(await isPassword("cafe\u0301 cre\u0300me bru\u0302le\u0301e", stored)).toBe(true);
    expect(await isPassword("cafe creme brulee", stored)).toBe(false);
    expect(await isPassword("", null)).toBe(false);
    expect(await isPassword("anything at all", "scrypt$nonsense")).toBe(false);
  });

  it("reads a hash made with other costs", async () => {
    // RFC 7914, section 12: scrypt("password", "NaCl", 1024, 8, 16); the first half of its 64 bytes is the 32-byte key.
    const key = Buffer.from("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162", "hex");
    const stored = `scrypt$10$8$16$${Buffer.from("NaCl").toString("base64url")}$${key.toString("base64url")}`;
    expect(await isPassword("password", stored)).toBe(true);
    expect(await isPassword("passwore", stored)).toBe(false);
  });

  it("ends the other sessions when it changes", async () => {
    const email = `changer-${++number}@paper.example`;
    await createStaff({ name: "Changer", email, role: "reporter", password });
    const enter = async (typed: string) =>
      signInByPassword({ email, password: typed }, from("192.0.2.200"), secret);
    const [here, there] = [await enter(password), await enter(password)];
    if (!here.ok || !there.ok) throw new Error("not signed in");
    const staff = await staffOfToken(here.value.token, true);
    if (!staff) throw new Error("no session");
    expect(await changePassword(staff, "not the old one", "guillemot on the pier")).toEqual({
      ok: false,
      why: "wrong",
    });
    expect(await changePassword(staff, password, email)).toEqual({ ok: false, why: "own_email" });
    expect(await changePassword(staff, password, "guillemot on the pier")).toEqual({ ok: true, value: null });
    expect(await staffOfToken(here.value.token, true)).not.toBeNull();
    expect(await staffOfToken(there.value.token, true)).toBeNull();
    expect((await enter(password)).ok).toBe(false);
    expect((await enter("guillemot on the pier")).ok).toBe(true);
  });
});

const from = (address: string) => ({ address, browser: "test" });

describe("signing in", () => {
  it("answers the same for a wrong password, an unknown, a deactivated and an unfinished account", async () => {
    const admin = await person("admin");
    const known = await createStaff({ name: "K", email: "known@paper.example", role: "editor", password });
    const gone = await createStaff({ name: "G", email: "gone@paper.example", role: "editor", password });
    await createStaff({ name: "U", email: "unfinished@paper.example", role: "editor", password: null });
    if (!known.ok || !gone.ok) throw new Error("not made");
    await changeStaff(admin, gone.value.id, { to: "deactivate" });
    const tries = [
      ["known@paper.example", "not the password"],
      ["nobody@paper.example", password],
      ["gone@paper.example", password],
      ["unfinished@paper.example", ""],
      ["not an address", password],
      ["", ""],
    ] as const;
    const answers = [];
    for (const [email, typed] of tries) {
      answers.push(await signInByPassword({ email, password: typed }, from("192.0.2.9"), secret));
    }
    expect(answers).toEqual(tries.map(() => ({ ok: false, why: { kind: "wrong" } })));
    const right = await signInByPassword(
      { email: " KNOWN@Paper.Example ", password },
      from("192.0.2.9"),
      secret,
    );
    expect(right.ok && right.value.id).toBe(known.value.id);
  });

  it("looks at ten guesses in parallel and no more, and leaves other accounts open", async () => {
    await createStaff({ name: "V", email: "victim@paper.example", role: "editor", password });
    await createStaff({ name: "N", email: "neighbour@paper.example", role: "editor", password });
    const guesses = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        signInByPassword(
          { email: "victim@paper.example", password: `guess ${i}` },
          from(`198.51.100.${i}`),
          secret,
        ),
      ),
    );
    const kinds = guesses.map((each) => (each.ok ? "in" : each.why.kind));
    expect(kinds.filter((kind) => kind === "wrong")).toHaveLength(guessLimits.account);
    expect(kinds.filter((kind) => kind === "too_many")).toHaveLength(6);
    const locked = await signInByPassword(
      { email: "victim@paper.example", password },
      from("198.51.100.99"),
      secret,
    );
    expect(locked).toMatchObject({ ok: false, why: { kind: "too_many" } });
    expect(!locked.ok && locked.why.kind === "too_many" && locked.why.wait).toBeLessThanOrEqual(
      guessLimits.window,
    );
    const other = await signInByPassword(
      { email: "neighbour@paper.example", password },
      from("198.51.100.1"),
      secret,
    );
    expect(other.ok).toBe(true);
  });

  it("locks an address, by its /64, without locking an account from elsewhere", async () => {
    const at = (i: number) => `2001:db8:7:7::${i.toString(16)}`;
    const counted = [];
    for (let i = 1; i <= guessLimits.address; i += 1) {
      counted.push((await countGuess({ account: `account ${i}`, address: at(i) }, secret)).ok);
    }
    expect(counted).toEqual(counted.map(() => true));
    expect((await countGuess({ account: "account 1", address: at(9999) }, secret)).ok).toBe(false);
    expect((await countGuess({ account: "account 1", address: "2001:db8:7:8::1" }, secret)).ok).toBe(true);
  });

  it("opens again once the window has passed, and forgives a right guess", async () => {
    const guess = { account: "patient", address: "203.0.113.77" };
    for (let i = 0; i < guessLimits.account; i += 1) await countGuess(guess, secret);
    expect((await countGuess(guess, secret)).ok).toBe(false);
    await database()
      .update(signInAttempts)
      .set({ at: sql`${signInAttempts.at} - interval '15 minutes'` });
    const again = await countGuess(guess, secret);
    if (!again.ok) throw new Error("still locked");
    await forgiveGuess(again.value);
    const more = await Promise.all(Array.from({ length: 12 }, () => countGuess(guess, secret)));
    expect(more.filter((each) => each.ok)).toHaveLength(guessLimits.account);
  });

  it("keeps nobody's address or e-mail in the table of guesses", async () => {
    await countGuess({ account: "plain@paper.example", address: "203.0.113.5" }, secret);
    const keys = (await database().select({ key: signInAttempts.key }).from(signInAttempts)).map(
      (row) => row.key,
    );
    expect(keys.join(" ")).not.toMatch(/plain|paper|203/);
  });

  it("lets the demonstration in only as one of its own invented people", async () => {
    expect(await signInAsDemonstration("editor", "test")).toMatchObject({ ok: false });
    const made = await createStaff({
      name: "Tomas",
      email: "tomas.reyes@tidewater.example",
      role: "editor",
      password: null,
    });
    const entered = await signInAsDemonstration("editor", "test");
    expect(entered.ok && made.ok && entered.value.id === made.value.id).toBe(true);
    expect(await demonstrationRoles()).toEqual(["editor"]);
    expect(await signInAsDemonstration("reporter", "test")).toMatchObject({ ok: false });
    expect(await signInAsDemonstration("owner", "test")).toMatchObject({ ok: false });
  });
});

describe("a session", () => {
  let staff: Staff;
  let token: string;
  beforeEach(async () => {
    staff = await person("editor");
    token = await startSession(staff.id, "test", "password");
  });
  const age = (columns: { createdAt?: number; seenAt?: number; expiresAt?: number }) =>
    database()
      .update(sessions)
      .set(
        Object.fromEntries(
          Object.entries(columns).map(([name, back]) => [
            name,
            sql`now() - ${back / 1000} * interval '1 second'`,
          ]),
        ),
      )
      .where(eq(sessions.userId, staff.id));

  it("stands for the person its row names, and for nobody with another token", async () => {
    expect(await staffOfToken(token, true)).toMatchObject({
      id: staff.id,
      role: "editor",
      email: staff.email,
    });
    expect(await staffOfToken(`${token}x`, true)).toBeNull();
    expect(await staffOfToken("", true)).toBeNull();
  });

  it("is over after half an hour of nothing, and a poll does not put that off", async () => {
    await age({ seenAt: sessionLimits.idle - 20_000 });
    expect(await staffOfToken(token, false)).not.toBeNull();
    await age({ seenAt: sessionLimits.idle });
    expect(await staffOfToken(token, true)).toBeNull();
    await age({ seenAt: sessionLimits.idle - 20_000 });
    expect(await staffOfToken(token, true)).not.toBeNull();
    const row = (await ownSessions(staff)).find((each) => !each.here);
    expect(Date.now() - (row?.seenAt.getTime() ?? 0)).toBeLessThan(sessionLimits.idle / 2);
  });

  it("is over after twelve hours, however busy and whatever its row says of its end", async () => {
    await age({ createdAt: sessionLimits.absolute, seenAt: 0, expiresAt: -sessionLimits.absolute });
    expect(await staffOfToken(token, true)).toBeNull();
    await age({ createdAt: 0, expiresAt: 0 });
    expect(await staffOfToken(token, true)).toBeNull();
  });

  it("is over when it is ended, for this token alone", async () => {
    const other = await startSession(staff.id, "test", "password");
    await endSessionOfToken(token);
    expect(await staffOfToken(token, true)).toBeNull();
    expect(await staffOfToken(other, true)).not.toBeNull();
  });

  it("is over for all of a person at the moment they are deactivated, and stays over", async () => {
    const admin = await person("admin");
    await changeStaff(admin, staff.id, { to: "deactivate" });
    expect(await staffOfToken(token, true)).toBeNull();
    await changeStaff(admin, staff.id, { to: "reactivate" });
    expect(await staffOfToken(token, true)).toBeNull();
    const [row] = await database()
      .select({ at: users.deactivatedAt })
      .from(users)
      .where(eq(users.id, staff.id));
    expect(row).toEqual({ at: null });
  });

  it("carries a new role at once", async () => {
    await changeStaff(await person("admin"), staff.id, { to: "role", role: "reporter" });
    expect(await staffOfToken(token, true)).toMatchObject({ role: "reporter" });
  });

  it("can be ended by its owner from another one, and by nobody else", async () => {
    const here = await staffOfToken(token, true);
    const mine = await ownSessions(staff);
    const stranger = await person("admin");
    const other = mine.find((each) => each.id !== here?.sessionId);
    if (!here || !other) throw new Error("two sessions were expected");
    expect(await endOwnSessions(stranger, { sessionId: other.id })).toEqual({ ok: false, why: "not_found" });
    expect(await endOwnSessions(here, { sessionId: other.id })).toMatchObject({ ok: true });
    expect((await ownSessions(here)).map((each) => each.id)).toEqual([here.sessionId]);
    await startSession(staff.id, "test", "password");
    expect(await endOwnSessions(here, "all")).toMatchObject({ ok: true });
    expect((await ownSessions(here)).map((each) => [each.id, each.here])).toEqual([[here.sessionId, true]]);
  });
});

describe("an invitation", () => {
  const invited = () => ({
    email: `new-${++number}@paper.example`,
    name: "Rós Ní Bhriain",
    role: "editor" as const,
    title: "",
  });

  it("makes one account, with the role it was sent for, however often its link is used", async () => {
    const admin = await person("admin");
    const who = invited();
    const link = await invite(admin, who);
    if (!link.ok) throw new Error(link.why);
    expect(await invitationOf(link.value)).toMatchObject({ email: who.email, role: "editor" });
    expect(await join(link.value, "too short")).toEqual({ ok: false, why: "too_short" });
    const tries = await Promise.all([join(link.value, password), join(link.value, "another long one")]);
    expect(tries.filter((each) => each.ok)).toHaveLength(1);
    expect(await join(link.value, password)).toEqual({ ok: false, why: "link_spent" });
    expect(await invitationOf(link.value)).toBeNull();
    const rows = await database()
      .select({ role: users.role, slug: users.slug })
      .from(users)
      .where(eq(users.email, who.email));
    expect(rows).toEqual([{ role: "editor", slug: "ros-ni-bhriain" }]);
  });

  it("is for admins to send and to see", async () => {
    for (const role of ["reporter", "editor"] as const) {
      const actor = await person(role);
      expect(await invite(actor, invited())).toEqual({ ok: false, why: "admins_only" });
      expect(await openInvitations(actor)).toEqual([]);
      expect((await colleagues(actor)).flatMap((each) => each.changes)).toEqual([]);
    }
    // A session that was read a moment before its admin was demoted.
    const former = await person("admin");
    await changeStaff(await person("admin"), former.id, { to: "role", role: "reporter" });
    expect(await invite(former, invited())).toEqual({ ok: false, why: "admins_only" });
  });

  it("is refused for somebody who is here already", async () => {
    const admin = await person("admin");
    const here = await person("reporter");
    expect(await invite(admin, { ...invited(), email: here.email })).toEqual({
      ok: false,
      why: "already_there",
    });
  });

  it("opens nothing when it is out of date, taken back, replaced, or its sender has lost the right", async () => {
    const admin = await person("admin");
    const sender = await person("admin");
    const send = async (actor: Staff, who = invited()) => {
      const link = await invite(actor, who);
      if (!link.ok) throw new Error(link.why);
      return link.value;
    };
    const old = await send(admin);
    await database().update(invitations).set({ expiresAt: sql`now() - interval '1 second'` });
    const who = invited();
    const replaced = await send(admin, who);
    const latest = await send(admin, who);
    const taken = await send(admin);
    const open = await openInvitations(admin);
    const last = open.at(-1);
    if (!last) throw new Error("nobody is invited");
    expect(await withdrawInvitation(admin, last.id)).toEqual({ ok: true, value: true });
    expect(await withdrawInvitation(admin, last.id)).toEqual({ ok: false, why: "link_spent" });
    const orphan = await send(sender);
    await changeStaff(admin, sender.id, { to: "role", role: "editor" });
    for (const token of [old, replaced, taken, orphan, "nonsense"]) {
      expect(await join(token, password)).toEqual({ ok: false, why: "link_spent" });
    }
    expect(await join(latest, password)).toEqual({ ok: true, value: { email: who.email } });
  });
});

describe("changes of staff", () => {
  it("are written on the trail, refusals too, and are for admins", async () => {
    const admin = await person("admin");
    const editor = await person("editor");
    const reporter = await person("reporter");
    expect(await changeStaff(editor, reporter.id, { to: "role", role: "editor" })).toEqual({
      ok: false,
      why: "admins_only",
    });
    expect(await changeStaff(admin, reporter.id, { to: "role", role: "editor" })).toEqual({
      ok: true,
      value: true,
    });
    expect(await changeStaff(admin, reporter.id, { to: "role", role: "editor" })).toEqual({
      ok: true,
      value: false,
    });
    expect((await trail(reporter.id)).filter((event) => event.kind === "role_changed")).toEqual([
      { kind: "role_changed", actorId: editor.id, note: "reporter to editor", refused: true },
      { kind: "role_changed", actorId: admin.id, note: "reporter to editor", refused: false },
    ]);
    expect(await changeStaff(admin, "00000000-0000-7000-8000-000000000000", { to: "deactivate" })).toEqual({
      ok: false,
      why: "not_found",
    });
  });

  it("always leave an admin, even when two demote each other at once", async () => {
    await database().update(users).set({ role: "reporter" }).where(eq(users.role, "admin"));
    const [a, b] = [await person("admin"), await person("admin")];
    const both = await Promise.all([
      changeStaff(a, b.id, { to: "role", role: "editor" }),
      changeStaff(b, a.id, { to: "deactivate" }),
    ]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    const left = both[0].ok ? a : b;
    expect(await changeStaff(left, left.id, { to: "role", role: "editor" })).toEqual({
      ok: false,
      why: "last_admin",
    });
    expect(await changeStaff(left, left.id, { to: "deactivate" })).toEqual({ ok: false, why: "last_admin" });
    const me = (await colleagues(left)).find((each) => each.id === left.id);
    expect(me?.changes).toEqual([]);
  });

  it("give namesakes addresses of their own, also when they come together", async () => {
    const made = await Promise.all(
      ["one", "two", "three"].map((each) =>
        createStaff({
          name: "Ömer Søn",
          email: `${each}-omer@paper.example`,
          role: "reporter",
          password: null,
        }),
      ),
    );
    expect(made.map((each) => each.ok && each.value.slug).sort()).toEqual([
      "omer-son",
      "omer-son-2",
      "omer-son-3",
    ]);
    const unwritten = await createStaff({
      name: "李娜",
      email: "li@paper.example",
      role: "reporter",
      password: null,
    });
    expect(unwritten.ok && unwritten.value.slug).toMatch(/^person-[0-9a-f]{12}$/);
    const again = await createStaff({
      name: "Li",
      email: "LI@paper.example",
      role: "reporter",
      password: null,
    });
    expect(again).toEqual({ ok: false, why: "already_there" });
  });
});
