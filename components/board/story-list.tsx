import Link from "next/link";
import type { ReactNode } from "react";
import { Empty } from "@/components/desk/empty";
import { cardAddress, isWaitingTooLong } from "@/domain/board";
import { type ListedStory, type ListGroup, listGroupNames, listGroupOf } from "@/domain/coming";
import { howLong, nearMoment } from "@/domain/desk-times";
import { stageNames } from "@/domain/workflow";
import { OlderToo } from "./column";
import { MeterFigure } from "./meter";

const columns = ["Story", "Due", "Stage", "Who", "Goes out", "Embargo", "Quotes"] as const;

/** The lines by group, in the order in which they come. */
function groupsOf(stories: readonly ListedStory[], now: Date, zone: string): [ListGroup, ListedStory[]][] {
  const groups = new Map<ListGroup, ListedStory[]>();
  for (const story of stories) {
    const group = listGroupOf(story, now, zone);
    groups.set(group, [...(groups.get(group) ?? []), story]);
  }
  return [...groups];
}

type Props = {
  stories: readonly ListedStory[];
  now: Date;
  zone: string;
  /** The address of the next page, or null on the last. */
  nextHref: string | null;
  hasOlder: boolean;
};

/** The stories in hand as lines, those first that need something first. */
export function StoryList({ stories, now, zone, nextHref, hasOlder }: Props) {
  if (stories.length === 0) {
    return (
      <div className="px-4 py-2 md:px-6.5">
        <Empty title="No story is in hand">Press New story to begin one.</Empty>
      </div>
    );
  }
  return (
    <div className="px-4 pb-10 md:px-6.5">
      <div className="relative overflow-x-auto rounded-lg border border-rule bg-surface">
        <table className="w-full border-collapse text-left text-[13.5px] max-md:block md:min-w-2xl">
          <thead className="text-[12.5px] text-ink-3 max-md:sr-only">
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col" className="px-3.5 py-2.5 font-semibold">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {groupsOf(stories, now, zone).map(([group, lines]) => (
            <tbody key={group} className="max-md:block">
              <tr className="max-md:flex">
                <th
                  scope="rowgroup"
                  colSpan={columns.length}
                  className="border-t border-rule bg-sunken px-3.5 max-md:w-full py-1.5 text-[12.5px] font-semibold text-ink-2"
                >
                  {listGroupNames[group]} <span className="font-normal text-ink-3">{lines.length}</span>
                </th>
              </tr>
              {lines.map((story) => (
                <Line key={story.id} story={story} now={now} zone={zone} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {hasOlder && !nextHref ? <OlderToo /> : null}
      {nextHref ? (
        <p className="mt-3 mb-0 text-[14px]">
          <Link href={nextHref} className="font-semibold text-info">
            Next page
          </Link>
        </p>
      ) : null}
    </div>
  );
}

/** On a telephone a line is a block: its headline, and what else there is to say of it in the rows below. */
const cell = "border-rule align-top max-md:empty:hidden md:border-t md:px-3.5 md:py-2.5";

function Line({ story, now, zone }: { story: ListedStory; now: Date; zone: string }) {
  const moment = (at: Date | null) => (at ? nearMoment(at, now, zone) : "");
  return (
    <tr className="border-rule max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:gap-y-1 max-md:border-t max-md:px-3.5 max-md:py-2.5">
      <th scope="row" className={`${cell} font-normal [overflow-wrap:anywhere] max-md:w-full md:max-w-96`}>
        <span className="block text-[12px] font-semibold text-accent">
          {story.section || "No section yet"}
        </span>
        <Link
          href={cardAddress(story)}
          prefetch={false}
          dir="auto"
          className="line-clamp-3 font-head text-[16px] leading-snug font-medium no-underline hover:underline"
        >
          {story.headline || "Untitled"}
        </Link>
        {story.assignment ? (
          <span dir="auto" className="mt-0.5 line-clamp-2 text-[13px] text-ink-2">
            {story.assignment}
          </span>
        ) : null}
      </th>
      <td className={`${cell} whitespace-nowrap`}>
        {story.dueAt ? <OnTelephone>Due</OnTelephone> : null}
        {moment(story.dueAt)}
        {story.dueAt && story.dueAt < now ? <Small bad>late</Small> : null}
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        {stageNames[story.stage]}
        {story.isLive && story.stage !== "published" ? <Small>live, with changes</Small> : null}
        {story.stage === "in_review" ? (
          <Small bad={isWaitingTooLong(story.stageSince, now)}>
            waiting {howLong(story.stageSince, now)}
          </Small>
        ) : null}
      </td>
      <td className={cell}>
        <bdi>{story.authors.join(", ") || "Nobody yet"}</bdi>
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        {story.scheduledFor ? <OnTelephone>Goes out</OnTelephone> : null}
        {moment(story.scheduledFor)}
        {story.missedBecause ? <Small bad>missed</Small> : null}
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        {story.embargoUntil && story.embargoUntil > now ? (
          <>
            <OnTelephone>Embargo</OnTelephone>
            {moment(story.embargoUntil)}
          </>
        ) : null}
      </td>
      <td className={cell}>
        <MeterFigure quotes={story.quotes} long={false} />
      </td>
    </tr>
  );
}

/** What the column's head says where there are columns. */
const OnTelephone = ({ children }: { children: ReactNode }) => (
  <span aria-hidden className="text-ink-3 md:hidden">
    {children}{" "}
  </span>
);

const Small = ({ bad = false, children }: { bad?: boolean; children: ReactNode }) => (
  <span className={`block text-[12px] ${bad ? "font-semibold text-broken" : "text-ink-3"}`}>{children}</span>
);
