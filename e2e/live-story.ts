import { correctStory, publishStory, withdrawStory } from "@/db/publish";
import { confirmPurge } from "@/db/purge";
import { saveText } from "@/db/save-text";
import { newId } from "@/db/schema/columns";
import { bodyOf } from "@/db/testing/people";
import { createStory, moveStory } from "@/db/write-story";
import type { Refusal } from "@/domain/refusal";
import type { Result } from "@/domain/result";
import { expect, type Newsroom, type Person, unique } from "./newsroom";

type Hero = {
  readonly mediaId: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
};
type Story = {
  readonly id: string;
  readonly reporter: Person;
  readonly editor: Person;
  readonly section: { readonly id: string; readonly name: string; readonly slug: string };
  readonly headline: string;
  readonly language: string;
  readonly words: string;
  readonly hero: Hero | null;
  readonly topicIds: readonly string[];
  /** A quote on record that stands in the text. */
  readonly said: { readonly words: string; readonly quoteId: string } | null;
};
export type ApprovedStory = Story & { readonly revision: number };
type Given = {
  readonly headline?: string;
  readonly language?: string;
  readonly hero?: Hero | null;
  readonly reporter?: Person;
  readonly section?: Story["section"];
  readonly topicIds?: readonly string[];
  readonly said?: Story["said"];
};

/** A story that another editor has approved, and that nobody has published yet, in a section of its own. */
export async function approvedStory(newsroom: Newsroom, given: Given = {}): Promise<ApprovedStory> {
  const reporter = given.reporter ?? (await newsroom.person("reporter"));
  const editor = await newsroom.person("editor");
  const section = given.section ?? (await newsroom.section());
  const { id } = await createStory(reporter);
  const story = {
    id,
    reporter,
    editor,
    section,
    headline: given.headline ?? unique("Harbour wall stands"),
    language: given.language ?? "en-GB",
    words: unique("The wall will stand"),
    hero: given.hero ?? null,
    topicIds: given.topicIds ?? [],
    said: given.said ?? null,
  };
  return { ...story, revision: await save(story, 1) };
}

async function save({ id, reporter, editor, section, ...words }: Story, base: number): Promise<number> {
  const saved = await saveText(reporter, {
    storyId: id,
    base,
    key: newId(),
    kind: "autosave",
    name: "",
    words: {
      headline: words.headline,
      standfirst: "Until the spring.",
      kicker: "",
      slug: "",
      language: words.language,
      sectionId: section.id,
      topicIds: words.topicIds,
      hero: words.hero,
      body: words.said
        ? bodyOf([`${words.words}.`], ["She said: “", words.said, "”."])
        : bodyOf([`${words.words}.`]),
    },
  });
  if (!saved.ok) throw new Error(saved.why.why);
  expect(await moveStory(reporter, { id }, "send")).toMatchObject({ ok: true });
  expect(await moveStory(editor, { id }, "approve")).toMatchObject({ ok: true });
  return saved.value.revision;
}

/** Waits until every server has dropped what it kept of the story. Answers its address. */
async function confirmed(
  change: Promise<Result<{ readonly address: string; readonly purged: number }, Refusal>>,
): Promise<string> {
  const done = await change;
  if (!done.ok) throw new Error(done.why);
  expect(await confirmPurge(done.value.purged)).toMatchObject({ confirmed: true });
  return done.value.address;
}

/** Publishes an approved story and answers its address. */
export const putOut = ({ editor, id }: Pick<Story, "editor" | "id">): Promise<string> =>
  confirmed(publishStory(editor, { id }));

/** Changes the text of a live story and has it approved: the change is in hand, and readers have the old text. */
export async function rewrite(
  story: ApprovedStory,
  given: Partial<Pick<Story, "headline" | "words">>,
): Promise<ApprovedStory> {
  const rewritten = { ...story, ...given };
  return { ...rewritten, revision: await save(rewritten, story.revision) };
}

/** Corrects the headline of a live story, by way of a review as any correction. */
export async function correctHeadline(story: ApprovedStory, headline: string): Promise<void> {
  await rewrite(story, { headline });
  const about = { kind: "correction", text: "The headline was wrong.", was: "", says: "" } as const;
  await confirmed(correctStory(story.editor, { id: story.id }, about));
}

export const takeBack = ({ editor, id }: Pick<Story, "editor" | "id">): Promise<string> =>
  confirmed(withdrawStory(editor, id, { note: "It was wrong.", readersNote: "" }));
