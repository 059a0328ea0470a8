import type { BoardCard } from "./board";
import { localOf } from "./time";
import type { Stage } from "./workflow";

/** One moment of the days ahead: a story falls due, goes out by itself, or comes out of its embargo. */
export type ComingMoment = {
  readonly kind: "due" | "scheduled" | "embargo";
  readonly at: Date;
  readonly id: string;
  readonly stage: Stage;
  readonly headline: string;
  readonly section: string;
  readonly authors: readonly string[];
  readonly missed: boolean;
  readonly opens: BoardCard["opens"];
};

/** A story as a line of the list. */
export type ListedStory = Pick<
  BoardCard,
  | "id"
  | "stage"
  | "stageSince"
  | "headline"
  | "section"
  | "authors"
  | "words"
  | "quotes"
  | "dueAt"
  | "embargoUntil"
  | "scheduledFor"
  | "missedBecause"
  | "opens"
> & {
  readonly isLive: boolean;
  /** What is wanted, in the words of the editor who gave the story to its authors. */
  readonly assignment: string;
};

/** Where a story stands in the list: by the first moment that it is held to. */
export type ListGroup = "late" | "today" | "later" | "open";
export const listGroupNames: Record<ListGroup, string> = {
  late: "Late",
  today: "Today",
  later: "In the coming days",
  open: "No time set",
};

/** The group of a story, by the newsroom's day. An embargo that is over holds nobody to anything. */
export function listGroupOf(
  story: Pick<ListedStory, "dueAt" | "scheduledFor" | "embargoUntil">,
  now: Date,
  zone: string,
): ListGroup {
  const embargo = story.embargoUntil && story.embargoUntil > now ? story.embargoUntil : null;
  const moments = [story.dueAt, story.scheduledFor, embargo].flatMap((at) => (at ? [at.getTime()] : []));
  if (moments.length === 0) return "open";
  const first = new Date(Math.min(...moments));
  if (first < now) return "late";
  return localOf(first, zone).slice(0, 10) === localOf(now, zone).slice(0, 10) ? "today" : "later";
}

/** Lines on one page of the list. */
export const listLength = 100;

/** Days that the calendar shows at once: two weeks. */
export const calendarDays = 14;

export const momentNames: Record<ComingMoment["kind"], string> = {
  due: "Due",
  scheduled: "Goes out",
  embargo: "Embargo ends",
};

/** The day so many days after another, both as YYYY-MM-DD. */
export function dayAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** Reads a day from an address; `today` for what is none, or is not within ten years of it. */
export function dayFrom(text: string, today: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) return today;
  return Math.abs(Number(text.slice(0, 4)) - Number(today.slice(0, 4))) <= 10 ? text : today;
}

/** The Monday of the week in which a day lies. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, -((weekday + 6) % 7));
}
