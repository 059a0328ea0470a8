import { policyNames } from "@/domain/paper";
import { localOf } from "@/domain/time";
import { callDirectly, refusalIn } from "../harm/direct-calls";
import { approvedStory, putOut } from "../live-story";
import { expect, expectAccessible, type Page, test, unique } from "../newsroom";
import { OwnNewsroom, trying } from "../own-newsroom";
import { newStory } from "../writing";

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

/** What the forms would send, each of them something that the server would take of an admin. */
const changes = {
  savePaper: { name: "The Saltby Herald", tagline: "", language: "de", zone: "Asia/Tokyo" },
  saveHouseRules: { quotationWords: 9, standfirstCharacters: 60 },
  saveAppeal: { lead: "", text: "", label: "", href: "", bar: "nowhere", end: "", every: 1, again: 0 },
  saveReplyRules: { taken: "", hold: "none", holdLinks: "", holdWords: "", openDays: "" },
  saveMastodonHosts: { servers: "chaos.example" },
  savePolicies: { policies: Object.fromEntries(policyNames.map((name) => [name, "None."])) },
};

/** Opens the settings, fills in one of their forms and saves it. */
async function setAs(admin: Page, title: string, fill: () => Promise<void>): Promise<void> {
  await admin.goto("/desk/settings");
  await fill();
  await admin.getByRole("button", { name: `Save ${title}`, exact: true }).click();
  await expect(admin.getByText("Saved. Readers see it now.")).toBeVisible();
}

/** The paper is everybody's, and here nearly all of it changes: so it is one that nobody else is in. */
test("what an admin decides for the paper holds on the site and the desk; nobody else can decide it", async ({
  newsroom,
}) => {
  test.setTimeout(120_000);
  // Behind a proxy, which tells it of one reader from another: from one machine replies come slowly.
  const own = new OwnNewsroom({ TRUST_PROXY: "1" });
  try {
    await own.start();
    const admin = await trying(newsroom, own, "admin");
    const editor = await trying(newsroom, own, "editor");
    const reporter = await trying(newsroom, own, "reporter");
    const reader = await newsroom.visitor({ baseURL: own.origin, javaScriptEnabled: false });
    const settings = async () =>
      (await own.ask<{ revision: number; paper: object }>("select * from settings"))[0];

    const before = await settings();
    for (const page of [editor, reporter]) {
      await page.goto("/desk/settings");
      await expect(page.getByText("Only an admin may do this.")).toBeVisible();
      await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
      await expect(page.getByRole("button", { name: /^Save/ })).toHaveCount(0);
      for (const [action, part] of Object.entries(changes)) {
        const given = [{ base: before?.revision, ...part }];
        const reply = await callDirectly(page.request, action, given, { story: "" }, own.origin);
        expect([action, refusalIn(reply)]).toEqual([action, "admins_only"]);
      }
    }
    expect(await settings()).toEqual(before);

    // Its name and tagline, its language and its zone. A scheduled story keeps its moment, and is told of in the new zone.
    const scheduled = async () =>
      (
        await own.ask<{ id: string; at: Date }>(
          "select id, scheduled_for as at from stories where scheduled_for is not null order by scheduled_for limit 1",
        )
      )[0];
    const due = await scheduled();
    if (!due) throw new Error("the demonstration newsroom has no scheduled story");
    await setAs(admin, "the paper", async () => {
      await admin.getByLabel("Name", { exact: true }).fill("The Saltby Herald");
      await admin.getByLabel("Tagline").fill("All that the tide brings");
      await admin.getByLabel("Language", { exact: true }).fill("de");
      await admin.getByLabel("Time zone").fill("Asia/Tokyo");
    });
    await reader.goto("/");
    await expect(reader.getByRole("heading", { level: 1, name: "The Saltby Herald" })).toBeVisible();
    await expect(reader.getByText("All that the tide brings")).toBeVisible();
    await expect(reader.locator("html")).toHaveAttribute("lang", "de");
    await expect(reader.locator("main time").first()).toHaveAttribute("title", /GMT\+9$/);
    expect(await (await reader.request.get("/feed.xml")).text()).toContain(
      "<title>The Saltby Herald</title>",
    );
    expect(await scheduled()).toEqual(due);
    await editor.goto(`/desk/stories/${due.id}/review`);
    await expect(editor.getByText(localOf(due.at, "Asia/Tokyo").slice(11)).first()).toBeVisible();
    const draft = await newStory(reporter);
    expect(await own.ask("select language from stories where id = $1", draft)).toEqual([{ language: "de" }]);

    // Policies: one is rewritten, one is taken away.
    await setAs(admin, "policies", async () => {
      await admin.getByLabel("Ethics").fill("We pay for our own tea.");
      await admin.getByLabel("Who owns us").fill("");
    });
    await reader.goto("/about/ethics");
    await expect(reader.getByText("We pay for our own tea.")).toBeVisible();
    await expect(reader.getByRole("link", { name: "How we correct" }).first()).toBeVisible();
    await expect(reader.getByRole("link", { name: "Who owns us" })).toHaveCount(0);

    // House rules: what was warned about stands in the way of a story that could have been published.
    const [ready] = await own.ask<{ id: string; revision: number }>(
      "select id, revision from stories where stage = 'approved' and embargo_until is null limit 1",
    );
    if (!ready) throw new Error("the demonstration newsroom has no approved story");
    const publish = editor.getByRole("button", { name: "Publish", exact: true });
    await editor.goto(`/desk/stories/${ready.id}/review`);
    await expect(publish).not.toHaveAttribute("aria-disabled", "true");
    await setAs(admin, "house rules", async () => {
      await admin.getByLabel("Characters in a standfirst").fill("60");
      await admin.getByText("How heavily each check weighs").click();
      await admin.getByLabel("The length of the standfirst").selectOption("Stands in the way");
    });
    await editor.reload();
    await expect(editor.getByText(/search results cut at 60$/).first()).toBeVisible();
    await expect(publish).toHaveAttribute("aria-disabled", "true");
    const tried = await callDirectly(editor.request, "publish", [ready], { story: ready.id }, own.origin);
    expect(refusalIn(tried)).toBe("blocked_by_checks");

    // The appeal for support.
    await setAs(admin, "appeal for support", async () => {
      await admin.getByLabel("Lead", { exact: true }).fill("The tide pays nobody.");
      await admin.getByLabel("Words on the button").fill("Chip in");
      await admin.getByLabel("Leads to").fill("https://pay.example/herald");
      await admin.getByLabel("As a bar").selectOption("Above every page");
      await admin.getByLabel("As a panel at the end of stories").uncheck();
    });
    const [live] = await own.ask<{ address: string }>(
      "select address from publications where withdrawn_at is null order by published_at desc limit 1",
    );
    const address = live?.address ?? "";
    for (const path of ["/about", address]) {
      await reader.goto(path);
      const bar = reader.getByRole("complementary", { name: "Support us", exact: true });
      await expect(bar.getByText("The tide pays nobody.")).toBeVisible();
      await expect(reader.getByRole("complementary", { name: "Support us, at the end" })).toHaveCount(0);
      const href = (await bar.getByRole("link", { name: "Chip in" }).getAttribute("href")) ?? "";
      const led = await reader.request.get(href, { maxRedirects: 0 });
      expect(led.headers().location).toBe("https://pay.example/herald");
    }

    // Replies are shown at once, but for those with a word that an admin listed; then stories take none.
    await setAs(admin, "replies", async () => {
      await admin.getByLabel("Before readers see them").selectOption("Replies are shown at once");
      await admin.getByLabel("A reply with one of these words always waits").fill("eel*");
    });
    const from = (nth: number) => ({ "x-forwarded-for": `203.0.113.${nth}` });
    const reply = async (text: string, nth: number) => {
      await reader.setExtraHTTPHeaders(from(nth));
      await reader.goto(address);
      await reader.getByRole("textbox", { name: "Reply" }).fill(text);
      await reader.getByRole("textbox", { name: "Name" }).fill("A reader");
      await reader.getByRole("textbox", { name: "Email" }).fill(`reader-${nth}@readers.example`);
      await reader.getByRole("button", { name: "Send reply" }).click();
    };
    await reply("You are all eels.", 1);
    await expect(reader.getByText(/reads it before/i).first()).toBeVisible();
    await reply("More about eels.", 4);
    await expect(reader.getByText(/reads it before/i).first()).toBeVisible();
    await reply("Well asked, all of it.", 2);
    await expect(reader.getByText("Well asked, all of it.")).toBeVisible();
    await expect(reader.getByText("You are all eels.")).toHaveCount(0);
    await editor.goto("/desk/replies");
    const held = editor.getByRole("listitem").filter({ hasText: "You are all eels." });
    await expect(held.getByText("Has a listed word")).toBeVisible();

    // Many at once are moved from where each stands, and go back there; how many wait is told as it is.
    const other = editor.getByRole("listitem").filter({ hasText: "More about eels." });
    const waiting = (count: number) =>
      expect(editor.getByRole("link", { name: `Held ${count}`, exact: true })).toBeVisible();
    // Two of the demonstration wait beside these two.
    await waiting(4);
    await other.getByRole("button", { name: "Refuse the reply by A reader" }).click();
    await waiting(3);
    for (const each of [held, other]) await each.getByRole("checkbox").check();
    const showTicked = editor.getByRole("button", { name: "Show ticked (2)" });
    await showTicked.press("Enter");
    for (const each of [held, other]) await expect(each.getByText("Shown", { exact: true })).toBeVisible();
    await waiting(2);
    await editor.getByRole("button", { name: "Undo" }).press("Enter");
    await expect(held.getByText("Held", { exact: true })).toBeVisible();
    await expect(other.getByText("Refused", { exact: true })).toBeVisible();
    await waiting(3);
    const story = (await reader.locator("input[name=story]").getAttribute("value")) ?? "";
    await setAs(admin, "replies", () => admin.getByLabel("Stories take replies").uncheck());
    await reader.goto(address);
    await expect(reader.getByRole("textbox", { name: "Reply" })).toHaveCount(0);
    const form = { story, reply: "Too late.", name: "A reader", email: "reader-3@readers.example" };
    const late = { headers: { origin: own.origin, ...from(3) }, form };
    const refused = await reader.request.post("/replies", late);
    expect(refused.status()).toBe(403);
    expect(await refused.text()).toContain("This story takes no more replies");

    // Embeds: a post of a server that is not listed is refused in the text, and taken once it is.
    const post = "https://chaos.example/@quay/109501234567890123";
    const embed = async () => {
      await reporter.goto(`/desk/stories/${draft}`);
      await reporter.getByRole("textbox", { name: "Story" }).click();
      await reporter.keyboard.press("Control+Alt+KeyK");
      const dialog = reporter.getByRole("dialog");
      await dialog.getByLabel("Address").fill(post);
      await dialog.getByRole("button", { name: "Put it in" }).click();
    };
    await embed();
    await expect(reporter.getByText(/leads to no single video/)).toBeVisible();
    await setAs(admin, "embeds", () => admin.getByLabel("Mastodon servers").fill("chaos.example"));
    await embed();
    await expect(reporter.getByRole("link", { name: "Post on Mastodon" })).toBeVisible();
  } finally {
    await own.stop();
  }
});
