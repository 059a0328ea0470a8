import type { Body } from "./body";

const quoteId = "0190a8b0-0000-7000-8000-000000000000";

/** A body with every node and mark, for tests. */
export const everyNode: Body = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "A heading" }] },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Plain " },
        { type: "text", marks: [{ type: "bold" }], text: "bold" },
        { type: "text", text: " words, " },
        { type: "text", marks: [{ type: "quote", attrs: { quoteId } }], text: "“and a quote,”" },
        { type: "text", text: " she said." },
        { type: "hardBreak" },
        { type: "text", text: "A new line." },
      ],
    },
    {
      type: "bulletList",
      content: ["One", "Two"].map((text) => ({
        type: "listItem",
        content: [{ type: "paragraph", content: [{ type: "text", text }] }],
      })),
    },
    { type: "pullQuote", attrs: { quoteId }, content: [{ type: "text", text: "and a quote" }] },
    { type: "internalNote", content: [{ type: "text", text: "Ask the council twice" }] },
    {
      type: "embed",
      attrs: { provider: "youtube", host: "", id: "dQw4w9WgXcQ", start: 90, caption: "The gates close" },
    },
    { type: "paragraph", content: [{ type: "text", text: "Last" }] },
  ],
};
