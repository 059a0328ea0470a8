import sharp from "sharp";
import { makePreviewLink } from "@/db/write-previews";
import { initialsOf } from "@/domain/initials";
import { approvedStory, putOut } from "../live-story";
import { expect, expectAccessible, test } from "../newsroom";

/** A photograph from a telephone that knows where it was taken, and by whom. */
const portrait = () =>
  sharp({ create: { width: 900, height: 1200, channels: 3, background: "#a87650" } })
    .withExif({ IFD0: { Artist: "CANARY-ARTIST" }, IFD3: { GPSMapDatum: "CANARY-PLACE" } })
    .jpeg()
    .toBuffer();

test("an author's picture stands beside the byline, small and stripped, and goes when it is taken away", async ({
  newsroom,
  request,
}) => {
  const reporter = await newsroom.person("reporter");
  const desk = await newsroom.signedIn(reporter);
  await desk.goto("/desk/account");
  const buffer = new Uint8Array(await portrait());
  expect(new TextDecoder("latin1").decode(buffer)).toContain("CANARY");
  await desk
    .getByLabel("Your picture", { exact: true })
    .and(desk.locator("input"))
    .setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: Buffer.from(buffer) });
  const own = desk.getByRole("img", { name: "What readers see of you" });
  await expect(own).toBeVisible();
  await expectAccessible(desk);
  const file = (await own.getAttribute("src"))?.replace("/desk", "") ?? "";
  // Nobody has read anything of this author yet.
  expect((await request.get(file)).status()).toBe(404);

  const story = await approvedStory(newsroom, { reporter });
  // Whoever is sent a link to look before sees it as readers will.
  const link = await makePreviewLink(story.editor, story.id, { label: "", hours: 1 });
  if (!link.ok) throw new Error(link.why);
  const early = await newsroom.visitor();
  await early.goto(`/desk/preview/${link.value.token}`);
  const previewed = early.locator(".by img");
  await expect(previewed).toBeVisible();
  expect(await previewed.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(160);
  expect((await request.get(file)).status()).toBe(404);

  const address = await putOut(story);
  const page = await newsroom.visitor({ viewport: { width: 390, height: 844 } });
  for (const shown of [address, `/by/${reporter.slug}`]) {
    await page.goto(shown);
    const face = page.locator(`main img[src="${file}"]`);
    await expect(face).toBeVisible();
    await expect(face).toHaveCSS("border-radius", "50%");
    expect(await face.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.alt])).toEqual([160, ""]);
    await expectAccessible(page);
  }
  const bytes = await (await request.get(file)).body();
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 160, height: 160 });
  expect(bytes.toString("latin1")).not.toContain("CANARY");

  await desk.getByRole("button", { name: "Take it away" }).click();
  await expect(own).toHaveCount(0);
  expect((await request.get(file)).status()).toBe(404);
  await page.goto(address);
  await expect(page.locator(".by .initials")).toHaveText(initialsOf(reporter.name));
});
