/** How long a person stays signed in. Milliseconds. */
export const sessionLimits = {
  /** However busy, nobody stays signed in for longer than a long working day. */
  absolute: 12 * 60 * 60 * 1000,
  /** Nothing asked for in this time: the desk stood open with nobody at it. */
  idle: 30 * 60 * 1000,
  /** The moment last seen is written no more often than this, so that reading a page costs no write. */
  refresh: 60 * 1000,
} as const;

/** What is known of one session, with its user, at one moment. */
export type SessionFacts = {
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly deactivatedAt: Date | null;
};

/** Whether a session still stands at `now`. At exactly a limit it is over. */
export function isSessionLive(facts: SessionFacts, now: Date): boolean {
  if (facts.endedAt || facts.deactivatedAt) return false;
  if (now >= facts.expiresAt) return false;
  // The row's own end may be wrong; the working day is not.
  if (now.getTime() - facts.createdAt.getTime() >= sessionLimits.absolute) return false;
  return now.getTime() - facts.seenAt.getTime() < sessionLimits.idle;
}

/** Whether the moment last seen is old enough to be written anew. */
export const isSeenStale = (seenAt: Date, now: Date): boolean =>
  now.getTime() - seenAt.getTime() >= sessionLimits.refresh;

/** Where to go after signing in: `asked` if it is an address of the desk on this very site, else the board. */
export function afterSignIn(asked: unknown): string {
  const board = "/desk";
  // A path and nothing else: "//elsewhere" and "/\elsewhere" name another host, and browsers drop tabs and line ends.
  if (
    typeof asked !== "string" ||
    asked.length > 1000 ||
    !/^\/desk(?=[/?#]|$)[\x21-\x5b\x5d-\x7e]*$/.test(asked)
  ) {
    return board;
  }
  const here = "http://desk.invalid";
  const url = URL.canParse(asked, here) ? new URL(asked, here) : null;
  if (!url || url.origin !== here || !/^\/desk(\/|$)/.test(url.pathname)) return board;
  // The doors themselves would only send the person back here.
  if (/^\/desk\/(sign-in|set-up|join|forgotten|reset|second-factor)(\/|$)/.test(url.pathname)) return board;
  return `${url.pathname}${url.search}${url.hash}`;
}
