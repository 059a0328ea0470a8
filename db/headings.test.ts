import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { publishStory, withdrawStory } from "./publish";
import { storyForDesk } from "./queries/desk/story";
import { headingInstead, sectionNamed } from "./queries/site/headings";
import { newestStories, storiesOn, topicNamed } from "./queries/site/lists";
import { paperWithSections } from "./queries/site/paper";
import { addressInstead, publicationAt } from "./queries/site/story";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { purges } from "./schema/machine";
import { sections, topics } from "./schema/paper";
import { publications } from "./schema/publications";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, wordsWith } from "./testing/people";
import { addHeading, renameHeading, retireHeading, setSectionLanguage } from "./write-headings";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

const letters = () =>
  newId()
    .slice(-12)
    .replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));

async function headingCalled(admin: Actor, heading: "section" | "topic", name: string): Promise<string> {
  expect(await addHeading(admin, heading, name)).toMatchObject({ ok: true });
  const table = heading === "section" ? sections : topics;
  const [row] = await database().select({ id: table.id }).from(table).where(eq(table.name, name));
  return row?.id ?? "";
}

const saved = (by: Actor, storyId: string, base: number, sectionId: string, topicIds: string[] = []) =>
  saveText(by, {
    storyId,
    base,
    key: newId(),
    kind: "autosave",
    name: "",
    words: wordsWith({ headline: `Councils ${storyId}`, sectionId, topicIds, body: bodyOf(["They meet."]) }),
  });

async function published(by: Actor, editor: Actor, sectionId: string, topicIds: string[] = []) {
  const { id } = await createStory(by);
  expect(await saved(by, id, 1, sectionId, topicIds)).toMatchObject({ ok: true });
  await moveStory(by, { id }, "send");
  await moveStory(editor, { id }, "approve");
  const out = await publishStory(editor, { id });
  if (!out.ok) throw new Error(out.why);
  return { id, address: out.value.address };
}

const people = async () => ({
  admin: await person("admin"),
  editor: await person("editor"),
  ines: await person("reporter"),
});

describe("a section that is renamed", () => {
  it("leads from its old address to the new one, its stories too, each in one step after any number of names", async () => {
    const { admin, editor, ines } = await people();
    const [one, two, three] = [letters(), letters(), letters()];
    const id = await headingCalled(admin, "section", one);
    const story = await published(ines, editor, id);
    const last = story.address.slice(`/${one}`.length);
    const renamed = await renameHeading(admin, "section", id, two);
    if (!renamed.ok) throw new Error(renamed.why);
    const [purge] = await database().select().from(purges).where(eq(purges.id, renamed.value.purge));
    expect(purge?.addresses).toEqual(["*"]);
    expect(await renameHeading(admin, "section", id, three)).toMatchObject({ ok: true });
    expect(await headingInstead("section", one)).toBe(three);
    expect(await headingInstead("section", two)).toBe(three);
    expect(await headingInstead("section", three)).toBeUndefined();
    expect(await addressInstead(`/${one}${last}`)).toBe(`/${three}${last}`);
    expect(await addressInstead(`/${two}${last}`)).toBe(`/${three}${last}`);
    const shown = await publicationAt(`/${three}${last}`);
    expect(shown?.document).toMatchObject({
      address: `/${three}${last}`,
      section: { slug: three, name: three },
    });
    expect((await newestStories({ sectionId: id })).map((each) => each.address)).toEqual([
      `/${three}${last}`,
    ]);
    // The story goes on under its own address when it is published again.
    expect((await storyForDesk(editor, story.id))?.address).toBe(`/${three}${last}`);
  });

  it("may take an old name of its own back, and no other may have it", async () => {
    const { admin, editor, ines } = await people();
    const [one, two] = [letters(), letters()];
    const id = await headingCalled(admin, "section", one);
    const other = await headingCalled(admin, "section", letters());
    const story = await published(ines, editor, id);
    const last = story.address.slice(`/${one}`.length);
    await renameHeading(admin, "section", id, two);
    const taken = { ok: false, why: "address_taken" };
    expect(await renameHeading(admin, "section", other, one)).toEqual(taken);
    expect(await addHeading(admin, "section", one)).toEqual(taken);
    expect(await renameHeading(admin, "section", other, "Search")).toEqual(taken);
    expect(await renameHeading(admin, "section", other, two)).toEqual({ ok: false, why: "already_there" });
    expect(await renameHeading(admin, "section", id, one)).toMatchObject({ ok: true });
    expect(await headingInstead("section", two)).toBe(one);
    expect(await headingInstead("section", one)).toBeUndefined();
    expect(await publicationAt(`/${one}${last}`)).toBeDefined();
    expect(await addressInstead(`/${two}${last}`)).toBe(`/${one}${last}`);
  });

  it("keeps a withdrawn story withdrawn, and its address when the name has no Latin reading", async () => {
    const { admin, editor, ines } = await people();
    const [one, two] = [letters(), letters()];
    const id = await headingCalled(admin, "section", one);
    const story = await published(ines, editor, id);
    await withdrawStory(editor, story.id, { note: "Wrong", readersNote: "" });
    await renameHeading(admin, "section", id, two);
    expect((await publicationAt(story.address.replace(one, two)))?.withdrawnAt).toBeInstanceOf(Date);
    expect(await renameHeading(admin, "section", id, "海事")).toMatchObject({ ok: true });
    expect(await sectionNamed(two)).toMatchObject({ id, name: "海事" });
  });

  it("moves all its stories, one that is published at the same moment too", async () => {
    const { admin, editor, ines } = await people();
    const [one, two] = [letters(), letters()];
    const sectionId = await headingCalled(admin, "section", one);
    const { id } = await createStory(ines);
    await saved(ines, id, 1, sectionId);
    await moveStory(ines, { id }, "send");
    await moveStory(editor, { id }, "approve");
    const [, out] = await Promise.all([
      renameHeading(admin, "section", sectionId, two),
      publishStory(editor, { id }),
    ]);
    expect(out.ok).toBe(true);
    const [row] = await database().select().from(publications).where(eq(publications.storyId, id));
    expect(row?.address.startsWith(`/${two}/`)).toBe(true);
    expect(row?.document.section).toEqual({ slug: two, name: two });
  });
});

describe("a topic that is renamed", () => {
  it("leads from its old address to the new one, and its stories name it anew in their order", async () => {
    const { admin, editor, ines } = await people();
    const [one, two] = [letters(), letters()];
    const sectionId = await headingCalled(admin, "section", letters());
    const topicId = await headingCalled(admin, "topic", one);
    const besides = await headingCalled(admin, "topic", letters());
    const { address } = await published(ines, editor, sectionId, [topicId, besides].toSorted());
    const before = (await publicationAt(address))?.document.topics ?? [];
    expect(await renameHeading(admin, "topic", topicId, two)).toMatchObject({ ok: true });
    expect(await headingInstead("topic", one)).toBe(two);
    expect(await topicNamed(one)).toBeUndefined();
    expect((await publicationAt(address))?.document.topics).toEqual(
      before.map((each) => (each.slug === one ? { slug: two, name: two } : each)),
    );
    expect(await storiesOn(topicId, undefined)).toHaveLength(1);
  });
});

describe("a section with a language of its own", () => {
  it("offers it to the stories that come into it, and only an admin sets it", async () => {
    const { admin, editor, ines } = await people();
    const id = await headingCalled(admin, "section", letters());
    const { id: story } = await createStory(ines);
    const language = async () =>
      (await storyForDesk(ines, story))?.sections.find((each) => each.id === id)?.language;
    expect(await language()).toBe("");
    expect(await setSectionLanguage(editor, id, "cy")).toEqual({ ok: false, why: "admins_only" });
    expect(await language()).toBe("");
    expect(await setSectionLanguage(admin, id, "cy")).toMatchObject({ ok: true });
    expect(await language()).toBe("cy");
  });
});

describe("a section or topic that is retired", () => {
  it("is offered to no new story, keeps the stories it has, stays to be read, and can be taken up again", async () => {
    const { admin, editor, ines } = await people();
    const name = letters();
    const id = await headingCalled(admin, "section", name);
    const live = await published(ines, editor, id);
    const { id: drafted } = await createStory(ines);
    await saved(ines, drafted, 1, id);
    const { id: fresh } = await createStory(ines);
    expect(await retireHeading(admin, "section", id, true)).toMatchObject({ ok: true });
    const offered = async (storyId: string) =>
      (await storyForDesk(ines, storyId))?.sections.some((each) => each.id === id);
    expect(await offered(fresh)).toBe(false);
    expect(await offered(drafted)).toBe(true);
    expect(await saved(ines, fresh, 1, id)).toMatchObject({ ok: false, why: { why: "choice_gone" } });
    expect(await saved(ines, drafted, 2, id)).toMatchObject({ ok: true });
    expect((await paperWithSections()).sections.some((each) => each.id === id)).toBe(false);
    expect(await sectionNamed(name)).toMatchObject({ id });
    expect(await publicationAt(live.address)).toBeDefined();
    expect(await retireHeading(admin, "section", id, false)).toMatchObject({ ok: true });
    expect(await offered(fresh)).toBe(true);
    expect((await paperWithSections()).sections.some((each) => each.id === id)).toBe(true);
  });
});

describe("the newsroom's settings", () => {
  it("take two admins one after the other: neither name is lost without a trace", async () => {
    const [one, other] = [await person("admin"), await person("admin")];
    const [from, left, right] = [letters(), letters(), letters()];
    const id = await headingCalled(one, "section", from);
    const answers = await Promise.all([
      renameHeading(one, "section", id, left),
      renameHeading(other, "section", id, right),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    const [row] = await database().select().from(sections).where(eq(sections.id, id));
    for (const old of [from, left, right].filter((slug) => slug !== row?.slug)) {
      expect(await headingInstead("section", old)).toBe(row?.slug);
    }
    const trail = await database().execute<{ note: string }>(
      sql`select note from desk_events where subject = ${id} and kind = 'section_renamed'`,
    );
    expect(trail).toHaveLength(2);
  });
});
