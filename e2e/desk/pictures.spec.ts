import { eq } from "drizzle-orm";
import sharp from "sharp";
import { database } from "@/db/client";
import { media } from "@/db/schema/media";
import { pictureUses } from "@/db/schema/stories";
import { expect, expectAccessible, expectSaved, type Page, test, unique } from "../newsroom";
import { newStory, type } from "../writing";

const chooser = (page: Page) => page.getByRole("dialog", { name: "Choose a picture" });

/** A picture that no other test has: its colour is its own. */
const drawn = (seed: number) =>
  sharp({
    create: {
      width: 900,
      height: 600,
      channels: 3,
      background: { r: seed % 256, g: (seed >> 8) % 256, b: 120 },
    },
  })
    .png()
    .toBuffer();

async function sendFrom(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByRole("button", { name: "Picture", exact: true }).click();
  await chooser(page).locator("input[type=file]").setInputFiles(file);
}

test("a picture is sent with its progress shown, worded, cropped by keys, found again and used anew", async ({
  newsroom,
}) => {
  test.setTimeout(120_000);
  const page = await newsroom.signedIn(await newsroom.person("reporter"));
  const id = await newStory(page);
  await type(page, "The boats came in.");

  // What cannot be taken is said in words, and nothing is put into the text.
  await sendFrom(page, {
    name: "drawing.png",
    mimeType: "image/png",
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  });
  await expect(page.getByRole("alert").filter({ hasText: "SVG" })).toBeInViewport();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "SVG" })).toBeHidden();

  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/desk/media", async (route) => {
    await arrived;
    await route.continue();
  });
  await sendFrom(page, { name: "quay.png", mimeType: "image/png", buffer: await drawn(Date.now()) });
  await expect(page.getByRole("progressbar", { name: "Sending quay.png" })).toBeVisible();
  // One goes on writing meanwhile.
  await type(page, " They were late.");
  arrive();
  const alt = unique("Three boats at the quay");
  await page.getByRole("textbox", { name: "Alt text" }).fill(alt);
  await page.getByRole("textbox", { name: "Credit" }).fill("Ada Quist");
  await page.getByRole("textbox", { name: "Caption" }).fill("The boats on Monday; the boats were late.");
  await expectAccessible(page);

  // Words are found in a caption too, and taken back in one step with those of the text.
  await page.keyboard.press("Control+f");
  const find = page.getByRole("search", { name: "Find and replace" });
  await find.getByLabel("Find", { exact: true }).fill("the boats");
  await expect(find.getByRole("status")).toHaveText("1 of 1, 2 in the words of pictures.");
  await find.getByLabel("Replace with").fill("The trawlers");
  await find.getByRole("button", { name: "Replace all" }).click();
  await expect(page.getByRole("textbox", { name: "Caption" })).toHaveValue(
    "The trawlers on Monday; The trawlers were late.",
  );
  await find.getByRole("button", { name: "Close" }).click();
  await page.getByRole("textbox", { name: "Story" }).focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("textbox", { name: "Caption" })).toHaveValue(
    "The boats on Monday; the boats were late.",
  );
  await expect(page.getByRole("textbox", { name: "Story" })).toContainText(
    "The boats came in. They were late.",
  );
  await expectSaved(page);

  await page.getByRole("button", { name: "Focal point" }).click();
  const crop = page.getByRole("dialog", { name: "Focal point" });
  await crop.getByRole("button", { name: /^Focal point: 50% from the left/ }).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowUp");
  await expectAccessible(page);
  await crop.getByRole("button", { name: "Set focal point" }).click();
  await expect(crop).toBeHidden();
  const [kept] = await database()
    .select({ id: media.id, x: media.focalX, y: media.focalY })
    .from(media)
    .innerJoin(pictureUses, eq(pictureUses.mediaId, media.id))
    .where(eq(pictureUses.storyId, id));
  if (!kept) throw new Error("the story is not down as one that shows a picture");
  expect(kept.x).toBeGreaterThan(0.5);
  expect(kept.y).toBeLessThan(0.5);

  // Its words go into the library with the first story that is published; until then they are given there.
  await page.goto(`/desk/pictures/${kept.id}`);
  await page.getByRole("textbox", { name: "Alt text" }).fill(alt);
  await page.getByRole("textbox", { name: "Credit" }).fill("Ada Quist");
  await page.getByRole("button", { name: "Save picture" }).click();
  await expect(page.getByRole("button", { name: "Save picture" })).toBeEnabled();
  await expect(page.getByRole("listitem").filter({ hasText: "Untitled" })).toContainText("Draft");
  await newStory(page);
  await type(page, "Another story.");
  await page.getByRole("button", { name: "Picture", exact: true }).click();
  await expect(chooser(page).getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(alt);
  await chooser(page).getByRole("button", { name: alt }).click();
  await expect(page.getByRole("textbox", { name: "Alt text" })).toHaveValue(alt);
  await expectSaved(page);
  await page.goto(`/desk/pictures/${kept.id}`);
  await expect(page.getByRole("listitem").filter({ hasText: "Draft" })).toHaveCount(2);
});
