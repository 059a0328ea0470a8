import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import type { PublicDocument } from "@/domain/publication/document";
import { database } from "./client";
import { publishStory } from "./publish";
import { pictureForDesk, picturesListed } from "./queries/desk/pictures";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { publications } from "./schema/publications";
import { pictureUses } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, pictureOnFile, section, wordsWith } from "./testing/people";
import { changePicture, type StoredPicture } from "./write-media";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

let reporter: Actor;
let colleague: Actor;
let editor: Actor;
beforeAll(async () => {
  reporter = await person("reporter");
  colleague = await person("reporter");
  editor = await person("editor");
});

const picture = (words: { alt?: string; credit?: string } = {}) => pictureOnFile(reporter, words);

async function storyWith(hero: StoredPicture, inText: StoredPicture) {
  const { id } = await createStory(reporter);
  const at = await section();
  const body = bodyOf(["Some text."]);
  const words = wordsWith({
    sectionId: at.id,
    hero: { mediaId: hero.id, alt: "A mole", caption: "", credit: "Pell" },
    body: {
      type: "doc",
      content: [
        ...(body.content ?? []),
        { type: "picture", attrs: { mediaId: inText.id, alt: "A buoy", caption: "", credit: "Pell" } },
      ],
    },
  });
  const saved = await saveText(reporter, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "named",
    name: "",
    words,
  });
  if (!saved.ok) throw new Error(saved.why.why);
  return { id, words, revision: saved.value.revision };
}

async function published(hero: StoredPicture, inText: StoredPicture) {
  const story = await storyWith(hero, inText);
  for (const [who, move] of [
    [reporter, "send"],
    [editor, "approve"],
  ] as const) {
    const moved = await moveStory(who, { id: story.id }, move);
    if (!moved.ok) throw new Error(moved.why);
  }
  const out = await publishStory(editor, { id: story.id });
  if (!out.ok) throw new Error(out.why);
  return story;
}

describe("the library", () => {
  it("finds by any words, percent signs as typed, and pages by key", async () => {
    const mark = newId().slice(-10);
    const made: string[] = [];
    for (let number = 0; number < 40; number += 1)
      made.push((await picture({ alt: `Harbour ${mark}`, credit: number === 7 ? "100% Pell" : "" })).id);
    const first = await picturesListed(colleague, { text: mark });
    expect(first.pictures).toHaveLength(36);
    const second = await picturesListed(colleague, { text: mark, before: first.older ?? "" });
    expect(second.older).toBeNull();
    expect([...first.pictures, ...second.pictures].map(({ id }) => id)).toEqual(made.toReversed());
    const percent = await picturesListed(colleague, { text: "100% p" });
    expect(percent.pictures.map(({ id }) => id)).toEqual([made[7]]);
    expect((await picturesListed(colleague, { text: mark, mine: true })).pictures).toEqual([]);
  });

  it("answers a search from the index of its words", async () => {
    await database().execute(sql`set enable_seqscan = off`);
    const plan = await database().execute<{ "QUERY PLAN": string }>(
      sql`explain select id from media where (alt || ' ' || caption || ' ' || credit || ' ' || rights) ilike '%harbour%'`,
    );
    expect(JSON.stringify(plan)).toContain("media_words");
  });

  it("knows which stories show a picture, in the draft and live, and names no story to who may not see it", async () => {
    const [hero, inText] = [await picture(), await picture()];
    const story = await published(hero, inText);
    const draft = await storyWith(hero, inText);
    const uses = async (who: Actor, of: StoredPicture) => (await pictureForDesk(who, of.id))?.uses;
    expect(await uses(editor, inText)).toEqual([
      expect.objectContaining({ storyId: story.id, address: expect.stringContaining("/"), inDraft: true }),
      { storyId: draft.id, headline: "A headline", address: null, inDraft: true },
    ]);
    expect((await uses(colleague, hero))?.at(1)).toEqual({
      storyId: "",
      headline: null,
      address: null,
      inDraft: true,
    });
    const bare = { ...draft.words, hero: null, body: bodyOf(["Nothing to see."]) };
    await saveText(reporter, {
      storyId: draft.id,
      base: draft.revision,
      key: newId(),
      kind: "autosave",
      name: "",
      words: bare,
    });
    expect(await database().select().from(pictureUses).where(eq(pictureUses.storyId, draft.id))).toEqual([]);
    expect(await uses(editor, hero)).toHaveLength(1);
  });

  it("takes the words with which a picture is first published, and leaves those it has", async () => {
    const [hero, inText] = [await picture(), await picture({ alt: "What it is really" })];
    await published(hero, inText);
    expect((await pictureForDesk(editor, hero.id))?.picture).toMatchObject({ alt: "A mole", credit: "Pell" });
    expect((await pictureForDesk(editor, inText.id))?.picture).toMatchObject({
      alt: "What it is really",
      credit: "",
    });
  });
});

describe("changing a picture", () => {
  const shown = async (storyId: string) => {
    const [row] = await database()
      .select({ document: publications.document, picture: publications.picture })
      .from(publications)
      .where(eq(publications.storyId, storyId));
    if (!row) throw new Error("not published");
    return row;
  };
  const focalIn = (document: PublicDocument) => [
    document.hero?.focal,
    ...document.body.flatMap((block) => (block.kind === "picture" ? [block.picture.focal] : [])),
  ];

  it("moves the crop at once wherever readers see it, and changes nothing else of what they read", async () => {
    const [hero, inText] = [await picture(), await picture()];
    const story = await published(hero, inText);
    const before = await shown(story.id);
    const changed = await changePicture(editor, { id: hero.id, alt: "Another", focal: [0.1, 0.9] });
    expect(changed).toMatchObject({ ok: true, value: { purged: expect.any(Number) } });
    const after = await shown(story.id);
    expect(after.picture?.focal).toEqual([0.1, 0.9]);
    expect(focalIn(after.document)).toEqual([
      [0.1, 0.9],
      [0.5, 0.5],
    ]);
    const levelled = (document: PublicDocument) => ({ ...document, hero: { ...document.hero, focal: null } });
    expect(levelled(after.document)).toEqual(levelled(before.document));
  });

  it("is for whoever brought it in until readers have it, and for editors", async () => {
    const [hero, inText] = [await picture(), await picture()];
    expect(await changePicture(colleague, { id: hero.id, focal: [0.5, 0.5] })).toEqual({
      ok: false,
      why: "not_your_picture",
    });
    expect(await changePicture(reporter, { id: hero.id, focal: [0.3, 0.5] })).toEqual({
      ok: true,
      value: { purged: null },
    });
    await published(hero, inText);
    expect(await changePicture(reporter, { id: hero.id, focal: [0.4, 0.5] })).toEqual({
      ok: false,
      why: "picture_live",
    });
    expect(await changePicture(reporter, { id: hero.id, rights: "Until May", focal: [0.3, 0.5] })).toEqual({
      ok: true,
      value: { purged: null },
    });
    expect(await changePicture(editor, { id: newId(), focal: [0.3, 0.5] })).toEqual({
      ok: false,
      why: "not_found",
    });
  });
});
