import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { headingInstead } from "@/db/queries/site/headings";
import { pageLength, storiesOn, topicNamed } from "@/db/queries/site/lists";
import { behindStory, isSlug, pageOf, readPart } from "../../addresses";
import { feedsUnder } from "../../feeds";
import { missingPage, movedTo, sitePage } from "../../site-page";
import { thePaper } from "../../the-paper";

/** The topic of this name, or where one is now that was renamed. */
async function topicAt(slug: string) {
  if (!isSlug(slug)) return undefined;
  const topic = await topicNamed(slug);
  if (topic) return topic;
  const now = await headingInstead("topic", slug);
  return now ? movedTo(`/topic/${now}`) : undefined;
}

export const dynamic = "force-dynamic";

export const GET = sitePage<{ topic: string }>(async ({ params, query }) => {
  const topic = await topicAt(readPart(params.topic));
  const before = behindStory(query.before);
  if (!topic || before === null) return missingPage();
  if ("movedTo" in topic) return topic;
  const [shown, found] = await Promise.all([thePaper(), storiesOn(topic.id, before)]);
  const { items, older } = pageOf(found, pageLength, `/topic/${topic.slug}`, (story) => story.storyId);
  return {
    shown,
    head: {
      title: topic.name,
      description: `Stories on ${topic.name}.`,
      canonical: `/topic/${topic.slug}`,
      forms: feedsUnder(`/topic/${topic.slug}`, topic.name),
    },
    body: (
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
    ),
  };
});
