import { expect, test, vi } from "vitest";
import type { Counts } from "@/db/readers/counts";
import { Tally } from "./tally";

vi.mock("@/db/readers/counts", () => ({ addCounts: async () => {} }));
const id = "01a21466-7f85-700f-9c81-3317c5524dd7";

test("counts are written in one batch, and kept where the database did not take them", async () => {
  const written: Counts[] = [];
  let isDown = true;
  const tally = new Tally(async (counts) => {
    if (isDown) throw new Error("down");
    written.push(counts);
  });
  tally.count({ read: id, seen: ["bar"] });
  await tally.flush();
  tally.count({ read: id, seen: ["end"] });
  isDown = false;
  await tally.stop();
  await tally.flush();
  expect(written).toHaveLength(1);
  expect([...(written[0]?.reads ?? [])]).toEqual([[id, 2]]);
  expect(Object.fromEntries(written[0]?.views ?? [])).toEqual({ bar: 1, end: 1 });
});
