import { expect, test } from "vitest";
import { dayAfter, defaultNewsletter, isDigestDue, storiesOfDigest } from "./newsletter";

const on = { ...defaultNewsletter, on: true };
test.each([
  ["06:59", false],
  ["07:00", true],
  ["09:59", true],
  ["10:00", false],
  ["00:10", false],
])("at %s: %s", (clock, due) => {
  expect(isDigestDue(on, clock)).toBe(due);
  expect(isDigestDue({ ...on, on: false }, clock)).toBe(false);
});

test("what an editor chose stands alone, even where all of it is gone", () => {
  expect(storiesOfDigest(["a"], ["b", "c"], 8)).toEqual(["a"]);
  expect(storiesOfDigest([], ["b"], 8)).toEqual([]);
  expect(storiesOfDigest(null, ["b", "c", "d"], 2)).toEqual(["b", "c"]);
});

test("days follow each other over months and years", () => {
  expect([dayAfter("2026-11-30"), dayAfter("2027-12-31"), dayAfter("2028-02-28")]).toEqual([
    "2026-12-01",
    "2028-01-01",
    "2028-02-29",
  ]);
});
