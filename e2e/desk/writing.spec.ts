import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { stories } from "@/db/schema/stories";
import { expect, expectAccessible, expectSaved, type Page, test, unique } from "../newsroom";
import { pasted } from "../pasted";
import { attachQuote, chooseSection, newStory, select, type } from "../writing";

const storyBox = (page: Page) => page.getByRole("textbox", { name: "Story" });

/** The body as the database has it, once the page says that it does. */
async function storedBody(page: Page, id: string): Promise<unknown> {
  await expectSaved(page);
  const [row] = await database().select({ body: stories.body }).from(stories).where(eq(stories.id, id));
  return row?.body;
}

test("words selected while a mark is drawn anew stay selected", async ({ newsroom }) => {
  const writing = await newsroom.signedIn(await newsroom.person("reporter"));
  // Readings of the quotations wait until they are let go, so that one falls exactly where it did harm.
  await writing.addInitScript(() => {
    const held: (() => void)[] = [];
    Object.assign(window, {
      holdReadings: false,
      letGo: () => {
        for (const tell of held.splice(0)) tell();
      },
      held,
    });
    const Given = window.Worker;
    window.Worker = class extends Given {
      set onmessage(listener: ((event: MessageEvent) => void) | null) {
        super.onmessage = (event) => {
          if (Reflect.get(window, "holdReadings")) held.push(() => listener?.call(this, event));
          else listener?.call(this, event);
        };
      }
    };
  });
  await newStory(writing);
  await type(writing, "She said: “We will be ready in spring.” He did not.");
  await expect(storyBox(writing).locator(".said")).toHaveCount(1);
  // Saved long after the last key, so no reading is under way; the next one, of words put in at once, is held.
  await expectSaved(writing);
  await writing.evaluate(() => Object.assign(window, { holdReadings: true }));
  await writing.keyboard.insertText(" “Nobody has told us anything,” he said.");
  await expect.poll(() => writing.evaluate(() => (Reflect.get(window, "held") as unknown[]).length)).toBe(1);
  const selected = await storyBox(writing).evaluate((root) => {
    // Selected, and in the same breath drawn anew: the browser has not told the page of the selection yet.
    const text = root.querySelector("p")?.firstChild;
    if (!text) throw new Error("no text");
    document.getSelection()?.setBaseAndExtent(text, 0, text, 8);
    Object.assign(window, { holdReadings: false });
    (Reflect.get(window, "letGo") as () => void)();
    return String(document.getSelection());
  });
  expect(selected).toBe("She said");
  await expect(storyBox(writing).locator(".said")).toHaveCount(2);
  await writing.keyboard.press("Control+KeyB");
  await expect(storyBox(writing).locator("strong")).toHaveText("She said");
});

test("a story is written from the keyboard: slash, bars, notes, embeds, find and replace, undo", async ({
  newsroom,
}) => {
  test.setTimeout(120_000);
  const writing = await newsroom.signedIn(await newsroom.person("reporter"));
  const id = await newStory(writing);
  const headline = writing.getByRole("textbox", { name: "Headline" });
  await headline.fill("Mayor Lindqist waits");
  await type(writing, "Mayor Lindqist waited.", "“Mayor Lindqist has told us so,” he said.", "");

  // The slash menu, by keys alone.
  await writing.keyboard.type("/int");
  await expect(writing.getByRole("option", { name: "Internal note" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await writing.keyboard.press("Enter");
  await writing.keyboard.type("Ask Lindqist’s office");
  await writing.keyboard.press("Control+Alt+KeyK");
  const dialog = writing.getByRole("dialog");
  await dialog.getByLabel("Address").fill("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ");
  await dialog.getByRole("button", { name: "Put it in" }).click();
  await expect(dialog.getByText(/leads to no single video/)).toBeVisible();
  await dialog.getByLabel("Address").fill("https://youtu.be/dQw4w9WgXcQ?t=90");
  await dialog.getByLabel("What it shows").fill("The gates close");
  await dialog.getByRole("button", { name: "Put it in" }).click();
  await expect(writing.getByRole("link", { name: "Video on YouTube" })).toBeVisible();
  expect(JSON.stringify(await storedBody(writing, id))).toContain('"dQw4w9WgXcQ"');
  // Neither the note nor the embed counts as a word.
  await expect(writing.getByText("11 words · 1 min")).toBeVisible();

  // The bar of selected words, from the keyboard and back.
  await select(writing, "waited");
  const bar = writing.getByRole("toolbar", { name: "Selected words" });
  await expect(bar).toBeVisible();
  await expectAccessible(writing);
  await writing.keyboard.press("Alt+F10");
  await expect(bar.getByRole("button", { name: "Bold" })).toBeFocused();
  await writing.keyboard.press("ArrowRight");
  await writing.keyboard.press("Enter");
  await expect(storyBox(writing).locator("em")).toHaveText("waited");

  // Find and replace: headline and text in one step, quotations left as they were said.
  await writing.keyboard.press("Control+KeyF");
  const finder = writing.getByRole("search", { name: "Find and replace" });
  await finder.getByLabel("Find", { exact: true }).fill("lindqist");
  await expect(finder.getByRole("status")).toHaveText(
    /of 3, 1 in the headline\. 1 stands within a quotation/,
  );
  await finder.getByLabel("Replace with").fill("Lindqvist");
  await expectAccessible(writing);
  await finder.getByRole("button", { name: "Replace all" }).click();
  await expect(headline).toHaveValue("Mayor Lindqvist waits");
  await expect(storyBox(writing)).toContainText("Mayor Lindqvist waited.");
  await expect(storyBox(writing)).toContainText("“Mayor Lindqist has told us so,”");
  await expect(storyBox(writing)).toContainText("Ask Lindqvist’s office");
  await finder.getByLabel("In quotations too").check();
  await expect(finder.getByRole("status")).toContainText("Replacing alters 1 place within quotations");
  await writing.keyboard.press("Escape");
  await expect(finder).toBeHidden();
  await writing.keyboard.press("Control+KeyZ");
  await expect(headline).toHaveValue("Mayor Lindqist waits");
  await expect(storyBox(writing)).toContainText("Mayor Lindqist waited.");
  await writing.keyboard.press("Control+Shift+KeyZ");
  await expect(headline).toHaveValue("Mayor Lindqvist waits");

  // Undo goes over the fields as well, in the order in which they were changed.
  await writing.getByRole("textbox", { name: "Standfirst" }).click();
  await writing.keyboard.type("Until spring.");
  await writing.keyboard.press("Control+KeyZ");
  await expect(writing.getByRole("textbox", { name: "Standfirst" })).toHaveValue("");

  await writing.keyboard.press("Control+Shift+KeyE");
  await expect(writing.getByRole("navigation", { name: "Desk" })).toHaveCount(0);
  await expect(writing.getByRole("tab", { name: /^Quotes/ })).toHaveCount(0);
  await writing.keyboard.press("Control+Shift+KeyE");
  await expect(writing.getByRole("tab", { name: /^Quotes/ })).toBeVisible();
  await writing.keyboard.press("Control+Slash");
  await expect(writing.getByRole("dialog", { name: "Keys" }).getByText("Internal note")).toBeVisible();
});

test("pasting keeps structure and loses junk", async ({ newsroom }) => {
  test.setTimeout(60_000);
  const writing = await newsroom.signedIn(await newsroom.person("reporter"));
  const id = await newStory(writing);
  const paste = (given: { html?: string; text?: string }) =>
    storyBox(writing).evaluate((root, { html, text }) => {
      const data = new DataTransfer();
      if (html) data.setData("text/html", html);
      if (text) data.setData("text/plain", text);
      root.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, given);
  let number = 0;
  for (const { name, given, stored } of pasted) {
    await storyBox(writing).click();
    await writing.keyboard.press("Control+KeyA");
    await writing.keyboard.press("Delete");
    await paste(given);
    number += 1;
    await writing.getByRole("textbox", { name: "Kicker" }).fill(`Paste ${number}`);
    await expect
      .poll(async () => (await storedBody(writing, id)) as object, { message: name })
      .toEqual({ type: "doc", content: stored });
    expect(await writing.evaluate(() => Reflect.get(window, "ran")), name).toBeUndefined();
  }

  // An address alone: a link on words, an embed on an empty line.
  await storyBox(writing).click();
  await writing.keyboard.press("Control+KeyA");
  await writing.keyboard.press("Delete");
  await writing.keyboard.type("The survey");
  await select(writing, "survey");
  await paste({ text: "https://survey.example/2026" });
  await expect(writing.getByRole("link", { name: "survey" })).toHaveAttribute(
    "href",
    "https://survey.example/2026",
  );
  await writing.keyboard.press("Control+End");
  await writing.keyboard.press("Enter");
  await paste({ text: "https://vimeo.com/76979871" });
  await expect(writing.getByRole("link", { name: "Video on Vimeo" })).toBeVisible();
  await writing.keyboard.press("Control+KeyZ");
  await expect(writing.getByRole("link", { name: "Video on Vimeo" })).toHaveCount(0);

  // A picture that stands in the HTML itself becomes one of the newsroom's own.
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await paste({ html: `<p>With a dot</p><img src="data:image/png;base64,${dot}">` });
  await expect(storyBox(writing).getByRole("button", { name: "Remove picture" })).toBeVisible();
});

test("a telephone writes, attaches a quote and sends for review", async ({ newsroom }) => {
  test.setTimeout(60_000);
  const section = await newsroom.section();
  const phone = await newsroom.signedIn(await newsroom.person("reporter"), {
    viewport: { width: 390, height: 844 },
  });
  await newStory(phone);
  await phone.getByRole("textbox", { name: "Headline" }).fill(unique("From the quay"));
  await chooseSection(phone, section.name);
  await type(phone, "The ferry is back.", "Lena Hoyt said: “We will sail until the spring.”");
  await attachQuote(phone, { words: "“We will sail until the spring.”", speaker: unique("Lena Hoyt") });
  await phone.keyboard.press("Control+End");
  await phone.keyboard.press("Enter");
  await phone.keyboard.type("/not");
  await phone.getByRole("option", { name: "Internal note" }).click();
  await phone.keyboard.type("Ring her at six");
  const width = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await expectSaved(phone);
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Send for review" }).click();
  await expect(phone.getByText("In review", { exact: true }).first()).toBeVisible();
});
