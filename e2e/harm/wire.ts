import { connect, createServer, type Server, type Socket } from "node:net";

/** A line between browser and server, or between server and database, on a port of its own, that can be cut, held, slowed,
 * and made to lose answers. It passes bytes on and reads nothing but the first line of a request. */
export class Wire {
  readonly #open = new Set<Socket>();
  readonly #server: Server;
  #isCut = false;
  #isHeld = false;
  #delay = 0;
  #losing: RegExp | null = null;
  #lost = 0;

  private constructor(target: URL) {
    this.#server = createServer((browser) => this.#carry(browser, Number(target.port), target.hostname));
  }

  static async to(address: string): Promise<Wire> {
    const wire = new Wire(new URL(address));
    await new Promise<void>((resolve) => wire.#server.listen(0, "127.0.0.1", resolve));
    return wire;
  }

  get origin(): string {
    const address = this.#server.address();
    return `http://localhost:${typeof address === "object" && address ? address.port : 0}`;
  }

  /** How many answers have been lost on purpose. */
  get lost(): number {
    return this.#lost;
  }

  /** Tears every connection, and takes no new one. */
  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  /** Keeps every connection and passes nothing on, as a line does whose other end has gone silent. */
  hold(): void {
    this.#isHeld = true;
    for (const socket of this.#open) socket.pause();
  }

  mend(): void {
    this.#isCut = false;
    this.#isHeld = false;
    for (const socket of this.#open) socket.resume();
    this.#losing = null;
    this.#delay = 0;
  }

  /** Holds every piece back for so many milliseconds, both ways. */
  slow(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  /** Lets requests of this first line through to the server, and tears the connection when it answers. */
  loseAnswersTo(firstLine: RegExp): void {
    this.#losing = firstLine;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #carry(browser: Socket, port: number, host: string): void {
    if (this.#isCut) {
      browser.destroy();
      return;
    }
    const server = connect(port, host === "localhost" ? "127.0.0.1" : host);
    let loses = false;
    for (const socket of [browser, server]) {
      this.#open.add(socket);
      if (this.#isHeld) socket.pause();
      socket.on("error", () => {});
      socket.on("close", () => {
        this.#open.delete(socket);
        browser.destroy();
        server.destroy();
      });
    }
    browser.on("data", (piece) => {
      const [line = ""] = piece.toString("latin1").split("\r\n", 1);
      if (/ HTTP\/1\.1$/.test(line)) loses = this.#losing?.test(line) ?? false;
      this.#pass(server, piece);
    });
    server.on("data", (piece) => {
      if (loses) {
        this.#lost += 1;
        browser.destroy();
      } else this.#pass(browser, piece);
    });
  }

  #pass(to: Socket, piece: Buffer): void {
    if (this.#delay === 0) to.write(new Uint8Array(piece));
    else setTimeout(() => to.writable && to.write(new Uint8Array(piece)), this.#delay);
  }
}
