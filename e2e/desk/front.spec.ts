import { publishStory } from "@/db/publish";
import { saveText } from "@/db/save-text";
import { newId } from "@/db/schema/columns";
import { wordsWith } from "@/db/testing/people";
import { createStory, moveStory } from "@/db/write-story";
import { expect, expectAccessible, type Person, test, unique } from "../newsroom";

async function liveStory(by: Person, editor: Person, sectionId: string, headline: string): Promise<void> {
  const { id } = await createStory(by);
  const words = wordsWith({ headline, sectionId });
  await saveText(by, { storyId: id, base: 1, key: newId(), kind: "autosave", name: "", words });
  await moveStory(by, { id }, "send");
  await moveStory(editor, { id }, "approve");
  expect((await publishStory(editor, { id })).ok).toBe(true);
}

test("a front is arranged by dragging and by keyboard, kept, previewed and published in one step; two editors see each other", async ({
  newsroom,
}) => {
  const [reporter, one, other] = [
    await newsroom.person("reporter"),
    await newsroom.person("editor"),
    await newsroom.person("editor"),
  ];
  const section = await newsroom.section();
  const [first, second] = [unique("The gauge was right"), unique("The ferry is late")];
  await liveStory(reporter, one, section.id, first);
  await liveStory(reporter, one, section.id, second);
  const address = `/desk/front?section=${section.slug}`;
  const reader = await newsroom.visitor();
  await reader.goto(`/${section.slug}`);
  await expect(reader.locator(".curated")).toHaveCount(0);

  const page = await newsroom.signedIn(one);
  await page.goto(address);
  const lead = page.getByRole("region", { name: "Lead", exact: true });
  // Dragged.
  await page.getByRole("button", { name: `Put “${first}” in Lead` }).dragTo(lead);
  await expect(lead.getByText(first)).toBeVisible();
  await expect(page.getByText("Draft kept, not yet published")).toBeVisible();
  // By keyboard alone: a place, then a story; then on to another place.
  const beside = page.getByRole("region", { name: "Second, first" });
  await beside.getByRole("button", { name: /^Second, first/ }).press("Enter");
  await page.getByRole("button", { name: `Put “${second}” in Second, first` }).press("Enter");
  await expect(beside.getByText(second)).toBeVisible();
  await beside.getByRole("button", { name: /^Second, first/ }).press("Alt+ArrowUp");
  await expect(lead.getByText(second)).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(lead.getByText(first)).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(lead.getByText(second)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(lead.getByText(first)).toBeVisible();
  await lead.getByText("Another headline or picture").click();
  const hostile = `Gauge <b>"right"</b> & ${unique("sure")}`;
  await lead.getByLabel("Headline here").fill(hostile);
  await expect(page.getByText("Draft kept, not yet published")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Preview", exact: true }).click();
  const preview = page.frameLocator("iframe[title='Preview at 390 pixels']");
  await expect(preview.getByRole("link", { name: hostile })).toBeVisible();
  await reader.reload();
  await expect(reader.locator(".curated")).toHaveCount(0);

  // The other opens the draft as it is kept, and both go on.
  const theirs = await newsroom.signedIn(other);
  // For now nothing tells them of each other.
  await theirs.route("**/desk/live", (route) => route.abort());
  await theirs.goto(address);
  const theirLead = theirs.getByRole("region", { name: "Lead", exact: true });
  await expect(theirLead.getByText(hostile)).toBeVisible();
  await page.getByRole("button", { name: "Publish section front" }).click();
  await expect(page.getByText("As readers see it")).toBeVisible();
  await reader.reload();
  await expect(reader.locator(".curated").getByRole("link", { name: hostile })).toBeVisible();
  await lead.getByLabel("Headline here").fill("Changed by the first");
  await expect(page.getByText("Draft kept, not yet published")).toBeVisible();
  await theirLead.getByRole("button", { name: "Clear Lead" }).click();
  const both = theirs.getByRole("region", { name: "Two editors at once" });
  await expect(both.getByText(`${one.name} changed this front`)).toBeVisible();
  await expect(both.getByRole("cell", { name: "Changed by the first" })).toBeVisible();
  await both.getByRole("button", { name: "Take theirs" }).click();
  await expect(theirLead.getByText("Changed by the first")).toBeVisible();
  await theirs.getByRole("button", { name: "Publish section front" }).click();
  await expect(theirs.getByText("As readers see it")).toBeVisible();
  await reader.reload();
  await expect(reader.getByRole("link", { name: "Changed by the first" })).toBeVisible();

  // Once they hear of each other, what one keeps shows at the other's with no reload, and can be undone there.
  await theirs.unroute("**/desk/live");
  await lead.getByLabel("Headline here").fill("Kept a moment ago");
  await expect(theirLead.getByText("Kept a moment ago")).toBeVisible({ timeout: 30_000 });
  await expect(theirs.getByText("Draft kept, not yet published")).toBeVisible();
  await theirs.getByRole("heading", { level: 1 }).click();
  await theirs.keyboard.press("Control+z");
  await expect(theirLead.getByText("Changed by the first")).toBeVisible();
  await expect(lead.getByText("Changed by the first")).toBeVisible();

  // A pin that has run out frees its place, here and before readers.
  await lead.getByLabel("Stays until").fill("2026-01-01T06:00");
  await expect(lead.getByText("Its time is over")).toBeVisible();
  await expect(page.getByText("Draft kept, not yet published")).toBeVisible();
  await page.getByRole("button", { name: "Publish section front" }).click();
  await expect(page.getByText("As readers see it")).toBeVisible();
  await reader.reload();
  await expect(reader.locator(".curated").getByRole("link", { name: first })).toBeVisible();
  await expect(reader.getByRole("link", { name: "Changed by the first" })).toHaveCount(0);

  const outside = await newsroom.signedIn(reporter);
  await outside.goto("/desk");
  await expect(outside.getByRole("link", { name: "Front page" })).toHaveCount(0);
  await outside.goto(address);
  await expect(outside.getByText("Only an editor may do this.")).toBeVisible();
  expect((await outside.goto(`/desk/front/preview?front=${section.id}`))?.status()).toBe(404);
});
