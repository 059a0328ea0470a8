import { isId } from "@/domain/ids";
import { dayAsked, wordsAsked } from "@/domain/search-words";
import { canonicalPath } from "./canonical-path";
import { placeIn } from "./cursors";

/** Everything that is not one page for every reader. All else is a public address. */
const notCached = [
  "/desk",
  "/api",
  "/_next",
  "/media",
  "/documents",
  "/cards",
  "/support",
  "/newsletter/ask",
  "/newsletter/confirm",
  "/newsletter/leave",
  "/counts",
  "/healthz",
  "/readyz",
  "/metrics",
];

type Reading = (value: string, address: string) => string | null | undefined;

/** A text of the reader's own. What is too long is no page that is kept. */
const text: Reading = (value) => (value.length > 200 ? null : wordsAsked(value));
const name: Reading = (value) => (value.length > 100 ? undefined : wordsAsked(value));
const slug: Reading = (value) => (/^[\p{L}\p{N}._~-]{1,100}$/u.test(value) ? value : undefined);
const day: Reading = (value) => dayAsked(value);
/** A place in a list: only one that we sealed ourselves is a page. */
const place: Reading = (value, address) => placeIn(address, value) ?? undefined;
const number: Reading = (value) => (/^[1-9]\d{0,3}$/.test(value) ? value : undefined);

/** What cannot be read is told to whoever asked, where a person would be shown the list all the same. */
const told =
  (reading: Reading): Reading =>
  (value, address) =>
    reading(value, address) ?? null;

const record: Reading = (value) => (isId(value) ? value.toLowerCase() : undefined);

const repliesQuery: Readonly<Record<string, Reading>> = { before: record, thread: record };
const listQuery: Readonly<Record<string, Reading>> = { before: place };

/** The query names that make another page of an address, with how each is read: null is no kept page at all, undefined
 * is left out. What is not named here makes no difference. */
const queries: Readonly<Record<string, Readonly<Record<string, Reading>>>> = {
  "/search": { q: text, section: slug, by: name, speaker: name, from: day, to: day },
  "/archive": { day: (value) => (value ? (dayAsked(value) ?? null) : undefined) },
  "/sitemap-stories.xml": { from: place },
  "/oembed": {
    url: (value) => (value.length > 500 ? undefined : value),
    format: (value) => (/^[a-z]{1,10}$/.test(value) ? value : undefined),
    maxwidth: number,
    maxheight: number,
  },
  "/api/stories": {
    before: told(place),
    section: told(slug),
    author: told(slug),
    topic: told(slug),
  },
};

/** What of the addresses that are not pages may be kept all the same: the stories for other people's programs. */
const keptAll = "/api/stories";

export type PublicAddress = {
  /** The path, percent-encoded in one way only: what purges name. */
  address: string;
  /** The address with the query that matters, its names in order: what a ready page is kept under. */
  key: string;
};

/** Names the page that a well-formed url asks for, or null when it is none that every reader sees alike. Two ways of
 * writing one address give one key, so that a purge of it reaches both. */
export function publicAddress(url: string): PublicAddress | null {
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  const address = canonicalPath(path);
  const isBelow = (start: string) => address === start || address.startsWith(`${start}/`);
  if (notCached.some(isBelow) && !isBelow(keptAll)) return null;
  if (mark === -1) return { address, key: address };
  const query = canonicalQuery(address, url.slice(mark + 1));
  return query === null ? null : { address, key: query ? `${address}?${query}` : address };
}

function canonicalQuery(address: string, query: string): string | null {
  const known = queries[address] ?? (address.endsWith("/replies") ? repliesQuery : listQuery);
  const kept = new URLSearchParams();
  for (const [named, value] of new URLSearchParams(query)) {
    const reading = Object.hasOwn(known, named) ? known[named] : undefined;
    if (!reading || kept.has(named)) continue;
    const read = reading(value, address);
    if (read === null) return null;
    if (read) kept.set(named, read);
  }
  kept.sort();
  return kept.toString();
}
