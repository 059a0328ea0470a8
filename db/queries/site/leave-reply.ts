import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { publications, replies } from "@/db/schema/publications";
import { newestOf } from "./newest";

export type ReplyLeft = { storyId: string; text: string; name: string; email: string };

/** More replies than this in one minute is a machine, and the moderators could not read them anyway. */
const mostInAMinute = 60;

/** Holds a reader's reply for the moderators. Answers the address of its story, or why it was not kept. */
export async function holdReply(
  reply: ReplyLeft,
): Promise<{ address: string } | { why: "gone" | "flooded" }> {
  const [story] = await database()
    .select({ address: publications.address })
    .from(publications)
    .where(and(eq(publications.storyId, reply.storyId), isNull(publications.withdrawnAt)))
    .limit(1);
  if (!story) return { why: "gone" };
  if (await isFlooded()) return { why: "flooded" };
  await database()
    .insert(replies)
    .values({ storyId: reply.storyId, text: reply.text, name: reply.name, email: reply.email });
  return story;
}

async function isFlooded(): Promise<boolean> {
  const [earlier] = await database()
    .select({ recent: sql<boolean>`${replies.at} > now() - interval '1 minute'` })
    .from(replies)
    .where(eq(replies.state, "held"))
    .orderBy(newestOf(replies.id))
    .offset(mostInAMinute - 1)
    .limit(1);
  return earlier?.recent ?? false;
}
