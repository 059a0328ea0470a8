import { mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database, inTransaction } from "@/db/client";
import { tellDueSoon } from "@/db/due-soon";
import { linkToken } from "@/db/link-tokens";
import { askForReset, postResets } from "@/db/people/resets";
import { outbox } from "@/db/schema/mail";
import { notificationChoices, notifications } from "@/db/schema/notifications";
import { users } from "@/db/schema/people";
import { stories, storyAuthors } from "@/db/schema/stories";
import { tell } from "@/db/tell";
import { useOwnDatabase } from "@/db/testing/database";
import { MailServer } from "@/db/testing/mail-server";
import { person } from "@/db/testing/people";
import { claimMail, markFailed, markSent, post, settleMail, waitingMail } from "@/db/write-mail";
import { assignStory, createStory, moveStory, setEmbargo } from "@/db/write-story";
import { comment, openThread } from "@/db/write-talk";
import { testLetter } from "@/domain/mail/letters";
import { mostAttempts } from "@/domain/mail/retries";
import type { Actor } from "@/domain/people";
import { ok, refuse } from "@/domain/result";
import { MailRoom, type Sender } from "./send";

useOwnDatabase();

const room = new MailRoom();
let server: MailServer;
let sender: Sender;
beforeAll(async () => {
  server = await MailServer.start();
  sender = {
    url: server.url,
    from: "desk@paper.example",
    name: 'The "Record", <b>',
    origin: "https://paper.example",
  };
});
afterAll(async () => {
  room.close();
  await server.stop();
});
beforeEach(async () => {
  await database().delete(outbox);
  server.taken.length = 0;
  server.refusing = null;
});

/** Sends what waits, as the worker does. */
async function sendAll(): Promise<void> {
  for (const id of await waitingMail(100)) {
    const claimed = await claimMail(id);
    if (!claimed) continue;
    const sent = await room.send(claimed, sender);
    if (sent.ok) await markSent(id);
    else await markFailed(claimed, sent.why);
  }
}

async function storyBy(author: Actor, headline = "A headline") {
  const { id } = await createStory(author);
  await database().update(stories).set({ headline }).where(eq(stories.id, id));
  return { id, headline, language: "en-GB" };
}
const toldOf = (who: Actor) =>
  database()
    .select({ kind: notifications.kind, note: notifications.note, actorId: notifications.actorId })
    .from(notifications)
    .where(eq(notifications.userId, who.id))
    .orderBy(notifications.id);
const addressOf = (who: Actor) => `${who.id}@test.example`;
const choose = (who: Actor, kind: "commented" | "sent_back", inApp: boolean, byMail: boolean) =>
  database().insert(notificationChoices).values({ userId: who.id, kind, inApp, byMail });
const wait = (id: string) =>
  database().update(outbox).set({ nextTryAt: sql`now()` }).where(eq(outbox.id, id));

describe("a folder in place of a mail server", () => {
  const letterTo = (recipient: string) => ({
    event: `test:${recipient}`,
    recipient,
    letter: testLetter("The Record"),
  });

  it("gets each letter whole, as mail programs read it, for the owner of the folder alone", async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "verbatim-letters-")), "letters of today");
    const kept = { ...sender, folder };
    expect(await room.send(letterTo("ines@paper.example"), kept)).toEqual(ok(null));
    expect(await room.send(letterTo("../../x@paper.example"), kept)).toEqual(ok(null));
    const names = await readdir(folder);
    expect(names.map((name) => name.replace(/^\S+ /, "")).sort()).toEqual(
      [".._.._x@paper.example", "ines@paper.example"].flatMap((name) => [`${name}.eml`, `${name}.html`]),
    );
    const file = join(folder, names.find((name) => name.endsWith(" ines@paper.example.eml")) ?? "");
    expect((await stat(file)).mode & 0o077).toBe(0);
    const { subject, text, from } = await simpleParser(await readFile(file));
    expect([subject, from?.text]).toEqual([
      testLetter("The Record").subject,
      '"The \\"Record\\", <b>" <desk@paper.example>',
    ]);
    expect(text).toContain("https://paper.example/desk/settings");
  });

  it("says so when it cannot be written, and the letter is tried again", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "verbatim-letters-")), "no folder");
    await writeFile(file, "");
    expect(await room.send(letterTo("ines@paper.example"), { ...sender, folder: file })).toEqual(
      refuse("unreachable"),
    );
  });
});

describe("being told", () => {
  it("comes with its cause, to those it concerns, by the ways they chose, and never of one's own doing", async () => {
    const [author, second, editor, stranger] = [
      await person("reporter"),
      await person("reporter"),
      await person("editor"),
      await person("reporter"),
    ];
    const story = await storyBy(author);
    await database().insert(storyAuthors).values({ storyId: story.id, userId: second.id, position: 1 });
    await choose(second, "commented", false, true);
    const thread = await openThread(editor, story.id, {
      passage: "",
      text: "Is this so?",
      mustResolve: false,
    });
    if (!thread.ok) throw new Error(thread.why);
    expect(await toldOf(author)).toEqual([{ kind: "commented", note: "Is this so?", actorId: editor.id }]);
    expect(await toldOf(second)).toEqual([]);
    expect(await toldOf(editor)).toEqual([]);
    await comment(author, thread.value.id, "It is.");
    expect(await toldOf(editor)).toEqual([{ kind: "commented", note: "It is.", actorId: author.id }]);
    expect(await toldOf(author)).toHaveLength(1);
    await sendAll();
    expect(
      server.taken.map(({ to, mail }) => [
        to[0],
        mail.text?.includes("Is this so?") || mail.text?.includes("It is."),
      ]),
    ).toEqual([
      [addressOf(second), true],
      [addressOf(second), true],
    ]);
    // Somebody who may not see the story is told nothing, whoever names them.
    await inTransaction((tx) =>
      tell(tx, {
        kind: "mentioned",
        story,
        actor: editor,
        to: { people: [stranger.id, author.id] },
        note: "@all",
      }),
    );
    expect(await toldOf(stranger)).toEqual([]);
    expect((await toldOf(author)).at(-1)?.kind).toBe("mentioned");
  });

  it("comes once to whoever a comment calls by name, as a mention, and to nobody who may not see the story", async () => {
    const [author, editor, stranger] = [
      await person("reporter"),
      await person("editor"),
      await person("reporter"),
    ];
    const story = await storyBy(author);
    const text = `@${author.name}, @${author.name} and @${stranger.name}: is this so?`;
    const thread = await openThread(editor, story.id, { passage: "", text, mustResolve: false });
    if (!thread.ok) throw new Error(thread.why);
    expect(await toldOf(author)).toEqual([{ kind: "mentioned", note: text, actorId: editor.id }]);
    expect(await toldOf(stranger)).toEqual([]);
    // One's own name calls nobody, and an answer that calls somebody is a mention to them alone.
    await comment(author, thread.value.id, `I, @${author.name}, say so, @${editor.name}`);
    expect((await toldOf(editor)).map((each) => each.kind)).toEqual(["mentioned"]);
    expect(await toldOf(author)).toHaveLength(1);
    await sendAll();
    expect(server.taken.map(({ to }) => to[0]).sort()).toEqual([addressOf(author), addressOf(editor)].sort());
  });

  it("says nothing of a story under embargo by mail, judged when it is sent, and all of it in the app", async () => {
    const [author, editor] = [await person("reporter"), await person("editor")];
    const story = await storyBy(author, "The zanzibarine affair");
    const asked = "Is the zanzibarine minister named?";
    await choose(author, "commented", true, true);
    const ask = () => openThread(editor, story.id, { passage: "", text: asked, mustResolve: false });
    await ask();
    await setEmbargo(editor, story.id, new Date(Date.now() + 3_600_000));
    await ask();
    await sendAll();
    expect(server.taken.map(({ mail }) => mail.subject)).toEqual(
      Array<string>(2).fill("Comment: a story under embargo"),
    );
    for (const { raw, mail } of server.taken) {
      expect(`${raw} ${mail.text} ${mail.html} ${mail.subject}`).not.toMatch(/zanzibarine|affair|minister/i);
      expect(mail.text).toContain(`https://paper.example/desk/stories/${story.id}/review`);
    }
    expect((await toldOf(author)).map(({ note }) => note)).toEqual([asked, asked]);
    await setEmbargo(editor, story.id, null);
    await ask();
    await sendAll();
    expect(server.taken.at(-1)?.mail.subject).toBe("Comment: The zanzibarine affair");
    expect(server.taken.at(-1)?.mail.text).toContain(asked);
  });

  it("does not come when what it tells of was not done", async () => {
    const [author, editor] = [await person("reporter"), await person("editor")];
    const story = await storyBy(author);
    await expect(
      inTransaction(async (tx) => {
        await tell(tx, { kind: "sent_back", story, actor: editor, to: { authors: true }, note: "Once more" });
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await moveStory(editor, { id: story.id }, "send_back", "Why")).toMatchObject({ ok: false });
    expect(await toldOf(author)).toEqual([]);
    expect(await waitingMail(100)).toEqual([]);
  });

  it("tells new authors of a story that it is theirs, and those who had it nothing", async () => {
    const [author, next, editor] = [
      await person("reporter"),
      await person("reporter"),
      await person("editor"),
    ];
    const story = await storyBy(author);
    const given = { authorIds: [author.id, next.id], dueAt: null, note: "Please call the mayor" };
    expect(await assignStory(editor, { id: story.id }, given)).toMatchObject({ ok: true });
    expect(await toldOf(next)).toMatchObject([{ kind: "assigned", note: "Please call the mayor" }]);
    expect(await toldOf(author)).toEqual([]);
  });

  it("says once that a story is due soon, however often and by however many it is looked for", async () => {
    const author = await person("reporter");
    const [soon, later, past, sent] = [
      await storyBy(author, "soon"),
      await storyBy(author, "later"),
      await storyBy(author, "past"),
      await storyBy(author, "sent"),
    ];
    const due = (id: string, minutes: number, more = {}) =>
      database()
        .update(stories)
        .set({ dueAt: sql`now() + ${minutes} * interval '1 minute'`, ...more })
        .where(eq(stories.id, id));
    await due(soon.id, 90);
    await due(later.id, 180);
    await due(past.id, -1);
    await due(sent.id, 30, { stage: "in_review" });
    await Promise.all([tellDueSoon(), tellDueSoon(), tellDueSoon()]);
    await tellDueSoon();
    expect((await toldOf(author)).map((each) => each.kind)).toEqual(["due_soon"]);
    await sendAll();
    expect(server.taken.map(({ mail }) => mail.subject)).toEqual(["Due soon: soon"]);
    await due(soon.id, 100);
    await tellDueSoon();
    expect(await toldOf(author)).toHaveLength(2);
  });
});

describe("the outbox", () => {
  const letter = (subject = "A subject") => ({
    subject,
    language: "en-GB",
    blocks: [{ kind: "text", text: "Words." } as const],
  });
  const posted = async (event: string, more: object = {}) => {
    const recipient = `${event.replace(/\W/g, "")}@test.example`;
    await inTransaction((tx) => post(tx, [{ event, recipient, letter: letter(), ...more }]));
    const [row] = await database().select().from(outbox).where(eq(outbox.event, event));
    if (!row) throw new Error("not posted");
    return row;
  };

  it("sends a letter once, though it is posted twice and server.taken by several at once", async () => {
    const row = await posted("once:1");
    await posted("once:1");
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimMail(row.id)));
    expect(claims.filter((each) => each !== null)).toHaveLength(1);
    await wait(row.id);
    await sendAll();
    await wait(row.id);
    await sendAll();
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]?.mail.messageId).toMatch(/^<[0-9a-f]{40}@paper\.example>$/);
  });

  it("has the same Message-ID at each attempt", async () => {
    const row = await posted("twice:1");
    await sendAll();
    await database().update(outbox).set({ sentAt: null, nextTryAt: sql`now()` }).where(eq(outbox.id, row.id));
    await sendAll();
    expect(server.taken).toHaveLength(2);
    expect(server.taken[0]?.mail.messageId).toBe(server.taken[1]?.mail.messageId);
  });

  it("tries again what failed, gives up in the end, and lets an admin try once more or forget it", async () => {
    const [admin, editor] = [await person("admin"), await person("editor")];
    const row = await posted("failing:1");
    const now = async () => (await database().select().from(outbox).where(eq(outbox.id, row.id)))[0];
    server.refusing = { code: 451 };
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      await wait(row.id);
      await sendAll();
      expect(await now()).toMatchObject({ attempts: attempt, trouble: "put_off", sentAt: null });
    }
    expect((await now())?.givenUpAt).not.toBeNull();
    await wait(row.id);
    server.refusing = null;
    await sendAll();
    expect(server.taken).toEqual([]);
    expect(await settleMail(editor, [row.id], "try again")).toEqual({ ok: false, why: "admins_only" });
    expect(await settleMail(admin, [row.id], "try again")).toEqual({ ok: true, value: { settled: 1 } });
    await sendAll();
    expect(server.taken).toHaveLength(1);
    server.refusing = { code: 550 };
    const refused = await posted("failing:2");
    await sendAll();
    expect(await settleMail(admin, [refused.id], "forget")).toEqual({ ok: true, value: { settled: 1 } });
  });

  it("sends nothing that is too late, nor to who has left or may not see the story any more", async () => {
    const [author, leaver] = [await person("reporter"), await person("reporter")];
    const story = await storyBy(author);
    await posted("late:1", { expiresAt: new Date(Date.now() - 1000) });
    await posted("left:1", { userId: leaver.id });
    await posted("unseen:1", { userId: author.id, storyId: story.id });
    await posted("seen:1", { userId: (await person("editor")).id, storyId: story.id });
    await database().update(users).set({ deactivatedAt: sql`now()` }).where(eq(users.id, leaver.id));
    await database().delete(storyAuthors).where(eq(storyAuthors.storyId, story.id));
    await sendAll();
    expect(server.taken.map(({ to }) => to[0])).toEqual(["seen1@test.example"]);
  });

  it("keeps no one-time token, and makes it when the letter is sent", async () => {
    const block = { kind: "one-time link", label: "Join", purpose: "invitation", id: "the-id" } as const;
    const row = await posted("link:1", { letter: { subject: "S", language: "en", blocks: [block] } });
    const token = linkToken("invitation", "the-id");
    expect(JSON.stringify(row)).not.toContain(token);
    await sendAll();
    expect(server.taken[0]?.mail.text).toContain(`https://paper.example/desk/join/${token}`);
  });

  it("posts a letter for a new password to who has an account with one, and to nobody else", async () => {
    const [known, unfinished] = [await person("reporter"), await person("reporter")];
    await database().update(users).set({ passwordHash: "scrypt$" }).where(eq(users.id, known.id));
    for (const email of [addressOf(known), addressOf(unfinished), "nobody@test.example"])
      await askForReset(email);
    await Promise.all([postResets(), postResets()]);
    await sendAll();
    expect(server.taken.map(({ to }) => to[0])).toEqual([addressOf(known)]);
    expect(server.taken[0]?.mail.text).toMatch(/https:\/\/paper\.example\/desk\/reset\/[\w-]{43}\n/);
  });

  it("lets no headline, name or comment make a header or another recipient", async () => {
    const author = await person("reporter");
    const hostile = "Hello\r\nBcc: all@elsewhere.example\nX-Own: 1\u2028\u0000 =?utf-8?q?x?= <a@b.c>, d@e.f";
    const recipient = addressOf(author);
    await inTransaction((tx) =>
      post(tx, [
        { event: "hostile\r\nBcc: x@y.z", recipient, letter: letter(hostile.replaceAll("\u0000", "")) },
      ]),
    );
    await sendAll();
    const [only] = server.taken;
    expect(only?.to).toEqual([recipient]);
    expect([...(only?.mail.headers.keys() ?? [])].sort()).toEqual([
      "auto-submitted",
      "content-type",
      "date",
      "from",
      "message-id",
      "mime-version",
      "subject",
      "to",
    ]);
    expect(only?.mail.from?.value).toEqual([{ address: "desk@paper.example", name: 'The "Record", <b>' }]);
    expect(only?.mail.subject).toBe(
      "Hello Bcc: all@elsewhere.example X-Own: 1 = ?utf-8?q?x?= <a@b.c>, d@e.f",
    );
    expect(
      await room.send({ event: "e", recipient: "a@b.example\r\nBcc: c@d.example", letter: letter() }, sender),
    ).toEqual({
      ok: false,
      why: "refused",
    });
  });

  it("offers the way to leave to the mail program, in letters of the newsletter and in no others", async () => {
    const subscriber = "0199c0de-0000-7000-8000-000000000000";
    for (const given of [{ ...letter(), subscriber }, letter()]) {
      const sent = await room.send({ event: "e", recipient: "lena@readers.example", letter: given }, sender);
      expect(sent.ok).toBe(true);
    }
    const address = `https://paper.example/newsletter/leave/${linkToken("leave", subscriber)}`;
    const headers = server.taken.map(({ raw }) =>
      raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " "),
    );
    expect(headers[0]).toContain(`List-Unsubscribe: <${address}>`);
    expect(headers[0]).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(headers[1]).not.toContain("List-Unsubscribe");
  });

  it("says what kind of trouble there was, and not what the server said", async () => {
    const row = await posted("nobody:1");
    const claimed = await claimMail(row.id);
    if (!claimed) throw new Error("not claimed");
    const other = new MailRoom();
    expect(await other.send(claimed, { ...sender, url: "smtp://127.0.0.1:1" })).toEqual({
      ok: false,
      why: "unreachable",
    });
    other.close();
    await markFailed(claimed, "unreachable");
    expect(await waitingMail(100)).toEqual([]);
  });
});
