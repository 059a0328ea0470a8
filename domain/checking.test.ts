import { expect, it } from "vitest";
import { checkedSoFar, nextUnchecked, type ToCheck } from "./checking";

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
