import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { storyAuthors } from "@/db/schema/stories";
import { createStory } from "@/db/write-story";
import { openThread } from "@/db/write-talk";
import { type Right, rightsOfActions, rightsOfHandlers } from "@/domain/rights";
import { blankWords } from "@/domain/testing/words";
import { expect, type Newsroom, ofDemonstration, type Page, test } from "../newsroom";
import { aboutWho, builtActions, callDirectly, refusalIn } from "./direct-calls";
import { inputs } from "./inputs";

const everybody = ["nobody", "other reporter", "author", "authoring editor", "editor", "admin"] as const;
type Who = (typeof everybody)[number];

/** Who gets past the door, written out by hand. */
const mayCall: Record<Right, readonly Who[]> = {
  anyone: everybody,
  staff: ["other reporter", "author", "authoring editor", "editor", "admin"],
  "a story's staff": ["author", "authoring editor", "editor", "admin"],
  editor: ["authoring editor", "editor", "admin"],
  "another editor": ["editor", "admin"],
  "a second person": ["editor", "admin"],
  "a source's keeper": ["author", "authoring editor", "editor", "admin"],
  "a picture's keeper": ["author", "authoring editor", "editor", "admin"],
  "a name's keeper": ["author"],
  admin: ["admin"],
  "holder of a code": everybody,
};

/** A story by the author and the authoring editor, with all that hangs on it, and a browser for each of the others. */
async function scene(newsroom: Newsroom) {
  const [author, authoringEditor, editor, admin, other] = [
    await newsroom.person("reporter"),
    await newsroom.person("editor"),
    await newsroom.person("editor"),
    await newsroom.person("admin"),
    await newsroom.person("reporter"),
  ];
  const { id: story } = await createStory(author);
  await database().insert(storyAuthors).values({ storyId: story, userId: authoringEditor.id, position: 1 });
  const thread = await openThread(author, story, { passage: "", text: "Is this so?", mustResolve: false });
  if (!thread.ok) throw new Error(thread.why);
  const pages: Record<Who, Page> = {
    nobody: await newsroom.visitor(),
    "other reporter": await newsroom.signedIn(other),
    author: await newsroom.signedIn(author),
    "authoring editor": await newsroom.signedIn(authoringEditor),
    editor: await newsroom.signedIn(editor),
    admin: await newsroom.signedIn(admin),
  };
  return { pages, story, author, authoringEditor, editor, thread: thread.value.id };
}

/** The actions in four parts, so that each is a journey of bearable length. */
const parts = [0, 1, 2, 3].map((part) => builtActions.filter((_, index) => index % 4 === part));

for (const [index, actions] of parts.entries()) {
  test(`every action refuses by itself whoever may not call it, with no page and no button, ${index + 1} of ${parts.length}`, async ({
    newsroom,
  }) => {
    test.setTimeout(120_000);
    expect(await wronglyOpen(newsroom, actions)).toEqual([]);
  });
}

/** Calls each action directly as everybody; answers where the door was open or shut against the table of rights. */
async function wronglyOpen(newsroom: Newsroom, actions: readonly string[]): Promise<string[]> {
  const { pages, story, author, authoringEditor, thread } = await scene(newsroom);
  const wrong: string[] = [];
  for (const action of actions) {
    const right = rightsOfActions[action];
    const given = inputs[action];
    if (!right || !given) {
      wrong.push(`${action} has no row, or nothing to call it with`);
      continue;
    }
    for (const who of everybody) {
      const target = await given({ story, thread, author, authoringEditor, fresh: newId });
      const reply = await callDirectly(pages[who].request, action, target, { story });
      const why = refusalIn(reply);
      const isOpen = why === null || !aboutWho.has(why);
      if (isOpen !== mayCall[right].includes(who))
        wrong.push(`${action} by ${who}: ${why ?? "went through"}`);
    }
  }
  return wrong;
}

/** What the handlers that ask who may see a story are sent: whole and right, so that only the person can be refused. */
const bodies: Readonly<Record<string, () => object>> = {
  "PUT /desk/stories/[id]/text": () => ({
    base: 1,
    key: newId(),
    words: {
      ...blankWords({ headline: "A headline" }),
      body: '{"type":"doc","content":[{"type":"paragraph"}]}',
    },
  }),
  "PUT /desk/stories/[id]/suggestions": () => ({
    revision: 1,
    seen: [],
    words: {
      headline: "Other words",
      standfirst: "",
      body: '{"type":"doc","content":[{"type":"paragraph"}]}',
    },
  }),
  "POST /desk/stories/[id]/presence": () => ({ tab: newId(), wish: "read" }),
};

test("every handler refuses by itself whoever may not call it", async ({ newsroom }) => {
  test.setTimeout(120_000);
  const { pages, story } = await scene(newsroom);
  const [picture] = await database().execute<{ name: string; width: number }>(
    sql`select m.name, m.widths[1] as width from media m join publication_media p using (name) limit 1`,
  );
  const [section] = await database().execute<{ slug: string }>(
    sql`select slug from sections where slug = 'harbour'`,
  );
  if (!picture || !section)
    throw new Error("the demonstration newsroom has no picture or no Harbour section");
  const [live] = await database().execute<{ address: string; author: string; topic: string }>(
    sql`select p.address, a.slug as author, t.slug as topic from publications p
        join publication_authors a using (story_id) join publication_topics pt using (story_id)
        join topics t on t.id = pt.topic_id where p.withdrawn_at is null and p.${ofDemonstration} limit 1`,
  );
  const ownPage = { origin: new URL(process.env.BASE_URL ?? "").origin };
  const sent = await pages.author.request.post("/desk/evidence?title=Interview", {
    headers: ownPage,
    data: Buffer.from(`OggS${"0".repeat(100)}`),
  });
  const recording: { name: string } = await sent.json();
  const parts: Record<string, string> = {
    "[evidence]": recording.name,
    "[id]": story,
    "[file]": `${picture.name}-${picture.width}.webp`,
    "[...nextauth]": "callback/credentials",
    "[section]": section.slug,
    "[slug]": live?.address.split("/").at(-1) ?? "",
    "[person]": live?.author ?? "",
    "[topic]": live?.topic ?? "",
  };
  const wrong: string[] = [];
  for (const [handler, right] of Object.entries(rightsOfHandlers)) {
    const [method = "", path = ""] = handler.split(" ");
    const address = path.replace(/\[[^\]]+\]/g, (part) => parts[part] ?? part);
    // What anybody may call is called by nobody in particular; a sign-out would end the others' visit here.
    for (const who of right === "anyone" ? (["nobody"] as const) : everybody) {
      const reply = await pages[who].request.fetch(address, {
        method,
        headers: ownPage,
        data: bodies[handler]?.(),
        maxRedirects: 0,
      });
      const isOpen = right === "anyone" ? reply.status() !== 403 : ![401, 403, 404].includes(reply.status());
      if (isOpen !== mayCall[right].includes(who)) wrong.push(`${handler} by ${who}: ${reply.status()}`);
      if (reply.status() >= 500) wrong.push(`${handler} by ${who}: a fault, ${reply.status()}`);
    }
  }
  expect(wrong).toEqual([]);
});
