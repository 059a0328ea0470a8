import { sql } from "drizzle-orm";
import type { News } from "@/domain/live";
import { type Actor, isEditor } from "@/domain/people";
import { stages } from "@/domain/workflow";
import { database, type Reader } from "./client";

/** The channel on which every server process hears that something on the desk changed. */
export const liveChannel = "verbatim_live";

/** Tells the desk once this transaction is committed, and not at all when it is not. What changes a story, its
 * comments, a person's rights or a session tells by itself, by triggers of the database; this is for the rest. */
export async function tellDesk(tx: Reader, news: News): Promise<void> {
  await tx.execute(sql`select pg_notify(${liveChannel}, ${JSON.stringify(news)})`);
}

/** A mark that is another one whenever something on the desk changed that this person may see: for pages that have to
 * ask again and again because no stream comes through to them. */
export async function deskMark(actor: Actor): Promise<string> {
  const all = isEditor(actor);
  const own = sql`(select story_id from story_authors where user_id = ${actor.id})`;
  const [row] = await database().execute<{ mark: string }>(sql`
    select concat_ws('.',
      (select id from story_events where ${all ? sql`true` : sql`story_id in ${own}`} order by id desc limit 1),
      (select extract(epoch from max(newest.at)) from unnest(${sql.raw(`array['${stages.join("','")}']`)}) as each
        cross join lateral (select max(updated_at) as at from stories
          where stories.stage = each ${all ? sql`` : sql`and id in ${own}`}) newest),
      (select thread_comments.id from thread_comments
        ${all ? sql`` : sql`join threads on threads.id = thread_id and threads.story_id in ${own}`}
        order by thread_comments.id desc limit 1),
      ${all ? sql`(select extract(epoch from max(greatest(saved_at, published_at))) from front_drafts)` : sql`null`}
    ) as mark`);
  return row?.mark ?? "";
}
