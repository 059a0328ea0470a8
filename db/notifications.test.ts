import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { defaultChoices } from "@/domain/notifications";
import { database } from "./client";
import { linkToken } from "./link-tokens";
import { isPassword } from "./people/passwords";
import { askForReset, makeResetLink, resetOf, resetPassword } from "./people/resets";
import { staffOfToken, startSession } from "./people/sessions";
import { choicesOf, notificationsOf, unreadNotifications } from "./queries/desk/notifications";
import { outbox } from "./schema/mail";
import { deskEvents, passwordResets, users } from "./schema/people";
import { storyAuthors } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { person } from "./testing/people";
import { markNotifications, saveChoices } from "./write-notifications";
import { createStaff } from "./write-people";
import { createStory } from "./write-story";
import { openThread } from "./write-talk";

useOwnDatabase();

const thread = { passage: "", text: "Is this so?", mustResolve: false };

describe("notifications", () => {
  it("are one's own to see and to mark, a page at a time, and gone with the right to see the story", async () => {
    const [author, editor, other] = [
      await person("reporter"),
      await person("editor"),
      await person("reporter"),
    ];
    const { id } = await createStory(author);
    for (let each = 0; each < 45; each += 1) await openThread(editor, id, thread);
    expect(await unreadNotifications(author)).toBe(45);
    expect(await unreadNotifications(other)).toBe(0);
    const first = await notificationsOf(author);
    const next = await notificationsOf(author, first.older ?? undefined);
    expect([first.shown.length, next.shown.length, next.older]).toEqual([40, 5, null]);
    const [one, two] = first.shown;
    if (!one || !two) throw new Error("nothing was told");
    expect(one).toMatchObject({ kind: "commented", by: editor.name, note: "Is this so?", isRead: false });
    await markNotifications(other, [one.id], true);
    expect(await unreadNotifications(author)).toBe(45);
    await markNotifications(author, [one.id, two.id], true);
    expect(await unreadNotifications(author)).toBe(43);
    await markNotifications(author, [two.id], false);
    expect(await unreadNotifications(author)).toBe(44);
    await markNotifications(author, "all", true);
    expect(await unreadNotifications(author)).toBe(0);
    await database().delete(storyAuthors).where(eq(storyAuthors.storyId, id));
    expect((await notificationsOf(author)).shown).toEqual([]);
  });

  it("come by the ways that a person chose for the kind, and not at all where they chose neither", async () => {
    const [author, editor] = [await person("reporter"), await person("editor")];
    expect(await choicesOf(author)).toEqual(defaultChoices);
    const choices = { ...defaultChoices, commented: { inApp: false, byMail: false } };
    await saveChoices(author, choices);
    await saveChoices(author, choices);
    expect(await choicesOf(author)).toEqual(choices);
    expect(await choicesOf(editor)).toEqual(defaultChoices);
    const { id } = await createStory(author);
    await openThread(editor, id, thread);
    expect(await unreadNotifications(author)).toBe(0);
    expect(await database().select().from(outbox).where(eq(outbox.userId, author.id))).toEqual([]);
  });
});

describe("a new password by a link", () => {
  const password = "herring gull slipway";
  async function somebody() {
    const email = `${crypto.randomUUID()}@paper.example`;
    const made = await createStaff({ name: "R", email, role: "reporter", password });
    if (!made.ok) throw new Error(made.why);
    return { id: made.value.id, email };
  }
  const wishOf = async (userId: string) => {
    const [wish] = await database()
      .select({ id: passwordResets.id })
      .from(passwordResets)
      .where(eq(passwordResets.userId, userId));
    return linkToken("reset", wish?.id ?? "none");
  };
  const hashOf = async (id: string) =>
    (await database().select({ hash: users.passwordHash }).from(users).where(eq(users.id, id)))[0]?.hash ??
    null;

  it("is set once, ends every session, and leaves a line on the trail", async () => {
    const { id, email } = await somebody();
    const session = await startSession(id, "test", "password");
    await askForReset(email);
    await askForReset(email);
    const token = await wishOf(id);
    expect(await resetPassword(token, "short")).toEqual({ ok: false, why: "too_short" });
    const both = await Promise.all([
      resetPassword(token, "guillemot on the pier"),
      resetPassword(token, "razorbill on the pier"),
    ]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(await resetPassword(token, password)).toEqual({ ok: false, why: "link_spent" });
    expect(await isPassword(password, await hashOf(id))).toBe(false);
    expect(await staffOfToken(session, true)).toBeNull();
    const wishes = await database().select().from(passwordResets).where(eq(passwordResets.userId, id));
    expect(wishes.every((wish) => wish.usedAt !== null)).toBe(true);
    const events = await database().select().from(deskEvents).where(eq(deskEvents.subject, id));
    expect(events.filter((event) => event.kind === "password_reset")).toHaveLength(1);
  });

  it("is not set when the link is out of date, unknown, or its person was deactivated", async () => {
    const [late, gone] = [await somebody(), await somebody()];
    await askForReset(late.email);
    await askForReset(gone.email);
    await database()
      .update(passwordResets)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(passwordResets.userId, late.id));
    await database().update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, gone.id));
    for (const token of [await wishOf(late.id), await wishOf(gone.id), "nonsense", ""]) {
      expect(await resetOf(token)).toBeNull();
      expect(await resetPassword(token, "guillemot on the pier")).toEqual({ ok: false, why: "link_spent" });
    }
  });

  it("is an admin's to make for somebody else, on the trail", async () => {
    const [admin, editor, { id }] = [await person("admin"), await person("editor"), await somebody()];
    expect(await makeResetLink(editor, id)).toEqual({ ok: false, why: "admins_only" });
    const made = await makeResetLink(admin, id);
    expect(made.ok && (await resetOf(made.value))?.userId).toBe(id);
    const events = await database().select().from(deskEvents).where(eq(deskEvents.subject, id));
    expect(events.map((event) => [event.kind, event.actorId])).toContainEqual(["reset_link_made", admin.id]);
  });
});
