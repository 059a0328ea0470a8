import { dateFormat } from "./date-format";

/** A local moment in a zone: one instant; none, because the clocks go forward over it; or two, because they go back. */
export type LocalMoment =
  | { readonly kind: "one"; readonly at: Date }
  | { readonly kind: "gap"; readonly before: string; readonly after: string }
  | { readonly kind: "twice"; readonly first: Date; readonly second: Date }
  | { readonly kind: "unreadable" };

const hour = 3_600_000;

/** Milliseconds by which a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = dateFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** Reads "2026-11-23T06:00" as a moment in a zone (IANA). Never guesses an hour that is not there or is there twice. */
export function instantOf(local: string, zone: string): LocalMoment {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(local);
  if (!match) return { kind: "unreadable" };
  const [year, month, day, hours, minutes] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = Date.UTC(year, month - 1, day, hours, minutes);
  // The thirtieth of February, and the like, would turn into another day.
  if (new Date(wall).toISOString().slice(0, 16) !== local) return { kind: "unreadable" };
  const offsets = [...new Set([offsetAt(wall - 24 * hour, zone), offsetAt(wall + 24 * hour, zone)])];
  const instants = offsets
    .map((offset) => wall - offset)
    .filter((instant) => offsetAt(instant, zone) === wall - instant)
    .sort((one, other) => one - other);
  const [first, second] = instants;
  if (first === undefined) return gapAround(wall, offsets, zone);
  return second === undefined
    ? { kind: "one", at: new Date(first) }
    : { kind: "twice", first: new Date(first), second: new Date(second) };
}

/** The last minute before the gap and the first one after it. */
function gapAround(wall: number, offsets: readonly number[], zone: string): LocalMoment {
  const [low, high] = [Math.min(...offsets), Math.max(...offsets)];
  let from = wall - high;
  let to = wall - low;
  while (to - from > 60_000) {
    const middle = Math.floor((from + to) / 2 / 60_000) * 60_000;
    if (offsetAt(middle, zone) === low) from = middle;
    else to = middle;
  }
  return { kind: "gap", before: localOf(new Date(from), zone), after: localOf(new Date(to), zone) };
}

/** An instant as "2026-11-23T06:00" in a zone: what a date field shows. */
export function localOf(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetAt(at.getTime(), zone)).toISOString().slice(0, 16);
}

/** "Mon 23 Nov, 06:00" in a zone. */
export function momentInWords(at: Date, zone: string): string {
  return dateFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};
