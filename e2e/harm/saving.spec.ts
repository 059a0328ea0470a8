import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { saveText } from "@/db/save-text";
import { newId } from "@/db/schema/columns";
import { sessions } from "@/db/schema/people";
import { bodyOf, quoteOnRecord } from "@/db/testing/people";
import { createStory } from "@/db/write-story";
import type { Body } from "@/domain/body/body";
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
import { type } from "../writing";
import { browserStorage } from "./browser-storage";
import { expectAllTrue, expectStored, listenForSaved, plain, stored } from "./saved-words";

const status = (page: Page) => page.getByRole("status").filter({ hasText: /sav|kept|keeps|Offline/i });
const storyIn = (page: Page) => page.getByRole("textbox", { name: "Story" });

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/desk/stories/${id}`);
  await expect(storyIn(page)).toBeVisible();
  await expectSaved(page);
}

/** A reporter at a new story of their own, with everything heard that the page says is saved. */
async function atWork(newsroom: Newsroom) {
  const reporter = await newsroom.person("reporter");
  const { id } = await createStory(reporter);
  const page = await newsroom.signedIn(reporter);
  const said = await listenForSaved(page);
  await open(page, id);
  return { reporter, id, page, said };
}

/** Puts a text on the story as another person, without any page. */
async function saveAs(by: Person, storyId: string, body: Body): Promise<void> {
  const newest = (await stored(storyId)).filter(({ kind }) => kind !== "branch").at(-1);
  if (!newest) throw new Error("the story has no text");
  const saved = await saveText(by, {
    storyId,
    base: newest.number,
    key: newId(),
    kind: "autosave",
    name: "",
    words: { ...newest.words, body },
  });
  if (!saved.ok) throw new Error(saved.why.why);
}

/** Something to wait for until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Closes a tab as a person does, with no time for anything more. */
const close = (page: Page) =>
  Promise.all([page.waitForEvent("close"), page.close({ runBeforeUnload: true })]);

const texts = async (id: string) => (await stored(id)).map(({ words }) => plain(words));
const saves = "**/desk/stories/*/text";

/** Two people write in one story at once; hers is saved first, and his runs into it. */
async function race(newsroom: Newsroom, ended: (his: Page, hers: Page, id: string) => Promise<void>) {
  const [reporter, editor] = [await newsroom.person("reporter"), await newsroom.person("editor")];
  const { id } = await createStory(reporter);
  const [his, hers] = [await newsroom.signedIn(reporter), await newsroom.signedIn(editor)];
  const said = await listenForSaved(his);
  // His page hears nothing about the pen, so he goes on writing while she has it.
  await his.route("**/presence", (route) => route.abort());
  await Promise.all([open(his, id), open(hers, id)]);
  await type(hers, "The editor was first.");
  await expectStored(id, "The editor was first.");
  await type(his, "The reporter was second.");
  const screen = his.getByRole("dialog", { name: `${editor.name} saved a newer text` });
  await expect(screen).toBeVisible();
  await expect(screen.getByRole("deletion").filter({ hasText: "editor" })).toBeVisible();
  await expect(screen.getByRole("insertion").filter({ hasText: "reporter" })).toBeVisible();
  await ended(his, hers, id);
  await expect
    .poll(() => texts(id))
    .toEqual(expect.arrayContaining(["The editor was first.", "The reporter was second."]));
  await expectAllTrue(said, id);
}

test.describe("two people race on one story, both texts stay, and the one who came second", () => {
  test("keeps theirs", async ({ newsroom }) => {
    await race(newsroom, async (his, hers, id) => {
      await his.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await his.getByRole("button", { name: "Copy mine" }).click();
      await expect(his.getByRole("button", { name: "Copied" })).toBeVisible();
      expect(await his.evaluate(() => navigator.clipboard.readText())).toContain("The reporter was second.");
      await his.getByRole("button", { name: "Keep mine" }).click();
      await expectSaved(his);
      await expectStored(id, "The reporter was second.");
      // Hers is stored, and her page shows the newer text.
      await expect(storyIn(hers)).toHaveText("The reporter was second.");
    });
  });

  test("takes the newer one", async ({ newsroom }) => {
    await race(newsroom, async (his, _hers, id) => {
      await his.getByRole("button", { name: "Take theirs" }).click();
      await expect(his.getByRole("dialog")).toBeHidden();
      await expect(storyIn(his)).toHaveText("The editor was first.");
      await expectStored(id, "The editor was first.");
      await type(his, " He goes on.");
      await expectStored(id, "The editor was first. He goes on.");
    });
  });

  test("makes one text of both, passage by passage", async ({ newsroom }) => {
    await race(newsroom, async (his, _hers, id) => {
      await his.getByRole("button", { name: "Merge by passage" }).click();
      const made = his.getByRole("region", { name: "The merged text" });
      await expect(made).toContainText("The reporter was second.");
      await his
        .getByRole("group", { name: "Passage 1" })
        .getByRole("radio", { name: /^Theirs/ })
        .check();
      await expect(made).toContainText("The editor was first.");
      await his.getByRole("group", { name: "Passage 1" }).getByRole("radio", { name: /^Both/ }).check();
      await expectAccessible(his);
      await his.getByRole("button", { name: "Save the merged text" }).click();
      await expect(his.getByRole("dialog")).toBeHidden();
      await expectStored(id, "The editor was first.\nThe reporter was second.");
      await expectSaved(his);
    });
  });

  test("types on before choosing", async ({ newsroom }) => {
    await race(newsroom, async (his, _hers, id) => {
      await his.getByRole("button", { name: "Close" }).click();
      await type(his, " And on.");
      await his.getByRole("button", { name: "Compare the two texts" }).click();
      await expect(his.getByRole("region", { name: /difference/ })).toContainText("And on");
      await his.getByRole("button", { name: "Take theirs" }).click();
      await expect(storyIn(his)).toHaveText("The editor was first.");
      expect(await texts(id)).toContain("The reporter was second. And on.");
    });
  });

  test("leaves, and comes back", async ({ newsroom }) => {
    await race(newsroom, async (his, _hers, id) => {
      await his.getByRole("button", { name: "Close" }).click();
      await type(his, " And on.");
      await his.goBack();
      // The words typed since are a stored revision too, before anything is chosen.
      await expect.poll(() => texts(id)).toContain("The reporter was second. And on.");
      await his.goForward();
      await expect(his.getByRole("dialog", { name: /kept text that was not saved/ })).toBeVisible();
      await his.getByRole("button", { name: "Go on with the saved text" }).click();
      await expect(his.getByRole("dialog")).toBeHidden();
      await expect(storyIn(his)).toHaveText("The editor was first.");
      await expectStored(id, "The editor was first.");
    });
  });

  test("loads the page anew, and comes back", async ({ newsroom }) => {
    await race(newsroom, async (his, _hers, id) => {
      await his.getByRole("button", { name: "Close" }).click();
      await type(his, " And on.");
      await his.reload();
      await expect(his.getByRole("dialog", { name: /kept text that was not saved/ })).toBeVisible();
      await expect.poll(() => texts(id)).toContain("The reporter was second. And on.");
      await his.getByRole("button", { name: "Go on with the kept text" }).click();
      await expect(his.getByRole("dialog")).toBeHidden();
      await expectStored(id, "The reporter was second. And on.");
    });
  });
});

test("what a device keeps is the text, and nothing of a sealed source", async ({ newsroom }) => {
  const { page, id, reporter } = await atWork(newsroom);
  const [name, reach] = [unique("Odile Marchetti"), unique("care of the night porter")];
  const { quoteId, sourceId } = await quoteOnRecord(reporter, "we were told to sign", {
    name: "Sandpiper",
    unnamed: true,
    groundRule: "background",
  });
  await page.goto(`/desk/sources/${sourceId}`);
  await page.getByText("Seal the name", { exact: true }).click();
  await page.getByLabel("Who it is").fill(name);
  await page.getByLabel("How to reach them").fill(reach);
  await page.getByRole("button", { name: "Seal", exact: true }).click();
  await page.getByLabel("Why you need to read it").fill("To check the spelling");
  await page.getByRole("button", { name: "Show the name" }).click();
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  const tied = bodyOf(["She said: “", { words: "we were told to sign", quoteId }, "”"]);
  await saveAs(reporter, id, tied);
  await open(page, id);
  await page.route(saves, (route) => route.abort("internetdisconnected"));
  await type(page, " Written offline.");
  await expect(status(page)).toHaveText("Offline: kept on this device");
  // The copy is there, or the search for what it must not hold would prove nothing.
  await expect.poll(() => browserStorage(page)).toContain("Written offline.");
  const kept = await browserStorage(page);
  expect(kept).toContain(quoteId);
  for (const secret of [name, name.split(" ")[1] ?? name, reach, "Sandpiper"])
    expect(kept).not.toContain(secret);
  await page.unroute(saves);
  await expectSaved(page);
  await expect.poll(() => browserStorage(page)).not.toContain("Written offline.");
});

test("when the newsroom is renewed, the page says so, goes on saving, and loads anew with every word", async ({
  newsroom,
}) => {
  const { page, id, said } = await atWork(newsroom);
  const renewed = page.getByRole("status").filter({ hasText: "Verbatim has been renewed" });
  await expect(renewed).toBeHidden();
  await page.route("**/presence", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "x-verbatim-release": "another" } });
  });
  await type(page, "Before it was noticed.");
  await expect(renewed).toBeVisible();
  await expectSaved(page);
  await expectAccessible(page);
  // The network goes just then: what cannot be saved is kept, and offered by the page that comes.
  await page.route(saves, (route) => route.abort("internetdisconnected"));
  await type(page, " And after.");
  await page.getByRole("button", { name: "Save and reload" }).click();
  await page.waitForEvent("load");
  await page.unroute(saves);
  const kept = page.getByRole("button", { name: "Go on with the kept text" });
  await expect
    .poll(async () => {
      if (await kept.isVisible()) await kept.click();
      return texts(id);
    })
    .toContain("Before it was noticed. And after.");
  await expect(storyIn(page)).toHaveText("Before it was noticed. And after.");
  await expectAllTrue(said, id);
});

test("an answer that is lost after the commit is asked for again, and makes no second revision", async ({
  newsroom,
}) => {
  const { page, id, said } = await atWork(newsroom);
  const keys: string[] = [];
  await page.route(saves, async (route) => {
    keys.push(route.request().postDataJSON().key);
    if (keys.length > 2) return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await type(page, "Sent once.");
  await expect.poll(() => keys.length).toBeGreaterThan(2);
  await expectSaved(page);
  expect(new Set(keys).size).toBe(1);
  expect((await stored(id)).map(({ kind, words }) => [kind, plain(words)])).toEqual([
    ["created", ""],
    ["autosave", "Sent once."],
  ]);
  await expectAllTrue(said, id);
});

test("one's own headline, text, saving by hand and repeated saves never run into each other", async ({
  newsroom,
}) => {
  const { page, id, said } = await atWork(newsroom);
  let count = 0;
  await page.route(saves, async (route) => {
    count += 1;
    // Every other answer is lost, after the save was carried out or before.
    if (count % 4 === 1) await route.fetch();
    if (count % 2 === 1) await route.abort("connectionreset");
    else await route.continue();
  });
  const headline = unique("A title of one's own");
  for (const part of ["One.", " Two.", " Three."]) {
    await type(page, part);
    await page.keyboard.press("Control+s");
    await page.getByRole("textbox", { name: "Headline" }).fill(`${headline}${part}`);
    await page.keyboard.press("Control+s");
    await expectSaved(page);
  }
  await expectStored(id, "One. Two. Three.");
  const rows = await stored(id);
  expect(rows.filter(({ kind }) => kind === "branch")).toEqual([]);
  expect(rows.some(({ kind, name }) => kind === "named" && name === "Saved by hand")).toBe(true);
  expect(rows.at(-1)?.words.headline).toBe(`${headline} Three.`);
  await expectAllTrue(said, id);
});

test("a late answer neither overwrites newer typing nor is taken for its being saved", async ({
  newsroom,
}) => {
  const { page, id, said } = await atWork(newsroom);
  const [held, reached] = [gate(), gate()];
  await page.route(saves, async (route) => {
    const response = await route.fetch();
    reached.open();
    await held.opened;
    await route.fulfill({ response });
  });
  await type(page, "Before.");
  await reached.opened;
  await expectStored(id, "Before.");
  await type(page, " After.");
  await expect(status(page)).toHaveText("Saving…");
  held.open();
  await expectSaved(page);
  await expect(storyIn(page)).toHaveText("Before. After.");
  await expectStored(id, "Before. After.");
  await expectAllTrue(said, id);
  expect(said.map(({ text }) => text)).not.toContain("Before.");
});

test("offline, typing goes on; back online it is saved by itself", async ({ newsroom }) => {
  const { page, id, said } = await atWork(newsroom);
  await page.context().setOffline(true);
  await type(page, "Written in a tunnel.");
  await expect(status(page)).toHaveText("Offline: kept on this device");
  await type(page, " And on.");
  await expect(status(page)).toHaveText("Offline: kept on this device");
  expect(await texts(id)).toEqual([""]);
  await page.context().setOffline(false);
  await expectSaved(page);
  await expectStored(id, "Written in a tunnel. And on.");
  await expectAllTrue(said, id);
});

for (const choice of ["Go on with the kept text", "Go on with the saved text"]) {
  test(`text that only this device has is offered beside the newsroom's: ${choice}`, async ({ newsroom }) => {
    const { page, id, said } = await atWork(newsroom);
    const editor = await newsroom.person("editor");
    await page.route(saves, (route) => route.abort("internetdisconnected"));
    await type(page, "Written on a train.");
    await expect(status(page)).toHaveText("Offline: kept on this device");
    await saveAs(editor, id, bodyOf(["Written at the desk."]));
    await page.reload();
    const screen = page.getByRole("dialog", { name: "This device kept text that was not saved" });
    await expect(screen.getByRole("deletion").filter({ hasText: "desk" })).toBeVisible();
    await expect(screen.getByRole("insertion").filter({ hasText: "train" })).toBeVisible();
    // A save that the reload let out of our hands may be kept beside; over the newsroom's text nothing is written.
    const heads = (await stored(id)).filter(({ kind }) => kind !== "branch");
    expect(heads.map(({ words }) => plain(words))).toEqual(["", "Written at the desk."]);
    await page.unroute(saves);
    await screen.getByRole("button", { name: choice }).click();
    await expect(screen).toBeHidden();
    await expectSaved(page);
    const chosen = choice.includes("kept") ? "Written on a train." : "Written at the desk.";
    await expect(storyIn(page)).toHaveText(chosen);
    await expectStored(id, chosen);
    expect(await texts(id)).toEqual(expect.arrayContaining(["Written on a train.", "Written at the desk."]));
    await expectAllTrue(said, id);
    await open(page, id);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
}

test("a session that has ended asks for a sign-in over the same text, and saves it then", async ({
  newsroom,
}) => {
  const { page, id, said, reporter } = await atWork(newsroom);
  await database()
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(sessions.userId, reporter.id), isNull(sessions.endedAt)));
  await type(page, "Typed after the session’s end.");
  const overlay = page.getByRole("dialog", { name: "You are signed out" });
  await expect(overlay).toBeVisible();
  await expect(status(page)).toHaveText("Signed out: kept on this device");
  expect(await texts(id)).toEqual([""]);
  const signIn = async (person: Person) => {
    await overlay.getByLabel("Email").fill(person.email);
    await overlay.getByLabel("Password").fill(person.password);
    await overlay.getByRole("button", { name: "Sign in" }).click();
  };
  // Somebody else: nothing is saved under their name.
  const editor = await newsroom.person("editor");
  await signIn(editor);
  const other = page.getByRole("dialog", { name: `${editor.name} is signed in now` });
  await expect(other).toContainText(`offered to ${reporter.name}`);
  await expect(page.getByRole("status").filter({ hasText: "Not saved" })).toBeVisible();
  expect(await texts(id)).toEqual([""]);
  await other.getByRole("button", { name: `Sign in as ${reporter.name}` }).click();
  await signIn(reporter);
  await expectSaved(page);
  expect((await stored(id)).map(({ by }) => by)).toEqual([reporter.id, reporter.id]);
  await expect(storyIn(page)).toHaveText("Typed after the session’s end.");
  await expectStored(id, "Typed after the session’s end.");
  await expectAllTrue(said, id);
});

test("a paste of five hundred words is saved word for word", async ({ newsroom }) => {
  const { page, id, said } = await atWork(newsroom);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const paragraphs = Array.from({ length: 10 }, (_each, index) =>
    Array.from({ length: 50 }, (_word, at) => `word${index * 50 + at}`).join(" "),
  );
  await page.evaluate((text) => navigator.clipboard.writeText(text), paragraphs.join("\n\n"));
  await storyIn(page).click();
  await page.keyboard.press("Control+v");
  await expectStored(id, paragraphs.join("\n"));
  await expectSaved(page);
  await expectAllTrue(said, id);
});

test("a tab closed right after typing loses nothing: it is saved, or offered when the story is next opened", async ({
  newsroom,
}) => {
  const { page, id } = await atWork(newsroom);
  const context = page.context();
  await type(page, "Typed and gone.");
  await close(page);
  await expectStored(id, "Typed and gone.");
  const again = await context.newPage();
  await again.route(saves, (route) => route.abort("internetdisconnected"));
  await open(again, id);
  await expect(again.getByRole("dialog")).toHaveCount(0);
  await type(again, " Typed offline and gone.");
  await close(again);
  const third = await context.newPage();
  await third.goto(`/desk/stories/${id}`);
  const kept = third.getByRole("button", { name: "Go on with the kept text" });
  await expect
    .poll(async () => {
      // A save that was under way is finished without a question; words that no save held are offered.
      if (await kept.isVisible()) await kept.click();
      return texts(id);
    })
    .toContain("Typed and gone. Typed offline and gone.");
  await expect(storyIn(third)).toHaveText("Typed and gone. Typed offline and gone.");
});

/** Ways in which a browser keeps nothing. */
const noStorage: Readonly<Record<string, () => void>> = {
  "switched off": () => {
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("switched off", "SecurityError");
      },
    });
  },
  full: () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
};

for (const [how, without] of Object.entries(noStorage)) {
  test(`where the browser's storage is ${how}, the page says so and saves all the same`, async ({
    newsroom,
  }) => {
    const reporter = await newsroom.person("reporter");
    const { id } = await createStory(reporter);
    const page = await newsroom.signedIn(reporter);
    await page.addInitScript(without);
    await open(page, id);
    await page.route(saves, (route) => route.abort("internetdisconnected"));
    await type(page, "No copy here.");
    await expect(status(page)).toHaveText("Offline: this device keeps no copy, so leave this page open");
    await page.unroute(saves);
    await expectSaved(page);
    await expectStored(id, "No copy here.");
  });
}
