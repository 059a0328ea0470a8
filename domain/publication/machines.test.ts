import { describe, expect, it } from "vitest";
import { bodyWith, checkedWith, record, tie } from "../checks/fixtures";
import type { SourceKind } from "../quotes";
import type { PublicNote } from "./document";
import { ninjsOf, withdrawnNinjs } from "./ninjs";
import { publicationOf } from "./publication";
import { storyHtml } from "./story-html";

const spoken = record({ verbatim: "We <will> send the bill" });
const story = publicationOf({
  storyId: "story",
  words: {
    ...checkedWith({
      body: bodyWith(
        "Rain & wind. ",
        tie("“We <will> send the bill”", spoken.id),
        { type: "text", text: "see", marks: [{ type: "link", attrs: { href: "/harbour/other?a=1&b=2" } }] },
        { type: "text", text: "foot", marks: [{ type: "link", attrs: { href: "#corrections" } }] },
        { type: "text", text: "trap", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] },
      ),
    }).words,
    headline: "Tide < flood & storm",
  },
  slug: "a-story",
  section: { slug: "harbour", name: "Harbour" },
  topics: [{ slug: "flood", name: "Flood defence" }],
  authors: [{ slug: "ines-okafor", name: "Ines Okafor", title: "reporter" }],
  records: [spoken],
  pictures: [],
  paperName: "the Record",
  publishedAt: new Date("2026-11-21T18:40:00Z"),
  updatedAt: new Date("2026-11-22T09:12:00Z"),
});
const corrections = [
  {
    kind: "correction" as const,
    text: "it is 25, not <23>.",
    was: "Leaders of 23 will attend.",
    says: "",
    at: new Date("2026-11-22T23:30:00Z"),
    amendedAt: new Date("2026-11-24T08:00:00Z"),
  },
];
const place = { origin: "https://paper.example", zone: "Europe/Helsinki" };

describe("a story as plain HTML", () => {
  const html = storyHtml(story, corrections, place);

  it("escapes every word of it", () => {
    expect(html).toContain("Rain &amp; wind.");
    expect(html).toContain("“We &lt;will&gt; send the bill”<sup>1</sup>");
    expect(html).toContain("not &lt;23&gt;.");
  });
  it("has whole addresses, and no link that is more than one", () => {
    expect(html).toContain('<a href="https://paper.example/harbour/other?a=1&amp;b=2">see</a>');
    expect(html).toContain('<a href="https://paper.example/harbour/a-story#corrections">foot</a>');
    expect(html).not.toContain("javascript:");
  });
  it("says why a source is not named, and why to believe it, in sentences", () => {
    const [named] = story.notes;
    const unnamed = {
      ...named,
      speaker: "A deckhand",
      slug: null,
      role: "",
      occasion: "",
      kept: "",
      unnamedReason: "they fear for their job",
      credibility: "They showed their work log",
      verified: "Identity known to an editor",
    } as PublicNote;
    expect(storyHtml({ ...story, notes: [unnamed] }, [], place)).toContain(
      "A deckhand: Not named because they fear for their job. They showed their work log. Identity known to an editor</li>",
    );
  });
  it("dates a correction by the newsroom's day", () => {
    expect(html).toContain("<strong>Correction, 23 Nov 2026, amended 24 Nov 2026:</strong>");
    expect(html).toContain("It said: “Leaders of 23 will attend.”");
  });
  it("ends with who said what, and how it was verified", () => {
    expect(html.slice(html.indexOf("<ol>"))).toBe(
      `<ol><li value="1"><a href="https://paper.example/said/marta-lindqvist">Marta Lindqvist</a>, mayor of Tidewater: ${story.notes[0]?.occasion} ${story.notes[0]?.verified}</li></ol>`,
    );
  });
});

describe("a story as ninjs", () => {
  const told = { story, updatedAt: new Date("2026-11-22T23:30:00Z"), corrections, paperName: "the Record" };
  const item = ninjsOf({ ...told, ...place });

  it("carries the text, its headline as typed and its corrections", () => {
    expect(item.uri).toBe("https://paper.example/harbour/a-story");
    expect(item.headlines[0]?.value).toBe("Tide < flood & storm");
    expect(item.bodies[0]?.value).toContain("Rain &amp; wind.");
    expect(item.descriptions).toContainEqual({
      role: "correction",
      contentType: "text/plain",
      value: "it is 25, not <23>.",
    });
  });
  it("says of a withdrawn story only that it is not to be used", () => {
    const gone = withdrawnNinjs("/harbour/a-story", new Date("2026-11-23T00:00:00Z"), place.origin);
    expect(gone.pubStatus).toBe("canceled");
    expect(JSON.stringify(gone)).not.toMatch(/Tide|Ines|Lindqvist/);
  });
});

describe("who speaks, as ninjs tells it", () => {
  const told = (speakerKind: SourceKind) => {
    const notes = story.notes.map((note) => ({ ...note, speakerKind }));
    const { people, organisations, infoSources } = ninjsOf({
      ...place,
      story: { ...story, notes },
      updatedAt: new Date("2026-11-22T09:12:00Z"),
      corrections: [],
      paperName: "The Record",
    });
    const quoted = infoSources.filter((each) => each.role === "quoted");
    return [people, organisations, quoted].map((list) => list.map((each) => each.name));
  };

  it("is among the people, the organisations, or what the story rests on", () => {
    const [name] = story.notes.map((note) => note.speaker);
    expect(told("person")).toEqual([[name], [], []]);
    expect(told("organisation")).toEqual([[], [name], []]);
    for (const kind of ["document", "dataset", "broadcast", "account", "publication"] as const)
      expect(told(kind)).toEqual([[], [], [name]]);
  });
});
