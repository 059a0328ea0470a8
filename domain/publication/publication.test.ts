import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyWith, checkedWith, record, tie } from "../checks/fixtures";
import type { QuoteRecord } from "../quote-record";
import { groundRules } from "../quotes";
import { addressesTouchedBy } from "./addresses";
import { occasionLine } from "./notes";
import { publicationOf } from "./publication";

const publish = (records: readonly QuoteRecord[], body: ReturnType<typeof bodyWith>, given: object = {}) =>
  publicationOf({
    storyId: "story",
    words: { ...checkedWith({ body }).words, ...given },
    slug: "a-story",
    section: { slug: "harbour", name: "Harbour" },
    topics: [{ slug: "flood", name: "Flood defence" }],
    authors: [{ slug: "ines-okafor", name: "Ines Okafor", title: "reporter" }],
    records,
    pictures: [],
    paperName: "the Record",
    publishedAt: new Date("2026-11-21T18:40:00Z"),
    updatedAt: new Date("2026-11-22T09:12:00Z"),
  });

describe("what readers see of a quote", () => {
  const spoken = record({
    verbatim: "We will send the bill",
    verification: "checked",
    publicRef: "k7h2m4p9q3r5",
    evidence: [{ id: "e", kind: "recording", text: "", href: "", startsAt: 272, page: "" }],
  });

  it("says who, on what occasion, and how it was verified", () => {
    const document = publish(
      [spoken],
      bodyWith("She said ", tie("“We will send the bill”", spoken.id), " twice."),
    );
    expect(document.notes).toEqual([
      {
        number: 1,
        ref: "k7h2m4p9q3r5",
        words: "“We will send the bill”",
        speaker: "Marta Lindqvist",
        role: "mayor of Tidewater",
        slug: "marta-lindqvist",
        speakerKind: "person",
        occasion: "Interview with the Record, 20 Nov 2026, by phone.",
        kept: "Recorded.",
        verified: "Checked against the recording",
        standing: "verified",
        unnamedReason: "",
        credibility: "",
        saidOn: "2026-11-20",
      },
    ]);
    expect(document.body).toEqual([
      {
        kind: "paragraph",
        inline: [
          { kind: "text", text: "She said " },
          { kind: "text", text: "“We will send the bill”", note: 1, noteEnds: true },
          { kind: "text", text: " twice." },
        ],
      },
    ]);
    expect(document.sourcing).toMatchObject({
      quotes: 1,
      sources: 1,
      named: 1,
      rows: [{ label: "Recording", standing: "verified" }],
    });
  });

  it("numbers a quote in two pieces once", () => {
    const body = bodyWith(tie("“We will", spoken.id), " (she said) ", tie("send the bill”", spoken.id));
    const document = publish([spoken], body);
    expect(document.notes).toHaveLength(1);
    expect(document.body[0]).toMatchObject({ inline: [{ note: 1, noteEnds: true }, {}, { note: 1 }] });
  });

  it("counts a source once, however often it speaks", () => {
    const more = record({ verbatim: "Or else", source: spoken.source });
    const document = publish(
      [spoken, more],
      bodyWith(tie("We will send the bill", spoken.id), " ", tie("Or else", more.id)),
    );
    expect(document.sourcing).toMatchObject({
      quotes: 2,
      sources: 1,
      rows: [{ line: "Mayor of Tidewater · interviewed 20 Nov 2026 · 2 quotes" }],
    });
  });

  it("gives a pull quote the name that its margin note has", () => {
    const pull = {
      type: "pullQuote",
      attrs: { quoteId: spoken.id },
      content: [{ type: "text", text: "the bill" }],
    };
    expect(publish([spoken], bodyWith("Words.", pull)).body[1]).toEqual({
      kind: "pullQuote",
      text: "the bill",
      speaker: "Marta Lindqvist",
      role: "mayor of Tidewater",
      slug: "marta-lindqvist",
    });
  });
});

describe("nothing confidential has a way into a publication", () => {
  const secret = (value: string) => `SECRET-${value}`;
  const confidential = fc.record({
    unnamed: fc.boolean(),
    groundRule: fc.constantFrom(...groundRules),
    displayed: fc.boolean(),
    pulled: fc.boolean(),
  });

  it("whatever the ground rule, whether displayed or pulled out (law)", () => {
    fc.assert(
      fc.property(confidential, ({ unnamed, groundRule, displayed, pulled }) => {
        const isNamed = !unnamed && groundRule === "on_record";
        const quote = record({
          verbatim: "close, but not signed",
          groundRule,
          note: secret("note"),
          evidence: [
            {
              id: secret("evidence"),
              kind: "notes",
              text: secret("notes"),
              href: secret("href"),
              startsAt: 1,
              page: secret("page"),
            },
          ],
          recordedBy: secret("recorder"),
          // Had before a name was withheld: its address would lead back to it.
          publicRef: secret("ref"),
          source: {
            id: secret("source"),
            name: secret("name"),
            role: secret("role"),
            organisation: secret("organisation"),
            slug: unnamed ? null : secret("slug"),
            unnamed,
            publicDescription: "A senior official",
            unnamedReason: "not authorised",
            createdBy: secret("creator"),
            attestedBy: [secret("editor")],
          },
          occasion: { id: secret("occasion"), place: secret("place"), groundRule },
        });
        const pull = {
          type: "pullQuote",
          attrs: { quoteId: quote.id },
          content: [{ type: "text", text: "close" }],
        };
        const body = bodyWith(
          "Words ",
          ...(displayed ? [tie("close, but not signed", quote.id)] : []),
          ...(pulled ? [pull] : []),
        );
        const written = JSON.stringify(publish([quote], body));
        const leaks = [...new Set(written.match(/SECRET-[a-z]+/g) ?? [])].sort();
        const shown = displayed || pulled;
        const may =
          isNamed && shown
            ? ["name", "organisation", "role", "slug", ...(displayed ? ["place", "ref"] : [])]
            : [];
        // What may be seen of a named source on the record is that, and no more.
        expect(leaks.filter((leak) => !may.map(secret).includes(leak))).toEqual([]);
        if (groundRule === "off_record") expect(written).not.toContain("A senior official");
      }),
      { numRuns: 300 },
    );
  });
});

describe("the occasion in words", () => {
  it.each([
    [
      { kind: "interview", channel: "in_person", place: "Chandler Street", saidOn: "2026-11-19" },
      "Interview with the Record, Chandler Street, 19 Nov 2026, in person.",
    ],
    [
      { kind: "broadcast", channel: null, place: "Radio Tidewater", saidOn: "2026-01-02" },
      "On Radio Tidewater, 2 Jan 2026.",
    ],
    [{ kind: "press_conference", channel: null, place: "", saidOn: null }, "Press conference."],
    [
      { kind: "post", channel: null, place: "Bluesky", saidOn: "2026-02-28" },
      "Post on Bluesky, 28 Feb 2026.",
    ],
  ] as const)("%j", (given, words) => {
    expect(occasionLine({ id: "o", groundRule: "on_record", ...given }, "the Record")).toBe(words);
  });
});

describe("the addresses that a publication touches", () => {
  it("are all pages that show anything of it", () => {
    const spoken = record({ verbatim: "We will", publicRef: "k7h2m4p9q3r5" });
    const touched = addressesTouchedBy(publish([spoken], bodyWith(tie("We will", spoken.id))), ["/news/old"]);
    for (const address of [
      "/harbour/a-story",
      "/quote/k7h2m4p9q3r5",
      "/news/old",
      "/",
      "/harbour",
      "/harbour/a-story.json",
      "/news/old.json",
      "/harbour/feed.xml",
      "/feed.json",
      "/topic/flood/feed.atom",
      "/by/ines-okafor/feed.json",
      "/sitemap-stories.xml",
      "/topic/flood",
      "/by/ines-okafor",
      "/said/marta-lindqvist",
      "/corrections",
      "/said",
      "/search",
      "/sitemap.xml",
    ]) {
      expect(touched).toContain(address);
    }
  });
});
