import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { normalisePassword } from "@/domain/passwords";

/** scrypt as OWASP's password storage guide has it (N 2^15, r 8, p 3). The numbers are stored with each hash, so a
 * later, dearer setting leaves the older hashes readable. */
const cost = { log2n: 15, r: 8, p: 3 } as const;
const bytes = 32;

/** Each hash takes 32 MiB and a core for about a quarter of a second: two at once, and a queue that has an end. */
const limits = { atOnce: 2, waiting: 60 } as const;

/** Thrown when more people sign in at once than can be served: nothing was looked at. */
export class TooBusy extends Error {}

// The bundler may load this file more than once, and the limit is one of the process.
const kept = globalThis as typeof globalThis & {
  verbatimHashing?: { running: number; readonly waiting: (() => void)[] };
};

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  kept.verbatimHashing ??= { running: 0, waiting: [] };
  const queue = kept.verbatimHashing;
  if (queue.running >= limits.atOnce) {
    if (queue.waiting.length >= limits.waiting) throw new TooBusy("too many passwords at once");
    await new Promise<void>((go) => queue.waiting.push(go));
  } else {
    queue.running += 1;
  }
  try {
    return await work();
  } finally {
    // The place is handed on as it is, so that nobody can step in between.
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}

function derive(
  password: string,
  salt: Uint8Array,
  log2n: number,
  r: number,
  p: number,
): Promise<Uint8Array> {
  const options: ScryptOptions = { N: 2 ** log2n, r, p, maxmem: 256 * 2 ** log2n * r };
  return inTurn(
    () =>
      new Promise((done, fail) => {
        scrypt(normalisePassword(password), salt, bytes, options, (error, key) =>
          error ? fail(error) : done(new Uint8Array(key)),
        );
      }),
  );
}

const written = (raw: Uint8Array): string => Buffer.from(raw).toString("base64url");
const read = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64url"));

/** A hash to store: `scrypt$15$8$3$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = new Uint8Array(randomBytes(16));
  const key = await derive(password, salt, cost.log2n, cost.r, cost.p);
  return ["scrypt", cost.log2n, cost.r, cost.p, written(salt), written(key)].join("$");
}

/** Whether the password belongs to the stored hash. With no hash (no such account, or none chosen yet) the same work
 * is done and the answer is no, so that the time taken tells nothing. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, log2n, r, p, salt, key] =
    /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]+)\$([\w-]+)$/.exec(stored ?? "") ?? [];
  if (!salt || !key || Number(log2n) > 18) {
    await derive(password, new Uint8Array(16), cost.log2n, cost.r, cost.p);
    return false;
  }
  const known = read(key);
  const given = await derive(password, read(salt), Number(log2n), Number(r), Number(p));
  return known.length === given.length && timingSafeEqual(known, given);
}
