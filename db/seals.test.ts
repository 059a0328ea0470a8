import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { ok } from "@/domain/result";
import type { Identity } from "@/domain/sourcing";
import { environment } from "@/environment";
import { rememberErasure, replayErasures } from "@/server/erasures";
import { rotateSourceKeys } from "@/server/rotate-source-keys";
import { openIdentity, rewrap, type Sealed, sealIdentity } from "@/server/sealing";
import { checkOf, fitSourceKeys, sourceKeys as serverKeys } from "@/server/source-keys";
import { database } from "./client";
import { sourceForDesk } from "./queries/desk/sources";
import { newId } from "./schema/columns";
import { users } from "./schema/people";
import { erasedIdentities, reveals, sealedFields, sealedIdentities, sourceKeys } from "./schema/sources";
import { keysInUse, lockSeal, putKeyInForce, turnKeysOver } from "./source-keys";
import { useOwnDatabase } from "./testing/database";
import { person, quoteOnRecord } from "./testing/people";
import { destroySeal, grantSeal, keepSeal, revealSeal, revokeGrant } from "./write-seals";
import { attest } from "./write-sources";

// A data folder of its own, whose secrets a rotation adds to. Set before anything reads the settings.
const folder = mkdtempSync(join(tmpdir(), "verbatim-seals-"));
const secretsFile = join(folder, "secrets.json");
writeFileSync(secretsFile, JSON.stringify({ SOURCE_KEYS: process.env.SOURCE_KEYS }), { mode: 0o600 });
process.env.VERBATIM_DATA = folder;
process.env.VERBATIM_SECRETS = secretsFile;

useOwnDatabase();
beforeAll(fitSourceKeys);
afterAll(() => rmSync(folder, { recursive: true }));

const identity: Identity = {
  identity: "CANARY Ottilie Fensbjerg, under-secretary",
  contact: "canary-fensbjerg@private.example",
  remarks: "Sister of CANARY Aldous",
};

const unnamedSource = (by: Actor) =>
  quoteOnRecord(by, "close, but not signed", {
    unnamed: true,
    description: "A senior official",
    reason: "They were not authorised to speak",
    groundRule: "background",
  });
const inSession = (actor: Actor) => ({ ...actor, sessionId: newId() });

async function sealed(by: Actor, what: Identity = identity) {
  const { sourceId, quoteId } = await unnamedSource(by);
  const kept = await keepSeal(by, sourceId, (version) =>
    sealIdentity(sourceId, what, version, serverKeys(version)),
  );
  expect(kept).toMatchObject({ ok: true });
  return { sourceId, quoteId };
}
const read = (actor: Actor, sourceId: string, keys = serverKeys) =>
  revealSeal(inSession(actor), { sourceId, why: "To check the name" }, (id, seal) =>
    openIdentity(id, seal, keys(seal.keyVersion)),
  );
const readings = (sourceId: string) =>
  database().select().from(reveals).where(eq(reveals.sourceId, sourceId));
async function sealOf(sourceId: string): Promise<Sealed> {
  const seal = await database().transaction((tx) => lockSeal(tx, sourceId));
  if (!seal) throw new Error("no seal");
  return seal;
}
const noList = () => undefined;

describe("a sealed name", () => {
  it("is read by the person who sealed it, with the reading in the log", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    expect(await read(reporter, sourceId)).toEqual(ok({ identity }));
    expect(await readings(sourceId)).toMatchObject([{ by: reporter.id, why: "To check the name" }]);
  });

  it("is not read by any role: editor and admin are refused, and nothing is logged as read", async () => {
    const { sourceId } = await sealed(await person("reporter"));
    for (const role of ["reporter", "editor", "admin"] as const)
      expect(await read(await person(role), sourceId)).toEqual({ ok: false, why: "not_granted" });
    expect(await readings(sourceId)).toEqual([]);
  });

  it("is read by a grant until it ends, and not after it is taken back", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { sourceId } = await sealed(reporter);
    const grant = { sourceId, userId: editor.id, days: 7 };
    expect(await grantSeal(editor, grant)).toEqual({ ok: false, why: "not_granted" });
    expect(await grantSeal(reporter, grant)).toMatchObject({ ok: true });
    expect(await read(editor, sourceId)).toMatchObject({ ok: true });
    expect(await attest(editor, { sourceId, how: "read_the_sealed_name" })).toMatchObject({ ok: true });
    expect(await revokeGrant(reporter, { sourceId, userId: editor.id })).toMatchObject({ ok: true });
    expect(await read(editor, sourceId)).toEqual({ ok: false, why: "not_granted" });
    await grantSeal(reporter, grant);
    await database().execute(sql`update sealed_grants set expires_at = now() - interval '1 second'`);
    expect(await read(editor, sourceId)).toEqual({ ok: false, why: "not_granted" });
  });

  it("is not shown when its line cannot be written", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    let opened = "";
    const attempt = revealSeal(
      { ...inSession(reporter), sessionId: "not an id" },
      { sourceId, why: "To check" },
      (id, seal) => {
        const answer = openIdentity(id, seal, serverKeys());
        if (answer.ok) opened = answer.value.identity ?? "";
        return answer;
      },
    );
    await expect(attempt).rejects.toThrow();
    expect(opened).toBe(identity.identity);
    expect(await readings(sourceId)).toEqual([]);
  });

  it("stays in the log: a reading is never changed or deleted", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    await read(reporter, sourceId);
    await expect(database().delete(reveals).where(eq(reveals.sourceId, sourceId))).rejects.toThrow();
    await expect(
      database().update(reveals).set({ why: "" }).where(eq(reveals.sourceId, sourceId)),
    ).rejects.toThrow();
  });

  it("is gone for everybody once it is destroyed", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    expect(await destroySeal(await person("admin"), sourceId, noList)).toEqual({
      ok: false,
      why: "not_granted",
    });
    expect(await destroySeal(reporter, sourceId, noList)).toMatchObject({ ok: true });
    expect(await read(reporter, sourceId)).toEqual({ ok: false, why: "not_found" });
  });

  it("is told to those who may read it, and only its being there to the others", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    await read(reporter, sourceId);
    const own = await sourceForDesk(reporter, sourceId);
    expect(own?.seal).toMatchObject({ mayRead: true, reveals: [{ why: "To check the name" }] });
    const others = await sourceForDesk(await person("admin"), sourceId);
    expect(others?.seal).toMatchObject({ mayRead: false, reveals: [] });
    expect(JSON.stringify([own, others])).not.toContain("CANARY");
  });

  it("stands in no table: not in one byte of the whole database", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    await read(reporter, sourceId);
    const tables = await database().execute<{ name: string }>(
      sql`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
          from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    let seen = "";
    for (const { name } of tables) {
      const rows = await database().execute(sql.raw(`select t::text as row from ${name} t`));
      seen += JSON.stringify(rows);
    }
    expect(seen).toContain(sourceId);
    const hidden = [...Object.values(identity), "CANARY", "ensbjerg"];
    for (const word of hidden) {
      expect(seen).not.toContain(word);
      // Bytes are shown in hexadecimal.
      expect(seen).not.toContain(Buffer.from(word).toString("hex"));
    }
  });
});

describe("the encryption of an identity", () => {
  it("detects every single changed byte of the key and of each field", async () => {
    const { sourceId } = await sealed(await person("reporter"));
    const seal = await sealOf(sourceId);
    const keys = serverKeys();
    const flipped = (bytes: Uint8Array, at: number) =>
      Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
    const broken: Sealed[] = [];
    for (const part of ["wrappedKey", "wrapNonce"] as const)
      for (let at = 0; at < seal[part].length; at += 1)
        broken.push({ ...seal, [part]: flipped(seal[part], at) });
    for (const [index, field] of seal.fields.entries())
      for (const part of ["nonce", "ciphertext"] as const)
        for (let at = 0; at < field[part].length; at += 1)
          broken.push({
            ...seal,
            fields: seal.fields.with(index, { ...field, [part]: flipped(field[part], at) }),
          });
    expect(broken.length).toBeGreaterThan(200);
    expect(broken.filter((each) => openIdentity(sourceId, each, keys).ok)).toEqual([]);
  });

  it("detects fields that are swapped, taken away, renamed, cut or of another source", async () => {
    const reporter = await person("reporter");
    const [one, other] = [await sealed(reporter), await sealed(reporter)];
    const [seal, foreign] = [await sealOf(one.sourceId), await sealOf(other.sourceId)];
    const named = (field: string) => {
      const found = seal.fields.find((each) => each.field === field);
      if (!found) throw new Error("no field");
      return found;
    };
    const [name, contact] = [named("identity"), named("contact")];
    const tampered: Record<string, Sealed> = {
      "two fields swapped": {
        ...seal,
        fields: [{ ...name, field: "contact" }, { ...contact, field: "identity" }, named("remarks")],
      },
      "a field taken away": { ...seal, fields: [name] },
      "a field under another name": { ...seal, fields: [{ ...name, field: "remarks" }] },
      "a field cut short": {
        ...seal,
        fields: seal.fields.map((each) => ({ ...each, ciphertext: each.ciphertext.slice(0, 8) })),
      },
      "the fields of another source": { ...seal, fields: foreign.fields },
      "the key of another source": { ...foreign, fields: seal.fields },
      "the key said to be of another version": { ...seal, keyVersion: 2 },
    };
    const keys = new Map([...serverKeys(), [2, serverKeys().get(1) ?? new Uint8Array(32)] as const]);
    for (const [how, each] of Object.entries(tampered))
      expect([how, openIdentity(one.sourceId, each, keys)]).toEqual([how, { ok: false, why: "seal_broken" }]);
    expect(openIdentity(newId(), seal, keys)).toEqual({ ok: false, why: "seal_broken" });
  });

  it("makes rows swapped in the database a refusal that is put on the trail, and shows nothing", async () => {
    const reporter = await person("reporter");
    const [one, other] = [await sealed(reporter), await sealed(reporter)];
    const [foreign] = (await sealOf(one.sourceId)).fields;
    if (!foreign) throw new Error("no field");
    await database()
      .update(sealedFields)
      .set({ nonce: foreign.nonce, ciphertext: foreign.ciphertext })
      .where(and(eq(sealedFields.sourceId, other.sourceId), eq(sealedFields.field, foreign.field)));
    expect(await read(reporter, other.sourceId)).toEqual({ ok: false, why: "seal_broken" });
    expect(await readings(other.sourceId)).toEqual([]);
    const [line] = await database().execute<{ note: string }>(
      sql`select note from desk_events where subject = ${other.sourceId} and kind = 'name_not_shown' and refused`,
    );
    expect(line?.note).toBe("seal_broken");
  });

  it("never uses a data key or a nonce twice", () => {
    const seals = Array.from({ length: 50 }, () => sealIdentity(newId(), identity, 1, serverKeys()));
    const nonces = seals.flatMap((seal) =>
      seal.ok
        ? [
            String(seal.value.wrapNonce),
            ...seal.value.fields.map((each) => `${each.nonce} ${each.ciphertext}`),
          ]
        : [],
    );
    expect(new Set(nonces).size).toBe(200);
  });

  it("refuses to seal where there is no key", () => {
    expect(sealIdentity(newId(), identity, 1, new Map())).toEqual({ ok: false, why: "key_missing" });
  });
});

describe("an account that is closed", () => {
  it("reads nothing from the next request on, though its grant still runs", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { sourceId } = await sealed(reporter);
    await grantSeal(reporter, { sourceId, userId: editor.id, days: 7 });
    await database().update(users).set({ deactivatedAt: sql`now()` }).where(eq(users.id, editor.id));
    expect(await read(editor, sourceId)).toEqual({ ok: false, why: "not_signed_in" });
    expect(await readings(sourceId)).toEqual([]);
  });

  it("and a role is neither what opens a name nor what closes it", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { sourceId } = await sealed(reporter);
    await grantSeal(reporter, { sourceId, userId: editor.id, days: 7 });
    expect(await read({ ...editor, role: "reporter" }, sourceId)).toMatchObject({ ok: true });
    expect(await read({ ...(await person("reporter")), role: "admin" }, sourceId)).toEqual({
      ok: false,
      why: "not_granted",
    });
  });
});

describe("an erased identity", () => {
  it("stays erased when a backup brings it back, and a name sealed afterwards stays", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    const backup = await sealOf(sourceId);
    const [row] = await database()
      .select()
      .from(sealedIdentities)
      .where(eq(sealedIdentities.sourceId, sourceId));
    if (!row) throw new Error("no seal");
    expect(await destroySeal(reporter, sourceId, rememberErasure)).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, "erasures.jsonl"), "utf8")).toContain(sourceId);
    // What a restore of a backup from before the erasure comes to: the seal is there, the erasure is unknown.
    await database().execute(sql`alter table erased_identities disable trigger all`);
    await database().delete(erasedIdentities);
    await database().execute(sql`alter table erased_identities enable trigger all`);
    await database().insert(sealedIdentities).values(row);
    await database()
      .insert(sealedFields)
      .values(backup.fields.map((field) => ({ ...field, sourceId })));
    expect(await read(reporter, sourceId)).toMatchObject({ ok: true });
    await replayErasures();
    expect(await read(reporter, sourceId)).toEqual({ ok: false, why: "not_found" });
    expect(await database().select().from(sealedFields).where(eq(sealedFields.sourceId, sourceId))).toEqual(
      [],
    );
    const again = await keepSeal(reporter, sourceId, (version) =>
      sealIdentity(sourceId, identity, version, serverKeys(version)),
    );
    expect(again).toMatchObject({ ok: true });
    await replayErasures();
    expect(await read(reporter, sourceId)).toMatchObject({ ok: true });
  });

  it("is not erased where the list cannot be written, so that nothing is said to be gone for good that is not", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    const attempt = destroySeal(reporter, sourceId, () => {
      throw new Error("the disk is full");
    });
    await expect(attempt).rejects.toThrow("the disk is full");
    expect(await read(reporter, sourceId)).toMatchObject({ ok: true });
  });

  it("is written to the list by the next start where only the database knows of it", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    await destroySeal(reporter, sourceId, noList);
    await replayErasures();
    expect(readFileSync(join(folder, "erasures.jsonl"), "utf8")).toContain(sourceId);
  });

  it("stays on the list: the app can neither change nor delete it", async () => {
    await expect(database().delete(erasedIdentities)).rejects.toThrow();
  });
});

describe("turning keys over", () => {
  it("fails no reading and misses no seal that is made meanwhile", async () => {
    const reporter = await person("reporter");
    const seals = [];
    for (let made = 0; made < 12; made += 1) seals.push((await sealed(reporter)).sourceId);
    const said: string[] = [];
    let going = true;
    const answers: unknown[] = [];
    const reading = (async () => {
      for (let at = 0; going; at += 1) answers.push(await read(reporter, seals[at % seals.length] ?? ""));
    })();
    const sealing = (async () => {
      while (going) seals.push((await sealed(reporter)).sourceId);
    })();
    const rotated = await rotateSourceKeys((line) => said.push(line));
    going = false;
    await Promise.all([reading, sealing]);
    expect(rotated).toMatchObject({ version: 2, failed: 0 });
    expect(answers.length).toBeGreaterThan(3);
    expect(answers.filter((each) => !(each as { ok: boolean }).ok)).toEqual([]);
    expect([...(await keysInUse()).used.keys()]).toEqual([2]);
    expect(said.join(" ")).toMatch(/Made key 2 .* Key 2 is in force.* 0 could not be/);
    // The older key opens nothing any more, and the newer one alone opens all.
    const older = () => new Map([...serverKeys()].filter(([version]) => version === 1));
    const newer = () => new Map([...serverKeys(2)].filter(([version]) => version === 2));
    expect(await read(reporter, seals[0] ?? "", older)).toEqual({ ok: false, why: "key_missing" });
    expect(await read(reporter, seals[0] ?? "", newer)).toEqual(ok({ identity }));
  });

  it("goes on where it was cut off, and makes no further key for that", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    // Cut off after the key was made and put in force, with nothing wrapped under it yet.
    const third = new Uint8Array(32).fill(3);
    const kept = JSON.parse(readFileSync(secretsFile, "utf8")) as Record<string, string>;
    kept.SOURCE_KEYS = `${kept.SOURCE_KEYS},3:${Buffer.from(third).toString("base64")}`;
    writeFileSync(secretsFile, JSON.stringify(kept));
    await putKeyInForce(3, checkOf(3, third));
    expect(await read(reporter, sourceId)).toMatchObject({ ok: true });
    expect(await rotateSourceKeys(noList)).toMatchObject({ version: 3, failed: 0 });
    expect((await sealOf(sourceId)).keyVersion).toBe(3);
    expect(await rotateSourceKeys(noList)).toMatchObject({ version: 4, failed: 0 });
    expect((await sealOf(sourceId)).keyVersion).toBe(4);
  });

  it("counts what it cannot wrap, leaves it as it is, and goes on with the rest", async () => {
    const reporter = await person("reporter");
    const [good, bad] = [await sealed(reporter), await sealed(reporter)];
    await database()
      .update(sealedIdentities)
      .set({ wrapNonce: new Uint8Array(12) })
      .where(eq(sealedIdentities.sourceId, bad.sourceId));
    const keys = new Map([...serverKeys(4), [9, new Uint8Array(32).fill(9)] as const]);
    const { turned, failed } = await turnKeysOver(9, (id, seal) => rewrap(id, seal, 9, keys));
    expect(failed).toBe(1);
    expect(turned).toBeGreaterThan(0);
    expect((await sealOf(good.sourceId)).keyVersion).toBe(9);
    expect((await sealOf(bad.sourceId)).keyVersion).toBe(4);
    await turnKeysOver(4, (id, seal) => rewrap(id, seal, 4, keys));
    await destroySeal(reporter, bad.sourceId, noList);
  });
});

describe("a start with keys that do not belong to the database", () => {
  const wrong = async (set: () => Promise<unknown>) => {
    const before = await database().select().from(sourceKeys);
    await set();
    const answer = await fitSourceKeys().then(
      () => "starts",
      (error: unknown) => (error instanceof Error ? error.message : ""),
    );
    await database().delete(sourceKeys);
    await database().insert(sourceKeys).values(before);
    return answer;
  };

  it("is refused in one line where a key is another one", async () => {
    const { sourceId } = await sealed(await person("reporter"));
    const { keyVersion } = await sealOf(sourceId);
    const other = checkOf(keyVersion, new Uint8Array(32).fill(77));
    const answer = await wrong(() =>
      database().update(sourceKeys).set({ check: other }).where(eq(sourceKeys.version, keyVersion)),
    );
    expect(answer).toMatch(/^SOURCE_KEYS: key \d+ is not the one under which \d+ sealed identities .*\.$/);
  });

  it("is refused where the database is from before checks were kept and no seal opens", async () => {
    const { sourceId } = await sealed(await person("reporter"));
    const { keyVersion } = await sealOf(sourceId);
    const seals = await database().select().from(sealedIdentities);
    const answer = await wrong(async () => {
      await database().delete(sourceKeys);
      await database()
        .update(sealedIdentities)
        .set({ wrapNonce: new Uint8Array(12) });
    });
    for (const seal of seals)
      await database().update(sealedIdentities).set(seal).where(eq(sealedIdentities.sourceId, seal.sourceId));
    expect(answer).toContain(`key ${keyVersion} is not the one`);
  });

  it("is refused where a key is missing", async () => {
    const { sourceId } = await sealed(await person("reporter"));
    const before = await sealOf(sourceId);
    const set = (keyVersion: number) =>
      database().update(sealedIdentities).set({ keyVersion }).where(eq(sealedIdentities.sourceId, sourceId));
    const answer = await wrong(() => set(41));
    await set(before.keyVersion);
    expect(answer).toMatch(/^SOURCE_KEYS: key 41 is missing, and 1 sealed identity/);
  });

  it("goes through where the keys fit, and where an older database has no checks yet", async () => {
    await sealed(await person("reporter"));
    expect(await wrong(async () => undefined)).toBe("starts");
    expect(await wrong(() => database().delete(sourceKeys))).toBe("starts");
    expect(environment().secretsFile).toBe(secretsFile);
  });
});
