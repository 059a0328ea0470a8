import type { PublicAddress } from "./public-addresses";
import type { ReadyPage } from "./ready-page";

/** How a page was come by: `kept` from memory, `joined` to a fill under way, `made` anew. */
export type Found = { page: ReadyPage; how: "kept" | "joined" | "made" };

type Kept = { readonly address: string; page: ReadyPage; isRead: boolean };
type Fill = { address: string; page: Promise<ReadyPage>; purged: boolean };

/**
 * Finished pages in memory, bounded by bytes: the oldest that nobody has read lately goes first. What it gives out is
 * never older than the last purge it was told of: a fill that was under way then is neither kept nor joined.
 */
export class PageCache {
  readonly counts = { kept: 0, joined: 0, made: 0, purged: 0 };
  readonly #limit: number;
  readonly #holdsLease: () => boolean;
  readonly #polishAfter: number;
  // A Map keeps the order of insertion: its first key is the next to go. Reading a page marks it and moves nothing: a Map
  // whose entries are moved tens of thousands of times a second is built anew as often, and its remains are a full
  // collection every few seconds.
  readonly #pages = new Map<string, Kept>();
  readonly #keysOf = new Map<string, Set<string>>();
  readonly #fills = new Map<string, Fill>();
  /** Kept pages that are still to be polished, by key. */
  readonly #rough = new Set<string>();
  #polishing = false;
  #polishLater: NodeJS.Timeout | undefined;
  #bytes = 0;

  /** `holdsLease` says whether this instance is sure to have heard of every purge; without it nothing is given from
   * memory and nothing is kept. A kept page is made smaller after it has stood for `polishAfter` milliseconds: while a
   * change goes out its pages have to be made, and one that changes again at once is not worth it. */
  constructor(options: { limit: number; holdsLease: () => boolean; polishAfter?: number }) {
    this.#limit = options.limit;
    this.#holdsLease = options.holdsLease;
    this.#polishAfter = options.polishAfter ?? 1_000;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#pages.size;
  }

  /** Whether this instance is sure to have heard of every purge. */
  get isSure(): boolean {
    return this.#holdsLease();
  }

  /** The ready page of a key, if it may be given from memory. */
  peek(key: string): ReadyPage | undefined {
    const kept = this.#pages.get(key);
    if (!kept || !this.#holdsLease()) return undefined;
    kept.isRead = true;
    this.counts.kept += 1;
    // It is asked for again: now the work of making it smaller is worth it.
    if (kept.page.polish && !this.#rough.has(key)) this.#toPolish(key);
    return kept.page;
  }

  /** The page of an address: from memory, from a fill that is under way, or from `fill`. Fails as `fill` fails. */
  async find({ address, key }: PublicAddress, fill: () => Promise<ReadyPage>): Promise<Found> {
    const page = this.peek(key);
    if (page) return { page, how: "kept" };
    const sure = this.#holdsLease();
    const underWay = this.#fills.get(key);
    if (underWay && sure) {
      this.counts.joined += 1;
      return { page: await underWay.page, how: "joined" };
    }
    this.counts.made += 1;
    if (!sure) return { page: await fill(), how: "made" };
    return { page: await this.#fill(address, key, fill), how: "made" };
  }

  async #fill(address: string, key: string, fill: () => Promise<ReadyPage>): Promise<ReadyPage> {
    const under: Fill = { address, page: fill(), purged: false };
    this.#fills.set(key, under);
    try {
      const page = await under.page;
      if (page.isKept && !under.purged && this.#holdsLease()) this.#keep(address, key, page);
      return page;
    } finally {
      if (this.#fills.get(key) === under) this.#fills.delete(key);
    }
  }

  #keep(address: string, key: string, page: ReadyPage): void {
    if (page.bytes > this.#limit / 8) return;
    this.#drop(key);
    this.#makeRoom(page.bytes);
    this.#pages.set(key, { address, page, isRead: false });
    this.#bytes += page.bytes;
    const keys = this.#keysOf.get(address) ?? new Set();
    this.#keysOf.set(address, keys.add(key));
    // What is asked with words of a reader's own, a search, may never be asked again.
    if (page.polish && !key.includes("?")) this.#toPolish(key);
  }

  #toPolish(key: string): void {
    this.#rough.add(key);
    this.#polishLater ??= setTimeout(() => {
      this.#polishLater = undefined;
      void this.#polish();
    }, this.#polishAfter).unref();
  }

  /** Polishes the kept pages one after another, so that readers never wait for it. A page that was purged meanwhile
   * stays away. */
  async #polish(): Promise<void> {
    if (this.#polishing) return;
    this.#polishing = true;
    try {
      for (const key of this.#rough) {
        const kept = this.#pages.get(key);
        const polished = await kept?.page.polish?.();
        this.#rough.delete(key);
        // A page that was purged meanwhile is another by now, or none.
        if (!kept || !polished || this.#pages.get(key) !== kept) continue;
        this.#bytes += polished.bytes - kept.page.bytes;
        kept.page = polished;
        this.#makeRoom(0);
      }
    } finally {
      this.#polishing = false;
    }
  }

  /** For so many bytes. A page that was read since it was last passed over is passed over once more, and stands behind
   * all others then. */
  #makeRoom(bytes: number): void {
    for (const [key, kept] of this.#pages) {
      if (this.#bytes + bytes <= this.#limit) break;
      if (kept.isRead) {
        kept.isRead = false;
        this.#pages.delete(key);
        this.#pages.set(key, kept);
      } else this.#drop(key);
    }
  }

  #drop(key: string): void {
    const kept = this.#pages.get(key);
    if (!kept) return;
    this.#pages.delete(key);
    this.#bytes -= kept.page.bytes;
    const keys = this.#keysOf.get(kept.address);
    keys?.delete(key);
    if (keys?.size === 0) this.#keysOf.delete(kept.address);
  }

  /** Forgets these addresses with all their queries, and lets nobody join a fill of them that is under way. "*" is
   * every address. */
  purge(addresses: readonly string[]): void {
    this.counts.purged += addresses.length;
    const all = addresses.includes("*");
    if (all) {
      this.#pages.clear();
      this.#keysOf.clear();
      this.#bytes = 0;
    }
    const named = new Set(addresses);
    for (const address of named) {
      for (const key of [...(this.#keysOf.get(address) ?? [])]) this.#drop(key);
    }
    for (const [key, fill] of this.#fills) {
      if (!all && !named.has(fill.address)) continue;
      fill.purged = true;
      this.#fills.delete(key);
    }
  }
}
