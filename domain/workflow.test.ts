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
const people = { author, otherReporter, editor, authoringEditor, admin, clock: "the clock" as const };
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

/** Read a line aloud: in this stage, this person making this move comes to this. Where a stage is not named, the move is
 * not known there. Each line is written out by hand from the design's table, not from the code. */
const table: Record<Move, Record<Who, Partial<Record<Stage, string>> | string>> = {
  edit: {
    author: {
      drafting: "drafting",
      in_review: "in_review",
      approved: "in_review",
      scheduled: "in_review",
      published: "drafting",
    },
    otherReporter: "not_yours",
    editor: {
      drafting: "drafting",
      in_review: "in_review",
      approved: "in_review",
      scheduled: "in_review",
      published: "drafting",
    },
    authoringEditor: {
      drafting: "drafting",
      in_review: "in_review",
      approved: "in_review",
      scheduled: "in_review",
      published: "drafting",
    },
    admin: {
      drafting: "drafting",
      in_review: "in_review",
      approved: "in_review",
      scheduled: "in_review",
      published: "drafting",
    },
    clock: "editors_only",
  },
  send: {
    author: { drafting: "in_review" },
    otherReporter: "not_yours",
    editor: { drafting: "in_review" },
    authoringEditor: { drafting: "in_review" },
    admin: { drafting: "in_review" },
    clock: "editors_only",
  },
  send_back: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: { in_review: "drafting", approved: "drafting" },
    authoringEditor: "own_story",
    admin: { in_review: "drafting", approved: "drafting" },
    clock: "editors_only",
  },
  approve: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: { in_review: "approved" },
    authoringEditor: "own_story",
    admin: { in_review: "approved" },
    clock: "editors_only",
  },
  schedule: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: { approved: "scheduled", scheduled: "scheduled" },
    authoringEditor: { approved: "scheduled", scheduled: "scheduled" },
    admin: { approved: "scheduled", scheduled: "scheduled" },
    clock: "editors_only",
  },
  unschedule: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: { scheduled: "approved" },
    authoringEditor: { scheduled: "approved" },
    admin: { scheduled: "approved" },
    clock: "editors_only",
  },
  publish: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: { approved: "published", scheduled: "published" },
    authoringEditor: { approved: "published", scheduled: "published" },
    admin: { approved: "published", scheduled: "published" },
    clock: "editors_only",
  },
  fire: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: "editors_only",
    authoringEditor: "editors_only",
    admin: "editors_only",
    clock: { scheduled: "published" },
  },
  correct: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: { published: "published" },
    authoringEditor: { published: "published" },
    admin: { published: "published" },
    clock: "editors_only",
  },
  withdraw: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: { published: "published" },
    authoringEditor: { published: "published" },
    admin: { published: "published" },
    clock: "editors_only",
  },
  put_back: {
    author: "editors_only",
    otherReporter: "editors_only",
    editor: {},
    authoringEditor: {},
    admin: {},
    clock: "editors_only",
  },
};

/** Why a move that is not known in a stage is refused there. */
const elsewhere = (move: Move, stage: Stage): string => {
  if (move === "put_back") return "not_withdrawn";
  if ((move === "correct" || move === "withdraw") && stage !== "published") return "not_live";
  return "wrong_stage";
};

describe("who may move a story where, with every check passed and nothing missing", () => {
  const rows = moveNames.flatMap((move) =>
    (Object.keys(people) as Who[]).flatMap((who) =>
      stages.map((stage) => {
        const said = table[move][who];
        return [
          move,
          who,
          stage,
          typeof said === "string" ? said : (said[stage] ?? elsewhere(move, stage)),
        ] as const;
      }),
    ),
  );
  it.each(rows)("%s by %s of a story %s → %s", (move, who, stage, expected) => {
    expect(outcome(story(stage), move, who)).toBe(expected);
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
