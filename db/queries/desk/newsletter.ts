import { count, desc, eq, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { publications } from "@/db/schema/publications";
import { digestStories, digests, subscribers } from "@/db/schema/readers";
import { newsroomNow } from "@/db/write-digest";
import { isMailOn } from "@/db/write-mail";
import { dayAfter, isDigestDue } from "@/domain/newsletter";
import { type Actor, isEditor } from "@/domain/people";
import { paperOf } from "./paper";

/** The next letter as an editor arranges it, and the last ones; null for who is none. */
export async function newsletterForEditing(actor: Actor) {
  if (!isEditor(actor)) return null;
  const db = database();
  const { zone, newsletter } = await paperOf();
  const { day: today, clock } = await newsroomNow(db, zone);
  const sent = await db.select().from(digests).orderBy(desc(digests.day)).limit(14);
  const isGone = sent.some((each) => each.day === today && each.state !== "open");
  const day = isGone ? dayAfter(today) : today;
  const kept = sent.find((each) => each.day === day);
  const [chosen, live, [takers]] = await Promise.all([
    db
      .select({ id: digestStories.storyId })
      .from(digestStories)
      .where(eq(digestStories.day, day))
      .orderBy(digestStories.position),
    db
      .select({ id: publications.storyId, headline: publications.headline })
      .from(publications)
      .where(isNull(publications.withdrawnAt))
      .orderBy(desc(publications.publishedAt), desc(publications.storyId))
      .limit(40),
    db.select({ count: count() }).from(subscribers).where(eq(subscribers.state, "confirmed")),
  ]);
  return {
    day,
    isToday: day === today,
    isPast: !isGone && clock > newsletter.hour && !isDigestDue(newsletter, clock),
    rules: newsletter,
    isMailOn: isMailOn(),
    revision: kept?.revision ?? 0,
    subject: kept?.subject ?? "",
    intro: kept?.intro ?? "",
    chosen: chosen.map((each) => each.id),
    live,
    subscribers: takers?.count ?? 0,
    sent: sent
      .filter((each) => each.state !== "open")
      .map(({ day: on, posted, state }) => ({ day: on, posted, isSent: state === "sent" })),
  };
}
