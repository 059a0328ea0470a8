import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesIn, replacedIn } from "./find-text";

const loosely = { matchCase: false, wholeWords: false };
const found = (text: string, wanted: string, how = loosely) =>
  matchesIn(text, wanted, how).map(({ start, end }) => text.slice(start, end));

describe("finding words", () => {
  it.each([
    ["The wall. THE WALL.", "the wall", loosely, ["The wall", "THE WALL"]],
    ["The wall. THE WALL.", "The wall", { ...loosely, matchCase: true }, ["The wall"]],
    ["Don’t", "don't", loosely, ["Don’t"]],
    ["Don’t", "don't", { ...loosely, matchCase: true }, []],
    ["“Never” – she said", '"never" - she', loosely, ["“Never” – she"]],
    ["40\u00a0000", "40 000", loosely, ["40\u00a0000"]],
    ["aaa", "aa", loosely, ["aa"]],
    ["mayor mayoral Mayor's", "mayor", { ...loosely, wholeWords: true }, ["mayor", "Mayor"]],
    ["Ørsted and ørstedværket", "ørsted", { ...loosely, wholeWords: true }, ["Ørsted"]],
    ["say “no”", "“no”", { ...loosely, wholeWords: true }, ["“no”"]],
    ["İzmir, izmir", "izmir", loosely, ["izmir"]],
    ["a.c abc", "a.c", loosely, ["a.c"]],
    ["anything", "", loosely, []],
  ])("in %j for %j", (text, wanted, how, words) => {
    expect(found(text, wanted, how)).toEqual(words);
  });

  it("finds what it would write, and leaves all the rest (law)", () => {
    const words = fc.stringMatching(/^[abßİ’'“ -]{0,30}$/u);
    fc.assert(
      fc.property(words, fc.stringMatching(/^[abßİ’' ]{1,3}$/u), fc.boolean(), (text, wanted, wholeWords) => {
        const matches = matchesIn(text, wanted, { matchCase: false, wholeWords });
        const parts = matches.map(({ start }, index) => text.slice(matches[index - 1]?.end ?? 0, start));
        const rest = parts.join("") + text.slice(matches.at(-1)?.end ?? 0);
        expect(replacedIn(text, matches, "")).toBe(rest);
        for (const { start, end } of matches) expect(end - start).toBe(wanted.length);
        expect(replacedIn(text, matches, "X").split("X")).toHaveLength(matches.length + 1);
      }),
    );
  });
});
