import { dateFormat } from "@/domain/date-format";
import { instantOf, localOf } from "@/domain/time";

/** A day counted from today, and a time of that day in the newsroom's zone. */
export type At = readonly [day: number, time: string];

/** The demonstration's days, counted from one that stands for today. */
export type Calendar = {
  /** "2026-11-20". */
  readonly dateOf: (day: number) => string;
  readonly momentOf: (at: At) => Date;
  /** Fills in what a text says of days: {day -2} becomes "Friday", {date -2} "20 November". */
  readonly dated: (text: string) => string;
};

/** The days as seen from `back` days before now. */
export function calendarOf(now: Date, zone: string, back = 0): Calendar {
  const today = new Date(`${localOf(now, zone).slice(0, 10)}T00:00:00Z`);
  const dateOf = (day: number) => {
    const date = new Date(today);
    date.setUTCDate(date.getUTCDate() + day - back);
    return date.toISOString().slice(0, 10);
  };
  const inWords = (day: number, words: Intl.DateTimeFormatOptions) =>
    dateFormat("en-GB", { ...words, timeZone: "UTC" }).format(new Date(`${dateOf(day)}T00:00:00Z`));
  return {
    dateOf,
    momentOf: ([day, time]) => {
      const moment = instantOf(`${dateOf(day)}T${time}`, zone);
      if (moment.kind === "one") return moment.at;
      if (moment.kind === "twice") return moment.first;
      throw new Error(`there is no ${time} on ${dateOf(day)} in ${zone}`);
    },
    dated: (text) =>
      text.replace(/\{(day|date) ([+-]?\d+)\}/g, (_all, what: string, day: string) =>
        inWords(Number(day), what === "day" ? { weekday: "long" } : { day: "numeric", month: "long" }),
      ),
  };
}
