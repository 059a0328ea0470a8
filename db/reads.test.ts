import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Body } from "@/domain/body/body";
import type { Actor } from "@/domain/people";
import { cardOfStory } from "@/domain/publication/card";
import { refuse } from "@/domain/result";
import { database } from "./client";
import { publishStory, withdrawStory } from "./publish";
import { appealCounts, mostRead, readsOfStory } from "./queries/desk/reads";
import { addCounts, countClick } from "./readers/counts";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { publications } from "./schema/publications";
import { storyReads } from "./schema/readers";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { setForReaders } from "./write-for-readers";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

async function liveStory(editor: Actor): Promise<string> {
  const reporter = await person("reporter");
  const { id: sectionId } = await section();
  const { id } = await createStory(reporter);
  const words = wordsWith({ headline: `Live ${id}`, sectionId });
  await saveText(reporter, { storyId: id, base: 1, key: newId(), kind: "autosave", name: "", words });
  await moveStory(reporter, { id }, "send");
  await moveStory(editor, { id }, "approve");
  expect((await publishStory(editor, { id })).ok).toBe(true);
  return id;
}
const none = new Map<string, number>();
const documentOf = async (id: string) => {
  const [row] = await database().select().from(publications).where(eq(publications.storyId, id));
  if (!row) throw new Error("the story is not out");
  return row.document;
};

describe("reads", () => {
  it("are added to the newsroom's day, of live stories alone, by many at once", async () => {
    const editor = await person("editor");
    const [one, other] = [await liveStory(editor), await liveStory(editor)];
    await withdrawStory(editor, other, { note: "wrong", readersNote: "" });
    const reads = new Map([
      [one, 2],
      [other, 3],
      [newId(), 4],
    ]);
    await Promise.all([1, 2, 3, 4, 5].map(() => addCounts({ reads, views: new Map() })));
    expect(await readsOfStory(editor, one)).toMatchObject({ total: 10, today: 10 });
    expect(await readsOfStory(editor, other)).toMatchObject({ total: 0, days: [] });
    await database().insert(storyReads).values({ storyId: one, day: sql`current_date - 20`, reads: 7 });
    expect(await readsOfStory(editor, one)).toMatchObject({ total: 17, today: 10 });
    expect(await mostRead(editor, 7)).toMatchObject([{ storyId: one, reads: 10 }]);
    expect(await mostRead(editor, 30)).toMatchObject([{ storyId: one, reads: 17 }]);
  });

  it("are told of the appeal by place, to editors", async () => {
    const editor = await person("editor");
    const views = new Map([
      ["bar", 3],
      ["end", 1],
    ] as const);
    await addCounts({ reads: none, views });
    await countClick("bar");
    expect(await appealCounts(editor, 7)).toEqual([
      { place: "bar", views: 3, clicks: 1 },
      { place: "end", views: 1, clicks: 0 },
    ]);
    expect(await appealCounts(await person("reporter"), 7)).toEqual([]);
  });
});

describe("what stands around a story", () => {
  it("is an editor's to set, changes the live copy at once, and is frozen into the next", async () => {
    const editor = await person("editor");
    const id = await liveStory(editor);
    const around = { withoutAppeal: true, withoutReplies: true };
    const given = { ...around, cardQuoteId: null };
    expect(await setForReaders(await person("reporter"), id, given)).toMatchObject({ ok: false });
    expect(await setForReaders(editor, id, given)).toMatchObject({ value: { purge: expect.any(Number) } });
    expect(await documentOf(id)).toMatchObject(around);
    await setForReaders(editor, id, { ...given, withoutAppeal: false });
    expect(await documentOf(id)).not.toHaveProperty("withoutAppeal");
    const reporter = await person("reporter");
    const { id: draft } = await createStory(reporter);
    const { id: sectionId } = await section();
    const words = wordsWith({ headline: "A draft", sectionId });
    await saveText(reporter, { storyId: draft, base: 1, key: newId(), kind: "autosave", name: "", words });
    expect(await setForReaders(editor, draft, given)).toMatchObject({ value: { purge: null } });
    await moveStory(reporter, { id: draft }, "send");
    await moveStory(editor, { id: draft }, "approve");
    await publishStory(editor, { id: draft });
    expect(await documentOf(draft)).toMatchObject(around);
  });

  it("puts a quotation of the text on the card while a note names its speaker, and nothing of another text", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { quoteId } = await quoteOnRecord(reporter, "The gates will hold");
    const { quoteId: elsewhere } = await quoteOnRecord(reporter, "We will see");
    const { id: sectionId } = await section();
    const { id } = await createStory(reporter);
    const text = (body: Body) => wordsWith({ headline: "Gates", sectionId, body });
    const tied = bodyOf(["She said: “", { words: "The gates will hold", quoteId }, "”"]);
    await saveText(reporter, {
      storyId: id,
      base: 1,
      key: newId(),
      kind: "named",
      name: "",
      words: text(tied),
    });
    const given = { withoutAppeal: false, withoutReplies: false };
    expect(await setForReaders(editor, id, { ...given, cardQuoteId: elsewhere })).toEqual(
      refuse("not_found"),
    );
    await setForReaders(editor, id, { ...given, cardQuoteId: quoteId });
    await moveStory(reporter, { id }, "send");
    await moveStory(editor, { id }, "approve");
    await publishStory(editor, { id });
    const first = await documentOf(id);
    expect(cardOfStory(first, "The Record").words).toBe("“The gates will hold”");
    await setForReaders(editor, id, { ...given, cardQuoteId: null });
    expect(cardOfStory(await documentOf(id), "The Record").words).toBe("Gates");
    await setForReaders(editor, id, { ...given, cardQuoteId: quoteId });
    expect(await documentOf(id)).toEqual(first);
    // The quotation is cut: its note goes with the next publication, and the headline is back.
    const cut = {
      storyId: id,
      base: 2,
      key: newId(),
      kind: "named",
      name: "",
      words: text(bodyOf(["Nothing."])),
    } as const;
    await saveText(reporter, cut);
    await moveStory(reporter, { id }, "send");
    await moveStory(editor, { id }, "approve");
    await publishStory(editor, { id });
    expect(await documentOf(id)).not.toHaveProperty("cardQuote");
  });
});
