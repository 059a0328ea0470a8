import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { sections, topics } from "@/db/schema/paper";
import {
  corrections,
  formerSlugs,
  publicationAuthors,
  publicationQuotes,
  publications,
  publicationTopics,
} from "@/db/schema/publications";
import { useOwnDatabase } from "@/db/testing/database";
import type { PublicDocument } from "@/domain/publication/document";
import { addressesOfTwoDays, sitemapPart, sitemapParts } from "./addresses";
import { newestCorrections } from "./corrections";
import { frontPage } from "./front";
import {
  authorNamed,
  daysBeside,
  newestOfSections,
  newestStories,
  pageLength,
  readNext,
  storiesBy,
  storiesOn,
  storiesOnDay,
} from "./lists";
import { newestQuotes, quotesOfSpeaker } from "./quotes";
import { isTooCommon, namesLike, searchStories } from "./search";
import { addressInstead, onlyAddressAmong, publicationAt } from "./story";
import { textsOf } from "./texts";

useOwnDatabase();

const section = { id: newId(), slug: "harbour", name: "Harbour", position: 1 };
const topic = { id: newId(), slug: "dredging", name: "Dredging" };
const author = { slug: "ines-okafor", name: "Ines Okafor", title: "reporter" };

/** Puts a publication where readers' pages look, with an author, a topic, a quote and a correction. */
async function put(slug: string, plain: string, at: Date, withdrawnAt: Date | null = null): Promise<string> {
  const storyId = newId();
  await database()
    .insert(publications)
    .values({
      storyId,
      sectionId: section.id,
      address: `/harbour/${slug}`,
      revision: 1,
      headline: `Of ${slug}`,
      standfirst: "",
      kicker: "",
      language: "en-GB",
      byline: author.name,
      quoteCount: 1,
      sourceCount: 1,
      minutes: 1,
      // The lists never read a document, and the page of a story only hands it on.
      document: {} as PublicDocument,
      publishedAt: at,
      updatedAt: at,
      withdrawnAt,
      plain,
    });
  const of = { storyId, publishedAt: at };
  await database()
    .insert(publicationAuthors)
    .values({ ...of, ...author, position: 0 });
  await database()
    .insert(publicationTopics)
    .values({ ...of, topicId: topic.id });
  await database()
    .insert(publicationQuotes)
    .values({
      ...of,
      number: 1,
      speakerSlug: "lena-hoyt",
      speakerName: "Lena Hoyt",
      speakerRole: "pilot",
      words: `The buoy was not where ${slug} was`,
      occasion: "Interview.",
      verified: "Checked",
    });
  await database()
    .insert(corrections)
    .values({ storyId, kind: "correction", text: `of ${slug}` });
  return storyId;
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe("what readers see", () => {
  let withdrawn = "";
  let live = "";
  beforeAll(async () => {
    await database().insert(sections).values(section);
    await database().insert(topics).values(topic);
    live = await put("gates", "The gates were shut at nine, said the café by the façade.", minutesAgo(1));
    withdrawn = await put("ghost", "The gates were a ghost at nine.", minutesAgo(2), new Date());
    await database().insert(formerSlugs).values({ address: "/harbour/old-gates", storyId: live });
    for (let each = 0; each < pageLength + 5; each += 1) {
      // Two share each moment, as the stories of one import do.
      await put(
        `tide-${each}`,
        "The tide came in and the tide went out.",
        minutesAgo(10 + Math.floor(each / 2)),
      );
    }
  });

  it("shows a withdrawn story on no list, feed, search or page of a person", async () => {
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC" }).format(minutesAgo(2));
    const front = await frontPage();
    const shown = {
      section: await newestStories({ sectionId: section.id, length: 100 }),
      person: await storiesBy(author.slug, undefined),
      topic: await storiesOn(topic.id, undefined),
      day: await storiesOnDay(today, "UTC"),
      related: (await readNext(live, section.slug, [topic.slug])).related,
      search: await searchStories("ghost"),
      speaker: await quotesOfSpeaker("lena-hoyt", undefined),
      quotes: await newestQuotes(30),
      corrections: await newestCorrections(undefined),
      sitemap: (await Promise.all((await sitemapParts(7)).map(({ from }) => sitemapPart(from, 7)))).flat(),
      news: await addressesOfTwoDays(),
      front: [...front.placed.values(), ...front.bySection.flatMap((each) => each.stories), ...front.quotes],
    };
    const withGhost = Object.entries(shown).filter(([, rows]) => JSON.stringify(rows).includes("ghost"));
    expect(withGhost.map(([name]) => name)).toEqual([]);
    const empty = Object.entries(shown).filter(([name, rows]) => name !== "search" && rows.length === 0);
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it("gives the whole text of live stories alone, with what was corrected in them", async () => {
    const texts = await textsOf([live, withdrawn]);
    expect([...texts.keys()]).toEqual([live]);
    expect(texts.get(live)?.corrections.map((each) => each.text)).toEqual(["of gates"]);
  });

  it("parts the sitemap so that each live story stands in one part, and none is too long", async () => {
    const parts = await sitemapParts(7);
    const listed = await Promise.all(parts.map(({ from }) => sitemapPart(from, 7)));
    const addresses = listed.flat().map((story) => story.address);
    const live = (await newestStories({ length: 100 })).map((story) => story.address);
    expect(addresses).toEqual(live.reverse());
    expect(listed.map((part) => part.length)).toEqual([7, 7, 7, 5]);
  });

  it("still finds a withdrawn story at its address, to say that it is gone", async () => {
    expect((await publicationAt("/harbour/ghost"))?.withdrawnAt).toBeInstanceOf(Date);
  });

  it("goes through a list page by page without a story twice or left out", async () => {
    const all = (await newestStories({ length: 100 })).map((story) => story.storyId);
    for (const page of [
      (before?: string) => newestStories({ before }),
      (before?: string) => storiesBy(author.slug, before),
      (before?: string) => storiesOn(topic.id, before),
    ]) {
      const first = (await page()).slice(0, pageLength);
      const second = await page(first.at(-1)?.storyId);
      expect([...first, ...second].map((story) => story.storyId)).toEqual(all);
    }
  });

  it("goes on behind a story that was withdrawn meanwhile", async () => {
    const behind = await newestStories({ before: withdrawn });
    expect(behind.map((story) => story.storyId)).not.toContain(live);
    expect(behind.length).toBeGreaterThan(0);
  });

  it("leads from a former address, and from under another section, to the story", async () => {
    expect(await addressInstead("/harbour/old-gates")).toBe("/harbour/gates");
    expect(await onlyAddressAmong(["/world/gates", "/harbour/gates"])).toBe("/harbour/gates");
    expect(await onlyAddressAmong(["/harbour/gates", "/harbour/tide-1"])).toBeUndefined();
  });

  it("leads from a day to the days beside it that have live stories, in the newsroom's zone", async () => {
    const dayOf = (at: Date, zone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at);
    const [oldest, newest] = [minutesAgo(3 * 1440), minutesAgo(1440)];
    await put("three-days-ago", "The tide came in.", oldest);
    await put("withdrawn-two-days-ago", "The tide came in.", minutesAgo(2 * 1440), new Date());
    for (const zone of ["UTC", "Pacific/Kiritimati", "Pacific/Niue"]) {
      expect(await daysBeside(dayOf(newest, zone), zone)).toMatchObject({
        before: dayOf(oldest, zone),
        first: dayOf(oldest, zone),
      });
      expect(await daysBeside(dayOf(oldest, zone), zone)).toMatchObject({ before: undefined });
      expect(await daysBeside("1997-01-01", zone)).toEqual({
        before: undefined,
        after: dayOf(oldest, zone),
        first: dayOf(oldest, zone),
      });
    }
    await database()
      .update(publications)
      .set({ withdrawnAt: new Date() })
      .where(eq(publications.address, "/harbour/three-days-ago"));
  });

  it("leads on to stories that quote the same people or are new, and to the story before in the section", async () => {
    const { related, next } = await readNext(live, "no-section", [], ["lena-hoyt", "nobody"]);
    expect(related).toHaveLength(4);
    expect(related.map((story) => story.storyId)).not.toContain(live);
    expect(next).toBeUndefined();
    const newest = (await newestStories({ length: 5 })).map((story) => story.storyId);
    const { related: ofPaper } = await readNext(live, "no-section", [], ["nobody"]);
    expect(ofPaper.map((story) => story.storyId)).toEqual(newest.slice(1, 3));
    expect((await readNext(live, section.slug, [])).next?.headline).toMatch(/^Of tide-[01]$/);
  });

  it("leads on to what shares a topic first, then to the newest of the section", async () => {
    const newest = (await newestStories({ length: 6 })).map((story) => story.storyId);
    const { related, next } = await readNext(withdrawn, section.slug, ["no-topic", topic.slug]);
    // What is named as the next story is not named twice.
    expect(next?.storyId).toBe(newest[1]);
    expect(related.map((story) => story.storyId)).toEqual([newest[0], ...newest.slice(2, 5)]);
    const { related: ofSection } = await readNext(newest[0] ?? "", section.slug, []);
    expect(ofSection.map((story) => story.storyId)).toEqual(newest.slice(2, 6));
  });

  it("lists the newest of several sections at once, each no longer than asked", async () => {
    const found = await newestOfSections(3);
    const newest = (await newestStories({ length: 3 })).map((story) => story.storyId);
    // The others have no story.
    expect(found.map(({ slug, name }) => ({ slug, name }))).toEqual([
      { slug: section.slug, name: section.name },
    ]);
    expect(found[0]?.stories.map((story) => story.storyId)).toEqual(newest);
    expect(found[0]?.stories[0]).toMatchObject({ sectionSlug: section.slug, sectionName: section.name });
  });

  it("shows four stories of a section below the front page's places, though those hold its newest", async () => {
    const newest = (await newestStories({ length: 12 })).map((story) => story.storyId);
    const { placed, bySection } = await frontPage();
    expect([...placed.values()].map((story) => story.storyId)).toEqual(newest.slice(0, 8));
    expect(bySection.map(({ stories }) => stories.map((story) => story.storyId))).toEqual([newest.slice(8)]);
  });

  it("shows the last words of each speaker, of each story no more than one's, and none that are too short", async () => {
    const said = (storyId: string, number: number, speakerName: string, words: string) => ({
      storyId,
      number,
      publishedAt: minutesAgo(1),
      speakerSlug: speakerName.toLowerCase(),
      speakerName,
      speakerRole: "",
      words,
      occasion: "",
      verified: "",
    });
    await database()
      .insert(publicationQuotes)
      .values([
        said(live, 2, "Ada", "We were told of it at nine"),
        said(live, 3, "Bo", "It was a third voice, which is not looked at"),
        said(withdrawn, 2, "Cy", "Nobody may read this any more"),
      ]);
    const [gates, ...others] = await newestQuotes(30);
    expect([gates?.speakerName, gates?.storyId, gates?.headline]).toEqual(["Lena Hoyt", live, "Of gates"]);
    expect(others).toEqual([]);
    await database()
      .update(publicationQuotes)
      .set({ words: "No comment" })
      .where(and(eq(publicationQuotes.storyId, live), eq(publicationQuotes.number, 1)));
    const spoken = (await newestQuotes(30)).map(({ speakerName, headline }) => [speakerName, headline]);
    expect(spoken).toEqual([
      ["Ada", "Of gates"],
      ["Lena Hoyt", "Of tide-1"],
    ]);
    expect(await newestQuotes(1)).toHaveLength(1);
  });

  it("names a person as they last signed, and nobody whom no live story names", async () => {
    expect(await authorNamed(author.slug)).toEqual(author);
    expect(await authorNamed("nobody")).toBeUndefined();
  });
});

describe("the search", () => {
  it("knows phrases, words left out, and letters without their accents", async () => {
    const found = async (words: string) => (await searchStories(words)).map((story) => story.headline);
    expect(await found('"shut at nine"')).toEqual(["Of gates"]);
    expect(await found('"nine at shut"')).toEqual([]);
    expect(await found("gates -café")).toEqual([]);
    expect(await found("cafe facade")).toEqual(["Of gates"]);
  });

  it("finds the words at either end of a quotation, and a number with its measure", async () => {
    const said =
      "It lay at “2.1 m below datum, shoaling”. “Mud is patient,” she said, 4.6\u00a0m — the chart’s.";
    await put("soundings", said, minutesAgo(3_000 * 1440));
    for (const words of ["mud", "shoaling", "patient", "chart", "2.1 m", '"2.1 m below"', "4.6 m"]) {
      const found = await searchStories(words);
      expect([words, found.map((story) => story.headline)]).toEqual([words, ["Of soundings"]]);
      expect(found[0]?.passage.some((piece) => piece.marked)).toBe(true);
    }
  });

  it("marks what was searched for, and loses no word around it", async () => {
    const [story] = await searchStories("gates");
    expect(story?.passage.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(["gates"]);
    expect(story?.passage.map((piece) => piece.text).join("")).toContain("gates were shut at nine");
  });
});

describe("the search, narrowed", () => {
  const bySea = newId();
  const day = new Date("2020-02-28T23:30:00Z");
  beforeAll(async () => {
    await database().insert(sections).values({ id: bySea, slug: "sea", name: "Sea", position: 2 });
    const id = await put("anchor", "The anchor held.", day);
    await database()
      .update(publications)
      .set({ sectionId: bySea, said: "Örjan Bartholomew master The rope was older than my son" })
      .where(eq(publications.storyId, id));
    await database()
      .update(publicationAuthors)
      .set({ slug: "tom-reed" })
      .where(eq(publicationAuthors.storyId, id));
    await database().insert(publicationQuotes).values({
      storyId: id,
      number: 2,
      speakerSlug: "orjan-bartholomew",
      speakerName: "Örjan Bartholomew",
      speakerRole: "master",
      words: "The rope was older than my son",
      occasion: "Interview.",
      verified: "Checked",
      publishedAt: day,
    });
  });
  const found = async (words: string, filters = {}) =>
    (await searchStories(words, filters)).map((story) => story.headline);

  it("finds who was quoted and what they said, above what only stands in a text", async () => {
    expect(await found("bartholomew")).toEqual(["Of anchor"]);
    expect(await found('"older than my son"')).toEqual(["Of anchor"]);
    const [story] = await searchStories("bartholomew");
    expect(story?.passage.find((piece) => piece.marked)?.text).toBe("Bartholomew");
    // What the text of the story has comes before what stands beside its quotations.
    const [held] = await searchStories("anchor");
    expect(held?.passage.map((piece) => piece.text).join("")).toBe("… anchor held.");
    expect([await isTooCommon("the of"), await isTooCommon("!"), await isTooCommon("anchor")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("leaves what is of that section, author, speaker and those days", async () => {
    const all = ["Of anchor"];
    expect(await found("anchor", { section: "sea" })).toEqual(all);
    expect(await found("anchor", { section: "harbour" })).toEqual([]);
    expect(await found("anchor", { author: "tom-reed" })).toEqual(all);
    expect(await found("anchor", { author: author.slug })).toEqual([]);
    expect(await found("anchor", { speaker: "orjan-bartholomew" })).toEqual(all);
    expect(await found("anchor", { speaker: "nobody" })).toEqual([]);
    expect(await found("anchor", { from: "2020-02-28", to: "2020-02-28" })).toEqual(all);
    expect(await found("anchor", { from: "2020-02-29" })).toEqual([]);
    // Half an hour before midnight in London is the next day in Berlin.
    expect(await found("anchor", { from: "2020-02-29", to: "2020-02-29", zone: "Europe/Berlin" })).toEqual(
      all,
    );
    expect(await found("", { section: "sea" })).toEqual(all);
  });

  it("nets names with slips, accents and capitals, of live stories alone", async () => {
    const names = async (...words: string[]) => (await namesLike(words)).map((each) => each.name);
    expect(await names("batholomew")).toContain("Örjan Bartholomew");
    expect(await names("orjan")).toContain("Örjan Bartholomew");
    expect(await names("hoit")).toContain("Lena Hoyt");
    expect(await names("okafro")).toContain("Ines Okafor");
    expect(await names()).toEqual([]);
    await put("unlit", "Dark.", minutesAgo(3), new Date()).then((storyId) =>
      database()
        .insert(publicationQuotes)
        .values({
          storyId,
          number: 2,
          speakerSlug: "hidden-one",
          speakerName: "Zacharias Hidden",
          speakerRole: "",
          words: "x",
          occasion: "",
          verified: "",
          publishedAt: minutesAgo(3),
        }),
    );
    expect(await names("zacharias")).toEqual([]);
  });
});
