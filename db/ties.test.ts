import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { quoteRecords } from "./queries/desk/quotes";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { quotes, quoteUses } from "./schema/sources";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, wordsWith } from "./testing/people";
import { createStory } from "./write-story";

useOwnDatabase();

const tied = (quoteId: string) => bodyOf(["She said: “", { words: "close, but not signed", quoteId }, "”"]);
const save = (actor: Actor, storyId: string, base: number, body = bodyOf(["Nothing tied."])) =>
  saveText(actor, {
    storyId,
    base,
    key: newId(),
    kind: "named",
    name: "",
    words: wordsWith({ body }),
  });
const usesOf = (storyId: string) => database().select().from(quoteUses).where(eq(quoteUses.storyId, storyId));

describe("a tie between words and a quote", () => {
  it("cannot be made up to see a colleague's quote", async () => {
    const [mine, theirs] = [await person("reporter"), await person("reporter")];
    const { quoteId } = await quoteOnRecord(theirs, "close, but not signed", { groundRule: "background" });
    const { id } = await createStory(mine);
    const pulled = {
      type: "doc",
      content: [{ type: "pullQuote", attrs: { quoteId }, content: [{ type: "text", text: "close" }] }],
    } as const;
    for (const body of [tied(quoteId), pulled, tied(newId())])
      expect(await save(mine, id, 1, body)).toEqual({ ok: false, why: { why: "quote_unseen" } });
    expect(await usesOf(id)).toEqual([]);
    expect(await quoteRecords(mine, [quoteId])).toEqual([]);
    expect(await save(mine, id, 1)).toMatchObject({ ok: true });
  });

  it("goes along from one story to another for whoever may see the quote", async () => {
    const mine = await person("reporter");
    const { quoteId } = await quoteOnRecord(mine, "close, but not signed");
    for (const { id } of [await createStory(mine), await createStory(mine)]) {
      expect(await save(mine, id, 1, tied(quoteId))).toMatchObject({ ok: true });
      expect(await usesOf(id)).toMatchObject([{ quoteId, standing: "verbatim" }]);
    }
  });

  it("comes back by undo and restore, although nothing else lets its author see the quote any more", async () => {
    const [mine, editor] = [await person("reporter"), await person("editor")];
    const { quoteId } = await quoteOnRecord(editor, "close, but not signed");
    const { id } = await createStory(mine);
    // The editor ties it in the reporter's story; then the words are deleted, and the record stays.
    expect(await save(editor, id, 1, tied(quoteId))).toMatchObject({ ok: true });
    expect(await save(mine, id, 2)).toMatchObject({ ok: true });
    expect(await usesOf(id)).toEqual([]);
    expect(await database().select().from(quotes).where(eq(quotes.id, quoteId))).toHaveLength(1);
    expect(await quoteRecords(mine, [quoteId])).toEqual([]);
    expect(await save(mine, id, 3, tied(quoteId))).toMatchObject({ ok: true });
    expect(await usesOf(id)).toMatchObject([{ quoteId }]);
  });

  it("shows both parts where it was split", async () => {
    const mine = await person("reporter");
    const { quoteId } = await quoteOnRecord(mine, "close, but not signed");
    const { id } = await createStory(mine);
    const split = bodyOf([
      "“",
      { words: "close,", quoteId },
      "” she said, “",
      { words: "but not signed", quoteId },
      "”",
    ]);
    expect(await save(mine, id, 1, split)).toMatchObject({ ok: true });
    expect(await usesOf(id)).toMatchObject([{ displayed: "close, but not signed", standing: "permitted" }]);
  });
});
