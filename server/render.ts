import { IncomingMessage, type RequestListener, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { bytesOf } from "./ready-page";

/** What Next answered, whole. */
export type Rendered = {
  status: number;
  headers: ReturnType<ServerResponse["getHeaders"]>;
  body: Uint8Array;
};

/** A response that goes nowhere: its pieces are kept instead of sent. */
class KeptResponse extends ServerResponse {
  readonly #pieces: Uint8Array[] = [];
  readonly whole: Promise<Rendered>;
  #begun = false;
  #done: (rendered: Rendered) => void = () => {};

  // Of the class, not of each response: an accessor of its own gives each response a shape of its own, and such a shape
  // keeps the whole request in memory until the next great collection.
  static {
    Object.defineProperty(KeptResponse.prototype, "headersSent", {
      get(this: KeptResponse) {
        return this.#begun;
      },
    });
  }

  constructor(request: IncomingMessage) {
    super(request);
    this.whole = new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (Array.isArray(headers)) {
      for (let at = 0; at < headers.length; at += 2)
        this.appendHeader(String(headers[at]), String(headers[at + 1]));
    } else if (headers && typeof headers === "object") {
      for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    }
    this.#begun = true;
    return this;
  }

  override flushHeaders(): void {
    this.#begun = true;
  }

  override write(piece: unknown, ...rest: unknown[]): boolean {
    this.#begun = true;
    this.#keep(piece, rest[0]);
    callLast(rest);
    return true;
  }

  override end(...all: unknown[]): this {
    if (this.finished) return this;
    const [piece, encoding] = all;
    if (piece !== undefined && typeof piece !== "function") this.#keep(piece, encoding);
    this.#begun = true;
    this.finished = true;
    callLast(all);
    this.#done({
      status: this.statusCode,
      headers: this.getHeaders(),
      body: bytesOf(Buffer.concat(this.#pieces)),
    });
    this.emit("finish");
    this.emit("close");
    return this;
  }

  #keep(piece: unknown, encoding: unknown): void {
    if (piece === null) return;
    if (piece instanceof Uint8Array) this.#pieces.push(piece);
    else this.#pieces.push(bytesOf(Buffer.from(String(piece), toEncoding(encoding))));
  }
}

function toEncoding(name: unknown): BufferEncoding {
  return typeof name === "string" && Buffer.isEncoding(name) ? name : "utf8";
}

function callLast(all: unknown[]): void {
  const last = all.at(-1);
  if (typeof last === "function") queueMicrotask(() => last());
}

/** Asks `handler` for an address as nobody in particular: no cookies, no language, only the headers given. */
export async function render(
  handler: (...of: Parameters<RequestListener>) => unknown,
  url: string,
  headers: Record<string, string>,
): Promise<Rendered> {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  request.url = url;
  request.headers = headers;
  request.push(null);
  const response = new KeptResponse(request);
  const failed = Promise.resolve(handler(request, response)).then(() => response.whole);
  try {
    return await Promise.race([response.whole, failed]);
  } finally {
    request.socket.destroy();
  }
}
