import { expect, it } from "vitest";
import { quoted } from "./quoted";

it.each([
  ["The chart was right.", "“The chart was right.”"],
  ["“The chart was right,”", "“The chart was right.”"],
  [
    "“Mud is patient. We were not,” “We wanted a few big tides.”",
    "“Mud is patient. We were not … We wanted a few big tides.”",
  ],
  ["“One,” “two,” “three?”", "“One … two … three?”"],
  ["„Das war’s“ „Und mehr nicht.“", "„Das war’s … Und mehr nicht.“"],
  ["« Non » « Jamais. »", "« Non … Jamais. »"],
  ['"One," "two."', '"One … two."'],
  ["‘One,’ ‘two, the boys’ own.’", "‘One … two, the boys’ own.’"],
  ["»Eins,« »zwei.«", "»Eins … zwei.«"],
  ["”Ett,” ”två.”", "”Ett … två.”"],
  ["「泥は待つ。」 「急ぐな。」", "「泥は待つ … 急ぐな。」"],
  ["We were not,", "“We were not.”"],
  // Words within words are no stretch of their own.
  ["“She said ‘no’ and ‘never’ to me.”", "“She said ‘no’ and ‘never’ to me.”"],
])("%s is shown as %s", (words, shown) => {
  expect(quoted(words)).toBe(shown);
});
