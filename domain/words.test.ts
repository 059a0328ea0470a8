import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BodyNode } from "./body/body";
import { blankWords } from "./testing/words";
import { type Words, writtenForm } from "./words";

const words = (given: Partial<Words>): Words =>
  blankWords({
    headline: "A headline",
    body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "One." }] }] },
    ...given,
  });

const node = fc.letrec<{ node: BodyNode }>((tie) => ({
  node: fc.record(
    {
      type: fc.constantFrom("paragraph", "heading", "text"),
      attrs: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
      text: fc.string({ unit: "binary" }),
      content: fc.array(tie("node"), { maxLength: 3 }),
    },
    { requiredKeys: ["type"] },
  ),
})).node;

/** The same, with the names of every object the other way round. */
function reversed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversed) as Value;
  if (typeof value !== "object" || value === null) return value;
  const names = Object.entries(value).reverse();
  return Object.fromEntries(names.map(([name, each]) => [name, reversed(each)])) as Value;
}

describe("the written form", () => {
  test("is JSON of the same words, whatever order their names came in, and however often it is asked for", () => {
    fc.assert(
      fc.property(fc.array(node), fc.string({ unit: "binary" }), (content, headline) => {
        const given = words({ headline, body: { type: "doc", content } });
        const written = writtenForm(given);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(given)));
        expect(writtenForm(reversed(given))).toBe(written);
        expect(writtenForm(given)).toBe(written);
      }),
    );
  });

  test("orders topics, and tells one letter from another", () => {
    expect(writtenForm(words({ topicIds: ["b", "a"] }))).toBe(writtenForm(words({ topicIds: ["a", "b"] })));
    expect(writtenForm(words({ headline: "A" }))).not.toBe(writtenForm(words({ headline: "B" })));
  });

  test("is of one block at a time, and still of all of them", () => {
    const first = { type: "paragraph", content: [{ type: "text", text: "First." }] };
    const second = { type: "paragraph", content: [{ type: "text", text: "Second." }] };
    const both = writtenForm(words({ body: { type: "doc", content: [first, second] } }));
    expect(writtenForm(words({ body: { type: "doc", content: [second, first] } }))).not.toBe(both);
    expect(writtenForm(words({ body: { type: "doc", content: [{ ...first }, { ...second }] } }))).toBe(both);
  });

  test("has not changed: texts that are stored are known by its hash", () => {
    expect(writtenForm(words({}))).toBe(
      '{"body":{"content":[{"content":[{"text":"One.","type":"text"}],"type":"paragraph"}],"type":"doc"},"headline":"A headline","hero":null,"kicker":"","language":"en-GB","sectionId":null,"slug":"","standfirst":"","topicIds":[]}',
    );
  });
});
