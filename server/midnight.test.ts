import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { dateIn, watchForMidnight } from "./midnight";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ["Europe/London", "2026-06-30T23:30:00Z", "2026-07-01"],
  ["America/New_York", "2026-07-01T03:30:00Z", "2026-06-30"],
  ["Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01"],
])("the date in %s at %s is %s", (zone, at, date) => {
  expect(dateIn(zone, new Date(at))).toBe(date);
});

it("tells of midnight where the newsroom is, once", async () => {
  vi.setSystemTime(new Date("2026-07-01T22:59:40Z"));
  const turned = vi.fn();
  const end = watchForMidnight(async () => "Europe/London", turned);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(turned).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(turned).toHaveBeenCalledTimes(1);
  end();
});

it("tells of a midnight that passed while the zone could not be read", async () => {
  vi.setSystemTime(new Date("2026-07-01T23:59:40Z"));
  const turned = vi.fn();
  let broken = false;
  const zone = async () => {
    if (broken) throw new Error("no database");
    return "UTC";
  };
  const end = watchForMidnight(zone, turned);
  await vi.advanceTimersByTimeAsync(10_000);
  broken = true;
  await vi.advanceTimersByTimeAsync(60_000);
  broken = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(turned).toHaveBeenCalledTimes(1);
  end();
});
