import { createStory } from "@/db/write-story";
import { expect, expectSaved, test } from "../newsroom";
import { type } from "../writing";
import { expectAllTrue, expectStored, listenForSaved, plain, stored } from "./saved-words";
import { Wire } from "./wire";

test("over a line that is cut, slowed and loses answers, every word arrives once and none is a conflict", async ({
  newsroom,
}) => {
  const reporter = await newsroom.person("reporter");
  const { id } = await createStory(reporter);
  const wire = await Wire.to(process.env.BASE_URL ?? "");
  try {
    const page = await newsroom.visitor();
    const said = await listenForSaved(page);
    await page.goto(`${wire.origin}/desk/sign-in`);
    await page.getByLabel("Email").fill(reporter.email);
    await page.getByLabel("Password").fill(reporter.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/desk\/?$/);
    await page.goto(`${wire.origin}/desk/stories/${id}`);
    await expectSaved(page);
    const status = page.getByRole("status").filter({ hasText: /sav|kept|Offline/i });

    // Committed, and never heard of: the repeat is the same save.
    wire.loseAnswersTo(/^PUT \S+\/text /);
    await type(page, "Committed unheard.");
    await expectStored(id, "Committed unheard.");
    await expect.poll(() => wire.lost).toBeGreaterThan(1);
    await expect(status).not.toHaveText(/^✓?\s*Saved/);
    wire.mend();
    await expectSaved(page);
    expect((await stored(id)).map(({ kind, words }) => [kind, plain(words)])).toEqual([
      ["created", ""],
      ["autosave", "Committed unheard."],
    ]);

    wire.cut();
    await type(page, " Cut off.");
    await expect(status).toHaveText("Offline: kept on this device");
    expect((await stored(id)).map(({ words }) => plain(words))).not.toContain("Committed unheard. Cut off.");
    wire.mend();
    await expectStored(id, "Committed unheard. Cut off.");
    await expectSaved(page);

    wire.slow(700);
    await type(page, " Slow");
    await expect(status).toHaveText("Saving…");
    await type(page, " and on.");
    wire.mend();
    await expectStored(id, "Committed unheard. Cut off. Slow and on.");
    await expectSaved(page);

    expect((await stored(id)).filter(({ kind }) => kind === "branch")).toEqual([]);
    await expectAllTrue(said, id);
  } finally {
    await wire.close();
  }
});
