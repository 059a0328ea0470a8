import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { attestations, occasions, quotes, sources } from "./schema/sources";
import { stories } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { newSource } from "./testing/quotes";
import { attest, changeOccasion, saveSource } from "./write-sources";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

const entryOf = (id: string, part: Partial<Parameters<typeof saveSource>[1]> = {}) => ({
  ...newSource({ id, name: "Harbour official A" }),
  formerNames: [],
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
