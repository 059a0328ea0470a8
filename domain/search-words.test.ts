import { describe, expect, it } from "vitest";
import {
  dayAsked,
  isNear,
  type NameKnown,
  namesMeant,
  nameWords,
  passageMarks,
  passageOf,
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

describe("a passage", () => {
  const { begin, end } = passageMarks;
  const shown = (cut: string, from: string, to: string) =>
    passageOf(cut, { from, to })
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join("");

  it("says where the text goes on before and behind it", () => {
    const cut = `the new ${begin}wall${end} stands`;
    expect(shown(cut, "Today the", "in the rain.")).toBe("… the new [wall] stands …");
    expect(shown(cut, "the new wall", "in the rain.")).toBe("the new [wall] stands …");
    expect(shown(cut, "the new wall stands", "the new wall stands.”")).toBe("the new [wall] stands.”");
    expect(shown(`${cut}.”`, "Today", "the new wall stands.”")).toBe("… the new [wall] stands.”");
  });

  it("parts a heading from what follows it, and no sentence from the next", () => {
    const cut = `It came.\n\nWhat a ${begin}wall${end}\nis for\nWe talk “of it.”\nStill`;
    expect(shown(cut, "It came.", "Still")).toBe("It came. What a [wall] · is for · We talk “of it.” Still");
  });
});

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
