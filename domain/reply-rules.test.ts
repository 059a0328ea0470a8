import { describe, expect, test } from "vitest";
import {
  decideHolding,
  defaultReplyRules,
  linkedPieces,
  type ReplyRules,
  repliesOpen,
  type SenderFacts,
  waitForNext,
  wordsIn,
} from "./reply-rules";

const fit = { text: "The gates were shut at nine.", name: "Davit", email: "davit@example.org" };
const sender: SenderFacts = { isBanned: false, isKnown: false, took: null };
const none: ReplyRules = {
  ...defaultReplyRules,
  hold: "none",
  holdLinks: true,
  holdWords: ["casino*", "Straße"],
};

test.each([
  ["all wait", { ...none, hold: "all" as const }, fit, sender, "held", ["all"]],
  ["a first one waits", { ...none, hold: "first" as const }, fit, sender, "held", ["first"]],
  [
    "a known one does not",
    { ...none, hold: "first" as const },
    fit,
    { ...sender, isKnown: true },
    "shown",
    [],
  ],
  ["none wait", none, fit, sender, "shown", []],
  ["a link", none, { ...fit, text: "See https://x.example/a" }, sender, "held", ["links"]],
  [
    "a link without its scheme",
    none,
    { ...fit, text: "Go to cheap-pills.com now" },
    sender,
    "held",
    ["links"],
  ],
  ["a link in the name", none, { ...fit, name: "www.shop" }, sender, "held", ["links"]],
  [
    "links let through",
    { ...none, holdLinks: false },
    { ...fit, text: "http://x.example" },
    sender,
    "shown",
    [],
  ],
  ["a word", none, { ...fit, text: "In der STRASSE? In der Straße!" }, sender, "held", ["words"]],
  ["the start of a word", none, { ...fit, text: "Casinos, they said" }, sender, "held", ["words"]],
  ["not a part of a word", none, { ...fit, text: "Straßenbahn" }, sender, "shown", []],
  ["within seconds", none, fit, { ...sender, took: 200 }, "held", ["quick"]],
  ["a minute", none, fit, { ...sender, took: 60_000 }, "shown", []],
  ["banned", none, fit, { ...sender, isBanned: true, isKnown: true }, "refused", ["banned"]],
] as const)("%s", (_name, rules, reply, facts, state, because) => {
  expect(decideHolding(reply, rules, facts)).toEqual({ state, because });
});

test("an abbreviation or a decimal is no link", () => {
  for (const text of ["At 9.30 p.m. it shut.", "Mr. Smith said so.So did I.", "e.g. this"])
    expect(decideHolding({ ...fit, text }, none, sender).state).toBe("shown");
});

describe("a story takes replies", () => {
  const publishedAt = new Date("2026-11-01T12:00:00Z");
  const open = (rules: Partial<ReplyRules>, now: string, withoutReplies = false) =>
    repliesOpen({ ...defaultReplyRules, ...rules }, { publishedAt, withoutReplies }, new Date(now));
  test("until its days are over, and not where an editor or the house closed it", () => {
    expect(open({ openDays: 3 }, "2026-11-04T11:59:59Z")).toBe(true);
    expect(open({ openDays: 3 }, "2026-11-04T12:00:00Z")).toBe(false);
    expect(open({ openDays: null }, "2036-11-04T12:00:00Z")).toBe(true);
    expect(open({ taken: false }, "2026-11-01T13:00:00Z")).toBe(false);
    expect(open({}, "2026-11-01T13:00:00Z", true)).toBe(false);
  });
});

test("the wait ends when the oldest attempt that fills a limit leaves its window", () => {
  const now = new Date(100_000);
  const limits = [{ most: 2, window: 10_000 }];
  expect(waitForNext([], now, limits)).toBe(0);
  expect(waitForNext([new Date(99_000)], now, limits)).toBe(0);
  expect(waitForNext([new Date(99_000), new Date(95_000)], now, limits)).toBe(5_000);
  expect(waitForNext([new Date(99_000), new Date(80_000)], now, limits)).toBe(0);
});

describe("a text in pieces", () => {
  test("sets addresses apart, without the sign that ends the sentence, and loses nothing", () => {
    const text = "See https://a.example/b?c=1. Or (http://d.example), or not.";
    expect(linkedPieces(text).flatMap((piece) => piece.href ?? [])).toEqual([
      "https://a.example/b?c=1",
      "http://d.example/",
    ]);
    expect(
      linkedPieces(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });

  test("sets an email apart only where that is asked for", () => {
    const text = "Write to desk@tidewater.example, or see https://a.example/@desk.";
    const hrefs = (mail: boolean) => linkedPieces(text, { mail }).flatMap((piece) => piece.href ?? []);
    expect(hrefs(false)).toEqual(["https://a.example/@desk"]);
    expect(hrefs(true)).toEqual(["mailto:desk@tidewater.example", "https://a.example/@desk"]);
    expect(linkedPieces("desk@tidewater.example").flatMap((piece) => piece.href ?? [])).toEqual([]);
  });
  test("links nothing else", () => {
    for (const text of ["javascript:alert(1)", "data:text/html,x", "http://", "<script>x</script>"])
      expect(linkedPieces(text).every((piece) => piece.href === undefined)).toBe(true);
  });
});

test("words are parted by lines and commas, each once", () => {
  expect(wordsIn(" a \nb, a;\n\n c d ")).toEqual(["a", "b", "c d"]);
});
