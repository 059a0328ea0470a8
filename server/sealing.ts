import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { type Identity, type SealedPart, sealedParts } from "@/domain/sourcing";

/** A data key as it lies in the database: encrypted under the key-encryption key of `keyVersion`, which is not in it. */
export type WrappedKey = {
  readonly keyVersion: number;
  /** The tag is its last 16 bytes. */
  readonly wrappedKey: Uint8Array;
  readonly wrapNonce: Uint8Array;
};

export type SealedField = {
  readonly field: SealedPart;
  readonly nonce: Uint8Array;
  /** The tag is its last 16 bytes. */
  readonly ciphertext: Uint8Array;
};

/** A sealed identity: each part encrypted by itself under the data key of its source. */
export type Sealed = WrappedKey & { readonly fields: readonly SealedField[] };

/** Key-encryption keys of 256 bits by version. */
export type Keys = ReadonlyMap<number, Uint8Array>;

/** The data key of a source is made once with each sealing and never used for another, so it has one version. */
const dataKeyVersion = 1;

/** Encrypts an identity with AES-256-GCM under a fresh data key of this source alone, and wraps that key under the
 * key-encryption key of `keyVersion`. What each part belongs to is bound in, so that nothing can be moved from one
 * source, field or key to another, and no part can be taken away. */
export function sealIdentity(
  sourceId: string,
  identity: Identity,
  keyVersion: number,
  keys: Keys,
): Result<Sealed, Refusal> {
  const key = keys.get(keyVersion);
  if (!key) return refuse("key_missing");
  const dataKey = crypto.getRandomValues(new Uint8Array(32));
  try {
    const fields = sealedParts.flatMap((field): SealedField[] => {
      const text = identity[field];
      if (!text) return [];
      const plain = new TextEncoder().encode(text);
      return [{ field, ...encrypt(dataKey, plain, belonging(sourceId, field, dataKeyVersion)) }];
    });
    return ok({ ...wrap(sourceId, dataKey, fields, keyVersion, key), fields });
  } finally {
    dataKey.fill(0);
  }
}

/** Opens a sealed identity. Anything that is not exactly what was sealed for this source is refused. */
export function openIdentity(sourceId: string, sealed: Sealed, keys: Keys): Result<Identity, Refusal> {
  const dataKey = unwrap(sourceId, sealed, keys);
  if (!dataKey.ok) return dataKey;
  const identity: Partial<Record<SealedPart, string>> = {};
  try {
    for (const { field, nonce, ciphertext } of sealed.fields) {
      const plain = decrypt(dataKey.value, nonce, ciphertext, belonging(sourceId, field, dataKeyVersion));
      if (!plain) return refuse("seal_broken");
      identity[field] = new TextDecoder().decode(plain);
    }
  } finally {
    dataKey.value.fill(0);
  }
  return ok(identity);
}

/** The data key of a seal, wrapped under another key-encryption key: what turning keys over comes to. The identity
 * itself is not opened for it. */
export function rewrap(
  sourceId: string,
  sealed: Sealed,
  keyVersion: number,
  keys: Keys,
): Result<WrappedKey, Refusal> {
  const key = keys.get(keyVersion);
  if (!key) return refuse("key_missing");
  const dataKey = unwrap(sourceId, sealed, keys);
  if (!dataKey.ok) return dataKey;
  const wrapped = wrap(sourceId, dataKey.value, sealed.fields, keyVersion, key);
  dataKey.value.fill(0);
  return ok(wrapped);
}

function wrap(
  sourceId: string,
  dataKey: Uint8Array,
  fields: readonly SealedField[],
  keyVersion: number,
  key: Uint8Array,
): WrappedKey {
  const { nonce, ciphertext } = encrypt(key, dataKey, belonging(sourceId, dataKeyOf(fields), keyVersion));
  return { keyVersion, wrappedKey: ciphertext, wrapNonce: nonce };
}

function unwrap(sourceId: string, sealed: Sealed, keys: Keys): Result<Uint8Array, Refusal> {
  const key = keys.get(sealed.keyVersion);
  if (!key) return refuse("key_missing");
  const dataKey = decrypt(
    key,
    sealed.wrapNonce,
    sealed.wrappedKey,
    belonging(sourceId, dataKeyOf(sealed.fields), sealed.keyVersion),
  );
  return dataKey ? ok(dataKey) : refuse("seal_broken");
}

/** The data key names the parts that it encrypts, so that one that is taken away is missed. */
function dataKeyOf(fields: readonly SealedField[]): string {
  const more = fields.map(({ field }) => field).filter((field) => field !== "identity");
  return ["data key", ...more.sort()].join(" ");
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
