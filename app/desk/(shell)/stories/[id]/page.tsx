import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireStaff } from "@/auth";
import type { StoryOnDesk } from "@/components/editor/story";
import { WritingDesk } from "@/components/editor/writing-desk";
import { planOf } from "@/components/review/plan";
import { assignable } from "@/db/queries/desk/board";
import { type StoryForWriting, storyForWriting } from "@/db/queries/desk/story";
import { isId } from "@/domain/ids";
import { refusalWords } from "@/domain/refusal";
import { eventInWords } from "@/domain/writing/events";

type Props = { params: Promise<{ id: string }> };

const storyOf = cache(async (id: string) => {
  const actor = await requireStaff();
  const [story, people] = await Promise.all([
    isId(id) ? storyForWriting(actor, id) : null,
    assignable(actor),
  ]);
  return { actor, story, people };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { story } = await storyOf((await params).id);
  return { title: story ? story.words.headline || "Untitled" : "No such story" };
}

/** Writing a story. */
export default async function WritingPage({ params }: Props) {
  const { actor, story, people } = await storyOf((await params).id);
  if (!story) notFound();
  return <WritingDesk key={story.id} story={onDesk(story, people)} userId={actor.id} userName={actor.name} />;
}

/** What the page in the browser is told of a story: field by field, and nothing else. */
function onDesk(story: StoryForWriting, people: StoryOnDesk["plan"]["people"]): StoryOnDesk {
  const { closed } = story;
  return {
    id: story.id,
    stage: story.stage,
    revision: story.revision,
    savedAt: story.updatedAt.toISOString(),
    words: story.words,
    wordCount: story.wordCount,
    closedBecause: closed ? refusalWords[closed] : null,
    maySend: closed === null,
    copy: story.copy,
    address: story.address,
    plan: planOf(story, people),
    sentBack: sentBackWith(story),
    suggestions: story.suggestions.map(({ at, ...each }) => ({ ...each, when: at.toISOString() })),
    records: story.records,
    pictures: story.pictures.map(({ id, name, width, height, widths, focal }) => ({
      id,
      name,
      width,
      height,
      widths,
      focal,
    })),
    sections: story.sections.map(({ id, name, language }) => ({ id, name, language })),
    paperLanguage: story.paper.language,
    topics: story.topics.map(({ id, name }) => ({ id, name })),
    notes: story.notes.map(({ id, by, at, text }) => ({ id, by, at: at.toISOString(), text })),
    events: story.events.map((event) => ({
      id: String(event.id),
      by: event.by ?? "The clock",
      at: event.at.toISOString(),
      what: eventInWords(event),
    })),
    quotationWords: story.paper.house.quotationWords,
    release: process.env.NEXT_DEPLOYMENT_ID ?? "",
    knownNames: story.knownNames,
    mastodonHosts: story.paper.mastodonHosts,
    zone: story.paper.zone,
  };
}

/** Autosaves leave no event, so the newest one tells how the story came to be where it is. */
function sentBackWith({ stage, events }: StoryForWriting): StoryOnDesk["sentBack"] {
  const last = events.find((event) => event.toStage !== event.fromStage);
  if (stage !== "drafting" || last?.kind !== "send_back") return null;
  return { by: last.by ?? "", note: last.note };
}
