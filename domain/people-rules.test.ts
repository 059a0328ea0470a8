import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { browserName } from "./browser-name";
import { normaliseEmail } from "./emails";
import { decideGuess, guessLimits, neighbourhood } from "./guesses";
import { isFromOwnPage } from "./own-origin";
import { decidePassword } from "./passwords";
import { type Role, roles } from "./people";
import { signInRefusalIn, tooManyWords } from "./sign-in";
import { decideStaffChange, offeredChanges, personSlug, type StaffChange, tidyName } from "./staff";

describe("an e-mail address", () => {
  it.each([
    ["Ines.Okafor@Tidewater.Example ", "ines.okafor@tidewater.example"],
    ["ｉｎｅｓ＠tidewater.example", "ines@tidewater.example"],
    ["o'hara+desk@news.tidewater.example", "o'hara+desk@news.tidewater.example"],
    ["josé@tidewater.example", "josé@tidewater.example"],
    ["a@xn--mnchen-3ya.example", "a@xn--mnchen-3ya.example"],
  ])("%j becomes %j", (typed, written) => {
    expect(normaliseEmail(typed)).toBe(written);
  });
  it.each([
    "",
    "ines",
    "@tidewater.example",
    "ines@",
    "ines@tidewater",
    "a@b@tidewater.example",
    '"ines okafor"@tidewater.example',
    "ines okafor@tidewater.example",
    "ines@tidewäter.example",
    "ines@tidewater.example\nBcc: all@tidewater.example",
    "ines\u202e@tidewater.example",
    "ines\0@tidewater.example",
    ".ines@tidewater.example",
    "ines..o@tidewater.example",
    "ines@-tidewater.example",
    "<ines@tidewater.example>",
    `${"a".repeat(65)}@tidewater.example`,
    `a@${"b.".repeat(140)}example`,
  ])("%j is none", (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });
  it("comes out the same when it goes in again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (typed) => {
        const once = normaliseEmail(typed);
        expect(once === null ? null : normaliseEmail(once)).toBe(once);
      }),
    );
  });
});

describe("a password", () => {
  const person = { email: "ines.okafor@tidewater.example", name: "Ines Okafor" };
  it.each([
    ["herring g", "too_short"],
    ["1234567890", "too_common"],
    ["Password2026!", "too_common"],
    ["passwordpassword", "too_common"],
    ["aaaaaaaaaaaaaaa", "too_common"],
    ["abababababab", "too_common"],
    ["q1w2e3r4t5y6", "too_common"],
    ["Correct Horse Battery Staple", "too_common"],
    ["INES.OKAFOR@tidewater.example", "own_email"],
    ["ines.okafor", "own_email"],
    ["Ines Okafor", "own_email"],
    ["👩‍🚀👩‍🚀", "too_short"],
    ["h".padEnd(201, "erring gull"), "too_long"],
  ])("%j is %s", (typed, why) => {
    expect(decidePassword(typed, person)).toEqual({ ok: false, why });
  });
  it.each(["herring gull slipway", "tr0ub4dor&3x", "h".padEnd(200, "erring gull")])("%j will do", (typed) => {
    expect(decidePassword(typed, person)).toEqual({ ok: true, value: typed });
  });
  it("comes out in one written form", () => {
    expect(decidePassword("cafe\u0301 cre\u0300me ﬁne", person)).toEqual({
      ok: true,
      value: "café crème fine",
    });
  });
});

describe("guesses", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const times = (count: number, minutes: number) => Array.from({ length: count }, () => ago(minutes));
  it("are ten for an account and sixty for an address, in a quarter of an hour", () => {
    expect(decideGuess({ account: times(9, 1), address: times(59, 1) }, now)).toMatchObject({ ok: true });
    expect(decideGuess({ account: times(10, 1), address: [] }, now)).toEqual({
      ok: false,
      why: { until: ago(-14) },
    });
    expect(decideGuess({ account: [], address: times(60, 5) }, now)).toEqual({
      ok: false,
      why: { until: ago(-10) },
    });
    expect(decideGuess({ account: times(10, 15), address: times(60, 15) }, now)).toMatchObject({ ok: true });
  });
  it("open again when the oldest that fills the limit has left, and for the later of both", () => {
    const account = [...times(5, 14), ...times(9, 2), ago(3)];
    expect(decideGuess({ account, address: times(60, 1) }, now)).toEqual({
      ok: false,
      why: { until: ago(-14) },
    });
    expect(decideGuess({ account, address: [] }, now)).toEqual({ ok: false, why: { until: ago(-12) } });
  });
  it("never say that it is open before it is", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 }), (minutes) => {
        const account = minutes.map(ago);
        const first = decideGuess({ account, address: [] }, now);
        const until = first.ok ? now : first.why.until;
        expect(decideGuess({ account, address: [] }, until).ok).toBe(true);
        if (!first.ok) expect(until.getTime() - now.getTime()).toBeLessThanOrEqual(guessLimits.window);
      }),
    );
  });
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8:0001:0002:ffff::", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::9", "2001:db8:1:3::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
    [null, "unknown"],
    ["1:2:3", "unknown"],
    ["a::b::c", "unknown"],
    ["example.com", "unknown"],
  ])("from %j count for %s", (peer, key) => {
    expect(neighbourhood(peer)).toBe(key);
  });
  it("say in minutes when to come back", () => {
    expect(
      [1, 60_000, 61_000, 840_000].map((wait) => tooManyWords(wait).match(/again in (.*)\./)?.[1]),
    ).toEqual(["a minute", "a minute", "2 minutes", "14 minutes"]);
  });
});

describe("changes of staff", () => {
  const said = (actor: Role, target: Role | "gone", change: StaffChange, admins: string[], self = false) => {
    const role = target === "gone" ? "reporter" : target;
    const facts = { id: self ? "me" : "you", role, deactivatedAt: target === "gone" ? new Date(0) : null };
    const decision = decideStaffChange({ id: "me", role: actor }, facts, change, admins);
    return decision.ok ? decision.value : decision.why;
  };
  const demote: StaffChange = { to: "role", role: "editor" };
  it("are for admins alone, by the list of this moment and not only by the session", () => {
    for (const role of roles) {
      expect(said(role, "reporter", demote, ["me"])).toBe(role === "admin" ? true : "admins_only");
    }
    expect(said("admin", "reporter", demote, ["somebody else"])).toBe("admins_only");
  });
  it("leave an admin", () => {
    expect(said("admin", "admin", demote, ["me"], true)).toBe("last_admin");
    expect(said("admin", "admin", { to: "deactivate" }, ["me"], true)).toBe("last_admin");
    expect(said("admin", "admin", { to: "role", role: "admin" }, ["me"], true)).toBe(false);
    expect(said("admin", "admin", demote, ["me", "you"], true)).toBe(true);
    expect(said("admin", "admin", { to: "deactivate" }, ["me", "you"])).toBe(true);
  });
  it("say when there is nothing to change", () => {
    expect(said("admin", "editor", demote, ["me"])).toBe(false);
    expect(said("admin", "gone", { to: "deactivate" }, ["me"])).toBe(false);
    expect(said("admin", "gone", { to: "reactivate" }, ["me"])).toBe(true);
    expect(said("admin", "editor", { to: "reactivate" }, ["me"])).toBe(false);
  });
  it("are offered where they would be done", () => {
    const editor = { id: "you", role: "editor" as const, deactivatedAt: null };
    const labels = offeredChanges({ id: "me", role: "admin" }, editor, ["me"]).map((change) =>
      change.to === "role" ? change.role : change.to,
    );
    expect(labels).toEqual(["reporter", "admin", "deactivate"]);
    expect(offeredChanges({ id: "me", role: "editor" }, editor, ["you"])).toEqual([]);
  });
});

describe("names", () => {
  it.each([
    ["Inès Okafor", "ines-okafor"],
    ["Seán O’Hara-Łuczak", "sean-ohara-luczak"],
    ["Þóra Æsir", "thora-aesir"],
    ["  J. R.  Smith ", "j-r-smith"],
    ["李娜", ""],
  ])("%j has the address %j", (name, slug) => {
    expect(personSlug(name)).toBe(slug);
  });
  it("are tidied, and refused with invisible or turning characters", () => {
    expect(tidyName("  Ines \t Okafor\n", 120)).toBe("Ines Okafor");
    for (const typed of ["", "   ", "Ines\u202eOkafor", "Ines\u200bOkafor", "Ines\0", "x".repeat(121)]) {
      expect(tidyName(typed, 120)).toBeNull();
    }
  });
});

describe("where a change of state comes from", () => {
  const own = ["https://paper.example"];
  it.each([
    ["https://paper.example", "same-origin", true],
    ["null", "same-origin", true],
    [null, "same-origin", true],
    ["https://paper.example", null, true],
    ["https://elsewhere.example", "cross-site", false],
    ["https://sub.paper.example", "same-site", false],
    ["http://paper.example", null, false],
    ["https://paper.example.elsewhere.example", null, false],
    ["null", null, false],
    [null, null, false],
    [null, "none", false],
  ])("Origin %j with Sec-Fetch-Site %j: %j", (origin, fetchSite, isOwn) => {
    expect(isFromOwnPage({ origin, fetchSite }, own)).toBe(isOwn);
  });
});

describe("the sign-in page's address", () => {
  it("names a refusal, and never words of somebody else", () => {
    expect(signInRefusalIn({ why: "wrong" })).toEqual({ kind: "wrong" });
    expect(signInRefusalIn({ why: "too_many", wait: "90000" })).toEqual({ kind: "too_many", wait: 90_000 });
    expect(signInRefusalIn({ why: "too_many", wait: "soon" })).toEqual({ kind: "too_many", wait: 60_000 });
    expect(signInRefusalIn({ why: "unexpected", id: "0a1b2c3d" })).toEqual({
      kind: "unexpected",
      id: "0a1b2c3d",
    });
    expect(signInRefusalIn({ why: "unexpected", id: "call 555 0100" })).toBeNull();
    expect(signInRefusalIn({ why: ["wrong"] })).toBeNull();
    expect(signInRefusalIn({})).toBeNull();
  });
});

describe("a browser's name", () => {
  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    ["Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Linux"],
    ["curl/8", "Another browser"],
  ])("%j is %s", (agent, name) => {
    expect(browserName(agent)).toBe(name);
  });
});
