import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { render } from "./render";

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);

describe("asking the pages behind for one", () => {
  it("keeps the whole answer, in whatever pieces it comes", async () => {
    const rendered = await render(
      (_: IncomingMessage, response: ServerResponse) => {
        response.setHeader("content-type", "text/html");
        response.writeHead(404, { "x-one": "1" });
        response.write("caf");
        response.write(Buffer.from("é"));
        setImmediate(() => response.end(" closes"));
      },
      "/a",
      {},
    );
    expect([rendered.status, rendered.headers["content-type"], rendered.headers["x-one"]]).toEqual([
      404,
      "text/html",
      "1",
    ]);
    expect(textOf(rendered.body)).toBe("café closes");
  });

  it("asks with the headers it is given and no others", async () => {
    const rendered = await render(
      (request: IncomingMessage, response: ServerResponse) => {
        response.end(JSON.stringify([request.method, request.url, request.headers]));
      },
      "/search?q=bridge",
      { host: "paper.example" },
    );
    expect(JSON.parse(textOf(rendered.body))).toEqual(["GET", "/search?q=bridge", { host: "paper.example" }]);
  });

  it("tells the writer that its answer is under way, and when it is done", async () => {
    const seen: unknown[] = [];
    await render(
      (_: IncomingMessage, response: ServerResponse) => {
        response.on("finish", () => seen.push("finish"));
        response.on("close", () => seen.push("close"));
        seen.push(response.headersSent);
        response.write("a");
        seen.push(response.headersSent);
        response.end("b", () => seen.push("called"));
        seen.push(response.writableEnded);
      },
      "/",
      {},
    );
    expect(seen).toEqual([false, true, "finish", "close", true, "called"]);
  });

  it("fails as the page fails", async () => {
    await expect(render(() => Promise.reject(new Error("broken")), "/", {})).rejects.toThrow("broken");
  });
});
