import { describe, expect, it } from "vitest";
import { historyGroups, type SavedText, savedTextName } from "./history";

const minutesAgo = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 12) - minutes * 60_000);
const text = (number: number, minutes: number, given: Partial<SavedText> = {}): SavedText => ({
  id: `${number}`,
  number,
  kind: "autosave",
  name: "",
  by: "Ines Okafor",
  at: minutesAgo(minutes),
  headline: "",
  moves: [],
  ...given,
});
const drawn = (texts: SavedText[]) =>
  historyGroups(texts).map((group) => [group.shown.number, ...group.rest.map((each) => each.number)]);

describe("the history of a story", () => {
  it("makes one line of an hour of typing", () => {
    expect(drawn([text(5, 0), text(4, 10), text(3, 35), text(2, 60)])).toEqual([[5, 4, 3, 2]]);
  });
  it("begins a new line after a rest, and for another person", () => {
    expect(drawn([text(5, 0), text(4, 31), text(3, 32, { by: "Tomas Reyes" })])).toEqual([[5], [4], [3]]);
  });
  it.each(["named", "workflow", "restored", "created", "branch"] as const)(
    "never hides a text that is %s",
    (kind) => {
      expect(drawn([text(5, 0), text(4, 1, { kind }), text(3, 2)])).toEqual([[5], [4], [3]]);
    },
  );
  it("never hides a text that was sent, approved or published", () => {
    expect(drawn([text(5, 0), text(4, 1, { moves: ["Approved"] }), text(3, 2)])).toEqual([[5], [4], [3]]);
  });
  it("calls a text by its own name where it has one", () => {
    expect(savedTextName(text(1, 0, { kind: "named", name: "Before the lawyers" }))).toBe(
      "Before the lawyers",
    );
    expect(savedTextName(text(1, 0, { kind: "branch" }))).toContain("beside");
  });
});
