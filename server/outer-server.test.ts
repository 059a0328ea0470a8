import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { outerServer } from "./outer-server";
import { PageCache } from "./page-cache";
import { Probes } from "./probes";
import { StaticFiles } from "./static-files";
import { Tally } from "./tally";

let server: Server;
let cache: PageCache;
let port: number;
let renders: string[];
let reachable: boolean;
let sure: boolean;
let inside: (request: IncomingMessage, response: ServerResponse) => void;

const html = (text: string): string =>
  `<!DOCTYPE html><html><head><title>T</title></head><body><p>${text.repeat(60)}</p></body></html>`;

beforeEach(async () => {
  renders = [];
  reachable = true;
  sure = true;
  inside = (request, response) => {
    renders.push(request.url ?? "");
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("set-cookie", "never=1");
    response.end(html(`render ${renders.length}. `));
  };
  cache = new PageCache({ limit: 1_000_000, holdsLease: () => sure, polishAfter: 0 });
  server = outerServer({
    standing: { origin: "http://localhost:3000", trustsProxy: false },
    dev: false,
    inside: { handle: (request, response) => inside(request, response), upgrade: () => {} },
    cache,
    files: new StaticFiles("/nowhere", []),
    probes: new Probes({ cache, token: "ours", notReady: async () => null }),
    tally: new Tally(async () => {}),
    canReadDatabase: async () => reachable,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", ...init });

/** Sends bytes as they are, and answers all that comes until the server closes or `enough` is there. */
async function raw(text: string, enough: (answer: string) => boolean): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("latin1");
  socket.write(text);
  for await (const piece of socket) {
    answer += piece;
    if (enough(answer)) break;
  }
  socket.destroy();
  return answer;
}
const plain = (path: string, more = ""): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;
const answersIn = (text: string): number => text.split("HTTP/1.1 ").length - 1;

describe("a reader's page", () => {
  it("is the same from memory as when it was made", async () => {
    const [made, kept] = [await ask("/city"), await ask("/city")];
    expect(renders).toEqual(["/city"]);
    expect(await kept.text()).toBe(await made.text());
    const headers = (answer: Response) =>
      [...answer.headers].filter(([name]) => !/^(date|keep-alive)$/.test(name));
    expect(headers(kept)).toEqual(headers(made));
  });

  it("has no cookie, and a policy that allows no script within it", async () => {
    const answer = await ask("/city");
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("content-security-policy")).toContain("script-src 'self';");
  });

  it("is asked for without the reader's cookies or other queries", async () => {
    inside = (request, response) =>
      response.end(JSON.stringify([request.url, Object.keys(request.headers).sort()]));
    const answer = await ask("/search?utm=1&q=2", {
      headers: { cookie: "a=1", rsc: "1", "x-verbatim-peer": "x" },
    });
    expect(await answer.json()).toEqual([
      "/search?q=2",
      ["accept", "host", "x-forwarded-host", "x-forwarded-proto"],
    ]);
  });

  it("answers HEAD with the head alone, from memory", async () => {
    const [got, head] = [await ask("/city"), await ask("/city", { method: "HEAD" })];
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([
      200,
      got.headers.get("etag"),
      "",
    ]);
    expect(renders).toHaveLength(1);
  });

  it("answers 304 to who has it, and the page to who has an older one", async () => {
    const etag = (await ask("/city")).headers.get("etag") ?? "";
    expect((await ask("/city", { headers: { "if-none-match": etag } })).status).toBe(304);
    cache.purge(["/city"]);
    expect((await ask("/city", { headers: { "if-none-match": etag } })).status).toBe(200);
  });

  it("is made anew for the request after a purge", async () => {
    await ask("/city");
    await ask("/city");
    cache.purge(["/city"]);
    expect(await (await ask("/city")).text()).toContain("render 2.");
  });

  it("that says it is gone is gone", async () => {
    inside = (_, response) => {
      response.statusCode = 410;
      response.setHeader("content-type", "text/html");
      response.end("<!DOCTYPE html><html><head></head></html>");
    };
    const answer = await ask("/city/bridge");
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([410, "no-store"]);
  });

  it("is 503 while the database cannot be read, and well again after", async () => {
    const working = inside;
    inside = (_, response) => {
      response.statusCode = 500;
      response.end("broken");
    };
    reachable = false;
    const closed = await ask("/city");
    expect([closed.status, closed.headers.get("retry-after")]).toEqual([503, "10"]);
    inside = working;
    expect((await ask("/city")).status).toBe(200);
  });

  it("is 503 at once where the database has not been heard of and does not answer, however long the page would wait", async () => {
    await ask("/city");
    sure = false;
    reachable = false;
    inside = () => {};
    for (const path of ["/city", "/media/a-480.webp", "/cards/a/b.png", "/api/stories", "/documents/a.pdf"]) {
      const closed = await ask(path);
      expect([path, closed.status, closed.headers.get("cache-control")]).toEqual([path, 503, "no-store"]);
    }
  });

  it("waits for a page that takes its time while the database answers", async () => {
    sure = false;
    const open: ServerResponse[] = [];
    inside = (_, response) => void open.push(response);
    const asked = ask("/city");
    await vi.waitFor(() => expect(open).toHaveLength(1));
    open[0]?.setHeader("content-type", "text/html").end("<html>late</html>");
    expect((await asked).status).toBe(200);
  });
});

describe("answers on one connection", () => {
  it("come one after another, each whole", async () => {
    await ask("/city");
    const three = await raw(plain("/city").repeat(3), (text) => text.split("</html>").length > 3);
    expect(answersIn(three)).toBe(3);
  });

  it("come in order when a page has to be made before one that is kept", async () => {
    await ask("/kept");
    inside = (_, response) => {
      response.setHeader("content-type", "text/html");
      setImmediate(() => response.end("<html>made now</html>"));
    };
    const both = await raw(plain("/new") + plain("/kept"), (text) => text.split("</html>").length > 2);
    expect(both.indexOf("made now")).toBeLessThan(both.indexOf("render 1."));
  });

  it("end with the connection when the reader asks for that", async () => {
    await ask("/city");
    const answer = await raw(plain("/city", "Connection: close\r\n"), () => false);
    expect(answer).toContain("Connection: close");
  });

  it("are compressed for who asks", async () => {
    await ask("/city");
    await expect.poll(() => cache.peek("/city")?.gzip).toBeTruthy();
    const answer = await raw(plain("/city", "Accept-Encoding: gzip\r\n"), (text) => {
      const length = Number(/Content-Length: (\d+)/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY);
      return text.length >= text.indexOf("\r\n\r\n") + 4 + length;
    });
    const body = Buffer.from(answer.slice(answer.indexOf("\r\n\r\n") + 4), "latin1");
    expect(gunzipSync(new Uint8Array(body)).toString()).toContain("render 1.");
  });

  it("tell no stranger's host a page that is kept", async () => {
    await ask("/city");
    const answer = await raw("GET /city HTTP/1.1\r\nHost: evil.example\r\n\r\n", (text) =>
      text.includes("\r\n\r\n"),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 421/);
  });
});

describe("what goes past the pages in memory", () => {
  it("is asked of the pages behind each time, with who asks", async () => {
    const seen: unknown[] = [];
    inside = (request, response) => {
      seen.push([request.url, request.headers["x-verbatim-peer"], request.headers["x-verbatim-path"]]);
      response.setHeader("cache-control", "public, max-age=60");
      response.end("desk");
    };
    const answer = await ask("/desk/stories?x=1", { headers: { "x-verbatim-peer": "9.9.9.9" } });
    expect(seen).toEqual([["/desk/stories?x=1", "127.0.0.1", "/desk/stories?x=1"]]);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });

  it("has a nonce of its own for each page of the desk, told to the page and the browser alike", async () => {
    const told: unknown[] = [];
    inside = (request, response) => {
      told.push(request.headers["content-security-policy"]);
      response.end("desk");
    };
    const policies = [await ask("/desk"), await ask("/desk")].map(({ headers }) =>
      headers.get("content-security-policy"),
    );
    expect(policies).toEqual(told);
    expect(policies[0]).not.toBe(policies[1]);
    expect(policies[0]).not.toMatch(/script-src[^;]*'unsafe/);
  });

  it("gives figures to this machine and to nobody behind a proxy", async () => {
    expect((await ask("/metrics")).status).toBe(200);
    expect((await ask("/metrics", { headers: { "x-forwarded-for": "198.51.100.1" } })).status).toBe(404);
  });

  it("tells its own supervisor from another's", async () => {
    const health = async (token: string) =>
      (await ask("/healthz", { headers: { "verbatim-token": token } })).status;
    expect([await health("ours"), await health("theirs")]).toEqual([200, 409]);
  });
});

describe("Node's own server, on which the short way leans", () => {
  it("reads the next request once an answer has said that it is finished", async () => {
    const bare = createServer((_, response) => {
      response.socket?.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      response.finished = true;
      response.emit("finish");
    }).listen(0, "127.0.0.1");
    await once(bare, "listening");
    const own = port;
    port = (bare.address() as AddressInfo).port;
    const two = await raw(plain("/").repeat(2), (text) => answersIn(text) === 2);
    port = own;
    bare.close();
    expect(answersIn(two)).toBe(2);
  });
});
