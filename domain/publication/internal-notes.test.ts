import fc from "fast-check";
import { expect, it } from "vitest";
import type { Body, BodyNode } from "../body/body";
import { checkBody } from "../body/check-body";
import { countWords, readBody } from "../body/read-body";
import { checkedWith } from "../checks/fixtures";
import { quotationsOf } from "../story-quotes";
import { ninjsOf } from "./ninjs";
import { publicationOf } from "./publication";
import { storyHtml } from "./story-html";

const secret = "COLLEAGUES-ONLY";
const words = fc.constantFrom("The wall", "“we will send the bill,”", "said the mayor", "");
const note: fc.Arbitrary<BodyNode> = fc
  .constantFrom(` ask again`, ` “no comment on that at all”`, "")
  .map((rest) => ({ type: "internalNote", content: [{ type: "text", text: `${secret}${rest}` }] }));
const paragraph: fc.Arbitrary<BodyNode> = words.map((text) => ({
  type: "paragraph",
  ...(text && { content: [{ type: "text", text }] }),
}));
const heading: fc.Arbitrary<BodyNode> = fc.constant({
  type: "heading",
  attrs: { level: 2 },
  content: [{ type: "text", text: "A heading" }],
});

/** Any blocks, with notes between them, in lists and in block quotes, one within the other. */
const { blocks } = fc.letrec<{ blocks: BodyNode[]; block: BodyNode }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    paragraph,
    note,
    heading,
    tie("blocks").map((content): BodyNode => ({ type: "blockquote", content })),
    fc.tuple(paragraph, tie("blocks")).map(
      ([first, rest]): BodyNode => ({
        type: "bulletList",
        content: [{ type: "listItem", content: [first, ...rest] }],
      }),
    ),
  ),
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 4 }),
}));

const published = (body: Body) =>
  publicationOf({
    storyId: "story",
    words: checkedWith({ body }).words,
    slug: "a-story",
    section: { slug: "harbour", name: "Harbour" },
    topics: [],
    authors: [],
    records: [],
    pictures: [],
    paperName: "the Record",
    publishedAt: new Date("2026-11-21T18:40:00Z"),
    updatedAt: new Date("2026-11-21T18:40:00Z"),
  });

it("an internal note is in no publication, feed, search or count, wherever it stands (law)", () => {
  let notes = 0;
  fc.assert(
    fc.property(blocks, (content) => {
      const judged = checkBody({ type: "doc", content });
      if (!judged.ok) throw new Error(judged.why);
      const body = judged.value;
      if (JSON.stringify(body).includes(secret)) notes += 1;
      const document = published(body);
      const place = { origin: "https://paper.example", zone: "UTC" };
      const read = readBody(body);
      const told = {
        document,
        html: storyHtml(document, [], place),
        ninjs: ninjsOf({
          story: document,
          updatedAt: new Date(0),
          corrections: [],
          paperName: "the Record",
          ...place,
        }),
        plain: read.text,
        pulled: read.pullQuotes,
        quotations: quotationsOf(body, new Map(), { quotationWords: 4 }),
      };
      expect(JSON.stringify(told)).not.toContain(secret);
      // No empty shell of one either, and nothing around it is lost.
      expect(
        document.body.filter((block) => block.kind === "blockquote" && block.blocks.length === 0),
      ).toEqual([]);
      expect(document.words).toBe(countWords(withoutNotes(body)));
    }),
    { numRuns: 300 },
  );
  expect(notes).toBeGreaterThan(100);
});

/** The words of a body, read another way than the one that is tried. */
function withoutNotes(node: BodyNode): string {
  if (node.type === "internalNote") return "";
  return node.text ?? (node.content ?? []).map(withoutNotes).join(" ");
}
