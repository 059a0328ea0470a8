import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedSentences, sentencesOf } from "./corrections";

describe("the sentences of a text", () => {
  it.each([
    ["One. Two! Three?", ["One.", "Two!", "Three?"]],
    ["“It is late.” She left.", ["“It is late.”", "She left."]],
    ["It cost 3.5 million.\nNobody knew", ["It cost 3.5 million.", "Nobody knew"]],
    ["", []],
  ])("%s", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe("the sentences that a correction can be about", () => {
  const before = "The council met on Monday. Leaders of 23 councils will attend. Nobody spoke.";
  it("are those that differ, each with the one it took the place of", () => {
    expect(changedSentences(before, before.replace("23", "25"))).toEqual([
      { was: "Leaders of 23 councils will attend.", says: "Leaders of 25 councils will attend." },
    ]);
  });
  it("are also those that came and went", () => {
    expect(changedSentences(before, before.replace("Nobody spoke.", "Rain fell all night long."))).toEqual([
      { was: "", says: "Rain fell all night long." },
      { was: "Nobody spoke.", says: "" },
    ]);
  });
  it("are none of a text that has not changed, and never name one that both have", () => {
    const text = fc.array(fc.constantFrom("It rained.", "She left.", "Nobody knew why.", "All was well."));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [old, now] = [one.join(" "), other.join(" ")];
        expect(changedSentences(old, old)).toEqual([]);
        for (const { was, says } of changedSentences(old, now)) {
          expect(was === "" || !sentencesOf(now).includes(was)).toBe(true);
          expect(says === "" || !sentencesOf(old).includes(says)).toBe(true);
        }
      }),
    );
  });
});
