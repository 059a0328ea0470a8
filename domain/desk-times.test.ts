import { describe, expect, it } from "vitest";
import { clockTime, dayOfWeek, howLong, longDay, nearMoment, zoneName } from "./desk-times";

const now = new Date("2026-11-22T11:30:00Z");
const at = (iso: string) => new Date(iso);

describe("times on the desk", () => {
  it("reads a clock and a day in the newsroom's zone, not the server's", () => {
    expect(clockTime(at("2026-07-01T23:05:00Z"), "Europe/London")).toBe("00:05");
    expect(clockTime(at("2026-11-22T00:00:00Z"), "UTC")).toBe("00:00");
    expect(longDay(at("2026-11-22T23:30:00Z"), "Asia/Tokyo")).toBe("Monday 23 November");
    expect(dayOfWeek(at("2026-11-22T23:30:00Z"), "Asia/Tokyo")).toBe("Mon 23 Nov");
    expect(zoneName("Europe/London", at("2026-07-01T12:00:00Z"))).toBe("Europe/London, BST");
  });

  it.each([
    ["2026-11-22T09:15:00Z", "09:15"],
    ["2026-11-23T06:00:00Z", "Mon 06:00"],
    ["2026-11-20T18:05:00Z", "Fri 18:05"],
    ["2026-12-01T06:00:00Z", "1 Dec 06:00"],
    ["2027-01-02T06:00:00Z", "2 Jan 2027 06:00"],
  ])("says %s as %s", (moment, words) => {
    expect(nearMoment(at(moment), now, "UTC")).toBe(words);
  });

  it.each([
    [20, "just now"],
    [60, "1 min"],
    [42 * 60 + 59, "42 min"],
    [3_600, "1 h"],
    [47 * 3_600 + 3_599, "47 h"],
    [48 * 3_600, "2 days"],
  ])("says %i seconds as %s", (seconds, words) => {
    expect(howLong(new Date(now.getTime() - seconds * 1_000), now)).toBe(words);
  });
});
