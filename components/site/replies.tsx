import type { Paper } from "@/domain/paper";
import type { PublicDocument } from "@/domain/publication/document";
import { type ReplyTyped, replyLimits } from "@/domain/reply";
import { Linked } from "./linked";
import { Moment } from "./moment";
import type { Clock, RepliesListed, ReplyListed, ThreadListed } from "./shown";

type Of = Pick<PublicDocument, "storyId" | "address">;

/** What stands under a story that readers cannot answer yet. */
export const noReplies: RepliesListed = { threads: [], count: 0, older: null, open: false };

/** The replies that stand, the newest first, and the form for another. */
export function Replies({ story, replies, paper }: { story: Of; replies: RepliesListed; paper: Paper }) {
  const { threads, count, older, open } = replies;
  return (
    <>
      {threads.length > 0 ? (
        <section className="replies" id="replies" aria-labelledby="replies-title">
          <h2 id="replies-title">{countWords(count)}</h2>
          <Threads story={story} threads={threads} open={open} paper={paper} />
          {older ? (
            <p className="older-replies">
              <a href={older}>Older replies</a>
            </p>
          ) : null}
        </section>
      ) : null}
      {open ? <ReplyForm storyId={story.storyId} /> : null}
      {!open && threads.length > 0 ? <p className="reply">Replies are closed.</p> : null}
    </>
  );
}

export const countWords = (count: number): string =>
  count === 1 ? "1 reply" : `${count.toLocaleString("en-GB")} replies`;

/** Replies, each with the first of its answers and the way to the rest. */
export function Threads({
  story,
  threads,
  open,
  paper,
}: {
  story: Of;
  threads: readonly ThreadListed[];
  open: boolean;
  paper: Paper;
}) {
  return threads.map((thread) => {
    const page = threadAddress(story.address, thread.id);
    return (
      <div className="thread" key={thread.id}>
        <Reply reply={thread} clock={paper} paperName={paper.name} />
        <Answers answers={thread.answers} paper={paper} />
        {thread.more || open ? (
          <p className="thread-more">
            {thread.more ? <a href={page}>All answers</a> : null}
            {open ? (
              <a href={`${page}#reply`} aria-label={`Answer ${thread.name}`} rel="nofollow">
                Answer
              </a>
            ) : null}
          </p>
        ) : null}
      </div>
    );
  });
}

export const threadAddress = (address: string, id: string): string => `${address}/replies?thread=${id}`;

export function Answers({ answers, paper }: { answers: readonly ReplyListed[]; paper: Paper }) {
  if (answers.length === 0) return null;
  return (
    <div className="answers">
      {answers.map((answer) => (
        <Reply key={answer.id} reply={answer} clock={paper} paperName={paper.name} />
      ))}
    </div>
  );
}

export function Reply({ reply, clock, paperName }: { reply: ReplyListed; clock: Clock; paperName: string }) {
  return (
    <article dir="auto" id={`reply-${reply.id}`} className={reply.byStaff ? "staff" : undefined}>
      <p className="who">
        <b>
          <bdi>{reply.name}</bdi>
        </b>{" "}
        {reply.byStaff ? (
          <span className="staff-mark">
            <bdi>{paperName}</bdi>
          </span>
        ) : null}{" "}
        <Moment at={reply.at} clock={clock} />
      </p>
      <p className="reply-text">
        <Linked text={reply.text} rel="nofollow ugc noreferrer" />
      </p>
    </article>
  );
}

/** The form for a reply, or for an answer to one. It works without scripts. */
export function ReplyForm({ storyId, answering }: { storyId: string; answering?: ReplyListed }) {
  return (
    <section className="reply" id="reply" aria-labelledby="reply-title">
      <h2 id="reply-title">
        {answering ? (
          <>
            Answer <bdi>{answering.name}</bdi>
          </>
        ) : (
          "Leave a reply"
        )}
      </h2>
      <form method="post" action="/replies" data-timed>
        <input type="hidden" name="story" value={storyId} />
        {answering ? <input type="hidden" name="answers" value={answering.id} /> : null}
        <ReplyFields rows={4} how="reply-how" />
        <div className="website" aria-hidden="true">
          <label htmlFor="reply-website">Leave this empty</label>
          <input id="reply-website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <p id="reply-how">A moderator may read it before it appears. Your email is not shown.</p>
        <button type="submit">Send reply</button>
      </form>
    </section>
  );
}

/** What a reader fills in: empty, or with what was typed before. `how` is the id of what is said about it. */
export function ReplyFields({ typed, rows, how }: { typed?: ReplyTyped; rows: number; how?: string }) {
  return (
    <>
      <label htmlFor="reply-text">Reply</label>
      <textarea
        id="reply-text"
        name="reply"
        rows={rows}
        required
        maxLength={replyLimits.text}
        dir="auto"
        aria-describedby={how}
        defaultValue={typed?.text}
      />
      <div className="pair">
        <div>
          <label htmlFor="reply-name">Name</label>
          <input
            id="reply-name"
            name="name"
            required
            maxLength={replyLimits.name}
            autoComplete="name"
            dir="auto"
            defaultValue={typed?.name}
          />
        </div>
        <div>
          <label htmlFor="reply-email">Email</label>
          <input
            id="reply-email"
            name="email"
            type="email"
            required
            maxLength={replyLimits.email}
            autoComplete="email"
            aria-describedby={how}
            defaultValue={typed?.email}
          />
        </div>
      </div>
    </>
  );
}
