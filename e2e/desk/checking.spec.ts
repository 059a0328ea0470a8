import { asc, eq, inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { saveText } from "@/db/save-text";
import { newId } from "@/db/schema/columns";
import { quoteEvents, quotes } from "@/db/schema/sources";
import { threads } from "@/db/schema/stories";
import { bodyOf, wordsWith } from "@/db/testing/people";
import { entryWith, newSource, notes, savedQuote } from "@/db/testing/quotes";
import { createStory, moveStory } from "@/db/write-story";
import type { Actor } from "@/domain/people";
import type { NewEvidence } from "@/domain/quote-rules";
import { expect, expectAccessible, test, unique } from "../newsroom";
import { chooseSection, newStory, type } from "../writing";

/** A quote that this person put down, with notes as evidence. Answers its id. */
async function noted(by: Actor, verbatim: string, ...evidence: readonly NewEvidence[]): Promise<string> {
  const source = { new: newSource({ name: unique("Lena Hoyt"), role: "pilot" }) };
  return (await savedQuote(by, entryWith({ source, verbatim, evidence: [...evidence] }))).id;
}

const said = {
  wall: "The wall will not hold another winter",
  money: "There is money for it, and there was last year",
  chart: "We have steered by an old chart since the spring",
};

test("an editor walks a story's quotes by keys: two verdicts, one refusal, each kept as it was said", async ({
  newsroom,
}) => {
  const [reporter, editor] = [await newsroom.person("reporter"), await newsroom.person("editor")];
  const [wall, money, chart] = [
    await noted(reporter, said.wall, notes("Notebook 3, p. 8"), notes("Her message of Friday")),
    await noted(reporter, said.money, notes("Notebook 3, p. 9")),
    // The editor was on the telephone too, and put this one down: it is not for the editor to check.
    await noted(editor, said.chart, notes("Back of an envelope")),
  ];
  const { id } = await createStory(reporter);
  const tied = (words: string, quoteId: string) => [{ words: `“${words}”`, quoteId }, " she said."];
  // Only the editor sees all three by now.
  const saved = await saveText(editor, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "named",
    name: "",
    words: wordsWith({
      headline: unique("Three things she said"),
      sectionId: (await newsroom.section()).id,
      body: bodyOf(tied(said.wall, wall), tied(said.money, money), tied(said.chart, chart)),
    }),
  });
  if (!saved.ok) throw new Error(saved.why.why);
  expect(await moveStory(reporter, { id }, "send")).toMatchObject({ ok: true });

  const page = await newsroom.signedIn(editor);
  await page.goto(`/desk/stories/${id}/check`);
  const words = (number: number) => page.getByRole("article", { name: `Quote ${number} of 3` });
  const status = page.getByRole("status").filter({ hasText: "checked" });
  await expect(words(1)).toContainText(said.wall);
  await expect(page.getByText("0 of 3 checked")).toBeVisible();

  // The first holds, against the second piece of its evidence.
  await expect(page.getByText("Held against: Notes: Notebook 3, p. 8")).toBeVisible();
  await page.keyboard.press("2");
  await expect(page.getByRole("button", { name: /^Held against this/, pressed: true })).toHaveCount(1);
  await expect(page.getByText("Held against: Notes: Her message of Friday")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("c");
  await expect(words(2)).toBeVisible();
  await expect(status.first()).toContainText("1 of 3 checked");

  // The second does not: the author is told which words, and approval waits.
  await page.keyboard.press("x");
  const doubt = page.getByRole("dialog", { name: "Does not hold" });
  await expect(doubt.getByLabel("What is wrong")).toBeFocused();
  await page.keyboard.type("The notes say next year.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(doubt).toBeHidden();

  // The third is the editor's own record: the key is refused in words, and so is the button.
  await expect(words(3)).toBeVisible();
  await page.keyboard.press("c");
  const refusal = /cannot be the one who checks it/;
  await expect(page.getByRole("status").filter({ hasText: refusal })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Holds/ })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("b");
  await expect(words(2)).toBeVisible();
  await page.keyboard.press("u");
  await expect(words(3)).toBeVisible();

  const steps = await database()
    .select({ id: quotes.id, verification: quotes.verification })
    .from(quotes)
    .where(inArray(quotes.id, [wall, money, chart]))
    .orderBy(asc(quotes.createdAt), asc(quotes.id));
  expect(new Map(steps.map((each) => [each.id, each.verification]))).toEqual(
    new Map([
      [wall, "checked"],
      [money, "evidenced"],
      [chart, "evidenced"],
    ]),
  );
  const checks = await database()
    .select({ quoteId: quoteEvents.quoteId, by: quoteEvents.by, against: quoteEvents.against })
    .from(quoteEvents)
    .where(eq(quoteEvents.to, "checked"));
  expect(checks.filter((each) => [wall, money, chart].includes(each.quoteId))).toEqual([
    { quoteId: wall, by: editor.id, against: "Notes: Her message of Friday" },
  ]);
  const left = await database().select().from(threads).where(eq(threads.storyId, id));
  expect(left).toMatchObject([{ mustResolve: true, resolvedAt: null }]);
  expect(JSON.stringify(left)).toContain(said.money);
});

test("what a story still lacks leads to its place, by the keyboard alone", async ({ newsroom }) => {
  const [reporter, section] = [await newsroom.person("reporter"), await newsroom.section()];
  const page = await newsroom.signedIn(reporter);
  await newStory(page);
  // Paragraphs enough that the quotation is far below what is seen at the top.
  await type(page, ...Array.from({ length: 25 }, () => "Then."), "“We will not wait for another spring.”");
  const asked = page.getByRole("dialog");
  const goThere = async (line: string) => {
    await page.getByRole("button", { name: "Send for review" }).press("Enter");
    await asked.getByRole("listitem").filter({ hasText: line }).getByRole("button").press("Enter");
    await expect(asked).toBeHidden();
  };
  await goThere("There is no headline");
  await expect(page.getByRole("textbox", { name: "Headline" })).toBeFocused();
  await page.keyboard.type(unique("Gates"));
  await chooseSection(page, section.name);
  await page.getByRole("tab", { name: /^Quotes/ }).click();

  await page.getByRole("textbox", { name: "Headline" }).focus();
  await goThere("has no source");
  await expect(page.getByRole("textbox", { name: "Story" })).toBeFocused();
  await expect(page.getByText("“We will not wait for another spring.”").first()).toBeInViewport();
  // The caret stands before the words: what is typed now comes there.
  await page.keyboard.type("She said: ");
  await expect(page.getByRole("textbox", { name: "Story" })).toContainText(
    "She said: “We will not wait for another spring.”",
  );
});
