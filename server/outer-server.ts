import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { AtOnce } from "./at-once";
import { examine, isRefused, type Refused, type Standing, tellInward, type Visit } from "./hygiene";
import type { PageCache } from "./page-cache";
import { commonHeaders, deskPolicy, developmentPolicy, readersPolicy } from "./policies";
import type { Probes } from "./probes";
import { type PublicAddress, publicAddress } from "./public-addresses";
import { isUnchanged, type ReadyPage, variantFor } from "./ready-page";
import { type Rendered, render } from "./render";
import { closedPage, plainPage, siteFill } from "./site-fill";
import type { StaticFiles } from "./static-files";
import { beaconAddress, type Tally } from "./tally";
import { logUnexpected } from "./unexpected";

export type Inside = {
  handle: (request: IncomingMessage, response: ServerResponse) => unknown;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown;
};

export type OuterServer = {
  standing: Standing;
  dev: boolean;
  inside: Inside;
  cache: PageCache;
  files: StaticFiles;
  probes: Probes;
  /** Counts what was read. */
  tally: Tally;
  /** Whether the database answers now. */
  canReadDatabase: () => Promise<boolean>;
};

/** Milliseconds. A page that takes longer is asked whether it is the database that it waits for. */
const patience = 2_000;

/** The server that everybody meets: it looks at each request, answers readers from finished pages, and hands the rest
 * to Next. It listens to nothing until told. */
export function outerServer(parts: OuterServer): Server {
  const answering = new Answering(parts);
  const server = createServer(
    { maxHeaderSize: 16_384, keepAlive: true, noDelay: true },
    (request, response) => {
      if (answering.answerAtOnce(request, response)) return;
      answering.answer(request, response).catch((error: unknown) => {
        logUnexpected(error, "answering a request");
        if (response.headersSent) response.destroy();
        else response.writeHead(500, { "Cache-Control": "no-store" }).end();
      });
    },
  );
  server.headersTimeout = 10_000;
  // A recording of an hour over a slow line takes its time; whoever says nothing for two minutes is let go below.
  server.requestTimeout = 20 * 60_000;
  server.keepAliveTimeout = 65_000;
  server.setTimeout(120_000);
  server.on("upgrade", (request, socket, head) => {
    if (parts.dev && request.url?.startsWith("/_next/")) parts.inside.upgrade(request, socket, head);
    else socket.destroy();
  });
  return server;
}

class Answering {
  readonly #parts: OuterServer;
  readonly #common: string[];
  readonly #atOnce: AtOnce;
  readonly #inward: Record<string, string>;

  constructor(parts: OuterServer) {
    this.#parts = parts;
    this.#atOnce = new AtOnce(parts.cache);
    this.#common = commonHeaders(parts.standing.origin);
    const origin = new URL(parts.standing.origin);
    this.#inward = {
      host: origin.host,
      accept: "text/html",
      "x-forwarded-host": origin.host,
      "x-forwarded-proto": origin.protocol.slice(0, -1),
    };
  }

  /** Answers what is in memory without further ado; says whether it did. */
  answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
    if (!this.#atOnce.answer(request, response)) return false;
    this.#parts.probes.requests += 1;
    return true;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { standing, dev, files, probes } = this.#parts;
    const url = request.url ?? "/";
    const method = request.method ?? "GET";
    probes.requests += 1;
    const peer = request.socket.remoteAddress ?? "";
    const visit = examine({ method, url, headers: request.headers, peer }, standing);
    if (isRefused(visit)) return this.#refuse(request, response, visit);
    const reads = safeMethod(request);
    if (reads && (await probes.answer(request, response, visit))) return;
    const file = reads ? files.find(url) : null;
    if (file) return send(request, response, await file);
    if (method === "POST" && url === beaconAddress)
      return this.#parts.tally.answer(request, response, visit.peer);
    const page = publicAddress(url);
    if (page && reads && !dev) return this.#reader(request, response, page);
    return this.#handOver(request, response, visit, page !== null);
  }

  async #refuse(
    request: IncomingMessage,
    response: ServerResponse,
    { status, sentence }: Refused,
  ): Promise<void> {
    this.#parts.probes.refused += 1;
    // What is left of the body is not read: the connection ends with the answer.
    response.shouldKeepAlive = request.method === "GET" || request.method === "HEAD";
    const headers = [
      ...this.#common,
      "Cache-Control",
      "no-store",
      "Content-Type",
      "text/plain; charset=utf-8",
    ];
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : `${sentence}\n`);
  }

  async #reader(request: IncomingMessage, response: ServerResponse, page: PublicAddress): Promise<void> {
    const { page: found } = await this.#parts.cache.find(page, () => this.#fill(page));
    if (found.isKept) this.#atOnce.remember(request, page);
    send(request, response, found);
  }

  async #fill({ key }: PublicAddress): Promise<ReadyPage> {
    try {
      const rendered = await this.#inTime(render(this.#parts.inside.handle, key, { ...this.#inward }));
      if (!rendered || (rendered.status >= 500 && !(await this.#parts.canReadDatabase())))
        return await closedPage(this.#common);
      return await siteFill(rendered, this.#common);
    } catch (error) {
      const id = logUnexpected(error, "making a reader's page");
      return plainPage(500, `This page could not be made (${id}). Please try again later.`, this.#common);
    }
  }

  /** What is rendered, or null once the database is found not to answer meanwhile: a reader is told so, and does not wait
   * for what may never come. Where this server has not heard of the database lately it looks at once. */
  async #inTime(rendering: Promise<Rendered>): Promise<Rendered | null> {
    const { cache, canReadDatabase } = this.#parts;
    // Ends with the page: a pause that ran on would keep a made page in memory for as long.
    const done = new AbortController();
    const looked = (async () => {
      for (let pause = cache.isSure ? patience : 0; !done.signal.aborted; pause = patience) {
        await wait(pause, undefined, { ref: false, signal: done.signal }).catch(() => undefined);
        if (!done.signal.aborted && !(await canReadDatabase())) return null;
      }
      return rendering;
    })();
    return Promise.race([rendering, looked]).finally(() => done.abort());
  }

  /** A picture, a card, a document or data of the site, which is asked of the database each time. What cannot be read
   * now is not broken: it is 503, to be asked for again. */
  async #isClosed(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { cache, canReadDatabase } = this.#parts;
    if (!cache.isSure && !(await canReadDatabase())) {
      send(request, response, await closedPage(this.#common));
      return true;
    }
    const head = response.writeHead.bind(response);
    response.writeHead = (status: number, ...rest: never[]) => {
      const isClosed = status >= 500 && !cache.isSure;
      if (isClosed) response.setHeader("Retry-After", "10");
      return head(isClosed ? 503 : status, ...rest);
    };
    return false;
  }

  /** To Next, with what only we may say to it: where the request came from and, for the desk, this answer's nonce. */
  async #handOver(
    request: IncomingMessage,
    response: ServerResponse,
    visit: Visit,
    isSite: boolean,
  ): Promise<void> {
    const { dev, inside } = this.#parts;
    const url = request.url ?? "/";
    const isOfSite = !dev && safeMethod(request) && !/^\/(?:desk|_next|api\/auth)(?:[/?]|$)/.test(url);
    if (isOfSite && (await this.#isClosed(request, response))) return;
    tellInward(request.headers, visit, url);
    for (let at = 0; at < this.#common.length; at += 2) {
      response.setHeader(this.#common[at] ?? "", this.#common[at + 1] ?? "");
    }
    if (isSite) {
      response.setHeader("Content-Security-Policy", dev ? developmentPolicy : readersPolicy);
      response.setHeader("Cache-Control", "no-store");
    } else if (url === "/desk" || /^\/desk[/?]/.test(url)) {
      const policy = deskPolicy(randomBytes(16).toString("base64"), dev);
      request.headers["content-security-policy"] = policy;
      response.setHeader("Content-Security-Policy", policy);
      keepPrivate(response);
    }
    await inside.handle(request, response);
  }
}

const safeMethod = ({ method }: IncomingMessage) => method === "GET" || method === "HEAD";

/** Whatever Next says of caching a page of the desk, nobody may. */
function keepPrivate(response: ServerResponse): void {
  response.setHeader("Cache-Control", "private, no-store");
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const isCaching = name.toLowerCase() === "cache-control" && !String(value).includes("immutable");
    return set(name, isCaching ? "private, no-store" : value);
  };
}

function accepts({ headers }: IncomingMessage): string | undefined {
  const value = headers["accept-encoding"];
  return Array.isArray(value) ? value.join(",") : value;
}

function send(request: IncomingMessage, response: ServerResponse, page: ReadyPage): void {
  const variant = variantFor(page, accepts(request));
  if (page.status === 200 && isUnchanged(variant.etag, request.headers["if-none-match"])) {
    response.writeHead(304, variant.unchanged).end();
    return;
  }
  response.writeHead(page.status, variant.headers);
  if (request.method === "HEAD") response.end();
  else response.end(variant.body);
}
