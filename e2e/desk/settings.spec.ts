import { callDirectly, refusalIn } from "../harm/direct-calls";
import { approvedStory, putOut } from "../live-story";
import { expect, expectAccessible, test, unique } from "../newsroom";

test("an admin renames a section, and readers are led from its old address; nobody else can", async ({
  newsroom,
  request,
}) => {
  const story = await approvedStory(newsroom);
  const { section, editor } = story;
  const address = await putOut(story);
  const name = unique("Waterfront");
  const given = [{ heading: "section", id: section.id, name }];

  const desk = await newsroom.signedIn(editor);
  await desk.goto("/desk/settings");
  await expect(desk.getByText("Only an admin may do this.")).toBeVisible();
  await expect(desk.getByRole("link", { name: "Settings" })).toHaveCount(0);
  const reply = await callDirectly(desk.request, "renameHeadingTo", given, { story: "" });
  expect(refusalIn(reply)).toBe("admins_only");
  expect((await request.get(`/${section.slug}`)).status()).toBe(200);

  const admin = await newsroom.signedIn(await newsroom.person("admin"));
  await admin.goto("/desk/settings");
  await admin.getByLabel(`Name of ${section.name}`, { exact: true }).fill(name);
  await admin.getByRole("button", { name: `Rename ${section.name}`, exact: true }).click();
  await expect(admin.getByLabel(`Name of ${name}`, { exact: true })).toBeVisible();
  await expectAccessible(admin);
  for (const old of [`/${section.slug}`, address, `/${section.slug}/feed.xml`]) {
    const led = await request.get(old, { maxRedirects: 0 });
    expect([old, led.status()]).toEqual([old, 308]);
    const now = new URL(led.headers().location ?? "", process.env.BASE_URL).pathname;
    expect(now).toMatch(/^\/waterfront-/);
    expect((await request.get(now, { maxRedirects: 0 })).status()).toBe(200);
  }
});
