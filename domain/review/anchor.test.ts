import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body } from "../body/body";
import { readBody } from "../body/read-body";
import { contextOf, findPassage, passageIn, withReplaced } from "./anchor";

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

const bold = [{ type: "bold" }];
const body: Body = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "One two " },
        { type: "text", text: "three", marks: bold },
      ],
    },
    { type: "horizontalRule" },
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [
            {
              type: "paragraph",
              content: [
                { type: "text", text: "four" },
                { type: "hardBreak" },
                { type: "text", text: "five six" },
              ],
            },
          ],
        },
      ],
    },
    { type: "internalNote", content: [{ type: "text", text: "ask her" }] },
    { type: "paragraph", content: [{ type: "text", text: "seven" }] },
  ],
};
const whole = (passage: string) => ({ passage, before: "", after: "" });

describe("other words in place of a passage", () => {
  it("are formatted as the first of the old ones, and leave the rest as it was", () => {
    const next = withReplaced(body, whole("two three"), "2 and 3");
    expect(next?.content?.[0]?.content).toEqual([
      { type: "text", text: "One " },
      { type: "text", text: "2 and 3" },
    ]);
    expect(next?.content?.slice(1)).toEqual(body.content?.slice(1));
    expect(withReplaced(body, whole("three"), "3")?.content?.[0]?.content?.[1]).toEqual({
      type: "text",
      text: "3",
      marks: bold,
    });
  });
  it("reach into lists and past notes, and may be none", () => {
    expect(readBody(withReplaced(body, whole("five six"), "5") ?? body).text).toContain("four\n5");
    expect(readBody(withReplaced(body, whole("seven"), "7") ?? body).text).toMatch(/7$/);
    expect(readBody(withReplaced(body, whole("six"), "") ?? body).text).toContain("four\nfive\n");
  });
  it("are refused where the passage is not there, or runs over blocks", () => {
    expect(withReplaced(body, whole("eight"), "8")).toBeNull();
    expect(withReplaced(body, whole("three\n\nfour"), "3 4")).toBeNull();
  });
  it("change exactly the passage, for any words of any text", () => {
    const words = fc.array(fc.constantFrom("sea", "wall", "tide", "harbour"), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        words,
        words,
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 8 }),
        (first, second, pick, replacement) => {
          const doc: Body = {
            type: "doc",
            content: [first, second].map((each) => ({
              type: "paragraph",
              content: each.map((word, index) => ({
                type: "text",
                text: index > 0 ? ` ${word}` : word,
                ...(index % 2 === 1 && { marks: bold }),
              })),
            })),
          };
          const plain = readBody(doc).text;
          const all = [...plain.matchAll(/\w+/g)];
          const chosen = all[pick % all.length];
          if (!chosen) return;
          const start = chosen.index;
          const anchor = { passage: chosen[0], ...contextOf(plain, start, start + chosen[0].length) };
          const place = findPassage(plain, anchor);
          const next = withReplaced(doc, anchor, replacement);
          expect(readBody(next ?? doc).text.trim()).toBe(
            `${plain.slice(0, place?.start)}${replacement}${plain.slice(place?.end)}`.trim(),
          );
          expect(passageIn(doc, anchor)).not.toBeNull();
        },
      ),
    );
  });
});
