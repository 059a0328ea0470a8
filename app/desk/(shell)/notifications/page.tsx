import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "@/auth";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { NotificationList } from "@/components/notifications/notification-list";
import { Moment } from "@/components/people/moment";
import { notificationsOf, unreadNotifications } from "@/db/queries/desk/notifications";
import { paperZone } from "@/db/queries/desk/people";
import { isId } from "@/domain/ids";
import { headlineOr, notificationHref, notificationNames, notificationWords } from "@/domain/notifications";

export const metadata: Metadata = { title: "Notifications" };

type Props = { searchParams: Promise<{ before?: string | string[] }> };

/** What one was told of, the newest first. */
export default async function NotificationsPage({ searchParams }: Props) {
  const actor = await requireStaff();
  const { before } = await searchParams;
  const from = typeof before === "string" && isId(before) ? before : undefined;
  const [{ shown, older }, unread, zone] = await Promise.all([
    notificationsOf(actor, from),
    unreadNotifications(actor),
    paperZone(),
  ]);
  return (
    <>
      <PageHead title="Notifications" beside={unread === 0 ? "Nothing new" : `${unread} new`}>
        <Link href="/desk/account#told">What I am told of</Link>
      </PageHead>
      <div className="max-w-4xl px-4 pb-12 md:px-6.5">
        {shown.length > 0 ? (
          <NotificationList
            shown={shown.map(({ kind, storyId, headline, by, note, at, isRead, id }) => ({
              id,
              name: notificationNames[kind].name,
              ...notificationWords(kind, by),
              headline: headlineOr(headline),
              note,
              href: notificationHref(kind, storyId),
              at: <Moment at={at} zone={zone} />,
              isRead,
            }))}
            older={older}
          />
        ) : (
          <Empty title={from ? "There is nothing older" : "Nobody has told you anything yet"}>
            When a story of yours is sent back, approved or published, somebody comments on it or asks for the
            pen, or it is due soon, it stands here.
          </Empty>
        )}
      </div>
    </>
  );
}
