/** Who may type in a story. One tab at a time holds its pen; everybody else reads along. Pure: the clock is given. */

/** Milliseconds between two signs of life of a page that is alone with its story. */
export const heartbeat = 8_000;
/** Milliseconds between two signs of life while the person types: a tab that has lost the pen learns of it this soon. */
export const heartbeatTyping = 2_000;
/** Milliseconds between two signs of life while others have the story open too. */
export const heartbeatInCompany = 1_000;
/** Milliseconds without a sign of life after which a tab is gone, and its pen is free. */
const goneAfter = 60_000;
/** Milliseconds that whoever takes the pen waits before the first letter: by then the other's tab has learnt of it and
 * stored its last words. */
export const handOver = 3_000;

/** What a tab asks for with a sign of life.
 * - `write`: to hold the pen as long as it is free: a page that opens, and the one that has it already
 * - `read`: to be here, no more
 * - `ask`: to have it next
 * - `take`: to have it now, whoever holds it
 * - `give`: to let whoever asked first have it
 * - `leave`: to be gone */
export const wishes = ["write", "read", "ask", "take", "give", "leave"] as const;
export type Wish = (typeof wishes)[number];

/** One tab in which a story is open. */
export type Presence = {
  readonly tab: string;
  readonly userId: string;
  readonly holdsPen: boolean;
  /** When it asked for the pen; null when it did not, or has it. */
  readonly askedAt: Date | null;
  readonly seenAt: Date;
};

const isHere = (presence: Presence, now: Date): boolean =>
  now.getTime() - presence.seenAt.getTime() < goneAfter;

/** All that are here after a sign of life, at most one of them with the pen. Tabs that are gone are not among them. */
export function decidePen(
  before: readonly Presence[],
  me: { readonly tab: string; readonly userId: string },
  wish: Wish,
  now: Date,
): readonly Presence[] {
  const others = before.filter((each) => each.tab !== me.tab && isHere(each, now));
  if (wish === "leave") return withPen(others, askedFirst(others));
  // A tab that slept for an hour still has its pen, unless it was taken meanwhile.
  const mine = before.find((each) => each.tab === me.tab && each.userId === me.userId);
  const askedAt = wish === "ask" ? (mine?.askedAt ?? now) : wish === "give" ? null : (mine?.askedAt ?? null);
  const here = [...others, { ...me, holdsPen: false, askedAt, seenAt: now }];
  const holder = mine?.holdsPen ? me.tab : (others.find((each) => each.holdsPen)?.tab ?? null);
  switch (wish) {
    case "take":
      return withPen(here, me.tab);
    case "give":
      return withPen(here, holder === me.tab ? askedFirst(others) : holder);
    case "write":
      return withPen(here, holder ?? askedFirst(here) ?? me.tab);
    default:
      return withPen(here, holder ?? askedFirst(here));
  }
}

const withPen = (here: readonly Presence[], tab: string | null): Presence[] =>
  here.map((each) => {
    const holdsPen = tab === null ? each.holdsPen : each.tab === tab;
    return { ...each, holdsPen, askedAt: holdsPen ? null : each.askedAt };
  });

const askedFirst = (here: readonly Presence[]): string | null => {
  if (here.some((each) => each.holdsPen)) return null;
  const asking = here.filter((each) => each.askedAt !== null);
  asking.sort((one, other) => Number(one.askedAt) - Number(other.askedAt));
  return asking[0]?.tab ?? null;
};
