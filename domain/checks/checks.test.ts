import { describe, expect, it } from "vitest";
import { defaultHouse } from "../paper";
import type { CheckedStory } from "./checked-story";
import { blockersOf, missingOf, runChecks } from "./checks";
import { bodyWith, checkedWith, record, tie } from "./fixtures";
import type { CheckName } from "./names";

const found = (story: CheckedStory, state: "blocker" | "warning" | "overridden") =>
  runChecks(story)
    .filter((verdict) => verdict.state === state)
    .map((verdict) => verdict.check);

const speaker = record({ verbatim: "We will send the bill for every sandbag" });
const withheld = record({
  verbatim: "close, but not signed",
  groundRule: "background",
  source: { publicDescription: "A senior official", unnamedReason: "not authorised", attestedBy: ["editor"] },
});
const unnamed = record({ verbatim: "close, but not signed", source: { unnamed: true } });
const picture = (attrs: object) => ({
  type: "picture",
  attrs: { mediaId: speaker.id, alt: "", caption: "", credit: "", ...attrs },
});

/** What a story is, and what the checks that stand in the way make of it. */
const blockers: [string, Partial<CheckedStory> & { text?: string }, CheckName[]][] = [
  ["a whole story", { text: "Words." }, []],
  [
    "no headline",
    { words: checkedWith({}).words && { ...checkedWith({}).words, headline: " " } },
    ["headline"],
  ],
  ["no section", { words: { ...checkedWith({}).words, sectionId: null } }, ["section"]],
  ["no author", { authorIds: [] }, ["author"]],
  ["no text", { text: " " }, ["body"]],
  ["a quotation of four words, untied", { text: "“Nobody asked us anything,” he said." }, ["unattributed"]],
  ["straight marks", { text: '"Nobody asked us anything," he said.' }, ["unattributed"]],
  ["single marks", { text: "‘Nobody asked us anything,’ he said." }, ["unattributed"]],
  ["three words, untied", { text: "It is “the longest wall” of all." }, []],
  ["apostrophes alone", { text: "The councils’ chairs and the fishers’ union couldn’t agree on it." }, []],
  [
    "an untied quotation in the headline",
    { words: { ...checkedWith({}).words, headline: "Mayor: “Nobody asked us anything at all”" } },
    ["unattributed"],
  ],
  [
    "a headline that repeats a quote of the story",
    { words: { ...checkedWith({}).words, headline: "Mayor: ‘We will send the bill’" }, records: [speaker] },
    [],
  ],
  [
    "an open thread that must be resolved",
    { openThreads: [{ id: "t", passage: "", mustResolve: true }] },
    ["must_resolve"],
  ],
  ["an open thread", { openThreads: [{ id: "t", passage: "", mustResolve: false }] }, []],
  ["an approver who is an author", { approverId: "author" }, ["approver_is_author"]],
  ["a bare source", { text: "A source said the wall would fall." }, ["bare_source"]],
  ["a described source", { text: "A source close to the mayor said the wall would fall." }, []],
  [
    "a hero without alt text",
    { words: { ...checkedWith({}).words, hero: { mediaId: "m", alt: "", caption: "", credit: "Pell" } } },
    ["picture_alt"],
  ],
  [
    "a hero without credit",
    {
      words: { ...checkedWith({}).words, hero: { mediaId: "m", alt: "The mole", caption: "", credit: " " } },
    },
    ["picture_credit"],
  ],
  [
    "words said off the record, repeated",
    { text: "They mean to sell the whole dock by June.", offRecord: ["mean to sell the whole dock by June"] },
    ["off_record"],
  ],
  [
    "words said off the record, in other marks and cases",
    { text: "“MEAN TO SELL — the whole dock” by June", offRecord: ["mean to sell the whole dock"] },
    ["unattributed", "off_record"],
  ],
];

describe("what stands in the way of approval", () => {
  it.each(blockers)("%s", (_title, { text, ...given }, expected) => {
    const story = checkedWith({ ...given, ...(text !== undefined && { body: bodyWith(text) }) });
    expect(
      blockersOf(runChecks(story))
        .map((verdict) => verdict.check)
        .sort(),
    ).toEqual([...expected].sort());
  });

  it.each([
    ["verbatim", "“We will send the bill for every sandbag.”", []],
    ["a part", "“send the bill for every sandbag”", []],
    ["cut with …", "“We will … bill for every sandbag”", []],
    ["put in with [brackets]", "“We will send [the ministry] the bill for every sandbag”", []],
    ["cut without …", "“We will send the bill for sandbag”", ["altered"]],
    ["another word", "“We shall send the bill for every sandbag”", ["altered"]],
    ["tidied up", "“We'll send the bill for every sandbag”", ["altered"]],
  ] as const)("a tied quote whose words are %s", (_title, words, expected) => {
    const story = checkedWith({ records: [speaker], body: bodyWith("She said: ", tie(words, speaker.id)) });
    expect(found(story, "blocker")).toEqual(expected);
  });

  it.each([
    ["with description, reason and an editor who knows", withheld, []],
    ["with nothing", unnamed, ["unnamed_reason", "unnamed_description", "unnamed_attestation"]],
    [
      "a named source on background, with nothing",
      record({ verbatim: "close, but not signed", groundRule: "background" }),
      ["unnamed_reason", "unnamed_description", "unnamed_attestation"],
    ],
    [
      "off the record",
      record({
        verbatim: "close, but not signed",
        groundRule: "off_record",
        source: { publicDescription: "x", unnamedReason: "y", attestedBy: ["e"] },
      }),
      ["off_record"],
    ],
    ["on the record", record({ verbatim: "close, but not signed" }), []],
  ] as const)("a source %s", (_title, source, expected) => {
    const story = checkedWith({
      records: [source],
      // The only voice of the story is its central fact, to which an admin has agreed.
      approvals: [{ sourceId: source.source.id, use: "central", by: "top", level: "admin" }],
      body: bodyWith("It was ", tie("“close, but not signed”", source.id)),
    });
    expect(found(story, "blocker")).toEqual(expected);
  });

  it("a pull quote that is nobody's, or has other words", () => {
    const pull = (quoteId: string | null, text: string) => ({
      type: "pullQuote",
      attrs: { quoteId },
      content: [{ type: "text", text }],
    });
    const with_ = (node: object) =>
      found(checkedWith({ records: [speaker], body: bodyWith("Words.", node) }), "blocker");
    expect(with_(pull(null, "We will send the bill"))).toEqual(["pull_quote"]);
    expect(with_(pull(speaker.id, "We shall send the bill"))).toEqual(["pull_quote"]);
    expect(with_(pull(speaker.id, "We will send the bill"))).toEqual([]);
  });

  it("a pull quote may show a quote in its translation, and no other", () => {
    const swedish = record({
      verbatim: "Vi skickar räkningen",
      translation: "We will send the bill to the ministry",
    });
    const pulled = (text: string) =>
      found(
        checkedWith({
          records: [swedish],
          body: bodyWith("Words.", {
            type: "pullQuote",
            attrs: { quoteId: swedish.id },
            content: [{ type: "text", text }],
          }),
        }),
        "blocker",
      );
    expect(pulled("We will send the bill to the ministry")).toEqual([]);
    expect(pulled("Vi skickar räkningen")).toEqual([]);
    expect(pulled("We shall tear up the bill")).toEqual(["pull_quote"]);
  });

  it("a picture in the text without alt text and credit", () => {
    expect(found(checkedWith({ body: bodyWith("Words.", picture({})) }), "blocker")).toEqual([
      "picture_alt",
      "picture_credit",
    ]);
    expect(
      found(checkedWith({ body: bodyWith("Words.", picture({ alt: "A", credit: "B" })) }), "blocker"),
    ).toEqual([]);
  });

  it("an embargo does not stand in the way of approval, and is never overridden", () => {
    const story = checkedWith({
      embargoUntil: new Date("2026-12-01"),
      overrides: [{ check: "embargo", subject: "", reason: "x" }],
    });
    expect(found(story, "blocker")).toEqual(["embargo"]);
    expect(blockersOf(runChecks(story))).toEqual([]);
  });

  it("words that a reporter marked as not a quotation are let through", () => {
    const words = "“The Longest Wall in the World”";
    const marked = { type: "text", text: words, marks: [{ type: "notQuotation" }] };
    expect(found(checkedWith({ body: bodyWith("Her book ", marked) }), "blocker")).toEqual([]);
    expect(found(checkedWith({ body: bodyWith(`Her book ${words}`) }), "blocker")).toEqual(["unattributed"]);
  });

  it("only a part of a quotation is tied: the rest is somebody's words too", () => {
    const body = bodyWith(
      "“",
      tie("We will send the bill", speaker.id),
      " and nobody will ever pay it back,” she said.",
    );
    expect(found(checkedWith({ records: [speaker], body }), "blocker")).toEqual(["unattributed"]);
  });
});

describe("overrides and the house's own severity", () => {
  const text = "“Nobody asked us anything,” he said.";
  it("sets one finding aside and not its neighbour", () => {
    const body = bodyWith(`${text} “Nobody told us either way,” she said.`);
    const overrides = [{ check: "unattributed", subject: "“Nobody asked us anything,”", reason: "a play" }];
    expect(found(checkedWith({ body, overrides }), "overridden")).toEqual(["unattributed"]);
    expect(found(checkedWith({ body, overrides }), "blocker")).toEqual(["unattributed"]);
  });
  it("never sets off the record aside", () => {
    const given = {
      body: bodyWith("They mean to sell the whole dock."),
      offRecord: ["mean to sell the whole dock"],
    };
    const overrides = [{ check: "off_record", subject: "", reason: "x" }];
    expect(found(checkedWith({ ...given, overrides }), "blocker")).toEqual(["off_record"]);
    const house = { ...defaultHouse, severity: { off_record: "off" as const } };
    expect(found(checkedWith({ ...given, house }), "blocker")).toEqual(["off_record"]);
  });
  it("follows the house in what a house may decide", () => {
    const house = { ...defaultHouse, quotationWords: 7, severity: { no_topic: "blocker" as const } };
    expect(found(checkedWith({ body: bodyWith(text), house }), "blocker")).toEqual(["no_topic"]);
    const mild = { ...defaultHouse, severity: { unattributed: "warning" as const } };
    expect(found(checkedWith({ body: bodyWith(text), house: mild }), "warning")).toContain("unattributed");
  });
});

describe("what is pointed out", () => {
  it.each<[string, Parameters<typeof checkedWith>[0], CheckName]>([
    [
      "a long standfirst",
      { words: { ...checkedWith({}).words, standfirst: "x".repeat(161) } },
      "long_standfirst",
    ],
    ["no topic", {}, "no_topic"],
    [
      "one source",
      { records: [speaker], body: bodyWith(tie("We will send the bill", speaker.id)) },
      "single_source",
    ],
    [
      "a quote not yet checked",
      { records: [speaker], body: bodyWith(tie("We will send the bill", speaker.id)) },
      "not_verified",
    ],
    [
      "criticism without a reply",
      { body: bodyWith("She accused the ministry of delay.") },
      "no_reply_sought",
    ],
    ["a short quotation", { body: bodyWith("It was “not nice” at all.") }, "short_quotation"],
    [
      "a plural for one source",
      {
        records: [withheld],
        body: bodyWith("Ministry sources said it was ", tie("“close, but not signed”", withheld.id)),
      },
      "plural_sources",
    ],
  ])("%s", (_title, given, check) => expect(found(checkedWith(given), "warning")).toContain(check));

  it("asks of a draft only that it is complete", () => {
    const story = checkedWith({
      words: { ...checkedWith({}).words, headline: "" },
      body: bodyWith("“Nobody asked us anything,” he said."),
    });
    expect(missingOf(runChecks(story)).map((verdict) => verdict.check)).toEqual(["headline"]);
  });
});
