import type { RepliesListed } from "@/components/site/shown";
import { repliesShown, replyCount } from "@/db/queries/site/replies";
import type { Paper } from "@/domain/paper";
import type { PublicDocument } from "@/domain/publication/document";
import { repliesOpen } from "@/domain/reply-rules";

/** One page of a story's replies, as it is drawn. `before` is the last reply of the page before. */
export async function repliesListed(
  story: { readonly storyId: string; readonly publishedAt: Date; readonly document: PublicDocument },
  paper: Paper,
  length: number,
  before?: string,
): Promise<RepliesListed> {
  const [found, count] = await Promise.all([
    repliesShown(story.storyId, length, before),
    replyCount(story.storyId),
  ]);
  const threads = found.slice(0, length);
  const last = threads.at(-1);
  const withoutReplies = story.document.withoutReplies ?? false;
  return {
    threads,
    count,
    older: found.length > length && last ? `${story.document.address}/replies?before=${last.id}` : null,
    open: repliesOpen(paper.replies, { publishedAt: story.publishedAt, withoutReplies }, new Date()),
  };
}
