import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { postgresPlace } from "./postgres-place.mjs";
import { CannotStart, say } from "./say.mjs";
import { readKept, writePrivately } from "./secrets.mjs";
import { inTurn, isRunning } from "./turn.mjs";

const major = "18";

// Statements and their values hold what sources said in confidence: none of it goes to the server's log.
const settings = {
  unix_socket_directories: "",
  shared_buffers: "32MB",
  max_connections: "80",
  jit: "off",
  timezone: "UTC",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length: "0",
};

/**
 * Starts the Postgres that comes with the dependencies, with its data beside `folder`'s other files, or attaches
 * to it when it already runs. The answer holds its addresses for the app's own role (`appUrl`), for the owner of
 * the tables (`ownerUrl`) and for the superuser (`superuserUrl`); `isRunning` tells whether it still is, and
 * `stop` ends it unless another living command uses it too. With `throwaway` nothing survives a power cut: for
 * tests only.
 */
export async function startEmbeddedPostgres(folder, { throwaway = false } = {}) {
  const place = postgresPlace(folder);
  const access = await inTurn(join(folder, "database.turn"), async () => {
    const kept = keepAccess(folder, place);
    await makeData(place, kept);
    claim(folder);
    const port = (await attach(place, kept)) ?? (await launch(place, kept, throwaway));
    if (port !== kept.port) writePrivately(accessFile(folder), JSON.stringify({ ...kept, port }));
    return { ...kept, port };
  });
  await makeRoles(access);
  return {
    folder: place.data,
    appUrl: address(access, "verbatim_app"),
    ownerUrl: address(access, "verbatim_owner"),
    superuserUrl: address(access, "postgres"),
    isRunning: () => isRunning(postmaster(place.data)?.pid),
    stop: () => inTurn(join(folder, "database.turn"), () => release(folder, place)),
  };
}

const accessFile = (folder) => join(folder, "database.json");

function address({ port, passwords }, role, database = "verbatim") {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}

function keepAccess(folder, place) {
  const file = accessFile(folder);
  if (!existsSync(file)) {
    if (existsSync(place.data)) {
      throw new CannotStart(
        `${file} with the passwords of ${place.data} is missing: put it back from a backup.`,
      );
    }
    const password = () => randomBytes(24).toString("base64url");
    const passwords = { postgres: password(), verbatim_owner: password(), verbatim_app: password() };
    writePrivately(file, JSON.stringify({ port: 0, passwords }));
  }
  return readKept(file);
}

function command(place, name, args) {
  return new Promise((resolve) => {
    // No pipe may be inherited: the server would hold it open for ever.
    const child = spawn(join(place.native, "bin", name), args, { ...place.user, stdio: "ignore", cwd: "/" });
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Makes the data folder under another name and renames it when it is whole, so a half-made one is never used. */
async function makeData(place, { passwords }) {
  if (existsSync(join(place.data, "PG_VERSION"))) return checkVersion(place.data);
  say(`Making the database in ${place.data}`);
  const making = `${place.data}.making`;
  for (const letters of lettersKnown)
    if (await makeDataIn(making, place, passwords, letters)) return renameSync(making, place.data);
  throw new CannotStart(`The database could not be made in ${making}: initdb failed.`);
}

/** Under each name a system may have the classes of all letters and signs. Without them, as in "C", the search takes
 * each sign that is not ASCII for a letter: a quotation mark for the first one of the word behind it. */
const lettersKnown = ["C.UTF-8", "en_US.UTF-8", "C"];

async function makeDataIn(making, place, passwords, letters) {
  const passwordFile = `${place.data}.password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 });
  if (place.user.uid !== undefined) {
    for (const path of [making, passwordFile]) chownSync(path, place.user.uid, place.user.gid);
  }
  const locale = [
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${letters}`,
  ];
  const access = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const code = await command(place, "initdb", ["-D", making, ...locale, ...access]);
  rmSync(passwordFile, { force: true });
  return code === 0;
}

function checkVersion(data) {
  const made = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (made === major) return;
  throw new CannotStart(
    `${data} was made by PostgreSQL ${made}; this release runs ${major}: see docs/running.md.`,
  );
}

/** What postmaster.pid says: its process and its port (line 4), or null when there is none. */
function postmaster(data) {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** The port of a server that already runs on this data, else null with what a killed one left cleared away. */
async function attach(place, access) {
  const until = performance.now() + 30_000;
  let running = postmaster(place.data);
  while (running && isRunning(running.pid)) {
    if (running.port && (await answers({ ...access, port: running.port }))) return running.port;
    // It is starting, mending itself after a kill, or stopping; or a stranger has the number it once had.
    if (performance.now() > until || !isPostgres(running.pid)) break;
    await wait(100);
    running = postmaster(place.data);
  }
  rmSync(join(place.data, "postmaster.pid"), { force: true });
  return null;
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return process.platform !== "linux";
  }
}

async function answers(access) {
  const sql = await connect(access, "postgres");
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    if (error.code === "28P01") {
      throw new CannotStart(
        "The embedded database refuses its password: put database.json back from a backup.",
      );
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function connect(access, database) {
  const { default: postgres } = await import("postgres");
  const quiet = { max: 1, connect_timeout: 3, backoff: () => 0.1, onnotice: () => {} };
  return postgres(address(access, "postgres", database), quiet);
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}

async function launch(place, access, throwaway) {
  const port = (access.port && (await isFree(access.port))) || (await isFree(0));
  const fast = throwaway ? { fsync: "off", full_page_writes: "off", synchronous_commit: "off" } : {};
  const options = Object.entries({ ...settings, ...fast }).map(([name, value]) => `-c ${name}='${value}'`);
  const flags = ["-D", place.data, "-w", "-t", "60", "-l", join(place.data, "server.log")];
  const until = performance.now() + 15_000;
  // After a kill the old processes may hold the data for a moment longer.
  while (
    (await command(place, "pg_ctl", [
      ...flags,
      "-o",
      `-h 127.0.0.1 -p ${port} ${options.join(" ")}`,
      "start",
    ])) !== 0
  ) {
    if (performance.now() > until) {
      throw new CannotStart(`The embedded database did not start: see ${join(place.data, "server.log")}.`);
    }
    await wait(300);
  }
  return port;
}

/** Makes what is missing of the two roles and the database; passwords are set only when a role is made. */
async function makeRoles(access) {
  const sql = await connect(access, "postgres");
  try {
    for (const role of ["verbatim_owner", "verbatim_app"]) {
      const there = await sql`select 1 from pg_roles where rolname = ${role}`;
      // The passwords are base64url: they need no quoting beyond this.
      if (!there.length) await sql.unsafe(`create role ${role} login password '${access.passwords[role]}'`);
    }
    const database = await sql`select 1 from pg_database where datname = 'verbatim'`;
    if (!database.length) await sql`create database verbatim owner verbatim_owner`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const users = (folder) => join(folder, "database.users");

function claim(folder) {
  mkdirSync(users(folder), { recursive: true });
  for (const pid of readdirSync(users(folder))) {
    if (!isRunning(Number(pid))) rmSync(join(users(folder), pid), { force: true });
  }
  writeFileSync(join(users(folder), String(process.pid)), "");
}

async function release(folder, place) {
  rmSync(join(users(folder), String(process.pid)), { force: true });
  const others = readdirSync(users(folder)).filter((pid) => isRunning(Number(pid)));
  if (others.length > 0 || !isRunning(postmaster(place.data)?.pid)) return;
  await command(place, "pg_ctl", ["-D", place.data, "-m", "fast", "-w", "-t", "60", "stop"]);
}

/** Stops whatever runs on this folder's database and removes both: for tests, which begin with nothing. */
export async function removeEmbeddedPostgres(folder) {
  const place = postgresPlace(folder);
  if (isRunning(postmaster(place.data)?.pid) && isPostgres(postmaster(place.data).pid)) {
    await command(place, "pg_ctl", ["-D", place.data, "-m", "immediate", "-w", "-t", "30", "stop"]);
  }
  for (const path of [place.data, `${place.data}.making`, folder])
    rmSync(path, { recursive: true, force: true });
}
