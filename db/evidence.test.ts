import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import type { EvidenceFile } from "@/domain/quote-record";
import type { QuoteEntry } from "@/domain/quote-rules";
import { answerFile } from "@/server/answer-file";
import { copyForReaders, keepEvidence, removeFromDesk, removeFromReaders } from "@/server/evidence";
import { database } from "./client";
import { publishStory, withdrawStory } from "./publish";
import { evidenceFileFor, evidenceFilesOnHand } from "./queries/desk/evidence";
import { documentsShown, publishedDocument } from "./queries/site/documents";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { deskEvents } from "./schema/people";
import { evidenceFiles, quotes } from "./schema/sources";
import { stories, storyAuthors } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, section, wordsWith } from "./testing/people";
import { entryWith as anyEntryWith, notes } from "./testing/quotes";
import { telltaleJpeg } from "./testing/telltale-pictures";
import { clearUnnamedFiles, publishDocument, withdrawDocument } from "./write-evidence";
import { saveQuote, verifyQuote } from "./write-quotes";
import { createStory, moveStory } from "./write-story";

const folder = mkdtempSync(join(tmpdir(), "verbatim-evidence-"));
process.env.VERBATIM_DATA = folder;
useOwnDatabase();

let reporter: Actor;
let colleague: Actor;
let editor: Actor;
beforeAll(async () => {
  reporter = await person("reporter");
  colleague = await person("reporter");
  editor = await person("editor");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (text: string) => new TextEncoder().encode(text);
const sound = `OggS${"0123456789".repeat(20)}`;
const stream = (...pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(to) {
      for (const piece of pieces) to.enqueue(piece);
      to.close();
    },
  });

async function kept(by: Actor, bytes: Uint8Array, title = "Interview"): Promise<EvidenceFile> {
  const file = await keepEvidence(by, title, stream(bytes));
  if (!file.ok) throw new Error(file.why);
  return file.value;
}

/** A quote that rests on a file, or on notes. */
const entryWith = (file: EvidenceFile | null, given: Partial<QuoteEntry> = {}): QuoteEntry =>
  anyEntryWith({
    verbatim: "The wall will not hold another winter",
    evidence: [
      file
        ? {
            kind: file.kind,
            text: "",
            href: "",
            startsAt: file.kind === "recording" ? 12 : null,
            page: file.kind === "document" ? "2" : "",
            fileId: file.id,
          }
        : { ...notes("Notebook"), fileId: null },
    ],
    ...given,
  });

const ask = (who: Actor | null, name: string, headers: Record<string, string> = {}) =>
  answerFile("evidence", name, new Request("http://paper.example/", { headers }), async (asked) =>
    who ? evidenceFileFor(who, asked) : null,
  );

describe("taking evidence in", () => {
  it("knows a file by its bytes, keeps all of it, and holds what is no evidence back", async () => {
    const file = await kept(reporter, bytesOf(sound));
    expect(file).toMatchObject({
      kind: "recording",
      type: "audio/ogg",
      title: "Interview",
      publicName: null,
    });
    expect(await (await ask(reporter, file.name)).text()).toBe(sound);
    for (const [bytes, why] of [
      [bytesOf("<!DOCTYPE html><script>alert(1)</script>"), "evidence_unreadable"],
      [bytesOf("<svg xmlns='http://www.w3.org/2000/svg'/>"), "picture_svg"],
      [bytesOf("OggS"), "evidence_unreadable"],
      [new Uint8Array(), "evidence_unreadable"],
    ] as const)
      expect(await keepEvidence(reporter, "x", stream(bytes))).toEqual({ ok: false, why });
  });

  it("puts together what arrives in pieces of a few bytes, and stops a document that is too long", async () => {
    const pieces = [...bytesOf(sound)].map((byte) => Uint8Array.of(byte));
    const file = await keepEvidence(reporter, "Small pieces", stream(...pieces));
    expect(file.ok && (await (await ask(reporter, file.value.name)).text())).toBe(sound);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(to) {
        sent += 1;
        to.enqueue(sent === 1 ? bytesOf(`%PDF-1.7${" ".repeat(20)}`) : new Uint8Array(1024 * 1024));
      },
    });
    expect(await keepEvidence(reporter, "Endless", endless)).toEqual({ ok: false, why: "evidence_too_big" });
    expect(sent).toBeLessThan(60);
  });

  it("writes a picture anew, with nothing left of camera or place", async () => {
    const file = await kept(reporter, await telltaleJpeg());
    expect(file).toMatchObject({ kind: "document", type: "image/jpeg" });
    const bytes = new Uint8Array(await (await ask(reporter, file.name)).arrayBuffer());
    expect(new TextDecoder("latin1").decode(bytes)).not.toMatch(/CANARY|Exif|GPS/);
  });
});

describe("handing evidence out", () => {
  it("asks for every part of it anew, and answers exactly that part", async () => {
    const file = await kept(reporter, bytesOf(sound));
    const part = await ask(reporter, file.name, { range: "bytes=4-13" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 4-13/${sound.length}`);
    expect(part.headers.get("content-length")).toBe("10");
    expect(part.headers.get("x-content-type-options")).toBe("nosniff");
    expect(part.headers.get("cache-control")).toContain("no-store");
    expect(part.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await part.text()).toBe("0123456789");
    expect((await ask(reporter, file.name, { range: "bytes=9999-" })).status).toBe(416);
    for (const range of ["bytes=0-1", "bytes=9999-", ""])
      for (const who of [colleague, null])
        expect((await ask(who, file.name, range ? { range } : {})).status).toBe(404);
  });

  it("goes with the quote and its stories, not with print", async () => {
    const file = await kept(reporter, bytesOf(sound));
    expect((await ask(colleague, file.name)).status).toBe(404);
    expect((await ask(editor, file.name)).status).toBe(200);
    const entry = entryWith(file);
    expect(await saveQuote(colleague, entryWith(file))).toEqual({ ok: false, why: "not_found" });
    expect(await saveQuote(reporter, entry)).toMatchObject({
      ok: true,
      value: { evidence: [{ fileId: file.id, startsAt: 12, file: { name: file.name } }] },
    });
    expect((await ask(colleague, file.name)).status).toBe(404);
    const { id } = await createStory(reporter);
    const words = wordsWith({ body: bodyOf([{ words: "“The wall will not hold”", quoteId: entry.id }]) });
    await saveText(reporter, { storyId: id, base: 1, key: newId(), kind: "named", name: "", words });
    expect((await ask(colleague, file.name)).status).toBe(404);
    await database().insert(storyAuthors).values({ storyId: id, userId: colleague.id, position: 1 });
    expect((await ask(colleague, file.name)).status).toBe(200);
  });

  it.each(["../secrets.json", "x.ogg", "", `${"a".repeat(32)}.ogg/..`])(
    "makes no path of %j",
    async (name) => {
      expect((await ask(editor, name)).status).toBe(404);
    },
  );
});

describe("the ladder", () => {
  it("falls back to evidenced when the file or its marks are changed", async () => {
    const file = await kept(reporter, bytesOf(sound));
    const entry = entryWith(file);
    const again = {
      source: { id: "new" in entry.source ? entry.source.new.id : "" },
      occasion: { id: "new" in entry.occasion ? entry.occasion.new.id : "" },
    };
    const [piece] = entry.evidence;
    if (!piece) throw new Error("no evidence");
    await saveQuote(reporter, entry);
    const stands = async () =>
      (await database().select().from(quotes).where(eq(quotes.id, entry.id)))[0]?.verification;
    const check = () => verifyQuote(editor, { id: entry.id, step: "checked", against: "the recording" });
    for (const change of [
      { startsAt: 13 },
      { endsAt: 20 },
      { fileId: (await kept(reporter, bytesOf(sound))).id },
    ]) {
      expect(await check()).toMatchObject({ ok: true });
      expect(await stands()).toBe("checked");
      expect(
        await saveQuote(reporter, { ...entry, ...again, evidence: [{ ...piece, ...change }] }),
      ).toMatchObject({
        ok: true,
      });
      expect(await stands()).toBe("evidenced");
    }
    expect(await verifyQuote(reporter, { id: entry.id, step: "checked", against: "x" })).toEqual({
      ok: false,
      why: "own_quote",
    });
  });
});

describe("a document before readers", () => {
  async function live(entry: QuoteEntry): Promise<string> {
    expect(await saveQuote(reporter, entry)).toMatchObject({ ok: true });
    const { id } = await createStory(reporter);
    const at = await section();
    const words = wordsWith({
      sectionId: at.id,
      body: bodyOf([{ words: "“The wall will not hold another winter”", quoteId: entry.id }, " he said."]),
    });
    const saved = await saveText(reporter, {
      storyId: id,
      base: 1,
      key: newId(),
      kind: "named",
      name: "",
      words,
    });
    if (!saved.ok) throw new Error(saved.why.why);
    for (const [who, move] of [
      [reporter, "send"],
      [editor, "approve"],
    ] as const) {
      const moved = await moveStory(who, { id }, move);
      if (!moved.ok) throw new Error(moved.why);
    }
    const out = await publishStory(editor, { id });
    if (!out.ok) throw new Error(out.why);
    return id;
  }
  const read = (name: string) =>
    answerFile("documents", name, new Request("http://paper.example/"), publishedDocument);
  const pdf = bytesOf(`%PDF-1.7 ${"x".repeat(200)}`);

  it("is published by an editor alone, found beside its quotation, and gone at once when it is withdrawn", async () => {
    const file = await kept(reporter, pdf, "The survey");
    const storyId = await live(entryWith(file));
    expect(await documentsShown(storyId)).toEqual([]);
    expect(await publishDocument(reporter, file.id, copyForReaders)).toEqual({
      ok: false,
      why: "editors_only",
    });
    expect(await publishDocument(editor, file.id, copyForReaders)).toMatchObject({ ok: true });
    expect(await publishDocument(editor, file.id, copyForReaders)).toEqual({
      ok: false,
      why: "already_there",
    });
    const [shown] = await documentsShown(storyId);
    if (!shown) throw new Error("not shown");
    expect(shown).toMatchObject({ number: 1, title: "The survey", page: "2" });
    expect(shown.name).not.toBe(file.name);
    expect((await read(shown.name)).status).toBe(200);
    expect((await read(file.name)).status).toBe(404);
    expect(await withdrawDocument(reporter, file.id)).toEqual({ ok: false, why: "editors_only" });
    const gone = await withdrawDocument(editor, file.id);
    if (!gone.ok) throw new Error(gone.why);
    expect((await read(shown.name)).status).toBe(404);
    expect(await documentsShown(storyId)).toEqual([]);
    await removeFromReaders(gone.value.name);
    expect((await ask(editor, file.name)).status).toBe(200);
  });

  it("goes with its story: a withdrawn story shows none of its documents", async () => {
    const file = await kept(reporter, pdf);
    await saveQuote(reporter, entryWith(file));
    const storyId = await live(entryWith(file));
    await publishDocument(editor, file.id, copyForReaders);
    const [shown] = await documentsShown(storyId);
    expect((await read(shown?.name ?? "")).status).toBe(200);
    await withdrawStory(editor, storyId, { note: "wrong", readersNote: "" });
    expect((await read(shown?.name ?? "")).status).toBe(404);
  });

  it("is not put beside a live story whose change is under embargo", async () => {
    const file = await kept(reporter, pdf);
    const storyId = await live(entryWith(file));
    const until = (moment: Date | null) =>
      database().update(stories).set({ embargoUntil: moment }).where(eq(stories.id, storyId));
    await until(new Date(Date.now() + 3_600_000));
    expect(await publishDocument(editor, file.id, copyForReaders)).toEqual({ ok: false, why: "embargoed" });
    await until(null);
    expect(await publishDocument(editor, file.id, copyForReaders)).toMatchObject({ ok: true });
  });

  it("is refused where it could point at somebody whom readers are not told, and of recordings", async () => {
    const file = await kept(reporter, pdf);
    await saveQuote(reporter, entryWith(file));
    const background = entryWith(file, {
      occasion: {
        new: {
          id: newId(),
          kind: "interview",
          channel: null,
          saidOn: null,
          place: "",
          groundRule: "background",
        },
      },
    });
    await saveQuote(reporter, background);
    expect(await publishDocument(editor, file.id, copyForReaders)).toEqual({
      ok: false,
      why: "document_withheld",
    });
    const recording = await kept(reporter, bytesOf(sound));
    await saveQuote(reporter, entryWith(recording));
    expect(await publishDocument(editor, recording.id, copyForReaders)).toEqual({
      ok: false,
      why: "not_found",
    });
  });
});

describe("a file that no evidence names", () => {
  /** The same as if the worker had found it so that many days ago. */
  const foundAgo = (id: string, days: number) =>
    database()
      .update(evidenceFiles)
      .set({ unnamedSince: sql`now() - make_interval(days => ${days})` })
      .where(eq(evidenceFiles.id, id));
  const clear = () => clearUnnamedFiles(removeFromDesk);
  const rowOf = async (id: string) =>
    (await database().select().from(evidenceFiles).where(eq(evidenceFiles.id, id)))[0];

  it("is cleared away, bytes and row, once it has been so for a month", async () => {
    const file = await kept(reporter, bytesOf(sound));
    await clear();
    expect((await rowOf(file.id))?.unnamedSince).toBeInstanceOf(Date);
    expect((await ask(reporter, file.name)).status).toBe(200);
    await foundAgo(file.id, 29);
    await clear();
    expect((await ask(reporter, file.name)).status).toBe(200);
    await foundAgo(file.id, 31);
    expect(await clear()).toBe(1);
    expect(await rowOf(file.id)).toBeUndefined();
    expect(existsSync(join(folder, "evidence", file.name))).toBe(false);
    const told = await database().select().from(deskEvents).where(eq(deskEvents.subject, file.id));
    expect(told.map((each) => each.kind)).toEqual(["evidence_added", "evidence_cleared"]);
  });

  it("stays when it is named after all, and its month begins anew when it is let go", async () => {
    const file = await kept(reporter, bytesOf(sound));
    await foundAgo(file.id, 31);
    const entry = entryWith(file);
    const saved = await saveQuote(reporter, entry);
    if (!saved.ok) throw new Error(saved.why);
    expect(await clear()).toBe(0);
    expect((await rowOf(file.id))?.unnamedSince).toBeNull();
    await saveQuote(reporter, {
      ...entry,
      source: { id: saved.value.source.id },
      occasion: { id: saved.value.occasion?.id ?? "" },
      evidence: [],
    });
    expect(await clear()).toBe(0);
    expect((await rowOf(file.id))?.unnamedSince?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it("stays with its row when its bytes cannot be removed, and goes the next time", async () => {
    const file = await kept(reporter, bytesOf(sound));
    await foundAgo(file.id, 31);
    await expect(clearUnnamedFiles(() => Promise.reject(new Error("no answer")))).rejects.toThrow(
      "no answer",
    );
    expect(await rowOf(file.id)).toBeDefined();
    expect(await clear()).toBe(1);
  });

  it("stays while readers can open a copy of it", async () => {
    const file = await kept(reporter, bytesOf("%PDF-1.7 of two pages"));
    await foundAgo(file.id, 31);
    await database()
      .update(evidenceFiles)
      .set({ publicName: file.name })
      .where(eq(evidenceFiles.id, file.id));
    expect(await clear()).toBe(0);
    expect(await rowOf(file.id)).toBeDefined();
  });
});

describe("files on hand", () => {
  it("are those a person may have, the speaker's own first, and nobody else's", async () => {
    const told = await person("reporter");
    const earlier = await kept(told, bytesOf(sound), "Of the mayor");
    const quoted = await saveQuote(told, entryWith(earlier));
    if (!quoted.ok) throw new Error(quoted.why);
    const latest = await kept(told, bytesOf(sound), "Of nobody yet");
    const titles = async (actor: Actor, source: string | null) =>
      (await evidenceFilesOnHand(actor, source)).map((each) => each.title);
    expect(await titles(told, null)).toEqual(["Of nobody yet", "Of the mayor"]);
    expect(await titles(told, quoted.value.source.id)).toEqual(["Of the mayor", "Of nobody yet"]);
    expect(await titles(await person("reporter"), quoted.value.source.id)).toEqual([]);
    expect((await evidenceFilesOnHand(editor, null))[0]?.id).toBe(latest.id);
  });
});
