import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareParts } from "./compare";
import { restoredParts } from "./restore";

const verbatim = "The gates are ready and the money is there, so we will not wait for another spring.";

describe("the verbatim, in the pieces that a story shows", () => {
  it.each([
    [
      "one piece is altered",
      ["The locks are ready,", "and the money is there."],
      ["The gates are ready,", "and the money is there."],
    ],
    [
      "both are",
      ["The locks are ready,", "and the cash is there."],
      ["The gates are ready,", "and the money is there."],
    ],
    [
      "a word is gone",
      ["The gates are ready,", "and money is there."],
      ["The gates are ready,", "and the money is there."],
    ],
    [
      "words came in",
      ["The gates are all quite ready,", "and the money is there."],
      ["The gates are ready,", "and the money is there."],
    ],
    [
      "the end of a piece is altered",
      ["The gates are closed,", "and the money is there."],
      ["The gates are ready,", "and the money is there."],
    ],
    [
      "the start of a piece is",
      ["The gates are ready,", "but the money is there."],
      ["The gates are ready,", "and the money is there."],
    ],
    [
      "words are left out between",
      ["The locks are ready,", "we will not wait for another spring."],
      ["The gates are ready,", "we will not wait for another spring."],
    ],
    [
      "three pieces",
      ["The gates are ready,", "and the cash is there,", "so we will wait for another spring."],
      ["The gates are ready,", "and the money is there,", "so we will not wait for another spring."],
    ],
    [
      "both are altered where they meet, word for word",
      ["The gates are closed,", "but the money is there."],
      ["The gates are ready,", "and the money is there."],
    ],
    [
      "the same words twice",
      ["The locks are ready and the money is there", "The gates are ready"],
      ["The gates are ready and the money is there,", "The gates are ready"],
    ],
  ])("is put back where %s", (_, shown, restored) => {
    expect(restoredParts(verbatim, shown)).toEqual(restored);
    expect(compareParts(verbatim, shown).standing === "altered" || shown.length === 2).toBe(true);
  });

  it.each([
    ["a piece has kept too little", ["Nothing of this was said,", "and the money is there."]],
    [
      "the words where they meet cannot be divided",
      ["The gates are shut now,", "but then the money is there."],
    ],
    ["there is no word in a piece", ["The gates are ready,", "…"]],
  ])("is left to a person where %s", (_, shown) => {
    expect(restoredParts(verbatim, shown)).toBeNull();
  });

  it("never leaves words altered, however a quotation was divided and changed", () => {
    const word = fc.constantFrom(
      "the",
      "gates",
      "are",
      "ready",
      "money",
      "wait",
      "spring",
      "council",
      "no",
      "and",
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 24 }),
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(),
        (said, other, cut, place) => {
          const changed = said.toSpliced(place % said.length, 1, ...other);
          const at = 1 + (cut % (changed.length - 1 || 1));
          const whole = said.join(" ");
          const restored = restoredParts(whole, [
            changed.slice(0, at).join(" "),
            changed.slice(at).join(" "),
          ]);
          if (!restored) return;
          const alone = restored.every((part) => compareParts(whole, [part]).standing !== "altered");
          expect(alone || compareParts(whole, restored).standing !== "altered").toBe(true);
        },
      ),
    );
  });
});
