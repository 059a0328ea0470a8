import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Whether a process with this id is running (somebody else's counts too). */
export function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function take(file) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

/**
 * Runs `work` while no other command on this clone does the same: the turn is a file with the owner's process
 * id, and an owner who was killed loses it.
 */
export async function inTurn(file, work, { onWait } = {}) {
  let told = false;
  while (!take(file)) {
    const owner = Number.parseInt(readOrEmpty(file), 10);
    if (Number.isNaN(owner) ? told : !isRunning(owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) onWait?.(owner);
    told = true;
    await wait(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
