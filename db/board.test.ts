import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { BoardFilter } from "@/domain/board";
import type { Actor } from "@/domain/people";
import type { Words } from "@/domain/words";
import { database } from "./client";
import { publishStory } from "./publish";
import { dueToday, storiesOnBoard } from "./queries/desk/board";
import { storiesListed } from "./queries/desk/coming";
import { savedText, savedTexts } from "./queries/desk/history";
import { earlierText } from "./queries/desk/review";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { stories } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

const everything: BoardFilter = { text: "", section: "", person: "", mine: false, due: "", more: null };

async function storyBy(by: Actor, given: Partial<Words> = {}): Promise<string> {
  const { id } = await createStory(by);
  const saved = await saveText(by, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "autosave",
    name: "",
    words: wordsWith(given),
  });
  expect(saved.ok).toBe(true);
  return id;
}

const seenBy = async (actor: Actor, filter: Partial<BoardFilter> = {}) =>
  (await storiesOnBoard(actor, { ...everything, ...filter }, "UTC")).flatMap((column) =>
    column.cards.map((card) => card.id),
  );
const cardOf = async (actor: Actor, id: string) => {
  const columns = await storiesOnBoard(actor, { ...everything, text: "" }, "UTC");
  return columns.flatMap((column) => column.cards).find((card) => card.id === id);
};

describe("the board", () => {
  it("shows reporters their own stories, and editors all of them", async () => {
    const [ines, hana, editor] = [await person("reporter"), await person("reporter"), await person("editor")];
    const [first, second] = [await storyBy(ines), await storyBy(hana)];
    expect(await seenBy(ines)).toEqual([first]);
    expect(await seenBy(hana)).toEqual([second]);
    expect(await seenBy(editor)).toEqual(expect.arrayContaining([first, second]));
    expect(await seenBy(ines, { person: hana.id })).toEqual([]);
  });

  it("is narrowed by section, person, own stories and text", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { id: sectionId, slug } = await section();
    const { quoteId } = await quoteOnRecord(reporter, "The wall will not hold another winter");
    const quoted = await storyBy(reporter, {
      headline: `Sluice ${sectionId}`,
      sectionId,
      body: bodyOf([{ words: "“The wall will not hold another winter”", quoteId }]),
    });
    const own = await storyBy(editor, { headline: "100% of the quay_side" });
    expect(await seenBy(editor, { section: slug })).toEqual([quoted]);
    expect(await seenBy(editor, { person: reporter.id })).toEqual([quoted]);
    expect(await seenBy(editor, { mine: true })).toEqual([own]);
    expect(await seenBy(editor, { text: "another winter" })).toEqual([quoted]);
    expect(await seenBy(editor, { text: "100% of the quay_side" })).toEqual([own]);
    // A percent sign is looked for as it stands, and is no wildcard.
    expect(await seenBy(editor, { text: "100% of %side" })).toEqual([]);
  });

  it("puts each story into the column of its stage, with the moves its reader may make", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { id: sectionId } = await section();
    const id = await storyBy(reporter, { sectionId });
    expect((await cardOf(reporter, id))?.moves).toEqual(["edit", "send"]);
    await moveStory(reporter, { id }, "send");
    expect(await cardOf(reporter, id)).toMatchObject({
      stage: "in_review",
      moves: ["edit"],
      opens: "writing",
    });
    expect(await cardOf(editor, id)).toMatchObject({
      moves: ["edit", "send_back", "approve"],
      opens: "review",
      copy: "none",
    });
    await moveStory(editor, { id }, "approve");
    expect((await publishStory(editor, { id })).ok).toBe(true);
    expect(await cardOf(editor, id)).toMatchObject({ stage: "published", copy: "live" });
    expect((await cardOf(editor, id))?.moves).toEqual(expect.arrayContaining(["correct", "withdraw"]));
  });

  it("leaves out what went out on another day, unless it is looked for", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { id: sectionId } = await section();
    const id = await storyBy(reporter, { sectionId, headline: `Yesterday ${sectionId}` });
    await moveStory(reporter, { id }, "send");
    await moveStory(editor, { id }, "approve");
    await publishStory(editor, { id });
    await database()
      .update(stories)
      .set({ stageSince: sql`now() - interval '2 days'` as never })
      .where(eq(stories.id, id));
    expect(await seenBy(reporter)).toEqual([]);
    expect(await seenBy(reporter, { text: `Yesterday ${sectionId}` })).toEqual([id]);
  });

  it("finds a word that every story has among the newest, and a rare one wherever it is", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { id: sectionId, slug } = await section();
    await database().execute(sql`
      insert into stories (id, headline, body, stage, stage_since, section_id, created_by, updated_by)
      select gen_random_uuid(), 'Weekly tides ' || case when n = 430 then 'quillonium' else n::text end, '{"type":"doc"}',
        'published', now() - n * interval '1 day', ${sectionId}, ${editor.id}, ${editor.id} from generate_series(1, 430) n`);
    const drafted = await storyBy(reporter, { sectionId, headline: "Weekly tides, the next" });
    const found = async (text: string) =>
      (await storiesOnBoard(editor, { ...everything, section: slug, text }, "UTC")).flatMap(
        ({ stage, total, hasOlder }) => (total > 0 ? [[stage, total, hasOlder]] : []),
      );
    expect(await found("weekly tides")).toEqual([
      ["drafting", 1, false],
      ["published", 400, true],
    ]);
    expect(await found("quillonium")).toEqual([["published", 1, false]]);
    // One letter has no index: it is met among the newest.
    expect((await found("w")).at(-1)).toEqual(["published", 400, true]);
    expect(await seenBy(reporter, { text: "tides" })).toEqual([drafted]);
    const listed = await storiesListed(editor, { ...everything, section: slug, text: "weekly" }, "UTC", null);
    expect([listed.stories.length, listed.after !== null, listed.hasOlder]).toEqual([100, true, true]);
  });

  it("shows the first cards of a column, counts all, and shows more when asked", async () => {
    const reporter = await person("reporter");
    for (let made = 0; made < 43; made += 1) await createStory(reporter);
    const drafting = async (more: BoardFilter["more"]) =>
      (await storiesOnBoard(reporter, { ...everything, more }, "UTC")).find(
        (column) => column.stage === "drafting",
      );
    expect([(await drafting(null))?.cards.length, (await drafting(null))?.total]).toEqual([40, 43]);
    expect((await drafting({ stage: "drafting", upTo: 42 }))?.cards.length).toBe(42);
  });

  it("counts what is due today in the newsroom's day", async () => {
    const reporter = await person("reporter");
    const id = await storyBy(reporter);
    await database()
      .update(stories)
      .set({ dueAt: sql`now()` as never })
      .where(eq(stories.id, id));
    expect((await dueToday(reporter, "UTC")).count).toBe(1);
    await database()
      .update(stories)
      .set({ dueAt: sql`now() + interval '3 days'` as never })
      .where(eq(stories.id, id));
    expect(await dueToday(reporter, "UTC")).toEqual({ count: 0, last: null });
  });
});

describe("what a reviewer compares with", () => {
  const saveAgain = (by: Actor, storyId: string, base: number, headline: string, sectionId: string) =>
    saveText(by, {
      storyId,
      base,
      key: newId(),
      kind: "autosave",
      name: "",
      words: wordsWith({ headline, sectionId }),
    });

  it("is the text on which that reviewer last decided, else the last that anybody decided on, else the first", async () => {
    const [reporter, one, other] = [await person("reporter"), await person("editor"), await person("editor")];
    const { id: sectionId } = await section();
    const id = await storyBy(reporter, { headline: "First", sectionId });
    await moveStory(reporter, { id }, "send");
    expect(await earlierText(one, id, 2, null)).toMatchObject({ number: 1, because: "the first" });
    await moveStory(one, { id }, "send_back", "more");
    await saveAgain(reporter, id, 2, "Second", sectionId);
    await moveStory(reporter, { id }, "send");
    await moveStory(other, { id }, "send_back", "still more");
    await saveAgain(reporter, id, 3, "Third", sectionId);
    expect(await earlierText(one, id, 4, null)).toMatchObject({ number: 2, because: "last read by you" });
    expect(await earlierText(other, id, 4, null)).toMatchObject({ number: 3, because: "last read by you" });
    expect(await earlierText(await person("editor"), id, 4, null)).toMatchObject({
      number: 3,
      because: "last decided on",
    });
    expect(await earlierText(one, id, 4, 1)).toMatchObject({ number: 1, because: "asked for" });
    expect(await earlierText(await person("reporter"), id, 4, 2)).toBeNull();
  });
});

describe("the history", () => {
  it("lists every saved text, those that lost a race too, to those who may see the story", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(reporter, { headline: "Mine" });
    const late = { storyId: id, base: 1, kind: "autosave", name: "" } as const;
    const lost = await saveText(editor, { ...late, key: newId(), words: wordsWith({ headline: "Theirs" }) });
    expect(lost.ok).toBe(false);
    const { texts, more } = await savedTexts(reporter, id);
    expect(texts.map((text) => [text.number, text.kind, text.headline])).toEqual(
      expect.arrayContaining([
        [2, "branch", "Theirs"],
        [2, "autosave", "Mine"],
        [1, "created", ""],
      ]),
    );
    expect([texts.length, more]).toEqual([3, null]);
    const branch = texts.find((text) => text.kind === "branch");
    expect((await savedText(editor, id, branch?.id ?? ""))?.words.headline).toBe("Theirs");
    const stranger = await person("reporter");
    expect((await savedTexts(stranger, id)).texts).toEqual([]);
    expect(await savedText(stranger, id, branch?.id ?? "")).toBeNull();
  });
});
