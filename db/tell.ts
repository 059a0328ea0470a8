import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { notificationLetter } from "@/domain/mail/letters";
import { choiceOf, type NotificationKind } from "@/domain/notifications";
import { type Actor, isEditor } from "@/domain/people";
import type { Transaction } from "./client";
import { tellDesk } from "./live";
import { paperOf } from "./queries/desk/paper";
import { newId } from "./schema/columns";
import { notificationChoices, notifications } from "./schema/notifications";
import { users } from "./schema/people";
import { isMailOn, post } from "./write-mail";

export type Told = {
  readonly kind: NotificationKind;
  readonly story: { readonly id: string; readonly headline: string; readonly language: string };
  /** Who did it; they are not told of their own doing. */
  readonly actor: Actor | "the clock";
  /** Whom it concerns. Whoever of them may not see the story, or is not on the staff any more, is left out. */
  readonly to: {
    readonly authors?: boolean;
    readonly editors?: boolean;
    readonly people?: readonly (string | null)[];
  };
  /** In their own words: why it was sent back, what the comment says. */
  readonly note?: string;
  /** A name for what happened, where the same may be found again: nobody is told of one cause twice. */
  readonly cause?: string;
};

/** Tells people what happened to a story, in the app and by mail as each of them chose. Part of the transaction in which
 * it happens, so that they are told if it did and not otherwise. The one way in which anybody is told of anything. */
export async function tell(tx: Transaction, told: Told): Promise<void> {
  const { kind, story, actor } = told;
  const concerned = await peopleConcerned(tx, told);
  if (concerned.length === 0) return;
  const note = told.note?.trim() ?? "";
  const cause = `${kind}:${told.cause ?? newId()}`;
  const actorId = actor === "the clock" ? null : actor.id;
  const inApp = concerned.filter((person) => person.choice.inApp);
  if (inApp.length > 0) {
    await tx
      .insert(notifications)
      .values(inApp.map(({ id }) => ({ userId: id, kind, storyId: story.id, actorId, note, cause })))
      .onConflictDoNothing({ target: [notifications.userId, notifications.cause] });
    for (const { id } of inApp) await tellDesk(tx, { about: "notice", id, to: [id], editors: false });
  }
  const byMail = isMailOn() ? concerned.filter((person) => person.choice.byMail) : [];
  if (byMail.length === 0) return;
  const { name: paper } = await paperOf(tx);
  const by = actor === "the clock" ? null : actor.name;
  const letter = notificationLetter({ kind, story, by, note, paper });
  await post(
    tx,
    byMail.map(({ id, email }) => ({
      event: cause,
      recipient: email,
      userId: id,
      storyId: story.id,
      letter,
    })),
  );
}

async function peopleConcerned(tx: Transaction, { kind, story, actor, to }: Told) {
  const isAuthor = sql<boolean>`exists (select 1 from story_authors a
    where a.story_id = ${story.id} and a.user_id = users.id)`;
  const people = (to.people ?? []).filter((id) => id !== null);
  const wanted: (SQL | undefined)[] = [
    to.authors ? isAuthor : undefined,
    to.editors ? inArray(users.role, ["editor", "admin"]) : undefined,
    people.length > 0 ? inArray(users.id, people) : undefined,
  ];
  if (wanted.every((each) => each === undefined)) return [];
  const rows = await tx
    .select({
      id: users.id,
      email: users.email,
      role: users.role,
      isAuthor,
      inApp: notificationChoices.inApp,
      byMail: notificationChoices.byMail,
    })
    .from(users)
    .leftJoin(
      notificationChoices,
      and(eq(notificationChoices.userId, users.id), eq(notificationChoices.kind, kind)),
    )
    .where(
      and(
        or(...wanted),
        isNull(users.deactivatedAt),
        actor === "the clock" ? undefined : ne(users.id, actor.id),
      ),
    );
  return rows
    .filter((person) => isEditor(person) || person.isAuthor)
    .map(({ id, email, inApp, byMail }) => ({
      id,
      email,
      choice: choiceOf(kind, inApp === null || byMail === null ? null : { inApp, byMail }),
    }));
}
