import { and, count, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { type Ban, type ModeratedReply, type ReplyState, replyStates } from "@/domain/moderation";
import { type Actor, isEditor } from "@/domain/people";
import { database } from "../../client";
import { publications, replies } from "../../schema/publications";
import { replyBans } from "../../schema/readers";

const pageLength = 50;

/** Replies in one state, the newest first. `before` is the id of the last one on the page before. None for who may not
 * moderate. */
export async function repliesIn(
  actor: Actor,
  state: ReplyState,
  before: string | null,
): Promise<{ replies: ModeratedReply[]; more: string | null }> {
  if (!isEditor(actor)) return { replies: [], more: null };
  const rows = await database()
    .select({
      id: replies.id,
      state: replies.state,
      name: replies.name,
      email: replies.email,
      text: replies.text,
      at: replies.at,
      heldBecause: replies.heldBecause,
      byStaff: replies.byStaff,
      answersName: sql<string | null>`(select p.name from replies p where p.id = ${replies.parentId})`,
      answersText: sql<string>`(select left(p.text, 160) from replies p where p.id = ${replies.parentId})`,
      headline: publications.headline,
      address: publications.address,
    })
    .from(replies)
    .innerJoin(publications, eq(publications.storyId, replies.storyId))
    .where(and(eq(replies.state, state), before ? lt(replies.id, before) : undefined))
    .orderBy(desc(replies.id))
    .limit(pageLength + 1);
  const page = rows.slice(0, pageLength).map(({ answersName, answersText, ...reply }) => ({
    ...reply,
    answers: answersName === null ? null : { name: answersName, text: answersText },
  }));
  return { replies: page, more: rows.length > pageLength ? (page.at(-1)?.id ?? null) : null };
}

/** How many replies stand in each state. */
export async function replyCounts(actor: Actor): Promise<Record<ReplyState, number>> {
  const none = { held: 0, shown: 0, refused: 0 };
  if (!isEditor(actor)) return none;
  const rows = await database()
    .select({ state: replies.state, count: count() })
    .from(replies)
    .groupBy(replies.state);
  return Object.fromEntries(
    replyStates.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]),
  ) as Record<ReplyState, number>;
}

/** The senders who are banned now, the latest first. */
export async function replyBansNow(actor: Actor): Promise<Ban[]> {
  if (!isEditor(actor)) return [];
  return database()
    .select({
      id: replyBans.id,
      kind: replyBans.kind,
      shown: replyBans.shown,
      at: replyBans.at,
      until: replyBans.until,
    })
    .from(replyBans)
    .where(or(isNull(replyBans.until), gt(replyBans.until, sql`now()`)))
    .orderBy(desc(replyBans.id))
    .limit(500);
}
