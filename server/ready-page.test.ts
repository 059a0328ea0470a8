import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isUnchanged, type ReadyPage, readyPage, variantFor } from "./ready-page";

const html = "<p>The bridge will reopen.</p>".repeat(100);
const make = (status = 200, text = html, type = "text/html; charset=utf-8"): Promise<ReadyPage> =>
  readyPage({ status, headers: ["X-One", "1"], body: new TextEncoder().encode(text), type });
const polished = async (): Promise<ReadyPage> => {
  const page = await make();
  if (!page.polish) throw new Error("there is nothing to polish");
  return page.polish();
};
const header = (headers: string[], name: string): string | undefined => headers[headers.indexOf(name) + 1];

describe("the encoding a browser is sent", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=1.0, gzip;q=0.8", "br"],
    ["gzip;q=1, br;q=0", "gzip"],
    ["gzip;q=0, br;q=0.0", undefined],
    ["identity", undefined],
    ["brotli", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%s: %s", async (accepts, encoding) => {
    const { headers } = variantFor(await polished(), accepts);
    expect(headers.includes("Content-Encoding") ? header(headers, "Content-Encoding") : undefined).toBe(
      encoding,
    );
  });

  it("holds the same words in each", async () => {
    const page = await polished();
    const bytes = (accepts: string) => variantFor(page, accepts).body;
    expect(brotliDecompressSync(bytes("br")).toString()).toBe(html);
    expect(gunzipSync(bytes("gzip")).toString()).toBe(html);
    expect(new TextDecoder().decode(bytes(""))).toBe(html);
  });

  it("is in brotli at once, and in gzip when it is polished", async () => {
    const page = await make();
    expect([page.br, page.gzip].map((form) => form !== null)).toEqual([true, false]);
    const long = await make(200, html.repeat(2_000));
    expect([long.polish, long.br, long.gzip].map((form) => form !== null)).toEqual([false, true, true]);
  });

  it("names its own length and tag in each", async () => {
    const page = await polished();
    const variants = ["br", "gzip", ""].map((accepts) => variantFor(page, accepts));
    for (const { headers, body } of variants)
      expect(header(headers, "Content-Length")).toBe(String(body.length));
    expect(new Set(variants.map(({ etag }) => etag)).size).toBe(3);
  });

  it("leaves pictures and short answers as they are", async () => {
    expect((await make(200, html, "image/png")).gzip).toBeNull();
    expect((await make(200, "short")).br).toBeNull();
  });
});

describe("what a browser may keep", () => {
  it("asks each time whether a page has changed", async () => {
    expect(header((await make()).identity.headers, "Cache-Control")).toBe(
      "public, max-age=0, must-revalidate",
    );
  });

  it.each([404, 410, 500, 503])("keeps nothing of a %i, and no tag for it", async (status) => {
    const { identity } = await make(status);
    expect(header(identity.headers, "Cache-Control")).toBe("no-store");
    expect(identity.headers).not.toContain("ETag");
  });

  it("has another tag when a word is another", async () => {
    expect((await make()).identity.etag).not.toBe((await make(200, `${html}.`)).identity.etag);
  });

  it.each([
    ["itself", (tag: string) => tag, true],
    ["itself, weakly", (tag: string) => `W/${tag}`, true],
    ["one of several", (tag: string) => `"other", ${tag}`, true],
    ["anything", () => "*", true],
    ["another", () => '"other"', false],
    ["itself with more", (tag: string) => `${tag.slice(0, -1)}x"`, false],
    ["nothing", () => undefined, false],
  ])("an If-None-Match that names %s", async (_, named, unchanged) => {
    const { etag } = (await make()).identity;
    expect(isUnchanged(etag, named(etag))).toBe(unchanged);
  });
});
