import { brotliDecompressSync } from "node:zlib";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { PageCache } from "./page-cache";
import { publicAddress } from "./public-addresses";
import { type ReadyPage, readyPage } from "./ready-page";

const words = (text: string) => new TextEncoder().encode(text);
const page = (text: string, status = 200): Promise<ReadyPage> =>
  readyPage({ status, headers: [], body: words(text), type: "text/html; charset=utf-8" });
const textOf = (found: { page: ReadyPage }): string => new TextDecoder().decode(found.page.identity.body);

function address(url: string) {
  const found = publicAddress(url);
  if (!found) throw new Error(`${url} is not public`);
  return found;
}

/** A fill that ends when it is told to. */
function slowFill() {
  let finish: (page: ReadyPage) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const made = new Promise<ReadyPage>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { fill: () => made, finish, fail };
}

let lease: boolean;
let cache: PageCache;
beforeEach(() => {
  lease = true;
  cache = new PageCache({ limit: 1_000_000, holdsLease: () => lease, polishAfter: 0 });
});

describe("what is kept", () => {
  it("gives the second reader the same page from memory", async () => {
    await cache.find(address("/city/bridge"), () => page("one"));
    const second = await cache.find(address("/city/bridge"), () => page("two"));
    expect([second.how, textOf(second)]).toEqual(["kept", "one"]);
  });

  it.each([200, 301, 308])("keeps an answer of %i", async (status) => {
    await cache.find(address("/a"), () => page("one", status));
    expect(cache.peek("/a")?.status).toBe(status);
  });

  it.each([302, 307, 404, 410, 500, 503])("sends an answer of %i once", async (status) => {
    await cache.find(address("/a"), () => page("one", status));
    expect(cache.peek("/a")).toBeUndefined();
  });

  it("is made smaller once it is kept, and has another tag then", async () => {
    const words = [
      "harbour",
      "council",
      "said",
      "wall",
      "ferry",
      "tide",
      "not",
      "Monday",
      "pilots",
      "the",
      "of",
    ];
    const text = Array.from({ length: 2_000 }, (_, at) => words[((at * at + 3 * at) % 127) % 11]).join(" ");
    const first = await cache.find(address("/a"), () => page(text));
    await expect.poll(() => cache.peek("/a")?.br?.etag).not.toBe(first.page.br?.etag);
    const polished = cache.peek("/a");
    expect(polished?.br?.body.length).toBeLessThan(first.page.br?.body.length ?? 0);
    expect(brotliDecompressSync(polished?.br?.body ?? new Uint8Array()).toString()).toBe(text);
    expect(polished?.identity).toBe(first.page.identity);
  });

  it("stays away when it is purged while it is made smaller", async () => {
    const slow = await page("words ".repeat(500));
    let finish: () => void = () => {};
    const polishing = new Promise<ReadyPage>((resolve) => {
      finish = () => resolve(slow);
    });
    const polish = vi.fn(() => polishing);
    await cache.find(address("/a"), async () => ({ ...slow, polish }));
    await expect.poll(() => polish.mock.calls.length).toBe(1);
    cache.purge(["/a"]);
    finish();
    await polishing;
    await cache.find(address("/b"), () => page("another"));
    expect(cache.peek("/a")).toBeUndefined();
  });

  it("is not made smaller when it is gone before it has stood for a while", async () => {
    const [first, second] = [vi.fn(async () => page("first")), vi.fn(async () => page("second"))];
    await cache.find(address("/a"), async () => ({ ...(await page("first")), polish: first }));
    cache.purge(["/a"]);
    await cache.find(address("/b"), async () => ({ ...(await page("second")), polish: second }));
    await expect.poll(() => second.mock.calls.length).toBe(1);
    expect(first).not.toHaveBeenCalled();
  });

  it("tells a fill's failure to everybody who waits, and tries again for the next", async () => {
    const slow = slowFill();
    const first = cache.find(address("/a"), slow.fill);
    const joined = cache.find(address("/a"), () => page("never asked"));
    slow.fail(new Error("no database"));
    await expect(first).rejects.toThrow("no database");
    await expect(joined).rejects.toThrow("no database");
    expect(textOf(await cache.find(address("/a"), () => page("well again")))).toBe("well again");
  });
});

describe("many readers at once", () => {
  it("renders a page once for all who ask while it is made", async () => {
    const slow = slowFill();
    let renders = 0;
    const counted = () => {
      renders += 1;
      return slow.fill();
    };
    const readers = Array.from({ length: 20 }, () => cache.find(address("/a"), counted));
    slow.finish(await page("one"));
    const found = await Promise.all(readers);
    expect(renders).toBe(1);
    expect(new Set(found.map(textOf))).toEqual(new Set(["one"]));
  });

  it("makes two pages of one address apart when their queries differ", async () => {
    await cache.find(address("/search?q=bridge"), () => page("bridge"));
    const other = await cache.find(address("/search?q=flood"), () => page("flood"));
    expect(textOf(other)).toBe("flood");
  });
});

describe("a purge", () => {
  it("drops the address with all its queries, and no other", async () => {
    for (const url of ["/city", "/city?before=2", "/city?page=3", "/city/bridge", "/"]) {
      await cache.find(address(url), () => page(url));
    }
    cache.purge(["/city"]);
    const left = ["/city", "/city?before=2", "/city?page=3", "/city/bridge", "/"].filter((key) =>
      cache.peek(key),
    );
    expect(left).toEqual(["/city/bridge", "/"]);
  });

  it("drops everything for *", async () => {
    for (const url of ["/a", "/b?q=x"]) await cache.find(address(url), () => page(url));
    cache.purge(["*"]);
    expect([cache.size, cache.bytes]).toEqual([0, 0]);
  });

  it.each(["/a", "*"])("of %s: a fill that had begun is not kept", async (purged) => {
    const slow = slowFill();
    const before = cache.find(address("/a"), slow.fill);
    cache.purge([purged]);
    slow.finish(await page("withdrawn"));
    await before;
    expect(cache.peek("/a")).toBeUndefined();
  });

  it.each(["/a", "*"])("of %s: nobody who comes after joins a fill that had begun", async (purged) => {
    const slow = slowFill();
    const before = cache.find(address("/a"), slow.fill);
    cache.purge([purged]);
    const after = await cache.find(address("/a"), () => page("410 note"));
    slow.finish(await page("withdrawn"));
    await before;
    expect(textOf(after)).toBe("410 note");
    expect(textOf(await cache.find(address("/a"), () => page("never asked")))).toBe("410 note");
  });

  it("leaves a fill of another address alone", async () => {
    const slow = slowFill();
    const before = cache.find(address("/a"), slow.fill);
    cache.purge(["/b"]);
    slow.finish(await page("one"));
    await before;
    expect(cache.peek("/a")).toBeDefined();
  });

  it("that comes twice while two fills are under way keeps neither", async () => {
    const [first, second] = [slowFill(), slowFill()];
    const one = cache.find(address("/a"), first.fill);
    cache.purge(["/a"]);
    const two = cache.find(address("/a"), second.fill);
    cache.purge(["/a"]);
    second.finish(await page("second"));
    first.finish(await page("first"));
    await Promise.all([one, two]);
    expect(cache.peek("/a")).toBeUndefined();
  });
});

describe("without the lease", () => {
  it("gives nothing from memory, though it is there", async () => {
    await cache.find(address("/a"), () => page("old"));
    lease = false;
    expect(cache.peek("/a")).toBeUndefined();
    expect(textOf(await cache.find(address("/a"), () => page("from the database")))).toBe(
      "from the database",
    );
  });

  it("keeps nothing, nor lets anybody join", async () => {
    const slow = slowFill();
    const before = cache.find(address("/a"), slow.fill);
    lease = false;
    const meanwhile = await cache.find(address("/a"), () => page("newer"));
    slow.finish(await page("old"));
    await before;
    expect(textOf(meanwhile)).toBe("newer");
    expect(cache.size).toBe(0);
  });

  it("is as before once the lease is back", async () => {
    await cache.find(address("/a"), () => page("one"));
    lease = false;
    cache.peek("/a");
    lease = true;
    expect(cache.peek("/a")).toBeDefined();
  });
});

describe("the limit in bytes", () => {
  it("keeps the page that was made last, however often the others are read", async () => {
    const one = (await page("x".repeat(400))).bytes;
    cache = new PageCache({ limit: one * 8, holdsLease: () => true });
    const all = Array.from({ length: 8 }, (_, at) => `/${at}`);
    for (const key of all) await cache.find(address(key), () => page("x".repeat(400)));
    for (const key of all) cache.peek(key);
    await cache.find(address("/new"), () => page("x".repeat(400)));
    expect([...all, "/new"].filter((key) => cache.peek(key))).toEqual([...all.slice(1), "/new"]);
  });

  it("lets the oldest go first that nobody has read lately", async () => {
    const one = (await page("x".repeat(400))).bytes;
    cache = new PageCache({ limit: one * 10, holdsLease: () => true });
    for (let at = 0; at < 10; at += 1) await cache.find(address(`/${at}`), () => page("x".repeat(400)));
    cache.peek("/0");
    await cache.find(address("/new"), () => page("x".repeat(400)));
    expect([cache.peek("/0"), cache.peek("/1"), cache.peek("/new")].map(Boolean)).toEqual([
      true,
      false,
      true,
    ]);
    expect(cache.bytes).toBeLessThanOrEqual(one * 10);
  });

  it("counts what it holds exactly, however it came, went and was polished", async () => {
    const keys = Array.from({ length: 7 }, (_, at) => `/${at}`);
    const held = () => keys.map((key) => cache.peek(key)).filter((page) => page !== undefined);
    for (let at = 0; at < 30; at += 1) {
      const key = `/${at % 7}`;
      if (at % 4 === 3) {
        cache.purge([key]);
        continue;
      }
      await cache.find(address(key), () => page("y".repeat(at * 50)));
    }
    await expect.poll(() => held().some((kept) => kept.polish)).toBe(false);
    expect(held().length).toBeGreaterThan(3);
    expect(held().some((kept) => kept.gzip)).toBe(true);
    expect(cache.bytes).toBe(held().reduce((total, kept) => total + kept.bytes, 0));
  });

  it("does not let one huge page push out all others", async () => {
    cache = new PageCache({ limit: 80_000, holdsLease: () => true });
    await cache.find(address("/small"), () => page("small"));
    await cache.find(address("/huge"), () => page("z".repeat(30_000)));
    expect([cache.peek("/small"), cache.peek("/huge")].map(Boolean)).toEqual([true, false]);
  });
});
