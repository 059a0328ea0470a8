import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { deskMark, tellDesk } from "@/db/live";
import { endSessionsOf, newToken, staffOfToken, startSession } from "@/db/people/sessions";
import { users } from "@/db/schema/people";
import { useOwnDatabase } from "@/db/testing/database";
import { person } from "@/db/testing/people";
import { createStory, moveStory } from "@/db/write-story";
import { addNote, openThread } from "@/db/write-talk";
import type { Actor } from "@/domain/people";
import { liveHub } from "./live";
import { liveStream } from "./live-stream";

useOwnDatabase();
afterAll(() => liveHub().stop());

/** Reads a stream as a browser would. */
async function listening(actor: Actor, again: () => Promise<Actor | null> = async () => actor) {
  const reader = (await liveStream(actor, again)).getReader();
  const heard: { about: string; id: string }[] = [];
  let ended = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const [, data = ""] of decoder.decode(value).matchAll(/^data: (.*)$/gm))
        heard.push(JSON.parse(data));
    }
    ended = true;
  })();
  return {
    heard,
    hears: (about: string, id: string) =>
      expect.poll(() => heard, { timeout: 2_000 }).toContainEqual({ about, id }),
    ends: () => expect.poll(() => ended, { timeout: 2_000 }).toBe(true),
    leave: async () => {
      await reader.cancel();
      await reading;
    },
  };
}

describe("what changes on the desk", () => {
  it("is heard within two seconds by the author and by editors, and by no other reporter", async () => {
    const [ines, tom, editor] = [await person("reporter"), await person("reporter"), await person("editor")];
    const [own, others, desk] = [await listening(ines), await listening(tom), await listening(editor)];
    const { id } = await createStory(ines);
    await own.hears("story", id);
    await desk.hears("story", id);
    await addNote(ines, id, "Ring the harbour office.");
    await desk.hears("talk", id);
    await openThread(editor, id, { passage: "", text: "Who says so?", mustResolve: false });
    await own.hears("talk", id);
    // Something that the other reporter may hear, to know that all before it has come through.
    const { id: theirs } = await createStory(tom);
    await others.hears("story", theirs);
    expect(others.heard.filter((news) => news.id === id)).toEqual([]);
    for (const each of [own, others, desk]) await each.leave();
  });

  it("is told when it is committed, and never when it is not", async () => {
    const editor = await person("editor");
    const desk = await listening(editor);
    const [rolledBack, committed] = [crypto.randomUUID(), crypto.randomUUID()];
    const news = (id: string) => ({ about: "notice", id, to: [editor.id], editors: false }) as const;
    await expect(
      inTransaction(async (tx) => {
        await tellDesk(tx, news(rolledBack));
        throw new Error("changed our mind");
      }),
    ).rejects.toThrow("changed our mind");
    await inTransaction((tx) => tellDesk(tx, news(committed)));
    await desk.hears("notice", committed);
    expect(desk.heard.map((each) => each.id)).not.toContain(rolledBack);
    await desk.leave();
  });

  it("stops at once when the session ends, and follows a changed role", async () => {
    const [someone, reporter] = [await person("editor"), await person("reporter")];
    const token = await startSession(someone.id, "a browser", "password");
    const desk = await listening(someone, () => staffOfToken(token, false));
    const { id: before } = await createStory(reporter);
    await desk.hears("story", before);
    await inTransaction((tx) => tx.update(users).set({ role: "reporter" }).where(eq(users.id, someone.id)));
    await desk.hears("session", someone.id);
    await expect
      .poll(async () => {
        const { id } = await createStory(reporter);
        await new Promise((resolve) => setTimeout(resolve, 50));
        return desk.heard.some((news) => news.id === id);
      })
      .toBe(false);
    await inTransaction((tx) => endSessionsOf(tx, someone.id));
    await desk.ends();
    expect(desk.heard.at(-1)).toEqual({ about: "ended", id: "" });
    expect(await staffOfToken(newToken(), false)).toBeNull();
  });

  it("begins again after the connection was lost, and says that something may have been missed", async () => {
    const editor = await person("editor");
    const desk = await listening(editor);
    await inTransaction((tx) =>
      tx.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'verbatim live' and datname = current_database()`),
    );
    await expect.poll(() => desk.heard, { timeout: 5_000 }).toContainEqual({ about: "everything", id: "" });
    const { id } = await createStory(editor);
    await desk.hears("story", id);
    await desk.leave();
  });

  it("has a mark for who can only ask, which changes with what that person may see", async () => {
    const [ines, tom, editor] = [await person("reporter"), await person("reporter"), await person("editor")];
    const { id } = await createStory(ines);
    const marks = async () => [await deskMark(ines), await deskMark(tom), await deskMark(editor)];
    const before = await marks();
    expect(await marks()).toEqual(before);
    await moveStory(editor, { id }, "send");
    await openThread(editor, id, { passage: "", text: "Who says so?", mustResolve: false });
    const after = await marks();
    expect(after.map((mark, index) => mark === before[index])).toEqual([false, true, false]);
  });
});
