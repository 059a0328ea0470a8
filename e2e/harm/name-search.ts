import { gunzipSync } from "node:zlib";
import { newId } from "@/db/schema/columns";

/** A name that nobody has. The family name has a tail of its own, and is what is looked for: it stays whole whether the
 * name is written with a space, a plus or a hyphen, in an address, a slug or the words of a search. */
export const madeUpName = (given: string, family: string): string => `${given} ${family}${newId().slice(-8)}`;

/** How a name may lie about: as it is in any case, in hexadecimal, in two bytes a letter either way round, backwards, and
 * in base64 of each alignment. */
function disguisesOf(name: string): Buffer[] {
  const plain = Buffer.from(name.toLowerCase());
  const wide = () => Buffer.from(name.toLowerCase(), "utf16le");
  return [
    plain,
    Buffer.from(plain.toString("hex")),
    Buffer.from(Buffer.from(name).toString("hex")),
    wide(),
    wide().swap16(),
    Buffer.from([...name.toLowerCase()].reverse().join("")),
  ];
}

/** Twelve letters, and three to stand anywhere in a group of three. */
const inBase64 = (name: string): Buffer[] =>
  [0, 1, 2].map((skip) =>
    Buffer.from(
      Buffer.from(name)
        .subarray(skip, skip + 12)
        .toString("base64"),
    ),
  );

/** Small letters for large ones, byte by byte: the rest stays as it is. */
const lowered = (bytes: Buffer): Buffer => {
  const low = Buffer.alloc(bytes.length);
  bytes.copy(new Uint8Array(low.buffer, low.byteOffset, low.length));
  for (let at = 0; at < low.length; at += 1) {
    const byte = low[at] ?? 0;
    if (byte >= 65 && byte <= 90) low[at] = byte + 32;
  }
  return low;
};

/** Looks for one name in whatever it is given, and remembers where it was. */
export class NameSearch {
  readonly found: string[] = [];
  readonly #family: string;

  constructor(name: string) {
    this.#family = name.split(" ").at(-1) ?? name;
  }

  look(where: string, what: string | Buffer): void {
    if (this.holds(typeof what === "string" ? Buffer.from(what) : what)) this.found.push(where);
  }

  holds(bytes: Buffer): boolean {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      const opened = opening(bytes);
      if (opened && this.holds(opened)) return true;
    }
    const low = lowered(bytes);
    return (
      disguisesOf(this.#family).some((each) => low.includes(each)) ||
      inBase64(this.#family).some((each) => bytes.includes(each))
    );
  }
}

/** What was packed with gzip; null where it only looks so. */
function opening(bytes: Buffer): Buffer | null {
  try {
    return gunzipSync(new Uint8Array(bytes));
  } catch {
    return null;
  }
}
