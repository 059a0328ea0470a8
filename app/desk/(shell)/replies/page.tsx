import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "@/auth";
import { Empty } from "@/components/desk/empty";
import { KeepFresh } from "@/components/desk/keep-fresh";
import { PageHead } from "@/components/desk/page-head";
import { Refused } from "@/components/desk/refused";
import { Segments } from "@/components/desk/segments";
import { ReplyQueue } from "@/components/replies/reply-queue";
import { deskNow } from "@/db/queries/desk/board";
import { paperOf } from "@/db/queries/desk/paper";
import { repliesIn, replyCounts } from "@/db/queries/desk/replies";
import { nearMoment } from "@/domain/desk-times";
import { isId } from "@/domain/ids";
import { type ReplyState, replyStateNames, replyStates } from "@/domain/moderation";
import { isEditor } from "@/domain/people";

export const metadata: Metadata = { title: "Replies" };

const belongs: Record<ReplyState, string> = {
  held: "Nothing waits. What readers write under a story stands here until an editor shows or refuses it.",
  shown: "No reply is shown yet.",
  refused: "No reply has been refused.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Readers' replies and what becomes of them. */
export default async function RepliesPage({ searchParams }: Props) {
  const [actor, search] = await Promise.all([requireStaff(), searchParams]);
  if (!isEditor(actor)) return <Refused title="Replies" why="editors_only" />;
  const state = replyStates.find((each) => each === search.state) ?? "held";
  const before = isId(search.before) ? search.before : null;
  const [{ replies, more }, counts, { zone }, now] = await Promise.all([
    repliesIn(actor, state, before),
    replyCounts(actor),
    paperOf(),
    deskNow(),
  ]);
  return (
    <>
      <KeepFresh />
      <PageHead title="Replies" beside={`${counts.held} held`}>
        <Segments
          label="Replies by state"
          views={replyStates.map((each) => ({
            name: `${replyStateNames[each]} ${counts[each]}`,
            href: each === "held" ? "/desk/replies" : `/desk/replies?state=${each}`,
            current: each === state,
          }))}
        />
      </PageHead>
      <div className="max-w-4xl px-4 pb-16 md:px-6.5">
        {replies.length === 0 ? <Empty>{belongs[state]}</Empty> : null}
        <ReplyQueue
          key={`${state}${before}`}
          replies={replies.map(({ at, ...reply }) => ({ ...reply, when: nearMoment(at, now, zone) }))}
        />
        {more ? (
          <Link
            href={`/desk/replies?state=${state}&before=${more}`}
            className="mt-3 block text-center text-[14px] font-semibold text-info"
          >
            Older replies
          </Link>
        ) : null}
      </div>
    </>
  );
}
