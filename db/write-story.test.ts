import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import type { Words } from "@/domain/words";
import { database, inTransaction } from "./client";
import {
  correctStory,
  dueStories,
  publishScheduled,
  publishStory,
  putBackStory,
  withdrawStory,
} from "./publish";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { users } from "./schema/people";
import { publicationQuotes, publications } from "./schema/publications";
import { attestations, quotes } from "./schema/sources";
import { revisions, stories, storyEvents } from "./schema/stories";
import { hashOf } from "./stories/hash";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { agreeToUse } from "./write-sourcing";
import { createStory, lapseApprovals, moveStory, scheduleStory, setEmbargo } from "./write-story";

useOwnDatabase();

const save = (actor: Actor, storyId: string, base: number, words: Words, key = newId()) =>
  saveText(actor, { storyId, base, key, kind: "autosave", name: "", words });

const rowOf = async (id: string) => {
  const [row] = await database().select().from(stories).where(eq(stories.id, id));
  if (!row) throw new Error("no such story");
  return row;
};
const copyOf = async (id: string) => {
  const [row] = await database().select().from(publications).where(eq(publications.storyId, id));
  return row;
};
const trailOf = async (id: string) =>
  (
    await database()
      .select({ kind: storyEvents.kind })
      .from(storyEvents)
      .where(eq(storyEvents.storyId, id))
      .orderBy(storyEvents.id)
  ).map((event) => event.kind);

/** A story that stands in review, with one quote tied; nothing stands in its way. */
async function storyInReview() {
  const [reporter, editor] = [await person("reporter"), await person("editor")];
  const { id: sectionId, slug } = await section();
  const { quoteId, name } = await quoteOnRecord(reporter, "We will send the bill for every sandbag");
  const { id } = await createStory(reporter);
  const words = wordsWith({
    headline: `Mayor speaks ${id}`,
    sectionId,
    body: bodyOf(["She said: ", { words: "“We will send the bill for every sandbag.”", quoteId }]),
  });
  await save(reporter, id, 1, words);
  expect(await moveStory(reporter, { id }, "send")).toEqual({ ok: true, value: { stage: "in_review" } });
  return { reporter, editor, id, words, section: slug, quoteId, speaker: name };
}

async function approvedStory() {
  const made = await storyInReview();
  expect(await moveStory(made.editor, { id: made.id, revision: 2 }, "approve")).toMatchObject({ ok: true });
  return made;
}

async function liveStory() {
  const made = await approvedStory();
  const published = await publishStory(made.editor, { id: made.id });
  if (!published.ok) throw new Error(published.why);
  return { ...made, address: published.value.address };
}

describe("saving a text", () => {
  it("commits exactly the words that it answers for", async () => {
    const reporter = await person("reporter");
    const { id } = await createStory(reporter);
    const words = wordsWith({ headline: "مرحبا — “naïve” \u200f", standfirst: "two" });
    const saved = await save(reporter, id, 1, words);
    expect(saved).toMatchObject({ ok: true, value: { revision: 2, hash: hashOf(words) } });
    const [kept] = await database().select().from(revisions).where(sql`story_id = ${id} and number = 2`);
    expect(kept && hashOf(kept.words)).toBe(hashOf(words));
    expect((await rowOf(id)).headline).toBe(words.headline);
  });

  it("answers a retry as the first time, and writes no second revision", async () => {
    const reporter = await person("reporter");
    const { id } = await createStory(reporter);
    const key = newId();
    const words = wordsWith({ headline: "Once" });
    const first = await save(reporter, id, 1, words, key);
    const again = await save(reporter, id, 1, words, key);
    expect(again).toMatchObject({ ok: true, value: { revision: 2, hash: first.ok ? first.value.hash : "" } });
    expect((await rowOf(id)).revision).toBe(2);
  });

  it("answers retries alike that come while the first is under way", async () => {
    const reporter = await person("reporter");
    const { id } = await createStory(reporter);
    const key = newId();
    const words = wordsWith({ headline: "Once, and at once" });
    const answers = await Promise.all(Array.from({ length: 8 }, () => save(reporter, id, 1, words, key)));
    expect(answers.map((answer) => answer.ok && answer.value.revision)).toEqual(Array(8).fill(2));
    expect(await database().select().from(revisions).where(eq(revisions.storyId, id))).toHaveLength(2);
  });

  it("keeps the text that lost a race beside the one that won", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { id } = await createStory(reporter);
    await save(editor, id, 1, wordsWith({ headline: "The editor's" }));
    const lost = await save(reporter, id, 1, wordsWith({ headline: "The reporter's" }));
    expect(lost).toMatchObject({
      ok: false,
      why: { why: "stale_revision", conflict: { revision: 2, by: editor.name } },
    });
    const branch = lost.ok ? "" : (lost.why.conflict?.branch ?? "");
    const [kept] = await database().select().from(revisions).where(eq(revisions.id, branch));
    expect(kept?.words.headline).toBe("The reporter's");
    expect((await rowOf(id)).headline).toBe("The editor's");
  });

  it("lets exactly one of many saves of one base win, and loses none", async () => {
    const reporter = await person("reporter");
    const { id } = await createStory(reporter);
    const texts = Array.from({ length: 12 }, (_, index) => `Text ${index}`);
    const answers = await Promise.all(
      texts.map((headline) => save(reporter, id, 1, wordsWith({ headline }))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const kept = await database()
      .select({ words: revisions.words })
      .from(revisions)
      .where(eq(revisions.storyId, id));
    expect(
      kept
        .map((row) => row.words.headline)
        .filter(Boolean)
        .sort(),
    ).toEqual([...texts].sort());
  });

  it("is refused to somebody else's reporter, who cannot even learn that the story is there", async () => {
    const [reporter, other] = [await person("reporter"), await person("reporter")];
    const { id } = await createStory(reporter);
    expect(await save(other, id, 1, wordsWith({}))).toEqual({ ok: false, why: { why: "not_found" } });
    expect((await rowOf(id)).revision).toBe(1);
  });

  it("refuses a section that is not there, and keeps the old text", async () => {
    const reporter = await person("reporter");
    const { id } = await createStory(reporter);
    expect(await save(reporter, id, 1, wordsWith({ sectionId: newId() }))).toEqual({
      ok: false,
      why: { why: "choice_gone" },
    });
    expect((await rowOf(id)).revision).toBe(1);
  });
});

describe("the way to readers", () => {
  it("does not send an incomplete story for review", async () => {
    const reporter = await person("reporter");
    const { id } = await createStory(reporter);
    expect(await moveStory(reporter, { id }, "send")).toEqual({ ok: false, why: "incomplete" });
  });

  it("publishes byte for byte what was approved", async () => {
    const made = await liveStory();
    const copy = await copyOf(made.id);
    expect(copy).toMatchObject({ headline: made.words.headline, revision: 2, quoteCount: 1, sourceCount: 1 });
    expect(made.address).toBe(`/${made.section}/mayor-speaks-${made.id}`);
    const [quote] = await database()
      .select()
      .from(publicationQuotes)
      .where(eq(publicationQuotes.storyId, made.id));
    expect(quote).toMatchObject({
      words: "“We will send the bill for every sandbag.”",
      speakerName: made.speaker,
    });
    expect(await trailOf(made.id)).toEqual(["created", "send", "approve", "publish"]);
  });

  it("has one effect however often it is pressed", async () => {
    const { editor, id } = await approvedStory();
    const answers = await Promise.all(Array.from({ length: 10 }, () => publishStory(editor, { id })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await trailOf(id)).filter((kind) => kind === "publish")).toHaveLength(1);
  });

  it("refuses an author's own approval and a reporter's publishing", async () => {
    const { reporter, editor, id } = await storyInReview();
    expect(await moveStory(reporter, { id }, "approve")).toEqual({ ok: false, why: "editors_only" });
    expect(await publishStory(editor, { id })).toEqual({ ok: false, why: "wrong_stage" });
    const own = await createStory(editor);
    await save(editor, own.id, 1, wordsWith({ sectionId: (await section()).id }));
    await moveStory(editor, { id: own.id }, "send");
    expect(await moveStory(editor, { id: own.id }, "approve")).toEqual({ ok: false, why: "own_story" });
  });

  it("lapses the approval when the text changes, and says so", async () => {
    const { reporter, editor, id, words } = await approvedStory();
    const saved = await save(reporter, id, 2, { ...words, headline: "Another" });
    expect(saved).toMatchObject({ ok: true, value: { stage: "in_review", lapsed: true } });
    expect(await publishStory(editor, { id })).toEqual({ ok: false, why: "wrong_stage" });
    expect((await trailOf(id)).at(-1)).toBe("lapsed");
  });

  it("lapses the approval when a quote behind the text changes", async () => {
    const { reporter, id, quoteId } = await approvedStory();
    await inTransaction((tx) => lapseApprovals(tx, reporter, [quoteId], "The verbatim was changed"));
    expect(await rowOf(id)).toMatchObject({ stage: "in_review", approvedRevision: null });
  });

  it("leaves the live copy untouched while the story is rewritten", async () => {
    const { reporter, id, words } = await liveStory();
    expect(await save(reporter, id, 2, { ...words, headline: "Rewritten" })).toMatchObject({
      ok: true,
      value: { stage: "drafting" },
    });
    expect((await copyOf(id))?.headline).toBe(words.headline);
  });

  it("does not publish an unattributed quotation", async () => {
    const { reporter, editor, id, words } = await storyInReview();
    const body = bodyOf(["He said: “Nobody asked us about the wall,” and left."]);
    await save(reporter, id, 2, { ...words, body });
    expect(await moveStory(editor, { id }, "approve")).toEqual({ ok: false, why: "blocked_by_checks" });
  });

  it("gives a second story of the same name an address of its own, and never one that was used", async () => {
    const made = await liveStory();
    const second = await approvedStory();
    await save(second.reporter, second.id, 2, {
      ...second.words,
      slug: `mayor-speaks-${made.id}`,
      sectionId: made.words.sectionId,
    });
    await moveStory(second.editor, { id: second.id }, "approve");
    const published = await publishStory(second.editor, { id: second.id });
    expect(published).toMatchObject({ ok: true, value: { address: `${made.address}-2` } });
  });
});

describe("what a reader must never learn", () => {
  it("keeps the name of a withheld source out of every column that readers' pages are made of", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const { id: sectionId } = await section();
    const secret = `Zebedee ${newId()}`;
    const { quoteId, sourceId } = await quoteOnRecord(reporter, "close, but not signed", {
      name: secret,
      groundRule: "background",
      description: "A senior official with knowledge of the budget",
      reason: "they were not authorised to discuss it",
    });
    const { id } = await createStory(reporter);
    await save(
      reporter,
      id,
      1,
      wordsWith({ sectionId, body: bodyOf(["It was ", { words: "“close, but not signed”", quoteId }]) }),
    );
    await moveStory(reporter, { id }, "send");
    expect(await moveStory(editor, { id }, "approve")).toEqual({ ok: false, why: "blocked_by_checks" });
    await database().insert(attestations).values({ sourceId, editorId: editor.id, how: "told_in_person" });
    // All that the story has comes from this source, so the editor in chief has to agree to it.
    expect(await moveStory(editor, { id }, "approve")).toEqual({ ok: false, why: "blocked_by_checks" });
    const use = { storyId: id, sourceId, use: "central" as const };
    expect(await agreeToUse(reporter, use)).toEqual({ ok: false, why: "editors_only" });
    await agreeToUse(editor, use);
    expect(await moveStory(editor, { id }, "approve")).toEqual({ ok: false, why: "blocked_by_checks" });
    expect(await agreeToUse(await person("admin"), use)).toMatchObject({ ok: true });
    await moveStory(editor, { id }, "approve");
    expect(await publishStory(editor, { id })).toMatchObject({ ok: true });
    const copy = await copyOf(id);
    const lists = await database().select().from(publicationQuotes).where(eq(publicationQuotes.storyId, id));
    expect(JSON.stringify([copy, lists])).not.toContain(secret);
    expect(copy?.document.notes[0]).toMatchObject({
      standing: "unnamed",
      slug: null,
      verified: "Identity known to an editor",
    });
  });
});

describe("taking a story from readers, and giving it back", () => {
  it("withdraws with a reason, once, and puts it back", async () => {
    const { editor, reporter, id } = await liveStory();
    expect(await withdrawStory(reporter, id, { note: "wrong", readersNote: "" })).toEqual({
      ok: false,
      why: "editors_only",
    });
    expect(await withdrawStory(editor, id, { note: " ", readersNote: "" })).toEqual({
      ok: false,
      why: "note_needed",
    });
    expect(await withdrawStory(editor, id, { note: "wrong man", readersNote: "Taken down." })).toMatchObject({
      ok: true,
    });
    expect((await copyOf(id))?.withdrawnAt).toBeInstanceOf(Date);
    expect(await withdrawStory(editor, id, { note: "again", readersNote: "" })).toEqual({
      ok: false,
      why: "already_withdrawn",
    });
    expect(await putBackStory(editor, id, "")).toMatchObject({ ok: true });
    expect((await copyOf(id))?.withdrawnAt).toBeNull();
  });

  it("does not put back what was put off the record meanwhile", async () => {
    const { editor, reporter, id } = await liveStory();
    await withdrawStory(editor, id, { note: "being looked at", readersNote: "" });
    const words = "We will send the bill for every sandbag.";
    const { quoteId } = await quoteOnRecord(reporter, words, { groundRule: "off_record" });
    expect(await putBackStory(editor, id, "")).toEqual({ ok: false, why: "off_the_record" });
    expect((await copyOf(id))?.withdrawnAt).toBeInstanceOf(Date);
    await database().delete(quotes).where(eq(quotes.id, quoteId));
    expect(await putBackStory(editor, id, "")).toMatchObject({ ok: true });
  });

  it("corrects with a line that can never be deleted", async () => {
    const { editor, id } = await liveStory();
    const text = "An earlier version said 23 councils. It is 25.";
    expect(await correctStory(editor, { id }, { kind: "correction", text: "" })).toEqual({
      ok: false,
      why: "note_needed",
    });
    expect(await correctStory(editor, { id }, { kind: "correction", text })).toMatchObject({ ok: true });
    await expect(database().execute(sql`delete from corrections where story_id = ${id}`)).rejects.toThrow();
  });
});

describe("the clock", () => {
  const inAMoment = () => new Date(Date.now() + 60_000);
  const comeNow = (id: string) =>
    database()
      .update(stories)
      .set({ scheduledFor: sql`now() - interval '1 second'` })
      .where(eq(stories.id, id));

  it("publishes once when the moment has come, whoever asks and however many", async () => {
    const { editor, id } = await approvedStory();
    expect(await scheduleStory(editor, id, inAMoment(), "UTC")).toMatchObject({ ok: true });
    expect(await publishScheduled(id)).toEqual({ ok: true, value: null });
    expect((await rowOf(id)).stage).toBe("scheduled");
    await comeNow(id);
    expect(await dueStories()).toContain(id);
    await Promise.all(Array.from({ length: 6 }, () => publishScheduled(id)));
    expect((await trailOf(id)).filter((kind) => kind === "fire")).toHaveLength(1);
    expect((await rowOf(id)).stage).toBe("published");
  });

  it("judges rights again: a story scheduled by somebody who is an editor no longer stays, and the board is told", async () => {
    const { editor, id } = await approvedStory();
    await scheduleStory(editor, id, inAMoment(), "UTC");
    await database().update(users).set({ role: "reporter" }).where(eq(users.id, editor.id));
    await comeNow(id);
    await publishScheduled(id);
    expect(await rowOf(id)).toMatchObject({ stage: "scheduled", missedBecause: "editors_only" });
    expect(await copyOf(id)).toBeUndefined();
  });

  it("holds a story until the embargo ends", async () => {
    const { editor, id } = await approvedStory();
    await setEmbargo(editor, id, new Date(Date.now() + 3_600_000));
    expect(await publishStory(editor, { id })).toEqual({ ok: false, why: "embargoed" });
    expect(await scheduleStory(editor, id, inAMoment(), "UTC")).toEqual({ ok: false, why: "moment_passed" });
    expect(await scheduleStory(editor, id, new Date(Date.now() + 3_700_000), "UTC")).toMatchObject({
      ok: true,
    });
  });
});

describe("the trail", () => {
  it.each(["story_events", "revisions", "reveals", "attestations", "desk_events", "quote_events"])(
    "%s takes no change and no deletion",
    async (table) => {
      await expect(database().execute(sql.raw(`delete from ${table}`))).rejects.toThrow();
      await expect(database().execute(sql.raw(`truncate ${table} cascade`))).rejects.toThrow();
    },
  );
});
