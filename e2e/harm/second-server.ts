import { type ChildProcess, fork } from "node:child_process";
import { freePort } from "../own-newsroom";
import type { Wire } from "./wire";

type Told = { readonly ready?: object; readonly cannotStart?: string };

/** Another server of the newsroom that the journeys are in, on a port of its own, over the same database. */
export class SecondServer {
  readonly origin: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, origin: string) {
    this.#process = process;
    this.origin = origin;
  }

  /** Starts it; all that it asks the database goes over `line`, where there is one. */
  static async start(line?: Wire): Promise<SecondServer> {
    const port = await freePort();
    const over = (address: string | undefined) => {
      const url = new URL(address ?? "");
      if (line) [url.hostname, url.port] = ["127.0.0.1", new URL(line.origin).port];
      return url.href;
    };
    const server = fork(".build/server.mjs", {
      // What it says of the lines that are cut on purpose is no news.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(port),
        ORIGIN: new URL(process.env.BASE_URL ?? "").origin,
        VERBATIM_EMBEDDED: "",
        DATABASE_URL: over(process.env.DATABASE_URL),
        DATABASE_URL_OWNER: over(process.env.DATABASE_URL_OWNER),
      },
    });
    await new Promise<void>((resolve, reject) => {
      server.on("message", ({ ready, cannotStart }: Told) => {
        if (ready) resolve();
        if (cannotStart) reject(new Error(cannotStart));
      });
      server.once("exit", (code) => reject(new Error(`the second server ended with ${code}`)));
    });
    return new SecondServer(server, `http://localhost:${port}`);
  }

  /** Stands still as a machine does that was suspended, or goes on. */
  signal(name: "SIGSTOP" | "SIGCONT"): void {
    this.#process.kill(name);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill("SIGCONT");
    this.#process.kill("SIGTERM");
    await gone;
  }
}
