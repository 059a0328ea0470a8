import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { headingInstead } from "@/db/queries/site/headings";
import { pageLength, storiesOn, topicNamed } from "@/db/queries/site/lists";
import { behindStory, isSlug, pageOf, type Query, readPart } from "../../addresses";
import { feedsUnder } from "../../feeds";
import { MissingPage, missingMetadata } from "../../missing";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ topic: string }>; searchParams: Query };

/** The topic at this address. One that was renamed is redirected to. */
const topicOf = cache(async (slug: string) => {
  const topic = await topicNamed(slug);
  if (topic) return topic;
  const now = await headingInstead("topic", slug);
  return now ? permanentRedirect(`/topic/${now}`) : undefined;
});

async function topicAsked({ params, searchParams }: Props) {
  const slug = readPart((await params).topic);
  const before = behindStory((await searchParams).before);
  const topic = isSlug(slug) ? await topicOf(slug) : undefined;
  return topic && before !== null ? { topic, before } : undefined;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const asked = await topicAsked(props);
  if (!asked) return missingMetadata;
  const { topic } = asked;
  return {
    title: topic.name,
    description: `Stories on ${topic.name}.`,
    alternates: {
      canonical: `/topic/${topic.slug}`,
      types: feedsUnder(`/topic/${topic.slug}`, topic.name),
    },
  };
}

export default async function TopicPage(props: Props) {
  const asked = await topicAsked(props);
  if (!asked) return <MissingPage />;
  const { topic, before } = asked;
  const [shown, found] = await Promise.all([thePaper(), storiesOn(topic.id, before)]);
  const { items, older } = pageOf(found, pageLength, `/topic/${topic.slug}`, (story) => story.storyId);
  return (
    <Frame shown={shown}>
      <header className="list-head">
        <h1>
          <bdi>{topic.name}</bdi>
        </h1>
        <p>
          <a href={`/topic/${topic.slug}/feed.xml`}>Feed of this topic</a>
        </p>
      </header>
      <StoryList
        stories={items}
        clock={shown.paper}
        older={older}
        led={!before}
        empty={before ? "There is nothing older." : "No story on this topic has been published yet."}
      />
    </Frame>
  );
}
