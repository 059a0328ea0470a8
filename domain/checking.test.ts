import { expect, it } from "vitest";
import { checkedSoFar, nextUnchecked, pieceOfKey, type ToCheck, verdictKeys } from "./checking";

const quotes = (...steps: ToCheck["verification"][]): ToCheck[] =>
  steps.map((verification, index) => ({ quoteId: String(index), verification }));

it("counts what a second person has held against its evidence", () => {
  expect(checkedSoFar(quotes("noted", "evidenced", "checked", "confirmed"))).toBe(2);
  expect(checkedSoFar([])).toBe(0);
});

it.each([
  [0, ["evidenced", "checked", "noted"], 2],
  [2, ["evidenced", "checked", "noted"], 0],
  [0, ["evidenced", "checked", "checked"], 0],
  [1, ["checked", "confirmed"], 1],
] as const)("goes on from place %i of %j to %i", (at, steps, to) => {
  expect(nextUnchecked(quotes(...steps), at)).toBe(to);
});

it("chooses a piece of evidence by a figure, and no figure says a verdict", () => {
  expect([..."0123456789"].map(pieceOfKey)).toEqual([null, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(pieceOfKey("12")).toBeNull();
  expect(Object.keys(verdictKeys).filter((key) => pieceOfKey(key) !== null)).toEqual([]);
});
