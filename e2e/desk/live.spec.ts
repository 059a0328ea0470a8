import { expect, test, unique } from "../newsroom";
import { newStory } from "../writing";

test("where no stream of events comes through, the board asks: another's change shows with no reload", async ({
  newsroom,
}) => {
  const [one, other] = [await newsroom.person("editor"), await newsroom.person("reporter")];
  const [desk, writing] = [await newsroom.signedIn(one), await newsroom.signedIn(other)];
  let streams = 0;
  await desk.route("**/desk/live", (route) => {
    if (!/text\/event-stream/.test(route.request().headers().accept ?? "")) return route.continue();
    streams += 1;
    return route.abort();
  });
  await desk.goto("/desk");
  await expect(desk.locator('[data-live="polling"]')).toBeAttached();
  await desk.evaluate(() => Object.assign(window, { sameDocument: true }));

  const headline = unique("Ferry pier closes");
  await newStory(writing);
  await writing.getByRole("textbox", { name: "Headline" }).fill(headline);
  await expect(desk.getByRole("link", { name: headline })).toBeVisible();
  await writing.getByRole("textbox", { name: "Headline" }).fill(`${headline} for good`);
  await expect(desk.getByRole("link", { name: `${headline} for good` })).toBeVisible();
  expect(streams).toBeGreaterThan(0);
  expect(await desk.evaluate(() => "sameDocument" in window)).toBe(true);

  // Once streams come through again it listens, and asks no more.
  await desk.unroute("**/desk/live");
  await expect(desk.locator('[data-live="live"]')).toBeAttached({ timeout: 30_000 });
});
