import { expect, it } from "vitest";
import { reasonTold, sentence } from "./reason";

it.each([
  ["they fear for their job", "Not named because they fear for their job."],
  ["They were not authorised to discuss it.", "Not named because they were not authorised to discuss it."],
  ["The company forbids it", "Not named because the company forbids it."],
  ["because she lives there", "Not named because she lives there."],
  ["Because she lives there", "Not named because she lives there."],
  ["for fear of reprisals", "Not named for fear of reprisals."],
  ["To protect their family", "Not named to protect their family."],
  ["in fear of their life", "Not named: in fear of their life."],
  ["not authorised to speak", "Not named: not authorised to speak."],
  ["Sallow Line forbids its crews to speak", "Not named: Sallow Line forbids its crews to speak."],
  ["Hen er bange for sit arbejde", "Not named: Hen er bange for sit arbejde."],
  ["職を失うおそれがある。", "Not named: 職を失うおそれがある。"],
  ["not named at their own wish", "Not named at their own wish."],
  ["Name withheld at the family’s wish", "Name withheld at the family’s wish."],
  ["Theo fears for his job", "Not named: Theo fears for his job."],
  ["  ", ""],
])("“%s” is told as “%s”", (typed, told) => {
  expect(reasonTold(typed)).toBe(told);
});

it("ends a sentence that has no end, and no other", () => {
  expect(["職を失う", "डर है", "เขากลัว", "يخشى أن يفقد عمله"].map(sentence)).toEqual([
    "職を失う。",
    "डर है।",
    "เขากลัว",
    "يخشى أن يفقد عمله.",
  ]);
  expect(["They took part", "Who knows?", "She said “yes.”", " "].map(sentence)).toEqual([
    "They took part.",
    "Who knows?",
    "She said “yes.”",
    "",
  ]);
});
