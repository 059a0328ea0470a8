import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { Words } from "@/domain/words";
import { expect, type Page, test } from "../newsroom";
import { type } from "../writing";
import { listenForSaved, plain, type Said } from "./saved-words";

const freePort = () =>
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

/** A newsroom that nobody else is in, on the build that is there, so that it may be killed. */
class OwnNewsroom {
  readonly folder = mkdtempSync(join(tmpdir(), "verbatim-killed-"));
  origin = "";
  #port = 0;
  #command: ChildProcess | undefined;
  #told = "";

  async start(): Promise<void> {
    this.#port ||= await freePort();
    this.origin = `http://localhost:${this.#port}`;
    const { DATABASE_URL, DATABASE_URL_OWNER, DATABASE_URL_DIRECT, ORIGIN, HOST, ...env } = process.env;
    const command = spawn(process.execPath, ["scripts/start.mjs"], {
      env: { ...env, VERBATIM_DATA: this.folder, PORT: String(this.#port), NODE_ENV: "production" },
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

const saves = /\/desk\/stories\/[^/]+\/text$/;

/** Types on, and strikes at the moment when a save goes out. */
async function typeUnder(page: Page, words: string, strike: () => void | Promise<void>): Promise<void> {
  const sent = page.waitForRequest(saves);
  await type(page, words);
  await sent;
  await strike();
}

/** Waits until the page itself says that exactly these words are saved. */
async function expectHealed(said: readonly Said[], text: string): Promise<void> {
  await expect.poll(() => said.at(-1)?.text, { timeout: 45_000 }).toBe(text);
}

test("no text that was shown as saved is lost when the server and the database are killed, and the page heals by itself", async ({
  newsroom,
}) => {
  test.setTimeout(180_000);
  const own = new OwnNewsroom();
  try {
    await own.start();
    const page = await newsroom.visitor();
    const said = await listenForSaved(page);
    await page.goto(`${own.origin}/desk/sign-in`);
    await page.getByRole("button", { name: "Try it as reporter" }).click();
    await page.waitForURL(/\/desk\/?$/);
    await page.getByRole("button", { name: /^New story/ }).click();
    await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("textbox", { name: "Story" })).toBeVisible();
    const id = page.url().split("/").at(-1) ?? "";

    const server = own.server();
    await typeUnder(page, "The server.", () => void process.kill(server, "SIGKILL"));
    await type(page, " Down.");
    await expectHealed(said, "The server. Down.");
    expect(own.server()).not.toBe(server);

    const postmaster = await own.postmaster();
    await typeUnder(page, " The database.", () => void process.kill(postmaster, "SIGKILL"));
    await type(page, " Down too.");
    await expectHealed(said, "The server. Down. The database. Down too.");
    expect(await own.postmaster()).not.toBe(postmaster);

    await typeUnder(page, " All of it.", () => own.killAll());
    await type(page, " And back.");
    await expect(
      page.getByText(/^(Offline|The newsroom does not answer): kept on this device/),
    ).toBeVisible();
    await own.start();
    await expectHealed(said, "The server. Down. The database. Down too. All of it. And back.");

    const rows = await own.ask<{ number: number; words: Words }>(
      "select number, words from revisions where story_id = $1 and kind <> 'branch'",
      id,
    );
    const kept = new Map(rows.map(({ number, words }) => [number, plain(words)]));
    for (const { revision, text } of said) expect(kept.get(revision)).toBe(text);
    expect(await own.ask("select 1 from revisions where story_id = $1 and kind = 'branch'", id)).toEqual([]);
  } finally {
    await own.stop();
  }
});
