import { eq, sql } from "drizzle-orm";
import { database, inTransaction } from "@/db/client";
import { confirmPurge, purge } from "@/db/purge";
import { frontForEditing } from "@/db/queries/desk/front";
import { stories } from "@/db/schema/stories";
import { makePreviewLink } from "@/db/write-previews";
import { scheduleStory, setEmbargo } from "@/db/write-story";
import { putOut, rewrite } from "../live-story";
import { expect, type Page, test } from "../newsroom";
import { callDirectly, refusalIn } from "./direct-calls";
import { formsOf, guessedAddresses, ownAddresses, waysOutTelling, wholeStory } from "./whole-story";

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
/** As the field of a form holds it, in the newsroom's zone: London, where it is winter. */
const localIn = (hours: number) => inHours(hours).toISOString().slice(0, 16);

/** Calls an action without its button, and answers why it was refused. */
const tried = async (desk: Page, action: string, story: string, given: object): Promise<string | null> =>
  refusalIn(await callDirectly(desk.request, action, [given], { story }));

test("a story under embargo is on no way out, however it is pushed, and on all of them once it may go", async ({
  newsroom,
  request,
}) => {
  test.setTimeout(120_000);
  const story = await wholeStory(newsroom);
  const { id, editor, revision } = story;
  const [desk, writing] = [await newsroom.signedIn(editor), await newsroom.signedIn(story.reporter)];

  // Somebody outside has a link already.
  const link = await makePreviewLink(editor, id, { label: "", hours: 24 });
  if (!link.ok) throw new Error(link.why);
  const outside = async () => {
    const [page, picture] = [`/desk/preview/${link.value.token}`, `${story.file.split("/").at(-1)}`];
    const [shown, file] = [await request.get(page), await request.get(`${page}/media/${picture}`)];
    return [(await shown.text()).includes(story.telling), file.status()];
  };
  expect(await outside()).toEqual([true, 200]);

  // Set on screen, by whoever may; the reporter has neither the button nor the right.
  await writing.goto(`/desk/stories/${id}/review`);
  await expect(writing.getByText("Embargo", { exact: true })).toBeVisible();
  await expect(writing.getByRole("button", { name: "Embargo", exact: true })).toHaveCount(0);
  const given = { id, until: localIn(48) };
  expect(await tried(writing, "setEmbargo", id, given)).toBe("editors_only");
  await desk.goto(`/desk/stories/${id}/review`);
  await desk.getByRole("button", { name: "Embargo", exact: true }).click();
  await desk.getByLabel("Until").fill(localIn(48));
  await desk.getByRole("button", { name: "Set embargo" }).click();
  await expect(desk.getByRole("dialog")).toBeHidden();
  await expect(desk.getByText(/^Embargo .*\d/).first()).toBeVisible();
  expect(await scheduleStory(editor, id, inHours(72), "Europe/London")).toMatchObject({ ok: true });
  await desk.goto("about:blank");

  const pushed: [string, object][] = [
    ["publish", { id, revision }],
    ["schedule", { id, moment: localIn(24) }],
    ["correct", { id, kind: "update", text: story.telling, was: "", says: "" }],
    ["makePreview", { id, label: "", hours: 24 }],
    ["overrideCheck", { id, check: "embargo", subject: "", reason: "It cannot wait." }],
  ];
  for (const [action, what] of pushed)
    expect(`${action} ${await tried(desk, action, id, what)}`).not.toBe(`${action} null`);
  expect(await tried(desk, "publish", id, { id, revision })).toBe("embargoed");
  // Its moment comes before the embargo is over: an older schedule, or one that somebody wrote by hand.
  await database().update(stories).set({ scheduledFor: sql`now()` }).where(eq(stories.id, id));
  const missed = async () =>
    (await database().select().from(stories).where(eq(stories.id, id)))[0]?.missedBecause;
  await expect.poll(missed, { timeout: 30_000 }).toBe("embargoed");

  expect(await outside()).toEqual([false, 404]);
  const own = guessedAddresses(story);
  expect(await waysOutTelling(request, story, own)).toEqual([]);
  for (const form of formsOf(story, own))
    expect([form, (await request.get(form)).status()]).toEqual([form, 404]);

  // It was looked for rightly: without the embargo all of it tells.
  await setEmbargo(editor, id, null);
  await database()
    .update(stories)
    .set({ scheduledFor: null, scheduledBy: null, missedBecause: null, stage: "approved" })
    .where(eq(stories.id, id));
  expect(await putOut(story)).toBe(story.address);
  const real = await ownAddresses(request, story);
  const told = await waysOutTelling(request, story, real);
  expect(formsOf(story, real).filter((form) => !told.includes(form))).toEqual([]);
  const pages = ["", `/${story.section.slug}`, `/by/${story.reporter.slug}`, `/topic/${story.topic}`];
  const lists = [
    "/",
    ...pages.flatMap((page) => ["xml", "atom", "json"].map((kind) => `${page}/feed.${kind}`)),
    `/search?q=${story.asked}`,
    "/news-sitemap.xml",
    "/api/stories",
    "the newsletter",
  ];
  expect(lists.filter((each) => !told.includes(each))).toEqual([]);
  for (const start of ["/said/", "/archive/", "/by/", "/topic/", "/sitemap-stories"])
    expect([start, told.some((path) => path.startsWith(start))]).toEqual([start, true]);
  // A story beside it names it as what to read next once its own page is made anew.
  await confirmPurge(await inTransaction((tx) => purge(tx, [story.neighbour])));
  expect(await (await request.get(story.neighbour)).text()).toContain(story.address);
});

test("a change under embargo to a live story is nowhere before its moment, and readers keep what they had", async ({
  newsroom,
  request,
}) => {
  test.setTimeout(120_000);
  const before = await wholeStory(newsroom);
  await putOut(before);
  const own = await ownAddresses(request, before);
  const later = `quagmire${before.telling.slice(-8)}`;
  const story = await rewrite(before, {
    headline: `${before.headline} and ${later}`,
    words: `More of the ${later}`,
  });
  const { id, editor, revision } = story;
  const desk = await newsroom.signedIn(editor);
  await desk.goto(`/desk/stories/${id}/review`);
  await desk.getByRole("button", { name: "Embargo", exact: true }).click();
  // Whoever sets it is told what it does not do.
  await expect(desk.getByText(/Readers have this story already, and keep it as it is/)).toBeVisible();
  await desk.getByLabel("Until").fill(localIn(48));
  await desk.getByRole("button", { name: "Set embargo" }).click();
  await expect(desk.getByRole("dialog")).toBeHidden();
  expect(await scheduleStory(editor, id, inHours(72), "Europe/London")).toMatchObject({ ok: true });
  await desk.goto("about:blank");

  const front = await frontForEditing(editor, story.section.id);
  const retold = {
    front: story.section.id,
    base: front?.revision ?? 0,
    placings: [
      { place: "lead", storyId: id, headline: `News of the ${later}`, pictureId: "", pinnedUntil: "" },
    ],
    quotes: [],
    breaking: { text: "", href: "", until: "" },
  };
  expect(await tried(desk, "saveFrontPage", id, retold)).toBe("embargoed");
  expect(await tried(desk, "publish", id, { id, revision })).toBe("embargoed");
  const correction = { id, kind: "update", text: later, was: "", says: "" };
  expect(await tried(desk, "correct", id, correction)).not.toBeNull();
  expect(await waysOutTelling(request, before, own, later)).toEqual([]);
  // What readers had they have.
  expect((await waysOutTelling(request, before, own)).length).toBeGreaterThan(20);
  expect(await ownAddresses(request, before)).toEqual(own);

  await setEmbargo(editor, id, null);
  await database().update(stories).set({ scheduledFor: sql`now()` }).where(eq(stories.id, id));
  await expect
    .poll(async () => (await (await request.get(before.address)).text()).includes(later), { timeout: 30_000 })
    .toBe(true);
  const told = await waysOutTelling(request, before, own, later);
  expect(told).toEqual(expect.arrayContaining(["/", "/feed.xml", `/api/stories/${id}`, "the newsletter"]));
});

test("what readers have already cannot be put under embargo, and withdrawn it is not put back before the moment", async ({
  newsroom,
}) => {
  const story = await wholeStory(newsroom);
  await putOut(story);
  const { id } = story;
  const desk = await newsroom.signedIn(story.editor);
  await desk.goto(`/desk/stories/${id}/review`);
  const embargo = desk.getByRole("button", { name: "Embargo", exact: true });
  await expect(embargo).toHaveAttribute("aria-disabled", "true");
  await expect(embargo).toHaveAttribute("title", /Readers have this story already/);
  const given = { id, until: localIn(48) };
  expect(await tried(desk, "setEmbargo", id, given)).toBe("out_already");
  await desk.getByRole("button", { name: "Withdraw", exact: true }).click();
  await desk.getByLabel("Why, on file").fill("It was under embargo.");
  await desk.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(desk.getByRole("dialog")).toBeHidden();
  await embargo.click();
  await desk.getByLabel("Until").fill(localIn(48));
  await desk.getByRole("button", { name: "Set embargo" }).click();
  await expect(desk.getByRole("dialog")).toBeHidden();
  await expect(desk.getByRole("button", { name: "Put back" })).toHaveAttribute("aria-disabled", "true");
  expect(await tried(desk, "putBack", id, { id, note: "" })).toBe("embargoed");
});
