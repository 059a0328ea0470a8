import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { linkToken } from "@/db/link-tokens";
import { type Letter, leaveAddress, type Stationery, writtenLetter } from "@/domain/mail/letter";
import { type SendTrouble, troubleOf } from "@/domain/mail/retries";
import { ok, type Result, refuse } from "@/domain/result";

export type Envelope = {
  readonly event: string;
  readonly recipient: string;
  readonly letter: Letter;
};

/** From where mail is sent: the operator's server and address, the name that the newsroom gives itself, its origin. Where
 * there is a folder (a path), letters go into that and to no server. */
export type Sender = {
  readonly url: string;
  readonly folder?: string | null;
  readonly from: string;
  readonly name: string;
  readonly origin: string;
};

/** No answer of the mail server is waited for longer than this. Milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;

/** One open way to the mail server, kept for as long as the address of the server stays the same. */
export class MailRoom {
  #transport: Transporter | null = null;
  #url = "";

  /** Sends one letter and says whether the server took it. What is said of a failure is never what the server said. */
  async send(envelope: Envelope, sender: Sender): Promise<Result<null, SendTrouble>> {
    const message = messageOf(envelope, sender);
    if (!message) return refuse("refused");
    try {
      if (sender.folder) await keepInFolder(sender.folder, message);
      else await this.#way(sender.url).sendMail(message);
      return ok(null);
    } catch (error) {
      return refuse(troubleIn(error));
    }
  }

  close(): void {
    this.#transport?.close();
    this.#transport = null;
  }

  #way(url: string): Transporter {
    if (this.#transport && this.#url === url) return this.#transport;
    this.close();
    this.#url = url;
    this.#transport = createTransport({
      url,
      pool: true,
      maxConnections: 1,
      ...patience,
      // No letter of ours names a file or an address to be read in.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return this.#transport;
  }
}

const writing = createTransport({
  streamTransport: true,
  buffer: true,
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Puts a letter into a folder, under its moment and its recipient: whole, as mail programs read it, and as a page for a
 * browser. For whoever runs the server alone: it holds links that sign in. */
async function keepInFolder(folder: string, message: Message): Promise<void> {
  const { message: whole } = await writing.sendMail(message);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const moment = new Date().toISOString().replaceAll(":", "-");
  const name = join(folder, `${moment} ${message.to.address.replace(/[^\w.@+-]/g, "_").slice(0, 100)}`);
  const own = { mode: 0o600 };
  await writeFile(`${name}.html`, message.html, own);
  await writeFile(`${name}.eml`, new Uint8Array(whole as Buffer), own);
}

type Message = NonNullable<ReturnType<typeof messageOf>>;

/** What is handed to the library, in its structured fields alone; null when a value could end a header. */
function messageOf({ event, recipient, letter }: Envelope, sender: Sender) {
  const stationery: Stationery = { origin: sender.origin, token: linkToken };
  const { subject, text, html } = writtenLetter(letter, stationery);
  const values = [subject, recipient, sender.name, sender.from, sender.origin];
  if (values.some((value) => /[\r\n\0]/.test(value))) return null;
  return {
    from: { name: sender.name, address: sender.from },
    to: { name: "", address: recipient },
    subject,
    text,
    html,
    messageId: messageId(event, recipient, sender.from),
    headers: {
      "Auto-Submitted": "auto-generated",
      // RFC 8058: a mail program leaves for its reader with one press.
      ...(letter.subscriber && {
        "List-Unsubscribe": `<${leaveAddress(letter.subscriber, stationery)}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

/** The same for each attempt, so that a letter sent twice after a crash is shown once by whoever compares. */
function messageId(event: string, recipient: string, from: string): string {
  const name = createHash("sha256").update(`${event} ${recipient}`).digest("hex").slice(0, 40);
  return `<${name}@${from.split("@")[1] ?? "localhost"}>`;
}

function troubleIn(error: unknown): SendTrouble {
  if (!(error instanceof Error)) return "unreachable";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const answer =
    "responseCode" in error && typeof error.responseCode === "number" ? error.responseCode : undefined;
  return troubleOf(code, answer);
}
