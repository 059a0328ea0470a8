import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { keysInUse, putKeyInForce, sealsUnder } from "@/db/source-keys";
import { environment, readSourceKeys } from "@/environment";
import { NotFit } from "./durability";
import { type Keys, rewrap } from "./sealing";

let laterKeys: Keys = new Map();

/** The key-encryption keys of this server. They are never in the database. Where the newsroom keeps them itself, a
 * version that a rotation made after the start is read from the file; `wanted` names the version that is asked for. */
export function sourceKeys(wanted?: number): Keys {
  const { sourceKeys: given, secretsFile } = environment();
  const known = () =>
    new Map([...given, ...laterKeys].map(([version, key]) => [version, new Uint8Array(key)]));
  if (wanted !== undefined && secretsFile && !known().has(wanted)) laterKeys = keysIn(secretsFile);
  return known();
}

function keysIn(file: string): Keys {
  const kept: unknown = JSON.parse(readFileSync(file, "utf8"));
  const text = typeof kept === "object" && kept && "SOURCE_KEYS" in kept ? kept.SOURCE_KEYS : null;
  const read = typeof text === "string" ? readSourceKeys(text) : null;
  return new Map([...(read ?? [])].map(([version, key]) => [version, new Uint8Array(key)]));
}

/** Tells whether a key is the same as before, and nothing else about it: keys are 256 random bits. */
export const checkOf = (version: number, key: Uint8Array): Uint8Array =>
  new Uint8Array(createHmac("sha256", key).update(`verbatim source key ${version}`).digest());

/** Looks whether the keys of this server open what the database holds, before anybody is served. Throws a NotFit, in
 * one line, where they do not. A key that seals nothing may be another one than before. */
export async function fitSourceKeys(): Promise<void> {
  const { checks, used } = await keysInUse();
  const inForce = Math.max(0, ...checks.keys());
  for (const [version, seals] of used) {
    const key = sourceKeys(version).get(version);
    const names = seals === 1 ? "1 sealed identity" : `${seals} sealed identities`;
    if (!key)
      throw new NotFit(
        `SOURCE_KEYS: key ${version} is missing, and ${names} in this database cannot be opened without it; put back the secrets that belong to this database.`,
      );
    if (!(await fits(version, key, checks.get(version))))
      throw new NotFit(
        `SOURCE_KEYS: key ${version} is not the one under which ${names} in this database were sealed; put back the secrets that belong to this database.`,
      );
  }
  const keys = sourceKeys(inForce || undefined);
  const current = keys.has(inForce) ? inForce : Math.max(...keys.keys());
  const key = keys.get(current);
  const before = checks.get(current);
  if (key && !(before && same(before, checkOf(current, key))))
    await putKeyInForce(current, checkOf(current, key));
}

async function fits(version: number, key: Uint8Array, check: Uint8Array | undefined): Promise<boolean> {
  if (check) return same(check, checkOf(version, key));
  // A database from before checks were kept: one of its seals opens with the key, or none does.
  const some = await sealsUnder(version, 20);
  const keys = new Map([[version, key]]);
  return some.some(({ sourceId, ...sealed }) => rewrap(sourceId, sealed, version, keys).ok);
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
