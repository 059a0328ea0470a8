import { eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { stories } from "@/db/schema/stories";
import { moveStory } from "@/db/write-story";
import { callDirectly, refusalIn } from "../harm/direct-calls";
import { approvedStory } from "../live-story";
import { expect, expectAccessible, type Page, test } from "../newsroom";
import { selectOnSheet } from "../writing";

const rowOf = async (id: string) => (await database().select().from(stories).where(eq(stories.id, id)))[0];

test("a moment is set in the newsroom's own hours, never guessed, taken back, and kept; one that is missed raises the alarm", async ({
  newsroom,
  request,
}) => {
  test.setTimeout(120_000);
  const story = await approvedStory(newsroom);
  const { id, editor, section } = story;
  const desk = await newsroom.signedIn(editor);
  await desk.goto(`/desk/stories/${id}/review`);
  const form = desk.getByRole("dialog", { name: "Schedule" });
  const schedule = async (moment: string) => {
    if (!(await form.isVisible()))
      await desk.getByRole("button", { name: "Schedule", exact: true }).first().click();
    await form.getByLabel("Goes out").fill(moment);
    await form.getByRole("button", { name: "Schedule" }).click();
  };
  // London puts its clocks forward that night, and back on the other.
  await schedule("2027-03-28T01:30");
  await expect(form.getByText(/01:30 does not exist that night.* Choose 00:59 or 02:00\./)).toBeVisible();
  expect((await rowOf(id))?.stage).toBe("approved");
  await schedule("2027-10-31T01:30");
  await expect(form.getByText(/01:30 comes twice that night/)).toBeVisible();
  await expectAccessible(desk);
  await form.getByLabel("The second one").check();
  await form.getByRole("button", { name: "Schedule" }).click();
  await expect(form).toBeHidden();
  await expect(desk.getByText(/^Scheduled · /)).toBeVisible();
  expect((await rowOf(id))?.scheduledFor).toEqual(new Date("2027-10-31T01:30:00Z"));
  // It stands in the calendar of that week, for those who may see the story.
  const week = "/desk?view=calendar&from=2027-10-25";
  await desk.goto(week);
  const day = (page: Page) => page.getByRole("listitem").filter({ hasText: /31 Oct/ });
  await expect(day(desk).getByRole("link", { name: story.headline })).toBeVisible();
  const stranger = await newsroom.signedIn(await newsroom.person("reporter"));
  await stranger.goto(week);
  await expect(day(stranger)).toContainText("Nothing yet");
  await desk.goto(`/desk/stories/${id}/review`);
  await desk.getByRole("button", { name: "Unschedule" }).click();
  await expect(desk.getByText("Approved", { exact: true }).first()).toBeVisible();
  await schedule("2027-10-30T12:00");
  await expect(form).toBeHidden();

  // Nobody answers for it when its moment comes: the board says so, and why.
  await database()
    .update(stories)
    .set({ scheduledFor: sql`now()`, scheduledBy: null })
    .where(eq(stories.id, id));
  await expect.poll(async () => (await rowOf(id))?.missedBecause, { timeout: 30_000 }).toBe("editors_only");
  await desk.goto(`/desk?section=${section.slug}`);
  await expect(desk.locator("[data-card]").filter({ hasText: story.headline })).toContainText(/missed/i);

  // An editor sets it anew, and it goes out by itself.
  await desk.goto(`/desk/stories/${id}/review`);
  await desk.getByRole("button", { name: "Schedule", exact: true }).first().click();
  await schedule("2027-10-30T12:00");
  await expect(form).toBeHidden();
  await database().update(stories).set({ scheduledFor: sql`now()` }).where(eq(stories.id, id));
  await expect
    .poll(async () => (await (await request.get(`/${section.slug}`)).text()).includes(story.headline), {
      timeout: 30_000,
    })
    .toBe(true);
  await desk.goto(`/desk?section=${section.slug}`);
  await expect(desk.locator("[data-card]").filter({ hasText: story.headline })).not.toContainText(/missed/i);
});

test("a comment that must be resolved stops the approval until it is, and calls whom it names", async ({
  newsroom,
}) => {
  test.setTimeout(120_000);
  const story = await approvedStory(newsroom);
  const { id, editor, reporter, revision } = story;
  await moveStory(editor, story, "send_back", "One question.");
  await moveStory(reporter, { id }, "send");
  const [desk, writing] = [await newsroom.signedIn(editor), await newsroom.signedIn(reporter)];
  await desk.goto(`/desk/stories/${id}/review`);
  await selectOnSheet(desk, story.words);
  await desk.keyboard.press("n");
  await desk.keyboard.insertText(`@${reporter.name} Says who?`);
  await desk.getByLabel("Must be resolved before approval").check();
  await desk.getByRole("button", { name: "Comment", exact: true }).click();
  const approve = desk.getByRole("button", { name: "Approve", exact: true });
  await expect(approve).toHaveAttribute("aria-disabled", "true");
  // The direct call asks the same question as the button.
  const given = [{ id, revision }];
  expect(refusalIn(await callDirectly(desk.request, "approve", given, { story: id }))).toBe(
    "blocked_by_checks",
  );

  await writing.goto("/desk/notifications");
  await expect(writing.getByText(/Says who\?/)).toBeVisible();
  await writing.goto(`/desk/stories/${id}/review`);
  const thread = writing.getByRole("region", { name: /^Comment/ });
  await expect(thread.getByText("Must be resolved", { exact: true })).toBeVisible();
  await thread.getByRole("button", { name: "Reply" }).click();
  await thread.getByLabel("Reply").fill("The harbour master, on the record.");
  await thread.getByRole("button", { name: /^(Send|Reply)$/ }).click();
  await expect(thread.getByText("The harbour master, on the record.")).toBeVisible();
  await expectAccessible(writing);

  await desk.goto(`/desk/stories/${id}/review`);
  await desk.getByRole("button", { name: "Resolve" }).click();
  await expect(approve).not.toHaveAttribute("aria-disabled", "true");
  await desk.keyboard.press("a");
  await expect(desk.getByText("Approved", { exact: true }).first()).toBeVisible();
  expect((await rowOf(id))?.stage).toBe("approved");
});
