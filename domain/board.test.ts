import { describe, expect, it } from "vitest";
import { moreOf, waysOf, whyNotInto } from "./board";
import { dayAfter, dayFrom, mondayOf } from "./coming";
import type { Actor } from "./people";
import { refusalWords } from "./refusal";
import { decideMove, type Stage, type StoryFacts, stages } from "./workflow";

const now = new Date("2026-11-22T12:00:00Z");
const people = {
  author: { id: "author", name: "Ines", role: "reporter" },
  editor: { id: "editor", name: "Hana", role: "editor" },
  authoringEditor: { id: "author", name: "Ines", role: "editor" },
} as const satisfies Record<string, Actor>;
const story = (stage: Stage, given: Partial<StoryFacts> = {}): StoryFacts => ({
  stage,
  revision: 3,
  approvedRevision: stage === "drafting" || stage === "in_review" ? null : 3,
  copy: stage === "published" ? "live" : "none",
  authorIds: ["author"],
  embargoUntil: null,
  ...given,
});
const at = { now, blockers: 0, missing: 0 };

/** Read a line aloud: this person drags a card from here to there, and this comes of it. */
const table: [keyof typeof people, Stage, Stage, string][] = [
  ["author", "drafting", "in_review", "send"],
  ["author", "drafting", "approved", "no way"],
  ["author", "drafting", "published", "no way"],
  ["author", "in_review", "approved", "editors_only"],
  ["author", "in_review", "drafting", "editors_only"],
  ["author", "approved", "published", "editors_only"],
  ["author", "approved", "in_review", "by writing"],
  ["author", "published", "drafting", "by writing"],
  ["editor", "in_review", "approved", "approve"],
  ["editor", "in_review", "drafting", "send_back"],
  ["editor", "in_review", "published", "no way"],
  ["editor", "approved", "drafting", "send_back"],
  ["editor", "approved", "scheduled", "schedule"],
  ["editor", "approved", "published", "publish"],
  ["editor", "approved", "in_review", "by writing"],
  ["editor", "scheduled", "approved", "unschedule"],
  ["editor", "scheduled", "published", "publish"],
  ["editor", "published", "approved", "no way"],
  ["authoringEditor", "in_review", "approved", "own_story"],
  ["authoringEditor", "in_review", "drafting", "own_story"],
  ["authoringEditor", "approved", "published", "publish"],
];

describe("where a card can be carried", () => {
  it.each(table)("%s, from %s to %s: %s", (who, from, to, expected) => {
    const way = waysOf(story(from), people[who], at)[to];
    expect(way && ("move" in way ? way.move : way.why)).toBe(expected);
  });

  it("is what the table of moves would carry out, for everybody and from everywhere", () => {
    for (const actor of Object.values(people)) {
      for (const from of stages) {
        for (const blockers of [0, 1]) {
          for (const [to, way] of Object.entries(waysOf(story(from), actor, { ...at, blockers }))) {
            if (!("move" in way)) continue;
            const asked = { ...at, blockers, note: "why", moment: new Date(now.getTime() + 60_000) };
            const made = decideMove(story(from), way.move, actor, asked);
            expect(made.ok && made.value.stage).toBe(to);
          }
        }
      }
    }
  });

  it("says in words why not", () => {
    const ways = waysOf(story("in_review"), people.editor, { ...at, blockers: 1 });
    const why = (to: Stage) => whyNotInto(ways[to], "in_review", to, refusalWords);
    expect(why("approved")).toBe(refusalWords.blocked_by_checks);
    expect(why("drafting")).toBeNull();
    expect(why("published")).toBe("No one step leads from in review to published.");
  });
});

describe("what stands in the address of the board", () => {
  it.each([
    ["drafting.140", { stage: "drafting", upTo: 140 }],
    ["published.9999", { stage: "published", upTo: 2000 }],
    ["drafting", null],
    ["elsewhere.5", null],
    ["drafting.-1", null],
    ["", null],
  ])("“%s” shows so much of a column", (text, expected) => {
    expect(moreOf(text)).toEqual(expected);
  });
  it.each([
    ["2026-11-29", "2026-11-29"],
    ["2026-02-30", "2026-11-22"],
    ["9999-01-01", "2026-11-22"],
    ["x' or 1=1", "2026-11-22"],
  ])("“%s” begins the calendar on %s", (text, expected) => {
    expect(dayFrom(text, "2026-11-22")).toBe(expected);
  });
  it("begins weeks on Mondays, over the ends of months and years", () => {
    expect([mondayOf("2026-11-22"), mondayOf("2026-11-23"), mondayOf("2027-01-01")]).toEqual([
      "2026-11-16",
      "2026-11-23",
      "2026-12-28",
    ]);
    expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
  });
});
