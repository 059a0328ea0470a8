import type { Words } from "@/domain/words";
import { expect, type Page, test } from "../newsroom";
import { OwnNewsroom } from "../own-newsroom";
import { type } from "../writing";
import { listenForSaved, plain, type Said } from "./saved-words";

const saves = /\/desk\/stories\/[^/]+\/text$/;

/** Types on, and strikes at the moment when a save goes out. */
async function typeUnder(page: Page, words: string, strike: () => void | Promise<void>): Promise<void> {
  const sent = page.waitForRequest(saves);
  await type(page, words);
  await sent;
  await strike();
}

/** Waits until the page itself says that exactly these words are saved. */
async function expectHealed(said: readonly Said[], text: string): Promise<void> {
  await expect.poll(() => said.at(-1)?.text, { timeout: 45_000 }).toBe(text);
}

test("no text that was shown as saved is lost when the server and the database are killed, and the page heals by itself", async ({
  newsroom,
}) => {
  test.setTimeout(180_000);
  const own = new OwnNewsroom();
  try {
    await own.start();
    const page = await newsroom.visitor();
    const said = await listenForSaved(page);
    await page.goto(`${own.origin}/desk/sign-in`);
    await page.getByRole("button", { name: "Try it as reporter" }).click();
    await page.waitForURL(/\/desk\/?$/);
    await page.getByRole("button", { name: /^New story/ }).click();
    await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("textbox", { name: "Story" })).toBeVisible();
    const id = page.url().split("/").at(-1) ?? "";

    const server = own.server();
    await typeUnder(page, "The server.", () => void process.kill(server, "SIGKILL"));
    await type(page, " Down.");
    await expectHealed(said, "The server. Down.");
    expect(own.server()).not.toBe(server);

    const postmaster = await own.postmaster();
    await typeUnder(page, " The database.", () => void process.kill(postmaster, "SIGKILL"));
    await type(page, " Down too.");
    await expectHealed(said, "The server. Down. The database. Down too.");
    expect(await own.postmaster()).not.toBe(postmaster);

    await typeUnder(page, " All of it.", () => own.killAll());
    await type(page, " And back.");
    await expect(
      page.getByText(/^(Offline|The newsroom does not answer): kept on this device/),
    ).toBeVisible();
    await own.start();
    await expectHealed(said, "The server. Down. The database. Down too. All of it. And back.");

    const rows = await own.ask<{ number: number; words: Words }>(
      "select number, words from revisions where story_id = $1 and kind <> 'branch'",
      id,
    );
    const kept = new Map(rows.map(({ number, words }) => [number, plain(words)]));
    for (const { revision, text } of said) expect(kept.get(revision)).toBe(text);
    expect(await own.ask("select 1 from revisions where story_id = $1 and kind = 'branch'", id)).toEqual([]);
  } finally {
    await own.stop();
  }
});
