import { describe, expect, it } from "vitest";
import { checkBody, parseBody } from "./check-body";
import { everyNode } from "./fixtures";
import { isSafeLink } from "./links";
import { countWords, readBody } from "./read-body";
import { bodySchema } from "./schema";

const paragraph = (...content: unknown[]) => ({ type: "doc", content: [{ type: "paragraph", content }] });
const text = (words: string, ...marks: unknown[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const id = "0190a8b0-0000-7000-8000-000000000000";

describe("a body that came from anywhere", () => {
  it("passes as the schema reads it, byte for byte", () => {
    const checked = checkBody(everyNode);
    expect(checked).toEqual({ ok: true, value: everyNode });
  });

  const refused: [string, unknown, string][] = [
    [
      "a script node",
      { type: "doc", content: [{ type: "script", content: [text("alert(1)")] }] },
      "body_unreadable",
    ],
    [
      "raw html",
      { type: "doc", content: [{ type: "html", attrs: { html: "<img onerror=1>" } }] },
      "body_unreadable",
    ],
    [
      "an unknown mark",
      paragraph(text("x", { type: "style", attrs: { css: "color:red" } })),
      "body_unreadable",
    ],
    [
      "a javascript link",
      paragraph(text("x", { type: "link", attrs: { href: "javascript:alert(1)" } })),
      "unsafe_link",
    ],
    [
      "a link with a tab in its scheme",
      paragraph(text("x", { type: "link", attrs: { href: "java\tscript:alert(1)" } })),
      "unsafe_link",
    ],
    [
      "a data link",
      paragraph(text("x", { type: "link", attrs: { href: "data:text/html,x" } })),
      "unsafe_link",
    ],
    [
      "a link to another host without a scheme",
      paragraph(text("x", { type: "link", attrs: { href: "//evil.example" } })),
      "unsafe_link",
    ],
    [
      "a link with a handler",
      paragraph(text("x", { type: "link", attrs: { href: "https://a.example", class: "x" } })),
      "unsafe_link",
    ],
    [
      "a quote that is no id",
      paragraph(text("x", { type: "quote", attrs: { quoteId: "1; drop table" } })),
      "body_unreadable",
    ],
    ["a quote without an id", paragraph(text("x", { type: "quote" })), "body_unreadable"],
    [
      "a picture from elsewhere",
      { type: "doc", content: [{ type: "picture", attrs: { mediaId: "https://a.example/x.png" } }] },
      "body_unreadable",
    ],
    [
      "a picture whose alt text is no text",
      { type: "doc", content: [{ type: "picture", attrs: { mediaId: id, alt: { a: 1 } } }] },
      "body_unreadable",
    ],
    [
      "a heading of the first level",
      { type: "doc", content: [{ type: "heading", attrs: { level: 1 }, content: [text("x")] }] },
      "body_unreadable",
    ],
    [
      "a heading of level '2; x'",
      { type: "doc", content: [{ type: "heading", attrs: { level: "2; x" }, content: [text("x")] }] },
      "body_unreadable",
    ],
    [
      "an embed of a provider that is not on the list",
      {
        type: "doc",
        content: [{ type: "embed", attrs: { provider: "evil", host: "", id: "dQw4w9WgXcQ", start: 0 } }],
      },
      "body_unreadable",
    ],
    [
      "an embed whose id leads elsewhere",
      {
        type: "doc",
        content: [{ type: "embed", attrs: { provider: "youtube", host: "", id: "../evil", start: 0 } }],
      },
      "body_unreadable",
    ],
    [
      "an internal note with a link in it",
      {
        type: "doc",
        content: [
          {
            type: "internalNote",
            content: [text("x", { type: "link", attrs: { href: "https://a.example" } })],
          },
        ],
      },
      "body_unreadable",
    ],
    ["U+0000 in the text", paragraph(text("a\u0000b")), "body_unreadable"],
    ["half of a surrogate pair", paragraph(text("a\ud800")), "body_unreadable"],
    ["text that is a number", paragraph({ type: "text", text: 5 }), "body_unreadable"],
    ["content that is an object", { type: "doc", content: { 0: "x" } }, "body_unreadable"],
    ["an array", [], "body_unreadable"],
    ["nothing", null, "body_unreadable"],
    ["a paragraph alone", { type: "paragraph" }, "body_unreadable"],
    [
      "a list with a bare text",
      { type: "doc", content: [{ type: "bulletList", content: [text("x")] }] },
      "body_unreadable",
    ],
    [
      "too many nodes",
      { type: "doc", content: Array.from({ length: 5_001 }, () => ({ type: "paragraph" })) },
      "too_long",
    ],
  ];
  it.each(refused)("refuses %s", (_name, body, why) => {
    expect(checkBody(body)).toEqual({ ok: false, why });
  });

  it("refuses depth before it can hurt", () => {
    let deep: unknown = { type: "paragraph" };
    for (let level = 0; level < 10_000; level += 1) deep = { type: "blockquote", content: [deep] };
    expect(checkBody({ type: "doc", content: [deep] })).toEqual({ ok: false, why: "body_unreadable" });
  });

  it("drops what the schema does not know of a node, rather than store it", () => {
    const sent = {
      type: "doc",
      onclick: "x",
      content: [{ type: "paragraph", attrs: { style: "x" }, content: [text("a")] }],
    };
    expect(checkBody(sent)).toEqual({ ok: true, value: paragraph(text("a")) });
  });

  it.each(["", "{", "null", "[]", '"doc"', '{"type":"doc","content":[{"__proto__":{"type":"x"}}]}'])(
    "refuses the JSON %j",
    (json) => {
      expect(parseBody(json).ok).toBe(false);
    },
  );
});

describe("a link that readers may follow", () => {
  it.each([
    "https://a.example/x?y#z",
    "http://a.example",
    "mailto:desk@a.example",
    "/harbour/story",
    "#quote-1",
  ])("%s may", (href) => expect(isSafeLink(href)).toBe(true));
  it.each([
    "javascript:x",
    " javascript:x",
    "JaVaScRiPt:x",
    "vbscript:x",
    "file:///etc",
    "//a.example",
    "/\\a.example",
    "https:/\n/a",
    "x",
    "",
    "ftp://a",
    "blob:x",
  ])("%j may not", (href) => expect(isSafeLink(href)).toBe(false));
});

describe("the plain text of a body", () => {
  it("maps every character back to the editor's position", () => {
    const checked = checkBody(everyNode);
    if (!checked.ok) throw new Error(checked.why);
    const plain = readBody(checked.value);
    expect(plain.text).toBe(
      "A heading\n\nPlain bold words, “and a quote,” she said.\nA new line.\n\nOne\n\nTwo\n\nLast",
    );
    // The editor's own reading of its positions is what ours is held against.
    const document = bodySchema.nodeFromJSON(checked.value);
    expect(
      plain.runs.map((run) => document.textBetween(run.pos, run.pos + run.text.length, "", "\n")),
    ).toEqual(plain.runs.map((run) => run.text));
    expect(plain.runs).toHaveLength(11);
    expect(plain.pullQuotes.map((pulled) => document.nodeAt(pulled.pos)?.textContent)).toEqual([
      "and a quote",
    ]);
  });

  it.each([
    ["", 0],
    ["one", 1],
    ["one two — three", 3],
    ["“don’t”, she said", 3],
    ["2.5 million", 2],
    ["我们不会忘记", 3],
  ])("%j has %i words", (words, count) => expect(countWords(words)).toBe(count));
});
