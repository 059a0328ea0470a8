import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { environment } from "@/environment";

/** Gives `work` a folder of its own for files that are not finished yet, beside the place where they will be kept, and
 * takes it away afterwards with whatever is left in it. */
export async function inOwnFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const parent = join(environment().dataFolder, "incoming");
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(parent, "file-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
