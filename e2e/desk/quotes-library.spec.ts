import { newId } from "@/db/schema/columns";
import { newSource } from "@/db/testing/quotes";
import { saveSource } from "@/db/write-sources";
import { expect, expectAccessible, test, unique } from "../newsroom";
import { fillIn, newStory, select } from "../writing";

test("a pasted interview becomes quotes at once; one is retracted, and its speaker merged", async ({
  newsroom,
}) => {
  const [reporter, editor, section] = [
    await newsroom.person("reporter"),
    await newsroom.person("editor"),
    await newsroom.section(),
  ];
  const tail = unique("x").slice(2);
  const speaker = `Marta Ek${tail.replace(/[0-9]/g, "a")}`;
  const page = await newsroom.signedIn(reporter);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await newStory(page);
  await fillIn(page, { headline: `Gates ${tail}`, standfirst: "What was said.", section: section.name });

  // More than eighty words: what is in quotation marks is listed by itself.
  const filler =
    "The council met for a long evening and heard what the winter had done to the street. ".repeat(6);
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    `“We will not wait for another spring tide to arrive,” said ${speaker}. ${filler}“The gates are ready and the money is there,” ${speaker} said. ${filler}`,
  );
  await page.getByRole("textbox", { name: "Story" }).click();
  await page.keyboard.press("Control+v");
  const find = page.getByRole("dialog", { name: "Find quotes" });
  await expect(find.getByRole("group")).toHaveCount(2);
  await expectAccessible(page);

  // One key takes all of one speaker's, once the occasion was said.
  await expect(find.getByRole("button", { name: /^All 2 of theirs/ })).toHaveCount(2);
  await find.getByRole("group").first().press("a");
  const accept = page.getByRole("dialog", { name: "Accept 2 quotes" });
  await accept.getByRole("button", { name: "Accept all 2" }).click();
  await expect(accept.getByText("Choose how it was said.")).toBeVisible();
  await accept.getByLabel("Said").selectOption({ label: "Interview by phone" });
  await accept.getByRole("button", { name: "Accept all 2" }).click();
  await expect(find.getByText("Every quotation has its quote")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: /^Quotes/ }).click();
  const panel = page.getByRole("list", { name: "Quotations of this story" });
  await expect(panel.getByText(speaker)).toHaveCount(2);

  // Words that are not what was said are shown, and made a paraphrase.
  await select(page, "The gates are ready");
  await page.keyboard.type("The locks are ready");
  await expect(panel.getByText("Altered: not what was said")).toBeVisible();
  await panel.getByRole("button", { name: "Make it a paraphrase" }).click();
  await expect(panel.getByText(speaker)).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Story" })).not.toContainText("“The locks");

  // The quote that went out of the text stays on record; the editor finds the other and retracts it.
  const desk = await newsroom.signedIn(editor);
  await desk.goto("/desk/quotes");
  await desk.getByRole("searchbox").fill(speaker);
  const quotes = desk.getByRole("list", { name: "Quotes", exact: true });
  await expect(quotes.getByRole("listitem")).toHaveCount(2);
  await quotes.getByRole("link", { name: /spring tide to arrive/ }).click();
  await desk.getByRole("button", { name: "Retract …" }).click();
  const retract = desk.getByRole("dialog", { name: "Retract this quote" });
  await retract.getByRole("button", { name: "Retract this quote" }).click();
  await expect(retract.getByText("Say why in a few words")).toBeVisible();
  await retract.getByLabel("Why").fill("She was speaking of another gate.");
  await retract.getByRole("button", { name: "Retract this quote" }).click();
  await expect(desk.getByRole("list", { name: "What was said of it" })).toContainText("another gate");
  await expectAccessible(desk);
  await page.reload();
  await expect(panel.getByText("Retracted: blocks publication")).toBeVisible();

  // It is met among those that do not stand, which the address says; the story that showed it still does.
  await desk.goto("/desk/quotes");
  await desk.getByRole("searchbox").fill(speaker);
  await desk.getByLabel("Whether it stands").selectOption("Retracted");
  await expect(quotes.getByRole("listitem")).toHaveCount(1);
  await desk.getByLabel("Use in stories").selectOption("In a story");
  await expect(desk).toHaveURL(/state=retracted/);
  await expect(desk).toHaveURL(/use=used/);
  await expect(quotes.getByRole("link", { name: /spring tide to arrive/ })).toBeVisible();
  await desk.getByLabel("Use in stories").selectOption("In no story yet");
  await expect(desk.getByText("Nothing fits")).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("link", { name: "Show all" }).click();
  await expect(desk).toHaveURL(/\/desk\/quotes$/);
  await expect(desk.getByRole("searchbox")).toHaveValue("");
  await expect(quotes.getByRole("link", { name: /spring tide to arrive/ })).toBeVisible();

  // The source's page says in which story its words wait.
  await quotes.getByRole("link", { name: /spring tide to arrive/ }).click();
  await desk.getByRole("link", { name: speaker, exact: true }).click();
  const waiting = desk.getByRole("list", { name: "In stories not out yet" });
  await expect(waiting.getByRole("link", { name: `Gates ${tail}` })).toBeVisible();
  await expect(waiting).toContainText("Drafting");

  // A second record of the same person, merged and parted again.
  const twin = newId();
  await saveSource(editor, {
    ...newSource({ id: twin, name: `${speaker}n`, role: "mayor" }),
    formerNames: [],
  });
  await desk.goto(`/desk/sources/${twin}`);
  await desk.getByRole("button", { name: `Merge with ${speaker} …` }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click();
  await expect(desk.getByRole("button", { name: `Undo the merge of ${speaker}` })).toBeVisible();
  await expect(desk.getByRole("list", { name: `Quotes of ${speaker}n` }).getByRole("listitem")).toHaveCount(
    2,
  );
  await expectAccessible(desk);
  await desk.getByRole("button", { name: `Undo the merge of ${speaker}` }).click();
  await expect(desk.getByText("· undone")).toBeVisible();

  // A reporter finds neither of the two commands.
  await page.goto(`/desk/sources/${twin}`);
  await expect(page.getByRole("heading", { name: `${speaker}n` })).toBeVisible();
  await expect(page.getByRole("button", { name: /Merge/ })).toHaveCount(0);
  expect(id).toBeTruthy();
});
