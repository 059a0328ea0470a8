import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { sqlState } from "@/db/client";
import { keysInUse, putKeyInForce, turnKeysOver } from "@/db/source-keys";
import { environment } from "@/environment";
import { NotFit } from "./durability";
import { rewrap } from "./sealing";
import { checkOf, fitSourceKeys, sourceKeys } from "./source-keys";

/** Puts the newest key-encryption key in force and wraps the data key of every sealed identity under it. Where the
 * newsroom keeps its keys itself, a new one is made first, unless an earlier rotation was cut off: then that one is
 * brought to its end. Identities can be read all the while, and nothing is lost when it is stopped in the middle.
 * Tells what it did, line by line. Throws a NotFit when there is nothing to rotate to. */
export async function rotateSourceKeys(
  tell: (line: string) => void,
): Promise<{ version: number; turned: number; failed: number }> {
  const { used, inForce } = await standing();
  const cutOff = [...used.keys()].some((version) => version !== inForce);
  // What is in the file counts, and not what this process was started with.
  const held = Math.max(...sourceKeys(Number.POSITIVE_INFINITY).keys());
  const version = held > inForce || cutOff ? Math.max(held, inForce) : addKey(held + 1, tell);
  if (cutOff || held > inForce) tell(`Key ${version} is there already: going on with it.`);
  const key = sourceKeys(version).get(version);
  if (!key) throw new NotFit(`SOURCE_KEYS: key ${version} is in force and is missing here.`);
  if (version > inForce) {
    await putKeyInForce(version, checkOf(version, key));
    tell(`Key ${version} is in force: names are sealed under it from now on.`);
  }
  const count = await turnKeysOver(version, (sourceId, sealed) =>
    rewrap(sourceId, sealed, version, sourceKeys(version)),
  );
  tell(
    `${count.turned} sealed ${count.turned === 1 ? "identity was" : "identities were"} wrapped under it; ${count.failed} could not be.`,
  );
  if (count.failed === 0)
    tell(
      "No sealed identity needs an older key any more. Backups made before do: keep the older keys as long as those.",
    );
  return { version, ...count };
}

async function standing(): Promise<{ used: ReadonlyMap<number, number>; inForce: number }> {
  try {
    await fitSourceKeys();
    const { checks, used } = await keysInUse();
    return { used, inForce: Math.max(...checks.keys()) };
  } catch (error) {
    if (sqlState(error) === "42P01")
      throw new NotFit("This database is from an older release: start the newsroom once, then rotate.");
    throw error;
  }
}

/** Makes a key and puts it into the newsroom's own file, whole or not at all. */
function addKey(version: number, tell: (line: string) => void): number {
  const { secretsFile } = environment();
  if (!secretsFile)
    throw new NotFit(
      `SOURCE_KEYS holds no key newer than the one in force: put ${version}:<base64 of 32 random bytes> behind a comma on every server, start them with it, and rotate again.`,
    );
  const kept = JSON.parse(readFileSync(secretsFile, "utf8")) as Record<string, string>;
  const keys = `${kept.SOURCE_KEYS},${version}:${randomBytes(32).toString("base64")}`;
  const making = `${secretsFile}.making`;
  const handle = openSync(making, "w", 0o600);
  try {
    writeSync(handle, `${JSON.stringify({ ...kept, SOURCE_KEYS: keys }, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(making, secretsFile);
  tell(`Made key ${version} in ${secretsFile}: back it up.`);
  return version;
}
