import { environment } from "@/environment";
import { diskStorage } from "./disk";

/** Bytes `start` to `end`, both included. */
export type Range = { readonly start: number; readonly end: number };

/** Where the newsroom's files are kept. A file is known by its key and never written anew. What a key may be is checked
 * here, once; who may read or write one is decided by those who ask, at the row. */
export type Storage = {
  /** Takes a finished file in. The file itself is gone afterwards, and the key answers with all of it or with nothing. */
  readonly keep: (key: string, file: string, type: string) => Promise<void>;
  /** How many bytes there are under a key; null for none. */
  readonly size: (key: string) => Promise<number | null>;
  /** The bytes as a stream; null where there is nothing. */
  readonly read: (key: string, range?: Range) => Promise<ReadableStream<Uint8Array> | null>;
  readonly copy: (from: string, to: string) => Promise<void>;
  /** Removes what is there; nothing there is fine too. */
  readonly remove: (key: string) => Promise<void>;
};

/** A key is a room and a random name, so that no path and no query can be made of it. `media` are pictures, `evidence`
 * is private to the desk, `documents` are copies that readers may open, `cards` can be drawn anew at any time. */
const isKey = (key: string): boolean =>
  /^(media|evidence|documents|cards)\/[0-9a-f]{32}(-[1-9]\d{0,4})?\.[a-z0-9]{2,4}$/.test(key);

const kept = globalThis as typeof globalThis & { verbatimStorage?: Promise<Storage> };

/** The one storage of this process: a bucket where the environment names one, the data folder otherwise. */
export function storage(): Promise<Storage> {
  kept.verbatimStorage ??= open();
  return kept.verbatimStorage;
}

async function open(): Promise<Storage> {
  const { bucket, dataFolder } = environment();
  if (!bucket) return checked(diskStorage(dataFolder));
  // Loaded only where it is used: the client alone takes more memory than a small newsroom.
  const { bucketStorage } = await import("./bucket");
  return checked(bucketStorage(bucket));
}

/** Refuses a key that is none before either kind of storage sees it. */
export function checked(inner: Storage): Storage {
  const known = (...keys: readonly string[]) => {
    if (!keys.every(isKey)) throw new Error("That is no key of a file.");
  };
  return {
    keep: async (key, file, type) => {
      known(key);
      await inner.keep(key, file, type);
    },
    size: async (key) => {
      known(key);
      return inner.size(key);
    },
    read: async (key, range) => {
      known(key);
      return inner.read(key, range);
    },
    copy: async (from, to) => {
      known(from, to);
      await inner.copy(from, to);
    },
    remove: async (key) => {
      known(key);
      await inner.remove(key);
    },
  };
}
