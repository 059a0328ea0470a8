import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BodyNode } from "@/domain/body/body";
import { atOnce } from "@/domain/steps";
import { quotationsOf, type StoryQuotation } from "@/domain/story-quotes";
import {
  type QuotationsAsked,
  type QuotationsRead,
  QuotationsReader,
  readWholeLater,
  withChange,
} from "./quotations-reader";

const paragraph = (text: string): BodyNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const names = ["Marta Lindqvist", "Owen Strake", "Petra Lund"];
/** Long enough to be read by the neighbourhood of a change, with somebody speaking in each paragraph. */
const long = Array.from({ length: 120 }, (_, at) =>
  paragraph(
    `“We have waited ${at} years for this wall,” said ${names[at % 3]}. The council met and heard what the winter had done to the street, and to the quay behind it, and to the boats, and then it went home to its supper in the dark. “Nobody came,” she added.`,
  ),
);
const rules = { quotationWords: 4, knownNames: names };
const asked = (given: Partial<QuotationsAsked>): QuotationsAsked => ({
  number: 1,
  start: 0,
  removed: 0,
  blocks: [],
  records: null,
  quotationWords: 4,
  knownNames: null,
  whole: false,
  ...given,
});

function reading(): QuotationsReader {
  const reader = new QuotationsReader();
  reader.read(asked({ blocks: long, records: [], knownNames: names, whole: true }));
  return reader;
}

/** The quotations of the long text, with what a reader tells has changed in them. */
const heard = (...told: readonly (QuotationsRead | null)[]): StoryQuotation[] =>
  told.reduce<StoryQuotation[]>(
    (before, read) => (read ? withChange(before, read) : before),
    quotationsOf({ type: "doc", content: long }, new Map(), rules),
  );

const quote = paragraph("“The gates are ready and the money is there,” Lindqvist said.");

describe("a change in a long text", () => {
  it.each([
    ["a paragraph comes in", 60, 0, [quote]],
    ["a paragraph comes first", 0, 0, [quote]],
    ["a paragraph comes last", 120, 0, [quote]],
    ["one takes another’s place", 31, 1, [quote]],
    ["one goes", 31, 1, []],
    ["two become one", 31, 2, [quote]],
    [
      "words are set off",
      40,
      1,
      [{ type: "blockquote", content: [paragraph("The gates are ready at last.")] }],
    ],
  ] as const)("is read by its neighbourhood as the whole text is, when %s", (_, start, removed, blocks) => {
    const reader = reading();
    const told = reader.read(asked({ number: 2, start, removed, blocks: [...blocks] }));
    expect(reader.isPartial).toBe(true);
    const content = long.toSpliced(start, removed, ...blocks);
    expect(heard(told)).toEqual(quotationsOf({ type: "doc", content }, new Map(), rules));
    // Of 240 quotations only those that changed are handed over.
    expect(told.quotations?.fresh.length).toBeLessThanOrEqual(2);
    expect(atOnce(reader.readingWhole())).toBeNull();
    expect(reader.isPartial).toBe(false);
  });

  it("finds the same words of the same people where a quotation opens and does not close", () => {
    const reader = reading();
    const open = paragraph("“The gates are ready, Lindqvist said.");
    const told = reader.read(asked({ number: 2, start: 50, removed: 1, blocks: [open] }));
    const whole = quotationsOf({ type: "doc", content: long.toSpliced(50, 1, open) }, new Map(), rules);
    const said = (all: readonly StoryQuotation[]) =>
      all.map((each) =>
        each.kind === "untied" ? [each.from, each.to, each.text, each.suggestion?.speaker] : each,
      );
    expect(said(heard(told))).toEqual(said(whole));
    // How sure each suggestion is depends on what was said before it.
    expect(heard(told, atOnce(reader.readingWhole()))).toEqual(whole);
  });

  it("is put right by the whole text, where somebody far above decides who is meant", () => {
    const reader = new QuotationsReader();
    const [first, ...rest] = [paragraph("Ylva Rask, the warden, came late."), ...long];
    reader.read(asked({ blocks: [first, ...rest], records: [], knownNames: [], whole: true }));
    const said = paragraph("“The gates are ready and the money is there,” Rask said.");
    const near = reader.read(asked({ number: 2, start: 90, blocks: [said] }));
    const speakers = (told: typeof near | null) =>
      told?.quotations?.fresh.flatMap((each) =>
        each.kind === "untied" && each.text.includes("gates") ? each.suggestion?.speaker : [],
      );
    expect(speakers(near)).toEqual(["Rask"]);
    expect(speakers(atOnce(reader.readingWhole()))).toEqual(["Ylva Rask"]);
  });

  it("is counted with the words that it brings", () => {
    const reader = reading();
    const { words } = reader.read(asked({ number: 2, start: 10, removed: 1, blocks: [quote] }));
    const before = reader.read(asked({ number: 3, start: 10, removed: 1, blocks: [] })).words;
    expect(words - before).toBe(11);
  });
});

describe("the whole of a long text", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // So slow a machine that every step takes longer than a slice.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      now += 50;
      return now;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  /** A reader whose whole text says something else than what was read of it: who Rask is stands far above. */
  function partly(): QuotationsReader {
    const reader = new QuotationsReader();
    const blocks = [paragraph("Ylva Rask, the warden, came late."), ...long];
    reader.read(asked({ blocks, records: [], knownNames: [], whole: true }));
    reader.read(
      asked({ number: 2, start: 90, blocks: [paragraph("“The gates are ready and shut,” Rask said.")] }),
    );
    return reader;
  }

  it("is read a step at a time, with rests between", () => {
    const then = vi.fn();
    readWholeLater(partly(), then);
    let rests = 0;
    while (vi.getTimerCount() > 0 && rests < 1_000) {
      expect(then).not.toHaveBeenCalled();
      vi.advanceTimersToNextTimer();
      rests += 1;
    }
    expect(then).toHaveBeenCalledOnce();
    expect(rests).toBeGreaterThan(20);
  });

  it("is left off for what is asked meanwhile, and changes nothing then", () => {
    const reader = partly();
    const then = vi.fn();
    const leaveOff = readWholeLater(reader, then);
    for (let rests = 0; rests < 5; rests += 1) vi.advanceTimersToNextTimer();
    leaveOff();
    expect(vi.getTimerCount()).toBe(0);
    expect(then).not.toHaveBeenCalled();
    expect(reader.isPartial).toBe(true);
    expect(atOnce(reader.readingWhole())).not.toBeNull();
  });
});
