import type { ReactNode } from "react";
import { Frame, tongue } from "@/components/site/frame";
import { Answers, countWords, Reply, ReplyForm, Threads, threadAddress } from "@/components/site/replies";
import type { PaperShown } from "@/components/site/shown";
import { repliesLength, storyOfReplies, threadShown } from "@/db/queries/site/replies";
import { addressInstead } from "@/db/queries/site/story";
import { isId } from "@/domain/ids";
import { storyAddress } from "../../../addresses";
import { missingPage, movedTo, sitePage } from "../../../site-page";
import { thePaper } from "../../../the-paper";
import { repliesListed } from "../replies-listed";

type Params = { section: string; slug: string };
type Story = NonNullable<Awaited<ReturnType<typeof storyOfReplies>>>;

export const dynamic = "force-dynamic";

/** The replies to a story that its own page has no room for; or one reply with all its answers. */
export const GET = sitePage<Params>(async ({ params, query: { before, thread } }) => {
  const address = storyAddress(params);
  if (!address) return missingPage();
  if ((before !== undefined && !isId(before)) || (thread !== undefined && !isId(thread)))
    return missingPage();
  const [story, shown] = await Promise.all([storyOfReplies(address), thePaper()]);
  if (!story) {
    const moved = await addressInstead(address);
    return moved ? movedTo(`${moved}/replies`) : missingPage(shown);
  }
  const part = { story, shown };
  const body = thread ? await oneThread(part, thread, before) : await allReplies(part, before);
  if (!body) return missingPage(shown);
  const title = `Replies to “${story.headline}”`;
  return { shown, head: { title, robots: "noindex, follow" }, body };
});

type Part = { story: Story; shown: PaperShown };

async function allReplies({ story, shown }: Part, before: string | undefined): Promise<ReactNode> {
  const replies = await repliesListed(story, shown.paper, repliesLength.page, before);
  return (
    <Frame shown={shown} current={story.document.section.slug} sheet="story">
      <div className="after replies-page">
        <Above story={story} shown={shown} />
        <section className="replies" aria-labelledby="replies-title">
          <h2 id="replies-title">{countWords(replies.count)}</h2>
          {replies.threads.length === 0 ? <p>There are no more replies.</p> : null}
          <Threads story={story.document} threads={replies.threads} open={replies.open} paper={shown.paper} />
          {replies.older ? (
            <p className="older-replies">
              <a href={replies.older}>Older replies</a>
            </p>
          ) : null}
        </section>
        {replies.open ? <ReplyForm storyId={story.storyId} /> : null}
      </div>
    </Frame>
  );
}

async function oneThread({ story, shown }: Part, id: string, after: string | undefined): Promise<ReactNode> {
  const [thread, { open }] = await Promise.all([
    threadShown(story.storyId, id, after),
    repliesListed(story, shown.paper, 0),
  ]);
  if (!thread) return null;
  const last = thread.answers.at(-1);
  return (
    <Frame shown={shown} current={story.document.section.slug} sheet="story">
      <div className="after replies-page">
        <Above story={story} shown={shown} />
        <section className="replies" aria-labelledby="replies-title">
          <h2 id="replies-title">
            A reply by <bdi>{thread.name}</bdi>
          </h2>
          <div className="thread">
            <Reply reply={thread} clock={shown.paper} paperName={shown.paper.name} />
            <Answers answers={thread.answers} paper={shown.paper} />
          </div>
          {thread.more && last ? (
            <p className="older-replies">
              <a href={`${threadAddress(story.document.address, id)}&before=${last.id}`}>Later answers</a>
            </p>
          ) : null}
        </section>
        {open ? <ReplyForm storyId={story.storyId} answering={thread} /> : null}
        <p>
          <a href={`${story.document.address}/replies`}>All replies</a>
        </p>
      </div>
    </Frame>
  );
}

function Above({ story, shown }: Part) {
  return (
    <h1 {...tongue(story.language, shown.paper.language)} dir="auto">
      <a href={story.document.address}>{story.headline}</a>
    </h1>
  );
}
