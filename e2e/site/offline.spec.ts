import { approvedStory, correctHeadline, putOut, takeBack } from "../live-story";
import { expect, expectAccessible, type Page, test } from "../newsroom";

/** The addresses that the browser keeps for readers without a network. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });

async function read(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect.poll(() => kept(page)).toContain(address);
}

test("the stories read last can be read without a network, and never hide what became of them", async ({
  newsroom,
}) => {
  const [first, second] = [await approvedStory(newsroom), await approvedStory(newsroom)];
  const addresses = [await putOut(first), await putOut(second)] as const;
  const page = await newsroom.visitor();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  // The first was read before there was a worker.
  await read(page, addresses[0]);
  await read(page, addresses[1]);

  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(second.headline);
  const says = page.getByText("You are offline. This is the story as you read it on");
  await expect(says).toBeVisible();
  await expect(page.locator("main > div").filter({ has: says })).toHaveCSS("padding", "18px 20px");
  // Its styles are kept too.
  await expect(page.getByRole("main")).toHaveCSS("max-width", "1180px");
  await page.goto("/said");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are offline");
  const list = page.getByRole("main").getByRole("listitem");
  await expect(list).toHaveText([second.headline, first.headline]);
  await expectAccessible(page);
  await list.getByRole("link", { name: first.headline }).click();
  await expect(page.getByText(`${first.words}.`)).toBeVisible();

  await page.context().setOffline(false);
  await correctHeadline(first, "Ferry ran aground on the mole");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ferry ran aground on the mole");
  await expect(page.getByText("You are offline.")).toHaveCount(0);
  await takeBack(second);
  await page.goto(addresses[1]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This story has been withdrawn");
  await expect.poll(() => kept(page)).not.toContain(addresses[1]);
  await page.context().setOffline(true);
  await page.goto(addresses[1]);
  await expect(list).toHaveText(["Ferry ran aground on the mole"]);
  await page.getByRole("button", { name: "Forget these stories" }).click();
  await expect(page.getByText("None is kept here yet.")).toBeVisible();
  await page.goto(addresses[0]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are offline");
  expect(complaints).toEqual([]);
});

test("nothing of the desk is kept by it, or answered without a network", async ({ newsroom }) => {
  const story = await approvedStory(newsroom);
  const address = await putOut(story);
  const desk = await newsroom.signedIn(story.editor);
  await read(desk, address);
  await desk.goto(`/desk/stories/${story.id}/review`);
  await expect(desk.getByRole("heading", { name: story.headline }).first()).toBeVisible();
  await desk.goto("/desk");
  expect((await kept(desk)).filter((each) => /^\/(desk|api)/.test(each))).toEqual([]);
  await desk.context().setOffline(true);
  await expect(desk.goto("/desk")).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});
