import { Agent, get } from "node:http";
import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { storyEvents } from "@/db/schema/stories";
import { approvedStory, putOut, takeBack } from "../live-story";
import { expect, type Newsroom, type Page, test } from "../newsroom";
import { callDirectly } from "./direct-calls";
import { SecondServer } from "./second-server";
import {
  formsOf,
  formsTelling,
  listsTelling,
  ownAddresses,
  type WholeStory,
  wholeStory,
} from "./whole-story";
import { Wire } from "./wire";

/** Presses Withdraw without the button, and answers once every server has confirmed. */
async function withdraw(desk: Page, id: string): Promise<void> {
  const given = { id, note: "The skipper was misnamed.", readersNote: "" };
  const reply = await callDirectly(desk.request, "withdraw", [given], { story: id });
  expect(reply).toContain('"confirmed":true');
}

/** For a story that has the same picture, in words of its own. */
const besides = ({ hero, section }: WholeStory) => ({
  section,
  hero: hero && { ...hero, alt: "A green field" },
});

test("no request that begins after a withdrawal is confirmed gets any of the story, and what it shares with a live one stays", async ({
  newsroom,
  request,
}) => {
  test.setTimeout(120_000);
  const story = await wholeStory(newsroom);
  const desk = await newsroom.signedIn(story.editor);
  await putOut(story);
  // Another story has the same picture.
  const sharing = await putOut(await approvedStory(newsroom, besides(story)));
  const own = await ownAddresses(request, story);
  const forms = formsOf(story, own);
  const alone = forms.filter((form) => form !== story.file);
  expect(await formsTelling(request, story, own)).toEqual(forms);
  const lists = await listsTelling(request, story);
  expect(lists.length).toBeGreaterThan(20);

  let confirmed = false;
  const seen = { before: 0, after: 0, late: [] as string[] };
  const tells = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    if (/^image\//.test(answer.headers()["content-type"] ?? "")) return true;
    const text = (await answer.text()).toLowerCase();
    return text.includes(story.telling) && answer.status() !== 410;
  };
  const asking = [...alone, ...lists].map(async (path) => {
    for (let left = 5; left > 0; left -= confirmed ? 1 : 0) {
      const begunAfter = confirmed;
      const told = await tells(path);
      if (!begunAfter && told) seen.before += 1;
      if (begunAfter) seen.after += 1;
      if (begunAfter && told) seen.late.push(path);
    }
  });
  await withdraw(desk, story.id).finally(() => {
    confirmed = true;
  });
  await Promise.all(asking);
  expect(seen.late).toEqual([]);
  expect(seen.after).toBeGreaterThanOrEqual((alone.length + lists.length) * 4);
  expect(seen.before).toBeGreaterThan(0);

  for (const form of alone) {
    const answer = await request.get(form, { maxRedirects: 0 });
    const said = (await answer.text()).toLowerCase();
    // A note may name the address that was asked for; it holds nothing else of the story.
    const words = said.replaceAll(story.address, "").includes(story.telling);
    expect([form, [404, 410].includes(answer.status()), answer.headers()["cache-control"], words]).toEqual([
      form,
      true,
      expect.stringContaining("no-store"),
      false,
    ]);
  }
  expect(await listsTelling(request, story)).toEqual([]);
  expect((await request.get(sharing)).status()).toBe(200);
  expect((await request.get(story.file)).status()).toBe(200);
  await desk.goto(`/desk/stories/${story.id}/review`);
  const other = await request.get(sharing);
  expect(await other.text()).toContain(story.file.split("/").at(-1)?.split("-")[0]);
});

test("a picture goes with the last live story that shows it", async ({ newsroom, request }) => {
  const story = await wholeStory(newsroom);
  await putOut(story);
  const sharing = await approvedStory(newsroom, besides(story));
  await putOut(sharing);
  await takeBack(story);
  expect((await request.get(story.file)).status()).toBe(200);
  await takeBack(sharing);
  const gone = await request.get(story.file);
  expect([gone.status(), gone.headers()["cache-control"]]).toEqual([404, "no-store"]);
});

/** Asks for an address over a connection that is kept, and answers the status and the text. */
const asked = (url: string, agent: Agent) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    get(url, { agent }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: pieces.map(String).join("") }));
      answer.on("error", reject);
    }).on("error", reject);
  });

test("a story that is asked for 10,000 times over many connections around its withdrawal, of two servers, is in no answer to a request that began after the confirmation", async ({
  newsroom,
}) => {
  test.setTimeout(180_000);
  const story = await approvedStory(newsroom);
  const [desk, second] = [await newsroom.signedIn(story.editor), await SecondServer.start()];
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  try {
    const address = await putOut(story);
    const servers = [new URL(process.env.BASE_URL ?? "").origin, second.origin];
    let begun = 0;
    let confirmed = false;
    const after = new Map(servers.map((server) => [server, 0]));
    const late: string[] = [];
    const whole = new Map(servers.map((server) => [server, 0]));
    const enough = () => begun >= 10_000 && [...after.values()].every((each) => each >= 2_500);
    const asking = servers.flatMap((server) =>
      Array.from({ length: 32 }, async () => {
        while (!enough()) {
          begun += 1;
          const begunAfter = confirmed;
          const { status, text } = await asked(`${server}${address}`, agent);
          const told = text.includes(story.words);
          if (begunAfter) after.set(server, (after.get(server) ?? 0) + 1);
          else if (told) whole.set(server, (whole.get(server) ?? 0) + 1);
          if (begunAfter && (told || status !== 410)) late.push(`${status} of ${server}`);
        }
      }),
    );
    await expect.poll(() => begun).toBeGreaterThan(2_000);
    await withdraw(desk, story.id).finally(() => {
      confirmed = true;
    });
    await Promise.all(asking);
    expect(late).toEqual([]);
    expect(begun).toBeGreaterThanOrEqual(10_000);
    for (const server of servers) expect(whole.get(server)).toBeGreaterThan(100);
  } finally {
    agent.destroy();
    await second.stop();
  }
});

for (const [how, lose] of [
  ["is cut", (line: Wire) => line.cut()],
  ["goes silent", (line: Wire) => line.hold()],
] as const) {
  test(`a server whose line to the database ${how} answers 503 and never the old page, and is well again after`, async ({
    newsroom,
    request,
  }) => {
    test.setTimeout(120_000);
    const story = await wholeStory(newsroom);
    const desk = await newsroom.signedIn(story.editor);
    const line = await Wire.to(process.env.DATABASE_URL ?? "");
    const second = await SecondServer.start(line);
    try {
      await putOut(story);
      const own = await ownAddresses(request, story);
      const there = [...formsOf(story, own), `/${story.section.slug}`, "/", "/feed.xml"];
      for (const path of there)
        expect([path, (await request.get(second.origin + path)).status()]).toEqual([path, 200]);
      lose(line);
      // Nobody waits for a server that is not heard of: it gives nothing from memory by then.
      await withdraw(desk, story.id);
      for (const path of there) {
        const answer = await request.get(second.origin + path, { maxRedirects: 0 });
        expect([path, answer.status(), answer.headers()["cache-control"]]).toEqual([
          path,
          503,
          expect.stringContaining("no-store"),
        ]);
        expect((await answer.text()).toLowerCase()).not.toContain(story.telling);
      }
      line.mend();
      await expect
        .poll(async () => (await request.get(second.origin + story.address)).status(), { timeout: 30_000 })
        .toBe(410);
      expect((await request.get(second.origin + story.neighbour)).status()).toBe(200);
    } finally {
      line.mend();
      await second.stop();
      await line.close();
    }
  });
}

test("a server that stood still when a story was withdrawn gives nothing of it when it goes on", async ({
  newsroom,
  request,
}) => {
  const story = await approvedStory(newsroom);
  const [desk, second] = [await newsroom.signedIn(story.editor), await SecondServer.start()];
  try {
    const address = await putOut(story);
    for (let times = 0; times < 3; times += 1)
      expect((await request.get(second.origin + address)).status()).toBe(200);
    second.signal("SIGSTOP");
    await withdraw(desk, story.id);
    // It waits at the door while the server stands still.
    const waiting = request.get(second.origin + address);
    second.signal("SIGCONT");
    expect((await waiting).status()).toBe(410);
  } finally {
    await second.stop();
  }
});

const trail = async (id: string, kind: string) =>
  database()
    .select({ id: storyEvents.id })
    .from(storyEvents)
    .where(and(eq(storyEvents.storyId, id), eq(storyEvents.kind, kind)));

/** A story that another editor has approved, and that editor's browser. */
async function approved(newsroom: Newsroom) {
  const story = await approvedStory(newsroom);
  return { ...story, desk: await newsroom.signedIn(story.editor) };
}

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
