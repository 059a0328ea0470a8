import { Slice } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body } from "../body/body";
import { readBody } from "../body/read-body";
import { bodySchema } from "../body/schema";
import { type Anchor, contextOf, findPassage, passageIn } from "./anchor";
import { bodyWith, documentOf, lettersOf, suggestionsBetween, withSuggested } from "./suggested-text";

/** Other words for a passage, as they are suggested in review. */
const withReplaced = (body: Body, anchor: Anchor, replacement: string) =>
  bodyWith(body, { ...anchor, field: "body", replacement, place: null, content: null });

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
    expect(next?.content?.[0]?.content).toEqual([{ type: "text", text: "One 2 and 3" }]);
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

describe("suggestions that were typed", () => {
  const before = documentOf(body);
  it("count one letter for each of the editor's places", () => {
    const letters = lettersOf(before);
    expect(letters.length).toBe(before.content.size);
    before.descendants((node, pos) => {
      if (node.isText) expect(letters.startsWith(node.text ?? "", pos)).toBe(true);
    });
  });
  it("are found again in a text that was written on meanwhile, blocks and all", () => {
    const tr = new Transform(before);
    tr.replaceWith(5, 8, bodySchema.text("2")).split(lettersOf(before).indexOf(" six") - 2);
    const suggested = suggestionsBetween(before, tr.doc);
    expect(suggested.map(({ passage, replacement }) => [passage, replacement])).toEqual([
      ["two", "2"],
      ["", "¶"],
    ]);
    const written = new Transform(before).insert(
      0,
      bodySchema.node("paragraph", null, bodySchema.text("A new beginning.")),
    ).doc;
    const made = withSuggested(written, suggested);
    expect(made.left).toEqual([]);
    expect(readBody(made.doc.toJSON() as Body).text).toMatch(
      /^A new beginning\.\n\nOne 2 three.*five\n\n six\n\nseven$/s,
    );
  });
  it("whose words are gone are left, and the others made", () => {
    const tr = new Transform(before).replaceWith(5, 8, bodySchema.text("2"));
    tr.replace(tr.doc.content.size - 6, tr.doc.content.size - 1, Slice.empty);
    const suggested = suggestionsBetween(before, tr.doc);
    const written = new Transform(before).delete(1, 9).doc;
    const made = withSuggested(written, suggested);
    expect(made.left).toEqual([0]);
    expect(readBody(made.doc.toJSON() as Body).text).not.toContain("seven");
  });
});
