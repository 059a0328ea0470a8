import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { type NotificationChoice, type NotificationKind, notificationKinds } from "@/domain/notifications";
import type { Actor } from "@/domain/people";
import { ok, type Result } from "@/domain/result";
import { inTransaction } from "./client";
import { tellDesk } from "./live";
import { notificationChoices, notifications } from "./schema/notifications";

/** Marks one's own notifications as read, or as not read; those of others are left as they are. */
export function markNotifications(
  actor: Actor,
  which: readonly string[] | "all",
  isRead: boolean,
): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    await tx
      .update(notifications)
      .set({ readAt: isRead ? sql`now()` : null })
      .where(
        and(
          eq(notifications.userId, actor.id),
          which === "all" ? undefined : inArray(notifications.id, [...which]),
          isRead ? isNull(notifications.readAt) : isNotNull(notifications.readAt),
        ),
      );
    // Their other tabs count anew.
    await tellDesk(tx, { about: "notice", id: actor.id, to: [actor.id], editors: false });
    return ok(null);
  });
}

/** Keeps how a person wants to be told of each kind. */
export function saveChoices(
  actor: Actor,
  choices: Readonly<Record<NotificationKind, NotificationChoice>>,
): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    const rows = notificationKinds.map((kind) => ({ userId: actor.id, kind, ...choices[kind] }));
    await tx
      .insert(notificationChoices)
      .values(rows)
      .onConflictDoUpdate({
        target: [notificationChoices.userId, notificationChoices.kind],
        set: { inApp: sql`excluded.in_app`, byMail: sql`excluded.by_mail` },
      });
    return ok(null);
  });
}
