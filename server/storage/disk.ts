import { createReadStream } from "node:fs";
import { chmod, copyFile, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Storage } from "./storage";

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** Files in the data folder, each under its key. */
export function diskStorage(folder: string): Storage {
  const placeOf = (key: string) => join(folder, key);
  const size = async (key: string): Promise<number | null> => {
    try {
      return (await stat(placeOf(key))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };
  /** The name appears when all of it is on the disk, so that nobody reads half a file after a power cut. */
  const putInPlace = async (key: string, file: string) => {
    const handle = await open(file, "r+");
    await handle.sync().finally(() => handle.close());
    // What is private stays readable for the newsroom's own user alone.
    await chmod(file, key.startsWith("evidence/") ? 0o600 : 0o644);
    await rename(file, placeOf(key));
  };
  return {
    size,
    keep: async (key, file) => {
      await mkdir(dirname(placeOf(key)), { recursive: true });
      await putInPlace(key, file);
    },
    read: async (key, range) => {
      if ((await size(key)) === null) return null;
      // Node's own type of a web stream and the browser's differ in name only.
      return Readable.toWeb(createReadStream(placeOf(key), range)) as unknown as ReadableStream<Uint8Array>;
    },
    copy: async (from, to) => {
      await mkdir(dirname(placeOf(to)), { recursive: true });
      await copyFile(placeOf(from), `${placeOf(to)}.part`);
      await putInPlace(to, `${placeOf(to)}.part`);
    },
    remove: (key) => rm(placeOf(key), { force: true }),
  };
}
