import type { Clock } from "./shown";

const formats = {
  moment: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  momentOfYear: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
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
  const text = new Intl.DateTimeFormat(locale, { ...formats[format], timeZone: zone, hourCycle: "h23" });
  const written = text.format(at);
  return format === "weekday" ? written.replace(",", "") : written;
}

/** A moment with the exact time for machines, and for whoever points at it. */
export function Moment({ at, format = "moment", clock }: { at: Date; format?: MomentFormat; clock: Clock }) {
  return (
    <time dateTime={at.toISOString()} title={momentText(at, "exact", clock)}>
      {momentText(at, format, clock)}
    </time>
  );
}
