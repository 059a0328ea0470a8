import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import type { Wish } from "@/domain/writing/pen";
import { database } from "./client";
import { newId } from "./schema/columns";
import { editPresence } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { person } from "./testing/people";
import { writePresence } from "./write-presence";
import { createStory } from "./write-story";

useOwnDatabase();

const says = async (actor: Actor, storyId: string, tab: string, wish: Wish) => {
  const said = await writePresence(actor, storyId, { tab, wish });
  if (!said.ok) throw new Error(said.why);
  return said.value;
};
const penOf = (storyId: string) =>
  database()
    .select({ tab: editPresence.tab })
    .from(editPresence)
    .where(and(eq(editPresence.storyId, storyId), eq(editPresence.holdsPen, true)));

async function scene() {
  const [reporter, editor] = [await person("reporter"), await person("editor")];
  const { id } = await createStory(reporter);
  return { reporter, editor, id, one: newId(), two: newId() };
}

describe("being at a story together", () => {
  it("gives the pen to whoever opens it first, and tells the next who that is", async () => {
    const { reporter, editor, id, one, two } = await scene();
    await says(reporter, id, one, "write");
    const second = await says(editor, id, two, "write");
    expect(second.holder).toEqual({ name: reporter.name, mine: false, tab: null });
    expect(second.here.map(({ name, mine }) => ({ name, mine }))).toEqual([
      { name: editor.name, mine: true },
      { name: reporter.name, mine: false },
    ]);
    expect(await penOf(id)).toEqual([{ tab: one }]);
  });

  it("tells the holder who asks, and hands the pen to them when it is let go of", async () => {
    const { reporter, editor, id, one, two } = await scene();
    await says(reporter, id, one, "write");
    expect(await says(editor, id, two, "ask")).toMatchObject({ asked: true, askedBy: [] });
    expect((await says(reporter, id, one, "write")).askedBy).toEqual([editor.name]);
    await says(reporter, id, one, "leave");
    expect(await penOf(id)).toEqual([{ tab: two }]);
    const after = await says(editor, id, two, "read");
    expect(after).toMatchObject({ asked: false, holder: { mine: true, tab: two } });
    expect(after.here).toHaveLength(1);
  });

  it("frees the pen of a tab that was not seen for a minute", async () => {
    const { reporter, editor, id, one, two } = await scene();
    await says(reporter, id, one, "write");
    await database()
      .update(editPresence)
      .set({ seenAt: new Date(Date.now() - 60_000) })
      .where(eq(editPresence.tab, one));
    expect((await says(editor, id, two, "write")).holder).toMatchObject({ mine: true });
    expect((await says(reporter, id, one, "write")).holder).toMatchObject({ name: editor.name, mine: false });
  });

  it("lets exactly one of many tabs that take the pen at once have it", async () => {
    const { reporter, editor, id } = await scene();
    const tabs = Array.from({ length: 12 }, (_, at) => ({ tab: newId(), actor: at % 2 ? editor : reporter }));
    for (const wish of ["take", "write", "take"] as const) {
      await Promise.all(tabs.map(({ tab, actor }) => says(actor, id, tab, wish)));
      const holders = await penOf(id);
      expect(holders).toHaveLength(1);
      const told = await Promise.all(tabs.map(({ tab, actor }) => says(actor, id, tab, "read")));
      const believing = tabs.filter(({ tab }, at) => told[at]?.holder?.tab === tab);
      expect(believing.map(({ tab }) => ({ tab }))).toEqual(holders);
    }
  });

  it("lets the database refuse a second pen, whatever a writer believes", async () => {
    const { reporter, editor, id, one, two } = await scene();
    await says(reporter, id, one, "write");
    const second = { storyId: id, userId: editor.id, tab: two, holdsPen: true };
    await expect(database().insert(editPresence).values(second)).rejects.toMatchObject({
      cause: { constraint_name: "edit_presence_pen" },
    });
  });

  it("tells a reporter nothing of a story by somebody else", async () => {
    const { id, two } = await scene();
    const stranger = await person("reporter");
    expect(await writePresence(stranger, id, { tab: two, wish: "take" })).toEqual({
      ok: false,
      why: "not_found",
    });
    expect(await penOf(id)).toEqual([]);
  });
});
