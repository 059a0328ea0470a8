"use client";

import Link from "next/link";
import { buttonClasses } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import type { StoryEvent } from "../story";

/** What happened to the story, newest first, and the way to all of its revisions. */
export function HistoryPanel({
  storyId,
  events,
  moment,
}: {
  storyId: string;
  events: readonly StoryEvent[];
  moment: (iso: string) => string;
}) {
  return (
    <div className="p-4.5">
      <Link href={`/desk/stories/${storyId}/history`} className={buttonClasses()}>
        All revisions
      </Link>
      {events.length === 0 ? (
        <div className="mt-4.5">
          <Empty>Who sent, approved, scheduled or published this story, and when, is listed here.</Empty>
        </div>
      ) : (
        <ol className="m-0 mt-3 list-none p-0">
          {events.map((event) => (
            <li key={event.id} className="border-b border-rule py-3 leading-normal">
              {event.what}
              <br />
              <span className="text-ink-3">
                {event.by} · {moment(event.at)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
