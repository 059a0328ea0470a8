import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { openIdentity, rewrap, type Sealed, sealIdentity } from "@/server/sealing";
import { database } from "./client";
import { sourceForDesk } from "./queries/desk/sources";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { attestations, occasions, quotes, reveals, sealedIdentities, sources } from "./schema/sources";
import { stories } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { destroySeal, grantSeal, keepSeal, revealSeal, revokeGrant, turnKeysOver } from "./write-seals";
import { attest, changeOccasion, saveSource } from "./write-sources";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

const keys = new Map([[1, new Uint8Array(32).fill(7)]]);
const moreKeys = new Map([...keys, [2, new Uint8Array(32).fill(9)] as const]);
const identity = "CANARY Ottilie Fensbjerg, under-secretary";

const entryOf = (id: string, part: Partial<Parameters<typeof saveSource>[1]> = {}) => ({
  id,
  kind: "person" as const,
  name: "Harbour official A",
  formerNames: [],
  role: "",
  organisation: "",
  unnamed: true,
  publicDescription: "A senior official",
  unnamedReason: "They were not authorised to speak",
  credibility: "They sat at the table",
  ...part,
});

async function unnamedSource(by: Actor) {
  return quoteOnRecord(by, "close, but not signed", {
    unnamed: true,
    description: "A senior official",
    reason: "They were not authorised to speak",
    groundRule: "background",
  });
}
const inSession = (actor: Actor) => ({ ...actor, sessionId: newId() });

async function sealed(by: Actor) {
  const { sourceId, quoteId } = await unnamedSource(by);
  const made = sealIdentity(sourceId, identity, keys);
  if (!made.ok) throw new Error(made.why);
  expect(await keepSeal(by, sourceId, made.value)).toMatchObject({ ok: true });
  return { sourceId, quoteId };
}
const read = (actor: Actor, sourceId: string, with_: ReadonlyMap<number, Uint8Array> = keys) =>
  revealSeal(inSession(actor), { sourceId, why: "To check the name" }, (id, seal) =>
    openIdentity(id, seal, with_),
  );
const readings = (sourceId: string) =>
  database().select().from(reveals).where(eq(reveals.sourceId, sourceId));
const sealOf = async (sourceId: string): Promise<Sealed> => {
  const [row] = await database()
    .select()
    .from(sealedIdentities)
    .where(eq(sealedIdentities.sourceId, sourceId));
  if (!row) throw new Error("no seal");
  return row;
};

describe("vouching for an unnamed source", () => {
  it("takes an editor who did not bring it in, and is told to every story that shows it", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { sourceId } = await unnamedSource(reporter);
    const given = { sourceId, how: "told_in_person" as const };
    expect(await attest(reporter, given)).toEqual({ ok: false, why: "editors_only" });
    expect(await attest(editor, given)).toEqual({ ok: true, value: { attestedBy: [editor.id] } });
    expect(await attest(editor, given)).toEqual({ ok: false, why: "already_there" });
    expect(await attest(await person("editor"), { sourceId, how: "read_the_sealed_name" })).toEqual({
      ok: false,
      why: "not_granted",
    });
  });

  it("is as well for a named source that spoke on background, and for no other named one", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { sourceId: open } = await quoteOnRecord(reporter, "Said in the open");
    const { sourceId: guarded } = await quoteOnRecord(reporter, "Said in confidence", {
      groundRule: "background",
    });
    expect(await attest(editor, { sourceId: open, how: "told_in_person" })).toEqual({
      ok: false,
      why: "not_unnamed",
    });
    expect(await attest(editor, { sourceId: guarded, how: "told_in_person" })).toMatchObject({ ok: true });
  });

  it("is not for the editor who brought it in, nor for one who recorded its words", async () => {
    const [bringer, recorder] = [await person("editor"), await person("editor")];
    const { sourceId, quoteId } = await unnamedSource(bringer);
    await database().update(quotes).set({ recordedBy: recorder.id }).where(eq(quotes.id, quoteId));
    const given = { sourceId, how: "told_in_person" as const };
    expect(await attest(bringer, given)).toEqual({ ok: false, why: "own_source" });
    expect(await attest(recorder, given)).toEqual({ ok: false, why: "own_source" });
  });

  it("stays: a statement is never changed or deleted", async () => {
    const editor = await person("editor");
    const { sourceId } = await unnamedSource(await person("reporter"));
    await attest(editor, { sourceId, how: "told_in_person" });
    await expect(
      database().delete(attestations).where(eq(attestations.sourceId, sourceId)),
    ).rejects.toThrow();
  });
});

describe("a sealed name", () => {
  it("is read by the person who sealed it, with the reading in the log", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    expect(await read(reporter, sourceId)).toEqual({ ok: true, value: { identity } });
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
        const answer = openIdentity(id, seal, keys);
        if (answer.ok) opened = answer.value;
        return answer;
      },
    );
    await expect(attempt).rejects.toThrow();
    expect(opened).toBe(identity);
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
    expect(await destroySeal(await person("admin"), sourceId)).toEqual({ ok: false, why: "not_granted" });
    expect(await destroySeal(reporter, sourceId)).toMatchObject({ ok: true });
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
    const hidden = [identity, "CANARY", "Fensbjerg"];
    for (const word of hidden) {
      expect(seen).not.toContain(word);
      // Bytes are shown in hexadecimal.
      expect(seen).not.toContain(Buffer.from(word).toString("hex"));
    }
  });
});

describe("the encryption of a name", () => {
  it("detects every single changed byte, and a seal moved to another source", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    const seal = await sealOf(sourceId);
    for (const part of ["wrappedKey", "wrapNonce", "nonce", "ciphertext"] as const) {
      for (let at = 0; at < seal[part].length; at += 1) {
        const bytes = Uint8Array.from(seal[part]);
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        expect(openIdentity(sourceId, { ...seal, [part]: bytes }, keys)).toEqual({
          ok: false,
          why: "seal_broken",
        });
      }
    }
    expect(openIdentity(newId(), seal, keys)).toEqual({ ok: false, why: "seal_broken" });
    const truncated = { ...seal, ciphertext: seal.ciphertext.slice(0, 8) };
    expect(openIdentity(sourceId, truncated, keys)).toEqual({ ok: false, why: "seal_broken" });
  });

  it("makes a tampered row a refusal that is put on the trail, and shows nothing", async () => {
    const reporter = await person("reporter");
    const [one, other] = [await sealed(reporter), await sealed(reporter)];
    await database()
      .update(sealedIdentities)
      .set(await sealOf(one.sourceId).then(({ ciphertext, nonce }) => ({ ciphertext, nonce })))
      .where(eq(sealedIdentities.sourceId, other.sourceId));
    expect(await read(reporter, other.sourceId)).toEqual({ ok: false, why: "seal_broken" });
    expect(await readings(other.sourceId)).toEqual([]);
  });

  it("never uses a data key or a nonce twice", () => {
    const seals = Array.from({ length: 50 }, () => sealIdentity(newId(), identity, keys));
    const nonces = seals.flatMap((seal) =>
      seal.ok ? [String(seal.value.nonce), String(seal.value.wrapNonce), String(seal.value.ciphertext)] : [],
    );
    expect(new Set(nonces).size).toBe(150);
  });

  it("turns keys over without a failed reading, and then needs the old one no more", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await sealed(reporter);
    expect(await turnKeysOver(2, (id, seal) => rewrap(id, seal, moreKeys))).toMatchObject({ failed: 0 });
    expect((await sealOf(sourceId)).keyVersion).toBe(2);
    expect(await read(reporter, sourceId, moreKeys)).toMatchObject({ ok: true });
    const newOnly = new Map([...moreKeys].filter(([version]) => version === 2));
    expect(await read(reporter, sourceId, newOnly)).toMatchObject({ ok: true, value: { identity } });
    expect(await read(reporter, sourceId, keys)).toEqual({ ok: false, why: "key_missing" });
  });

  it("refuses to seal where there is no key", () => {
    expect(sealIdentity(newId(), identity, new Map())).toEqual({ ok: false, why: "key_missing" });
  });
});

describe("changing a source", () => {
  async function approvedStory(reporter: Actor, quoteId: string) {
    const editor = await person("editor");
    const { id: sectionId } = await section();
    const { id } = await createStory(reporter);
    const words = wordsWith({
      headline: `Story ${id}`,
      sectionId,
      body: bodyOf(["She said: ", { words: "“The wall was promised to us.”", quoteId }]),
    });
    await saveText(reporter, { storyId: id, base: 1, key: newId(), kind: "autosave", name: "", words });
    await moveStory(reporter, { id }, "send");
    expect(await moveStory(editor, { id, revision: 2 }, "approve")).toMatchObject({ ok: true });
    return id;
  }
  const stage = async (id: string) =>
    (await database().select({ stage: stories.stage }).from(stories).where(eq(stories.id, id)))[0]?.stage;

  it("takes the approval back from a story that shows it; its former names do not", async () => {
    const reporter = await person("reporter");
    const { quoteId, sourceId, name } = await quoteOnRecord(reporter, "The wall was promised to us");
    const story = await approvedStory(reporter, quoteId);
    const entry = entryOf(sourceId, {
      name,
      unnamed: false,
      publicDescription: "",
      unnamedReason: "",
      credibility: "",
    });
    expect(await saveSource(reporter, { ...entry, formerNames: ["M. Berg"] })).toMatchObject({ ok: true });
    expect(await stage(story)).toBe("approved");
    expect(await saveSource(await person("reporter"), { ...entry, role: "Mayor" })).toMatchObject({
      ok: true,
    });
    expect(await stage(story)).toBe("in_review");
  });

  it("takes the page of a source away once it is no longer named", async () => {
    const reporter = await person("reporter");
    const { sourceId } = await quoteOnRecord(reporter, "The wall was promised");
    await database().update(sources).set({ slug: "m-berg" }).where(eq(sources.id, sourceId));
    expect(await saveSource(reporter, entryOf(sourceId, { formerNames: ["M. Berg"] }))).toMatchObject({
      ok: true,
    });
    const [row] = await database().select().from(sources).where(eq(sources.id, sourceId));
    expect(row).toMatchObject({ unnamed: true, slug: null, formerNames: [] });
  });

  it("is refused to those who did not bring an unnamed one in", async () => {
    const { sourceId } = await unnamedSource(await person("reporter"));
    expect(await saveSource(await person("reporter"), entryOf(sourceId))).toEqual({
      ok: false,
      why: "not_your_source",
    });
  });

  it("or of an occasion's ground rule changes what holds for its quotes, and takes approvals back", async () => {
    const reporter = await person("reporter");
    const { quoteId } = await quoteOnRecord(reporter, "The wall was promised to us");
    const story = await approvedStory(reporter, quoteId);
    const [quote] = await database().select().from(quotes).where(eq(quotes.id, quoteId));
    const [occasion] = await database()
      .select()
      .from(occasions)
      .where(eq(occasions.id, quote?.occasionId ?? ""));
    if (!occasion) throw new Error("no occasion");
    const change = { ...occasion, groundRule: "off_record" as const };
    expect(await changeOccasion(await person("reporter"), change)).toEqual({
      ok: false,
      why: "not_your_quote",
    });
    expect(await changeOccasion(reporter, change)).toMatchObject({ ok: true });
    expect(await stage(story)).toBe("in_review");
  });
});
