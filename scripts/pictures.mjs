// Takes the pictures that the README shows, from the demonstration newsroom in the production build.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { checkNode, installDependencies } from "./dependencies.mjs";
import { removeEmbeddedPostgres } from "./embedded-postgres.mjs";
import { root } from "./folders.mjs";
import { startNewsroom } from "./newsroom.mjs";
import { asOwnNewsroom } from "./own-newsroom.mjs";
import { runCommand, say } from "./say.mjs";

const folder = await asOwnNewsroom("pictures");
const out = join(root, "docs/pictures");

await runCommand(async () => {
  checkNode();
  await installDependencies();
  const executablePath = await findChromium();
  await removeEmbeddedPostgres(folder);
  const newsroom = await startNewsroom();
  try {
    mkdirSync(out, { recursive: true });
    await takePictures(newsroom.configuration.origin, executablePath);
  } finally {
    await newsroom.stop();
    await removeEmbeddedPostgres(folder);
  }
  return 0;
});

async function takePictures(origin, executablePath) {
  const { chromium } = await import("playwright");
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  const reader = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
  await reader.goto(origin);
  await shoot(reader, "front");
  await reader.locator("main h2 a").first().click();
  await shoot(reader, "story");
  const desk = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await desk.goto(`${origin}/desk/sign-in`);
  await desk.getByRole("button", { name: "Try it as editor" }).click();
  await desk.waitForURL(/\/desk$/);
  await shoot(desk, "board");
  await desk
    .getByRole("link", { name: /running down the clock/ })
    .first()
    .click();
  await desk.waitForURL(/\/desk\/stories\//);
  const id = new URL(desk.url()).pathname.split("/")[3];
  await desk.goto(`${origin}/desk/stories/${id}`);
  await desk.getByRole("textbox", { name: "Story" }).waitFor();
  await shoot(desk, "editor");
  await desk.goto(`${origin}/desk/stories/${id}/review`);
  await desk.getByText("Before it can be approved").waitFor();
  await shoot(desk, "review");
  await browser.close();
}

async function shoot(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(out, `${name}.png`) });
  say(`docs/pictures/${name}.png`);
}
