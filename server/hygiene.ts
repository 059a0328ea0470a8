import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";

/** What the outer server was told about where it stands. */
export type Standing = {
  /** The public origin, without a slash at its end. */
  origin: string;
  trustsProxy: boolean;
};

/** A request as it came in, before anything in it is believed. */
export type Arrival = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** The address at the other end of the socket. */
  peer: string;
};

/** What is known of a request that was let in. */
export type Visit = {
  protocol: "http" | "https";
  /** As the browser named it, with its port. */
  host: string;
  /** Who is asking: the socket's peer, or what a trusted proxy says of it. */
  peer: string;
  /** Whether it comes from this very machine, and not through a proxy on it. */
  fromHere: boolean;
};

export type Refused = { status: number; sentence: string };

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const methods = new Set([...safeMethods, "POST", "PUT", "PATCH", "DELETE"]);

/** The most that a request's body may hold, in bytes: a picture of 20 MB with its form around it; of evidence, which
 * is written to the disk as it arrives, a long recording. */
const longestBody = 22 * 1024 * 1024;
const longestEvidence = 200 * 1024 * 1024;

/** Headers by which Next, or the layers before it, tell each other things. From outside they would be lies. The ids of
 * requests stay: in development an answer is joined by them with what follows over the socket, and waits for it. */
const inward =
  /^(x-verbatim-|x-forwarded-|x-middleware-|x-invoke-|x-matched-path$|x-prerender-|x-nextjs-(?!(?:html-)?request-id$)|x-now-|x-real-ip$|forwarded$|next-resume$|content-security-policy)/;
const forwarding = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded", "x-real-ip"];

/** Judges a request by its first lines alone: lets it in, or names the status and the one sentence of the refusal. */
export function examine(arrival: Arrival, standing: Standing): Visit | Refused {
  const { method, url, headers } = arrival;
  if (!methods.has(method)) return { status: 405, sentence: "This address does not answer that method." };
  if (!isWellFormed(url)) return { status: 400, sentence: "That address is not well formed." };
  const visit = visitOf(arrival, standing);
  if (!isOurs(visit.host, standing.origin)) {
    return { status: 421, sentence: "This server does not answer for that host name." };
  }
  if (safeMethods.has(method)) return visit;
  // A mail program that leaves the newsletter for its reader comes from nowhere; its link is the right to it (RFC 8058).
  const isLeaving = method === "POST" && /^\/newsletter\/leave\/[\w-]{43}$/.test(url);
  if (!isLeaving && !isSameOrigin(headers, visit, standing.origin)) {
    return { status: 403, sentence: "This change was not asked for from our own pages, so it was not made." };
  }
  return bodyFault(headers, arrival) ?? visit;
}

export function isRefused(answer: Visit | Refused): answer is Refused {
  return "status" in answer;
}

function visitOf({ headers, peer }: Arrival, { origin, trustsProxy }: Standing): Visit {
  const forwarded = forwarding.some((name) => headers[name] !== undefined);
  const first = (name: string) => {
    const value = headers[name];
    return trustsProxy ? (Array.isArray(value) ? value[0] : value)?.split(",")[0]?.trim() : undefined;
  };
  const host = (first("x-forwarded-host") ?? headers.host ?? "").toLowerCase();
  const told = first("x-forwarded-proto");
  const protocol =
    told === "https" || told === "http" ? told : hostOf(origin) === host ? schemeOf(origin) : "http";
  return {
    protocol,
    host,
    peer: lastHop(headers, trustsProxy) ?? peer,
    fromHere: !forwarded && isLoopback(peer) && isLoopbackName(nameOf(host)),
  };
}

/** What our own proxy saw is the last of the list; the ones before it are what the visitor claimed. */
function lastHop(headers: IncomingHttpHeaders, trustsProxy: boolean): string | undefined {
  const value = headers["x-forwarded-for"];
  const hops = trustsProxy && value ? String(value).split(",") : [];
  const last = hops.at(-1)?.trim() ?? "";
  return isIP(last) ? last : undefined;
}

const hostOf = (origin: string): string => new URL(origin).host;
const schemeOf = (origin: string): "http" | "https" => (origin.startsWith("https:") ? "https" : "http");

/** A host without its port; an IPv6 literal without its brackets. */
function nameOf(host: string): string {
  const bracketed = /^\[([^\]]*)\](:\d+)?$/.exec(host);
  return bracketed?.[1] ?? host.replace(/:\d+$/, "");
}

function isLoopbackName(name: string): boolean {
  return name === "localhost" || name.endsWith(".localhost") || (isIP(name) !== 0 && isLoopback(name));
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return plain === "::1" || plain.startsWith("127.");
}

/** A name that only we can be reached by. A name that somebody else owns may be pointed at us (DNS rebinding). */
function isOurs(host: string, origin: string): boolean {
  if (!/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/.test(host)) return false;
  const name = nameOf(host);
  return host === hostOf(origin) || isIP(name) !== 0 || isLoopbackName(name);
}

function isWellFormed(url: string): boolean {
  if (!url.startsWith("/") || url.startsWith("//") || url.length > 8_000 || /[\s\\#]|%00/.test(url))
    return false;
  const [path = ""] = url.split("?", 1);
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return !/[\u0000-\u001f\u007f\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** Next lets a change through that has no Origin at all; we do not. `Sec-Fetch-Site` cannot be set by a page. */
function isSameOrigin(headers: IncomingHttpHeaders, visit: Visit, origin: string): boolean {
  if (headers["sec-fetch-site"] === "same-origin") return true;
  return headers.origin === `${visit.protocol}://${visit.host}` || headers.origin === origin;
}

function bodyFault(headers: IncomingHttpHeaders, { method, url }: Arrival): Refused | null {
  if (headers["transfer-encoding"] !== undefined) {
    return { status: 411, sentence: "A request with a body has to say how long it is." };
  }
  const isEvidence = method === "POST" && /^\/desk\/evidence(\?|$)/.test(url);
  if (Number(headers["content-length"] ?? 0) > (isEvidence ? longestEvidence : longestBody)) {
    return { status: 413, sentence: "That is more than this server takes at once." };
  }
  return null;
}

/** Takes out of a request what only we may say to the pages behind us, and says it. */
export function tellInward(headers: IncomingHttpHeaders, visit: Visit, path: string): void {
  for (const name of Object.keys(headers)) {
    if (inward.test(name)) delete headers[name];
  }
  headers["x-forwarded-host"] = visit.host;
  headers["x-forwarded-proto"] = visit.protocol;
  headers["x-forwarded-for"] = visit.peer;
  headers["x-verbatim-peer"] = visit.peer;
  headers["x-verbatim-path"] = path;
  if (visit.fromHere) headers["x-verbatim-loopback"] = "1";
}
