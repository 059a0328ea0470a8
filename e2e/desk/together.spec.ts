import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { editPresence, revisions } from "@/db/schema/stories";
import {
  expect,
  expectAccessible,
  expectSaved,
  type Newsroom,
  type Page,
  type Person,
  test,
  unique,
} from "../newsroom";
import { newStory, type } from "../writing";

const story = (page: Page) => page.getByRole("textbox", { name: "Story" });
const may = (page: Page) => expect(story(page)).toHaveAttribute("contenteditable", "true");
const mayNot = (page: Page) => expect(story(page)).toHaveAttribute("contenteditable", "false");
const faces = (page: Page) => page.getByRole("list", { name: "Here now" });
const says = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Everything that was ever stored of a story, as one string. */
const storedOf = async (id: string): Promise<string> =>
  JSON.stringify(
    await database()
      .select({ by: revisions.by, words: revisions.words })
      .from(revisions)
      .where(eq(revisions.storyId, id)),
  );

/** A reporter who writes, and an editor who opens the same story. */
async function scene(newsroom: Newsroom) {
  const [reporter, editor] = [await newsroom.person("reporter"), await newsroom.person("editor")];
  const [writing, reading] = [await newsroom.signedIn(reporter), await newsroom.signedIn(editor)];
  const id = await newStory(writing);
  const open = async (page: Page, writer: Person) => {
    await page.goto(`/desk/stories/${id}`);
    await says(page, `${writer.name} is writing. You are reading along.`);
    await mayNot(page);
  };
  return { reporter, editor, writing, reading, id, open };
}

test("two people see each other, and one reads along while the other writes", async ({ newsroom }) => {
  const { reporter, editor, writing, reading, open } = await scene(newsroom);
  const [first, second] = [unique("The tide came in"), unique("and went out again")];
  await type(writing, first);
  await open(reading, reporter);
  await expect(story(reading)).toContainText(first);
  for (const page of [writing, reading]) {
    await expect(faces(page).getByRole("listitem")).toHaveCount(2);
    await expect(faces(page)).toContainText(reporter.name);
    await expect(faces(page)).toContainText(editor.name);
  }
  await expectAccessible(reading);
  await type(writing, ` ${second}`);
  await writing.getByRole("textbox", { name: "Headline" }).fill(`Tide ${second}`);
  await expect(story(reading)).toContainText(second);
  await expect(reading.getByRole("textbox", { name: "Headline" })).toHaveValue(`Tide ${second}`);
  await may(writing);
  await expectSaved(writing);
  await reading.goto("/desk");
  await expect(faces(writing).getByRole("listitem")).toHaveCount(1);
});

test("the pen is asked for, and handed over", async ({ newsroom }) => {
  const { reporter, editor, writing, reading, open } = await scene(newsroom);
  await open(reading, reporter);
  await press(reading, "Ask for the pen");
  await says(reading, "You have asked for the pen.");
  await says(writing, `${editor.name} asks for the pen.`);
  const last = unique("my last words");
  await type(writing, last);
  await press(writing, "Hand it over");
  await says(writing, `${editor.name} is writing. You are reading along.`);
  await may(reading);
  await expect(story(reading)).toContainText(last);
  const mine = unique("the words of an editor");
  await type(reading, ` ${mine}`);
  await expect(story(writing)).toContainText(mine);
  await mayNot(writing);
});

test("whoever takes the pen takes no words: the other's are stored first, and they are told", async ({
  newsroom,
}) => {
  const { reporter, editor, writing, reading, id, open } = await scene(newsroom);
  await open(reading, reporter);
  // The reporter's saves are held back, so that something unsaved is there to be lost.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await writing.route("**/text", async (route) => {
    await held;
    await route.continue();
  });
  const unsaved = unique("words that nobody has saved");
  await type(writing, unsaved);
  expect(await storedOf(id)).not.toContain(unsaved);
  await press(reading, "Take the pen");
  await says(writing, `${editor.name} has taken the pen. Your last words are being stored.`);
  await mayNot(writing);
  letGo();
  await says(writing, /Everything you typed is kept, as revision \d+\./);
  expect(await storedOf(id)).toContain(unsaved);
  await may(reading);
  await expect(story(reading)).toContainText(unsaved);
  const mine = unique("and the editor goes on");
  await type(reading, ` ${mine}`);
  await expect(story(writing)).toContainText(mine);
  await expectSaved(reading);
});

test("words that come too late are kept beside the newer text, and compared", async ({ newsroom }) => {
  const { reporter, editor, writing, reading, id, open } = await scene(newsroom);
  await open(reading, reporter);
  await writing.context().setOffline(true);
  const late = unique("written on a train");
  await type(writing, late);
  await says(writing, "Offline: kept on this device");
  await press(reading, "Take the pen");
  await may(reading);
  const newer = unique("written at the desk");
  await type(reading, newer);
  await expectSaved(reading);
  await writing.context().setOffline(false);
  const screen = writing.getByRole("dialog", { name: `${editor.name} saved a newer text` });
  await expect(screen).toBeVisible();
  const stored = await storedOf(id);
  expect(stored).toContain(late);
  expect(stored).toContain(newer);
  await screen.getByRole("button", { name: "Take theirs" }).click();
  await expect(story(writing)).toContainText(newer);
  await expect(story(writing)).not.toContainText(late);
  await mayNot(writing);
});

test("a pen is free when its holder leaves, and when they are not seen for a minute", async ({
  newsroom,
}) => {
  const { reporter, writing, reading, id, open } = await scene(newsroom);
  await open(reading, reporter);
  await writing.goto("/desk");
  await says(reading, "Nobody is writing now. You are reading along.");
  await press(reading, "Take the pen");
  await may(reading);
  // The editor's browser dies without a word: the last sign of life has been answered, the next one gets nowhere.
  const silent = reading.waitForEvent("requestfailed", (request) => request.url().endsWith("/presence"));
  await reading.context().setOffline(true);
  await reading.getByRole("textbox", { name: "Kicker" }).fill("Tides");
  await silent;
  await database()
    .update(editPresence)
    .set({ seenAt: new Date(Date.now() - 60_000) })
    .where(and(eq(editPresence.storyId, id), eq(editPresence.holdsPen, true)));
  await writing.goto(`/desk/stories/${id}`);
  await may(writing);
  await expect(faces(writing).getByRole("listitem")).toHaveCount(1);
  await type(writing, "On it goes.");
  await expectSaved(writing);
});

test("one person in two tabs writes in the newer one", async ({ newsroom }) => {
  const { writing, id } = await scene(newsroom);
  const words = unique("from the older tab");
  await type(writing, words);
  await expectSaved(writing);
  const newer = await writing.context().newPage();
  await newer.goto(`/desk/stories/${id}`);
  await says(writing, "You are writing this in another tab.");
  await mayNot(writing);
  await may(newer);
  await type(newer, " and the newer");
  await expectSaved(newer);
  await expect(story(writing)).toContainText(`${words} and the newer`);
  await press(writing, "Write here");
  await may(writing);
  await mayNot(newer);
});

test("whoever writes goes on writing when nobody answers about the pen", async ({ newsroom }) => {
  const reporter = await newsroom.person("reporter");
  const page = await newsroom.signedIn(reporter);
  await page.route("**/presence", (route) => route.abort());
  const id = await newStory(page);
  const words = unique("without an answer");
  await type(page, words);
  await expectSaved(page);
  expect(await storedOf(id)).toContain(words);
});
