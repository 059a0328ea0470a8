import { ok, type Result, refuse } from "./result";

/** How many guesses at passwords and codes are looked at, in any stretch of time as long as `window` (milliseconds). */
export const guessLimits = { account: 10, address: 60, window: 15 * 60 * 1000 } as const;

/** The moments of the guesses so far, in any order; older ones than the window may be among them. */
export type Guesses = { readonly account: readonly Date[]; readonly address: readonly Date[] };

/** Whether one more guess may be looked at now; if not, from when on one may. Each account and each address stands
 * for itself: what is locked for one is open for all others. */
export function decideGuess(guesses: Guesses, now: Date): Result<null, { readonly until: Date }> {
  const until = Math.max(
    openAgain(guesses.account, guessLimits.account, now),
    openAgain(guesses.address, guessLimits.address, now),
  );
  return until > now.getTime() ? refuse({ until: new Date(until) }) : ok(null);
}

/** When the oldest guess that fills the limit leaves the window; zero when there is room. */
function openAgain(at: readonly Date[], limit: number, now: Date): number {
  const counted = at
    .map((each) => each.getTime() + guessLimits.window)
    .filter((leaves) => leaves > now.getTime())
    .sort((a, b) => a - b);
  return counted[counted.length - limit] ?? 0;
}

/** Whom an address stands for: an IPv4 address for itself, an IPv6 address for its /64, which is the least that one
 * household or machine is given. What cannot be read counts together as one. */
export function neighbourhood(peer: string | null): string {
  const address = (peer ?? "").trim().toLowerCase().replace(/%.*$/, "");
  const four = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})$/.exec(address);
  if (four?.[1]) return four[1];
  const groups = ipv6Groups(address);
  if (!groups) return "unknown";
  // ::ffff:a.b.c.d written in hexadecimal is the IPv4 address all the same.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return [groups[6] ?? 0, groups[7] ?? 0].flatMap((group) => [group >> 8, group & 255]).join(".");
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The eight groups of an IPv6 address, or null when it is not one. */
function ipv6Groups(address: string): number[] | null {
  const [left, right, ...more] = address.split("::");
  if (left === undefined || more.length > 0 || !address.includes(":")) return null;
  const head = left === "" ? [] : left.split(":");
  const tail = right === undefined || right === "" ? [] : right.split(":");
  const missing = 8 - head.length - tail.length;
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null;
  return groups.map((group) => Number.parseInt(group, 16));
}
