import { describe, expect, it } from "vitest";
import type { BodyNode } from "./body/body";
import { quotationsOf } from "./story-quotes";

const text = (words: string, quoteId?: string): BodyNode => ({
  type: "text",
  text: words,
  ...(quoteId && { marks: [{ type: "quote", attrs: { quoteId } }] }),
});
const paragraph = (...content: BodyNode[]): BodyNode => ({ type: "paragraph", content });
const block = (...content: BodyNode[]): BodyNode => ({ type: "blockquote", content });
const read = (...content: BodyNode[]) =>
  quotationsOf({ type: "doc", content }, new Map(), { quotationWords: 4 });

describe("a block quotation", () => {
  const before = paragraph(text("Lena Hoyt wrote to the council."));

  it("is a quotation without any marks, paragraph by paragraph, and stands where the editor has it", () => {
    const found = read(
      before,
      block(paragraph(text("The wall will not hold.")), paragraph(text("I have said so since spring."))),
      paragraph(text("Nobody answered her.")),
    );
    expect(found).toMatchObject([
      { kind: "untied", text: "The wall will not hold.", words: 5, short: false, from: 35, to: 58 },
      { kind: "untied", text: "I have said so since spring.", words: 6 },
    ]);
    expect(found.map((each) => each.kind === "untied" && each.suggestion?.speaker)).toEqual([
      "Lena Hoyt",
      "Lena Hoyt",
    ]);
  });

  it("with marks inside is found once", () => {
    const found = read(before, block(paragraph(text("“The wall will not hold,” she said."))));
    expect(found).toHaveLength(1);
  });

  it("asks for nothing more once its words are tied, or said to be nobody's", () => {
    expect(read(before, block(paragraph(text("The wall will not hold.", "q"))))).toMatchObject([
      { kind: "tied", quoteId: "q" },
    ]);
    const marked = { ...text("The wall will not hold."), marks: [{ type: "notQuotation" }] };
    expect(read(before, block(paragraph(marked)))).toEqual([]);
  });
});
