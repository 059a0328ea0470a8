import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { correctStory, dueStories, publishScheduled, publishStory } from "./publish";
import { confirmPurge } from "./purge";
import { storiesOnBoard } from "./queries/desk/board";
import { storyByLink } from "./queries/desk/previews";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { instances } from "./schema/machine";
import { users } from "./schema/people";
import { publications } from "./schema/publications";
import { stories, storyEvents } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, section, wordsWith } from "./testing/people";
import { makePreviewLink, revokePreviewLink } from "./write-previews";
import { createStory, moveStory, scheduleStory, setEmbargo } from "./write-story";

useOwnDatabase();

const words = (headline: string, sectionId: string) =>
  wordsWith({ headline, sectionId, body: bodyOf(["The council met on Monday."]) });

async function approved(by: Actor, editor: Actor, sectionId: string, headline: string): Promise<string> {
  const { id } = await createStory(by);
  await saveText(by, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "autosave",
    name: "",
    words: words(headline, sectionId),
  });
  await moveStory(by, { id }, "send");
  const moved = await moveStory(editor, { id }, "approve");
  expect(moved.ok).toBe(true);
  return id;
}

/** Scheduled for a moment that has just passed by the database's clock. */
async function due(editor: Actor, id: string): Promise<void> {
  const set = await scheduleStory(editor, id, new Date(Date.now() + 3_600_000), "Europe/London");
  expect(set.ok).toBe(true);
  await database()
    .update(stories)
    .set({ scheduledFor: sql`now() - interval '1 second'` as never })
    .where(eq(stories.id, id));
}

const kindsOf = async (id: string) =>
  (await database().select({ kind: storyEvents.kind }).from(storyEvents).where(eq(storyEvents.storyId, id)))
    .map((event) => event.kind)
    .filter((kind) => kind === "fire" || kind === "missed");

describe("a schedule", () => {
  it("fires each of many stories exactly once, however many instances race for them", async () => {
    const [reporter, editor, { id: sectionId }] = [
      await person("reporter"),
      await person("editor"),
      await section(),
    ];
    const ids: string[] = [];
    for (let number = 0; number < 12; number += 1) {
      const id = await approved(reporter, editor, sectionId, `Story ${number}`);
      await due(editor, id);
      ids.push(id);
    }
    expect((await dueStories()).sort()).toEqual([...ids].sort());
    // Two workers that each go through all of them, in opposite orders, twice.
    const worker = async (order: readonly string[]) => {
      for (let round = 0; round < 2; round += 1) await Promise.all(order.map((id) => publishScheduled(id)));
    };
    await Promise.all([worker(ids), worker([...ids].reverse())]);
    for (const id of ids) expect(await kindsOf(id)).toEqual(["fire"]);
    expect(await dueStories()).toEqual([]);
    expect((await database().select().from(publications)).length).toBe(12);
  }, 60_000);

  it("that nobody may answer for any more is missed, and the board says so and why", async () => {
    const [reporter, editor, gone, { id: sectionId }] = [
      await person("reporter"),
      await person("editor"),
      await person("editor"),
      await section(),
    ];
    const id = await approved(reporter, editor, sectionId, "Set by somebody who left");
    await due(gone, id);
    await database().update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, gone.id));
    await publishScheduled(id);
    await publishScheduled(id);
    expect(await kindsOf(id)).toEqual(["missed"]);
    const board = await storiesOnBoard(
      editor,
      { text: "", section: "", person: "", mine: false, due: "", more: null },
      "UTC",
    );
    const card = board.flatMap((column) => column.cards).find((each) => each.id === id);
    expect(card).toMatchObject({ stage: "scheduled", missedBecause: "editors_only" });
  });

  it("changes a story that is live at its moment, and leaves readers the old text until then", async () => {
    const [reporter, editor, { id: sectionId }] = [
      await person("reporter"),
      await person("editor"),
      await section(),
    ];
    const id = await approved(reporter, editor, sectionId, "As it was");
    await publishStory(editor, { id });
    const headline = async () =>
      (await database().select().from(publications).where(eq(publications.storyId, id)))[0]?.headline;
    await saveText(reporter, {
      storyId: id,
      base: 2,
      key: newId(),
      kind: "autosave",
      name: "",
      words: words("As it will be", sectionId),
    });
    await moveStory(reporter, { id }, "send");
    await moveStory(editor, { id }, "approve");
    await due(editor, id);
    expect(await headline()).toBe("As it was");
    expect(await correctStory(editor, { id }, { kind: "update", text: "More is known." })).toEqual({
      ok: false,
      why: "wrong_stage",
    });
    await publishScheduled(id);
    expect(await headline()).toBe("As it will be");
    expect(await kindsOf(id)).toEqual(["fire"]);
  });
});

describe("what a command answers", () => {
  it("says when a server has not confirmed in time, and when all have", async () => {
    const { purged } = await (async () => {
      const [reporter, editor, { id: sectionId }] = [
        await person("reporter"),
        await person("editor"),
        await section(),
      ];
      const id = await approved(reporter, editor, sectionId, "Told to all");
      const published = await publishStory(editor, { id });
      if (!published.ok) throw new Error(published.why);
      return published.value;
    })();
    const server = newId();
    await database()
      .insert(instances)
      .values({ id: server, heartbeatAt: new Date(Date.now() + 60_000), appliedPurge: purged - 1 });
    expect(await confirmPurge(purged)).toEqual({ confirmed: false, waitingFor: 1 });
    await database().update(instances).set({ appliedPurge: purged }).where(eq(instances.id, server));
    expect(await confirmPurge(purged)).toEqual({ confirmed: true, waitingFor: 0 });
    await database().delete(instances).where(eq(instances.id, server));
  }, 15_000);
});

describe("a preview link", () => {
  const make = async (editor: Actor, id: string) => {
    const made = await makePreviewLink(editor, id, { label: "the lawyer", hours: 24 });
    if (!made.ok) throw new Error(made.why);
    return made.value.token;
  };
  const opens = async (token: string) => {
    const found = await storyByLink(token);
    return found === null || typeof found === "string" ? found : found.story.words.headline;
  };

  it("opens for whoever holds it, until it is taken back, runs out, or its maker may not make it any more", async () => {
    const [reporter, editor, other, { id: sectionId }] = [
      await person("reporter"),
      await person("editor"),
      await person("editor"),
      await section(),
    ];
    const id = await approved(reporter, editor, sectionId, "For your eyes");
    expect(await makePreviewLink(reporter, id, { label: "", hours: 24 })).toEqual({
      ok: false,
      why: "editors_only",
    });
    const [first, second, third] = [await make(editor, id), await make(editor, id), await make(other, id)];
    expect([await opens(first), await opens("guessed")]).toEqual(["For your eyes", null]);
    const [row] = await database().execute<{ id: string }>(
      sql`select id from preview_links where story_id = ${id} order by id limit 1`,
    );
    expect(await revokePreviewLink(reporter, row?.id ?? "")).toEqual({ ok: false, why: "editors_only" });
    expect((await revokePreviewLink(other, row?.id ?? "")).ok).toBe(true);
    expect([await opens(first), await opens(second)]).toEqual(["spent", "For your eyes"]);
    await database().execute(sql`update preview_links set expires_at = now() where made_by = ${editor.id}`);
    expect(await opens(second)).toBe("spent");
    await database().update(users).set({ role: "reporter" }).where(eq(users.id, other.id));
    expect(await opens(third)).toBe("spent");
    const kept = await database().execute<{ text: string }>(
      sql`select preview_links::text as text from preview_links`,
    );
    expect(kept.map((each) => each.text).join()).not.toContain(first);
  });

  it("shows nothing under an embargo, and none is made then", async () => {
    const [reporter, editor, { id: sectionId }] = [
      await person("reporter"),
      await person("editor"),
      await section(),
    ];
    const id = await approved(reporter, editor, sectionId, "Not before Friday");
    const token = await make(editor, id);
    await setEmbargo(editor, id, new Date(Date.now() + 3_600_000));
    expect(await opens(token)).toBe("embargoed");
    expect(await makePreviewLink(editor, id, { label: "", hours: 24 })).toEqual({
      ok: false,
      why: "embargoed",
    });
    await setEmbargo(editor, id, null);
    expect(await opens(token)).toBe("Not before Friday");
  });
});
