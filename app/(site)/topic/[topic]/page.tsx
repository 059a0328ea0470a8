import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { pageLength, storiesOn, topicNamed } from "@/db/queries/site/lists";
import { behindStory, isSlug, pageOf, type Query, readPart } from "../../addresses";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ topic: string }>; searchParams: Query };

const topicAsked = cache(async (part: string) => {
  const slug = readPart(part);
  const topic = isSlug(slug) ? await topicNamed(slug) : undefined;
  return topic ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const topic = await topicAsked((await params).topic);
  return {
    title: topic.name,
    description: `Stories on ${topic.name}.`,
    alternates: { canonical: `/topic/${topic.slug}` },
  };
}

export default async function TopicPage({ params, searchParams }: Props) {
  const topic = await topicAsked((await params).topic);
  const before = behindStory((await searchParams).before);
  if (before === null) notFound();
  const [shown, found] = await Promise.all([thePaper(), storiesOn(topic.id, before)]);
  const { items, older } = pageOf(found, pageLength, `/topic/${topic.slug}`, (story) => story.storyId);
  return (
    <Frame shown={shown}>
      <header className="list-head">
        <h1>
          <bdi>{topic.name}</bdi>
        </h1>
      </header>
      <StoryList
        stories={items}
        clock={shown.paper}
        older={older}
        empty={before ? "There is nothing older." : "No story on this topic has been published yet."}
      />
    </Frame>
  );
}
