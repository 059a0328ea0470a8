import { sql } from "drizzle-orm";
import { detectJsonFeed, parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { database } from "@/db/client";
import { quoted } from "@/domain/publication/quoted";
import { expect, ofDemonstration, test } from "../newsroom";

type Told = { address: string; headline: string; author: string; topic: string; correction: string };

/** A live story of the demonstration newsroom that has been corrected and has a topic. */
async function corrected(): Promise<Told> {
  const [story] = await database().execute<Told>(
    sql`select p.address, p.headline, a.slug as author, t.slug as topic, c.text as correction
        from publications p join publication_authors a using (story_id) join publication_topics pt using (story_id)
        join topics t on t.id = pt.topic_id join corrections c on c.story_id = p.story_id
        where p.withdrawn_at is null and p.${ofDemonstration} order by c.at desc limit 1`,
  );
  if (!story) throw new Error("the demonstration newsroom has no corrected story with a topic");
  return story;
}

async function withdrawn(): Promise<{ address: string; headline: string }> {
  const [gone] = await database().execute<{ address: string; headline: string }>(
    sql`select address, headline from publications where withdrawn_at is not null and ${ofDemonstration} limit 1`,
  );
  if (!gone) throw new Error("the demonstration newsroom has no withdrawn story");
  return gone;
}

/** The plain text of a publication, live or not any more. */
async function textOf(address: string): Promise<string> {
  const [found] = await database().execute<{ plain: string }>(
    sql`select plain from publications where address = ${address}`,
  );
  if (!found) throw new Error(`no publication at ${address}`);
  return found.plain;
}

const plain = (html: string | undefined) =>
  (html ?? "")
    .replace(/<[^>]+>/g, "")
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? "");
const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

test("each feed can be read by a feed reader, with whole texts, corrections and sources", async ({
  request,
}) => {
  const story = await corrected();
  const gone = await withdrawn();
  const section = `/${story.address.split("/")[1]}`;
  for (const path of ["", section, `/by/${story.author}`, `/topic/${story.topic}`]) {
    const [rss, atom, json] = await Promise.all(
      ["xml", "atom", "json"].map(async (kind) => {
        const reply = await request.get(`${path}/feed.${kind}`);
        expect(`${path} ${reply.status()}`).toBe(`${path} 200`);
        return reply.text();
      }),
    );
    expect(detectJsonFeed(JSON.parse(json ?? ""))).toBe(true);
    const read = {
      rss: parseRssFeed(rss ?? "").items?.map((item) => ({
        title: item.title,
        link: item.link,
        html: item.content?.encoded,
      })),
      atom: parseAtomFeed(atom ?? "").entries?.map((entry) => ({
        title: entry.title?.value ?? entry.title,
        link: entry.links?.[0]?.href,
        html: entry.content?.value ?? entry.content,
      })),
      json: parseJsonFeed(json ?? "").items?.map((item) => ({
        title: item.title,
        link: item.url,
        html: item.content_html,
      })),
    };
    for (const [kind, items] of Object.entries(read)) {
      const where = `${path} ${kind}`;
      expect(items?.length, where).toBeGreaterThan(0);
      expect(
        items?.map((item) => item.title),
        where,
      ).not.toContain(gone.headline);
      const found = items?.find((item) => item.link?.endsWith(story.address));
      if (path !== "") expect(found?.title, where).toBe(story.headline);
      if (found) expect(plain(String(found.html)), where).toContain(story.correction);
      for (const item of items ?? []) {
        expect(item.link, where).toMatch(/^https?:\/\//);
        expect(String(item.html).match(/(?:href|src)="(?!https?:|mailto:)/g), where).toBeNull();
        const { pathname } = new URL(String(item.link));
        const last = (await textOf(pathname)).split(/\n\n/).at(-1)?.slice(0, 15) ?? "";
        expect(plain(String(item.html)), where).toContain(last);
      }
    }
  }
});

test("feed readers that are given the address of the paper alone find its feeds", async ({ request }) => {
  const found = await Promise.all(
    ["/feed", "/feed/", "/rss", "/rss.xml", "/index.xml", "/atom.xml"].map(async (asked) => {
      const [moved, led] = await Promise.all([request.get(asked, { maxRedirects: 0 }), request.get(asked)]);
      return `${asked} ${moved.status()} ${new URL(led.url()).pathname} ${led.status()}`;
    }),
  );
  expect(found).toEqual([
    "/feed 308 /feed.xml 200",
    "/feed/ 308 /feed.xml 200",
    "/rss 308 /feed.xml 200",
    "/rss.xml 308 /feed.xml 200",
    "/index.xml 308 /feed.xml 200",
    "/atom.xml 308 /feed.atom 200",
  ]);
});

test("a story can be had as ninjs, and a withdrawn one says only that it is not to be used", async ({
  request,
}) => {
  const story = await corrected();
  const reply = await request.get(`${story.address}.json`);
  expect(reply.status()).toBe(200);
  expect(reply.headers()["content-type"]).toContain("application/json");
  const item = await reply.json();
  expect(item.standard).toMatchObject({ name: "ninjs", version: "3.1" });
  expect(new URL(item.uri).pathname).toBe(story.address);
  expect(item.headlines[0].value).toBe(story.headline);
  expect(item.pubStatus).toBe("usable");
  expect(plain(item.bodies[0].value)).toContain(story.correction);
  const gone = await withdrawn();
  const refused = await request.get(`${gone.address}.json`);
  expect(refused.status()).toBe(410);
  expect((await refused.json()).pubStatus).toBe("canceled");
  expect(await refused.text()).not.toContain(gone.headline);
  expect((await request.get(`${story.address}x.json`)).status()).toBe(404);
  expect((await request.get(`${story.address}/ninjs`)).status()).toBe(404);
});

test("the sitemap's index leads to every live story once", async ({ request }) => {
  const placesIn = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? "");
  const index = await (await request.get("/sitemap.xml")).text();
  expect(index).toContain("<sitemapindex");
  const parts = placesIn(index).map((place) => new URL(place.replaceAll("&amp;", "&")));
  const maps = await Promise.all(
    parts.map(async ({ pathname, search }) => (await request.get(pathname + search)).text()),
  );
  const listed = maps.flatMap(placesIn).map((place) => new URL(place).pathname);
  const gone = await withdrawn();
  const story = await corrected();
  expect(listed.filter((path) => path === story.address)).toHaveLength(1);
  expect(listed).toContain("/corrections");
  expect(listed).not.toContain(gone.address);
  expect((await request.get("/sitemap-stories.xml?from=nothing")).status()).toBe(404);
});

test("other programs page through the stories, embed a story and a quotation, and get nothing of a withdrawn one", async ({
  request,
  baseURL,
}) => {
  const story = await corrected();
  const gone = await withdrawn();
  const seen: string[] = [];
  let next: string | null = "/api/stories";
  for (let pages = 0; next && pages < 50; pages += 1) {
    const page: { stories: { url: string; api: string }[]; next: string | null } = await (
      await request.get(next)
    ).json();
    seen.push(...page.stories.map(({ url }) => new URL(url).pathname));
    next = page.next && new URL(page.next).pathname + new URL(page.next).search;
  }
  expect(seen).toContain(story.address);
  expect(seen).not.toContain(gone.address);
  expect(new Set(seen).size).toBe(seen.length);
  const [first] = await database().execute<{ id: string; ref: string; words: string; address: string }>(
    sql`select p.story_id as id, q.ref, q.words, p.address from publications p join publication_quotes q using (story_id)
        where p.withdrawn_at is null and q.ref is not null and p.${ofDemonstration} order by q.words ~ '” “' desc limit 1`,
  );
  // It stands in its story in several stretches, which are told as one.
  expect(first?.words).toContain("” “");
  const whole = await (await request.get(`/api/stories/${first?.id}`)).json();
  expect(whole.quotes.map((each: { words: string }) => each.words)).toContain(quoted(first?.words ?? ""));
  expect((await request.get(`/api/stories?author=${story.author}`)).status()).toBe(200);
  expect((await request.get("/api/stories?author=a&topic=b")).status()).toBe(400);
  for (const none of ["topic=nothing-at-all", "author=nobody", "section=nothing-at-all"])
    expect((await request.get(`/api/stories?${none}`)).status()).toBe(404);
  const [goneId] = await database().execute<{ id: string }>(
    sql`select story_id as id from publications where address = ${gone.address}`,
  );
  const refused = await request.get(`/api/stories/${goneId?.id}`);
  expect(refused.status()).toBe(410);
  expect(await refused.text()).not.toContain(gone.headline);

  const head = await (await request.get(first?.address ?? "")).text();
  const link =
    /type="application\/json\+oembed"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*type="application\/json\+oembed"/.exec(
      head,
    );
  const offered = new URL((link?.[1] ?? link?.[2] ?? "").replaceAll("&amp;", "&"), baseURL);
  const told = await (await request.get(offered.pathname + offered.search)).json();
  expect(told).toMatchObject({ version: "1.0", type: "rich", width: 600 });
  expect(told.html).toContain(first?.address);
  const ofQuote = `/oembed?url=${encodeURIComponent(`${offered.searchParams.get("url")?.replace(/^(https?:\/\/[^/]+).*/, "$1")}/quote/${first?.ref}`)}`;
  expect(plain((await (await request.get(ofQuote)).json()).html)).toContain(quoted(first?.words ?? ""));
  const xml = await request.get(`${ofQuote}&format=xml`);
  expect(xml.headers()["content-type"]).toContain("text/xml");
  expect(await xml.text()).toContain("<oembed>");
  expect((await request.get(`${ofQuote}&format=yaml`)).status()).toBe(501);
  expect((await request.get("/oembed?url=https://elsewhere.example/a/b")).status()).toBe(404);
});

test("made-up queries are the same page, and a search takes slips in names and can be narrowed", async ({
  page,
  request,
}) => {
  const textOfPage = async (path: string) => (await request.get(path)).text();
  const section = `/${(await corrected()).address.split("/")[1]}`;
  const list = await textOfPage(section);
  expect(await textOfPage(`${section}?page=7`)).toBe(list);
  expect(await textOfPage(`${section}?before=00000000-0000-7000-8000-000000000000`)).toBe(list);
  const [named] = await database().execute<{ name: string; slug: string; headline: string; section: string }>(
    sql`select q.speaker_name as name, q.speaker_slug as slug, p.headline, s.name as section from publication_quotes q
        join publications p using (story_id) join sections s on s.id = p.section_id
        where q.speaker_slug is not null and p.withdrawn_at is null and p.${ofDemonstration}
          and q.speaker_name ~ '^[A-Z][a-z]+ [A-Z][a-z]{6,}$' limit 1`,
  );
  if (!named) throw new Error("nobody with a long name is quoted in the demonstration newsroom");
  const last = named.name.split(" ")[1] ?? "";
  await page.goto("/search");
  await page.getByLabel("Words to look for").fill(`${last.slice(0, 2)}${last.slice(3)}`);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("region", { name: "People" }).getByRole("link").first()).toContainText(last);
  await expect(page.getByRole("region", { name: "Stories found" })).toContainText(named.headline);
  await page.getByText("Narrow it down").click();
  await page.getByLabel("Quoting").fill(named.name);
  await page.getByLabel("Section", { exact: true }).selectOption({ label: named.section });
  await page.getByLabel("Words to look for").fill("");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("region", { name: "Stories found" })).toContainText(named.headline);
  await page.getByLabel("To the day").fill("2001-01-01");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("No story is left.")).toBeVisible();
});
