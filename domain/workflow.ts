import { isUnderEmbargo } from "./embargo";
import { type Actor, isEditor } from "./people";
import type { Refusal } from "./refusal";
import { ok, type Result, refuse } from "./result";

/** Where the latest text of a story stands. Whether readers have a copy (`live`) is a separate fact. */
export const stages = ["drafting", "in_review", "approved", "scheduled", "published"] as const;
export type Stage = (typeof stages)[number];
/** Those of a text that is not out; of a live story, of its changes. */
export const openStages = stages.filter((stage) => stage !== "published");

export const stageNames: Record<Stage, string> = {
  drafting: "Drafting",
  in_review: "In review",
  approved: "Approved",
  scheduled: "Scheduled",
  published: "Published",
};

/** "keep" leaves the stage as it is. A stage that is not in `from` does not know the move. */
type Rule = {
  readonly from: Partial<Record<Stage, Stage>>;
  readonly by: "author or editor" | "editor" | "editor, not an author" | "the clock";
  /** The story must be with readers, withdrawn from them, or it does not matter. */
  readonly copy?: "live" | "withdrawn";
  readonly needs?: readonly (
    | "complete"
    | "checks"
    | "binding approval"
    | "no embargo"
    | "a coming moment"
    | "a note"
  )[];
};

/** The life of a story. Read a line aloud: "approve takes a story in review to approved, by an editor who is not an author, when the checks pass". */
export const moves = {
  edit: {
    from: {
      drafting: "drafting",
      in_review: "in_review",
      approved: "in_review",
      scheduled: "in_review",
      published: "drafting",
    },
    by: "author or editor",
  },
  send: { from: { drafting: "in_review" }, by: "author or editor", needs: ["complete"] },
  send_back: {
    from: { in_review: "drafting", approved: "drafting" },
    by: "editor, not an author",
    needs: ["a note"],
  },
  approve: { from: { in_review: "approved" }, by: "editor, not an author", needs: ["checks"] },
  schedule: {
    from: { approved: "scheduled", scheduled: "scheduled" },
    by: "editor",
    needs: ["binding approval", "checks", "a coming moment"],
  },
  unschedule: { from: { scheduled: "approved" }, by: "editor" },
  publish: {
    from: { approved: "published", scheduled: "published" },
    by: "editor",
    needs: ["binding approval", "checks", "no embargo"],
  },
  fire: {
    from: { scheduled: "published" },
    by: "the clock",
    needs: ["binding approval", "checks", "no embargo"],
  },
  correct: {
    from: { approved: "published", published: "published" },
    by: "editor",
    copy: "live",
    needs: ["binding approval", "checks", "no embargo", "a note"],
  },
  withdraw: {
    from: {
      drafting: "drafting",
      in_review: "in_review",
      approved: "approved",
      scheduled: "approved",
      published: "published",
    },
    by: "editor",
    copy: "live",
    needs: ["a note"],
  },
  put_back: {
    from: {
      drafting: "drafting",
      in_review: "in_review",
      approved: "approved",
      scheduled: "scheduled",
      published: "published",
    },
    by: "editor",
    copy: "withdrawn",
    needs: ["no embargo"],
  },
} as const satisfies Record<string, Rule>;
export type Move = keyof typeof moves;
/** What has to be right for a move, beside its stage and who makes it. */
export const needsOf = (move: Move): readonly string[] => (moves[move] as Rule).needs ?? [];
export const moveNames = Object.keys(moves) as Move[];

/** What has to be known of a story to decide a move. Times are compared by the database's clock, `now`. */
export type StoryFacts = {
  readonly stage: Stage;
  readonly revision: number;
  readonly approvedRevision: number | null;
  /** What readers have: nothing, a live copy, or a note that it was withdrawn. */
  readonly copy: "none" | "live" | "withdrawn";
  readonly authorIds: readonly string[];
  readonly embargoUntil: Date | null;
};

/** What has to be known of the moment. `blockers` counts checks that stand in the way after overrides; `missing` those of completeness. */
export type Circumstances = {
  readonly now: Date;
  readonly blockers: number;
  readonly missing: number;
  readonly note?: string | undefined;
  readonly moment?: Date | undefined;
};

/** `lapsed` says that an approval was lost by this move. */
export type Change = {
  readonly stage: Stage;
  readonly approvedRevision: number | null;
  readonly lapsed: boolean;
};

const isAuthor = (story: StoryFacts, actor: Actor) => story.authorIds.includes(actor.id);

function mayMove(story: StoryFacts, rule: Rule, actor: Actor | "the clock"): Refusal | null {
  if (actor === "the clock") return rule.by === "the clock" ? null : "editors_only";
  if (rule.by === "author or editor") return isAuthor(story, actor) || isEditor(actor) ? null : "not_yours";
  // Nobody may pass a story to readers by pretending to be the clock.
  if (!isEditor(actor) || rule.by === "the clock") return "editors_only";
  // An editor may not approve her own story, nor send it back in another's name.
  if (rule.by === "editor, not an author" && isAuthor(story, actor)) return "own_story";
  return null;
}

function whatIsMissing(story: StoryFacts, rule: Rule, at: Circumstances): Refusal | null {
  for (const need of rule.needs ?? []) {
    if (need === "complete" && at.missing > 0) return "incomplete";
    // The copy that readers have is the approved one; a story moved on to `published` has been bound already.
    if (need === "binding approval" && story.approvedRevision !== story.revision) return "approval_lapsed";
    if (need === "checks" && at.blockers > 0) return "blocked_by_checks";
    if (need === "no embargo" && isUnderEmbargo(story, at.now)) return "embargoed";
    if (need === "a coming moment") {
      if (!at.moment || at.moment <= at.now) return "moment_passed";
      if (story.embargoUntil && at.moment < story.embargoUntil) return "moment_passed";
    }
    if (need === "a note" && !at.note?.trim()) return "note_needed";
  }
  return null;
}

function whyNotHere(story: StoryFacts, rule: Rule): Refusal | null {
  if (rule.copy === "live" && story.copy === "withdrawn") return "already_withdrawn";
  if (rule.copy === "live" && story.copy === "none") return "not_live";
  if (rule.copy === "withdrawn" && story.copy !== "withdrawn") return "not_withdrawn";
  return null;
}

/** The one decision about a story's stage: the next stage, or the reason why not. Pages, writers and tests all ask here. */
export function decideMove(
  story: StoryFacts,
  move: Move,
  actor: Actor | "the clock",
  at: Circumstances,
): Result<Change, Refusal> {
  const rule: Rule = moves[move];
  const forbidden = mayMove(story, rule, actor);
  if (forbidden) return refuse(forbidden);
  const absent = whyNotHere(story, rule);
  if (absent) return refuse(absent);
  const stage = rule.from[story.stage];
  if (!stage) return refuse("wrong_stage");
  const missing = whatIsMissing(story, rule, at);
  if (missing) return refuse(missing);
  const keepsApproval = stage === "approved" || stage === "scheduled" || stage === "published";
  const approvedRevision =
    move === "approve" ? story.revision : keepsApproval ? story.approvedRevision : null;
  return ok({ stage, approvedRevision, lapsed: move === "edit" && keepsApprovalAt(story.stage) });
}

const keepsApprovalAt = (stage: Stage) => stage === "approved" || stage === "scheduled";

/** The moves this person may make now: the same decision, used as a filter, so that the button and the lock ask one question.
 * A missing note or moment is no reason to hide a button: the form behind it asks for them. */
export function allowedMoves(story: StoryFacts, actor: Actor, at: Circumstances): Move[] {
  const asked: Circumstances = {
    ...at,
    note: at.note ?? "asked for",
    moment: at.moment ?? farAhead(story, at.now),
  };
  return moveNames.filter((move) => decideMove(story, move, actor, asked).ok);
}

/** Why each move that the person's role knows cannot be made now. */
export function refusedMoves(
  story: StoryFacts,
  actor: Actor,
  at: Circumstances,
): Partial<Record<Move, Refusal>> {
  const asked: Circumstances = {
    ...at,
    note: at.note ?? "asked for",
    moment: at.moment ?? farAhead(story, at.now),
  };
  const refused: Partial<Record<Move, Refusal>> = {};
  for (const move of moveNames) {
    const decision = decideMove(story, move, actor, asked);
    if (!decision.ok) refused[move] = decision.why;
  }
  return refused;
}

const farAhead = (story: StoryFacts, now: Date) =>
  new Date(Math.max(now.getTime(), story.embargoUntil?.getTime() ?? 0) + 60_000);
