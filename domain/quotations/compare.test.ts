import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareParts, compareWords } from "./compare";

const said = "We have run out of dry weeks, and we haven't run out of money. That's all - I promise.";

/** Each row is one edit an editor might make, and what the rule says of it. */
const edits: readonly [displayed: string, standing: "verbatim" | "permitted" | "altered"][] = [
  [said, "verbatim"],
  [`“${said}”`, "verbatim"],
  [`"${said}"`, "verbatim"],
  [`‘${said}’`, "verbatim"],
  [`  ${said.replace(" ", "  ")} `, "verbatim"],
  [said.replace(/'/gu, "’"), "permitted"],
  [said.replace(" - ", " – "), "permitted"],
  [said.replace(" - ", "—"), "permitted"],
  ["we have run out of dry weeks", "permitted"],
  ["We have run out of dry weeks.", "permitted"],
  ["We have run out of dry weeks!", "permitted"],
  ["“We have run out of dry weeks,”", "permitted"],
  ["dry weeks", "permitted"],
  ["Dry weeks", "permitted"],
  ["I promise", "permitted"],
  ["all – I promise", "permitted"],
  ["We have … dry weeks", "permitted"],
  ["We have ... dry weeks", "permitted"],
  ["We have . . . dry weeks", "permitted"],
  ["We have […] dry weeks", "permitted"],
  ["We have [...] dry weeks", "permitted"],
  ["We have…dry weeks", "permitted"],
  ["We have run out of dry weeks … money", "permitted"],
  ["We have … weeks … money … I promise", "permitted"],
  ["… we haven’t run out of money …", "permitted"],
  ["We have now … run out", "altered"],
  ["[W]e have run out", "permitted"],
  ["[The council] ha[s] run out of dry weeks", "permitted"],
  ["[We] have run out", "permitted"],
  ["We have run out of dry weeks [this year]", "permitted"],
  ["We have [now] run out of dry weeks", "permitted"],
  ["We have run out of [time]", "permitted"],
  ["We have run out of dry weeks [sic], and we haven't", "permitted"],
  ["we haven't run out of money. … I promise", "permitted"],
  ["We have run out of wet weeks", "altered"],
  ["We have run out of dry days", "altered"],
  ["They have run out of dry weeks", "altered"],
  ["We have dry weeks", "altered"],
  ["We have really run out of dry weeks", "altered"],
  ["We have not run out of money", "altered"],
  ["we have run out of money", "altered"],
  ["We've run out of dry weeks", "altered"],
  ["we havent run out of money", "altered"],
  ["we haven't run out of Money", "altered"],
  ["We HAVE run out", "altered"],
  ["WE have run out", "altered"],
  ["dry weeks and we haven't", "altered"],
  ["We have run out, of dry weeks", "altered"],
  ["we haven't run out of money? That's all", "altered"],
  ["run out of money … dry weeks", "altered"],
  ["We have run out … of dry weeks … of dry weeks", "altered"],
  ["We have run out of dry weeks and money", "altered"],
  ["We have [run out of dry weeks", "altered"],
  ["We have run out of dryweeks", "altered"],
  ["out of run", "altered"],
  ["", "altered"],
  ["…", "altered"],
  ["[…]", "altered"],
  ["[Everything]", "altered"],
  ["“”", "altered"],
];

describe("displayed words beside the verbatim", () => {
  it.each(edits)("%s is %s", (displayed, standing) => {
    expect(compareWords(said, displayed).standing).toBe(standing);
  });

  it.each([
    ['He told me "no"', "He told me ‘no’", "permitted"],
    ['He told me "no" twice', "He told me no twice", "altered"],
    ["in the '90s", "in the ’90s", "permitted"],
    ["4,000 of them", "4,000 of them", "verbatim"],
    ["4,000 of them", "4000 of them", "altered"],
    ["pages 10-12", "pages 10–12", "permitted"],
    ["a well-known man", "a well‑known man", "permitted"],
    ["a well-known man", "a well known man", "altered"],
    ["the U.S. won't", "the U.S. won’t", "permitted"],
    ["the U.S. won't", "the US won’t", "altered"],
    ["I will [inaudible] go", "I will go", "altered"],
    ["I will [inaudible] go", "I will … go", "permitted"],
    ["I … think so", "I … think so", "verbatim"],
    ["Café ouvert", "Cafe\u0301 ouvert", "verbatim"],
    ["naïve", "naive", "altered"],
    ["Мы не сдадимся никогда", "мы не сдадимся", "permitted"],
    ["Мы не сдадимся никогда", "Мы сдадимся", "altered"],
    ["我不同意这个计划。", "「我不同意这个计划」", "permitted"],
    ["我不同意这个计划。", "我同意这个计划", "altered"],
    ["لن نستسلم أبدا", "لن نستسلم أبدا", "verbatim"],
    ["لن نستسلم أبدا", "نحن نستسلم أبدا", "altered"],
    ["हम हार नहीं मानेंगे", "हम … नहीं मानेंगे", "permitted"],
    ["", "", "verbatim"],
  ])("%s shown as %s is %s", (verbatim, displayed, standing) => {
    expect(compareWords(verbatim, displayed).standing).toBe(standing);
  });

  it("names the rules that allow an edit", () => {
    expect(new Set(compareWords(said, "we have … dry weeks!").rules)).toEqual(
      new Set([
        "A capital or small letter at the start",
        "Words left out, shown as …",
        "Only a part is shown: the cut is at the start or the end, outside the marks",
        "Punctuation at the end",
      ]),
    );
    expect(compareWords(said, "We have [now] run out").rules).toContain("Words put in, shown in [brackets]");
    expect(compareWords(said, "[The council] run out").rules).toContain("Words put in, shown in [brackets]");
    expect(compareWords(said, "We have [no] weeks").rules).toContain("Words replaced, shown in [brackets]");
    expect(compareWords(said, "We have run out of wet weeks").rules).toEqual([]);
  });

  it("shows where altered words part from the verbatim", () => {
    expect(compareWords("We will go home now.", "We shall go home").differences).toEqual([
      { kind: "same", text: "We" },
      { kind: "missing", text: "will" },
      { kind: "added", text: "shall" },
      { kind: "same", text: "go home" },
      { kind: "missing", text: "now." },
    ]);
  });
});

describe("one quotation in several parts", () => {
  it.each([
    [["“We have run out of dry weeks,”", "“and we haven’t run out of money.”"], "permitted"],
    [["“We have run out of dry weeks,”", "“And we haven’t run out of money.”"], "permitted"],
    [["We have run out", "I promise"], "permitted"],
    [["We have … dry weeks", "[but] we haven’t run out"], "permitted"],
    [["I promise", "We have run out"], "altered"],
    [["We have run out", "of wet weeks"], "altered"],
    [["We have run out", "We have run out"], "altered"],
  ])("%j is %s", (parts, standing) => {
    expect(compareParts(said, parts).standing).toBe(standing);
  });
});

const word = fc.constantFrom(
  ..."amber birch cedar delta ember frost grove haven inlet joker kneel lumen".split(" "),
);
const sentence = fc.uniqueArray(word, { minLength: 4, maxLength: 12 });

describe("the law of permitted edits", () => {
  it("accepts every ordered subset whose gaps are shown", () => {
    fc.assert(
      fc.property(
        sentence,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.constantFrom("…", "...", "[…]"),
        (words, coins, gap) => {
          const kept = words.map((each, index) => (coins[index] ? each : null));
          if (kept.every((each) => each === null)) return;
          const shown = kept.flatMap((each, index) => {
            if (each !== null) return [each];
            return index > 0 && kept[index - 1] === null ? [] : [gap];
          });
          expect(compareWords(`${words.join(" ")}.`, shown.join(" ")).standing).not.toBe("altered");
        },
      ),
    );
  });

  it("accepts insertions in brackets anywhere", () => {
    fc.assert(
      fc.property(sentence, fc.nat(), word, (words, place, extra) => {
        const shown = words.toSpliced(place % (words.length + 1), 0, `[${extra}]`);
        expect(compareWords(words.join(" "), shown.join(" ")).standing).toBe("permitted");
      }),
    );
  });

  it("refuses any one word changed, put in, or left out inside without a sign", () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (words, place) => {
        const at = place % words.length;
        const whole = words.join(" ");
        expect(compareWords(whole, words.with(at, "zebra").join(" ")).standing).toBe("altered");
        expect(compareWords(whole, words.toSpliced(at, 0, "zebra").join(" ")).standing).toBe("altered");
        const inside = 1 + (place % (words.length - 2));
        expect(compareWords(whole, words.toSpliced(inside, 1).join(" ")).standing).toBe("altered");
      }),
    );
  });

  it("refuses two words changing places", () => {
    fc.assert(
      fc.property(sentence, fc.nat(), (words, place) => {
        const at = place % (words.length - 1);
        const [left = "", right = ""] = words.slice(at, at + 2);
        const swapped = words.with(at, right).with(at + 1, left);
        expect(compareWords(words.join(" "), swapped.join(" ")).standing).toBe("altered");
      }),
    );
  });

  it("gives back all shown words, and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (verbatim, displayed) => {
        const { differences } = compareWords(verbatim, displayed);
        expect(differences.every((each) => typeof each.text === "string")).toBe(true);
        expect(compareWords(verbatim, verbatim).standing).toBe("verbatim");
      }),
    );
  });
});
