import sharp from "sharp";
import { expect, expectAccessible, test } from "../newsroom";

const drawn = sharp({ create: { width: 1600, height: 400, channels: 4, background: "#8a1c2b00" } });

/** The paper is everybody's, so all that is done to it here is told of one page that is asked for past every cache. */
test("an admin puts a logo in the masthead, and takes it away again", async ({ newsroom, request }) => {
  const desk = await newsroom.signedIn(await newsroom.person("admin"));
  await desk.goto("/desk/settings");
  const sent = { name: "logo.png", mimeType: "image/png", buffer: await drawn.png().toBuffer() };
  await desk.getByLabel("Logo file").setInputFiles(sent);
  await expect(desk.getByRole("img", { name: "The logo" })).toBeVisible();
  await expect(desk.getByRole("button", { name: "Use the name instead" })).toBeVisible();
  await expectAccessible(desk);

  const page = await newsroom.visitor({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await page.goto("/about");
  const name = await page.locator(".mast .name").getByRole("img").getAttribute("alt");
  expect(name).toBeTruthy();
  const logo = page
    .getByRole("link", { name: name ?? "" })
    .first()
    .getByRole("img");
  await expect(logo).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  const file = (await logo.getAttribute("src")) ?? "";
  const bytes = await (await request.get(file)).body();
  expect(await sharp(bytes).metadata()).toMatchObject({
    format: "webp",
    width: 960,
    height: 240,
    hasAlpha: true,
  });
  const front = await (await request.get("/")).text();
  expect(front).toContain(`"url":"${new URL(file, process.env.BASE_URL).href}"`);

  // Another form of the same page still saves: it was moved on with the logo.
  await desk.getByRole("button", { name: "Use the name instead" }).click();
  await expect(desk.getByRole("button", { name: "Choose a logo" })).toBeVisible();
  expect((await request.get(file)).status()).toBe(404);
  await page.goto("/about");
  await expect(page.locator(".mast .name")).toHaveText(name ?? "");

  // What is no picture is refused in words.
  await desk
    .getByLabel("Logo file")
    .setInputFiles({ ...sent, buffer: Buffer.from("<svg onload='alert(1)'/>") });
  await expect(desk.getByRole("alert").filter({ hasText: "SVG" })).toBeVisible();
});
