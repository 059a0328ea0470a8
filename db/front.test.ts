import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Arranged, type Breaking, frontAsText, type Placing } from "@/domain/front-page";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { publishStory, putBackStory, withdrawStory } from "./publish";
import { curatedDraft, frontForEditing, liveQuotes, liveStories } from "./queries/desk/front";
import { repliesIn, replyCounts } from "./queries/desk/replies";
import { frontPage, frontTurnedSince, sectionFront } from "./queries/site/front";
import { isPictureLive } from "./queries/site/media";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { purges } from "./schema/machine";
import { media } from "./schema/media";
import { sections } from "./schema/paper";
import { deskEvents } from "./schema/people";
import { publicationQuotes, replies } from "./schema/publications";
import { useOwnDatabase } from "./testing/database";
import { person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { publishFront, saveFrontDraft } from "./write-front";
import { decideReplies } from "./write-replies";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

async function liveStory(editor: Actor, inSection?: string): Promise<string> {
  const reporter = await person("reporter");
  const sectionId = inSection ?? (await section()).id;
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
  picture: null,
  pinnedUntil: null,
});
const arranged = (placings: readonly Placing[], more: Partial<Arranged> = {}): Arranged => ({
  placings,
  quotes: [],
  breaking: null,
  ...more,
});
const frontOf = async (editor: Actor, front = "front") => {
  const found = await frontForEditing(editor, front);
  if (!found) throw new Error("an editor sees the front page");
  return found;
};
/** Publishes over whatever other tests of this file left. */
async function published(editor: Actor, given: Arranged, front = "front") {
  const { revision } = await frontOf(editor, front);
  const saved = await publishFront(editor, { front, base: revision, arranged: given });
  if (!saved.ok) throw new Error(JSON.stringify(saved.why));
  return saved.value;
}
const purgedBy = async (id: number) =>
  (await database().select().from(purges).where(eq(purges.id, id)))[0]?.addresses;
const onSite = async () => (await frontPage()).placed;

describe("arranging a front", () => {
  it("is refused to reporters, and shown to none of them", async () => {
    const reporter = await person("reporter");
    const given = { front: "front", base: 0, arranged: arranged([]) };
    expect(await publishFront(reporter, given)).toEqual({ ok: false, why: "editors_only" });
    expect(await saveFrontDraft(reporter, given)).toEqual({ ok: false, why: "editors_only" });
    expect(await frontForEditing(reporter)).toBeNull();
    expect(await liveStories(reporter)).toEqual([]);
    expect(await liveQuotes(reporter)).toEqual([]);
    expect(await curatedDraft(reporter, arranged([]), new Date())).toEqual({ slots: [], quotes: [] });
  });

  it("keeps a draft of which readers see nothing, and publishes it in one step, once, with its trail", async () => {
    const editor = await person("editor");
    const [one, two] = [await liveStory(editor), await liveStory(editor)];
    const given = arranged([placed("lead", one, "Shorter\u202e"), placed("grid-2", two)]);
    const { revision } = await frontOf(editor);
    const kept = await saveFrontDraft(editor, { front: "front", base: revision, arranged: given });
    expect(kept).toEqual({ ok: true, value: { revision: revision + 1 } });
    expect((await onSite()).get("lead")?.headline).not.toBe("Shorter");
    const saved = await published(editor, given);
    expect((await onSite()).get("lead")).toMatchObject({ storyId: one, headline: "Shorter" });
    expect((await onSite()).get("grid-2")?.storyId).toBe(two);
    expect(await purgedBy(saved.purge)).toContain("/");
    const { draft, live, published: by } = await frontOf(editor);
    expect(frontAsText(draft)).toBe(frontAsText(live));
    expect(by?.by).toBe(editor.name);
    // A second press.
    await published(editor, given);
    const events = await database().select().from(deskEvents).where(eq(deskEvents.actorId, editor.id));
    const told = events.filter((event) => event.kind === "front_saved");
    expect(told).toHaveLength(1);
    expect(told[0]?.note).toContain("Lead: Shorter");
  });

  it("does not let one of many editors undo another unseen: each is told who changed what", async () => {
    const editors = [];
    for (let count = 0; count < 6; count += 1) editors.push(await person("editor"));
    const [first] = editors;
    if (!first) throw new Error("there are editors");
    const story = await liveStory(first);
    const { revision: base } = await frontOf(first);
    const answers = await Promise.all(
      editors.map((editor, at) => {
        const given = arranged([placed("lead", story, `Headline ${at}`)]);
        const write = at % 2 ? saveFrontDraft : publishFront;
        return write(editor, { front: "front", base, arranged: given });
      }),
    );
    const winner = answers.findIndex((answer) => answer.ok);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers.filter((each) => !each.ok)) {
      expect(answer).toMatchObject({
        why: {
          stale: true,
          by: editors[winner]?.name,
          at: expect.any(Date),
          revision: base + 1,
          theirs: { placings: [{ headline: `Headline ${winner}` }] },
        },
      });
    }
    expect((await frontOf(first)).draft.placings).toMatchObject([{ headline: `Headline ${winner}` }]);
  });

  it("takes the breaking bar to every page until its moment, and refuses a link that is not safe", async () => {
    const editor = await person("editor");
    const { revision: base } = await frontOf(editor);
    const with_ = (breaking: Breaking) => ({ front: "front", base, arranged: arranged([], { breaking }) });
    const unsafe = { text: "Flood", href: "javascript:alert(1)", until: null };
    expect(await publishFront(editor, with_(unsafe))).toEqual({ ok: false, why: "unsafe_link" });
    const { now } = await frontTurnedSince(null);
    const breaking = {
      text: "Flood warning",
      href: "/harbour/flood",
      until: new Date(Date.parse(now) + 400).toISOString(),
    };
    const saved = await published(editor, arranged([], { breaking }));
    expect(await purgedBy(saved.purge)).toEqual(["*"]);
    expect((await frontOf(editor)).live.breaking).toEqual(breaking);
    await expect.poll(async () => (await frontTurnedSince(now)).turned).toBe(true);
    await published(editor, arranged([]));
  });

  it("places only what is live, and each story once", async () => {
    const editor = await person("editor");
    const story = await liveStory(editor);
    const { revision: base } = await frontOf(editor);
    const give = (given: Arranged) => publishFront(editor, { front: "front", base, arranged: given });
    expect(await give(arranged([placed("lead", story), placed("grid-1", story)]))).toMatchObject({
      why: "already_there",
    });
    await withdrawStory(editor, story, { note: "legal", readersNote: "" });
    expect(await give(arranged([placed("lead", story)]))).toMatchObject({ why: "not_live" });
    expect(await give(arranged([], { quotes: [{ storyId: newId(), ref: "none" }] }))).toMatchObject({
      why: "not_live",
    });
    expect((await liveStories(editor)).map((each) => each.id)).not.toContain(story);
  });

  it("lets nothing put over a story outlive its withdrawal, in the draft or before readers", async () => {
    const editor = await person("editor");
    const story = await liveStory(editor);
    await published(editor, arranged([placed("lead", story, "Over it")]));
    await withdrawStory(editor, story, { note: "legal", readersNote: "" });
    expect((await onSite()).get("lead")?.storyId).not.toBe(story);
    await putBackStory(editor, story, "cleared");
    const { draft, live } = await frontOf(editor);
    expect([draft.placings, live.placings]).toEqual([[], []]);
    expect([...(await onSite()).values()].map((each) => each.headline)).not.toContain("Over it");
  });

  it("lets a pin run out by the database's clock", async () => {
    const editor = await person("editor");
    const [old, newer] = [await liveStory(editor), await liveStory(editor)];
    const pinned = (pinnedUntil: string) => arranged([{ ...placed("second-1", old, "Pinned"), pinnedUntil }]);
    const headlines = async () => [...(await onSite()).values()].map((each) => each.headline);
    await published(editor, pinned(new Date(Date.now() + 60_000).toISOString()));
    expect(await headlines()).toContain("Pinned");
    await published(editor, pinned(new Date(Date.now() - 1_000).toISOString()));
    expect(await headlines()).not.toContain("Pinned");
    expect((await onSite()).get("lead")?.storyId).toBe(newer);
  });

  it("lets no words off the record in by a headline or the breaking bar", async () => {
    const editor = await person("editor");
    const story = await liveStory(editor);
    await quoteOnRecord(editor, "The harbour master sold the tide gauge to his own brother", {
      groundRule: "off_record",
    });
    const { revision: base } = await frontOf(editor);
    const words = "HARBOUR MASTER sold the tide gauge to his brother";
    const bar = { text: words, href: "", until: null };
    for (const given of [arranged([placed("lead", story, words)]), arranged([], { breaking: bar })]) {
      expect(await publishFront(editor, { front: "front", base, arranged: given })).toEqual({
        ok: false,
        why: "off_the_record",
      });
    }
  });

  it("shows chosen quotations as their story has them, and in no other words", async () => {
    const editor = await person("editor");
    const [story, ref] = [await liveStory(editor), `q${newId()}`];
    const said = (words: string) => ({
      storyId: story,
      number: 1,
      ref,
      words,
      speakerSlug: ref,
      speakerName: "Ada Quill",
      speakerRole: "",
      occasion: "",
      verified: "",
      publishedAt: new Date(),
    });
    await database().insert(publicationQuotes).values(said("The gauge was right all along"));
    const quotes = [{ storyId: story, ref }];
    await published(editor, arranged([], { quotes }));
    expect((await frontPage()).quotes[0]?.words).toBe("The gauge was right all along");
    expect(await liveQuotes(editor, { text: "ada quill" })).toMatchObject([{ ref, storyId: story }]);
    await database()
      .update(publicationQuotes)
      .set(said("It was right"))
      .where(eq(publicationQuotes.ref, ref));
    expect((await frontPage()).quotes[0]?.words).toBe("It was right");
    await withdrawStory(editor, story, { note: "legal", readersNote: "" });
    expect((await frontPage()).quotes.map((quote) => quote.ref)).not.toContain(ref);
    expect((await frontOf(editor)).live.quotes).toEqual([]);
  });

  it("shows a picture of the library only with words and credit, and only while its story is live", async () => {
    const editor = await person("editor");
    const story = await liveStory(editor);
    const [id, name] = [newId(), newId().replaceAll("-", "")];
    await database()
      .insert(media)
      .values({
        id,
        name,
        width: 800,
        height: 600,
        widths: [480, 800],
        alt: "A tide gauge",
        createdBy: editor.id,
      });
    const claimed = {
      id,
      name: "other",
      widths: [1],
      width: 1,
      height: 1,
      alt: "x",
      caption: "",
      credit: "x",
    };
    const given = arranged([{ ...placed("lead", story), picture: { ...claimed, focal: [0, 0] } }]);
    const { revision: base } = await frontOf(editor);
    expect(await publishFront(editor, { front: "front", base, arranged: given })).toMatchObject({
      why: "picture_wordless",
    });
    expect(await isPictureLive(name)).toBe(false);
    await database().update(media).set({ credit: "Runa" }).where(eq(media.id, id));
    await published(editor, given);
    expect((await onSite()).get("lead")?.picture).toMatchObject({
      name,
      alt: "A tide gauge",
      credit: "Runa",
    });
    expect(await isPictureLive(name)).toBe(true);
    await withdrawStory(editor, story, { note: "legal", readersNote: "" });
    expect(await isPictureLive(name)).toBe(false);
  });

  it("curates a section's page on its own, and leaves it a plain list until then", async () => {
    const editor = await person("editor");
    const at = await section();
    const [one, two] = [await liveStory(editor, at.id), await liveStory(editor, at.id)];
    expect(await sectionFront(at)).toBeNull();
    const saved = await published(editor, arranged([placed("lead", one, "First of all")]), at.id);
    const [row] = await database().select().from(sections).where(eq(sections.id, at.id));
    expect(await purgedBy(saved.purge)).toEqual([`/${row?.slug}`]);
    const front = await sectionFront(at);
    expect(front?.placed.get("lead")).toMatchObject({ storyId: one, headline: "First of all" });
    expect(front?.placed.get("second-1")?.storyId).toBe(two);
    expect((await frontOf(editor)).live.placings.map((each) => each.headline)).not.toContain("First of all");
    const opinion = { front: at.id, base: saved.revision, arranged: arranged([placed("opinion", one)]) };
    expect(await publishFront(editor, opinion)).toMatchObject({ why: "not_found" });
    const nowhere = { front: newId(), base: 0, arranged: arranged([]) };
    expect(await publishFront(editor, nowhere)).toMatchObject({ why: "not_found" });
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
