import { describe, expect, it } from "vitest";
import { publicAddress } from "./public-addresses";

describe("the key of a reader's page", () => {
  it.each([
    ["/", "/"],
    ["/city/bridge", "/city/bridge"],
    ["/city/bridge?utm_source=mail&fbclid=1", "/city/bridge"],
    ["/city?before=2026-01-01&utm=x", "/city?before=2026-01-01"],
    ["/search?to=b&q=the+bridge&from=a", "/search?from=a&q=the+bridge&to=b"],
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
  ])("%s is no reader's page that all see alike", (url) => {
    expect(publicAddress(url)).toBeNull();
  });
});
