import { describe, expect, it } from "vitest";
import { record as anyRecord } from "./checks/fixtures";
import { evidenceLine, occasionOffer, panelOf, quotationKey, recordTag, tagOf } from "./quote-lines";
import type { QuoteRecord } from "./quote-record";
import type { GroundRule, Verification } from "./quotes";
import type { StoryQuotation, TiedQuotation, UntiedQuotation } from "./story-quotes";

const record = (part: Partial<QuoteRecord> = {}, source: Partial<QuoteRecord["source"]> = {}): QuoteRecord =>
  anyRecord({
    verbatim: "So it was",
    statement: null,
    verification: "checked",
    evidence: [{ id: "e", kind: "recording", text: "File 8", href: "", startsAt: 252, page: "" }],
    ...part,
    source: { id: "s", role: "", slug: null, ...source },
  });
const tied = (
  given: QuoteRecord | null,
  standing: TiedQuotation["standing"] = "verbatim",
  from = 1,
): TiedQuotation => ({
  kind: "tied",
  quoteId: given?.id ?? "lost",
  record: given,
  parts: [],
  displayed: "So it was",
  comparison: { standing, rules: [], differences: [] },
  standing,
  from,
  to: from + 9,
});
const untied = (short: boolean, from = 50): UntiedQuotation => ({
  kind: "untied",
  text: "“so it will be”",
  words: short ? 2 : 4,
  short,
  suggestion: null,
  occasion: null,
  looksLikeTitle: false,
  from,
  to: from + 10,
});

describe("how a quotation stands", () => {
  const unnamed = { unnamed: true, publicDescription: "An official", unnamedReason: "Not authorised" };
  const background = (source: Partial<QuoteRecord["source"]>) => record({ groundRule: "background" }, source);
  const rows: [string, StoryQuotation, string][] = [
    ["untied", untied(false), "broken: Unattributed: blocks publication"],
    ["short", untied(true), "attention: Short: listed for the editor, does not block"],
    ["lost", tied(null), "broken: The quote behind these words is not there, or not for you to see"],
    ["off record", tied(record({ groundRule: "off_record" })), "broken: Off the record: may not be printed"],
    ["altered", tied(record(), "altered"), "broken: Altered: not what was said"],
    ["no description", tied(background({})), "attention: Needs a description for readers"],
    [
      "no reason",
      tied(background({ ...unnamed, unnamedReason: "" })),
      "attention: Needs the reason why there is no name",
    ],
    ["no editor", tied(background(unnamed)), "attention: Needs an editor who knows the name"],
    [
      "known to an editor",
      tied(background({ ...unnamed, attestedBy: ["e"] })),
      "sourced: Verbatim, checked against the recording",
    ],
    ["permitted", tied(record(), "permitted"), "sourced: Checked against the recording"],
    [
      "confirmed",
      tied(record({ verification: "confirmed" })),
      "sourced: Verbatim, confirmed with the source",
    ],
    [
      "evidenced",
      tied(record({ verification: "evidenced" })),
      "attention: Evidence on file, not yet checked by a second person",
    ],
    [
      "noted",
      tied(record({ verification: "noted", evidence: [] })),
      "attention: Noted, with no evidence on file yet",
    ],
  ];
  it.each(rows)("%s", (_name, quotation, expected) => {
    const tag = tagOf(quotation);
    expect(`${tag.tone}: ${tag.words}`).toBe(expected);
  });
  it("is never sourced on its own while off the record or unchecked", () => {
    const rules: GroundRule[] = ["off_record"];
    const steps: Verification[] = ["noted", "evidenced"];
    for (const groundRule of rules) expect(recordTag(record({ groundRule })).tone).not.toBe("sourced");
    for (const verification of steps) expect(recordTag(record({ verification })).tone).not.toBe("sourced");
  });
});

describe("the panel", () => {
  it("puts what stands in the way first, keeps short ones apart, and counts the rest", () => {
    const checked = tied(record({ id: "checked" }), "verbatim", 1);
    const evidenced = tied(record({ id: "evidenced", verification: "evidenced" }), "verbatim", 20);
    const altered = tied(record({ id: "altered" }), "altered", 30);
    const panel = panelOf([checked, evidenced, altered, untied(false, 50), untied(true, 70)]);
    expect(panel.counted.map(quotationKey)).toEqual(["altered", "untied-50", "evidenced", "checked"]);
    expect(panel.short.map(quotationKey)).toEqual(["untied-70"]);
    expect(panel).toMatchObject({ verified: 1, unattributed: 1, altered: 1 });
  });
});

describe("the lines of the desk", () => {
  it("offer an occasion with its day, its channel and its place", () => {
    const { occasion } = record();
    expect(occasionOffer(occasion, 2026)).toBe("Interview, 20 Nov, by phone");
    expect(occasionOffer({ ...occasion, place: "Chandler Street" }, 2027)).toBe(
      "Interview, 20 Nov 2026, by phone, Chandler Street",
    );
    expect(occasionOffer({ ...occasion, saidOn: null, channel: null }, 2026)).toBe(
      "Interview, day not noted",
    );
  });
  it("name a piece of evidence by what it is and where in it the words stand", () => {
    const piece = { kind: "recording", text: "File 8", href: "", startsAt: 3754, page: "" } as const;
    expect(evidenceLine(piece)).toBe("Recording at 1:02:34: File 8");
    expect(evidenceLine({ ...piece, kind: "document", startsAt: null, text: "Minutes", page: "4" })).toBe(
      "Document: Minutes, page 4",
    );
  });
});
