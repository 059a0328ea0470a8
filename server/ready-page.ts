import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { Wire } from "./wire";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

type Encoding = "br" | "gzip" | "identity";
type Variant = {
  body: Uint8Array;
  etag: string;
  headers: string[];
  unchanged: string[];
  /** Head and body together, for a kept page that is sent again and again. */
  wire: Wire | null;
};

/** An answer with everything made that sending it needs. Headers are names and values by turns, as `writeHead` takes
 * them without further work. */
export type ReadyPage = {
  status: number;
  identity: Variant;
  gzip: Variant | null;
  br: Variant | null;
  /** What it takes in memory, in bytes. */
  bytes: number;
  /** Whether it may be given to the next reader too. */
  isKept: boolean;
};

const keptStatuses = new Set([200, 301, 308]);
const compressible =
  /^(text\/|application\/(json|xml|[a-z.]+\+(json|xml)|javascript|manifest\+json)|image\/svg)/;

export type Answer = {
  status: number;
  /** Names and values by turns. */
  headers: readonly string[];
  body: Uint8Array;
  type: string;
  /** What the browser may keep; ours to decide only where the answer itself is kept. */
  caching?: string;
};

/** Makes a ready page of an answer. A status other than 200, 301 and 308 is sent once and never kept. */
export async function readyPage({ status, headers, body, type, caching }: Answer): Promise<ReadyPage> {
  const isKept = keptStatuses.has(status);
  const etag = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  const mayKeep = caching ?? "public, max-age=0, must-revalidate";
  const common = [...headers, "Cache-Control", isKept ? mayKeep : "no-store"];
  if (type) common.push("Content-Type", type);
  const varies = compressible.test(type) && body.length > 500;
  if (varies) common.push("Vary", "Accept-Encoding");
  const variant = (encoding: Encoding, bytes: Uint8Array): Variant =>
    variantOf(common, status, encoding, etag, bytes);
  const [squeezed, smallest] = varies
    ? await Promise.all([
        deflate(body, { level: 6 }),
        brotli(body, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
        }),
      ])
    : [null, null];
  return {
    status,
    identity: variant("identity", body),
    gzip: squeezed && variant("gzip", bytesOf(squeezed)),
    br: smallest && variant("br", bytesOf(smallest)),
    // Each body stands in its wire form too.
    bytes: 2 * (body.length + (squeezed?.length ?? 0) + (smallest?.length ?? 0)) + 5_000,
    isKept,
  };
}

function variantOf(
  common: string[],
  status: number,
  encoding: Encoding,
  hash: string,
  body: Uint8Array,
): Variant {
  // A strong tag names exact bytes, so each encoding has its own.
  const etag = `"${hash}${encoding === "identity" ? "" : `-${encoding}`}"`;
  const tagged = status === 200 ? [...common, "ETag", etag] : common;
  const headers = [...tagged];
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  headers.push("Content-Length", String(body.length));
  return { body, etag, headers, unchanged: tagged, wire: status === 200 ? new Wire(headers, body) : null };
}

/** A Buffer as the plain bytes it is, without a copy. */
export function bytesOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** The smallest form of a page that a browser takes. */
export function variantFor(page: ReadyPage, accepts: string | undefined): Variant {
  if (accepts === undefined) return page.identity;
  if (page.br && takes(accepts, "br")) return page.br;
  if (page.gzip && takes(accepts, "gzip")) return page.gzip;
  return page.identity;
}

function takes(accepts: string, encoding: string): boolean {
  if (!accepts.includes(encoding)) return false;
  // The common case names it plainly; weights are looked at only where there are any.
  if (!accepts.includes(";")) return accepts.split(",").some((part) => part.trim() === encoding);
  const part = accepts.split(",").find((each) => each.trim().split(";")[0]?.trim() === encoding);
  return part !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(part);
}

/** Whether a browser's `If-None-Match` names what it would be sent. */
export function isUnchanged(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((part) => part.trim().replace(/^W\//, "") === etag);
}
