import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, brotliCompressSync, constants, gzip } from "node:zlib";
import { Wire } from "./wire";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

type Encoding = "br" | "gzip" | "identity";
type Variant = {
  readonly body: Uint8Array;
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
  /** Makes the same page a tenth smaller over the wire, at forty times the work, and adds the gzip form: for one that is
   * kept and sent again. Null where there is nothing to win. */
  polish: (() => Promise<ReadyPage>) | null;
};

/** Bytes. A longer text would be worked at for too long. */
const longestPolished = 200_000;

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
  const varies = compressible.test(type) && body.length > 300;
  if (varies) common.push("Vary", "Accept-Encoding");
  const variant = (encoding: Encoding, bytes: Uint8Array, tag: string = encoding): Variant =>
    // A strong tag names exact bytes, so each form has its own.
    variantOf(common, status, encoding, `"${etag}${tag === "identity" ? "" : `-${tag}`}"`, bytes);
  const smallest = varies ? await squeezed(body) : null;
  // Nearly everybody takes brotli: whoever asks first does not wait for the form that the others take.
  const isPolished = status === 200 && smallest !== null && body.length <= longestPolished;
  const zipped = varies && !isPolished ? bytesOf(await deflate(body, { level: 6 })) : null;
  const page: ReadyPage = {
    status,
    identity: variant("identity", body),
    gzip: zipped && variant("gzip", zipped),
    br: smallest && variant("br", smallest),
    bytes: weightOf(body, zipped, smallest),
    isKept,
    polish: null,
  };
  if (isPolished) {
    page.polish = async () => {
      const text = page.identity.body;
      const [gzipped, polished] = [
        bytesOf(await deflate(text, { level: 6 })),
        bytesOf(await brotli(text, brotliFor(text, 11))),
      ];
      const [gzip, br] = [variant("gzip", gzipped), variant("br", polished, "br11")];
      return { ...page, gzip, br, polish: null, bytes: weightOf(text, gzipped, polished) };
    };
  }
  return page;
}

/** Bytes in memory of a page in these forms, with the head of each as headers and as it travels. */
function weightOf(...forms: (Uint8Array | null)[]): number {
  return forms.reduce((sum, form) => sum + (form?.length ?? 0), 9_000);
}

/** Bytes. Handing a shorter text to another thread takes longer than compressing it, a third of a millisecond. */
const shortText = 40_000;

async function squeezed(body: Uint8Array): Promise<Uint8Array> {
  const options = brotliFor(body, 5);
  return bytesOf(body.length <= shortText ? brotliCompressSync(body, options) : await brotli(body, options));
}

/** Brotli with a window no larger than the text asks for: the usual 4 MiB would be cleared for each page. */
function brotliFor(body: Uint8Array, quality: number): BrotliOptions {
  const window = Math.ceil(Math.log2(body.length + 1)) + 1;
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(12, window)),
    },
  };
}

function variantOf(
  common: string[],
  status: number,
  encoding: Encoding,
  etag: string,
  body: Uint8Array,
): Variant {
  const tagged = status === 200 ? [...common, "ETag", etag] : common;
  const headers = [...tagged];
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  headers.push("Content-Length", String(body.length));
  const wire = status === 200 ? new Wire(headers, body) : null;
  const alone = wire ? null : body;
  return {
    // Where there is a wire form the body is a part of it: a page in memory is there once.
    get body() {
      return alone ?? wire?.body ?? new Uint8Array();
    },
    etag,
    headers,
    unchanged: tagged,
    wire,
  };
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
