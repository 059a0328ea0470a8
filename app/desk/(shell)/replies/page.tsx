import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "@/auth";
import { Empty } from "@/components/desk/empty";
import { KeepFresh } from "@/components/desk/keep-fresh";
import { PageHead } from "@/components/desk/page-head";
import { Refused } from "@/components/desk/refused";
import { Segments } from "@/components/desk/segments";
import { BanList, type ShownBan } from "@/components/replies/ban-list";
import { ReplyQueue } from "@/components/replies/reply-queue";
import { deskNow } from "@/db/queries/desk/board";
import { paperOf } from "@/db/queries/desk/paper";
import { repliesIn, replyBansNow, replyCounts } from "@/db/queries/desk/replies";
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
  const isOfBans = search.state === "banned";
  const state = replyStates.find((each) => each === search.state) ?? "held";
  const before = isId(search.before) ? search.before : null;
  const [{ replies, more }, bans, counts, { zone }, now] = await Promise.all([
    isOfBans ? { replies: [], more: null } : repliesIn(actor, state, before),
    replyBansNow(actor),
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
          views={[
            ...replyStates.map((each) => ({
              name: `${replyStateNames[each]} ${counts[each]}`,
              href: each === "held" ? "/desk/replies" : `/desk/replies?state=${each}`,
              current: each === state && !isOfBans,
            })),
            { name: `Banned ${bans.length}`, href: "/desk/replies?state=banned", current: isOfBans },
          ]}
        />
      </PageHead>
      <div className="max-w-4xl px-4 pb-16 md:px-6.5">
        {isOfBans ? (
          <Banned
            bans={bans.map(({ id, kind, shown, at, until }) => ({
              id,
              kind,
              shown,
              since: nearMoment(at, now, zone),
              until: until ? nearMoment(until, now, zone) : "",
            }))}
          />
        ) : replies.length === 0 ? (
          <Empty>{belongs[state]}</Empty>
        ) : null}
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

function Banned({ bans }: { bans: readonly ShownBan[] }) {
  return bans.length === 0 ? (
    <Empty>
      Nobody is banned. A ban is set beside a reply; what its sender writes later is refused unseen.
    </Empty>
  ) : (
    <BanList bans={bans} />
  );
}
