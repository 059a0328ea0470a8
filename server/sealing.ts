import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { environment } from "@/environment";

/** A sealed name as it lies in the database: of no use without the key of `keyVersion`, which is not in it. */
export type Sealed = {
  readonly keyVersion: number;
  /** The source's own data key, encrypted under the key-encryption key; the tag is its last 16 bytes. */
  readonly wrappedKey: Uint8Array;
  readonly wrapNonce: Uint8Array;
  readonly nonce: Uint8Array;
  /** The tag is its last 16 bytes. */
  readonly ciphertext: Uint8Array;
};

/** Key-encryption keys of 256 bits by version. The highest version seals; the others still open. */
export type Keys = ReadonlyMap<number, Uint8Array>;

/** The keys that this server was started with. They are never in the database. */
export const sourceKeys = (): Keys =>
  new Map([...environment().sourceKeys].map(([version, key]) => [version, new Uint8Array(key)]));

/** The data key of a source is made once and never replaced, so it has one version. */
const dataKeyVersion = 1;

/** Encrypts an identity with AES-256-GCM under a fresh data key of this source alone, and wraps that key. What each part
 * belongs to is bound in, so that nothing can be moved from one source, field or key to another. */
export function sealIdentity(sourceId: string, identity: string, keys: Keys): Result<Sealed, Refusal> {
  const keyVersion = Math.max(...keys.keys());
  const key = keys.get(keyVersion);
  if (!key) return refuse("key_missing");
  const dataKey = crypto.getRandomValues(new Uint8Array(32));
  try {
    const { nonce, ciphertext } = encrypt(
      dataKey,
      new TextEncoder().encode(identity),
      belonging(sourceId, "identity", dataKeyVersion),
    );
    const wrapped = encrypt(key, dataKey, belonging(sourceId, "data key", keyVersion));
    return ok({
      keyVersion,
      wrappedKey: wrapped.ciphertext,
      wrapNonce: wrapped.nonce,
      nonce,
      ciphertext,
    });
  } finally {
    dataKey.fill(0);
  }
}

/** Opens a sealed identity. Anything that is not exactly what was sealed for this source is refused. */
export function openIdentity(sourceId: string, sealed: Sealed, keys: Keys): Result<string, Refusal> {
  const dataKey = unwrap(sourceId, sealed, keys);
  if (!dataKey.ok) return dataKey;
  const plain = decrypt(
    dataKey.value,
    sealed.nonce,
    sealed.ciphertext,
    belonging(sourceId, "identity", dataKeyVersion),
  );
  dataKey.value.fill(0);
  return plain ? ok(new TextDecoder().decode(plain)) : refuse("seal_broken");
}

/** The same seal with its data key wrapped under the highest key: what turning keys over comes to. The name itself is
 * not opened for it. */
export function rewrap(sourceId: string, sealed: Sealed, keys: Keys): Result<Sealed, Refusal> {
  const keyVersion = Math.max(...keys.keys());
  const key = keys.get(keyVersion);
  if (!key) return refuse("key_missing");
  const dataKey = unwrap(sourceId, sealed, keys);
  if (!dataKey.ok) return dataKey;
  const wrapped = encrypt(key, dataKey.value, belonging(sourceId, "data key", keyVersion));
  dataKey.value.fill(0);
  return ok({ ...sealed, keyVersion, wrappedKey: wrapped.ciphertext, wrapNonce: wrapped.nonce });
}

function unwrap(sourceId: string, sealed: Sealed, keys: Keys): Result<Uint8Array, Refusal> {
  const key = keys.get(sealed.keyVersion);
  if (!key) return refuse("key_missing");
  const dataKey = decrypt(
    key,
    sealed.wrapNonce,
    sealed.wrappedKey,
    belonging(sourceId, "data key", sealed.keyVersion),
  );
  return dataKey ? ok(dataKey) : refuse("seal_broken");
}

/** What a ciphertext belongs to: the source, the field, the version of the key. */
const belonging = (sourceId: string, field: string, version: number): Uint8Array =>
  new TextEncoder().encode(JSON.stringify([sourceId, field, version]));

const tagLength = 16;

function encrypt(key: Uint8Array, plain: Uint8Array, additional: Uint8Array) {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(additional);
  const ciphertext = Uint8Array.from([...cipher.update(plain), ...cipher.final(), ...cipher.getAuthTag()]);
  return { nonce, ciphertext };
}

/** Null when the tag does not fit: tampered with, moved, or another key's. */
function decrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
  additional: Uint8Array,
): Uint8Array | null {
  if (nonce.length !== 12 || ciphertext.length < tagLength) return null;
  try {
    const end = ciphertext.length - tagLength;
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagLength })
      .setAAD(additional)
      .setAuthTag(ciphertext.subarray(end));
    return Uint8Array.from([...decipher.update(ciphertext.subarray(0, end)), ...decipher.final()]);
  } catch {
    // Node says no more than that it did not authenticate, and no more is to be said.
    return null;
  }
}
