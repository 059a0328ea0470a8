import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type TakenMail = { readonly to: readonly string[]; readonly raw: string; readonly mail: ParsedMail };

/** A real mail server on this machine, which keeps what it is given, or refuses every recipient with `refusing`. */
export class MailServer {
  refusing: { readonly code: number } | null = null;
  readonly taken: TakenMail[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onRcptTo: (_address, _session, done) => {
        if (this.refusing)
          done(Object.assign(new Error("no such person"), { responseCode: this.refusing.code }));
        else done();
      },
      onData: (stream, session, done) => {
        const pieces: string[] = [];
        stream.on("data", (piece: Buffer) => pieces.push(piece.toString("latin1")));
        stream.on("end", async () => {
          const raw = Buffer.from(pieces.join(""), "latin1").toString("utf8");
          const to = session.envelope.rcptTo.map((each) => each.address);
          this.taken.push({ to, raw, mail: await simpleParser(raw) });
          done();
        });
      },
    });
  }

  static async start(): Promise<MailServer> {
    const started = new MailServer();
    await new Promise<void>((resolve) => started.#server.listen(0, "127.0.0.1", resolve));
    return started;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** The newest letter to an address. */
  newestTo = (email: string): ParsedMail | undefined =>
    this.taken.findLast(({ to }) => to.includes(email))?.mail;

  stop = (): Promise<void> => new Promise((resolve) => this.#server.close(() => resolve()));
}
