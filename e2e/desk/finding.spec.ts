import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { saveText } from "@/db/save-text";
import { newId } from "@/db/schema/columns";
import { quotes, quoteUses, sources } from "@/db/schema/sources";
import { bodyOf, wordsWith } from "@/db/testing/people";
import { createStory } from "@/db/write-story";
import { expect, expectAccessible, expectSaved, type Page, test, unique } from "../newsroom";
import { fillIn, newStory, select, type } from "../writing";

/** Names of one test alone, and of letters only, as names are. */
const nameEnding = () => unique("x").slice(2).replace(/[0-9]/g, "a");

async function startStory(page: Page, section: { name: string }): Promise<string> {
  const id = await newStory(page);
  await fillIn(page, { headline: unique("Gates"), standfirst: "What was said.", section: section.name });
  return id;
}

/** What the story shows and who is on record as having said it, in the order of the text. */
const usesOf = (storyId: string) =>
  database()
    .select({ displayed: quoteUses.displayed, standing: quoteUses.standing, speaker: sources.name })
    .from(quoteUses)
    .innerJoin(quotes, eq(quotes.id, quoteUses.quoteId))
    .innerJoin(sources, eq(sources.id, quotes.sourceId))
    .where(eq(quoteUses.storyId, storyId))
    .orderBy(asc(quoteUses.position));

test("quotations are dealt with by a key each: accepted, all of one speaker's, somebody else's, nobody's", async ({
  newsroom,
}) => {
  test.setTimeout(120_000);
  const [reporter, section] = [await newsroom.person("reporter"), await newsroom.section()];
  const tail = nameEnding();
  const [ek, hoyt, brandt] = [`Marta Ek${tail}`, `Lena Hoyt${tail}`, `Ola Brandt${tail}`];
  const page = await newsroom.signedIn(reporter);
  const id = await startStory(page, section);
  await type(
    page,
    `“We will not wait for another spring tide,” said ${ek}.`,
    `“The gates are ready and the money is there,” ${ek} said.`,
    `“Nobody from the ministry has ever come to look,” ${ek} said.`,
    `“It was never going to be cheap or quick,” said ${hoyt}.`,
    "On the quay hung a sign that read “Friends of the Old Sea Wall”.",
    "The council was told in writing:",
    "The old chart is wrong by half a mile.",
  );
  // The last paragraph is set off, and has no quotation marks at all.
  await page.getByRole("button", { name: "Block quote", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Story" }).locator("blockquote")).toHaveCount(1);

  await page.getByRole("button", { name: "Find quotes" }).click();
  const find = page.getByRole("dialog", { name: "Find quotes" });
  const left = find.getByRole("group");
  await expect(left).toHaveCount(6);
  await expect(left.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(left.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");

  // Enter: who the text says, whose occasion is asked for once.
  await page.keyboard.press("Enter");
  const accept = page.getByRole("dialog", { name: "Accept a quote" });
  await accept.getByLabel("Said", { exact: true }).selectOption({ label: "Interview by phone" });
  await accept.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(left).toHaveCount(5);
  await expect(left.first()).toBeFocused();
  await expectAccessible(page);

  // A: all that is left of the same speaker, with nothing asked any more.
  await page.keyboard.press("a");
  await expect(left).toHaveCount(3);
  await expect(left.first()).toBeFocused();

  // S: somebody else than the text says.
  await page.keyboard.press("s");
  const form = page.getByRole("dialog", { name: "Attach quote" });
  await form.getByLabel("Speaker", { exact: true }).fill(brandt);
  await form.getByRole("option", { name: `New source “${brandt}”` }).click();
  await form.getByLabel("Said", { exact: true }).selectOption({ label: "Press conference" });
  await form.getByRole("button", { name: "Save quote" }).click();
  await expect(left).toHaveCount(2);
  await expect(left.first()).toBeFocused();

  // N: a name on a sign is nobody's speech.
  await page.keyboard.press("n");
  await expect(left).toHaveCount(1);
  await expect(left.first()).toContainText("The old chart is wrong");
  await left.first().press("s");
  await form.getByLabel("Speaker", { exact: true }).fill(brandt);
  await form.getByRole("option", { name: new RegExp(`^${brandt}`) }).click();
  await form.getByRole("radio", { name: /^Press conference/ }).check();
  await form.getByRole("button", { name: "Save quote" }).click();
  await expect(find.getByText("Every quotation has its quote")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(find).toBeHidden();
  await expectSaved(page);

  await expect
    .poll(async () => (await usesOf(id)).map(({ displayed, speaker }) => [displayed, speaker]))
    .toEqual([
      ["“We will not wait for another spring tide,”", ek],
      ["“The gates are ready and the money is there,”", ek],
      ["“Nobody from the ministry has ever come to look,”", ek],
      ["“It was never going to be cheap or quick,”", brandt],
      ["The old chart is wrong by half a mile.", brandt],
    ]);
  expect((await usesOf(id)).every((use) => use.standing !== "altered")).toBe(true);
  const named = await database().select().from(sources).where(eq(sources.name, hoyt));
  expect(named).toEqual([]);
});

test("the verbatim is restored in each piece of a split quotation, and what cannot be divided is said", async ({
  newsroom,
}) => {
  test.setTimeout(90_000);
  const [reporter, section] = [await newsroom.person("reporter"), await newsroom.section()];
  const ek = `Marta Ek${nameEnding()}`;
  const page = await newsroom.signedIn(reporter);
  const id = await startStory(page, section);
  await type(page, `“The gates are ready,” said ${ek}, “and the money is there for us.”`);
  const form = page.getByRole("dialog", { name: "Attach quote" });
  await select(page, "“The gates are ready,”");
  await page.keyboard.press("Control+Shift+KeyQ");
  await form.getByLabel("Speaker", { exact: true }).fill(ek);
  await form.getByRole("option", { name: `New source “${ek}”` }).click();
  await form
    .getByLabel("Verbatim", { exact: true })
    .fill("The gates are ready and the money is there for us.");
  await form.getByLabel("Said", { exact: true }).selectOption({ label: "Interview by phone" });
  await form.getByRole("button", { name: "Save quote" }).click();
  await expect(form).toBeHidden();
  // The second piece is of the same record.
  await select(page, "“and the money is there for us.”");
  await page.keyboard.press("Control+Shift+KeyQ");
  await form.getByRole("button", { name: "Use this quote" }).click();
  await expect(form).toBeHidden();

  await page.getByRole("tab", { name: /^Quotes/ }).click();
  const panel = page.getByRole("list", { name: "Quotations of this story" });
  const altered = panel.getByText("Altered: not what was said");
  const story = page.getByRole("textbox", { name: "Story" });
  const whole = `“The gates are ready,” said ${ek}, “and the money is there for us.”`;
  await expect(altered).toHaveCount(0);
  await select(page, "gates are");
  await page.keyboard.type("locks were");
  await select(page, "money");
  await page.keyboard.type("cash");
  await expect(story).toContainText("“The locks were ready,”");
  await expect(altered).toBeVisible();
  await panel.getByRole("button", { name: "Restore the verbatim" }).click();
  await expect(story).toContainText(whole);
  await expect(altered).toHaveCount(0);
  // It is one step, taken back like any other.
  await story.click();
  await page.keyboard.press("Control+z");
  await expect(story).toContainText("“The locks were ready,”");
  await page.keyboard.press("Control+Shift+z");
  await expect(story).toContainText(whole);

  // A piece that has kept nothing of the record cannot be put in its place by itself.
  await select(page, "and the money is there for us");
  // All at once: letters typed slowly are several steps of undo.
  await page.keyboard.insertText("somebody will surely pay");
  await expect(altered).toBeVisible();
  await panel.getByRole("button", { name: "Restore the verbatim" }).click();
  await expect(page.getByRole("status").filter({ hasText: "cannot be told which words" })).toBeVisible();
  await expect(story).toContainText("somebody will surely pay");
  await page.keyboard.press("Escape");
  await story.click();
  await page.keyboard.press("Control+z");
  await expect(story).toContainText(whole);
  await expectSaved(page);
  await expect.poll(async () => (await usesOf(id)).map((use) => use.standing)).toEqual(["permitted"]);
});

test("hundreds of quotations are gone through by keys, of which only those that are seen are drawn", async ({
  newsroom,
}) => {
  const reporter = await newsroom.person("reporter");
  const { id } = await createStory(reporter);
  const count = 334;
  const ek = `Marta Ek${nameEnding()}`;
  const said = Array.from({ length: count }, (_, index) => [
    `“We counted ${index} barges before the gates were shut,” said ${ek}.`,
  ]);
  await saveText(reporter, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "autosave",
    name: "",
    words: wordsWith({ headline: unique("Barges"), body: bodyOf(...said) }),
  });
  const page = await newsroom.signedIn(reporter);
  await page.goto(`/desk/stories/${id}`);
  await page.getByRole("button", { name: "Find quotes" }).click();
  const find = page.getByRole("dialog", { name: "Find quotes" });
  const drawn = find.getByRole("group");
  await expect(drawn.first()).toBeFocused();
  await expect(drawn.first()).toHaveAccessibleDescription(/1 of 334/);
  expect(await drawn.count()).toBeLessThan(40);
  await page.keyboard.press("End");
  await expect(drawn.last()).toBeFocused();
  await expect(drawn.last()).toHaveAccessibleDescription(/334 of 334/);
  await page.keyboard.press("ArrowUp");
  await expect(find.getByRole("group", { name: /We counted 332 barges/ })).toBeFocused();
  await expect(find.getByRole("group", { name: /We counted 331 barges/ })).toBeInViewport();
  expect(await drawn.count()).toBeLessThan(40);
  await expectAccessible(page);
  await page.keyboard.press("n");
  await expect(drawn.last()).toBeFocused();
  await expect(drawn.last()).toHaveAccessibleDescription(/333 of 333/);
});
