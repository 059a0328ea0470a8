import { dateFormat } from "./date-format";
import { localOf } from "./time";

/** Times as the desk reads them, in the newsroom's zone. English words, 24 hours. */

const format = (zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  dateFormat("en-GB", { timeZone: zone, ...options });
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** "09:15". */
export const clockTime = (at: Date, zone: string): string => format(zone, clock).format(at);

/** "22 Nov". */
export const shortDay = (at: Date, zone: string): string =>
  format(zone, { day: "numeric", month: "short" }).format(at);

/** "Sunday 22 November". */
export const longDay = (at: Date, zone: string): string =>
  format(zone, { weekday: "long", day: "numeric", month: "long" }).format(at).replace(",", "");

/** "Sun 22 Nov", where there is little room. */
export const dayOfWeek = (at: Date, zone: string): string =>
  format(zone, { weekday: "short", day: "numeric", month: "short" }).format(at).replace(",", "");

/** "22 November 2026, 09:15". */
export const fullMoment = (at: Date, zone: string): string =>
  `${format(zone, { day: "numeric", month: "long", year: "numeric" }).format(at)}, ${clockTime(at, zone)}`;

/** YYYY-MM-DD in the zone. */
const dayOf = (at: Date, zone: string): string => localOf(at, zone).slice(0, 10);

/** "2026-11-20" as "20 November 2026". */
export const dayInWords = (day: string): string =>
  format("UTC", { day: "numeric", month: "long", year: "numeric" }).format(new Date(`${day}T00:00:00Z`));

const day = 86_400_000;

/** As short as it can be and still be clear from `now`: "09:15" on the same day, "Mon 06:00" within six days either
 * way, else "22 Nov 06:00", with the year where it is another. */
export function nearMoment(at: Date, now: Date, zone: string): string {
  if (dayOf(at, zone) === dayOf(now, zone)) return clockTime(at, zone);
  if (Math.abs(at.getTime() - now.getTime()) < 6 * day)
    return `${format(zone, { weekday: "short" }).format(at)} ${clockTime(at, zone)}`;
  const year = dayOf(at, zone).slice(0, 4);
  const named = year === dayOf(now, zone).slice(0, 4) ? "" : ` ${year}`;
  return `${shortDay(at, zone)}${named} ${clockTime(at, zone)}`;
}

/** How long something has lain: "just now", "42 min", "3 h", "2 days". Rounded down. */
export function howLong(since: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - since.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** The zone as a person knows it, at that moment: "Europe/London, GMT". */
export function zoneName(zone: string, at: Date): string {
  const part = format(zone, { timeZoneName: "short" })
    .formatToParts(at)
    .find((each) => each.type === "timeZoneName")?.value;
  return part && part !== zone ? `${zone.replaceAll("_", " ")}, ${part}` : zone;
}
