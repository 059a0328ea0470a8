import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body, BodyNode } from "../body/body";
import { readBody } from "../body/read-body";
import { blankWords } from "../testing/words";
import type { Words } from "../words";
import { compareTexts, type Piece, pieces } from "./compare";
import { leavesOf } from "./leaves";

const bodyOf = (...paragraphs: string[]): Body => ({
  type: "doc",
  content: paragraphs.map((text) => ({
    type: "paragraph",
    content: text ? [{ type: "text", text }] : [],
  })),
});
const words = (headline: string, ...paragraphs: string[]) =>
  blankWords({ headline, body: bodyOf(...paragraphs) });
const naming = { section: (id: string) => `section ${id}`, topic: (id: string) => id };
const drawn = (each: readonly Piece[]) =>
  each
    .map(({ kind, text }) => (kind === "came" ? `[+${text}+]` : kind === "went" ? `[-${text}-]` : text))
    .join("");

describe("comparing two texts of a story", () => {
  it("finds nothing between a text and itself", () => {
    const text = words("Harbour wall", "One.", "Two.");
    expect(compareTexts(text, text, naming).changes).toBe(0);
  });

  it("shows changed words inside a paragraph, and leaves the others alone", () => {
    const compared = compareTexts(
      words("Mayor", "Leaders of 23 councils were due to meet.", "Second."),
      words("Mayor", "Leaders of 25 councils were due to meet.", "Second."),
      naming,
    );
    expect(compared.leaves.map((each) => [each.change, drawn(each.pieces)])).toEqual([
      ["changed", "Leaders of [-23-][+25+] councils were due to meet."],
      ["same", "Second."],
    ]);
    expect(compared.changes).toBe(1);
  });

  it("tells a paragraph that came from one that went and one that was rewritten", () => {
    const compared = compareTexts(
      words("", "The ferry was late again.", "Rain fell on the quay.", "The end."),
      words("", "The ferry was late, again and again.", "Chandler Street had stopped planning.", "The end."),
      naming,
    );
    expect(compared.leaves.map((each) => each.change)).toEqual(["changed", "came", "went", "same"]);
  });

  it("names what is not in the text: section, topics, address", () => {
    const before = words("A", "Text.");
    const after = { ...before, sectionId: "politics", slug: "new-address" };
    const lines = compareTexts(before, after, naming).lines;
    expect(lines.map((line) => `${line.name}: ${drawn(line.pieces)}`)).toEqual([
      "Section: [+section politics+]",
      "Address: [+new-address+]",
    ]);
  });

  it("loses and invents nothing: the pieces rebuild both texts", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const found = pieces(before, after);
        const without = (kind: Piece["kind"]) =>
          found
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join("");
        expect(without("went")).toBe(after);
        expect(without("came")).toBe(before);
      }),
    );
  });

  it("keeps every block of the newer text, in order", () => {
    const paragraph = fc.array(fc.constantFrom("ferry", "wall", "mayor", "tide", "gate"), { maxLength: 4 });
    const text = fc.array(
      paragraph.map((list) => list.join(" ")),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const compared = compareTexts(words("", ...before), words("", ...after), naming).leaves;
        expect(compared.flatMap((each) => (each.leaf ? [each.leaf.text] : []))).toEqual(after);
        const old = compared.flatMap((each) =>
          each.change === "same" ? [each.leaf?.text] : each.was ? [each.was.text] : [],
        );
        expect(old).toEqual(before);
      }),
    );
  });
});

describe("the blocks of a body", () => {
  it("stand at the editor's own positions", () => {
    const body: Body = {
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Head" }] },
        {
          type: "bulletList",
          content: [
            {
              type: "listItem",
              content: [{ type: "paragraph", content: [{ type: "text", text: "one" }] }],
            },
          ],
        },
        { type: "horizontalRule" },
        {
          type: "paragraph",
          content: [{ type: "text", text: "last" }, { type: "hardBreak" }, { type: "text", text: "line" }],
        },
      ],
    };
    const runs = readBody(body).runs.map((run) => [run.text, run.pos]);
    expect(leavesOf(body).flatMap((leaf) => leaf.runs.map((run) => [run.text, run.pos]))).toEqual(runs);
    expect(leavesOf(body).map((leaf) => leaf.item)).toEqual([null, "•", null, null]);
  });
});

describe("what moved, and what is said by somebody else now", () => {
  const tied = (text: string, quoteId: string | null): BodyNode => ({
    type: "paragraph",
    content: [{ type: "text", text, ...(quoteId ? { marks: [{ type: "quote", attrs: { quoteId } }] } : {}) }],
  });
  const said = (...content: BodyNode[]): Words => ({ ...words("H"), body: { type: "doc", content } });
  const named = { section: String, topic: String, speaker: (id: string) => `speaker of ${id}` };

  it("tells a block that moved from one that came and one that went, and counts it once", () => {
    const [one, two, three] = ["The ferry left.", "The mayor spoke at length.", "It rained."];
    const { leaves, changes } = compareTexts(words("H", one, two, three), words("H", three, one, two), named);
    const told = leaves.map(({ change, leaf, was }) => [change, (leaf ?? was)?.text]);
    expect(told).toEqual([
      ["moved", three],
      ["same", one],
      ["same", two],
      ["left", three],
    ]);
    expect(changes).toBe(1);
  });

  it("tells of words that stand and are tied to another quote, to none, or to one for the first time", () => {
    const before = said(tied("“No.”", "a"), tied("“Yes.”", "b"), tied("“Maybe.”", null), tied("“So.”", "c"));
    const after = said(tied("“No.”", "d"), tied("“Yes.”", null), tied("“Maybe.”", "e"), tied("“So.”", "c"));
    expect(compareTexts(before, after, named).ties).toEqual([
      { text: "“No.”", was: "speaker of a", now: "speaker of d" },
      { text: "“Maybe.”", was: null, now: "speaker of e" },
      { text: "“Yes.”", was: "speaker of b", now: null },
    ]);
  });

  it("tells nothing of words that came or went with their quote", () => {
    const comparison = compareTexts(said(tied("“No.”", "a")), said(tied("“Never.”", "b")), named);
    expect(comparison.ties).toEqual([]);
  });
});
