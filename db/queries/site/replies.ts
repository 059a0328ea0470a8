import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { publications, replies } from "@/db/schema/publications";
import { newestOf } from "./newest";

/** On a story's own page, on a page of replies, and of answers under one reply of a list. */
export const repliesLength = { story: 20, page: 50, answers: 3 } as const;

const columns = {
  id: replies.id,
  name: replies.name,
  text: replies.text,
  at: replies.at,
  byStaff: replies.byStaff,
};
export type ReplyShown = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly at: Date;
  readonly byStaff: boolean;
};
export type ThreadShown = ReplyShown & {
  readonly answers: readonly ReplyShown[];
  /** Whether the thread's own page has more answers than are here. */
  readonly more: boolean;
};

const shown = (storyId: string) => and(eq(replies.storyId, storyId), eq(replies.state, "shown"));

/** The replies that moderators let stand under a story, the newest first, each with its first answers: one more than
 * `length`, to tell whether there are more. Never with a sender's email. */
export async function repliesShown(
  storyId: string,
  length: number = repliesLength.story,
  before?: string,
): Promise<ThreadShown[]> {
  const tops = await database()
    .select(columns)
    .from(replies)
    .where(and(shown(storyId), isNull(replies.parentId), before ? lt(replies.id, before) : undefined))
    .orderBy(newestOf(replies.id))
    .limit(length + 1);
  const answers = await answersOf(tops.map((top) => top.id));
  return tops.map((top) => {
    const own = answers.get(top.id) ?? [];
    return { ...top, answers: own.slice(0, repliesLength.answers), more: own.length > repliesLength.answers };
  });
}

/** The first answers of each of these replies, one more than is shown of them. */
async function answersOf(ids: readonly string[]): Promise<Map<string, ReplyShown[]>> {
  const found = new Map<string, ReplyShown[]>();
  if (ids.length === 0) return found;
  // Each list is cut by itself: one reply may have thousands of answers.
  const rows = await database().execute<{
    parent: string;
    id: string;
    name: string;
    text: string;
    at: Date | string;
    by_staff: boolean;
  }>(
    sql`select top.id as parent, a.id, a.name, a.text, a.at, a.by_staff
        from unnest(array[${sql.join(
          ids.map((id) => sql`${id}::uuid`),
          sql`, `,
        )}]) as top (id)
        cross join lateral (
          select id, name, text, at, by_staff from replies
          where parent_id = top.id and state = 'shown' order by id limit ${repliesLength.answers + 1}
        ) a order by top.id, a.id`,
  );
  for (const { parent, at, by_staff: byStaff, ...row } of rows) {
    found.set(parent, [...(found.get(parent) ?? []), { ...row, byStaff, at: new Date(at) }]);
  }
  return found;
}

/** One reply with a page of its answers, the oldest first; nothing where it is not shown. */
export async function threadShown(
  storyId: string,
  id: string,
  after?: string,
): Promise<ThreadShown | undefined> {
  const [top] = await database()
    .select(columns)
    .from(replies)
    .where(and(shown(storyId), eq(replies.id, id), isNull(replies.parentId)));
  if (!top) return undefined;
  const rows = await database()
    .select(columns)
    .from(replies)
    .where(
      and(eq(replies.parentId, id), eq(replies.state, "shown"), after ? gt(replies.id, after) : undefined),
    )
    .orderBy(asc(replies.id))
    .limit(repliesLength.page + 1);
  return { ...top, answers: rows.slice(0, repliesLength.page), more: rows.length > repliesLength.page };
}

/** How many replies readers can see under a story: an answer counts while the reply above it is shown. */
export async function replyCount(storyId: string): Promise<number> {
  const [row] = await database().execute<{ shown: number }>(
    sql`select (select count(*) from replies where story_id = ${storyId} and state = 'shown' and parent_id is null)::int
      + (select count(*) from replies a join replies top on top.id = a.parent_id and top.state = 'shown'
          where a.story_id = ${storyId} and a.state = 'shown' and a.parent_id is not null)::int as shown`,
  );
  return row?.shown ?? 0;
}

/** The story whose replies are asked for, live. */
export async function storyOfReplies(address: string) {
  const [row] = await database()
    .select({
      storyId: publications.storyId,
      headline: publications.headline,
      language: publications.language,
      publishedAt: publications.publishedAt,
      document: publications.document,
    })
    .from(publications)
    .where(and(eq(publications.address, address), isNull(publications.withdrawnAt)));
  return row;
}
