import { expect, expectAccessible, test } from "../newsroom";
import { OwnNewsroom } from "../own-newsroom";

test("when a server says that it is alive and does not confirm in time, the editor is told, and by no passing word", async ({
  newsroom,
}) => {
  test.setTimeout(180_000);
  const own = new OwnNewsroom();
  try {
    await own.start();
    const [story] = await own.ask<{ id: string }>(
      "select id from stories where stage = 'approved' and embargo_until is null limit 1",
    );
    const page = await newsroom.visitor();
    await page.goto(`${own.origin}/desk/sign-in`);
    await page.getByRole("button", { name: "Try it as editor" }).click();
    await page.waitForURL(/\/desk\/?$/);
    await page.goto(`${own.origin}/desk/stories/${story?.id}/review`);
    // A server of the list that is heard of all the while and carries nothing out.
    await own.ask(
      `insert into instances (id, started_at, heartbeat_at, applied_purge)
       values (gen_random_uuid(), now(), now() + interval '1 hour', 0)`,
    );
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const published = page.getByRole("status").filter({ hasText: "Published." });
    await expect(published).toContainText("One server has not confirmed in time");
    await expect(published.getByRole("link")).toHaveAttribute("href", /^\/[\w-]+\/[\w-]+$/);
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await page.getByLabel("Why, on file").fill("A name was wrong.");
    await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
    const withdrawn = page.getByRole("status").filter({ hasText: "Withdrawn." });
    await expect(withdrawn).toContainText("One server has not confirmed in time and may show it");
    await expectAccessible(page);
    // Its link leads to what readers get.
    const address = await withdrawn.getByRole("link").getAttribute("href");
    expect((await page.request.get(own.origin + address)).status()).toBe(410);

    await own.ask("delete from instances where heartbeat_at > now() + interval '1 minute'");
    await page.getByRole("button", { name: "Put back", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Put back" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Put back." })).toContainText(
      "Readers see it again at",
    );
  } finally {
    await own.stop();
  }
});
