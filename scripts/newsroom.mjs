import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildForDevelopment, buildIfStale } from "./build.mjs";
import { checkPort, readConfiguration } from "./configuration.mjs";
import { checkNode, installDependencies } from "./dependencies.mjs";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { dataFolder, root } from "./folders.mjs";
import { endPrograms } from "./run.mjs";
import { CannotStart, say } from "./say.mjs";
import { keepSecrets } from "./secrets.mjs";
import { endSiteFiles } from "./site-files.mjs";

const serverFile = (dev) => `.build/${dev ? "server-dev" : "server"}.mjs`;

/** For the C library: few arenas, and large pieces given back at once. Left to itself it keeps what compressing a
 * thousand pages once took, for ever. */
const thriftyMemory = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_TRIM_THRESHOLD_: "131072",
};

/** For the engine: let the heap grow by steps of a quarter instead of doubling it and more. (`--optimize-for-size`
 * saves another 40 MiB and takes three quarters more time for each request: the collector works without end.) */
const thriftyEngine = ["--max-semi-space-size=16", "--heap-growing-percent=25"];

/**
 * Brings up everything a newsroom needs, in order, saying what it does: dependencies, secrets, database, build,
 * server. Stops with a CannotStart whose one line names what is missing or wrong. `ended` is kept when the
 * newsroom goes down for good; `stop` takes it down, finishing what is under way. Aborting `signal` stops a
 * start that is under way.
 */
export async function startNewsroom({ dev = false, signal } = {}) {
  const configuration = readConfiguration();
  checkNode();
  await checkPort(configuration);
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  signal?.addEventListener("abort", endPrograms);
  await installDependencies();
  const secrets = keepSecrets(folder);
  const [started, built] = await Promise.allSettled([
    configuration.ownDatabase ? startEmbeddedPostgres(folder) : null,
    dev ? buildForDevelopment() : buildIfStale(),
  ]);
  const supervisor = new Supervisor({ dev, database: started.value });
  const stop = () => supervisor.stop();
  signal?.addEventListener("abort", stop);
  try {
    for (const { status, reason } of [started, built]) if (status === "rejected") throw reason;
    signal?.throwIfAborted();
    const env = serverEnvironment({
      configuration,
      folder,
      secrets,
      database: started.value,
      release: built.value,
      dev,
    });
    const ready = await supervisor.start(env);
    await checkItIsOurs(configuration, env.VERBATIM_TOKEN);
    return { configuration, folder, env, database: started.value, ready, ended: supervisor.ended, stop };
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

function serverEnvironment({ configuration, folder, secrets, database, release, dev }) {
  const env = {
    ...process.env,
    ...secrets,
    PORT: String(configuration.port),
    HOST: configuration.host,
    VERBATIM_DATA: folder,
    NEXT_DEPLOYMENT_ID: release,
    // Keys of one's own are added to by a rotation while the server runs; those that the operator gives are not.
    VERBATIM_SECRETS: process.env.SOURCE_KEYS ? "" : join(folder, "secrets.json"),
    VERBATIM_TOKEN: randomBytes(16).toString("hex"),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    ...thriftyMemory,
  };
  delete env.VERBATIM_EMBEDDED;
  if (!database) return env;
  return {
    ...env,
    DATABASE_URL: database.appUrl,
    DATABASE_URL_OWNER: database.ownerUrl,
    VERBATIM_EMBEDDED: "1",
  };
}

/** An answer on the port may come from a server that was there before; ours knows the word we gave it. */
async function checkItIsOurs({ port, host }, token) {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  const answer = await fetch(`http://${address}:${port}/healthz`, {
    headers: { "verbatim-token": token },
  }).catch(() => null);
  if (answer?.status !== 200) {
    throw new CannotStart(
      `PORT ${port} answers, but not with this newsroom: another program has it on ${address}.`,
    );
  }
}

/** Keeps one server process running, and the embedded database under it, until told to stop. */
class Supervisor {
  #settings;
  #child = null;
  #stopping = null;
  #restarts = [];
  #watch;
  #end;
  ended = new Promise((resolve) => {
    this.#end = resolve;
  });

  constructor(settings) {
    this.#settings = settings;
  }

  /** Starts the server and waits until it serves; what it told about itself is the answer. */
  async start(env) {
    this.#settings.env = env;
    const ready = await this.#launch();
    if (this.#settings.database) this.#watch = setInterval(() => this.#mendDatabase(), 1_000);
    return ready;
  }

  #launch() {
    const { dev, env } = this.#settings;
    const child = spawn(process.execPath, [...thriftyEngine, serverFile(dev), ...(dev ? ["--dev"] : [])], {
      cwd: root,
      env,
      // A group of its own: Ctrl-C reaches us alone, and we tell the server once.
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      let ready = false;
      child.on("message", (message) => {
        if (message.progress) say(message.progress);
        if (message.cannotStart) reject(new CannotStart(message.cannotStart));
        if (message.ready) {
          ready = true;
          resolve(message.ready);
        }
      });
      child.on("error", reject);
      child.on("exit", (code, signal) => {
        this.#child = null;
        if (ready) this.#restart(signal ?? `code ${code}`);
        else reject(new CannotStart(`The server ended before it was ready (${signal ?? `code ${code}`}).`));
      });
    });
  }

  async #restart(how) {
    if (this.#stopping) return;
    const now = performance.now();
    this.#restarts = [...this.#restarts.filter((time) => now - time < 60_000), now];
    if (this.#restarts.length > 5) {
      say(`The server ended (${how}) for the sixth time in a minute; stopping`);
      await this.stop(1);
      return;
    }
    say(`The server ended (${how}); starting it again`);
    try {
      await this.#launch();
      say("The server is running again");
    } catch (error) {
      if (this.#stopping) return;
      say(error.message);
      await wait(500);
      await this.#restart("it did not start");
    }
  }

  async #mendDatabase() {
    const { database } = this.#settings;
    if (this.#stopping || this.mending || database.isRunning()) return;
    this.mending = true;
    try {
      say("The database ended; starting it again");
      await startEmbeddedPostgres(dataFolder());
    } catch (error) {
      say(error.message);
    } finally {
      this.mending = false;
    }
  }

  /** Ends the server, finishing the requests under way, then the database. A second call hurries it. */
  stop(code = 0) {
    if (this.#stopping) {
      this.#child?.kill("SIGKILL");
      return this.#stopping;
    }
    this.#stopping = this.#stopAll().then(() => this.#end(code));
    return this.#stopping;
  }

  async #stopAll() {
    clearInterval(this.#watch);
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 35_000);
      await gone;
      clearTimeout(late);
    }
    await this.#settings.database?.stop();
    await endSiteFiles();
  }
}
