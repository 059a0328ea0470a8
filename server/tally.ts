import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { addCounts, type Counts } from "@/db/readers/counts";
import { type AppealPlace, isRobot } from "@/domain/appeal";
import { type Beacon, beaconLength, readBeacon } from "@/domain/beacon";
import { logUnexpected } from "./unexpected";

/** Where readers' browsers tell that a page was read. */
export const beaconAddress = "/counts";

const writeEvery = 5_000;
/** One machine, or all behind one address, tells no more in a minute. */
const mostInAMinute = 120;
/** More stories than this are not read between two writings; what is beyond it is made up. */
const mostStories = 20_000;

/** Counts reads in memory and writes them to the database every few seconds, so that a reader costs it nothing. No
 * cookie and no address: of whoever tells, a hash under a salt that is thrown away each minute, in memory alone. */
export class Tally {
  #reads = new Map<string, number>();
  #views = new Map<AppealPlace, number>();
  #salt = randomUUID();
  #told = new Map<string, number>();
  readonly #timers: NodeJS.Timeout[];
  readonly #write: (counts: Counts) => Promise<void>;

  constructor(write: (counts: Counts) => Promise<void> = addCounts) {
    this.#write = write;
    this.#timers = [
      setInterval(() => void this.flush(), writeEvery),
      setInterval(() => this.#forget(), 60_000),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  /** Takes what a browser tells. The answer is the same whatever becomes of it. */
  async answer(request: IncomingMessage, response: ServerResponse, peer: string): Promise<void> {
    const agent = request.headers["user-agent"] ?? "";
    const body = await bodyOf(request);
    response.writeHead(204, { "Cache-Control": "no-store" }).end();
    const beacon = body === null || isRobot(agent) ? null : readBeacon(body);
    if (beacon && this.#isWithinLimit(peer)) this.count(beacon);
  }

  count({ read, seen }: Beacon): void {
    if (read && (this.#reads.has(read) || this.#reads.size < mostStories)) add(this.#reads, read);
    for (const place of seen) add(this.#views, place);
  }

  /** Writes what has been counted. What the database does not take is kept for the next time. */
  async flush(): Promise<void> {
    if (this.#reads.size === 0 && this.#views.size === 0) return;
    const counts = { reads: this.#reads, views: this.#views };
    this.#reads = new Map();
    this.#views = new Map();
    try {
      await this.#write(counts);
    } catch (error) {
      logUnexpected(error, "writing down how often stories were read");
      for (const [id, count] of counts.reads) add(this.#reads, id, count);
      for (const [place, count] of counts.views) add(this.#views, place, count);
    }
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.flush();
  }

  #isWithinLimit(peer: string): boolean {
    const key = createHash("sha256").update(this.#salt).update(peer).digest("base64");
    return add(this.#told, key) <= mostInAMinute;
  }

  #forget(): void {
    this.#salt = randomUUID();
    this.#told.clear();
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, more = 1): number {
  const count = (counts.get(key) ?? 0) + more;
  counts.set(key, count);
  return count;
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = new Uint8Array(part);
    size += bytes.length;
    // The rest is read and let go, so that the connection can go on.
    if (size <= beaconLength) parts.push(bytes);
  }
  return size > beaconLength ? null : Buffer.concat(parts).toString("utf8");
}
