import { expect, it } from "vitest";
import { decideEmbargo, isUnderEmbargo } from "./embargo";
import { stages } from "./workflow";

const later = new Date("2026-11-27T06:00:00Z");
const [editor, reporter] = [
  { id: "e", name: "E", role: "editor" },
  { id: "r", name: "R", role: "reporter" },
] as const;

it("is set by an editor on whatever readers do not have yet, and never on what they have", () => {
  for (const stage of stages)
    for (const copy of ["none", "live", "withdrawn"] as const) {
      const isOut = copy === "live" && stage === "published";
      const about = `${stage}, ${copy}`;
      expect([about, decideEmbargo({ stage, copy }, editor, later)]).toEqual([
        about,
        isOut ? "out_already" : null,
      ]);
      expect([about, decideEmbargo({ stage, copy }, editor, null)]).toEqual([about, null]);
      expect([about, decideEmbargo({ stage, copy }, reporter, later)]).toEqual([about, "editors_only"]);
    }
});

it("ends at its moment, not after it", () => {
  const before = new Date(later.getTime() - 1);
  expect([before, later].map((now) => isUnderEmbargo({ embargoUntil: later }, now))).toEqual([true, false]);
  expect(isUnderEmbargo({ embargoUntil: null }, later)).toBe(false);
});
