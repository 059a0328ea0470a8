import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { CannotStart, say } from "./say.mjs";

/** Writes a file that only its owner may read, whole or not at all: a crash leaves the former one. */
export function writePrivately(file, text) {
  const making = `${file}.making`;
  const handle = openSync(making, "w", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(making, file);
}

/** Reads a JSON file of ours, or stops with one line: what it holds cannot be made again. */
export function readKept(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CannotStart(
      `${file} cannot be read (${error.code ?? "it is not JSON"}): put it back from a backup.`,
    );
  }
}

/**
 * The server's secrets: made once, kept in `secrets.json` with mode 0600. What the environment gives goes
 * before it. Without the source keys no sealed identity can be opened, so a lost file is never replaced beside
 * a database that is already there.
 */
export function keepSecrets(folder) {
  const file = join(folder, "secrets.json");
  const names = ["NEXTAUTH_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "SOURCE_KEYS"];
  if (!existsSync(file)) {
    if (existsSync(join(folder, "database.json")) && !names.every((name) => process.env[name])) {
      throw new CannotStart(
        `${file} is missing beside a database that needs its keys: put it back from a backup.`,
      );
    }
    const made = {
      NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      SOURCE_KEYS: `1:${randomBytes(32).toString("base64")}`,
    };
    writePrivately(file, `${JSON.stringify(made, null, 2)}\n`);
    say(`Made the secrets of this newsroom in ${file}: back it up`);
  }
  const kept = readKept(file);
  for (const name of names) {
    if (typeof kept[name] !== "string" && !process.env[name])
      throw new CannotStart(`${name} is missing from ${file}.`);
  }
  return Object.fromEntries(names.map((name) => [name, process.env[name] || kept[name]]));
}
