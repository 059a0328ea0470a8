import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { amendCorrection, correctStory, publishStory, putBackStory, withdrawStory } from "./publish";
import { storyForDesk } from "./queries/desk/story";
import { newestCorrections } from "./queries/site/corrections";
import { correctionsOf } from "./queries/site/story";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { notifications } from "./schema/notifications";
import { corrections, correctionWordings } from "./schema/publications";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, section, wordsWith } from "./testing/people";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

async function liveStory(by: Actor, editor: Actor): Promise<string> {
  const { id } = await createStory(by);
  const { id: sectionId } = await section();
  const words = wordsWith({
    headline: `Councils meet ${id}`,
    sectionId,
    body: bodyOf(["Leaders of 23 councils will attend."]),
  });
  await saveText(by, { storyId: id, base: 1, key: newId(), kind: "autosave", name: "", words });
  await moveStory(by, { id }, "send");
  await moveStory(editor, { id }, "approve");
  const published = await publishStory(editor, { id });
  expect(published.ok).toBe(true);
  return id;
}

const about = {
  kind: "correction",
  text: "An earlier version had the number wrong.",
  was: "Leaders of 23 councils will attend.",
  says: "Leaders of 25 councils will attend.",
} as const;

describe("a withdrawal", () => {
  it("has one effect however many ask for it at once", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await liveStory(ines, editor);
    const reason = { note: "It was wrong.", readersNote: "" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => withdrawStory(editor, id, reason)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await correctionsOf(id)).map((each) => each.kind)).toEqual(["withdrawal"]);
  });
});

describe("a correction", () => {
  it("is kept with the sentence before and after, and read so by everybody", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await liveStory(ines, editor);
    expect((await correctStory(editor, { id }, about)).ok).toBe(true);
    const told = await database()
      .select({ kind: notifications.kind, note: notifications.note })
      .from(notifications)
      .where(and(eq(notifications.userId, ines.id), eq(notifications.note, about.text)));
    expect(told).toEqual([{ kind: "published", note: about.text }]);
    expect(await correctionsOf(id)).toMatchObject([{ ...about, amendedAt: null }]);
    const listed = (await newestCorrections(undefined)).find((each) => each.was === about.was);
    expect(listed?.story?.headline).toBe(`Councils meet ${id}`);
  });

  it("is amended by an editor with a reason, the words before stay on file, and nobody can delete it", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await liveStory(ines, editor);
    await correctStory(editor, { id }, about);
    const [first] = await correctionsOf(id);
    const correctionId = first?.id ?? "";
    const better = { text: "The number was wrong: it is 25.", was: about.was, says: about.says };
    expect(await amendCorrection(ines, correctionId, { ...better, why: "clearer" })).toEqual({
      ok: false,
      why: "editors_only",
    });
    const stranger = await person("reporter");
    expect(await amendCorrection(stranger, correctionId, { ...better, why: "clearer" })).toEqual({
      ok: false,
      why: "not_found",
    });
    expect(await amendCorrection(editor, correctionId, { ...better, why: " " })).toEqual({
      ok: false,
      why: "note_needed",
    });
    expect((await amendCorrection(editor, correctionId, { ...better, why: "clearer" })).ok).toBe(true);
    const [amended] = await correctionsOf(id);
    expect(amended).toMatchObject({ ...better, id: correctionId, at: first?.at });
    expect(amended?.amendedAt).toBeInstanceOf(Date);
    const story = await storyForDesk(editor, id);
    expect(story?.corrections[0]?.before.map((wording) => wording.text)).toEqual([about.text]);
    expect(story?.events[0]).toMatchObject({ kind: "amended", note: "clearer" });
    const db = database();
    await expect(db.delete(corrections).where(eq(corrections.id, correctionId))).rejects.toThrow();
    await expect(db.update(correctionWordings).set({ text: "never said" })).rejects.toThrow();
    await expect(db.delete(correctionWordings)).rejects.toThrow();
  });

  it("of kind withdrawal comes of withdrawing; the list names nothing of the story until it is put back", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await liveStory(ines, editor);
    const listed = async () => {
      const mine = await correctionsOf(id);
      return (await newestCorrections(undefined)).filter((each) =>
        mine.some(({ id: own }) => own === each.id),
      );
    };
    await correctStory(editor, { id }, about);
    await withdrawStory(editor, id, { note: "a hoax", readersNote: "It could not be confirmed." });
    expect(await listed()).toMatchObject([
      { kind: "withdrawal", text: "It could not be confirmed.", story: null },
    ]);
    await putBackStory(editor, id, "confirmed after all");
    expect((await listed()).map((each) => [each.kind, each.story?.headline])).toEqual([
      ["withdrawal", `Councils meet ${id}`],
      ["correction", `Councils meet ${id}`],
    ]);
  });
});
