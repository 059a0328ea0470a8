import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { corrections, publications } from "@/db/schema/publications";
import { sources } from "@/db/schema/sources";
import { offRecordVerbatims } from "@/db/stories/records";
import { expect, expectAccessibleInBoth, ofDemonstration, test } from "../newsroom";
import { crawl } from "./crawl";

const starts = [
  "/",
  "/feed.xml",
  "/feed.atom",
  "/feed.json",
  "/sitemap.xml",
  "/news-sitemap.xml",
  "/corrections",
  "/about",
  "/search?q=harbour",
  "/robots.txt",
  "/manifest.webmanifest",
];

/** One address of each kind of page, taken from the demonstration newsroom. */
async function oneOfEach(): Promise<Record<string, string>> {
  const db = database();
  const [quoted] = await db.execute<{
    address: string;
    author: string;
    speaker: string;
    section: string;
    topic: string;
  }>(
    sql`select p.address, a.slug as author, q.speaker_slug as speaker, split_part(p.address, '/', 2) as section, t.slug as topic
        from publications p join publication_authors a using (story_id) join publication_quotes q using (story_id)
        join publication_topics pt using (story_id) join topics t on t.id = pt.topic_id
        where p.withdrawn_at is null and q.speaker_slug is not null and p.${ofDemonstration} order by p.published_at desc limit 1`,
  );
  const [unnamed] = await db.execute<{ address: string }>(
    sql`select p.address from publications p join publication_quotes q using (story_id)
        where p.withdrawn_at is null and q.speaker_slug is null and p.${ofDemonstration} limit 1`,
  );
  const [corrected] = await db
    .select({ address: publications.address })
    .from(publications)
    .innerJoin(corrections, eq(corrections.storyId, publications.storyId))
    .where(and(isNull(publications.withdrawnAt), ofDemonstration))
    .limit(1);
  const [gone] = await db
    .select({ address: publications.address })
    .from(publications)
    .where(and(isNotNull(publications.withdrawnAt), ofDemonstration))
    .limit(1);
  if (!quoted || !unnamed || !corrected || !gone)
    throw new Error("the demonstration newsroom lacks a kind of story");
  return {
    front: "/",
    section: `/${quoted.section}`,
    story: quoted.address,
    "story with an unnamed source": unnamed.address,
    "story with a correction": corrected.address,
    "withdrawn story": gone.address,
    author: `/by/${quoted.author}`,
    topic: `/topic/${quoted.topic}`,
    archive: "/archive",
    "day without a story": "/archive/1997-01-01",
    speaker: `/said/${quoted.speaker}`,
    search: "/search?q=harbour",
    "search without an answer": "/search?q=xyzzyplugh",
    corrections: "/corrections",
    about: "/about",
    policy: "/about/corrections",
    "no such page": "/nothing/here",
  };
}

test("every page that readers can come to is whole, and carries one script at the most", async ({
  request,
}) => {
  test.setTimeout(120_000);
  // Other journeys correct and withdraw stories of their own meanwhile, in sections of their own.
  const crawled = (await crawl(request, starts)).filter(({ path }) => !path.startsWith("/section-"));
  expect(crawled.length).toBeGreaterThan(40);
  // The appeal's link is counted and leads on to where the newsroom takes support; every other address is a page.
  const leadOn = crawled.filter((page) => page.path.startsWith("/support?"));
  expect(leadOn.length).toBeGreaterThan(0);
  expect(
    crawled
      .filter((page) => page.status !== (leadOn.includes(page) ? 303 : 200))
      .map((page) => `${page.status} ${page.path}`),
  ).toEqual([]);
  const pages = crawled.filter((page) => page.type.startsWith("text/html"));
  for (const { path, text } of pages) {
    const scripts = [...text.matchAll(/<script\b([^>]*)>/g)]
      .map((match) => match[1] ?? "")
      .filter((attributes) => !attributes.includes("application/ld+json"));
    expect(
      `${path}: ${scripts.length} ${scripts.every((each) => /src="\/site\/site\.js[^"]*"/.test(each) && /\bdefer\b/.test(each))}`,
    ).toBe(`${path}: 1 true`);
    expect(`${path}: ${(text.match(/<h1\b/g) ?? []).length}`).toBe(`${path}: 1`);
    expect(`${path}: ${/<title>[^<]+<\/title>[\s\S]*<\/head>/.test(text)}`).toBe(`${path}: true`);
    expect(`${path}: ${/ on\w+=|style="|<iframe/.test(text.replace(/<script[\s\S]*?<\/script>/g, ""))}`).toBe(
      `${path}: false`,
    );
  }
});

test("no name that is withheld and no word off the record is on any page, in any feed or map", async ({
  request,
}) => {
  test.setTimeout(120_000);
  const withheld = await database()
    .select({ name: sources.name })
    .from(sources)
    .where(and(eq(sources.unnamed, true)));
  const secrets = [...withheld.map((source) => source.name), ...(await offRecordVerbatims(database()))];
  expect(secrets.length).toBeGreaterThan(1);
  const everything = await crawl(request, starts);
  for (const secret of secrets) {
    expect(everything.filter((page) => page.text.includes(secret)).map((page) => page.path)).toEqual([]);
  }
});

test("every kind of page is open to everybody, in light and in dark", async ({ newsroom }) => {
  test.setTimeout(120_000);
  const page = await newsroom.visitor();
  for (const [kind, address] of Object.entries(await oneOfEach())) {
    await page.goto(address);
    await test.step(kind, () => expectAccessibleInBoth(page));
  }
});

test("no kind of page is wider than its window, from a small phone to a wide desk", async ({ newsroom }) => {
  test.setTimeout(120_000);
  const page = await newsroom.visitor();
  const wide: string[] = [];
  for (const width of [320, 390, 768, 1280, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [kind, address] of Object.entries(await oneOfEach())) {
      await page.goto(address);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) wide.push(`${kind} at ${width}: ${over} px too wide`);
    }
  }
  expect(wide).toEqual([]);
});

test("nothing on a page breaks the policy that forbids scripts of others", async ({ newsroom }) => {
  const page = await newsroom.visitor();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/404|410/.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  for (const address of Object.values(await oneOfEach())) await page.goto(address, { waitUntil: "load" });
  expect(complaints).toEqual([]);
});

test("on a phone, without scripts, a margin note opens by tap and by keyboard", async ({ newsroom }) => {
  const { story } = await oneOfEach();
  const page = await newsroom.visitor({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  await page.goto(story ?? "");
  const note = page.locator("details").first();
  await expect(note.getByText(/Checked|Confirmed|Attributed|Identity known/)).toBeHidden();
  await note.locator("summary").click();
  await expect(note.getByText(/Checked|Confirmed|Attributed|Identity known/).first()).toBeVisible();
  await note.locator("summary").press("Enter");
  await expect(note.getByText(/Checked|Confirmed|Attributed|Identity known/).first()).toBeHidden();
});

test("an unnamed source's note says in a sentence why there is no name, and nothing of where or when", async ({
  newsroom,
}) => {
  const page = await newsroom.visitor();
  await page.goto((await oneOfEach())["story with an unnamed source"] ?? "");
  const note = page.getByRole("note").filter({ hasText: "Identity known to" }).first();
  await expect(note.getByText(/^Not named because they [^.]+\.$/)).toBeVisible();
  const paragraphs = await note.locator(".note-text p").allTextContents();
  expect(paragraphs.filter((text) => !text.trim())).toEqual([]);
});

test("a reader without scripts chooses a day of the archive, and no day that it has not", async ({
  newsroom,
  request,
}) => {
  const [first] = await database().execute<{ day: string; zone: string }>(
    sql`select to_char(min(p.published_at) at time zone s.zone, 'YYYY-MM-DD') as day, s.zone
        from publications p, (select paper->>'zone' as zone from settings) s
        where p.withdrawn_at is null group by s.zone`,
  );
  const { day = "", zone } = first ?? {};
  const page = await newsroom.visitor({ javaScriptEnabled: false });
  await page.goto("/archive");
  const field = page.getByLabel("Another day");
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
  expect([await field.getAttribute("min"), await field.getAttribute("max")]).toEqual([day, today]);
  await field.fill(day);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(`/archive/${day}`);
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
  await expect(page.getByLabel("Another day")).toHaveValue(day);
  const asked = (query: string) => request.get(`/archive?${query}`, { maxRedirects: 0 });
  const moved = await asked("day=1997-01-01&utm_source=x");
  expect([moved.status(), moved.headers().location]).toEqual([308, "/archive/1997-01-01"]);
  await page.goto("/archive?day=1997-01-01");
  await expect(page.getByText("No story was published on this day.")).toBeVisible();
  for (const none of ["day=yesterday", "day=2026-02-30"]) expect((await asked(none)).status()).toBe(404);
  expect((await asked("day=")).status()).toBe(200);
});

test("a story is handed to the device's own share sheet, and a sheet that is put away leaves nothing", async ({
  newsroom,
}) => {
  const { story = "" } = await oneOfEach();
  const without = await newsroom.visitor();
  await without.goto(story);
  await expect(without.getByRole("button", { name: "Copy link" })).toBeVisible();
  expect(await without.evaluate(() => "share" in navigator)).toBe(false);
  await expect(without.getByRole("button", { name: "Share", exact: true })).toBeHidden();

  const page = await newsroom.visitor();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.addInitScript(() => {
    const shared: ShareData[] = [];
    const share = (data: ShareData) => {
      shared.push(data);
      return shared.length > 1
        ? Promise.reject(new DOMException("Share canceled", "AbortError"))
        : Promise.resolve();
    };
    Object.assign(window, { shared });
    Object.defineProperty(navigator, "share", { value: share });
  });
  await page.goto(story);
  const [title, address] = [
    await page.getByRole("heading", { level: 1 }).textContent(),
    new URL(page.url()).href,
  ];
  const shown = await page.locator("body").innerText();
  const button = page.getByRole("button", { name: "Share", exact: true });
  const shared = () => page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
  await button.click();
  await expect.poll(shared).toEqual([{ title, url: address }]);
  await button.click();
  await expect.poll(async () => (await shared()).length).toBe(2);
  expect(await page.locator("body").innerText()).toBe(shown);
  await expect(button).toBeEnabled();
  expect(complaints).toEqual([]);
});

test("a quotation is copied whole, with who said it and where", async ({ newsroom }) => {
  const [broken] = await database().execute<{ address: string; number: number; name: string }>(
    sql`select p.address, q.number, q.speaker_name as name from publications p join publication_quotes q using (story_id)
        where p.withdrawn_at is null and q.words ~ '” “' and p.${ofDemonstration} limit 1`,
  );
  if (!broken) throw new Error("the demonstration newsroom has no quotation that is broken by who said it");
  const page = await newsroom.visitor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(broken.address);
  const stretches = await page
    .locator(`#quote-${broken.number}, [data-of="${broken.number}"]`)
    .locator(".words-said")
    .allTextContents();
  expect(stretches.length).toBeGreaterThan(1);
  const note = page.getByRole("note").filter({ has: page.locator(`#note-${broken.number}`) });
  await note.getByRole("button", { name: "Copy quote" }).click();
  await expect(note.getByRole("button", { name: "Copied with its source" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const stretch of stretches) expect(copied).toContain(stretch.replace(/^“|[,.]?”$/g, ""));
  expect(copied).toMatch(/^“[^“”]* … [^“”]*” – /);
  expect(copied).toContain(broken.name);
  expect(copied).toContain(`${broken.address}#quote-${broken.number}`);
});

test("on a slow line nothing moves once it has been shown, and a choice of colours holds from the first moment", async ({
  newsroom,
}) => {
  const { story = "" } = await oneOfEach();
  const page = await newsroom.visitor({ viewport: { width: 390, height: 844 }, colorScheme: "light" });
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 100_000,
    uploadThroughput: 50_000,
  });
  await page.addInitScript(() => {
    localStorage.setItem("theme", "dark");
    const seen = { moved: 0, ground: [] as string[] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.moved += (entry as { value?: number }).value ?? 0;
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver(() => {
      seen.ground.push(getComputedStyle(document.body).backgroundColor);
    }).observe({ type: "paint", buffered: true });
  });
  await page.goto(story, { waitUntil: "networkidle" });
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { moved: number; ground: string[] } }).seen,
  );
  expect(seen.moved).toBe(0);
  expect([...new Set(seen.ground)]).toEqual(["rgb(20, 20, 23)"]);
});

test("a reply is held, shown once a moderator says so, and its e-mail address never", async ({
  newsroom,
  request,
}) => {
  const { story = "" } = await oneOfEach();
  const reader = await newsroom.visitor({ javaScriptEnabled: false });
  const [text, email] = [
    `Well asked, ${Date.now()}. <script>alert(1)</script>`,
    `reader-${Date.now()}@readers.example`,
  ];
  await reader.goto(story);
  await reader.getByRole("textbox", { name: "Reply" }).fill(text);
  await reader.getByRole("textbox", { name: "Name" }).fill("A reader");
  await reader.getByRole("textbox", { name: "Email" }).fill(email);
  await reader.getByRole("button", { name: "Send reply" }).click();
  await expect(reader.getByText(/reads it before/i).first()).toBeVisible();
  expect(await (await request.get(story)).text()).not.toContain("Well asked");
  const desk = await newsroom.signedIn(await newsroom.person("editor"));
  await desk.goto("/desk/replies");
  const held = desk.getByRole("listitem").filter({ hasText: text.slice(0, 20) });
  await held.getByRole("button", { name: /Show/ }).click();
  await expect(async () => {
    const page = await (await request.get(story)).text();
    expect(page).toContain("Well asked");
    expect(page).not.toContain("<script>alert(1)");
    expect(page).not.toContain(email);
  }).toPass();
});
