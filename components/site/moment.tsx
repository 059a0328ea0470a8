import { dateFormat } from "@/domain/date-format";
import type { Clock } from "./shown";

const formats = {
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  momentOfYear: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit" },
  dayOfYear: { day: "numeric", month: "short" },
  shortDay: { day: "numeric", month: "short", year: "numeric" },
  day: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  exact: {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type MomentFormat = keyof typeof formats;

/** A moment in words, in the newsroom's zone. The words around it are English, so a date is English too. */
export function momentText(at: Date, format: MomentFormat, { language, zone }: Clock): string {
  const locale = /^en\b/i.test(language) ? language : "en-GB";
  const text = dateFormat(locale, { ...formats[format], timeZone: zone, hourCycle: "h23" });
  const written = text.format(at);
  return format === "weekday" ? written.replace(",", "") : written;
}

/** How a list names a moment: today's by the hour, this year's by the day. A page is made anew when the day turns. */
export function recentFormat(at: Date, zone: string): MomentFormat {
  const day = dayText(at, zone);
  const today = dayText(new Date(), zone);
  if (day === today) return "time";
  return day.slice(0, 4) === today.slice(0, 4) ? "dayOfYear" : "shortDay";
}

/** The day of a moment in a zone as machines write it: YYYY-MM-DD. */
export function dayText(at: Date, zone: string): string {
  return dateFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(at);
}

/** A moment with the exact time for machines, and for whoever points at it. */
export function Moment({ at, format = "moment", clock }: { at: Date; format?: MomentFormat; clock: Clock }) {
  return (
    <time dateTime={at.toISOString()} title={momentText(at, "exact", clock)}>
      {momentText(at, format, clock)}
    </time>
  );
}
