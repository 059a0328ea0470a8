import type { Actor } from "./people";
import type { Refusal } from "./refusal";
import {
  allowedMoves,
  type Circumstances,
  type Move,
  moves,
  refusedMoves,
  type Stage,
  type StoryFacts,
  stageNames,
} from "./workflow";

/** A story as a card on the board: what an editor has to see at a glance, and nothing more. */
export type BoardCard = {
  readonly id: string;
  readonly stage: Stage;
  readonly stageSince: Date;
  readonly revision: number;
  readonly headline: string;
  readonly kicker: string;
  readonly section: string;
  readonly authors: readonly string[];
  readonly words: number;
  readonly quotes: { readonly found: number; readonly verified: number; readonly broken: number };
  readonly dueAt: Date | null;
  readonly embargoUntil: Date | null;
  readonly scheduledFor: Date | null;
  /** Why the clock could not publish it when its moment came. */
  readonly missedBecause: string | null;
  readonly copy: "none" | "live" | "withdrawn";
  readonly publishedAt: Date | null;
  readonly correctedAt: Date | null;
  /** Corrections that a live story has to have, because a quote in it is disputed or retracted. */
  readonly toCorrect: number;
  readonly openComments: number;
  /** Of these, those that stand in the way of approval. */
  readonly mustResolve: number;
  /** Where a press on the card leads: an editor reads what is past drafting, everybody else writes. */
  readonly opens: "writing" | "review";
  /** Whether this person may give it to somebody and say when it is due. */
  readonly mayAssign: boolean;
  readonly moves: readonly Move[];
  /** The way into each other column: the move that leads there, or why there is none now. */
  readonly ways: Ways;
};

/** The way from a story's column into another. */
export type Way =
  | { readonly move: PlainMove | AskingMove }
  | { readonly why: Refusal | "by writing" | "no way" };
export type Ways = Partial<Record<Stage, Way>>;

export type BoardColumn = {
  readonly stage: Stage;
  readonly total: number;
  /** Older stories match too, and are not counted: they are found by words that fewer have. */
  readonly hasOlder: boolean;
  readonly cards: readonly BoardCard[];
};

/** What narrows the board; all of it stands in the address bar. */
export type BoardFilter = {
  readonly text: string;
  /** A section's slug. */
  readonly section: string;
  /** An author's id. */
  readonly person: string;
  readonly mine: boolean;
  readonly due: DueFilter | "";
  /** The column that is shown past its first cards, and how far. */
  readonly more: { readonly stage: Stage; readonly upTo: number } | null;
};

/** When a story has to be ready, by the newsroom's day. */
export const dueFilters = ["late", "today", "week", "none"] as const;
export type DueFilter = (typeof dueFilters)[number];
export const dueNames: Record<DueFilter, string> = {
  late: "Late",
  today: "Due today",
  week: "Due within seven days",
  none: "No due time",
};

/** Cards in one column before "more" is asked for, how many more each time, and at the most. */
export const columnLimits = { first: 40, step: 100, most: 2_000 } as const;

/** Reads "drafting.140" from the address: the column that is shown further, and how far. */
export function moreOf(text: string): BoardFilter["more"] {
  const [, stage, upTo] = /^([a-z_]+)\.(\d{1,4})$/.exec(text) ?? [];
  const known = (["drafting", "in_review", "approved", "scheduled", "published"] as const).find(
    (each) => each === stage,
  );
  return known ? { stage: known, upTo: Math.min(Number(upTo), columnLimits.most) } : null;
}

/** A story that waits for a reviewer longer than this is overdue. Minutes. */
const longestWait = 30;

export const isWaitingTooLong = (since: Date, now: Date): boolean =>
  now.getTime() - since.getTime() >= longestWait * 60_000;

/** The colour of the sourcing meter: all verified, on the way, or with quotations that stand in the way of approval
 * and none verified. */
export function meterTone(quotes: BoardCard["quotes"]): "sourced" | "attention" | "broken" {
  if (quotes.found > 0 && quotes.verified >= quotes.found) return "sourced";
  return quotes.broken > 0 && quotes.verified * 2 < quotes.found ? "broken" : "attention";
}

/** The address at which a card opens. */
export const cardAddress = (card: Pick<BoardCard, "id" | "opens">): string =>
  card.opens === "review" ? `/desk/stories/${card.id}/review` : `/desk/stories/${card.id}`;

/** Moves that are made from a card at once, because they ask for no note, text or moment. */
export const plainMoves = ["send", "approve", "unschedule", "publish"] as const satisfies readonly Move[];
export type PlainMove = (typeof plainMoves)[number];

/** Moves that open the review page with their form. */
export const askingMoves = [
  "send_back",
  "schedule",
  "correct",
  "withdraw",
  "put_back",
] as const satisfies readonly Move[];
export type AskingMove = (typeof askingMoves)[number];

/** What each move is called on a button. */
export const moveLabels: Record<PlainMove | AskingMove, string> = {
  send: "Send for review",
  approve: "Approve",
  unschedule: "Unschedule",
  publish: "Publish",
  send_back: "Send back",
  schedule: "Schedule",
  correct: "Correct",
  withdraw: "Withdraw",
  put_back: "Put back",
};

/** Moves that lead from one column into another, where several do the gentler one first. Writing is no such move: it
 * changes the text, and the story goes along. */
const leading = [
  "send",
  "approve",
  "schedule",
  "unschedule",
  "publish",
  "send_back",
] as const satisfies readonly Move[];

/** For each other column the move that takes this story there, or why that cannot be now: what a hand that drags a card
 * is told, from the same decision as the buttons and the lock. */
export function waysOf(story: StoryFacts, actor: Actor, at: Circumstances): Ways {
  const allowed = allowedMoves(story, actor, at);
  const refused = refusedMoves(story, actor, at);
  const ways: Ways = {};
  for (const stage of Object.keys(stageNames) as Stage[]) {
    if (stage === story.stage) continue;
    const there = leading.filter((move) => leadsTo(move, story.stage) === stage);
    const open = there.find((move) => allowed.includes(move));
    const why = there.map((move) => refused[move]).find((each) => each !== undefined);
    ways[stage] = open
      ? { move: open }
      : { why: why ?? (leadsTo("edit", story.stage) === stage ? "by writing" : "no way") };
  }
  return ways;
}

const leadsTo = (move: Move, from: Stage): Stage | undefined =>
  (moves[move].from as Partial<Record<Stage, Stage>>)[from];

/** Why a card cannot go into a column, in words. */
export function whyNotInto(
  way: Way | undefined,
  from: Stage,
  to: Stage,
  words: Record<Refusal, string>,
): string | null {
  if (!way) return "It stands here already.";
  if ("move" in way) return null;
  if (way.why === "by writing")
    return `Open it and write: with the first change it goes back to ${stageNames[to].toLowerCase()} by itself.`;
  if (way.why === "no way")
    return `No one step leads from ${stageNames[from].toLowerCase()} to ${stageNames[to].toLowerCase()}.`;
  return words[way.why];
}
