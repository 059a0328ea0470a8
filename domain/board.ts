import type { Move, Stage } from "./workflow";

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
  readonly openComments: number;
  /** Where a press on the card leads: an editor reads what is past drafting, everybody else writes. */
  readonly opens: "writing" | "review";
  readonly moves: readonly Move[];
};

export type BoardColumn = {
  readonly stage: Stage;
  readonly total: number;
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
  /** The column that is shown past its first fifty. */
  readonly more: Stage | null;
};

/** Cards in one column before "more" is asked for, and after. */
export const columnLimits = { first: 50, more: 500 } as const;

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
