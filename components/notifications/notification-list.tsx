"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { readNotifications } from "@/app/actions/notifications";
import { useAnnounce } from "@/components/desk/announcer";
import { Button, buttonClasses } from "@/components/desk/button";
import { useLive } from "@/components/desk/live";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";

export type ShownNotification = {
  id: string;
  name: string;
  before: string;
  headline: string;
  after: string;
  note: string;
  href: string;
  at: ReactNode;
  isRead: boolean;
};

/** What somebody was told, the newest first. Opening one marks it as read. */
export function NotificationList({ shown, older }: { shown: ShownNotification[]; older: string | null }) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, pending, error } = useCommand(readNotifications);
  const [marking, setMarking] = useState<string | null>(null);
  useLive(({ about }) => {
    if (about === "notice") router.refresh();
  });
  const mark = async (ids: string[] | "all", isRead: boolean, said: string) => {
    setMarking(ids === "all" ? "all" : (ids[0] ?? null));
    if ((await run({ ids, isRead })) !== null) announce(said);
    setMarking(null);
    router.refresh();
  };
  const hasUnread = shown.some((each) => !each.isRead);
  return (
    <>
      {error ? <Notice>{error}</Notice> : null}
      <div className="mb-3 flex justify-end">
        <Button
          pending={pending && marking === "all"}
          pendingLabel="Marking …"
          refusedBecause={hasUnread ? undefined : "All of these are read."}
          onClick={() => void mark("all", true, "All are marked as read.")}
        >
          Mark all as read
        </Button>
      </div>
      <ul className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
        {shown.map((each) => (
          <li
            key={each.id}
            className={`flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 ${each.isRead ? "" : "bg-info-soft/40"}`}
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="m-0 flex flex-wrap items-baseline gap-x-2 text-[12.5px] text-ink-3">
                <span className="font-semibold text-ink-2">{each.name}</span>
                {each.at}
                {each.isRead ? null : <span className="font-semibold text-info">New</span>}
              </p>
              <p className="m-0 mt-0.5 text-[14.5px] leading-normal wrap-anywhere">
                {each.before ? <bdi>{each.before} </bdi> : null}
                <Link
                  href={each.href}
                  className="font-semibold"
                  onClick={() => {
                    if (!each.isRead) void run({ ids: [each.id], isRead: true });
                  }}
                >
                  <bdi>{each.headline}</bdi>
                </Link>
                {each.after ? ` ${each.after}` : null}
              </p>
              {each.note ? (
                <p
                  dir="auto"
                  className="m-0 mt-1 line-clamp-4 border-s-2 border-rule ps-3 text-[13.5px] leading-normal whitespace-pre-line wrap-anywhere text-ink-2"
                >
                  {each.note}
                </p>
              ) : null}
            </div>
            <Button
              look="quiet"
              pending={pending && marking === each.id}
              aria-label={`Mark as ${each.isRead ? "unread" : "read"}: ${each.name}, ${each.headline}`}
              onClick={() =>
                void mark([each.id], !each.isRead, each.isRead ? "Marked as unread." : "Marked as read.")
              }
            >
              {each.isRead ? "Mark as unread" : "Mark as read"}
            </Button>
          </li>
        ))}
      </ul>
      {older ? (
        <p className="mt-4">
          <Link className={buttonClasses()} href={`/desk/notifications?before=${older}`}>
            Older
          </Link>
        </p>
      ) : null}
    </>
  );
}
