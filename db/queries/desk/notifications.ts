import { and, count, desc, eq, isNull, lt, sql } from "drizzle-orm";
import {
  defaultChoices,
  type NotificationChoice,
  type NotificationKind,
  notificationKinds,
} from "@/domain/notifications";
import type { Actor } from "@/domain/people";
import { database } from "../../client";
import { notificationChoices, notifications } from "../../schema/notifications";
import { users } from "../../schema/people";
import { stories } from "../../schema/stories";
import { visibleTo } from "./visible";

/** More than this many are not counted: the bell says "99+". */
const mostCounted = 100;
const pageLength = 40;

/** How many notifications a person has not read, of stories that they may still see; a hundred at the most. */
export async function unreadNotifications(actor: Actor): Promise<number> {
  const unread = database()
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(stories, eq(stories.id, notifications.storyId))
    .where(and(eq(notifications.userId, actor.id), isNull(notifications.readAt), visibleTo(actor)))
    .limit(mostCounted)
    .as("unread");
  const [row] = await database().select({ unread: count() }).from(unread);
  return row?.unread ?? 0;
}

export type Notification = {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly storyId: string;
  readonly headline: string;
  readonly by: string | null;
  readonly note: string;
  readonly at: Date;
  readonly isRead: boolean;
};

/** What a person was told, the newest first, a page at a time from before `before`. What is about a story that they may
 * not see any more is left out. */
export async function notificationsOf(
  actor: Actor,
  before?: string,
): Promise<{ shown: Notification[]; older: string | null }> {
  const rows = await database()
    .select({
      id: notifications.id,
      kind: notifications.kind,
      storyId: notifications.storyId,
      headline: stories.headline,
      by: users.name,
      note: notifications.note,
      at: notifications.at,
      isRead: sql<boolean>`${notifications.readAt} is not null`,
    })
    .from(notifications)
    .innerJoin(stories, eq(stories.id, notifications.storyId))
    .leftJoin(users, eq(users.id, notifications.actorId))
    .where(
      and(
        eq(notifications.userId, actor.id),
        before ? lt(notifications.id, before) : undefined,
        visibleTo(actor),
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(pageLength + 1);
  const shown = rows.slice(0, pageLength);
  return { shown, older: rows.length > pageLength ? (shown.at(-1)?.id ?? null) : null };
}

/** How a person is told of each kind. */
export async function choicesOf(actor: Actor): Promise<Record<NotificationKind, NotificationChoice>> {
  const rows = await database()
    .select({
      kind: notificationChoices.kind,
      inApp: notificationChoices.inApp,
      byMail: notificationChoices.byMail,
    })
    .from(notificationChoices)
    .where(eq(notificationChoices.userId, actor.id));
  const chosen = new Map(rows.map(({ kind, ...choice }) => [kind, choice]));
  const all = notificationKinds.map((kind) => [kind, chosen.get(kind) ?? defaultChoices[kind]] as const);
  return Object.fromEntries(all) as Record<NotificationKind, NotificationChoice>;
}
