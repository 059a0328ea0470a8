import Link from "next/link";
import { Empty } from "@/components/desk/empty";
import { fullMoment } from "@/domain/desk-times";
import { trailWords } from "@/domain/review/trail";
import type { TrailEntry } from "@/domain/trail";

/** Entries of a trail, the newest first, each with the story or person it is about. */
export function TrailList({
  entries,
  now,
  zone,
}: {
  entries: readonly TrailEntry[];
  now: Date;
  zone: string;
}) {
  if (entries.length === 0)
    return <Empty>Nothing on the trail matches. Take a filter away to see more.</Empty>;
  return (
    <ol className="m-0 list-none rounded-lg border border-rule bg-surface p-0 text-[14px]">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="flex flex-wrap gap-x-3 gap-y-0.5 border-t border-rule px-4 py-2.5 leading-normal [overflow-wrap:anywhere] first:border-t-0"
        >
          <time dateTime={entry.at.toISOString()} className="w-52 shrink-0 text-ink-3">
            {fullMoment(entry.at, zone)}
          </time>
          <span className="min-w-0 flex-1 basis-64">
            {entry.by ? <bdi className="font-semibold">{entry.by}</bdi> : null} {wordsOf(entry, now, zone)}
            {entry.refused ? <b className="font-semibold text-broken"> (refused)</b> : null}
            {entry.headline ? (
              <span className="text-ink-2">
                {" · "}
                {entry.storyId ? (
                  <Link
                    href={`/desk/stories/${entry.storyId}/review`}
                    prefetch={false}
                    dir="auto"
                    className="underline"
                  >
                    {entry.headline}
                  </Link>
                ) : (
                  <bdi>{entry.headline}</bdi>
                )}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

const wordsOf = (entry: TrailEntry, now: Date, zone: string) =>
  entry.revision === null
    ? [entry.kind.replaceAll("_", " "), entry.note].filter(Boolean).join(": ")
    : trailWords({ ...entry, revision: entry.revision }, now, zone);
