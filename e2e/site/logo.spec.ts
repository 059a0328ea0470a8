import sharp from "sharp";
import { expect, expectAccessible, test } from "../newsroom";
import { OwnNewsroom, trying } from "../own-newsroom";

const drawn = sharp({ create: { width: 1600, height: 400, channels: 4, background: "#8a1c2b00" } });

/** The paper is everybody's, and while it is looked at by other journeys its logo must not go: so it is one that nobody
 * else is in. */
test("an admin puts a logo in the masthead, and takes it away again", async ({ newsroom }) => {
  test.setTimeout(120_000);
  const own = new OwnNewsroom();
  try {
    await own.start();
    const desk = await trying(newsroom, own, "admin");
    await desk.goto("/desk/settings");
    const sent = { name: "logo.png", mimeType: "image/png", buffer: await drawn.png().toBuffer() };
    await desk.getByLabel("Logo file").setInputFiles(sent);
    await expect(desk.getByRole("img", { name: "The logo" })).toBeVisible();
    await expect(desk.getByRole("button", { name: "Use the name instead" })).toBeVisible();
    await expectAccessible(desk);

    const page = await newsroom.visitor({
      baseURL: own.origin,
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
    });
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
    const bytes = await (await page.request.get(file)).body();
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: "webp",
      width: 960,
      height: 240,
      hasAlpha: true,
    });
    const front = await (await page.request.get("/")).text();
    expect(front).toContain(`"url":"${new URL(file, own.origin).href}"`);

    // Another form of the same page still saves: it was moved on with the logo.
    await desk.getByRole("button", { name: "Use the name instead" }).click();
    await expect(desk.getByRole("button", { name: "Choose a logo" })).toBeVisible();
    expect((await page.request.get(file)).status()).toBe(404);
    await page.goto("/about");
    await expect(page.locator(".mast .name")).toHaveText(name ?? "");

    // What is no picture is refused in words.
    await desk
      .getByLabel("Logo file")
      .setInputFiles({ ...sent, buffer: Buffer.from("<svg onload='alert(1)'/>") });
    await expect(desk.getByRole("alert").filter({ hasText: "SVG" })).toBeVisible();
  } finally {
    await own.stop();
  }
});
