import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { type Actor, isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction } from "../client";
import { deskEvents, users } from "../schema/people";
import { stories, storyAuthors } from "../schema/stories";
import { lockStory } from "../stories/locked-story";
import { tell } from "../tell";
import { writeEvent } from "../write-story";

/** Gives the stories that a person has open to a colleague, who becomes their author in that person's place. A story
 * that the colleague approved stays, for then an author would have passed their own work: `kept` says how many. Sealed
 * names are not handed over; no role brings them. */
export function handOver(
  actor: Actor,
  fromId: string,
  toId: string,
): Promise<Result<{ handed: number; kept: number }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isAdmin(actor)) return refuse("admins_only" as const);
    const person = (id: string) => tx.select({ name: users.name }).from(users).where(eq(users.id, id));
    const [from] = await person(fromId);
    const [to] = await tx
      .select({ name: users.name })
      .from(users)
      .where(and(eq(users.id, toId), isNull(users.deactivatedAt)))
      .for("share");
    if (!from || !to || fromId === toId) return refuse("choice_gone" as const);
    const open = await tx
      .select({ id: stories.id })
      .from(stories)
      .innerJoin(storyAuthors, and(eq(storyAuthors.storyId, stories.id), eq(storyAuthors.userId, fromId)))
      .where(ne(stories.stage, "published"))
      .orderBy(asc(stories.id));
    let handed = 0;
    for (const { id } of open) {
      const story = await lockStory(tx, "the clock", id);
      if (!story || story.row.approvedBy === toId) continue;
      const isFrom = and(eq(storyAuthors.storyId, id), eq(storyAuthors.userId, fromId));
      const [place] = await tx.delete(storyAuthors).where(isFrom).returning();
      if (!place) continue;
      await tx
        .insert(storyAuthors)
        .values({ ...place, userId: toId })
        .onConflictDoNothing();
      const note = `from ${from.name} to ${to.name}`;
      await writeEvent(tx, story, actor, { kind: "handed_over", note });
      await tell(tx, {
        kind: "assigned",
        story: story.row,
        actor,
        to: { people: [toId] },
        note: `Handed over ${note}`,
      });
      handed += 1;
    }
    if (handed > 0) {
      const note = `${handed} to ${to.name}`;
      await tx.insert(deskEvents).values({ actorId: actor.id, kind: "handed_over", subject: fromId, note });
    }
    return ok({ handed, kept: open.length - handed });
  });
}

/** How many stories somebody has open, for a list of people. */
export const openStoriesOf = sql<number>`(select count(*)::int from story_authors a
  join stories s on s.id = a.story_id where a.user_id = users.id and s.stage <> 'published')`;
