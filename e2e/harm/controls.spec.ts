import { database } from "@/db/client";
import { correctStory } from "@/db/publish";
import { corrections } from "@/db/schema/publications";
import { storyAuthors } from "@/db/schema/stories";
import { moveStory } from "@/db/write-story";
import { type ApprovedStory, approvedStory, putOut, takeBack } from "../live-story";
import { expect, type Newsroom, type Page, type Person, test } from "../newsroom";
import { aboutWho, callDirectly, refusalIn } from "./direct-calls";

const everybody = ["author", "other reporter", "authoring editor", "editor", "admin"] as const;
type Who = (typeof everybody)[number];
const editors: readonly Who[] = ["authoring editor", "editor", "admin"];
const otherEditors: readonly Who[] = ["editor", "admin"];
const admins: readonly Who[] = ["admin"];

type Scene = {
  readonly inReview: ApprovedStory;
  readonly approved: ApprovedStory;
  readonly live: ApprovedStory;
  readonly withdrawn: ApprovedStory;
  readonly correction: string;
  readonly other: Person;
};
type Control = {
  /** On which page, by what name, and by whom it can be pressed. */
  readonly at: (scene: Scene) => string;
  readonly button: string | RegExp;
  readonly by: readonly Who[];
  readonly action: string;
  readonly given: (scene: Scene) => object;
};

const review = (story: ApprovedStory) => `/desk/stories/${story.id}/review`;
const note = "Why it has to be so.";

/** The editors' work, a line for each thing that not everybody may do. */
const controls: Readonly<Record<string, Control>> = {
  approve: {
    at: ({ inReview }) => review(inReview),
    button: "Approve",
    by: otherEditors,
    action: "approve",
    given: ({ inReview: { id, revision } }) => ({ id, revision }),
  },
  "send back": {
    at: ({ inReview }) => review(inReview),
    button: "Send back",
    by: otherEditors,
    action: "sendBack",
    given: ({ inReview: { id } }) => ({ id, note }),
  },
  assign: {
    at: ({ inReview }) => review(inReview),
    button: "Assign",
    by: editors,
    action: "assign",
    given: ({ inReview: { id }, other }) => ({ id, authorIds: [other.id], dueAt: "", note }),
  },
  embargo: {
    at: ({ approved }) => review(approved),
    button: "Embargo",
    by: editors,
    action: "setEmbargo",
    given: ({ approved: { id } }) => ({ id, until: "2036-11-23T06:00" }),
  },
  schedule: {
    at: ({ approved }) => review(approved),
    button: "Schedule",
    by: editors,
    action: "schedule",
    given: ({ approved: { id } }) => ({ id, moment: "2036-11-23T06:00" }),
  },
  publish: {
    at: ({ approved }) => review(approved),
    button: "Publish",
    by: editors,
    action: "publish",
    given: ({ approved: { id, revision } }) => ({ id, revision }),
  },
  "preview by a link": {
    at: ({ approved }) => review(approved),
    button: "Make a preview link",
    by: editors,
    action: "makePreview",
    given: ({ approved: { id } }) => ({ id, hours: 24, label: "" }),
  },
  correct: {
    at: ({ live }) => review(live),
    button: "Correct",
    by: editors,
    action: "correct",
    given: ({ live: { id } }) => ({ id, kind: "correction", text: note, was: "", says: "" }),
  },
  "amend a correction": {
    at: ({ live }) => review(live),
    button: "Amend",
    by: editors,
    action: "amend",
    given: ({ correction }) => ({ id: correction, text: note, was: "", says: "", why: note }),
  },
  withdraw: {
    at: ({ live }) => review(live),
    button: "Withdraw",
    by: editors,
    action: "withdraw",
    given: ({ live: { id } }) => ({ id, note, readersNote: "" }),
  },
  "put back": {
    at: ({ withdrawn }) => review(withdrawn),
    button: "Put back",
    by: editors,
    action: "putBack",
    given: ({ withdrawn: { id } }) => ({ id, note }),
  },
  front: {
    at: () => "/desk/front",
    button: "Preview",
    by: editors,
    action: "keepFrontDraft",
    given: () => ({
      front: "front",
      base: 999_999,
      placings: [],
      quotes: [],
      breaking: { text: "", href: "", until: "" },
    }),
  },
  invite: {
    at: () => "/desk/people",
    button: /^Invite/,
    by: admins,
    action: "invitePerson",
    given: () => ({ name: "Ada Quist", email: "ada@journeys.example", role: "admin", title: "" }),
  },
  "change a colleague": {
    at: () => "/desk/people",
    button: /^Change Reporter/,
    by: admins,
    action: "changePerson",
    given: ({ other }) => ({ id: other.id, change: { to: "role", role: "admin" } }),
  },
  settings: {
    at: () => "/desk/settings",
    button: "Add section",
    by: admins,
    action: "saveMailSettings",
    given: () => ({ base: 999_999, senderName: "" }),
  },
};

async function scene(newsroom: Newsroom): Promise<{ scene: Scene; people: Record<Who, Person> }> {
  const people: Record<Who, Person> = {
    author: await newsroom.person("reporter"),
    "other reporter": await newsroom.person("reporter"),
    "authoring editor": await newsroom.person("editor"),
    editor: await newsroom.person("editor"),
    admin: await newsroom.person("admin"),
  };
  const section = await newsroom.section();
  const story = async () => {
    const made = await approvedStory(newsroom, { reporter: people.author, section });
    const also = { storyId: made.id, userId: people["authoring editor"].id, position: 1 };
    await database().insert(storyAuthors).values(also);
    return made;
  };
  const [inReview, approved, live, withdrawn] = [await story(), await story(), await story(), await story()];
  await moveStory(inReview.editor, inReview, "send_back", note);
  await moveStory(inReview.reporter, inReview, "send");
  await putOut(live);
  const corrected = await correctStory(live.editor, live, { kind: "update", text: note });
  if (!corrected.ok) throw new Error(corrected.why);
  await putOut(withdrawn);
  await takeBack(withdrawn);
  const [correction] = await database()
    .select({ id: corrections.id, storyId: corrections.storyId })
    .from(corrections)
    .then((rows) => rows.filter((row) => row.storyId === live.id));
  const of = { inReview, approved, live, withdrawn, correction: correction?.id ?? "" };
  return { scene: { ...of, other: people["other reporter"] }, people };
}

/** Whether a button stands on the page and can be pressed. */
async function isPressable(page: Page, name: string | RegExp): Promise<boolean> {
  const button = page.getByRole("button", { name, exact: true }).first();
  if ((await button.count()) === 0) return false;
  return (await button.getAttribute("aria-disabled")) !== "true";
}

test("what a person may not do has no button that can be pressed, and is refused without one", async ({
  newsroom,
}) => {
  test.setTimeout(240_000);
  const { scene: given, people } = await scene(newsroom);
  const wrong: string[] = [];
  for (const who of everybody) {
    const page = await newsroom.signedIn(people[who]);
    for (const [what, control] of Object.entries(controls)) {
      const address = control.at(given);
      if (new URL(page.url()).pathname !== address) {
        await page.goto(address);
        await expect(page.getByRole("main")).toBeVisible();
      }
      const may = control.by.includes(who);
      if ((await isPressable(page, control.button)) !== may) wrong.push(`${what}, the button of the ${who}`);
      if (may) continue;
      const asked = [control.given(given)];
      const reply = await callDirectly(page.request, control.action, asked, { story: given.live.id });
      const why = refusalIn(reply);
      if (!why || !aboutWho.has(why)) wrong.push(`${what}, called by the ${who}: ${why ?? "went through"}`);
    }
  }
  expect(wrong).toEqual([]);
});
