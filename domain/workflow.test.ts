import { describe, expect, it } from "vitest";
import type { Actor } from "./people";
import {
  allowedMoves,
  type Circumstances,
  decideMove,
  type Move,
  moveNames,
  type Stage,
  type StoryFacts,
  stages,
} from "./workflow";

const author: Actor = { id: "author", name: "Ines", role: "reporter" };
const otherReporter: Actor = { id: "other", name: "Tom", role: "reporter" };
const editor: Actor = { id: "editor", name: "Hana", role: "editor" };
const authoringEditor: Actor = { id: "author", name: "Ines", role: "editor" };
const admin: Actor = { id: "admin", name: "Runa", role: "admin" };
const authoringAdmin: Actor = { id: "author", name: "Ines", role: "admin" };
const people = {
  author,
  otherReporter,
  editor,
  authoringEditor,
  admin,
  authoringAdmin,
  clock: "the clock" as const,
};
const names: Record<keyof typeof people, string> = {
  author: "reporter, own",
  otherReporter: "reporter, another’s",
  editor: "editor, another’s",
  authoringEditor: "editor, own",
  admin: "admin, another’s",
  authoringAdmin: "admin, own",
  clock: "the clock",
};
type Who = keyof typeof people;

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-23T06:00:00Z");
const at = (given: Partial<Circumstances> = {}): Circumstances => ({
  now,
  blockers: 0,
  missing: 0,
  note: "because",
  moment: later,
  ...given,
});
const story = (stage: Stage, given: Partial<StoryFacts> = {}): StoryFacts => ({
  stage,
  revision: 7,
  approvedRevision: stage === "drafting" || stage === "in_review" ? null : 7,
  copy: stage === "published" ? "live" : "none",
  authorIds: ["author"],
  embargoUntil: null,
  ...given,
});
const outcome = (facts: StoryFacts, move: Move, who: Who, given?: Partial<Circumstances>) => {
  const decision = decideMove(facts, move, people[who], at(given));
  return decision.ok ? decision.value.stage : decision.why;
};

const all = {
  drafting: "drafting",
  in_review: "in_review",
  approved: "approved",
  scheduled: "scheduled",
  published: "published",
} as const;
const reporters = { author: "editors_only", otherReporter: "editors_only", clock: "editors_only" } as const;
type Row = Partial<Record<Stage, string>>;
const editors = (row: Row) => ({ editor: row, authoringEditor: row, admin: row, authoringAdmin: row });
const otherEditors = (row: Row) => ({
  editor: row,
  authoringEditor: "own_story",
  admin: row,
  authoringAdmin: "own_story",
});
const written: Row = {
  drafting: "drafting",
  in_review: "in_review",
  approved: "in_review",
  scheduled: "in_review",
  published: "drafting",
};

/** Read a line aloud: this person making this move in this stage comes to this. Where a stage is not named, the move is
 * not known there. Written out by hand from the design's table, not from the code. */
const table: Record<Move, Record<Who, Row | string>> = {
  edit: { author: written, otherReporter: "not_yours", clock: "editors_only", ...editors(written) },
  send: {
    author: { drafting: "in_review" },
    otherReporter: "not_yours",
    clock: "editors_only",
    ...editors({ drafting: "in_review" }),
  },
  send_back: { ...reporters, ...otherEditors({ in_review: "drafting", approved: "drafting" }) },
  approve: { ...reporters, ...otherEditors({ in_review: "approved" }) },
  schedule: { ...reporters, ...editors({ approved: "scheduled", scheduled: "scheduled" }) },
  unschedule: { ...reporters, ...editors({ scheduled: "approved" }) },
  publish: { ...reporters, ...editors({ approved: "published", scheduled: "published" }) },
  fire: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: "editors_only",
    authoringEditor: "editors_only",
    admin: "editors_only",
    authoringAdmin: "editors_only",
    clock: { scheduled: "published" },
  },
  correct: { ...reporters, ...editors({ approved: "published", published: "published" }) },
  withdraw: { ...reporters, ...editors({ ...all, scheduled: "approved" }) },
  put_back: { ...reporters, ...editors(all) },
};

const copies = ["none", "live", "withdrawn"] as const;
/** What readers must have for a move to make sense, and what is said when they do not. */
const wantsCopy: Partial<Record<Move, Partial<Record<(typeof copies)[number], string>>>> = {
  correct: { none: "not_live", withdrawn: "already_withdrawn" },
  withdraw: { none: "not_live", withdrawn: "already_withdrawn" },
  put_back: { none: "not_withdrawn", live: "not_withdrawn" },
};

const checks = {
  "all pass": {},
  "one blocks": { blockers: 1 },
  "something is missing": { missing: 1, blockers: 1 },
} as const;
/** The moves that a check stops, and what is said. A draft may be sent with blockers, but not incomplete. */
const stoppedBy: Record<keyof typeof checks, Partial<Record<Move, string>>> = {
  "all pass": {},
  "one blocks": {
    approve: "blocked_by_checks",
    schedule: "blocked_by_checks",
    publish: "blocked_by_checks",
    fire: "blocked_by_checks",
    correct: "blocked_by_checks",
  },
  "something is missing": {
    send: "incomplete",
    approve: "blocked_by_checks",
    schedule: "blocked_by_checks",
    publish: "blocked_by_checks",
    fire: "blocked_by_checks",
    correct: "blocked_by_checks",
  },
};

/** What is to come of it: first whether this person may, then whether readers have what it takes, then the stage, then
 * the checks. */
function expected(
  move: Move,
  who: Who,
  stage: Stage,
  copy: (typeof copies)[number],
  check: keyof typeof checks,
): string {
  const said = table[move][who];
  if (typeof said === "string") return said;
  return wantsCopy[move]?.[copy] ?? (said[stage] ? (stoppedBy[check][move] ?? said[stage]) : "wrong_stage");
}

describe("each move × person × own story or another's × stage × copy that readers have × checks", () => {
  const rows = moveNames.flatMap((move) => (Object.keys(people) as Who[]).map((who) => [move, who] as const));
  const combinations = stages.flatMap((stage) =>
    copies.flatMap((copy) =>
      (Object.keys(checks) as (keyof typeof checks)[]).map((check) => [stage, copy, check] as const),
    ),
  );
  it.each(rows)("%s by %s", (move, who) => {
    const lines = (of: (...each: (typeof combinations)[number]) => string) =>
      combinations.map((each) => `${each.join(", ")} → ${of(...each)}`);
    expect(lines((stage, copy, check) => outcome(story(stage, { copy }), move, who, checks[check]))).toEqual(
      lines((stage, copy, check) => expected(move, who, stage, copy, check)),
    );
  });

  it("stands in the documents as a table that a person can proofread", async () => {
    const heads = ["stage", "readers have", "checks", ...Object.values(names)];
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const blocks = moveNames.map((move) =>
      [
        `## ${move}`,
        "",
        line(heads),
        line(heads.map(() => "---")),
        ...combinations.map(([stage, copy, check]) =>
          line([
            stage,
            copy === "none" ? "nothing" : copy === "live" ? "a live copy" : "a withdrawn one",
            check,
            ...(Object.keys(people) as Who[]).map((who) => {
              const comes = outcome(story(stage, { copy }), move, who, checks[check]);
              return stages.some((each) => each === comes) ? `**${comes}**` : comes;
            }),
          ]),
        ),
        "",
      ].join("\n"),
    );
    const lead =
      "# Who may move a story where\n\nMade by `domain/workflow.test.ts` from the one decision that buttons, server and clock ask. In bold the stage that it comes to, else why not. A note and a moment are given, nothing is under embargo, and an approval binds the text as it is.\n\n";
    await expect(`${lead}${blocks.join("\n")}`).toMatchFileSnapshot("../docs/who-may-move-what.md");
  });
});

describe("a copy that readers have is a fact of its own", () => {
  const rows: [Stage, Move, "live" | "withdrawn", string][] = [
    ["drafting", "withdraw", "live", "drafting"],
    ["in_review", "withdraw", "live", "in_review"],
    ["approved", "withdraw", "live", "approved"],
    ["scheduled", "withdraw", "live", "approved"],
    ["published", "withdraw", "live", "published"],
    ["published", "withdraw", "withdrawn", "already_withdrawn"],
    ["drafting", "put_back", "withdrawn", "drafting"],
    ["in_review", "put_back", "withdrawn", "in_review"],
    ["approved", "put_back", "withdrawn", "approved"],
    ["scheduled", "put_back", "withdrawn", "scheduled"],
    ["published", "put_back", "withdrawn", "published"],
    ["published", "put_back", "live", "not_withdrawn"],
    ["approved", "correct", "live", "published"],
    ["drafting", "correct", "live", "wrong_stage"],
    ["in_review", "correct", "live", "wrong_stage"],
    ["scheduled", "correct", "live", "wrong_stage"],
    ["published", "correct", "withdrawn", "already_withdrawn"],
  ];
  it.each(rows)("%s, %s, copy %s → %s", (stage, move, copy, expected) => {
    expect(outcome(story(stage, { copy }), move, "editor")).toBe(expected);
  });
});

describe("what stands in the way", () => {
  const rows: [string, Stage, Move, Partial<StoryFacts>, Partial<Circumstances>, Who, string][] = [
    ["a missing headline", "drafting", "send", {}, { missing: 1 }, "author", "incomplete"],
    [
      "a blocker does not hold back a draft from review",
      "drafting",
      "send",
      {},
      { blockers: 3 },
      "author",
      "in_review",
    ],
    ["a blocker", "in_review", "approve", {}, { blockers: 1 }, "editor", "blocked_by_checks"],
    [
      "a blocker that came up after approval",
      "approved",
      "publish",
      {},
      { blockers: 1 },
      "editor",
      "blocked_by_checks",
    ],
    [
      "a blocker when the clock comes",
      "scheduled",
      "fire",
      {},
      { blockers: 1 },
      "clock",
      "blocked_by_checks",
    ],
    ["a note is missing", "in_review", "send_back", {}, { note: "  " }, "editor", "note_needed"],
    ["a reason is missing", "published", "withdraw", {}, { note: "" }, "editor", "note_needed"],
    ["no correction was written", "published", "correct", {}, { note: undefined }, "editor", "note_needed"],
    [
      "another revision was approved",
      "approved",
      "publish",
      { approvedRevision: 6 },
      {},
      "editor",
      "approval_lapsed",
    ],
    [
      "another revision was approved, and the clock came",
      "scheduled",
      "fire",
      { approvedRevision: 6 },
      {},
      "clock",
      "approval_lapsed",
    ],
    ["an open embargo", "approved", "publish", { embargoUntil: later }, {}, "editor", "embargoed"],
    [
      "an open embargo, and the clock came",
      "scheduled",
      "fire",
      { embargoUntil: later },
      {},
      "clock",
      "embargoed",
    ],
    [
      "an open embargo on the way back",
      "published",
      "put_back",
      { copy: "withdrawn", embargoUntil: later },
      {},
      "editor",
      "embargoed",
    ],
    [
      "an embargo that has ended",
      "approved",
      "publish",
      { embargoUntil: new Date(now.getTime() - 1) },
      {},
      "editor",
      "published",
    ],
    [
      "an embargo that ends this very moment",
      "approved",
      "publish",
      { embargoUntil: now },
      {},
      "editor",
      "published",
    ],
    [
      "an approval ahead of the embargo",
      "in_review",
      "approve",
      { embargoUntil: later },
      {},
      "editor",
      "approved",
    ],
    [
      "a moment that has passed",
      "approved",
      "schedule",
      {},
      { moment: new Date(now.getTime() - 1) },
      "editor",
      "moment_passed",
    ],
    ["this very moment", "approved", "schedule", {}, { moment: now }, "editor", "moment_passed"],
    ["no moment", "approved", "schedule", {}, { moment: undefined }, "editor", "moment_passed"],
    [
      "a moment before the embargo ends",
      "approved",
      "schedule",
      { embargoUntil: new Date(later.getTime() + 1) },
      {},
      "editor",
      "moment_passed",
    ],
    [
      "the moment at which the embargo ends",
      "approved",
      "schedule",
      { embargoUntil: later },
      {},
      "editor",
      "scheduled",
    ],
  ];
  it.each(rows)("%s", (_title, stage, move, facts, given, who, expected) => {
    expect(outcome(story(stage, facts), move, who, given)).toBe(expected);
  });
});

describe("the button and the lock ask one question", () => {
  it("shows a person exactly the moves that would be carried out", () => {
    for (const stage of stages) {
      for (const who of ["author", "otherReporter", "editor", "authoringEditor", "admin"] as const) {
        for (const blockers of [0, 1]) {
          const shown = allowedMoves(story(stage), people[who], { now, blockers, missing: 0 });
          const carriedOut = moveNames.filter(
            (move) => decideMove(story(stage), move, people[who], at({ blockers })).ok,
          );
          expect(shown).toEqual(carriedOut);
        }
      }
    }
  });

  it("binds the revision that was read, and loses it with the next change", () => {
    expect(decideMove(story("in_review"), "approve", editor, at())).toMatchObject({
      ok: true,
      value: { approvedRevision: 7, lapsed: false },
    });
    expect(decideMove(story("approved"), "edit", author, at())).toMatchObject({
      ok: true,
      value: { approvedRevision: null, lapsed: true },
    });
    expect(decideMove(story("published"), "edit", author, at())).toMatchObject({
      ok: true,
      value: { approvedRevision: null, lapsed: false },
    });
  });
});
