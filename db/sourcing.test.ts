import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import { database } from "./client";
import { sourceForDesk } from "./queries/desk/sources";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { deskEvents } from "./schema/people";
import { attestations, sourceMerges } from "./schema/sources";
import { repliesSought, sourceConditions, storySources, unnamedApprovals } from "./schema/sourcing";
import { stories, storyAuthors, storyEvents } from "./schema/stories";
import { sourcingOf } from "./stories/sourcing";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, quoteOnRecord, section, wordsWith } from "./testing/people";
import { mergeSources, undoMerge } from "./write-merges";
import { agreeToUse, keepReply, logCondition, type ReplyEntry, weighSource } from "./write-sourcing";
import { createStory, moveStory, scheduleStory } from "./write-story";

useOwnDatabase();

const said = "The gates will hold";

/** A story that shows one quote of one source. */
async function scene(given: Parameters<typeof quoteOnRecord>[2] = {}) {
  const [reporter, editor] = [await person("reporter"), await person("editor")];
  const { sourceId, quoteId } = await quoteOnRecord(reporter, said, given);
  return { reporter, editor, sourceId, quoteId, storyId: await storyWith(reporter, quoteId) };
}

async function storyWith(author: Actor, quoteId: string): Promise<string> {
  const { id: sectionId } = await section();
  const { id } = await createStory(author);
  const saved = await saveText(author, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "named",
    name: "",
    words: wordsWith({ sectionId, body: bodyOf(["She said: “", { words: said, quoteId }, "”"]) }),
  });
  if (!saved.ok) throw new Error(saved.why.why);
  return id;
}

const storyRow = async (id: string) => (await database().select().from(stories).where(eq(stories.id, id)))[0];
const trailOf = async (storyId: string) =>
  (
    await database()
      .select()
      .from(storyEvents)
      .where(eq(storyEvents.storyId, storyId))
      .orderBy(storyEvents.id)
  ).map(({ kind, note, actorId, fromStage, toStage }) => ({ kind, note, actorId, fromStage, toStage }));

const replyTo = (storyId: string, part: Partial<ReplyEntry> = {}): ReplyEntry => ({
  id: newId(),
  storyId,
  sourceId: null,
  whom: "The ministry’s press office",
  about: "That the markers lie wrong",
  contactedAt: new Date("2026-11-20T09:00:00Z"),
  how: "phone",
  deadline: new Date("2026-11-21T09:00:00Z"),
  outcome: "waiting",
  answer: "",
  ...part,
});
const replyRow = async (id: string) =>
  (await database().select().from(repliesSought).where(eq(repliesSought.id, id)))[0];

describe("how much a story leans on a source", () => {
  const weightsOf = (storyId: string) =>
    database().select().from(storySources).where(eq(storySources.storyId, storyId));

  it("is said by its staff, once for each source, and the last word counts", async () => {
    const { reporter, editor, storyId, sourceId } = await scene();
    expect(await weighSource(reporter, { storyId, sourceId, weight: "central" })).toMatchObject({ ok: true });
    expect(await weighSource(editor, { storyId, sourceId, weight: "supporting" })).toMatchObject({
      ok: true,
    });
    expect(await weightsOf(storyId)).toMatchObject([{ sourceId, weight: "supporting", setBy: editor.id }]);
    expect((await trailOf(storyId)).slice(-2)).toMatchObject([
      { kind: "weighed", note: "central", actorId: reporter.id },
      { kind: "weighed", note: "supporting", actorId: editor.id },
    ]);
  });

  it("is no business of a reporter who did not write the story, nor of a source that is not there", async () => {
    const { reporter, storyId, sourceId } = await scene();
    const stranger = await person("reporter");
    const weight = "central" as const;
    expect(await weighSource(stranger, { storyId, sourceId, weight })).toEqual({
      ok: false,
      why: "not_found",
    });
    expect(await weighSource(reporter, { storyId, sourceId: newId(), weight })).toEqual({
      ok: false,
      why: "not_found",
    });
    expect(await weightsOf(storyId)).toEqual([]);
  });

  it("takes an approval back, and the moment at which the story would have gone out", async () => {
    const { reporter, editor, storyId, sourceId } = await scene();
    await moveStory(reporter, { id: storyId }, "send");
    await moveStory(editor, { id: storyId }, "approve");
    expect(
      await scheduleStory(editor, storyId, new Date(Date.now() + 3_600_000), "Europe/London"),
    ).toMatchObject({ ok: true });
    expect(await weighSource(reporter, { storyId, sourceId, weight: "central" })).toMatchObject({ ok: true });
    expect(await storyRow(storyId)).toMatchObject({
      stage: "in_review",
      approvedRevision: null,
      scheduledFor: null,
    });
    expect((await trailOf(storyId)).at(-1)).toMatchObject({
      kind: "weighed",
      fromStage: "scheduled",
      toStage: "in_review",
    });
  });
});

describe("agreeing to what a story takes from an unnamed source", () => {
  const given = (storyId: string, sourceId: string) => ({ storyId, sourceId, use: "direct" as const });

  it("takes an editor who did not write the story, counts once, and stands for good", async () => {
    const { reporter, editor, storyId, sourceId } = await scene();
    const author = await person("admin");
    await database().insert(storyAuthors).values({ storyId, userId: author.id, position: 2 });
    const use = given(storyId, sourceId);
    expect(await agreeToUse(reporter, use)).toEqual({ ok: false, why: "editors_only" });
    expect(await agreeToUse(author, use)).toEqual({ ok: false, why: "own_story" });
    const both = await Promise.all([agreeToUse(editor, use), agreeToUse(editor, use)]);
    expect(both.map((each) => (each.ok ? "agreed" : each.why)).sort()).toEqual(["agreed", "already_there"]);
    const rows = await database()
      .select()
      .from(unnamedApprovals)
      .where(eq(unnamedApprovals.storyId, storyId));
    expect(rows).toMatchObject([{ by: editor.id, level: "editor", use: "direct" }]);
    const change = database().update(unnamedApprovals).set({ level: "admin" });
    await expect(change.execute()).rejects.toThrow();
  });
});

describe("the right of reply", () => {
  it("is put down and then answered, as one entry, however often it is sent", async () => {
    const { reporter, editor, storyId, sourceId } = await scene();
    const asked = replyTo(storyId, { sourceId });
    const twice = await Promise.all([keepReply(reporter, asked), keepReply(reporter, asked)]);
    expect(twice).toEqual([
      { ok: true, value: { id: asked.id } },
      { ok: true, value: { id: asked.id } },
    ]);
    const answered = { ...asked, outcome: "declined" as const, answer: "No comment." };
    expect(await keepReply(editor, answered)).toMatchObject({ ok: true });
    expect(
      await database().select().from(repliesSought).where(eq(repliesSought.storyId, storyId)),
    ).toHaveLength(1);
    expect(await replyRow(asked.id)).toMatchObject({
      sourceId,
      outcome: "declined",
      answer: "No comment.",
      // Whoever put it down stays on it; who changed it stands on the trail.
      recordedBy: reporter.id,
      contactedAt: asked.contactedAt,
    });
    expect((await trailOf(storyId)).slice(-3)).toMatchObject([
      { kind: "reply_sought", note: "The ministry’s press office: waiting", actorId: reporter.id },
      { kind: "reply_changed", actorId: reporter.id },
      { kind: "reply_changed", note: "The ministry’s press office: declined", actorId: editor.id },
    ]);
  });

  it("is not reached through another story, nor by somebody who may not see its own", async () => {
    const { reporter, storyId } = await scene();
    const other = await scene();
    const asked = replyTo(storyId);
    await keepReply(reporter, asked);
    const taken = { ...asked, storyId: other.storyId, whom: "Somebody else" };
    expect(await keepReply(other.reporter, taken)).toEqual({ ok: false, why: "not_found" });
    expect(await keepReply(other.reporter, { ...asked, answer: "Made up" })).toEqual({
      ok: false,
      why: "not_found",
    });
    expect(await replyRow(asked.id)).toMatchObject({ storyId, whom: asked.whom, answer: "" });
  });

  it("names a source of the library, or none", async () => {
    const { reporter, storyId } = await scene();
    const asked = replyTo(storyId, { sourceId: newId() });
    expect(await keepReply(reporter, asked)).toEqual({ ok: false, why: "not_found" });
    expect(await replyRow(asked.id)).toBeUndefined();
    expect(await keepReply(reporter, { ...asked, sourceId: null })).toMatchObject({ ok: true });
  });
});

describe("what a source asked for", () => {
  const given = (sourceId: string, decision: "refused" | "accepted") => ({
    id: newId(),
    sourceId,
    asked: "quote_approval" as const,
    detail: "She wants to see her quotes",
    decision,
  });

  it("is refused by whoever works with the source, and accepted by an editor alone", async () => {
    const { reporter, editor, sourceId } = await scene({ unnamed: true, description: "A senior official" });
    const stranger = await person("reporter");
    expect(await logCondition(stranger, given(sourceId, "refused"))).toEqual({
      ok: false,
      why: "not_your_source",
    });
    expect(await logCondition(reporter, given(sourceId, "accepted"))).toEqual({
      ok: false,
      why: "editors_only",
    });
    expect(await logCondition(reporter, given(sourceId, "refused"))).toMatchObject({ ok: true });
    expect(await logCondition(editor, given(sourceId, "accepted"))).toMatchObject({ ok: true });
    expect(await logCondition(editor, given(newId(), "accepted"))).toEqual({ ok: false, why: "not_found" });
    const rows = await database()
      .select()
      .from(sourceConditions)
      .where(eq(sourceConditions.sourceId, sourceId))
      .orderBy(sourceConditions.id);
    expect(rows.map(({ by, decision }) => [by, decision])).toEqual([
      [reporter.id, "refused"],
      [editor.id, "accepted"],
    ]);
    // What is on the trail says which condition, and not in whose words it was asked.
    const events = await database().select().from(deskEvents).where(eq(deskEvents.subject, sourceId));
    expect(events.map(({ kind, note }) => `${kind} ${note}`).sort()).toEqual([
      "condition_logged quote_approval: accepted",
      "condition_logged quote_approval: refused",
    ]);
  });

  it("is put down once, however often it is sent", async () => {
    const { editor, sourceId } = await scene();
    const once = given(sourceId, "accepted");
    const twice = await Promise.all([logCondition(editor, once), logCondition(editor, once)]);
    expect(twice.map((each) => each.ok)).toEqual([true, true]);
    expect(await database().$count(sourceConditions, eq(sourceConditions.sourceId, sourceId))).toBe(1);
    expect(await database().$count(deskEvents, eq(deskEvents.subject, sourceId))).toBe(1);
  });

  it("stays as it was written", async () => {
    const { editor, sourceId } = await scene();
    await logCondition(editor, given(sourceId, "accepted"));
    await expect(
      database().update(sourceConditions).set({ decision: "refused" }).execute(),
    ).rejects.toThrow();
    await expect(database().delete(sourceConditions).execute()).rejects.toThrow();
  });
});

describe("what is on file about two sources that are made one", () => {
  /** Two records of one named source, each quoted in a story of its own. */
  async function twins() {
    const one = await scene();
    const { quoteId, sourceId: into } = await quoteOnRecord(one.reporter, said);
    return { ...one, from: one.sourceId, into, other: await storyWith(one.reporter, quoteId) };
  }
  const onFile = (storyId: string, sourceId: string) => sourcingOf(database(), storyId, [sourceId]);
  async function undo(editor: Actor, from: string) {
    const [merge] = await database().select().from(sourceMerges).where(eq(sourceMerges.fromId, from));
    expect(await undoMerge(editor, merge?.id ?? "")).toMatchObject({ ok: true });
  }

  it("follows the merge, and comes back when it is undone", async () => {
    const { reporter, editor, from, into, storyId } = await twins();
    const asked = replyTo(storyId, { sourceId: from, outcome: "declined" });
    await weighSource(reporter, { storyId, sourceId: from, weight: "central" });
    await agreeToUse(editor, { storyId, sourceId: from, use: "central" });
    await keepReply(reporter, asked);
    const condition = { asked: "read_before", detail: "", decision: "accepted" } as const;
    await logCondition(editor, { id: newId(), sourceId: from, ...condition });
    const before = await onFile(storyId, from);

    expect(await mergeSources(editor, { fromId: from, intoId: into })).toMatchObject({ ok: true });
    expect(await onFile(storyId, into)).toMatchObject({
      weights: [{ sourceId: into, weight: "central" }],
      approvals: [{ sourceId: into, use: "central", by: editor.id, level: "editor" }],
      replies: [{ id: asked.id, sourceId: into, outcome: "declined" }],
      promised: [{ sourceId: into, asked: "read_before" }],
    });
    expect((await sourceForDesk(editor, into))?.conditions).toMatchObject([condition]);

    await undo(editor, from);
    expect(await onFile(storyId, from)).toEqual(before);
    expect(await onFile(storyId, into)).toMatchObject({ promised: [] });
    expect((await sourceForDesk(editor, into))?.conditions).toEqual([]);
    expect((await sourceForDesk(editor, from))?.conditions).toMatchObject([condition]);
  });

  it("follows over two merges in a row", async () => {
    const { reporter, editor, from, into, storyId } = await twins();
    const { sourceId: third } = await quoteOnRecord(reporter, said);
    await weighSource(reporter, { storyId, sourceId: from, weight: "central" });
    await mergeSources(editor, { fromId: from, intoId: into });
    await mergeSources(editor, { fromId: into, intoId: third });
    expect((await onFile(storyId, third)).weights).toEqual([{ sourceId: third, weight: "central" }]);
  });

  it("leans as much on the one source as on the heavier of the two, until somebody says otherwise", async () => {
    const { reporter, editor, from, into, storyId } = await twins();
    await weighSource(reporter, { storyId, sourceId: from, weight: "central" });
    await weighSource(reporter, { storyId, sourceId: into, weight: "supporting" });
    await mergeSources(editor, { fromId: from, intoId: into });
    const weights = async () => (await onFile(storyId, into)).weights;
    expect(await weights()).toEqual([{ sourceId: into, weight: "central" }]);
    await weighSource(reporter, { storyId, sourceId: into, weight: "supporting" });
    expect(await weights()).toEqual([{ sourceId: into, weight: "supporting" }]);
  });

  it("keeps what was said while they were one for the story whose words go back", async () => {
    const { reporter, editor, from, into, storyId, other } = await twins();
    await mergeSources(editor, { fromId: from, intoId: into });
    for (const each of [storyId, other])
      await weighSource(reporter, { storyId: each, sourceId: into, weight: "central" });
    await undo(editor, from);
    expect((await onFile(storyId, from)).weights).toContainEqual({ sourceId: from, weight: "central" });
    // The other story shows none of those words.
    expect((await onFile(other, into)).weights).toEqual([{ sourceId: into, weight: "central" }]);
  });

  it("is put down under the one that stays, also from a page that was opened before", async () => {
    const { reporter, editor, from, into, storyId } = await twins();
    await agreeToUse(editor, { storyId, sourceId: from, use: "direct" });
    await mergeSources(editor, { fromId: from, intoId: into });
    const asked = replyTo(storyId, { sourceId: from });
    await keepReply(reporter, asked);
    await weighSource(reporter, { storyId, sourceId: from, weight: "supporting" });
    await logCondition(editor, {
      id: newId(),
      sourceId: from,
      asked: "other",
      detail: "A day's notice",
      decision: "refused",
    });
    expect((await replyRow(asked.id))?.sourceId).toBe(into);
    const weighed = await database().select().from(storySources).where(eq(storySources.storyId, storyId));
    expect(weighed.map((each) => each.sourceId)).toEqual([into]);
    expect((await sourceForDesk(editor, into))?.conditions).toMatchObject([{ detail: "A day's notice" }]);
    // What this editor agreed to under either record is agreed to.
    for (const sourceId of [from, into])
      expect(await agreeToUse(editor, { storyId, sourceId, use: "direct" })).toEqual({
        ok: false,
        why: "already_there",
      });
  });

  it("lets what was agreed to for an unnamed source approve the story after the merge", async () => {
    const unnamed = {
      unnamed: true,
      description: "A senior official",
      reason: "They may not speak",
      groundRule: "background",
    } as const;
    const { reporter, editor, storyId, sourceId: from } = await scene(unnamed);
    const { sourceId: into } = await quoteOnRecord(reporter, "And so on", unnamed);
    const admin = await person("admin");
    for (const sourceId of [from, into])
      await database().insert(attestations).values({ sourceId, editorId: editor.id, how: "told_in_person" });
    await agreeToUse(admin, { storyId, sourceId: from, use: "central" });
    await moveStory(reporter, { id: storyId }, "send");
    expect(await mergeSources(editor, { fromId: from, intoId: into })).toMatchObject({ ok: true });
    expect(await moveStory(editor, { id: storyId }, "approve")).toMatchObject({ ok: true });
  });
});
