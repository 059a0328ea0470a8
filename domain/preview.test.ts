import { describe, expect, it } from "vitest";
import { previewFault } from "./preview";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-22T12:00:01Z");

describe("whether a preview link opens", () => {
  it.each([
    ["nothing in the way", { embargoUntil: null, copy: "none" }, true, null],
    ["of a story that is live", { embargoUntil: null, copy: "live" }, true, null],
    ["an embargo that ends this moment", { embargoUntil: now, copy: "none" }, true, null],
    ["an open embargo", { embargoUntil: later, copy: "none" }, true, "embargoed"],
    ["a withdrawn story", { embargoUntil: null, copy: "withdrawn" }, true, "withdrawn"],
    ["a link that does not hold", { embargoUntil: later, copy: "withdrawn" }, false, "spent"],
  ] as const)("%s", (_what, story, holds, fault) => {
    expect(previewFault(story, { holds }, now)).toBe(fault);
  });
});
