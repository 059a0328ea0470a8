import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Placing } from "@/domain/front-page";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { publishStory, withdrawStory } from "./publish";
import { frontForEditing, liveStories } from "./queries/desk/front";
import { repliesIn, replyCounts } from "./queries/desk/replies";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { purges } from "./schema/machine";
import { deskEvents } from "./schema/people";
import { replies } from "./schema/publications";
import { useOwnDatabase } from "./testing/database";
import { person, section, wordsWith } from "./testing/people";
import { arrangeFrontPage } from "./write-front";
import { decideReplies } from "./write-replies";
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

const placed = (place: Placing["place"], storyId: string, headline = ""): Placing => ({
  place,
  storyId,
  headline,
  pinnedUntil: null,
});
const frontOf = async (editor: Actor) => {
  const front = await frontForEditing(editor);
  if (!front) throw new Error("an editor sees the front page");
  return front;
};
const purgedBy = async (id: number) =>
  (await database().select().from(purges).where(eq(purges.id, id)))[0]?.addresses;

describe("arranging the front page", () => {
  it("is refused to reporters, and shown to none of them", async () => {
    const reporter = await person("reporter");
    expect(await arrangeFrontPage(reporter, { base: "", placings: [], breaking: null })).toEqual({
      ok: false,
      why: "editors_only",
    });
    expect(await frontForEditing(reporter)).toBeNull();
    expect(await liveStories(reporter)).toEqual([]);
  });

  it("publishes the whole page in one step, with its trail and the purge of the front page", async () => {
    const editor = await person("editor");
    const [one, two] = [await liveStory(editor), await liveStory(editor)];
    const { base } = await frontOf(editor);
    const placings = [placed("lead", one, "Shorter"), placed("grid-2", two)];
    const saved = await arrangeFrontPage(editor, { base, placings, breaking: null });
    if (!saved.ok) throw new Error(saved.why);
    expect((await frontOf(editor)).placings).toEqual(placings);
    expect(await purgedBy(saved.value.purge)).toEqual(["/"]);
    const [event] = await database().select().from(deskEvents).where(eq(deskEvents.actorId, editor.id));
    expect(event).toMatchObject({ kind: "front_page", note: expect.stringContaining("Lead: Shorter") });
  });

  it("does not let one editor undo another unseen", async () => {
    const [one, other] = [await person("editor"), await person("editor")];
    const story = await liveStory(one);
    const { base } = await frontOf(one);
    const [first, second] = await Promise.all([
      arrangeFrontPage(one, { base, placings: [placed("lead", story)], breaking: null }),
      arrangeFrontPage(other, { base, placings: [placed("opinion", story)], breaking: null }),
    ]);
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    const refused = first.ok ? second : first;
    expect(refused).toEqual({ ok: false, why: "stale_revision" });
    expect((await frontOf(one)).placings).toHaveLength(1);
  });

  it("takes the breaking bar to every page, and refuses a link that is not safe", async () => {
    const editor = await person("editor");
    const { base } = await frontOf(editor);
    const unsafe = { text: "Flood", href: "javascript:alert(1)" };
    expect(await arrangeFrontPage(editor, { base, placings: [], breaking: unsafe })).toEqual({
      ok: false,
      why: "unsafe_link",
    });
    const breaking = { text: "Flood warning", href: "/harbour/flood" };
    const saved = await arrangeFrontPage(editor, { base, placings: [], breaking });
    if (!saved.ok) throw new Error(saved.why);
    expect(await purgedBy(saved.value.purge)).toEqual(["*"]);
    expect((await frontOf(editor)).breaking).toEqual(breaking);
  });

  it("places only what is live, and each story once", async () => {
    const editor = await person("editor");
    const story = await liveStory(editor);
    const { base } = await frontOf(editor);
    const twice = [placed("lead", story), placed("grid-1", story)];
    expect(await arrangeFrontPage(editor, { base, placings: twice, breaking: null })).toMatchObject({
      why: "already_there",
    });
    await withdrawStory(editor, story, { note: "legal", readersNote: "" });
    expect(
      await arrangeFrontPage(editor, { base, placings: [placed("lead", story)], breaking: null }),
    ).toMatchObject({ why: "not_live" });
    expect((await liveStories(editor)).map((each) => each.id)).not.toContain(story);
  });
});

describe("moderating replies", () => {
  async function heldReply(editor: Actor) {
    const storyId = await liveStory(editor);
    const id = newId();
    await database()
      .insert(replies)
      .values({ id, storyId, name: "P. Quill", email: "quill@example.org", text: "I have the notice." });
    return id;
  }

  it("shows, refuses and holds again, with the story's page purged whenever readers see a difference", async () => {
    const editor = await person("editor");
    const id = await heldReply(editor);
    const shown = await decideReplies(editor, { ids: [id], from: "held", to: "shown" });
    if (!shown.ok || shown.value.purge === null) throw new Error("a shown reply is seen by readers");
    expect(await purgedBy(shown.value.purge)).toHaveLength(2);
    const held = await decideReplies(editor, { ids: [id], from: "shown", to: "held" });
    expect(held).toMatchObject({ ok: true, value: { moved: [id], purge: expect.any(Number) } });
    const refused = await decideReplies(editor, { ids: [id], from: "held", to: "refused" });
    expect(refused).toMatchObject({ ok: true, value: { moved: [id], purge: null } });
    expect((await repliesIn(editor, "refused", null)).replies.map((reply) => reply.id)).toContain(id);
  });

  it("tells an editor that another has decided meanwhile, and takes a second press as the first", async () => {
    const [one, other] = [await person("editor"), await person("editor")];
    const id = await heldReply(one);
    await decideReplies(one, { ids: [id], from: "held", to: "refused" });
    expect(await decideReplies(other, { ids: [id], from: "held", to: "shown" })).toEqual({
      ok: false,
      why: "already_there",
    });
    expect(await decideReplies(one, { ids: [id], from: "held", to: "refused" })).toMatchObject({ ok: true });
  });

  it("keeps replies and their senders from reporters", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const id = await heldReply(editor);
    expect(await decideReplies(reporter, { ids: [id], from: "held", to: "shown" })).toMatchObject({
      why: "editors_only",
    });
    expect((await repliesIn(reporter, "held", null)).replies).toEqual([]);
    expect(await replyCounts(reporter)).toEqual({ held: 0, shown: 0, refused: 0 });
    expect((await replyCounts(editor)).held).toBeGreaterThan(0);
  });
});
