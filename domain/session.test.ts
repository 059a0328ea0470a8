import { describe, expect, it } from "vitest";
import { afterSignIn, isSeenStale, isSessionLive, type SessionFacts } from "./session";

const start = new Date("2026-11-22T09:00:00Z");
const minutesOn = (minutes: number, seconds = 0) =>
  new Date(start.getTime() + (minutes * 60 + seconds) * 1000);
const fresh: SessionFacts = {
  createdAt: start,
  seenAt: start,
  expiresAt: minutesOn(12 * 60),
  endedAt: null,
  deactivatedAt: null,
};

describe("a session", () => {
  const cases: [string, Partial<SessionFacts>, Date, boolean][] = [
    ["just begun", {}, start, true],
    ["29 minutes and 59 seconds of nothing", {}, minutesOn(29, 59), true],
    ["30 minutes of nothing", {}, minutesOn(30), false],
    ["busy after 11 h 59", { seenAt: minutesOn(718) }, minutesOn(719), true],
    ["busy after 12 h", { seenAt: minutesOn(719) }, minutesOn(720), false],
    [
      "a row that ends later than the working day",
      { seenAt: minutesOn(719), expiresAt: minutesOn(9999) },
      minutesOn(720),
      false,
    ],
    ["a row that ends sooner", { expiresAt: minutesOn(5) }, minutesOn(5), false],
    ["ended", { endedAt: start }, start, false],
    ["of somebody deactivated", { deactivatedAt: start }, start, false],
  ];
  it.each(cases)("%s", (_, facts, now, live) => {
    expect(isSessionLive({ ...fresh, ...facts }, now)).toBe(live);
  });

  it("is marked as seen at most once a minute", () => {
    expect([minutesOn(0), minutesOn(0, 59), minutesOn(1)].map((now) => isSeenStale(start, now))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("where to go after signing in", () => {
  const board = "/desk";
  const cases: [unknown, string][] = [
    ["/desk", board],
    ["/desk/stories/1?tab=2#end", "/desk/stories/1?tab=2#end"],
    ["/desk?mine=1", "/desk?mine=1"],
    ["/desk/quotes?q=%2F%2Felsewhere.example", "/desk/quotes?q=%2F%2Felsewhere.example"],
    [undefined, board],
    [["/desk/quotes"], board],
    ["", board],
    ["/", board],
    ["/politics", board],
    ["/desktop", board],
    ["https://elsewhere.example/desk", board],
    ["//elsewhere.example/desk", board],
    ["/\\elsewhere.example/desk", board],
    ["/desk/..//elsewhere.example", board],
    ["/desk/../politics", board],
    ["/desk/%2e%2e/politics", board],
    ["/desk\n/quotes", board],
    ["/desk/\\elsewhere.example", board],
    ["javascript:alert(1)", board],
    ["/desk/sign-in?then=/desk", board],
    ["/desk/set-up", board],
    ["/desk/join/abc", board],
    [`/desk/${"a".repeat(2000)}`, board],
  ];
  it.each(cases)("%j", (asked, then) => {
    expect(afterSignIn(asked)).toBe(then);
  });
});
