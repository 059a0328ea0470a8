import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, gt, isNull, ne, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { documentsShown, publishedDocument } from "@/db/queries/site/documents";
import { media } from "@/db/schema/media";
import { frontQuotes, frontSlots } from "@/db/schema/paper";
import { users } from "@/db/schema/people";
import { corrections, publicationQuotes, publications, replies } from "@/db/schema/publications";
import {
  correctionTasks,
  evidence,
  evidenceFiles,
  quotes,
  quoteUses,
  sourceMerges,
  sources,
} from "@/db/schema/sources";
import { stories, threads } from "@/db/schema/stories";
import { checkedStory, factsOf } from "@/db/stories/locked-story";
import { useOwnDatabase } from "@/db/testing/database";
import { blockersOf, runChecks } from "@/domain/checks/checks";
import { verifications } from "@/domain/quotes";
import { stages } from "@/domain/workflow";
import { fillDemonstration } from "./demonstration";
import { fillingOfDemonstration } from "./marks";
import { demonstrationDomain } from "./people";
import { pseudonyms } from "./sources";

useOwnDatabase();
const folder = mkdtempSync(join(tmpdir(), "verbatim-"));
const said: string[] = [];
beforeAll(async () => {
  process.env.VERBATIM_DATA = folder;
  await fillDemonstration((line) => said.push(line));
  // Drawing the pictures is slow on a machine that is busy with other tests.
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

const verdictsOf = async (row: typeof stories.$inferSelect) =>
  runChecks(await checkedStory(database(), await factsOf(database(), row), null));
const storyCalled = async (start: string) => {
  const row = (await database().select().from(stories)).find((each) => each.headline.startsWith(start));
  if (!row) throw new Error(`no story begins ${start}`);
  return row;
};

describe("the demonstration newsroom", () => {
  it("tells how far it is, is whole afterwards, and is filled in once", async () => {
    const before = await database().$count(stories);
    await fillDemonstration((line) => said.push(line));
    expect(await database().$count(stories)).toBe(before);
    expect(said.length).toBeGreaterThan(2);
    expect(await fillingOfDemonstration()).toBe("whole");
  });

  it("has a story in every stage, one withdrawn, and one that is live and being rewritten", async () => {
    const rows = await database().select().from(stories);
    expect(new Set(rows.map((row) => row.stage))).toEqual(new Set(stages));
    const copies = await database().select().from(publications);
    expect(copies.filter((copy) => copy.withdrawnAt)).toHaveLength(1);
    const live = new Set(copies.filter((copy) => !copy.withdrawnAt).map((copy) => copy.storyId));
    expect(rows.filter((row) => row.stage === "drafting" && live.has(row.id))).toHaveLength(1);
    expect(rows.some((row) => row.dueAt && row.dueAt < new Date() && row.stage === "drafting")).toBe(true);
  });

  it("has a change to a live story in review, under embargo, and readers have the old words", async () => {
    const held = await database()
      .select({ story: stories, copy: publications.document })
      .from(stories)
      .innerJoin(publications, eq(publications.storyId, stories.id))
      .where(gt(stories.embargoUntil, sql`now()`));
    expect(held.map(({ story }) => [story.stage, story.headline])).toEqual([
      ["in_review", "The library that lends oilskins is named library of the year"],
    ]);
    expect(held[0]?.copy.headline).toBe("The library that lends oilskins");
    expect(JSON.stringify(held[0]?.story.body)).toContain("Guild of Town Libraries");
    expect(JSON.stringify(held[0]?.copy)).not.toContain("Guild of Town Libraries");
    // It can be approved as it is: the embargo alone holds it.
    for (const { story } of held) expect(blockersOf(await verdictsOf(story))).toEqual([]);
  });

  it("lets nothing stand in the way of what is published, scheduled or approved", async () => {
    for (const row of await database().select().from(stories)) {
      if (row.stage === "drafting" || row.stage === "in_review") continue;
      const blockers = blockersOf(await verdictsOf(row)).map((verdict) => verdict.title);
      expect([row.headline, blockers]).toEqual([row.headline, []]);
    }
  });

  it("holds the harbour wall story back by a comment and by a source whom no editor knows", async () => {
    const row = await storyCalled("Mayor accuses");
    expect(row.stage).toBe("in_review");
    const checks = blockersOf(await verdictsOf(row)).map((verdict) => verdict.check);
    expect(checks.sort()).toEqual(["must_resolve", "unnamed_attestation"]);
    const open = await database().select().from(threads).where(eq(threads.storyId, row.id));
    expect(open.filter((thread) => thread.mustResolve && !thread.resolvedAt)).toHaveLength(1);
  });

  it("has a draft with unattributed and altered quotations", async () => {
    const checks = (await verdictsOf(await storyCalled("What 25 councils"))).map((verdict) =>
      verdict.state === "blocker" ? verdict.check : null,
    );
    expect(checks).toContain("unattributed");
    expect(checks).toContain("altered");
  });

  it("has quotes on every step of verification, and words off the record in no story", async () => {
    const rows = await database().select().from(quotes);
    expect(new Set(rows.map((row) => row.verification))).toEqual(new Set(verifications));
    const used = new Set((await database().select().from(quoteUses)).map((use) => use.quoteId));
    const confidential = rows.filter((row) => row.verbatim.startsWith("Between ourselves"));
    expect(confidential.map((row) => used.has(row.id))).toEqual([false]);
  });

  it("has a quote in doubt, with a correction to make in a live story, and two records of one source merged", async () => {
    const [disputed] = await database().select().from(quotes).where(ne(quotes.state, "stands"));
    expect(disputed).toMatchObject({ state: "disputed", verbatim: "We would not let him sign for a parcel" });
    const open = await database().select().from(correctionTasks);
    expect(open).toMatchObject([{ quoteId: disputed?.id, closedAt: null }]);
    const live = await database().select().from(publications).where(isNull(publications.withdrawnAt));
    expect(live.map((copy) => copy.storyId)).toContain(open[0]?.storyId);
    const [merge] = await database().select().from(sourceMerges);
    const [stands] = await database()
      .select()
      .from(sources)
      .where(eq(sources.id, merge?.intoId ?? ""));
    expect(stands).toMatchObject({ name: "Ruth Bassey", formerNames: ["R. Bassey"] });
    // What was said under either record stands under the one, and readers find both on one page.
    expect(await database().$count(quotes, eq(quotes.sourceId, merge?.intoId ?? ""))).toBe(2);
    const shown = await database()
      .select()
      .from(publicationQuotes)
      .where(eq(publicationQuotes.speakerName, "Ruth Bassey"));
    expect(shown.map((each) => each.speakerSlug)).toEqual([stands?.slug, stands?.slug]);
  });

  it("names no unnamed source before readers", async () => {
    const copies = await database().select().from(publications);
    const lists = await database().select().from(publicationQuotes);
    const all = JSON.stringify([copies, lists]);
    for (const pseudonym of pseudonyms) expect(all).not.toContain(pseudonym);
    expect(all).toContain("A deckhand who worked the night crossings in October");
    expect(all).not.toMatch(/lorem|\{(?:day|date) /i);
  });

  it("is dated in the past, on the page and in the lists alike", async () => {
    for (const copy of await database().select().from(publications)) {
      expect(copy.publishedAt.getTime()).toBeLessThan(Date.now());
      expect(copy.document.publishedAt).toBe(copy.publishedAt.toISOString());
      expect(copy.document.updatedAt).toBe(copy.updatedAt.toISOString());
    }
    const [correction] = await database().select().from(corrections);
    expect(correction?.at.getTime()).toBeLessThan(Date.now());
  });

  it("has a front page of live stories, the files of its pictures, and replies in every state", async () => {
    const slots = await database()
      .select({
        front: frontSlots.front,
        headline: frontSlots.headline,
        pinnedUntil: frontSlots.pinnedUntil,
        withdrawnAt: publications.withdrawnAt,
      })
      .from(frontSlots)
      .innerJoin(publications, eq(publications.storyId, frontSlots.storyId));
    const onFrontPage = slots.filter((slot) => slot.front === "front");
    expect(onFrontPage).toHaveLength(9);
    expect(onFrontPage.filter((slot) => slot.headline)).toHaveLength(1);
    expect(onFrontPage.filter((slot) => slot.pinnedUntil)).toHaveLength(1);
    expect(slots.length - onFrontPage.length).toBe(1);
    expect(await database().select().from(frontQuotes)).toHaveLength(3);
    expect(slots.every((slot) => slot.withdrawnAt === null)).toBe(true);
    const pictures = await database().select().from(media);
    const files = pictures.flatMap(({ name, widths }) => widths.map((width) => `${name}-${width}.webp`));
    expect(readdirSync(join(folder, "media"))).toEqual(expect.arrayContaining(files));
    const states = (await database().select().from(replies)).map((reply) => reply.state);
    expect(new Set(states)).toEqual(new Set(["held", "shown", "refused"]));
  });

  it("is staffed by people of its own domain alone", async () => {
    for (const person of await database().select().from(users)) {
      expect(person.email.endsWith(`@${demonstrationDomain}`)).toBe(true);
    }
  });

  it("has a document to be opened beside quotes in review, and one that readers can open", async () => {
    const mayor = await storyCalled("Mayor accuses");
    const files = await database()
      .select({
        storyId: quoteUses.storyId,
        title: evidenceFiles.title,
        publicName: evidenceFiles.publicName,
      })
      .from(evidenceFiles)
      .innerJoin(evidence, eq(evidence.fileId, evidenceFiles.id))
      .innerJoin(quoteUses, eq(quoteUses.quoteId, evidence.quoteId))
      .where(eq(evidenceFiles.kind, "document"));
    expect(files.find((file) => file.storyId === mayor.id)).toMatchObject({ publicName: null });
    const published = files.filter((file) => file.publicName);
    expect(published).toHaveLength(1);
    const [shown] = await documentsShown(published[0]?.storyId ?? "");
    expect(shown).toMatchObject({ title: "Survey of the Sallow marsh, autumn round", page: "6" });
    expect(await publishedDocument(shown?.name ?? "")).toMatchObject({ type: "application/pdf" });
  });
});
