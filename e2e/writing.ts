import { expect, expectSaved, type Page } from "./newsroom";

export type Draft = { readonly headline: string; readonly standfirst: string; readonly section: string };

/** Presses `New story` on the board and waits for the empty page. */
export async function newStory(page: Page): Promise<string> {
  await page.goto("/desk");
  await page.getByRole("button", { name: /^New story/ }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("textbox", { name: "Story" })).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

/** Fills in what every story has. */
export async function fillIn(page: Page, draft: Draft): Promise<void> {
  await page.getByRole("textbox", { name: "Headline" }).fill(draft.headline);
  await page.getByRole("textbox", { name: "Standfirst" }).fill(draft.standfirst);
  await chooseSection(page, draft.section);
}

export async function chooseSection(page: Page, section: string): Promise<void> {
  const details = page.getByRole("tab", { name: "Details" });
  if (await details.isVisible()) await details.click();
  await page.getByLabel("Section", { exact: true }).selectOption({ label: section });
}

/** Types paragraphs at the end of the text. */
export async function type(page: Page, ...paragraphs: readonly string[]): Promise<void> {
  const story = page.getByRole("textbox", { name: "Story" });
  await story.click();
  await page.keyboard.press("Control+End");
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(paragraph);
  }
}

/** Selects words of the text, as a person would by dragging over them. */
export const select = (page: Page, words: string): Promise<void> => selectIn(page, words, false);

/** Selects words of the text and deletes them before the page has heard that they are selected, as happens to whoever
 * writes on a slow machine. */
export const selectAndDelete = (page: Page, words: string): Promise<void> => selectIn(page, words, true);

async function selectIn(page: Page, words: string, deletes: boolean): Promise<void> {
  const given = { wanted: words, pressed: deletes };
  await page.getByRole("textbox", { name: "Story" }).evaluate((root, { wanted, pressed }) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const pieces: { node: Node; start: number }[] = [];
    let text = "";
    while (walker.nextNode()) {
      pieces.push({ node: walker.currentNode, start: text.length });
      text += walker.currentNode.textContent ?? "";
    }
    const from = text.indexOf(wanted);
    if (from < 0) throw new Error(`the text does not hold: ${wanted}`);
    const at = (offset: number) => {
      const piece = pieces.findLast((each) => each.start <= offset);
      if (!piece) throw new Error("no text");
      return { node: piece.node, offset: offset - piece.start };
    };
    const [start, end] = [at(from), at(from + wanted.length - 1)];
    (root as HTMLElement).focus();
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset + 1);
    const key = { key: "Delete", keyCode: 46, bubbles: true, cancelable: true };
    if (pressed) root.dispatchEvent(new KeyboardEvent("keydown", key));
  }, given);
}

/** Selects words on the sheet of the review page, as a person would by dragging over them. */
export async function selectOnSheet(page: Page, words: string): Promise<void> {
  await page.locator("[data-sheet]").evaluate((sheet, wanted) => {
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const from = (node.textContent ?? "").indexOf(wanted);
      if (from < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length);
      return;
    }
    throw new Error(`the sheet does not hold: ${wanted}`);
  }, words);
}

export type Spoken = { readonly words: string; readonly speaker: string; readonly verbatim?: string };

/** Attaches the words to a quote of a speaker who is made on the spot, with notes as evidence. */
export async function attachQuote(page: Page, { words, speaker, verbatim }: Spoken): Promise<void> {
  const form = page.getByRole("dialog");
  await select(page, words);
  await page.keyboard.press("Control+Shift+KeyQ");
  await expect(form).toBeVisible();
  // First: a name that is not in the library makes a new source as soon as somebody leaves the field.
  await form.getByLabel("Speaker", { exact: true }).fill(speaker);
  await form.getByRole("option", { name: `New source “${speaker}”` }).click();
  if (verbatim) await form.getByLabel("Verbatim", { exact: true }).fill(verbatim);
  await form.getByLabel("Said", { exact: true }).selectOption({ label: "Interview by phone" });
  await form.getByLabel("When", { exact: true }).fill("2026-11-20");
  await form.getByLabel("Where", { exact: true }).fill("Quay Lane");
  await form.getByLabel("Evidence", { exact: true }).fill("Notebook 14, page 3");
  await form.getByRole("button", { name: "Save quote" }).click();
  await expect(form).toBeHidden();
}

/** Writes a whole story with one quotation and sends it for review. Answers its id. */
export async function writeAndSend(page: Page, draft: Draft & { readonly spoken: Spoken }): Promise<string> {
  const id = await newStory(page);
  await fillIn(page, draft);
  await type(page, "The council met on Monday.", `She was plain: ${draft.spoken.words} she said.`);
  await attachQuote(page, draft.spoken);
  await expectSaved(page);
  await page.getByRole("button", { name: "Send for review" }).click();
  await expect(page.getByText("In review", { exact: true }).first()).toBeVisible();
  return id;
}
