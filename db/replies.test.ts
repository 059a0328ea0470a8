import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PublicDocument } from "@/domain/publication/document";
import { defaultReplyRules, type ReplyRules } from "@/domain/reply-rules";
import { database, sqlState } from "./client";
import { repliesIn, replyBansNow } from "./queries/desk/replies";
import { leaveReply } from "./queries/site/leave-reply";
import { repliesShown, replyCount, threadShown } from "./queries/site/replies";
import { forgetMachines } from "./readers/attempts";
import { newId } from "./schema/columns";
import { sections } from "./schema/paper";
import { publications, replies } from "./schema/publications";
import { readerAttempts, replyBans } from "./schema/readers";
import { useOwnDatabase } from "./testing/database";
import { person } from "./testing/people";
import { answerReply, banSender, decideReplies, liftBans } from "./write-replies";

useOwnDatabase();
const sectionId = newId();
beforeAll(async () => {
  await database().insert(sections).values({ id: sectionId, slug: "harbour", name: "Harbour" });
});
// Each test is a reader who has sent nothing for a day.
beforeEach(async () => {
  await database().delete(readerAttempts);
});

async function story(given: { daysAgo?: number; withoutReplies?: true; withdrawn?: boolean } = {}) {
  const storyId = newId();
  const address = `/harbour/${storyId}`;
  const at = new Date(Date.now() - (given.daysAgo ?? 0) * 86_400_000 - 60_000);
  const { withoutReplies } = given;
  await database()
    .insert(publications)
    .values({
      storyId,
      sectionId,
      address,
      revision: 1,
      headline: "A story",
      standfirst: "",
      kicker: "",
      language: "en-GB",
      byline: "Ines Okafor",
      quoteCount: 0,
      sourceCount: 0,
      minutes: 1,
      // Nothing else of the document is read here.
      document: { address, ...(withoutReplies ? { withoutReplies } : {}) } as PublicDocument,
      publishedAt: at,
      updatedAt: at,
      withdrawnAt: given.withdrawn ? at : null,
      plain: "",
    });
  return { storyId, address };
}

let machines = 0;
const machine = () => {
  machines += 1;
  return `192.0.2.${machines}`;
};
const by = (storyId: string, given: Partial<Parameters<typeof leaveReply>[0]> = {}) => ({
  storyId,
  parentId: null,
  text: "I was there.",
  name: "Lena",
  email: `lena-${storyId}@example.org`,
  peer: machine(),
  took: null,
  ...given,
});
const atOnce: ReplyRules = { ...defaultReplyRules, hold: "none" };
const rowsOf = (storyId: string) => database().select().from(replies).where(eq(replies.storyId, storyId));

describe("a reader's reply", () => {
  it("is held, and seen once a moderator lets it stand, without its sender's email", async () => {
    const { storyId, address } = await story();
    expect(await leaveReply(by(storyId), defaultReplyRules)).toEqual({ address, state: "held" });
    expect(await repliesShown(storyId)).toEqual([]);
    expect(await replyCount(storyId)).toBe(0);
    const [{ id = "" } = {}] = await rowsOf(storyId);
    const shown = await decideReplies(await person("editor"), { ids: [id], from: "held", to: "shown" });
    expect(shown).toMatchObject({ ok: true, value: { moved: [id], purge: expect.any(Number) } });
    const threads = await repliesShown(storyId);
    expect(threads.map((thread) => thread.text)).toEqual(["I was there."]);
    expect(JSON.stringify(threads)).not.toContain("example.org");
  });

  it("is shown at once where the rules say so, with both pages purged", async () => {
    const { storyId } = await story();
    expect(await leaveReply(by(storyId), atOnce)).toMatchObject({
      state: "shown",
      purge: expect.any(Number),
    });
    expect(await replyCount(storyId)).toBe(1);
  });

  it("knows a sender by name and email together, once a reply was shown", async () => {
    const { storyId } = await story();
    const rules: ReplyRules = { ...defaultReplyRules, hold: "first" };
    const email = "known@example.org";
    expect(await leaveReply(by(storyId, { email }), rules)).toMatchObject({ state: "held" });
    await database().update(replies).set({ state: "shown" }).where(eq(replies.email, email));
    await database().delete(readerAttempts);
    expect(await leaveReply(by(storyId, { email, text: "More." }), rules)).toMatchObject({ state: "shown" });
    await database().delete(readerAttempts);
    const other = by(storyId, { email, name: "Somebody else", text: "Less." });
    expect(await leaveReply(other, rules)).toMatchObject({ state: "held" });
  });

  it("is kept once however often it is sent, two at a time too", async () => {
    const { storyId } = await story();
    const reply = by(storyId);
    const answers = await Promise.all([1, 2, 3].map(() => leaveReply(reply, defaultReplyRules)));
    expect(await rowsOf(storyId)).toHaveLength(1);
    expect(answers.filter((answer) => "address" in answer).length).toBeGreaterThan(0);
    expect(await leaveReply(reply, defaultReplyRules)).toMatchObject({ state: "held" });
  });

  it("is refused by machine and by email when it comes too soon", async () => {
    const { storyId } = await story();
    const [peer, email] = [machine(), "often@example.org"];
    await leaveReply(by(storyId, { peer, email }), defaultReplyRules);
    for (const again of [{ peer }, { email }])
      expect(await leaveReply(by(storyId, { ...again, text: "Again." }), defaultReplyRules)).toMatchObject({
        why: "too-often",
      });
    expect(JSON.stringify(await database().select().from(readerAttempts))).not.toContain(peer);
  });

  it("is refused under a story that is withdrawn, never was, is closed, or is too old", async () => {
    const why = async (storyId: string) => leaveReply(by(storyId), defaultReplyRules);
    expect(await why((await story({ withdrawn: true })).storyId)).toEqual({ why: "gone" });
    expect(await why(newId())).toEqual({ why: "gone" });
    expect(await why((await story({ withoutReplies: true })).storyId)).toEqual({ why: "closed" });
    expect(await why((await story({ daysAgo: 31 })).storyId)).toEqual({ why: "closed" });
  });

  it("is refused when replies come faster than anyone could read them", async () => {
    const { storyId } = await story();
    const one = { storyId, text: "So.", name: "Lena", email: "flood@example.org" };
    await database()
      .insert(replies)
      .values(Array.from({ length: 60 }, () => one));
    expect(await leaveReply(by(storyId), defaultReplyRules)).toEqual({ why: "flooded" });
    await database().delete(replies).where(eq(replies.storyId, storyId));
  });
});

describe("threads", () => {
  it("are one deep, in the database too", async () => {
    const [{ storyId }, elsewhere] = [await story(), await story()];
    await leaveReply(by(storyId), atOnce);
    const [top] = await rowsOf(storyId);
    const parentId = top?.id ?? "";
    await leaveReply(by(storyId, { parentId, email: "a@example.org", text: "One." }), atOnce);
    const answer = (await threadShown(storyId, parentId))?.answers[0]?.id ?? "";
    await leaveReply(by(storyId, { parentId: answer, email: "b@example.org", text: "Two." }), atOnce);
    const thread = await threadShown(storyId, parentId);
    expect(thread?.answers.map((each) => each.text)).toEqual(["One.", "Two."]);
    for (const wrong of [
      { storyId, parentId: answer },
      { storyId: elsewhere.storyId, parentId },
    ]) {
      const row = { ...wrong, name: "x", email: "x@example.org", text: "x" };
      const error = await database()
        .insert(replies)
        .values(row)
        .then(() => null, sqlState);
      expect(error).toBe("23514");
    }
  });

  it("are gone with the reply above them, from lists and counts", async () => {
    const { storyId } = await story();
    await leaveReply(by(storyId), atOnce);
    const parentId = (await rowsOf(storyId))[0]?.id ?? "";
    const editor = await person("editor");
    expect((await answerReply(editor, { id: parentId, text: "We asked." })).ok).toBe(true);
    expect(await replyCount(storyId)).toBe(2);
    expect((await repliesShown(storyId))[0]?.answers).toMatchObject([{ byStaff: true, name: editor.name }]);
    await decideReplies(editor, { ids: [parentId], from: "shown", to: "refused" });
    expect(await replyCount(storyId)).toBe(0);
    expect(await repliesShown(storyId)).toEqual([]);
    expect(await threadShown(storyId, parentId)).toBeUndefined();
  });
});

describe("moderators", () => {
  it("decide many at once, and leave what another has decided", async () => {
    const { storyId } = await story();
    const ids = [newId(), newId(), newId()];
    await database()
      .insert(replies)
      .values(ids.map((id) => ({ id, storyId, name: "x", email: "many@example.org", text: id })));
    const editor = await person("editor");
    await decideReplies(editor, { ids: ids.slice(0, 1), from: "held", to: "refused" });
    const decided = await decideReplies(editor, { ids, from: "held", to: "shown" });
    expect(decided).toMatchObject({ ok: true, value: { moved: ids.slice(1) } });
    expect(await replyCount(storyId)).toBe(2);
    const why = { ok: false, why: "editors_only" };
    const reporter = await person("reporter");
    expect(await decideReplies(reporter, { ids, from: "shown", to: "held" })).toEqual(why);
    expect(await answerReply(reporter, { id: ids[1] ?? "", text: "So." })).toEqual(why);
    expect(await banSender(reporter, ids[1] ?? "")).toEqual(why);
    expect(await liftBans(reporter, { bans: [newId()], refused: [] })).toEqual(why);
    expect(await replyBansNow(reporter)).toEqual([]);
  });

  it("ban a sender by email and by machine, who learns nothing of it, and take it back", async () => {
    const { storyId, address } = await story();
    const [peer, email] = [machine(), "banned@example.org"];
    await leaveReply(by(storyId, { peer, email }), defaultReplyRules);
    const id = (await rowsOf(storyId))[0]?.id ?? "";
    const editor = await person("editor");
    const ban = await banSender(editor, id);
    if (!ban.ok) throw new Error(ban.why);
    expect(ban.value).toMatchObject({ bans: [expect.any(String), expect.any(String)], refused: [id] });
    for (const [text, sender] of [
      ["Again.", { email }],
      ["And again.", { peer }],
    ] as const) {
      await database().delete(readerAttempts);
      expect(await leaveReply(by(storyId, { ...sender, text }), atOnce)).toEqual({ address, state: "held" });
    }
    expect((await repliesIn(editor, "refused", null)).replies.slice(0, 2)).toMatchObject([
      { heldBecause: ["banned"] },
      { heldBecause: ["banned"] },
    ]);
    expect((await liftBans(editor, ban.value)).ok).toBe(true);
    expect(await replyBansNow(editor)).toEqual([]);
    await database().delete(readerAttempts);
    expect(await leaveReply(by(storyId, { email, text: "Back." }), atOnce)).toMatchObject({ state: "shown" });
  });

  it("are told nothing of a machine after 30 days", async () => {
    const { storyId } = await story();
    await leaveReply(by(storyId), defaultReplyRules);
    await database()
      .update(replies)
      .set({ at: sql`now() - interval '31 days'` })
      .where(eq(replies.storyId, storyId));
    const ended = {
      kind: "machine" as const,
      key: newId(),
      shown: "x",
      until: sql`now() - interval '1 hour'`,
    };
    await database().insert(replyBans).values(ended);
    await forgetMachines();
    expect((await rowsOf(storyId))[0]?.senderHash).toBeNull();
    expect(await database().$count(replyBans, eq(replyBans.key, ended.key))).toBe(0);
  });
});

describe("a story with 50,000 replies", () => {
  it("finds its newest, its next page and its count by index, in well under a second", async () => {
    const [{ storyId }, { storyId: other }] = [await story(), await story()];
    for (const [of, many] of [
      [storyId, 50_000],
      [other, 100_000],
    ] as const)
      await database().execute(sql`insert into replies (id, story_id, name, email, text, state)
        select gen_random_uuid(), ${of}, 'Reader ' || n, n || '@example.org', repeat('Words. ', 30), 'shown'
        from generate_series(1, ${many}::int) n`);
    await database().execute(sql`analyze replies`);
    const began = performance.now();
    const first = await repliesShown(storyId);
    const next = await repliesShown(storyId, 50, first.at(19)?.id);
    const count = await replyCount(storyId);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect([first.length, next.length, count]).toEqual([21, 51, 50_000]);
    const plan = await database().execute<Record<string, string>>(
      sql`explain select id from replies where story_id = ${storyId} and state = 'shown' and parent_id is null
          order by id desc nulls last limit 21`,
    );
    expect(JSON.stringify(plan)).toContain("replies_shown");
    expect(JSON.stringify(plan)).not.toMatch(/Sort|Seq Scan/);
  });
});
