import { describe, expect, it } from "vitest";
import {
  dayAsked,
  isNear,
  type NameKnown,
  namesMeant,
  nameWords,
  spelledRight,
  wordsAsked,
} from "./search-words";

const named = (name: string, kind: NameKnown["kind"] = "speaker"): NameKnown => ({
  kind,
  slug: name.toLowerCase().replaceAll(" ", "-"),
  name,
  plain: name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
});
const known = [
  named("Lena Hoyt"),
  named("Lena Marsh"),
  named("Jürgen Vos", "author"),
  named("Bartholomew Quill"),
];

describe("a search", () => {
  it.each([
    ["hoit", "hoyt", true],
    ["hyot", "hoyt", true],
    ["hoyts", "hoyt", true],
    ["hat", "hot", false],
    ["harbour", "harvest", false],
    ["bartolomwe", "bartholomew", true],
  ])("takes %s for %s: %s", (one, other, near) => {
    expect(isNear(one, other)).toBe(near);
  });

  it.each([
    ["lena hoit", ["Lena Hoyt"]],
    ["lena", ["Lena Hoyt", "Lena Marsh"]],
    ["jurgen", ["Jürgen Vos"]],
    ["batholomew", ["Bartholomew Quill"]],
    ["weather", []],
    ["ferry hoyt", ["Lena Hoyt"]],
  ])("finds by “%s” %j", (asked, names) => {
    expect(namesMeant(nameWords(asked), known).map((each) => each.name)).toEqual(names);
  });

  it("looks for no name in a phrase, or in a word that is left out", () => {
    expect(nameWords('ferry "lena hoyt" -marsh or quill')).toEqual(["ferry", "quill"]);
    expect(nameWords('"lena')).toEqual([]);
  });

  it("puts right only what is no name already", () => {
    expect(spelledRight("Lena Hoit storm", known)).toBe("Lena hoyt storm");
    expect(spelledRight("Lena Hoyt", known)).toBeNull();
    expect(spelledRight("storm", known)).toBeNull();
  });

  it("is one line in plain marks, whatever was typed", () => {
    expect(wordsAsked("  „two\u0000 words“ \n «x» ")).toBe('"two words" "x"');
    expect(wordsAsked(undefined)).toBe("");
    expect(wordsAsked("a".repeat(900))).toHaveLength(200);
  });

  it("knows the days of the calendar", () => {
    expect(["2026-02-28", "2026-02-30", "1-1-1", "2026-13-01", ["2026-01-01"]].map(dayAsked)).toEqual([
      "2026-02-28",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
