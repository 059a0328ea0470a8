import { browserStorage } from "../harm/browser-storage";
import { expect, expectAccessible, expectSaved, type Page, test, unique } from "../newsroom";
import { newStory, select, selectAndDelete, type } from "../writing";

const story = (page: Page) => page.getByRole("textbox", { name: "Story" });
const suggest = (page: Page) => page.getByRole("button", { name: "Suggest", exact: true });
const edits = (page: Page) => page.getByRole("region", { name: "Suggested edits" });
const kept = (page: Page) => expect(page.getByText("Suggestions saved")).toBeVisible();
const put = (page: Page) => story(page).locator("ins");
const struck = (page: Page) => story(page).locator("del");

async function written(page: Page, ...paragraphs: readonly string[]): Promise<string> {
  const id = await newStory(page);
  await page.getByRole("textbox", { name: "Headline" }).fill(unique("Councils will meet"));
  await type(page, ...paragraphs);
  await expectSaved(page);
  return id;
}

test("an editor suggests by typing while the author writes; the author accepts one, rejects one, and takes the rest", async ({
  newsroom,
}) => {
  const [author, editor] = [await newsroom.person("reporter"), await newsroom.person("editor")];
  const [writing, desk] = [await newsroom.signedIn(author), await newsroom.signedIn(editor)];
  const id = await written(writing, "Leaders of 23 councils will attend.", "Nobody else was asked.");

  // Whoever suggests needs no pen: the author goes on having it.
  await desk.goto(`/desk/stories/${id}`);
  await expect(story(desk)).toHaveAttribute("contenteditable", "false");
  await suggest(desk).click();
  await expect(suggest(desk)).toHaveAttribute("aria-pressed", "true");
  await select(desk, "Leaders");
  await desk.keyboard.type("Heads", { delay: 10 });
  await expect(put(desk)).toHaveText("Heads");
  await expect(struck(desk)).toHaveText("Leaders");
  await story(desk).press("Control+End");
  await desk.keyboard.type(" Not one.", { delay: 10 });
  await selectAndDelete(desk, "23 ");
  await desk.getByRole("textbox", { name: "Headline" }).press("End");
  await desk.keyboard.type(" at last", { delay: 10 });
  await desk.getByRole("textbox", { name: "Kicker" }).fill("Councils");
  await kept(desk);
  await expect(desk.getByText(/^In place of/)).toHaveText([
    "In place of nothing",
    /^In place of Councils will meet/,
  ]);

  // The author sees them where they stand, live; the text is as it was.
  await expect(put(writing)).toHaveText(["Heads", " Not one."]);
  await expect(struck(writing)).toHaveText(["Leaders", " 23"]);
  await expect(writing.getByText(`${editor.name} suggests:`)).toHaveText([/Councils$/, / at last$/]);
  await expect(edits(writing)).toContainText("of 5 suggested");
  await expect(writing.getByText("10 words · 1 min")).toBeVisible();
  await expectAccessible(writing);

  // They are there after a reload, in the text and in the place where they were typed.
  await desk.reload();
  await expect(put(desk)).toHaveText(["Heads", " Not one."]);
  await suggest(desk).click();
  await expect(struck(desk)).toHaveText(["Leaders", " 23"]);
  await expectAccessible(desk);

  // One accepted by keys, one rejected by its button: whoever suggests sees both without a reload.
  await select(writing, "Leaders");
  await writing.keyboard.press("Control+Alt+y");
  await expect(story(writing)).toContainText("Heads of 23 councils");
  await expect(edits(writing)).toContainText("of 4 suggested");
  await expectSaved(writing);
  await select(writing, "23");
  await edits(writing).getByRole("button", { name: "Reject", exact: true }).click();
  await expect(struck(writing)).toHaveCount(0);
  await expect(put(desk)).toHaveText([" Not one."]);
  await expect(struck(desk)).toHaveCount(0);
  await expect(story(desk)).toContainText("Heads of 23 councils will attend.");

  // The author writes on, and nothing of it gets in the way.
  await type(writing, " Why?");
  await expectSaved(writing);
  await expect(story(desk)).toContainText("asked. Not one. Why?");
  await edits(writing)
    .getByRole("button", { name: /^Accept all/ })
    .click();
  await expect(edits(writing)).toHaveCount(0);
  await expect(story(writing)).toContainText("Nobody else was asked. Not one. Why?");
  await expect(writing.getByRole("textbox", { name: "Headline" })).toHaveValue(/ at last$/);
  await expect(writing.getByRole("textbox", { name: "Kicker" })).toHaveValue("Councils");
  await expect(put(desk)).toHaveCount(0);
  await suggest(desk).click();
  await expect(story(desk)).toHaveText(
    "Heads of 23 councils will attend.Nobody else was asked. Not one. Why?",
  );
});

test("what is suggested can be undone, found, replaced, taken back and pasted, and leaves the text alone", async ({
  newsroom,
}) => {
  const page = await newsroom.signedIn(await newsroom.person("reporter"));
  const id = await written(page, "The wall is old. The wall is high.", "The end.");
  const before = await page.request.get(`/desk/stories/${id}/latest`).then((answer) => answer.json());
  await page.keyboard.press("Control+Alt+s");
  await expect(suggest(page)).toHaveAttribute("aria-pressed", "true");

  await select(page, "old");
  await page.keyboard.type("new");
  await expect(struck(page)).toHaveText("old");
  for (let times = 0; times < 6 && (await struck(page).count()) > 0; times += 1)
    await page.keyboard.press("Control+z");
  await expect(struck(page)).toHaveCount(0);
  await expect(put(page)).toHaveCount(0);

  await page.keyboard.press("Control+f");
  await page.getByLabel("Find", { exact: true }).fill("wall");
  await page.getByLabel("Replace with").fill("gate");
  await page.getByRole("button", { name: "Replace all" }).click();
  await page.keyboard.press("Escape");
  await expect(put(page)).toHaveText(["gate", "gate"]);
  await expect(struck(page)).toHaveText(["wall", "wall"]);
  await kept(page);

  await edits(page).getByRole("button", { name: "Next suggestion" }).click();
  await edits(page).getByRole("button", { name: "Take back" }).click();
  await expect(put(page)).toHaveCount(1);

  // A new paragraph, and one split.
  await story(page).press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("After the end.", { delay: 10 });
  await kept(page);
  await page.reload();
  await expect(put(page)).toHaveCount(2);
  const after = await page.request.get(`/desk/stories/${id}/latest`).then((answer) => answer.json());
  expect(after.words).toEqual(before.words);
  expect(after.revision).toBe(before.revision);

  // All of them rejected give the text as it was, to the letter.
  await edits(page).getByRole("button", { name: "Reject all" }).click();
  await expect(edits(page)).toHaveCount(0);
  const rejected = await page.request.get(`/desk/stories/${id}/latest`).then((answer) => answer.json());
  expect(rejected.words).toEqual(before.words);
});

test("suggestions outlast the pen passing over, and a newsroom that does not answer", async ({
  newsroom,
}) => {
  const [author, editor] = [await newsroom.person("reporter"), await newsroom.person("editor")];
  const [writing, desk] = [await newsroom.signedIn(author), await newsroom.signedIn(editor)];
  const id = await written(writing, "The council met.", "Nobody else was asked.");
  await writing.goto("/desk");
  await desk.goto(`/desk/stories/${id}`);
  await expect(story(desk)).toHaveAttribute("contenteditable", "true");
  await suggest(desk).click();
  await type(desk, " Not one.");
  await kept(desk);

  // The author takes the pen from the editor, who goes on suggesting over what is written meanwhile.
  await writing.goto(`/desk/stories/${id}`);
  await writing.getByRole("button", { name: "Take the pen" }).click();
  await expect(story(writing)).toHaveAttribute("contenteditable", "true");
  await expect(put(writing)).toHaveText(" Not one.");
  await select(writing, "The council");
  await writing.keyboard.type("Both councils", { delay: 10 });
  await expectSaved(writing);
  await expect(story(desk)).toContainText("Both councils met.");
  await expect(put(desk)).toHaveText(" Not one.");

  // What cannot be sent now stays on screen, and the switch stays with it.
  const address = "**/suggestions";
  await desk.route(address, (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  );
  await select(desk, "asked");
  await desk.keyboard.type("invited", { delay: 10 });
  await expect(desk.getByText(/The newsroom does not answer/)).toBeVisible();
  await suggest(desk).click();
  await expect(suggest(desk)).toHaveAttribute("aria-pressed", "true");
  await expect(put(desk).first()).toHaveText("invited");
  await desk.unroute(address);
  await kept(desk);
  await expect(put(writing)).toHaveText(["invited", " Not one."]);
  await suggest(desk).click();
  await expect(suggest(desk)).toHaveAttribute("aria-pressed", "false");
  await expect(struck(desk)).toHaveText("asked");

  // What was never sent outlives its tab: it is sent when its writer comes back, who is told so.
  await suggest(desk).click();
  await desk.route(address, (route) =>
    route.request().method() === "PUT" ? route.abort() : route.continue(),
  );
  await select(desk, "Both");
  await desk.keyboard.type("All", { delay: 10 });
  await expect(desk.getByText(/does not answer: kept on this device/)).toBeVisible();
  const back = await desk.context().newPage();
  await desk.close();
  await back.goto(`/desk/stories/${id}`);
  await expect(back.getByText(/This device kept them, and the newsroom has them now/)).toBeVisible();
  await expectAccessible(back);
  await expect(put(back)).toHaveText(["All", "invited", " Not one."]);
  await expect(put(writing)).toHaveText(["All", "invited", " Not one."]);
  await back.reload();
  await expect(put(back)).toHaveText(["All", "invited", " Not one."]);
  await expect(back.getByText(/This device kept them/)).toHaveCount(0);
  expect(await browserStorage(back)).not.toContain("Both councils");
});

test("who may not see a story can suggest nothing in it, not even directly", async ({ newsroom }) => {
  const [author, other] = [await newsroom.person("reporter"), await newsroom.person("reporter")];
  const [writing, outside] = [await newsroom.signedIn(author), await newsroom.signedIn(other)];
  const id = await written(writing, "The council met.");
  await outside.goto(`/desk/stories/${id}`);
  await expect(suggest(outside)).toHaveCount(0);
  const words = {
    headline: "Other words",
    standfirst: "",
    body: '{"type":"doc","content":[{"type":"paragraph"}]}',
  };
  const data = { revision: 1, seen: [], words };
  const headers = { origin: new URL(outside.url()).origin };
  const address = `/desk/stories/${id}/suggestions`;
  expect((await outside.request.put(address, { data, headers })).status()).toBe(404);
  expect((await outside.request.get(address)).status()).toBe(404);
  expect((await (await newsroom.visitor()).request.put(address, { data, headers })).status()).toBe(401);
  const open = await writing.request.get(address).then((answer) => answer.json());
  expect(open.suggestions).toEqual([]);
});
