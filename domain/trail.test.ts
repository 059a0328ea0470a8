import { describe, expect, it } from "vitest";
import { csvHead, exportLine, mayReadTrail, type TrailEntry } from "./trail";

const entry: TrailEntry = {
  id: 7,
  at: new Date("2026-11-22T12:00:00Z"),
  by: "Hana Feld",
  kind: "send_back",
  note: 'Say "who",\nplease',
  refused: false,
  storyId: "s",
  headline: '=HYPERLINK("https://elsewhere.example")',
  fromStage: "in_review",
  toStage: "drafting",
  revision: 3,
};

describe("a trail as a file", () => {
  it("has a line for each column of a spreadsheet, and no formula in it", () => {
    expect(csvHead).toBe("at,by,kind,headline,storyId,fromStage,toStage,revision,refused,note,id\r\n");
    expect(exportLine(entry, "csv")).toBe(
      `2026-11-22T12:00:00.000Z,Hana Feld,send_back,"'=HYPERLINK(""https://elsewhere.example"")",s,in_review,drafting,3,false,"Say ""who"",\nplease",7\r\n`,
    );
  });
  it("is one JSON object a line", () => {
    const line = exportLine({ ...entry, by: null }, "jsonl");
    expect(line.endsWith("}\n")).toBe(true);
    expect(JSON.parse(line)).toMatchObject({ by: "the clock", note: entry.note, headline: entry.headline });
  });
});

describe("who reads a trail", () => {
  it.each([
    ["reporter", false, false],
    ["editor", true, false],
    ["admin", true, true],
  ] as const)("%s", (role, stories, staff) => {
    const actor = { id: "a", name: "a", role };
    expect([mayReadTrail(actor, "stories"), mayReadTrail(actor, "staff")]).toEqual([stories, staff]);
  });
});
