import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { stories } from "@/db/schema/stories";
import { createStory } from "@/db/write-story";
import { blankWords } from "@/domain/testing/words";
import { expect, test } from "../newsroom";
import { saveDirectly } from "./direct-calls";

const body = (...content: unknown[]) =>
  JSON.stringify({ type: "doc", content: [{ type: "paragraph", content }] });
const words = (given: object = {}) => ({
  ...blankWords({ headline: "A headline" }),
  body: body({ type: "text", text: "Some words." }),
  ...given,
});
const headlineOf = async (id: string) =>
  (
    await database()
      .select({ headline: stories.headline, revision: stories.revision })
      .from(stories)
      .where(eq(stories.id, id))
  )[0];

test("the text of a story takes nothing but a story's text", async ({ newsroom }) => {
  const reporter = await newsroom.person("reporter");
  const page = await newsroom.signedIn(reporter);
  const { id } = await createStory(reporter);
  const deep = `${'{"type":"blockquote","content":['.repeat(500)}{"type":"paragraph"}${"]}".repeat(500)}`;
  const refused: [string, object, number][] = [
    [
      "a script link",
      {
        words: words({
          body: body({
            type: "text",
            text: "x",
            marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
          }),
        }),
      },
      422,
    ],
    ["an unknown node", { words: words({ body: '{"type":"doc","content":[{"type":"script"}]}' }) }, 422],
    ["no JSON in the body", { words: words({ body: "{" }) }, 422],
    ["a body of great depth", { words: words({ body: `{"type":"doc","content":[${deep}]}` }) }, 422],
    ["U+0000 in the headline", { words: words({ headline: "a\u0000b" }) }, 422],
    ["a headline of 301 characters", { words: words({ headline: "x".repeat(301) }) }, 422],
    ["a body over the limit", { words: words({ body: "x".repeat(2_000_001) }) }, 413],
    ["a section that is not there", { words: words({ sectionId: newId() }) }, 422],
    ["no words", {}, 422],
    ["words that are a list", { words: [] }, 422],
    ["a base that is text", { base: "1; drop table stories", words: words() }, 422],
    ["a key that is none", { key: "x", words: words() }, 422],
  ];
  for (const [what, given, status] of refused) {
    const reply = await saveDirectly(page, id, { base: 1, key: newId(), ...given });
    expect(`${what}: ${reply.status()}`).toBe(`${what}: ${status}`);
    expect((await reply.json()).words).toMatch(/\w/);
  }
  expect(await headlineOf(id)).toEqual({ headline: "", revision: 1 });
  const kept = await saveDirectly(page, id, {
    base: 1,
    key: newId(),
    words: words({ headline: "<script>alert(1)</script> ' OR 1=1 -- 🦜\u202e" }),
  });
  expect(kept.status()).toBe(200);
  expect((await headlineOf(id))?.headline).toBe("<script>alert(1)</script> ' OR 1=1 -- 🦜\u202e");
});

test("somebody signed out, somebody else and another web site cannot write or read a story", async ({
  newsroom,
  request,
}) => {
  const [reporter, other] = [await newsroom.person("reporter"), await newsroom.person("reporter")];
  const { id } = await createStory(reporter);
  const save = { base: 1, key: newId(), words: words() };
  const strangers = await newsroom.visitor();
  expect((await saveDirectly(strangers, id, save)).status()).toBe(401);
  const others = await newsroom.signedIn(other);
  expect((await saveDirectly(others, id, save)).status()).toBe(404);
  for (const path of ["", "/review", "/history", "/preview"]) {
    expect((await others.goto(`/desk/stories/${id}${path}`))?.status()).toBe(404);
    await strangers.goto(`/desk/stories/${id}${path}`);
    expect(new URL(strangers.url()).pathname).toBe("/desk/sign-in");
  }
  const own = await newsroom.signedIn(reporter);
  const address = `/desk/stories/${id}/text`;
  const elsewhere: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    {},
  ];
  for (const headers of elsewhere) {
    expect((await own.request.put(address, { headers, data: save })).status()).toBe(403);
  }
  expect((await request.get("/", { headers: { host: "rebound.example" } })).status()).toBe(421);
  expect((await headlineOf(id))?.revision).toBe(1);
});

test("odd addresses get a plain answer, never a fault", async ({ request }) => {
  const addresses = [
    "/%",
    "/%00",
    "/a/%ff%fe",
    "/said/%2e%2e%2f",
    "/media/../../etc/passwd",
    "/media/x-480.webp",
    "/desk/stories/not-an-id",
    "/search?q=%00",
    "/search?q='%20or%201=1--",
    `/${"x".repeat(3_000)}`,
    "/by/%F0%9F%A6%9C",
    "/news?before=9999",
    "/_next/image?url=http://127.0.0.1/",
  ];
  for (const address of addresses) {
    const reply = await request.get(address, { maxRedirects: 0 });
    expect(`${address.slice(0, 40)} ${reply.status() < 500}`).toBe(`${address.slice(0, 40)} true`);
  }
});
