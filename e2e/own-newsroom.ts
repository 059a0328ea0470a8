import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { Role } from "@/domain/people";
import { expect, type Newsroom, type Page } from "./newsroom";

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A newsroom that nobody else is in, on the build that is there, so that it may be killed. It begins as a copy of the one
 * that the journeys' own was at its beginning: setting up the demonstration takes both cores for ten seconds. */
export class OwnNewsroom {
  readonly folder = mkdtempSync(join(tmpdir(), "verbatim-own-"));
  origin = "";
  #port = 0;
  #command: ChildProcess | undefined;
  #told = "";
  readonly #settings: Readonly<Record<string, string>>;

  /** `settings` are of the environment, beside those that it needs. */
  constructor(settings: Readonly<Record<string, string>> = {}) {
    this.#settings = settings;
    // As it is: the database's files belong to the user that it runs as.
    execFileSync("cp", ["-a", `${process.env.NEWSROOM_MADE}/.`, this.folder]);
    const file = join(this.folder, "database.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), port: 0 }));
  }

  async start(): Promise<void> {
    this.#port ||= await freePort();
    this.origin = `http://localhost:${this.#port}`;
    const { DATABASE_URL, DATABASE_URL_OWNER, DATABASE_URL_DIRECT, ORIGIN, HOST, ...env } = process.env;
    const command = spawn(process.execPath, ["scripts/start.mjs"], {
      env: {
        ...env,
        VERBATIM_DATA: this.folder,
        PORT: String(this.#port),
        NODE_ENV: "production",
        ...this.#settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#command = command;
    await new Promise<void>((resolve, reject) => {
      const hear = (piece: Buffer) => {
        this.#told += piece;
        if (this.#told.includes("Verbatim is running")) resolve();
      };
      command.stdout.on("data", hear);
      command.stderr.on("data", hear);
      command.on("exit", () => reject(new Error(`the newsroom did not start: ${this.#told}`)));
    });
    this.#told = "";
  }

  /** The process that answers requests: the supervisor's only child. */
  server(): number {
    const pid = this.#command?.pid ?? 0;
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0]);
  }

  #access(): { port: number; passwords: { postgres: string } } {
    return JSON.parse(readFileSync(join(this.folder, "database.json"), "utf8"));
  }

  async ask<Row extends object>(query: string, ...given: string[]): Promise<Row[]> {
    const { port, passwords } = this.#access();
    const address = `postgres://postgres:${passwords.postgres}@127.0.0.1:${port}/verbatim`;
    const sql = postgres(address, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      return await sql.unsafe<Row[]>(query, given);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }

  async postmaster(): Promise<number> {
    const [row] = await this.ask<{ data: string }>(`select current_setting('data_directory') as data`);
    return Number(readFileSync(join(row?.data ?? "", "postmaster.pid"), "utf8").split("\n")[0]);
  }

  /** Everything at once, as a power cut would. */
  async killAll(): Promise<void> {
    const pids = [this.#command?.pid ?? 0, this.server(), await this.postmaster()];
    this.#command?.removeAllListeners("exit");
    for (const pid of pids) process.kill(pid, "SIGKILL");
    await expect.poll(() => pids.filter((pid) => pid !== this.#command?.pid && isAlive(pid))).toEqual([]);
  }

  async stop(): Promise<void> {
    const command = this.#command;
    if (command?.exitCode === null && command.signalCode === null) {
      const gone = new Promise((resolve) => command.once("exit", resolve));
      command.kill("SIGTERM");
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A browser of one of the people of the demonstration in `own`, whose addresses without a server are of there. */
export async function trying(newsroom: Newsroom, own: OwnNewsroom, role: Role): Promise<Page> {
  const page = await newsroom.visitor({ baseURL: own.origin });
  await page.goto("/desk/sign-in");
  await page.getByRole("button", { name: `Try it as ${role}` }).click();
  await page.waitForURL(/\/desk\/?$/);
  return page;
}
