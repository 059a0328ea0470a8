import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchFronts } from "./front-turns";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("tells of a pin that ran out, once, and of one that ran out while the database could not be read", async () => {
  const ends = [3_000, 9_000];
  const began = Date.now();
  let broken = false;
  const since = async (moment: string | null) => {
    if (broken) throw new Error("no database");
    const now = Date.now() - began;
    return { now: String(now), turned: ends.some((end) => end > Number(moment ?? now) && end <= now) };
  };
  const turned = vi.fn();
  const end = watchFronts(since, turned);
  await vi.advanceTimersByTimeAsync(6_500);
  expect(turned).toHaveBeenCalledTimes(1);
  broken = true;
  await vi.advanceTimersByTimeAsync(6_000);
  broken = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(turned).toHaveBeenCalledTimes(2);
  end();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(turned).toHaveBeenCalledTimes(2);
});
