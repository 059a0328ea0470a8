import { describe, expect, it } from "vitest";
import { listGroupOf } from "./coming";

const now = new Date("2026-11-25T22:30:00Z");
const moment = (iso: string | null) => (iso ? new Date(iso) : null);

describe("where a story stands in the list", () => {
  it.each([
    ["late once it is due", "2026-11-25T22:29:00Z", null, null, "UTC", "late"],
    ["late when it missed its moment", null, "2026-11-25T22:00:00Z", null, "UTC", "late"],
    ["today, by the newsroom's day", "2026-11-25T23:30:00Z", null, null, "UTC", "today"],
    ["tomorrow where the newsroom is", "2026-11-26T03:30:00Z", null, null, "UTC", "later"],
    [
      "today where that hour is of the same day",
      "2026-11-26T03:30:00Z",
      null,
      null,
      "America/New_York",
      "today",
    ],
    [
      "by the first of its moments",
      "2026-11-28T10:00:00Z",
      "2026-11-25T23:00:00Z",
      "2026-11-25T22:45:00Z",
      "UTC",
      "today",
    ],
    ["never late by an embargo that is over", null, null, "2026-11-25T20:00:00Z", "UTC", "open"],
    ["open without any moment", null, null, null, "UTC", "open"],
  ])("is %s", (_, due, scheduled, embargo, zone, group) => {
    const story = {
      dueAt: moment(due),
      scheduledFor: moment(scheduled),
      embargoUntil: moment(embargo),
    };
    expect(listGroupOf(story, now, zone)).toBe(group);
  });
});
