import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import type { StateOfQuote } from "@/domain/quotes";
import { database } from "./client";
import { correctStory, publishStory } from "./publish";
import { correctionsToMake } from "./queries/desk/doubts";
import { quoteForDesk } from "./queries/desk/quotes";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { publicationQuotes, quoteAddresses } from "./schema/publications";
import { correctionTasks, quoteDisputes, quotePrints, quotes } from "./schema/sources";
import { stories, storyEvents } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { closeTask, disputeQuote } from "./write-disputes";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

const words = "We were never asked about it";

async function written(reporter: Actor, quoteId: string | null) {
  const { id } = await createStory(reporter);
  await put(reporter, id, quoteId, 1);
  return id;
}

async function put(actor: Actor, storyId: string, quoteId: string | null, base: number) {
  const { id: sectionId } = await section();
  const body = quoteId
    ? bodyOf(["She said: “", { words, quoteId }, "”"])
    : bodyOf(["She was not asked, she said."]);
  const saved = await saveText(actor, {
    storyId,
    base,
    key: newId(),
    kind: "named",
    name: "",
    words: wordsWith({ headline: `Story ${storyId.slice(-6)}`, sectionId, body }),
  });
  if (!saved.ok) throw new Error(saved.why.why);
  return saved.value.revision;
}

async function approved(reporter: Actor, editor: Actor, id: string, revision: number) {
  for (const [who, move] of [
    [reporter, "send"],
    [editor, "approve"],
  ] as const) {
    const moved = await moveStory(who, { id, revision }, move);
    if (!moved.ok) throw new Error(`${move}: ${moved.why}`);
  }
}

async function liveWith(reporter: Actor, editor: Actor, quoteId: string) {
  const id = await written(reporter, quoteId);
  await approved(reporter, editor, id, 2);
  const out = await publishStory(editor, { id });
  if (!out.ok) throw new Error(out.why);
  return id;
}

async function scene() {
  const [reporter, editor] = [await person("reporter"), await person("editor")];
  const { quoteId } = await quoteOnRecord(reporter, words);
  return { reporter, editor, quoteId };
}
const doubt = (actor: Actor, id: string, state: StateOfQuote, why = "Her office rang to say so") =>
  disputeQuote(actor, { id, state, why });
const openTasks = (quoteId: string) =>
  database()
    .select()
    .from(correctionTasks)
    .where(and(eq(correctionTasks.quoteId, quoteId), isNull(correctionTasks.closedAt)));
const eventsOf = async (storyId: string) =>
  (await database().select().from(storyEvents).where(eq(storyEvents.storyId, storyId))).map((each) =>
    `${each.kind} ${each.note}`.trim(),
  );

describe("a quote in doubt", () => {
  it("marks every story that shows it and opens a task on the live one alone", async () => {
    const { reporter, editor, quoteId } = await scene();
    const live = await liveWith(reporter, editor, quoteId);
    const draft = await written(reporter, quoteId);
    expect(await doubt(reporter, quoteId, "disputed")).toEqual({ ok: true, value: { tasks: 1 } });
    expect((await openTasks(quoteId)).map((task) => task.storyId)).toEqual([live]);
    for (const id of [live, draft])
      expect(await eventsOf(id)).toContain("quote_disputed Her office rang to say so");
    // A second word on it makes no second task.
    expect(await doubt(editor, quoteId, "retracted")).toMatchObject({ ok: true });
    expect(await openTasks(quoteId)).toHaveLength(1);
    const [row] = await database().select().from(stories).where(eq(stories.id, draft));
    expect(row?.quotesBroken).toBe(1);
  });

  it("is never asked about by who may not see it, nor settled by who may not", async () => {
    const { reporter, quoteId } = await scene();
    const stranger = await person("reporter");
    expect(await doubt(stranger, quoteId, "disputed")).toEqual({ ok: false, why: "not_found" });
    expect(await doubt(reporter, quoteId, "stands")).toMatchObject({ ok: false });
    expect(await doubt(reporter, quoteId, "disputed", "  ")).toEqual({ ok: false, why: "note_needed" });
    expect(await database().select().from(quoteDisputes).where(eq(quoteDisputes.quoteId, quoteId))).toEqual(
      [],
    );
  });

  it("takes an approval back, and stands in the way of the next one once retracted", async () => {
    const { reporter, editor, quoteId } = await scene();
    const id = await written(reporter, quoteId);
    await approved(reporter, editor, id, 2);
    expect(await doubt(editor, quoteId, "retracted")).toMatchObject({ ok: true });
    expect(await eventsOf(id)).toContain("lapsed A quote was retracted: Her office rang to say so");
    expect(await moveStory(editor, { id, revision: 2 }, "approve")).toEqual({
      ok: false,
      why: "blocked_by_checks",
    });
    expect(await doubt(editor, quoteId, "stands")).toMatchObject({ ok: true });
    expect(await moveStory(editor, { id, revision: 2 }, "approve")).toMatchObject({ ok: true });
  });

  it("has its task closed by the correction that takes the words out, and by no other", async () => {
    const { reporter, editor, quoteId } = await scene();
    const id = await liveWith(reporter, editor, quoteId);
    await doubt(editor, quoteId, "disputed");
    const correct = async (base: number, shown: string | null) => {
      const revision = await put(reporter, id, shown, base);
      await approved(reporter, editor, id, revision);
      const out = await correctStory(editor, { id }, { kind: "correction", text: "It was put otherwise." });
      if (!out.ok) throw new Error(out.why);
      return revision;
    };
    const next = await correct(2, quoteId);
    expect(await openTasks(quoteId)).toHaveLength(1);
    await correct(next, null);
    expect(await openTasks(quoteId)).toEqual([]);
    const [task] = await database()
      .select()
      .from(correctionTasks)
      .where(eq(correctionTasks.quoteId, quoteId));
    expect(task).toMatchObject({ closedHow: "corrected", closedBy: editor.id });
  });

  it("is left by an editor with a reason, once", async () => {
    const { reporter, editor, quoteId } = await scene();
    const id = await liveWith(reporter, editor, quoteId);
    await doubt(editor, quoteId, "disputed");
    const [task] = await correctionsToMake(reporter, id);
    if (!task) throw new Error("no task");
    expect(task).toMatchObject({ quoteId, state: "disputed", why: "Her office rang to say so" });
    const leave = (actor: Actor, reason: string) => closeTask(actor, { id: task.id, reason });
    expect(await leave(await person("reporter"), "No")).toEqual({ ok: false, why: "not_found" });
    expect(await leave(reporter, "No")).toEqual({ ok: false, why: "editors_only" });
    expect(await leave(editor, " ")).toEqual({ ok: false, why: "note_needed" });
    expect(await leave(editor, "We have it on tape")).toEqual({ ok: true, value: null });
    expect(await leave(editor, "Again")).toEqual({ ok: false, why: "already_there" });
    expect(await correctionsToMake(reporter, id)).toEqual([]);
    expect((await quoteForDesk(editor, quoteId))?.doubts).toMatchObject([
      { state: "disputed", why: "Her office rang to say so" },
    ]);
  });

  it("keeps who said so, whatever anybody does", async () => {
    const { editor, quoteId } = await scene();
    await doubt(editor, quoteId, "disputed");
    await expect(database().delete(quoteDisputes)).rejects.toThrow();
    await expect(database().update(quoteDisputes).set({ why: "Nothing" })).rejects.toThrow();
  });
});

describe("a quote's own address", () => {
  it("stays through republication and renumbering, and is kept for good", async () => {
    const { reporter, editor, quoteId } = await scene();
    const id = await liveWith(reporter, editor, quoteId);
    const refOf = async () =>
      (
        await database()
          .select({ ref: publicationQuotes.ref })
          .from(publicationQuotes)
          .where(eq(publicationQuotes.storyId, id))
      )[0]?.ref;
    const ref = await refOf();
    expect(ref).toMatch(/^[2-9a-z]{12}$/);
    const revision = await put(reporter, id, quoteId, 2);
    await approved(reporter, editor, id, revision);
    expect(await publishStory(editor, { id })).toMatchObject({ ok: true });
    expect(await refOf()).toBe(ref);
    expect(await database().select().from(quotePrints).where(eq(quotePrints.storyId, id))).toEqual([
      { storyId: id, quoteId },
    ]);
    expect(
      await database()
        .select({ ref: quoteAddresses.ref })
        .from(quoteAddresses)
        .where(eq(quoteAddresses.ref, ref ?? "")),
    ).toHaveLength(1);
    await expect(database().delete(quoteAddresses)).rejects.toThrow();
  });

  it("is not given to the words of somebody unnamed", async () => {
    const [reporter] = [await person("reporter")];
    const { quoteId } = await quoteOnRecord(reporter, words, { unnamed: true, description: "An aide" });
    const [row] = await database().select().from(quotes).where(eq(quotes.id, quoteId));
    expect(row?.publicRef).toBeNull();
  });
});
