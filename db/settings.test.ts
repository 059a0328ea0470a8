import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { paperOf, shapeOfPaper } from "./queries/desk/paper";
import { settingsForEditing } from "./queries/desk/settings";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { purges } from "./schema/machine";
import { sections } from "./schema/paper";
import { deskEvents } from "./schema/people";
import { useOwnDatabase } from "./testing/database";
import { person, wordsWith } from "./testing/people";
import { addHeading, orderSections, removeHeading, renameHeading, retireHeading } from "./write-headings";
import { changePaper } from "./write-settings";
import { createStory } from "./write-story";

useOwnDatabase();

const baseFor = async (admin: Actor) => {
  const settings = await settingsForEditing(admin);
  if (!settings) throw new Error("an admin sees the settings");
  return settings.revision;
};
const trailOf = async (actor: Actor) =>
  (
    await database().select().from(deskEvents).where(eq(deskEvents.actorId, actor.id)).orderBy(deskEvents.id)
  ).map((event) => `${event.kind}: ${event.note}`);
const sectionNamed = async (name: string) =>
  (await shapeOfPaper()).sections.find((each) => each.name === name);

describe("the settings", () => {
  it.each(["reporter", "editor"] as const)("are closed to a %s", async (role) => {
    const actor = await person(role);
    expect(await settingsForEditing(actor)).toBeNull();
    expect(await changePaper(actor, 1, { appeal: null })).toEqual({ ok: false, why: "admins_only" });
    expect(await addHeading(actor, "section", "Sport")).toEqual({ ok: false, why: "admins_only" });
    expect(await removeHeading(actor, "topic", newId())).toEqual({ ok: false, why: "admins_only" });
    expect(await retireHeading(actor, "topic", newId(), true)).toEqual({ ok: false, why: "admins_only" });
    expect(await renameHeading(actor, "topic", newId(), "A")).toEqual({ ok: false, why: "admins_only" });
    expect(await orderSections(actor, [])).toEqual({ ok: false, why: "admins_only" });
  });

  it("change one part and leave the others, purge every page, and say on the trail what changed", async () => {
    const admin = await person("admin");
    const before = await paperOf();
    const part = {
      name: "The Tidewater Record",
      tagline: "Since 1871",
      language: "en-GB",
      zone: "Europe/London",
    };
    const saved = await changePaper(admin, await baseFor(admin), part);
    if (!saved.ok) throw new Error(saved.why);
    expect(await paperOf()).toEqual({ ...before, ...part });
    const [purge] = await database().select().from(purges).where(eq(purges.id, saved.value.purge));
    expect(purge?.addresses).toEqual(["*"]);
    expect(await trailOf(admin)).toEqual([
      expect.stringContaining(`name: ${before.name} → The Tidewater Record`),
    ]);
  });

  it("keep the Mastodon servers that posts may be shown of", async () => {
    const admin = await person("admin");
    const hosts = { mastodonHosts: ["mastodon.social", "news.example"] };
    expect(await changePaper(admin, await baseFor(admin), hosts)).toMatchObject({ ok: true });
    expect((await paperOf()).mastodonHosts).toEqual(hosts.mastodonHosts);
    expect(await changePaper(admin, await baseFor(admin), { mastodonHosts: ["a.example/x"] })).toEqual({
      ok: false,
      why: "unsafe_link",
    });
  });

  it("keep the severities of the house when its numbers change", async () => {
    const admin = await person("admin");
    const before = await paperOf();
    await changePaper(admin, await baseFor(admin), {
      house: { quotationWords: 6, standfirstCharacters: 200 },
    });
    expect((await paperOf()).house).toEqual({
      ...before.house,
      quotationWords: 6,
      standfirstCharacters: 200,
    });
  });

  it("refuse a change that was based on an older state", async () => {
    const [one, other] = [await person("admin"), await person("admin")];
    const base = await baseFor(one);
    const answers = await Promise.all([
      changePaper(one, base, {
        appeal: { lead: "Stand by us", text: "", label: "Give", href: "https://x.example" },
      }),
      changePaper(other, base, { appeal: null }),
    ]);
    expect(answers.map((answer) => (answer.ok ? "saved" : answer.why)).sort()).toEqual([
      "saved",
      "stale_revision",
    ]);
  });

  it("refuse an appeal that leads to a script", async () => {
    const admin = await person("admin");
    const appeal = { lead: "Stand by us", text: "", label: "Give", href: "javascript:alert(1)" };
    expect(await changePaper(admin, await baseFor(admin), { appeal })).toEqual({
      ok: false,
      why: "unsafe_link",
    });
  });
});

describe("sections and topics", () => {
  it("are added once, at the end, under an address that the site does not need itself", async () => {
    const admin = await person("admin");
    expect((await addHeading(admin, "section", "Côte & harbour")).ok).toBe(true);
    expect(await addHeading(admin, "section", "Cote harbour")).toEqual({ ok: false, why: "already_there" });
    expect(await addHeading(admin, "section", "Search")).toEqual({ ok: false, why: "address_taken" });
    expect(await addHeading(admin, "section", "…")).toEqual({ ok: false, why: "address_taken" });
    expect((await addHeading(admin, "topic", "Search")).ok).toBe(true);
    expect((await shapeOfPaper()).sections.at(-1)).toMatchObject({
      slug: "cote-harbour",
      name: "Côte & harbour",
    });
  });

  it("take a new address with a new name", async () => {
    const admin = await person("admin");
    await addHeading(admin, "section", "Towns");
    const { id = "" } = (await sectionNamed("Towns")) ?? {};
    expect((await renameHeading(admin, "section", id, "Towns and villages")).ok).toBe(true);
    expect(await sectionNamed("Towns and villages")).toMatchObject({ id, slug: "towns-and-villages" });
    expect(await trailOf(admin)).toContain("section_renamed: Towns → Towns and villages");
    expect(await renameHeading(admin, "section", newId(), "Nowhere")).toEqual({
      ok: false,
      why: "not_found",
    });
  });

  it("go away only when no story belongs to them", async () => {
    const [admin, reporter] = [await person("admin"), await person("reporter")];
    await addHeading(admin, "section", "Obituaries");
    const { id = "" } = (await sectionNamed("Obituaries")) ?? {};
    const story = await createStory(reporter);
    const words = wordsWith({ sectionId: id });
    await saveText(reporter, { storyId: story.id, base: 1, key: newId(), kind: "autosave", name: "", words });
    expect(await removeHeading(admin, "section", id)).toEqual({ ok: false, why: "still_in_use" });
    await saveText(reporter, {
      storyId: story.id,
      base: 2,
      key: newId(),
      kind: "autosave",
      name: "",
      words: wordsWith({}),
    });
    expect((await removeHeading(admin, "section", id)).ok).toBe(true);
    expect(await sectionNamed("Obituaries")).toBeUndefined();
  });

  it("are put in an order that names all of them", async () => {
    const admin = await person("admin");
    await addHeading(admin, "section", "Alpha");
    await addHeading(admin, "section", "Beta");
    const ids = (await database().select({ id: sections.id }).from(sections))
      .map((each) => each.id)
      .reverse();
    expect(await orderSections(admin, ids.slice(1))).toEqual({ ok: false, why: "stale_revision" });
    expect((await orderSections(admin, ids)).ok).toBe(true);
    expect((await shapeOfPaper()).sections.map((each) => each.id)).toEqual(ids);
  });
});
