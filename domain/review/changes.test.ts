import { Node, Slice } from "@tiptap/pm/model";
import { canJoin, canSplit, findWrapping, liftTarget, Transform } from "@tiptap/pm/transform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BodyNode } from "../body/body";
import { everyNode } from "../body/fixtures";
import { bodySchema } from "../body/schema";
import { type BodyChange, carriedOver, changesBetween, withChange, withChanges } from "./changes";

const docOf = (...content: readonly BodyNode[]) => bodySchema.nodeFromJSON({ type: "doc", content });
const p = (text: string): BodyNode => ({
  type: "paragraph",
  ...(text && { content: [{ type: "text", text }] }),
});

const told = (before: Node, after: Node) =>
  changesBetween(before, after).map(({ from, to, slice }) => [
    before.textBetween(from, to, "¶", "·"),
    slice.content.textBetween(0, slice.content.size, "¶", "·"),
  ]);

describe("what leads from one text to another", () => {
  const text = docOf(p("Leaders of 23 councils will attend on Saturday."), p("Nobody else was asked."));
  it.each([
    [
      "words put in",
      docOf(p("Leaders of 23 councils will attend on Saturday night."), p("Nobody else was asked.")),
      [["", " night"]],
    ],
    [
      "words taken out",
      docOf(p("Leaders of 23 councils will attend."), p("Nobody else was asked.")),
      [[" on Saturday", ""]],
    ],
    [
      "words in place of others, twice",
      docOf(p("Heads of 23 councils will attend on Saturday."), p("Nobody else was invited.")),
      [
        ["Leaders", "Heads"],
        ["asked", "invited"],
      ],
    ],
    [
      "a paragraph taken out",
      docOf(p("Leaders of 23 councils will attend on Saturday.")),
      [["Nobody else was asked.", ""]],
    ],
    ["nothing", text, []],
  ])("%s", (_what, after, changes) => {
    expect(told(text, after)).toEqual(changes);
  });
  it.each([
    ["a sentence after the last", "asked.", "asked. Not one.", [["", " Not one."]]],
    [
      "a phrase in place of another",
      "He spoke of the wall.",
      "He spoke in a low voice.",
      [["of the wall", "in a low voice"]],
    ],
    [
      "words near each other",
      "Leaders of 23 councils",
      "Heads of councils",
      [
        ["Leaders", "Heads"],
        [" 23", ""],
      ],
    ],
    ["letters within a word", "the council met", "the councils met", [["", "s"]]],
    ["a mark of two units", "the 🙂 wall", "the 🙃 wall", [["🙂", "🙃"]]],
  ])("%s is told as a person would", (_what, before, after, changes) => {
    expect(told(docOf(p(before)), docOf(p(after)))).toEqual(changes);
  });
  it("the same word in each of many paragraphs is a change in each, and a text written anew is one", () => {
    const many = (text: (index: number) => string, count: number) =>
      docOf(...Array.from({ length: count }, (_, index) => p(text(index))));
    const walls = many((index) => `The wall ${index} is old.`, 300);
    expect(
      told(
        walls,
        many((index) => `The gate ${index} is old.`, 300),
      ),
    ).toEqual(Array.from({ length: 300 }, () => ["wall", "gate"]));
    const anew = changesBetween(
      many((index) => `A ${index}.`, 900),
      many((index) => `B ${index} c.`, 900),
    );
    expect(anew.length).toBe(1);
  });
  it("words set in bold are a change", () => {
    const after = new Transform(text).addMark(1, 8, bodySchema.mark("bold")).doc;
    expect(told(text, after)).toEqual([["Leaders", "Leaders"]]);
  });
});

const words = fc.constantFrom("a", " ", "aa", "the", "said. ", "“No,” ", "aaaa");
const quote = "0190a8b0-0000-7000-8000-000000000000";
type Edit = (tr: Transform, from: number, to: number, word: string) => void;
/** What somebody may do in a text, as the editor does it. Where it cannot be done nothing happens. */
const edits: Record<string, Edit> = {
  type: (tr, from, to, word) => {
    const [start, end] = [tr.doc.resolve(from), tr.doc.resolve(to)];
    if (start.parent.isTextblock && start.sameParent(end)) {
      const marks = start.marksAcross(end) ?? start.marks();
      tr.replaceWith(from, to, bodySchema.text(word, start.parent.type.allowedMarks(marks)));
    }
  },
  remove: (tr, from, to) => void tr.deleteRange(from, to),
  split: (tr, from) => void (canSplit(tr.doc, from) && tr.split(from)),
  join: (tr, from) => {
    const after = tr.doc.resolve(from);
    if (after.depth > 0 && canJoin(tr.doc, after.after())) tr.join(after.after());
  },
  bold: (tr, from, to) => void tr.addMark(from, to, bodySchema.mark("bold")),
  plain: (tr, from, to) => void tr.removeMark(from, to),
  tie: (tr, from, to) => void tr.addMark(from, to, bodySchema.mark("quote", { quoteId: quote })),
  heading: (tr, from, to) => void tr.setBlockType(from, to, bodySchema.node("heading").type, { level: 2 }),
  note: (tr, from, to) => void tr.setBlockType(from, to, bodySchema.node("internalNote").type),
  wrap: (tr, from, to) => {
    const range = tr.doc.resolve(from).blockRange(tr.doc.resolve(to));
    const list = from % 2 === 0 ? bodySchema.nodes.bulletList : bodySchema.nodes.blockquote;
    const around = range && list && findWrapping(range, list);
    if (range && around) tr.wrap(range, around);
  },
  lift: (tr, from, to) => {
    const range = tr.doc.resolve(from).blockRange(tr.doc.resolve(to));
    const depth = range && liftTarget(range);
    if (range && depth !== null) tr.lift(range, depth);
  },
  paste: (tr, from, to, word) => {
    const pasted = docOf(p(word), p(`${word}${word}`), p(""));
    tr.replaceRange(from, to, new Slice(pasted.content, 1, 1));
  },
  move: (tr, from, to) => {
    const slice = tr.doc.slice(from, to);
    tr.deleteRange(from, to);
    tr.replaceRange(0, 0, slice);
  },
};
const start = fc.constantFrom(
  docOf(p("aaaa aaaa aaaa"), p("the councils said. “No,” she said."), p("aaaa aaaa aaaa")),
  bodySchema.nodeFromJSON(everyNode),
  docOf(p("")),
  docOf(
    {
      type: "bulletList",
      content: ["a", "aa", "a"].map((each) => ({ type: "listItem", content: [p(each)] })),
    },
    p("a"),
  ),
);
const deeds = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(10_000), fc.nat(60), words), {
  minLength: 1,
  maxLength: 12,
});
type Deeds = readonly (readonly [string, number, number, string])[];
function edited(doc: Node, list: Deeds): Node {
  const tr = new Transform(doc);
  for (const [what, place, length, word] of list) {
    const { size } = tr.doc.content;
    const from = place % (size + 1);
    const steps = tr.steps.length;
    const kept = tr.doc;
    try {
      edits[what]?.(tr, from, Math.min(size, from + (length % 5 === 0 ? length : length % 8)), word);
      tr.doc.check();
    } catch {
      // Half of an edit is none.
      return tr.steps.length > steps ? edited(kept, []) : tr.doc;
    }
  }
  return tr.doc;
}
const same = (one: Node, other: Node) => JSON.stringify(one.toJSON()) === JSON.stringify(other.toJSON());

describe("for any series of edits (law)", () => {
  it("all changes accepted give the text as typed plainly, and none accepted the text as it was", () => {
    let several = 0;
    fc.assert(
      fc.property(start, deeds, (before, list) => {
        const after = edited(before, list);
        const kept = JSON.stringify(before.toJSON());
        const changes = changesBetween(before, after);
        if (changes.length > 1) several += 1;
        const all = withChanges(before, changes);
        expect(all.left).toEqual([]);
        all.doc.check();
        expect(same(all.doc, after)).toBe(true);
        expect(JSON.stringify(before.toJSON())).toBe(kept);
        expect(changes.length === 0).toBe(same(before, after));
      }),
      { numRuns: 600 },
    );
    expect(several).toBeGreaterThan(100);
  });

  it("accepted one by one in any order they give the same text, and each alone is a text that can be stored", () => {
    fc.assert(
      fc.property(start, deeds, fc.infiniteStream(fc.nat(100)), (before, list, dice) => {
        const after = edited(before, list);
        let open: BodyChange[] = changesBetween(before, after);
        let now = before;
        while (open.length > 0) {
          for (const each of open) withChange(now, each)?.check();
          const [made] = open.splice((dice.next().value ?? 0) % open.length, 1);
          if (!made) return;
          const next = withChange(now, made);
          expect(next).not.toBeNull();
          now = next ?? now;
          open = open.map((each) => {
            const from = carriedOver(each, [made]);
            expect(from).not.toBeNull();
            return { ...each, from: from ?? 0, to: (from ?? 0) + each.to - each.from };
          });
        }
        expect(same(now, after)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it("survives being kept as JSON", () => {
    fc.assert(
      fc.property(start, deeds, (before, list) => {
        const after = edited(before, list);
        const kept = changesBetween(before, after).map(({ from, to, slice }) => ({
          from,
          to,
          slice: Slice.fromJSON(bodySchema, JSON.parse(JSON.stringify(slice.toJSON()))),
        }));
        expect(same(withChanges(Node.fromJSON(bodySchema, before.toJSON()), kept).doc, after)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
