import { expect, expectAccessible, type Page, test, unique } from "../newsroom";
import { selectOnSheet, writeAndSend } from "../writing";

const column = (page: Page, name: RegExp) => page.getByRole("region", { name });

test("editors are in control: a live board carried by keys, suggested words, a link for outside, the trail", async ({
  newsroom,
}) => {
  test.setTimeout(150_000);
  const [reporter, editor, section] = [
    await newsroom.person("reporter"),
    await newsroom.person("editor"),
    await newsroom.section(),
  ];
  const headline = unique("Ferry pier closes");
  const [writing, desk] = [await newsroom.signedIn(reporter), await newsroom.signedIn(editor)];
  await desk.goto(`/desk?section=${section.slug}`);
  await expect(desk.locator('[data-live="live"]')).toBeAttached();

  // The board hears of it by itself: nothing is reloaded here.
  const id = await writeAndSend(writing, {
    headline,
    standfirst: "The pier is closed until spring.",
    section: section.name,
    spoken: { words: "“We had no choice but to close it,”", speaker: unique("Ada Quist") },
  });
  const card = (stage: RegExp) => column(desk, stage).getByRole("link", { name: headline });
  await expect(card(/^In review/)).toBeVisible();
  await card(/^In review/).focus();
  await desk.keyboard.press("m");
  await desk.keyboard.press("ArrowRight");
  await expect(desk.getByText("Approved: press Enter to move it there.")).toBeVisible();
  await desk.keyboard.press("ArrowRight");
  await expect(desk.getByText("No one step leads from in review to scheduled.").first()).toBeVisible();
  await expectAccessible(desk);
  await desk.keyboard.press("ArrowLeft");
  await desk.keyboard.press("Enter");
  await expect(card(/^Approved/)).toBeVisible();

  // By hand into drafting: the form that asks for a note opens, and nothing has moved yet.
  await column(desk, /^Approved/)
    .locator("[data-card]")
    .dragTo(column(desk, /^Drafting/));
  await expect(desk.getByRole("dialog", { name: "Send back" })).toBeVisible();
  await desk.keyboard.press("Escape");
  await expect(card(/^Approved/)).toBeVisible();

  // The reporter is told why, and the direct way is shut too.
  await writing.goto("/desk");
  await column(writing, /^Approved/)
    .getByRole("link", { name: headline })
    .focus();
  for (const key of ["m", "ArrowRight", "ArrowRight"]) await writing.keyboard.press(key);
  await expect(writing.getByText("Only an editor may do this.").first()).toBeVisible();

  // Other words: suggested by the editor, in the text only once the author accepts them.
  await desk.goto(`/desk/stories/${id}/review`);
  await selectOnSheet(desk, "on Monday");
  await desk.getByRole("button", { name: "Suggest other words" }).click();
  await desk.getByLabel("Other words").fill("on Tuesday night");
  await desk.getByRole("button", { name: "Suggest", exact: true }).click();
  await expect(desk.getByRole("region", { name: "Suggestion for “on Monday”" })).toBeVisible();
  await writing.goto(`/desk/stories/${id}/review`);
  await expect(writing.locator("[data-sheet]")).toContainText("The council met on Monday.");
  await writing.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(writing.locator("[data-sheet]")).toContainText("The council met on Tuesday night.");
  await expect(desk.getByText("In review").first()).toBeVisible();
  await expect(desk.locator("[data-sheet]")).toContainText("The council met on Tuesday night.");
  await expectAccessible(desk);

  // A link for somebody outside, taken back.
  await expect(writing.getByRole("button", { name: "Make a preview link" })).toHaveCount(0);
  await desk.getByLabel("Link for").fill("The lawyer");
  await desk.getByRole("button", { name: "Make a preview link" }).click();
  const address = await desk.getByRole("link", { name: /\/desk\/preview\// }).getAttribute("href");
  const outside = await newsroom.visitor({ javaScriptEnabled: false });
  const shown = await outside.goto(address ?? "");
  expect(shown?.headers()["cache-control"]).toContain("no-store");
  await expect(outside.getByRole("heading", { level: 1 })).toHaveText(headline);
  await expect(outside.locator('meta[name="robots"]').first()).toHaveAttribute("content", /noindex/);
  // The lawyer prints it.
  await outside.emulateMedia({ media: "print" });
  await expect(outside.getByRole("heading", { level: 1 })).toBeVisible();
  await outside.emulateMedia({ media: "screen" });
  await desk.getByRole("button", { name: "Take back" }).click();
  await expect(desk.getByText("taken back")).toBeVisible();
  await outside.reload();
  await expect(outside.getByText(/has run out or was taken back/)).toBeVisible();

  // All of it stands in the trail, which a reporter may not read.
  await desk.goto(`/desk/trail?story=${id}`);
  await expect(desk.getByText("made a preview link: “The lawyer”")).toBeVisible();
  await expect(desk.getByText("made a change that lapsed the approval")).toBeVisible();
  const csv = await desk.request.get(`/desk/trail/export?story=${id}`);
  expect(await csv.text()).toContain("preview_revoked");
  await writing.goto("/desk/trail");
  await expect(writing.getByText("Only an editor may do this.")).toBeVisible();
  expect((await writing.request.get("/desk/trail/export")).status()).toBe(403);
});
