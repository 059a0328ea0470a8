import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blankWords } from "../testing/words";
import type { Words } from "../words";
import { type Choice, merged, passagesOf, textOf } from "./merge";

const text = (lines: readonly string[], given: Partial<Words> = {}): Words =>
  blankWords({
    headline: "A headline",
    body: {
      type: "doc",
      content: lines.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
    },
    ...given,
  });
const all = (choice: Choice) => ({ field: () => choice, passage: () => choice });
const linesOf = (words: Words) => textOf(words.body.content ?? []).split("\n");

const base = ["The tide came in at noon.", "Boats were late.", "Nobody was hurt."];
const theirs = ["The tide came in at one.", "Boats were late.", "Nobody was hurt.", "The mayor spoke."];
const mine = ["The tide came in at noon, twice.", "Boats were late.", "One man was hurt.", "It rained."];

describe("merging by passage", () => {
  test("offers one choice for each place where the texts differ", () => {
    const { passages, fields } = passagesOf(text(theirs), text(mine, { headline: "Another" }));
    expect(fields).toEqual([{ field: "headline", name: "Headline" }]);
    expect(
      passages.map((each) =>
        each.kind === "same" ? textOf(each.blocks) : [textOf(each.theirs), textOf(each.mine)],
      ),
    ).toEqual([
      ["The tide came in at one.", "The tide came in at noon, twice."],
      "Boats were late.",
      ["Nobody was hurt.", "One man was hurt."],
      ["The mayor spoke.", "It rained."],
    ]);
  });

  test("makes of the choices one text", () => {
    const merge = passagesOf(text(theirs), text(mine, { headline: "Another" }));
    const choices: readonly Choice[] = ["theirs", "mine", "mine", "both"];
    const made = merged(text(theirs), text(mine, { headline: "Another" }), merge, {
      field: () => "theirs",
      passage: (index) => choices[index] ?? "mine",
    });
    expect(made.headline).toBe("A headline");
    expect(linesOf(made)).toEqual([
      "The tide came in at one.",
      "Boats were late.",
      "One man was hurt.",
      "The mayor spoke.",
      "It rained.",
    ]);
  });

  test("of nothing but theirs is theirs, of nothing but mine is mine, and of both holds every line of both", () => {
    const lines = fc.array(fc.constantFrom(...base, ...theirs, ...mine), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const [one, other] = [text(left), text(right, { headline: "Mine" })];
        const merge = passagesOf(one, other);
        expect(merged(one, other, merge, all("theirs"))).toEqual(one);
        expect(merged(one, other, merge, all("mine"))).toEqual(other);
        const both = linesOf(merged(one, other, merge, all("both")));
        for (const line of [...left, ...right]) expect(both).toContain(line);
      }),
    );
  });
});
