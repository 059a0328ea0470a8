import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Erasure, eraseAgain, erasuresKept } from "@/db/erasures";
import { environment } from "@/environment";
import { NotFit } from "./durability";
import { log } from "./log";

/** The list of erasures lies beside the database and not in it: a database that is put back from a backup does not know
 * what was erased since. It holds ids and moments, and no name. */
const listFile = (): string => join(environment().dataFolder, "erasures.jsonl");

/** Puts an erasure on the list, and answers once it is on the disk. */
export function rememberErasure(erasure: Erasure): void {
  mkdirSync(environment().dataFolder, { recursive: true });
  const handle = openSync(listFile(), "a", 0o600);
  try {
    writeSync(handle, `${JSON.stringify({ sourceId: erasure.sourceId, at: erasure.at })}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Brings database and list together at the start: what the list names and a backup brought back is erased again, and
 * what the database knows and the list does not is written down. */
export async function replayErasures(): Promise<void> {
  const listed = readList();
  const again = await eraseAgain(listed);
  if (again > 0) log.warn({ again }, "identities that a backup brought back were erased again");
  const known = new Set(listed.map(({ sourceId, at }) => `${sourceId} ${at}`));
  for (const each of await erasuresKept())
    if (!known.has(`${each.sourceId} ${each.at}`)) rememberErasure(each);
}

function readList(): Erasure[] {
  if (!existsSync(listFile())) return [];
  const lines = readFileSync(listFile(), "utf8").split("\n");
  // A crash may have cut off the last line; whatever it was of, the person was not told that it was done.
  const cut = lines.pop();
  const erasures = lines.filter(Boolean).map(readLine);
  const last = cut ? readLine(cut) : null;
  const whole = erasures.filter((each) => each !== null);
  if (whole.length < erasures.length)
    throw new NotFit(`${listFile()} cannot be read: put it back from a backup, for it says what was erased.`);
  return last ? [...whole, last] : whole;
}

function readLine(line: string): Erasure | null {
  try {
    const { sourceId, at } = JSON.parse(line) as Record<string, unknown>;
    const fits =
      typeof sourceId === "string" &&
      /^[0-9a-f-]{36}$/.test(sourceId) &&
      typeof at === "string" &&
      /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(at);
    return fits ? { sourceId, at } : null;
  } catch {
    return null;
  }
}
