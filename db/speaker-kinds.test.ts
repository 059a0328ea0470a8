import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { SourceKind } from "@/domain/quotes";
import { database } from "./client";
import { publishStory } from "./publish";
import { quotesOfSpeaker } from "./queries/site/quotes";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { publicationQuotes, publications } from "./schema/publications";
import { attestations, sourceMerges, sources } from "./schema/sources";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { mergeSources, undoMerge } from "./write-merges";
import { agreeToUse } from "./write-sourcing";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

/** A live story with the words of a document and of an unnamed source. */
async function liveStory(kind: SourceKind = "document") {
  const [reporter, editor, admin] = [await person("reporter"), await person("editor"), await person("admin")];
  const named = await quoteOnRecord(reporter, "No contractor was asked");
  await database().update(sources).set({ kind }).where(eq(sources.id, named.sourceId));
  const unnamed = await quoteOnRecord(reporter, "Close, but not signed", {
    unnamed: true,
    description: "A senior official",
    reason: "They may not speak",
    groundRule: "background",
  });
  await database()
    .insert(attestations)
    .values({ sourceId: unnamed.sourceId, editorId: editor.id, how: "told_in_person" });
  const { id: sectionId } = await section();
  const { id } = await createStory(reporter);
  await agreeToUse(admin, { storyId: id, sourceId: unnamed.sourceId, use: "direct" });
  const body = bodyOf(
    ["It says “", { words: "No contractor was asked", quoteId: named.quoteId }, "”."],
    ["It was “", { words: "close, but not signed", quoteId: unnamed.quoteId }, "”."],
  );
  await saveText(reporter, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "named",
    name: "",
    words: wordsWith({ sectionId, body }),
  });
  await moveStory(reporter, { id }, "send");
  await moveStory(editor, { id }, "approve");
  const out = await publishStory(editor, { id });
  if (!out.ok) throw new Error(out.why);
  return { id, reporter, editor, named };
}

/** The kinds that readers' tables hold of a story: in the list of quotations, and in the story's own document. */
async function kindsOf(storyId: string) {
  const rows = await database()
    .select({ kind: publicationQuotes.speakerKind })
    .from(publicationQuotes)
    .where(eq(publicationQuotes.storyId, storyId))
    .orderBy(publicationQuotes.number);
  const [copy] = await database().select().from(publications).where(eq(publications.storyId, storyId));
  return [rows.map((row) => row.kind), copy?.document.notes.map((note) => note.speakerKind)];
}

describe("the kind of speaker that readers are told", () => {
  it("goes out with the story, and is not told of an unnamed source", async () => {
    const { id } = await liveStory();
    expect(await kindsOf(id)).toEqual([
      ["document", null],
      ["document", null],
    ]);
    const unnamed = database()
      .update(publicationQuotes)
      .set({ speakerKind: "person" })
      .where(eq(publicationQuotes.number, 2));
    await expect(unnamed.execute()).rejects.toThrow();
  });

  it("is that of the record that stays after a merge, and its own again afterwards", async () => {
    const { id, reporter, editor, named } = await liveStory("organisation");
    const { sourceId: into } = await quoteOnRecord(reporter, "Said by a person");
    await mergeSources(editor, { fromId: named.sourceId, intoId: into });
    const kinds = async () => (await kindsOf(id))[0];
    expect(await kinds()).toEqual(["person", null]);
    const [merge] = await database().select().from(sourceMerges).where(eq(sourceMerges.intoId, into));
    await undoMerge(editor, merge?.id ?? "");
    expect(await kinds()).toEqual(["organisation", null]);
  });

  it("was added by its migration to what was published before", async () => {
    const { id } = await liveStory("dataset");
    const { id: other } = await liveStory("organisation");
    const told = [await kindsOf(id), await kindsOf(other)];
    // As it was before: no kind anywhere.
    await database().update(publicationQuotes).set({ speakerKind: null });
    await database().execute(sql`update publications set document = jsonb_set(document, '{notes}',
      (select jsonb_agg(note - 'speakerKind') from jsonb_array_elements(document -> 'notes') note))`);
    expect((await kindsOf(id))[1]).toEqual([undefined, undefined]);
    const migration = readFileSync(
      "db/migrations/0019_find-records-and-keep-the-kind-of-speaker.sql",
      "utf8",
    );
    const fills = migration.split("--> statement-breakpoint").filter((each) => /^\s*update/i.test(each));
    expect(fills).toHaveLength(2);
    for (const fill of fills) await database().execute(sql.raw(fill));
    expect([await kindsOf(id), await kindsOf(other)]).toEqual(told);
    const [{ speakerSlug } = { speakerSlug: null }] = await database()
      .select({ speakerSlug: publicationQuotes.speakerSlug })
      .from(publicationQuotes)
      .where(eq(publicationQuotes.storyId, id));
    expect((await quotesOfSpeaker(speakerSlug ?? "", undefined)).map((each) => each.speakerKind)).toEqual([
      "dataset",
    ]);
  });
});
