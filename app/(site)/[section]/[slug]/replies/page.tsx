import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { Frame, tongue } from "@/components/site/frame";
import { Answers, countWords, Reply, ReplyForm, Threads, threadAddress } from "@/components/site/replies";
import type { PaperShown } from "@/components/site/shown";
import { repliesLength, storyOfReplies, threadShown } from "@/db/queries/site/replies";
import { addressInstead } from "@/db/queries/site/story";
import { isId } from "@/domain/ids";
import { isSlug, type Query, readPart } from "../../../addresses";
import { MissingPage, missingMetadata } from "../../../missing";
import { thePaper } from "../../../the-paper";
import { repliesListed } from "../replies-listed";

type Props = { params: Promise<{ section: string; slug: string }>; searchParams: Query };
type Story = NonNullable<Awaited<ReturnType<typeof storyOfReplies>>>;

async function storyAsked(params: Props["params"]): Promise<Story | undefined> {
  const { section, slug } = await params;
  const [first, last] = [readPart(section), readPart(slug)];
  return isSlug(first) && isSlug(last) ? storyAt(`/${first}/${last}`) : undefined;
}

const storyAt = cache(async (address: string) => {
  const story = await storyOfReplies(address);
  if (story) return story;
  const moved = await addressInstead(address);
  return moved ? permanentRedirect(`${moved}/replies`) : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const story = await storyAsked(params);
  if (!story) return missingMetadata;
  return { title: `Replies to “${story.headline}”`, robots: { index: false, follow: true } };
}

/** The replies to a story that its own page has no room for; or one reply with all its answers. */
export default async function RepliesPage({ params, searchParams }: Props) {
  const [story, { before, thread }, shown] = await Promise.all([
    storyAsked(params),
    searchParams,
    thePaper(),
  ]);
  if (!story || (before !== undefined && !isId(before))) return <MissingPage />;
  if (thread !== undefined && !isId(thread)) return <MissingPage />;
  return thread ? (
    <OneThread story={story} id={thread} after={before} shown={shown} />
  ) : (
    <AllReplies story={story} before={before} shown={shown} />
  );
}

type Part = { story: Story; shown: PaperShown };

async function AllReplies({ story, before, shown }: Part & { before: string | undefined }) {
  const replies = await repliesListed(story, repliesLength.page, before);
  return (
    <Frame shown={shown} current={story.document.section.slug} sheet="story">
      <div className="after replies-page">
        <Above story={story} shown={shown} />
        <section className="replies" aria-labelledby="replies-title">
          <h2 id="replies-title">{countWords(replies.count)}</h2>
          {replies.threads.length === 0 ? <p>There are no more replies.</p> : null}
          <Threads story={story.document} threads={replies.threads} open={replies.open} paper={shown.paper} />
          {replies.older ? (
            <p className="older">
              <a href={replies.older}>Older replies</a>
            </p>
          ) : null}
        </section>
        {replies.open ? <ReplyForm storyId={story.storyId} /> : null}
      </div>
    </Frame>
  );
}

async function OneThread({ story, id, after, shown }: Part & { id: string; after: string | undefined }) {
  const [thread, { open }] = await Promise.all([
    threadShown(story.storyId, id, after),
    repliesListed(story, 0),
  ]);
  if (!thread) return <MissingPage />;
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
            <p className="older">
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
