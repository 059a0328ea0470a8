/** How a newsroom sends its newsletter. */
export type NewsletterRules = {
  readonly on: boolean;
  /** "07:00", in the newsroom's zone. */
  readonly hour: string;
  /** The most stories that a letter has where no editor chose. */
  readonly most: number;
};
export const defaultNewsletter: NewsletterRules = { on: false, hour: "07:00", most: 8 };
export const newsletterLimits = { most: { least: 1, most: 20 }, subject: 150, intro: 1_000 } as const;

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
};
/** So many minutes after its hour a letter still goes out by itself: later it would be no morning's letter any more. */
const window = 180;

/** Whether the letter of a day goes out by itself now. `clock` is the newsroom's time, "07:04". */
export function isDigestDue(rules: NewsletterRules, clock: string): boolean {
  const late = minutesOf(clock) - minutesOf(rules.hour);
  return rules.on && late >= 0 && late < window;
}

/** The stories of a letter: those an editor chose, as far as they are live still; where none was chosen the newest. */
export function storiesOfDigest<Story>(
  chosen: readonly Story[] | null,
  newest: readonly Story[],
  most: number,
): readonly Story[] {
  return chosen ?? newest.slice(0, most);
}

/** The next day of the calendar: "2026-11-30" is followed by "2026-12-01". */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
