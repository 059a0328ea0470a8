import { eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { publishStory } from "./publish";
import { findSources, likelyDuplicates, sourceForDesk } from "./queries/desk/sources";
import { speakerNow } from "./queries/site/quotes";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { deskEvents } from "./schema/people";
import { publicationQuotes } from "./schema/publications";
import { occasions, quotes, sealedIdentities, sourceMerges, sources } from "./schema/sources";
import { stories } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { entryWith, newSource, savedQuote } from "./testing/quotes";
import { mergeSources, undoMerge } from "./write-merges";
import { saveQuote } from "./write-quotes";
import { attest, changeOccasion, saveSource } from "./write-sources";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

async function scene(names: [string, string] = ["", ""]) {
  const [reporter, editor] = [await person("reporter"), await person("editor")];
  const tail = newId().slice(-8);
  const from = await quoteOnRecord(reporter, "The gates will hold", {
    name: names[0] || `Ada Brenn ${tail}`,
  });
  const into = await quoteOnRecord(reporter, "We will see", { name: names[1] || `Dr Ada Brenn ${tail}` });
  return { reporter, editor, from, into };
}
const sourceRow = async (id: string) =>
  (await database().select().from(sources).where(eq(sources.id, id)))[0];
const sourcesOfQuotes = async (...ids: string[]) =>
  (await database().select().from(quotes).where(inArray(quotes.id, ids))).map((each) => each.sourceId);

async function published(reporter: Actor, editor: Actor, quoteId: string, shown: string) {
  const { id: sectionId } = await section();
  const { id } = await createStory(reporter);
  const saved = await saveText(reporter, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "named",
    name: "",
    words: wordsWith({ sectionId, body: bodyOf(["“", { words: shown, quoteId }, "”"]) }),
  });
  if (!saved.ok) throw new Error(saved.why.why);
  await moveStory(reporter, { id, revision: 2 }, "send");
  await moveStory(editor, { id, revision: 2 }, "approve");
  const out = await publishStory(editor, { id });
  if (!out.ok) throw new Error(out.why);
  return id;
}

describe("making two records of a source one", () => {
  it("moves all that it said, with its history, and lets it be found by every name", async () => {
    const { editor, from, into } = await scene();
    expect(await mergeSources(editor, { fromId: from.sourceId, intoId: into.sourceId })).toEqual({
      ok: true,
      value: { id: into.sourceId, purged: null },
    });
    expect(await sourcesOfQuotes(from.quoteId, into.quoteId)).toEqual([into.sourceId, into.sourceId]);
    expect((await sourceRow(into.sourceId))?.formerNames).toEqual([from.name]);
    const found = await findSources(from.name);
    expect(found.map((each) => each.id)).toContain(into.sourceId);
    expect(found.map((each) => each.id)).not.toContain(from.sourceId);
    const page = await sourceForDesk(editor, into.sourceId);
    expect(page?.occasions).toHaveLength(2);
    expect(page?.merges).toMatchObject([{ name: from.name, undoneAt: null }]);
    expect((await sourceForDesk(editor, from.sourceId))?.mergedInto).toBe(into.sourceId);
    const trail = await database().select().from(deskEvents).where(eq(deskEvents.subject, from.sourceId));
    expect(trail.map((each) => `${each.kind} ${each.note}`)).toEqual([`source_merged ${into.sourceId}`]);
  });

  it("is an editor's, once, and not for what was merged before", async () => {
    const { reporter, editor, from, into } = await scene();
    const ids = { fromId: from.sourceId, intoId: into.sourceId };
    expect(await mergeSources(reporter, ids)).toEqual({ ok: false, why: "editors_only" });
    const both = await Promise.all([
      mergeSources(editor, ids),
      mergeSources(editor, { fromId: ids.intoId, intoId: ids.fromId }),
    ]);
    // Two editors who merge both ways round at once do not make the two go into each other.
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(both.filter((each) => !each.ok)).toEqual([{ ok: false, why: "merged_already" }]);
    expect(await mergeSources(editor, { fromId: newId(), intoId: ids.intoId })).toEqual({
      ok: false,
      why: "not_found",
    });
  });

  it("takes a quote that somebody was still writing up under the one that went to the one that stayed", async () => {
    const { reporter, editor, from, into } = await scene();
    const [occasion] = await database().select().from(occasions).where(eq(occasions.sourceId, from.sourceId));
    await mergeSources(editor, { fromId: from.sourceId, intoId: into.sourceId });
    const entry = entryWith({ source: { id: from.sourceId }, occasion: { id: occasion?.id ?? "" } });
    expect(await saveQuote(reporter, entry)).toMatchObject({
      ok: true,
      value: { source: { id: into.sourceId } },
    });
    const { formerNames: _, ...row } = (await sourceForDesk(editor, from.sourceId))?.source ?? {
      formerNames: [],
    };
    expect(
      await saveSource(reporter, {
        ...newSource(),
        ...row,
        id: from.sourceId,
        name: "Other",
        formerNames: [],
      }),
    ).toEqual({ ok: false, why: "merged_already" });
  });

  it("is taken back with every quote of the occasions that were moved", async () => {
    const { reporter, editor, from, into } = await scene();
    const [occasion] = await database().select().from(occasions).where(eq(occasions.sourceId, from.sourceId));
    await mergeSources(editor, { fromId: from.sourceId, intoId: into.sourceId });
    const later = newId();
    const source = { id: into.sourceId };
    await savedQuote(reporter, entryWith({ id: later, source, occasion: { id: occasion?.id ?? "" } }));
    const [merge] = await database()
      .select()
      .from(sourceMerges)
      .where(eq(sourceMerges.fromId, from.sourceId));
    expect(await undoMerge(reporter, merge?.id ?? "")).toEqual({ ok: false, why: "editors_only" });
    expect(await undoMerge(editor, merge?.id ?? "")).toMatchObject({ ok: true });
    expect(await sourcesOfQuotes(from.quoteId, later)).toEqual([from.sourceId, from.sourceId]);
    expect(await sourcesOfQuotes(into.quoteId)).toEqual([into.sourceId]);
    expect((await sourceRow(into.sourceId))?.formerNames).toEqual([]);
    expect((await sourceRow(from.sourceId))?.mergedInto).toBeNull();
    expect(await undoMerge(editor, merge?.id ?? "")).toEqual({ ok: false, why: "already_there" });
  });
});

describe("what readers see of a merge", () => {
  it("leads every address of the speaker to the one page, and back after it was undone", async () => {
    const { reporter, editor, from, into } = await scene();
    const shownFrom = await published(reporter, editor, from.quoteId, "The gates will hold");
    const shownInto = await published(reporter, editor, into.quoteId, "We will see");
    const [old, now] = [(await sourceRow(from.sourceId))?.slug, (await sourceRow(into.sourceId))?.slug];
    const merged = await mergeSources(editor, { fromId: from.sourceId, intoId: into.sourceId });
    expect(merged).toMatchObject({ ok: true });
    expect(merged.ok && merged.value.purged).toBeGreaterThan(0);
    const speakers = async () =>
      (
        await database()
          .select()
          .from(publicationQuotes)
          .where(inArray(publicationQuotes.storyId, [shownFrom, shownInto]))
      )
        .map((each) => each.speakerSlug)
        .sort();
    expect(await speakers()).toEqual([now, now]);
    expect(await speakerNow(old ?? "")).toBe(now);
    // Merged on, the first address still leads there in one step.
    const third = await quoteOnRecord(reporter, "And so on", { name: `A. Brenn ${newId().slice(-6)}` });
    await mergeSources(editor, { fromId: into.sourceId, intoId: third.sourceId });
    const last = (await sourceRow(third.sourceId))?.slug;
    expect(await speakerNow(old ?? "")).toBe(last);
    expect(await speakers()).toEqual([last, last]);
    const merges = await database()
      .select()
      .from(sourceMerges)
      .where(inArray(sourceMerges.fromId, [from.sourceId, into.sourceId]))
      .orderBy(sourceMerges.id);
    // The first is undone after the second: its quotes have gone on.
    expect(await undoMerge(editor, merges[0]?.id ?? "")).toEqual({ ok: false, why: "merged_already" });
    expect(await undoMerge(editor, merges[1]?.id ?? "")).toMatchObject({ ok: true });
    expect(await undoMerge(editor, merges[0]?.id ?? "")).toMatchObject({ ok: true });
    expect(await speakers()).toEqual([old, now].sort());
    expect(await speakerNow(old ?? "")).toBeNull();
  });

  it("takes an approval back", async () => {
    const { reporter, editor, from, into } = await scene();
    const { id: sectionId } = await section();
    const { id } = await createStory(reporter);
    await saveText(reporter, {
      storyId: id,
      base: 1,
      key: newId(),
      kind: "named",
      name: "",
      words: wordsWith({
        sectionId,
        body: bodyOf(["“", { words: "The gates will hold", quoteId: from.quoteId }, "”"]),
      }),
    });
    await moveStory(reporter, { id, revision: 2 }, "send");
    await moveStory(editor, { id, revision: 2 }, "approve");
    await mergeSources(editor, { fromId: from.sourceId, intoId: into.sourceId });
    const [row] = await database().select().from(stories).where(eq(stories.id, id));
    expect(row?.stage).toBe("in_review");
  });
});

describe("what is confidential", () => {
  const unnamed = (by: Actor) =>
    quoteOnRecord(by, "close, but not signed", {
      unnamed: true,
      description: "A senior official",
      reason: "They may not speak",
      groundRule: "background",
    });

  it("is never tied to a name, and never goes out under another's attestation", async () => {
    const { reporter, editor, from } = await scene();
    const [one, other] = [await unnamed(reporter), await unnamed(reporter)];
    const merge = (fromId: string, intoId: string) => mergeSources(editor, { fromId, intoId });
    expect(await merge(one.sourceId, from.sourceId)).toEqual({ ok: false, why: "merge_mixed" });
    expect(await merge(from.sourceId, one.sourceId)).toEqual({ ok: false, why: "merge_mixed" });
    await attest(editor, { sourceId: other.sourceId, how: "told_in_person" });
    expect(await merge(one.sourceId, other.sourceId)).toEqual({ ok: false, why: "merge_unknown" });
    await attest(editor, { sourceId: one.sourceId, how: "told_in_person" });
    expect(await merge(one.sourceId, other.sourceId)).toMatchObject({ ok: true });
    // A pseudonym is no name to be found by.
    expect((await sourceRow(other.sourceId))?.formerNames).toEqual([]);
  });

  it("stays sealed under the record it was sealed for", async () => {
    const { reporter, editor } = await scene();
    const [one, other] = [await unnamed(reporter), await unnamed(reporter)];
    // What is in the seal is of no matter: nothing here opens it.
    const nothing = new Uint8Array(32);
    await database().insert(sealedIdentities).values({
      sourceId: one.sourceId,
      keyVersion: 1,
      wrappedKey: nothing,
      wrapNonce: nothing,
      sealedBy: reporter.id,
    });
    for (const { sourceId } of [one, other]) await attest(editor, { sourceId, how: "told_in_person" });
    expect(await mergeSources(editor, { fromId: one.sourceId, intoId: other.sourceId })).toEqual({
      ok: false,
      why: "merge_sealed",
    });
    expect(await mergeSources(editor, { fromId: other.sourceId, intoId: one.sourceId })).toMatchObject({
      ok: true,
    });
    const seals = await database().select().from(sealedIdentities);
    expect(seals.map((each) => each.sourceId)).toEqual([one.sourceId]);
  });
});

describe("likely duplicates", () => {
  it("are those of a name much alike, and never a pseudonym", async () => {
    const tail = newId().slice(-6);
    const { reporter, editor, from, into } = await scene([
      `Torvald Ekehäll ${tail}`,
      `Torvald Ekehall ${tail}`,
    ]);
    await quoteOnRecord(reporter, "x", { name: `Torvald Ekehall ${tail}`, unnamed: true, description: "y" });
    const found = await likelyDuplicates(from.sourceId);
    expect(found.map((each) => each.id)).toEqual([into.sourceId]);
    expect(editor.role).toBe("editor");
  });
});

describe("the ground rule of a talk", () => {
  it("is never outdone by a quote of it, whoever writes to the database", async () => {
    const reporter = await person("reporter");
    const { quoteId } = await quoteOnRecord(reporter, "For background", { groundRule: "background" });
    const freer = database().update(quotes).set({ groundRule: "on_record" }).where(eq(quotes.id, quoteId));
    await expect(freer.execute()).rejects.toThrow();
    await database().update(quotes).set({ groundRule: "deep_background" }).where(eq(quotes.id, quoteId));
  });

  it("takes its quotes along when it is made stricter", async () => {
    const reporter = await person("reporter");
    const { quoteId } = await quoteOnRecord(reporter, "For background");
    await database().update(quotes).set({ groundRule: "background" }).where(eq(quotes.id, quoteId));
    const [quote] = await database().select().from(quotes).where(eq(quotes.id, quoteId));
    const changed = await changeOccasion(reporter, {
      id: quote?.occasionId ?? "",
      kind: "interview",
      channel: "phone",
      saidOn: null,
      place: "",
      groundRule: "deep_background",
    });
    expect(changed).toMatchObject({ ok: true });
    const [after] = await database().select().from(quotes).where(eq(quotes.id, quoteId));
    expect(after?.groundRule).toBeNull();
  });

  it("is that of the quote's own source", async () => {
    const { from, into } = await scene();
    const elsewhere = database()
      .update(quotes)
      .set({ sourceId: into.sourceId })
      .where(eq(quotes.id, from.quoteId));
    await expect(elsewhere.execute()).rejects.toThrow();
  });
});
