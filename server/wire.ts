const start = "HTTP/1.1 200 OK\r\nDate: ";
const dateLength = "Sun, 22 Nov 2026 21:00:00 GMT".length;
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

let second = 0;
let date = latin1(" ".repeat(dateLength));

/** The date of this second as a header has it; the same object all the second long. */
function dateNow(): Uint8Array {
  const now = Math.floor(Date.now() / 1_000);
  if (now !== second) {
    second = now;
    date = latin1(new Date(now * 1_000).toUTCString());
  }
  return date;
}

/** A whole answer of 200 in the bytes that go over the wire, head and body in one piece. */
export class Wire {
  #bytes: Uint8Array;
  readonly #head: number;
  #date: Uint8Array | null = null;

  /** `headers` are names and values by turns, and have been found well formed by Node before. */
  constructor(headers: readonly string[], body: Uint8Array) {
    let text = `${start}${" ".repeat(dateLength)}\r\n`;
    for (let at = 0; at < headers.length; at += 2) text += `${headers[at]}: ${headers[at + 1]}\r\n`;
    const head = latin1(`${text}Connection: keep-alive\r\n\r\n`);
    this.#head = head.length;
    this.#bytes = new Uint8Array(head.length + body.length);
    this.#bytes.set(head);
    this.#bytes.set(body, head.length);
  }

  /** The body alone; it is not kept a second time. */
  get body(): Uint8Array {
    return this.#bytes.subarray(this.#head);
  }

  /** The bytes with the date of this second in them. */
  now(): Uint8Array {
    const today = dateNow();
    if (today !== this.#date) {
      // The bytes with the former date may still be on their way to somebody: those stay as they are.
      this.#bytes = this.#bytes.slice();
      this.#bytes.set(today, start.length);
      this.#date = today;
    }
    return this.#bytes;
  }
}
