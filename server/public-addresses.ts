/** Everything that is not one page for every reader. All else is a public address. */
const notCached = [
  "/desk",
  "/api",
  "/_next",
  "/media",
  "/documents",
  "/support",
  "/counts",
  "/healthz",
  "/readyz",
  "/metrics",
];

/** The query names that make another page of an address, with the longest value each may have. */
const queryNames: Record<string, number> = {
  before: 100,
  by: 100,
  from: 40,
  page: 10,
  q: 200,
  section: 100,
  speaker: 100,
  thread: 40,
  to: 40,
};

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
  if (notCached.some((start) => address === start || address.startsWith(`${start}/`))) return null;
  if (mark === -1) return { address, key: address };
  const query = canonicalQuery(url.slice(mark + 1));
  return query === null ? null : { address, key: query ? `${address}?${query}` : address };
}

function canonicalPath(path: string): string {
  if (/^[\w/.-]*$/.test(path)) return path;
  return path
    .split("/")
    .map((part) => encodeURIComponent(decodeURIComponent(part)))
    .join("/");
}

function canonicalQuery(text: string): string | null {
  const kept = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(text)) {
    const longest = queryNames[name];
    if (longest === undefined || kept.has(name)) continue;
    if (value.length > longest) return null;
    if (value !== "") kept.set(name, value);
  }
  kept.sort();
  return kept.toString();
}
