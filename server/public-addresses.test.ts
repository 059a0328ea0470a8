import { describe, expect, it, vi } from "vitest";
import { sealedCursor } from "./cursors";
import { publicAddress } from "./public-addresses";

vi.mock("@/environment", () => ({ environment: () => ({ sessionSecret: "for this test alone" }) }));

describe("the key of a reader's page", () => {
  it.each([
    ["/", "/"],
    ["/city/bridge", "/city/bridge"],
    ["/city/bridge?utm_source=mail&fbclid=1", "/city/bridge"],
    ["/city?before=2026-01-01&utm=x", "/city"],
    ["/city?page=7", "/city"],
    ["/city?q=bridge", "/city"],
    ["/?page=7&before=x~y", "/"],
    ["/search?to=b&q=the+bridge&from=a&__proto__=x", "/search?q=the+bridge"],
    ["/search?to=2026-02-01&q=++the++bridge+&from=2026-02-30", "/search?q=the+bridge&to=2026-02-01"],
    ["/search?section=a/b&before=x&page=3", "/search"],
    ["/archive?day=2026-11-20&utm=x", "/archive?day=2026-11-20"],
    ["/archive?day=", "/archive"],
    ["/archive?q=bridge", "/archive"],
    ["/sitemap-stories.xml?from=x", "/sitemap-stories.xml"],
    ["/api/stories?limit=9&section=harbour", "/api/stories?section=harbour"],
    ["/search?q=bridge&q=flood", "/search?q=bridge"],
    ["/search?q=", "/search"],
    ["/%63ity/bridge", "/city/bridge"],
    ["/said/j%c3%b8rgen", "/said/j%C3%B8rgen"],
    ["/said/jørgen", "/said/j%C3%B8rgen"],
    ["/a%2Fb", "/a%2Fb"],
    ["/desk-notes", "/desk-notes"],
  ])("%s is kept under %s", (url, key) => {
    expect(publicAddress(url)?.key).toBe(key);
  });

  it("has a next page only where we said that there is one, in the very list", () => {
    const sealed = sealedCursor("/city", "5f.2");
    expect(publicAddress(`/city?before=${sealed}`)?.key).toBe("/city?before=5f.2");
    expect(publicAddress(`/harbour?before=${sealed}`)?.key).toBe("/harbour");
    expect(publicAddress(`/city?before=${sealed.replace("5f", "5e")}`)?.key).toBe("/city");
    expect(publicAddress(`/city?before=${sealedCursor("/city", "")}`)?.key).toBe("/city");
    const abroad = sealedCursor("/topic/jørgen", "1");
    expect(publicAddress(`/topic/j%c3%b8rgen?before=${abroad}`)?.key).toBe("/topic/j%C3%B8rgen?before=1");
  });

  it("names the same address for all queries", () => {
    expect(publicAddress("/city?before=2")?.address).toBe(publicAddress("/%63ity?page=3")?.address);
  });

  it.each([
    "/desk",
    "/desk/stories/1",
    "/%64esk/stories/1",
    "/desk?x=1",
    "/api/auth/session",
    "/_next/data/x",
    "/media/a-800.webp",
    `/search?q=${"a".repeat(300)}`,
    "/archive?day=2026-02-30",
    "/api/stories?section=a'b",
    "/api/stories?topic=",
    "/api/stories?before=zzz",
  ])("%s is no reader's page that all see alike", (url) => {
    expect(publicAddress(url)).toBeNull();
  });
});
