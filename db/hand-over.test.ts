import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "./client";
import { handOver } from "./people/hand-over";
import { notifications } from "./schema/notifications";
import { users } from "./schema/people";
import { stories, storyAuthors, storyEvents } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { person } from "./testing/people";
import { createStory } from "./write-story";

useOwnDatabase();

const authorsOf = async (id: string) =>
  (await database().select().from(storyAuthors).where(eq(storyAuthors.storyId, id))).map((row) => row.userId);

describe("handing over", () => {
  it("gives open stories of somebody who left to a colleague, with the trail, and leaves what is published", async () => {
    const [admin, leaver, next] = [await person("admin"), await person("reporter"), await person("reporter")];
    const [draft, shared, out] = [
      await createStory(leaver),
      await createStory(leaver),
      await createStory(leaver),
    ];
    await database().insert(storyAuthors).values({ storyId: shared.id, userId: next.id, position: 1 });
    await database().update(stories).set({ stage: "published" }).where(eq(stories.id, out.id));
    await database().update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, leaver.id));
    expect(await handOver(admin, leaver.id, next.id)).toEqual({ ok: true, value: { handed: 2, kept: 0 } });
    expect(await authorsOf(draft.id)).toEqual([next.id]);
    expect(await authorsOf(shared.id)).toEqual([next.id]);
    expect(await authorsOf(out.id)).toEqual([leaver.id]);
    const events = await database().select().from(storyEvents).where(eq(storyEvents.storyId, draft.id));
    expect(events.at(-1)).toMatchObject({ kind: "handed_over", actorId: admin.id });
    expect(
      await database().select().from(notifications).where(eq(notifications.userId, next.id)),
    ).toHaveLength(2);
  });

  it("is for admins, to somebody who is here, and never makes an author of who approved", async () => {
    const [admin, editor, one, gone] = [
      await person("admin"),
      await person("editor"),
      await person("reporter"),
      await person("reporter"),
    ];
    const { id } = await createStory(one);
    await database().update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, gone.id));
    expect(await handOver(editor, one.id, editor.id)).toEqual({ ok: false, why: "admins_only" });
    expect(await handOver(admin, one.id, gone.id)).toEqual({ ok: false, why: "choice_gone" });
    expect(await handOver(admin, one.id, one.id)).toEqual({ ok: false, why: "choice_gone" });
    await database()
      .update(stories)
      .set({ stage: "approved", approvedRevision: 1, approvedBy: editor.id })
      .where(eq(stories.id, id));
    expect(await handOver(admin, one.id, editor.id)).toEqual({ ok: true, value: { handed: 0, kept: 1 } });
    expect(await authorsOf(id)).toEqual([one.id]);
  });
});
