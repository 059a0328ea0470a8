import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { database } from "@/db/client";
import { storyEvents } from "@/db/schema/stories";
import { approvedStory, putOut } from "../live-story";
import { type APIRequestContext, expect, type Newsroom, test } from "../newsroom";
import { callDirectly } from "./direct-calls";

const origin = () => new URL(process.env.BASE_URL ?? "").origin;

/** A picture that the desk has taken in, of one colour. */
async function picture(request: APIRequestContext) {
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#2b6" } })
    .png()
    .toBuffer();
  const answer = await request.post("/desk/media", {
    headers: { origin: origin() },
    multipart: { file: { name: "green.png", mimeType: "image/png", buffer }, alt: "A green field" },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; name: string; widths: number[] };
}

/** A story with a picture that another editor has approved, and that nobody has published yet. */
async function approved(newsroom: Newsroom) {
  const reporter = await newsroom.person("reporter");
  const { id: mediaId, name, widths } = await picture((await newsroom.signedIn(reporter)).request);
  const hero = { mediaId, alt: "A green field", caption: "", credit: "The paper" };
  const story = await approvedStory(newsroom, { reporter, hero });
  return { ...story, desk: await newsroom.signedIn(story.editor), file: `/media/${name}-${widths[0]}.webp` };
}

const trail = async (id: string, kind: string) =>
  database()
    .select({ id: storyEvents.id })
    .from(storyEvents)
    .where(and(eq(storyEvents.storyId, id), eq(storyEvents.kind, kind)));

test("no request that begins after a withdrawal is confirmed gets any of the story", async ({
  newsroom,
  request,
}) => {
  const { id, editor, desk, section, words, headline, file } = await approved(newsroom);
  const address = await putOut({ editor, id });
  const search = `/search?q=${encodeURIComponent(headline)}`;
  const forms = [
    address,
    "/",
    `/${section.slug}`,
    "/feed.xml",
    "/feed.atom",
    "/feed.json",
    "/news-sitemap.xml",
    search,
    file,
  ];
  const tells = async (form: string) => {
    const answer = await request.get(form, { maxRedirects: 0 });
    if (form === file) return answer.status() === 200;
    const text = await answer.text();
    return text.includes(words) || text.includes(address);
  };
  for (const form of forms) expect(`${form} ${await tells(form)}`).toBe(`${form} true`);

  let confirmed = false;
  const seen = { before: 0, after: 0, late: [] as string[] };
  const asking = forms.flatMap((form) =>
    [1, 2].map(async () => {
      for (let left = 15; left > 0; left -= confirmed ? 1 : 0) {
        const begunAfter = confirmed;
        const told = await tells(form);
        if (!begunAfter && told) seen.before += 1;
        if (begunAfter) seen.after += 1;
        if (begunAfter && told) seen.late.push(form);
      }
    }),
  );
  const reply = await callDirectly(
    desk.request,
    "withdraw",
    [{ id, note: "The skipper was misnamed.", readersNote: "" }],
    { story: id },
  ).finally(() => {
    confirmed = true;
  });
  await Promise.all(asking);
  expect(reply).toContain('"confirmed":true');
  expect(seen.late).toEqual([]);
  expect(seen.after).toBeGreaterThanOrEqual(forms.length * 2 * 14);
  expect(seen.before).toBeGreaterThan(0);
  const gone = await request.get(address);
  expect([gone.status(), gone.headers()["cache-control"]]).toEqual([
    410,
    expect.stringContaining("no-store"),
  ]);
  const noPicture = await request.get(file);
  expect(noPicture.status()).toBeGreaterThanOrEqual(404);
  expect(noPicture.headers()["cache-control"]).toContain("no-store");
});

test("ten presses of publish have one effect", async ({ newsroom, request }) => {
  const { id, desk, words, revision } = await approved(newsroom);
  const replies = await Promise.all(
    Array.from({ length: 10 }, () =>
      callDirectly(desk.request, "publish", [{ id, revision }], { story: id }),
    ),
  );
  const effects = replies.filter((reply) => reply.includes('"confirmed":true'));
  expect(effects).toHaveLength(1);
  expect(await trail(id, "publish")).toHaveLength(1);
  const address = /"address":"([^"]+)"/.exec(effects[0] ?? "")?.[1] ?? "";
  const page = await request.get(address);
  expect([page.status(), (await page.text()).includes(words)]).toEqual([200, true]);
});

test("ten presses of withdraw have one effect", async ({ newsroom }) => {
  const { id, editor, desk } = await approved(newsroom);
  await putOut({ editor, id });
  await Promise.all(
    Array.from({ length: 10 }, () =>
      callDirectly(desk.request, "withdraw", [{ id, note: "Wrong.", readersNote: "" }], { story: id }),
    ),
  );
  expect(await trail(id, "withdraw")).toHaveLength(1);
});
