import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "./client";
import {
  amendCorrection,
  correctStory,
  publishScheduled,
  publishStory,
  putBackStory,
  withdrawStory,
} from "./publish";
import { frontForEditing } from "./queries/desk/front";
import { storyByLink } from "./queries/desk/previews";
import { addressesOfTwoDays, sitemapPart, sitemapParts } from "./queries/site/addresses";
import { newestCorrections } from "./queries/site/corrections";
import { frontPage } from "./queries/site/front";
import { authorNamed, newestStories, storiesBy, storiesOn, storiesOnDay } from "./queries/site/lists";
import { newestQuotes, quotesOfSpeaker } from "./queries/site/quotes";
import { storyOfReplies } from "./queries/site/replies";
import { searchStories } from "./queries/site/search";
import { publicationAt } from "./queries/site/story";
import { textsOf } from "./queries/site/texts";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { topics } from "./schema/paper";
import { corrections } from "./schema/publications";
import { stories } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, section, wordsWith } from "./testing/people";
import { publishFront } from "./write-front";
import { makePreviewLink } from "./write-previews";
import { createStory, moveStory, scheduleStory, setEmbargo } from "./write-story";

useOwnDatabase();

/** A word that stands nowhere but in the story under embargo. */
const telling = "zanzibarine";
const inAnHour = () => new Date(Date.now() + 3_600_000);
const embargoed = { ok: false, why: "embargoed" };

async function set(headline: string) {
  const [ines, editor, { id: sectionId, slug }] = [
    await person("reporter"),
    await person("editor"),
    await section(),
  ];
  const topicId = newId();
  await database().insert(topics).values({ id: topicId, slug: topicId, name: topicId });
  const { id } = await createStory(ines);
  const words = (said: string) =>
    wordsWith({ headline, sectionId, topicIds: [topicId], body: bodyOf([said]) });
  const save = (base: number, said: string) =>
    saveText(ines, { storyId: id, base, key: newId(), kind: "autosave", name: "", words: words(said) });
  return { ines, editor, id, sectionId, slug, topicId, save };
}

async function approve(by: Awaited<ReturnType<typeof set>>) {
  await moveStory(by.ines, { id: by.id }, "send");
  expect(await moveStory(by.editor, { id: by.id }, "approve")).toMatchObject({ ok: true });
}

/** All that readers and their programs are told, by every question that the site asks. */
async function everythingReadersSee({ ines, id, sectionId, slug, topicId }: Awaited<ReturnType<typeof set>>) {
  const parts = await sitemapParts();
  const front = await frontPage();
  return JSON.stringify([
    [...front.placed.values()],
    front,
    await newestStories(),
    await newestStories({ sectionId }),
    await storiesBy(ines.id, undefined),
    await authorNamed(ines.id),
    await storiesOn(topicId, undefined),
    await storiesOnDay(new Date().toISOString().slice(0, 10), "UTC"),
    await searchStories(telling),
    await newestQuotes(20),
    await quotesOfSpeaker(telling, undefined),
    await newestCorrections(undefined),
    await addressesOfTwoDays(),
    await Promise.all(parts.map((part) => sitemapPart(part.from))),
    [...(await textsOf([id])).values()],
    await publicationAt(`/${slug}/${telling}`),
    await storyOfReplies(`/${slug}/${telling}`),
  ]);
}

/** All that is kept where the site reads, and all letters to whoever is not on the staff. */
async function everythingKeptForReaders() {
  const kept = await database().execute<{ kept: string }>(sql`
    select p::text as kept from publications p
    union all select q::text from publication_quotes q
    union all select d::text from digests d
    union all select d::text from digest_stories d
    union all select f::text from front_slots f
    union all select o::text from outbox o where o.recipient not in (select email from users)`);
  return kept.map((row) => row.kept).join("\n");
}

describe("a story under embargo", () => {
  it("goes out by no way there is: publishing, a schedule, the clock, a link for somebody outside", async () => {
    const held = await set(telling);
    const { id, editor } = held;
    await held.save(1, `All about ${telling}.`);
    await approve(held);
    const link = await makePreviewLink(editor, id, { label: "", hours: 24 });
    if (!link.ok) throw new Error(link.why);
    await setEmbargo(editor, id, new Date(Date.now() + 7_200_000));
    // Its schedule is older than the embargo, and its moment comes.
    await database()
      .update(stories)
      .set({ stage: "scheduled", scheduledBy: editor.id, scheduledFor: new Date(Date.now() - 1_000) })
      .where(eq(stories.id, id));
    await publishScheduled(id);
    const [missed] = await database().select().from(stories).where(eq(stories.id, id));
    expect(missed).toMatchObject({ stage: "scheduled", missedBecause: "embargoed" });
    await database()
      .update(stories)
      .set({ stage: "approved", scheduledBy: null, scheduledFor: null, missedBecause: null })
      .where(eq(stories.id, id));
    expect(await publishStory(editor, { id })).toEqual(embargoed);
    expect(await publishStory(await person("admin"), { id })).toEqual(embargoed);
    expect(await correctStory(editor, { id }, { kind: "update", text: telling })).toMatchObject({
      ok: false,
    });
    expect(await scheduleStory(editor, id, inAnHour(), "UTC")).toMatchObject({ ok: false });
    expect(await makePreviewLink(editor, id, { label: "", hours: 1 })).toEqual(embargoed);
    expect(JSON.stringify(await storyByLink(link.value.token))).not.toContain(telling);
    expect(await everythingReadersSee(held)).not.toContain(telling);
    expect(await everythingKeptForReaders()).not.toContain(telling);
    // The way out was looked at rightly: without the embargo all of it tells.
    await setEmbargo(editor, id, null);
    expect(await publishStory(editor, { id })).toMatchObject({ ok: true });
    expect(await everythingReadersSee(held)).toContain(telling);
    expect(await everythingKeptForReaders()).toContain(telling);
  });

  it("that is already with readers stays with them as it was, and no change goes out before the moment", async () => {
    const held = await set(`Plain ${newId()}`);
    const { id, editor } = held;
    await held.save(1, "Nothing yet.");
    await approve(held);
    expect(await publishStory(editor, { id })).toMatchObject({ ok: true });
    const later = `quagmirish ${newId()}`;
    const [row] = await database()
      .select({ revision: stories.revision })
      .from(stories)
      .where(eq(stories.id, id));
    expect(await held.save(row?.revision ?? 0, later)).toMatchObject({ ok: true });
    await approve(held);
    expect(await setEmbargo(editor, id, inAnHour())).toMatchObject({ ok: true });
    expect(await correctStory(editor, { id }, { kind: "update", text: later })).toEqual(embargoed);
    expect(await publishStory(editor, { id })).toMatchObject({ ok: false });
    expect(await everythingReadersSee(held)).not.toContain(later);
    expect(await everythingKeptForReaders()).not.toContain(later);
    expect(await newestCorrections(undefined)).not.toContainEqual(expect.objectContaining({ text: later }));
  });

  it("is not held back once readers have it, and may be after it is withdrawn", async () => {
    const held = await set(`Plain ${newId()}`);
    const { id, editor, ines } = held;
    await held.save(1, "Nothing yet.");
    await approve(held);
    expect(await publishStory(editor, { id })).toMatchObject({ ok: true });
    expect(await setEmbargo(editor, id, inAnHour())).toEqual({ ok: false, why: "out_already" });
    expect(await setEmbargo(ines, id, inAnHour())).toEqual({ ok: false, why: "editors_only" });
    await withdrawStory(editor, id, { note: "Not before Friday.", readersNote: "" });
    expect(await setEmbargo(editor, id, inAnHour())).toMatchObject({ ok: true });
    expect(await putBackStory(editor, id, "")).toEqual(embargoed);
  });

  it("is told in no new words by a front or an older correction while its change is held back", async () => {
    const held = await set(`Plain ${newId()}`);
    const { id, editor } = held;
    await held.save(1, "Nothing yet.");
    await approve(held);
    await publishStory(editor, { id });
    await held.save(2, "Something now.");
    await approve(held);
    const first = await correctStory(editor, { id }, { kind: "update", text: "A first update." });
    if (!first.ok) throw new Error(first.why);
    const base = async () => (await frontForEditing(editor))?.revision ?? 0;
    const front = async (headline: string, bar = "") =>
      publishFront(editor, {
        front: "front",
        base: await base(),
        arranged: {
          placings: [{ place: "lead", storyId: id, headline, picture: null, pinnedUntil: null }],
          quotes: [],
          breaking: bar ? { text: bar, href: first.value.address, until: null } : null,
        },
      });
    expect(await front("As it was told before")).toMatchObject({ ok: true });
    await held.save(3, telling);
    expect(await setEmbargo(editor, id, inAnHour())).toMatchObject({ ok: true });
    expect(await front(telling)).toEqual(embargoed);
    expect(await front("As it was told before", telling)).toEqual(embargoed);
    // As it was, or in the words that readers have, it may stand.
    expect(await front("As it was told before")).toMatchObject({ ok: true });
    expect(await front("")).toMatchObject({ ok: true });
    const [corrected] = await database().select().from(corrections).where(eq(corrections.storyId, id));
    const amended = { text: telling, was: "", says: "", why: "More is known." };
    expect(await amendCorrection(editor, corrected?.id ?? "", amended)).toEqual(embargoed);
    await setEmbargo(editor, id, null);
    expect(await front(telling, telling)).toMatchObject({ ok: true });
    expect(await amendCorrection(editor, corrected?.id ?? "", amended)).toMatchObject({ ok: true });
  });
});
