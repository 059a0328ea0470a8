import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { publishStory, withdrawStory } from "./publish";
import { quotesListed } from "./queries/desk/quotes-listed";
import { storiesOfSource } from "./queries/desk/source-stories";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { occasions, quotes } from "./schema/sources";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { disputeQuote } from "./write-disputes";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

const [old, fresh] = ["The gates will hold", "We were never asked about it"];

/** A source of two quotes, and a story in the making that shows the first. */
async function scene() {
  const [reporter, stranger, editor] = [
    await person("reporter"),
    await person("reporter"),
    await person("editor"),
  ];
  const { sourceId, quoteId } = await quoteOnRecord(reporter, old);
  const [occasion] = await database().select().from(occasions).where(eq(occasions.sourceId, sourceId));
  const second = newId();
  await database()
    .insert(quotes)
    .values({
      id: second,
      sourceId,
      occasionId: occasion?.id ?? "",
      verbatim: fresh,
      recordedBy: reporter.id,
    });
  const { id: sectionId } = await section();
  const { id: storyId } = await createStory(reporter);
  await put(reporter, storyId, sectionId, 1, [quoteId]);
  return { reporter, stranger, editor, sourceId, first: quoteId, second, storyId, sectionId };
}

async function put(by: Actor, storyId: string, sectionId: string, base: number, shown: readonly string[]) {
  const [first, second] = shown;
  const body = bodyOf(
    ["She said: “", { words: old, quoteId: first ?? "" }, "”"],
    second ? ["And: “", { words: fresh, quoteId: second }, "”"] : ["No more."],
  );
  const saved = await saveText(by, {
    storyId,
    base,
    key: newId(),
    kind: "named",
    name: "",
    words: wordsWith({ headline: "Gates", sectionId, body }),
  });
  if (!saved.ok) throw new Error(saved.why.why);
}

async function publish({ reporter, editor, storyId }: Awaited<ReturnType<typeof scene>>): Promise<string> {
  await moveStory(reporter, { id: storyId }, "send");
  await moveStory(editor, { id: storyId }, "approve");
  const out = await publishStory(editor, { id: storyId });
  if (!out.ok) throw new Error(out.why);
  return out.value.address;
}

describe("the stories of a source", () => {
  it("are on their way with their stage, and then in print", async () => {
    const made = await scene();
    const { reporter, editor, sourceId, storyId, first } = made;
    const coming = {
      storyId,
      headline: "Gates",
      stage: "drafting",
      quotes: [{ id: first, displayed: old, standing: "verbatim" }],
    };
    expect(await storiesOfSource(reporter, sourceId)).toEqual({ coming: [coming], unseen: 0, printed: [] });
    await moveStory(reporter, { id: storyId }, "send");
    expect((await storiesOfSource(editor, sourceId)).coming).toMatchObject([{ stage: "in_review" }]);
    await moveStory(editor, { id: storyId }, "approve");
    const out = await publishStory(editor, { id: storyId });
    const address = out.ok ? out.value.address : "";
    expect(await storiesOfSource(reporter, sourceId)).toEqual({
      coming: [],
      unseen: 0,
      printed: [{ storyId, headline: "Gates", address, quotes: 1, mine: true }],
    });
  });

  it("count a live story once more for words that came in since, and a withdrawn one as not out", async () => {
    const made = await scene();
    const { reporter, editor, sourceId, storyId, sectionId, first, second } = made;
    await publish(made);
    await put(reporter, storyId, sectionId, 2, [first, second]);
    expect(await storiesOfSource(reporter, sourceId)).toMatchObject({
      coming: [{ storyId, stage: "drafting", quotes: [{ id: second }] }],
      printed: [{ storyId, quotes: 1 }],
    });
    await withdrawStory(editor, storyId, { note: "wrong gate", readersNote: "" });
    expect(await storiesOfSource(reporter, sourceId)).toMatchObject({
      coming: [{ storyId, quotes: [{ id: first }, { id: second }] }],
      printed: [],
    });
  });

  it("are counted and not told to somebody who may not see them", async () => {
    const made = await scene();
    const { reporter, stranger, sourceId, first, second, sectionId } = made;
    // Of a quote that she may not see, she is not told that it is used either.
    expect(await storiesOfSource(stranger, sourceId)).toEqual({ coming: [], unseen: 0, printed: [] });
    const address = await publish(made);
    const { id: next } = await createStory(reporter);
    await put(reporter, next, sectionId, 1, [first, second]);
    expect(await storiesOfSource(stranger, sourceId)).toEqual({
      coming: [],
      unseen: 1,
      printed: [{ storyId: made.storyId, headline: "Gates", address, quotes: 1, mine: false }],
    });
  });
});

describe("the list of quotes", () => {
  it("is narrowed to those in doubt, and to those that no story shows", async () => {
    const { reporter, editor, sourceId, first, second } = await scene();
    const ids = async (filter: Parameters<typeof quotesListed>[1]) =>
      (await quotesListed(reporter, { sourceId, ...filter })).quotes.map((each) => each.record.id);
    expect(await ids({ use: "used" })).toEqual([first]);
    expect(await ids({ use: "unused" })).toEqual([second]);
    await disputeQuote(editor, { id: second, state: "disputed", why: "Her office rang" });
    expect(await ids({ state: "disputed" })).toEqual([second]);
    expect(await ids({ state: "retracted" })).toEqual([]);
    expect(await ids({ state: "stands" })).toEqual([first]);
    expect(await ids({ state: "disputed", use: "used" })).toEqual([]);
    expect(await ids({ text: "never asked", state: "disputed", use: "unused" })).toEqual([second]);
  });

  it("takes a quote that went out of the text of a live story for used, until the story is withdrawn", async () => {
    const made = await scene();
    const { reporter, editor, sourceId, storyId, sectionId, first, second } = made;
    await publish(made);
    const saved = await saveText(reporter, {
      storyId,
      base: 2,
      key: newId(),
      kind: "named",
      name: "",
      words: wordsWith({ headline: "Gates", sectionId, body: bodyOf(["She would not speak again."]) }),
    });
    expect(saved.ok).toBe(true);
    const ids = async (actor: Actor, use: "used" | "unused") =>
      (await quotesListed(actor, { sourceId, use })).quotes.map((each) => each.record.id);
    for (const actor of [reporter, editor])
      expect([await ids(actor, "used"), await ids(actor, "unused")]).toEqual([[first], [second]]);
    await withdrawStory(editor, storyId, { note: "wrong gate", readersNote: "" });
    for (const actor of [reporter, editor])
      expect([await ids(actor, "used"), await ids(actor, "unused")]).toEqual([[], [second, first]]);
  });
});
