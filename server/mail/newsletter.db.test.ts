import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/db/client";
import { linkToken } from "@/db/link-tokens";
import {
  askForNewsletter,
  confirmSubscriber,
  leaveNewsletter,
  postConfirmations,
} from "@/db/readers/subscribers";
import { newId } from "@/db/schema/columns";
import { outbox } from "@/db/schema/mail";
import { sections } from "@/db/schema/paper";
import { publications } from "@/db/schema/publications";
import { digests, subscribers } from "@/db/schema/readers";
import { useOwnDatabase } from "@/db/testing/database";
import { person } from "@/db/testing/people";
import { letterOfDay, newsroomNow, postDigestBatch, saveDigest, sendDigestNow } from "@/db/write-digest";
import { claimMail, post, waitingMail } from "@/db/write-mail";
import type { PublicDocument } from "@/domain/publication/document";

useOwnDatabase();
const paper = { name: "The Record", language: "en-GB" };
const sectionId = newId();
beforeAll(async () => {
  await database().insert(sections).values({ id: sectionId, slug: "harbour", name: "Harbour" });
});
beforeEach(async () => {
  await database().delete(digests);
  await database().delete(subscribers);
  await database().delete(outbox);
  await database().delete(publications);
});

async function live(headline: string): Promise<string> {
  const storyId = newId();
  const address = `/harbour/${storyId}`;
  const row = { standfirst: "", kicker: "", language: "en-GB", byline: "", plain: "" };
  const counts = { revision: 1, quoteCount: 0, sourceCount: 0, minutes: 1 };
  const at = new Date(Date.now() - 60_000);
  // Nothing of the document is read here.
  const document = {} as PublicDocument;
  await database()
    .insert(publications)
    .values({
      ...row,
      ...counts,
      storyId,
      sectionId,
      address,
      headline,
      document,
      publishedAt: at,
      updatedAt: at,
    });
  return storyId;
}
const idOf = async (email: string) =>
  (await database().select().from(subscribers).where(eq(subscribers.email, email)))[0]?.id ?? "";
async function subscriber(email: string): Promise<string> {
  await askForNewsletter(email);
  const id = await idOf(email);
  await confirmSubscriber(linkToken("confirm", id));
  return id;
}
const today = async () => (await newsroomNow(database(), "UTC")).day;
const letters = () => database().select().from(outbox);
const postAll = async () => {
  while (await postDigestBatch());
};

describe("a subscriber", () => {
  it("asks, is written to once, and takes it only after the link was pressed", async () => {
    await askForNewsletter("lena@example.org");
    await askForNewsletter("lena@example.org");
    await Promise.all([postConfirmations(paper, post), postConfirmations(paper, post)]);
    expect((await letters()).map((letter) => letter.recipient)).toEqual(["lena@example.org"]);
    expect(JSON.stringify(await letters())).not.toContain(
      linkToken("confirm", await idOf("lena@example.org")),
    );
    const token = linkToken("confirm", await idOf("lena@example.org"));
    expect(await confirmSubscriber("x".repeat(43))).toBe(false);
    expect(await confirmSubscriber(token)).toBe(true);
    expect(await confirmSubscriber(token)).toBe(true);
    await askForNewsletter("lena@example.org");
    expect((await database().select().from(subscribers))[0]?.state).toBe("confirmed");
  });

  it("cannot say yes after seven days, and is forgotten after thirty", async () => {
    await askForNewsletter("late@example.org");
    const token = linkToken("confirm", await idOf("late@example.org"));
    const asked = (days: number) =>
      database()
        .update(subscribers)
        .set({ askedAt: sql`now() - ${days} * interval '1 day'` });
    await asked(8);
    expect(await confirmSubscriber(token)).toBe(false);
    await asked(31);
    await postConfirmations(paper, post);
    expect(await database().$count(subscribers)).toBe(0);
  });

  it("who left has no letter more, not even one that waits already", async () => {
    await live("A story");
    const id = await subscriber("leaving@example.org");
    await sendDigestNow(await person("editor"));
    await postAll();
    const [waiting = ""] = await waitingMail(10);
    await leaveNewsletter(linkToken("leave", id));
    expect(await claimMail(waiting)).toBeNull();
    expect((await letters())[0]?.trouble).toBe("not_wanted");
  });
});

describe("a day's letter", () => {
  it("goes to each subscriber exactly once, in batches, whoever sends it and however often", async () => {
    await live("A story");
    await database().execute(sql`insert into subscribers (id, email, state, confirmed_at, confirm_hash, leave_hash)
      select gen_random_uuid(), n || '@example.org', 'confirmed', now(), 'c' || n, 'l' || n from generate_series(1, 1200) n`);
    const editor = await person("editor");
    const sent = await Promise.all([1, 2, 3].map(() => sendDigestNow(editor)));
    expect(sent.filter((each) => each.ok)).toHaveLength(1);
    expect(sent.find((each) => !each.ok)).toEqual({ ok: false, why: "digest_gone" });
    await Promise.all([postAll(), postAll()]);
    await postAll();
    expect(await database().$count(outbox)).toBe(1_200);
    expect((await database().select().from(digests))[0]).toMatchObject({ state: "sent", posted: 1_200 });
    expect(await sendDigestNow(await person("reporter"))).toEqual({ ok: false, why: "editors_only" });
  });

  it("has what an editor chose, without what was withdrawn until it is sent", async () => {
    const [one, two] = [await live("The first"), await live("The second")];
    await live("Not chosen");
    const editor = await person("editor");
    const day = await today();
    const digest = { day, base: 0, subject: "", intro: "Good morning.", storyIds: [two, one] };
    expect(await saveDigest(editor, digest)).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(await saveDigest(editor, digest)).toEqual({ ok: false, why: "stale_revision" });
    expect(await saveDigest(await person("reporter"), digest)).toEqual({ ok: false, why: "editors_only" });
    const words = async () =>
      ((await letterOfDay(day, newId()))?.blocks ?? []).flatMap((block) =>
        block.kind === "story" ? block.headline : [],
      );
    expect(await words()).toEqual(["The second", "The first"]);
    await database()
      .update(publications)
      .set({ withdrawnAt: sql`now()` })
      .where(eq(publications.storyId, two));
    expect(await words()).toEqual(["The first"]);
    await database().update(publications).set({ withdrawnAt: sql`now()` });
    expect(await letterOfDay(day, newId())).toBeNull();
    expect(await sendDigestNow(editor)).toEqual({ ok: false, why: "digest_empty" });
  });

  it("is filled by the newest where nobody chose", async () => {
    await live("Older than the other");
    await live("The newest");
    const letter = await letterOfDay(await today(), newId());
    expect(letter?.subject).toContain("The newest");
    expect(letter?.subscriber).toBeDefined();
  });
});
