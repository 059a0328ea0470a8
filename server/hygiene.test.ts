import { describe, expect, it } from "vitest";
import { type Arrival, examine, isRefused, type Standing, tellInward } from "./hygiene";

const standing: Standing = { origin: "https://paper.example", trustsProxy: false };
const behindProxy: Standing = { ...standing, trustsProxy: true };
const arrival = (over: Partial<Arrival> = {}, headers: Arrival["headers"] = {}): Arrival => ({
  method: "GET",
  url: "/",
  peer: "203.0.113.9",
  ...over,
  headers: { host: "paper.example", ...headers },
});

function visit(from: Arrival, at = standing) {
  const answer = examine(from, at);
  if (isRefused(answer)) throw new Error(`refused: ${answer.status}`);
  return answer;
}

function status(from: Arrival, at = standing): number {
  const answer = examine(from, at);
  return isRefused(answer) ? answer.status : 200;
}

describe("the host a request names", () => {
  it.each([
    ["paper.example", 200],
    ["PAPER.example", 200],
    ["localhost:3000", 200],
    ["desk.localhost", 200],
    ["127.0.0.1:3000", 200],
    ["[::1]:3000", 200],
    ["192.0.2.7", 200],
    ["evil.example", 421],
    ["paper.example.evil.example", 421],
    ["localhost.evil.example", 421],
    ["paper.example:8080", 421],
    ["paper.example@evil.example", 421],
    ["", 421],
    [undefined, 421],
  ])("%s: %i", (host, expected) => {
    expect(status(arrival({}, { host }))).toBe(expected);
  });

  it("is believed from a proxy only where there is one", () => {
    const forwarded = arrival({}, { host: "127.0.0.1:3000", "x-forwarded-host": "evil.example" });
    expect(visit(forwarded).host).toBe("127.0.0.1:3000");
    expect(status(forwarded, behindProxy)).toBe(421);
  });
});

describe("an address that is not well formed", () => {
  it.each([
    "/%",
    "/%zz",
    "/a%00b",
    "/search?q=%00",
    "/%ff",
    "//evil.example",
    "http://evil.example/",
    "/a\\b",
    "/%5c",
    "/%0d%0aX: y",
    "*",
  ])("%s: 400", (url) => {
    expect(status(arrival({ url }))).toBe(400);
  });

  it.each(["/", "/city/bridge", "/said/j%C3%B8rgen", "/search?q=100%", "/desk/stories/1?x=%E2%80%A6"])(
    "%s: let in",
    (url) => {
      expect(status(arrival({ url }))).toBe(200);
    },
  );
});

describe("a change of state", () => {
  const post = (headers: Arrival["headers"]) => arrival({ method: "POST", url: "/desk" }, headers);
  it.each([
    ["from our own page", { origin: "https://paper.example" }, 200],
    ["that the browser calls same-origin", { "sec-fetch-site": "same-origin" }, 200],
    ["with no word of where it comes from", {}, 403],
    ["from another site", { origin: "https://evil.example" }, 403],
    [
      "from another site that the browser names",
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      403,
    ],
    ["from a neighbour of ours", { "sec-fetch-site": "same-site" }, 403],
    ["from nowhere", { origin: "null" }, 403],
    ["from our name without TLS", { origin: "http://paper.example" }, 403],
    ["from our name on another port", { origin: "https://paper.example:444" }, 403],
  ])("%s: %s", (_, headers, expected) => {
    expect(status(post(headers))).toBe(expected);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("by %s needs it", (method) => {
    expect(status(arrival({ method }))).toBe(403);
  });

  it("at another name of this machine goes by that name", () => {
    expect(status(post({ host: "localhost:3000", origin: "http://localhost:3000" }))).toBe(200);
    expect(status(post({ host: "localhost:3000", origin: "http://localhost:4000" }))).toBe(403);
  });

  it("is refused when its body is too long, or of no length that is told", () => {
    const ours = { origin: "https://paper.example" };
    expect(status(post({ ...ours, "content-length": String(30 * 1024 * 1024) }))).toBe(413);
    expect(status(post({ ...ours, "transfer-encoding": "chunked" }))).toBe(411);
  });

  it.each(["TRACE", "CONNECT", "PROPFIND"])("%s is no method of ours", (method) => {
    expect(status(arrival({ method }))).toBe(405);
  });
});

describe("who is asking", () => {
  it("is the other end of the socket, whatever the headers claim", () => {
    expect(visit(arrival({}, { "x-forwarded-for": "198.51.100.1" })).peer).toBe("203.0.113.9");
  });

  it("is what our own proxy saw, not what the visitor claimed before it", () => {
    const from = arrival({ peer: "127.0.0.1" }, { "x-forwarded-for": "10.0.0.1, 198.51.100.1" });
    expect(visit(from, behindProxy).peer).toBe("198.51.100.1");
  });

  it.each([
    ["this machine by a name of its own", { peer: "127.0.0.1" }, { host: "localhost:3000" }, true],
    ["this machine over IPv6", { peer: "::ffff:127.0.0.1" }, { host: "127.0.0.1:3000" }, true],
    ["this machine by the paper's name: a proxy", { peer: "127.0.0.1" }, { host: "paper.example" }, false],
    [
      "a proxy that says so",
      { peer: "127.0.0.1" },
      { host: "localhost", "x-forwarded-for": "198.51.100.1" },
      false,
    ],
    [
      "a proxy that says so otherwise",
      { peer: "127.0.0.1" },
      { host: "localhost", forwarded: "for=x" },
      false,
    ],
    ["another machine", { peer: "203.0.113.9" }, { host: "localhost:3000" }, false],
  ])("from here? %s", (_, over, headers, expected) => {
    expect(visit(arrival(over, headers)).fromHere).toBe(expected);
  });
});

describe("what the pages behind are told", () => {
  it("takes out what only we may say", () => {
    const headers: Arrival["headers"] = {
      cookie: "kept",
      "x-verbatim-peer": "127.0.0.1",
      "x-verbatim-loopback": "1",
      "x-middleware-subrequest": "proxy",
      "x-forwarded-proto": "https",
      "x-real-ip": "127.0.0.1",
      "content-security-policy": "script-src 'nonce-mine'",
    };
    const from = arrival({}, headers);
    tellInward(headers, visit(from), "/desk?x=1");
    expect(headers).toEqual({
      cookie: "kept",
      "x-forwarded-host": "paper.example",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "203.0.113.9",
      "x-verbatim-peer": "203.0.113.9",
      "x-verbatim-path": "/desk?x=1",
    });
  });
});
