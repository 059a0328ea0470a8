import { describe, expect, it } from "vitest";
import { contextOf, findPassage, placeOf } from "./anchor";

const text = "The wall is old. Leaders of 23 councils will attend on Saturday. The wall is high.";
const anchorIn = (whole: string, passage: string, from = 0) => {
  const start = whole.indexOf(passage, from);
  return { passage, ...contextOf(whole, start, start + passage.length) };
};

describe("a passage that is talked about", () => {
  it("is found again wherever the text around it has grown", () => {
    const anchor = anchorIn(text, "23 councils");
    const longer = `A new beginning. ${text.replace("Leaders", "The leaders")}`;
    expect(findPassage(longer, anchor)).toEqual({
      start: longer.indexOf("23 councils"),
      end: longer.indexOf("23 councils") + 11,
      changed: false,
    });
  });
  it("is the one among the same words, where there are several", () => {
    const second = anchorIn(text, "The wall", 20);
    expect(findPassage(text, second)?.start).toBe(text.lastIndexOf("The wall"));
    expect(findPassage(`The wall stands. ${text}`, second)?.start).toBe(17 + text.lastIndexOf("The wall"));
  });
  it("is what came in its place, when its own words have changed", () => {
    const anchor = anchorIn(text, "23 councils");
    const edited = text.replace("23 councils", "25 councils and two towns");
    const found = findPassage(edited, anchor);
    expect(found && edited.slice(found.start, found.end)).toBe("25 councils and two towns");
    expect(found?.changed).toBe(true);
  });
  it("is gone when neither it nor its place is there", () => {
    const anchor = anchorIn(text, "23 councils");
    expect(findPassage("Something else altogether.", anchor)).toBeNull();
    expect(findPassage(text.replace("Leaders of 23 councils will", "They will"), anchor)).toBeNull();
    expect(findPassage("", anchor)).toBeNull();
  });
});

describe("the place of a suggestion", () => {
  const whole = "aaaa aaaa aaaa. The wall is old. aaaa aaaa aaaa.";
  const at = (start: number, end: number) => ({
    passage: whole.slice(start, end),
    ...contextOf(whole, start, end),
  });
  it("is where it stood, among any number of the same words", () => {
    for (let start = 0; start <= whole.length; start += 1)
      for (const length of [0, 1, 4])
        expect(placeOf(whole, at(start, Math.min(whole.length, start + length)), start)).toBe(start);
  });
  it("moves with the words around it", () => {
    const between = at(19, 19);
    expect(placeOf(`Put before. ${whole}`, between, 19)).toBe(31);
    expect(placeOf(whole.replace("is old", "was new"), between, 19)).toBe(19);
    expect(placeOf(whole.replace("aaaa aaaa aaaa. The", "The"), between, 19)).toBe(3);
  });
  it("is gone when neither it nor what stood around it is there", () => {
    expect(placeOf("Something else altogether.", at(19, 19), 19)).toBeNull();
    expect(placeOf(whole.replace("The wall", "It"), at(16, 24), 16)).toBeNull();
    expect(placeOf("", at(16, 24), 16)).toBeNull();
  });
  it("of an empty text is its beginning", () => {
    expect(placeOf("", { passage: "", before: "", after: "" }, 0)).toBe(0);
  });
});
