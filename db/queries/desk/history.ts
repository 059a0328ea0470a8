import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { SavedText } from "@/domain/review/history";
import type { Words } from "@/domain/words";
import { database } from "../../client";
import { users } from "../../schema/people";
import { revisions, stories } from "../../schema/stories";
import { visibleTo } from "./visible";

const pageLength = 300;

/** The saved texts of a story that the person may see, the newest first, without their words. `before` is the id of the
 * last one on the page before. */
export async function savedTexts(
  actor: Actor,
  storyId: string,
  before: string | null = null,
): Promise<{ texts: SavedText[]; more: string | null }> {
  const from = before ? await placeOf(actor, storyId, before) : null;
  const rows = await database()
    .select({
      id: revisions.id,
      number: revisions.number,
      kind: revisions.kind,
      name: revisions.name,
      by: users.name,
      at: revisions.at,
      headline: sql<string>`${revisions.words}->>'headline'`,
    })
    .from(revisions)
    .innerJoin(stories, eq(stories.id, revisions.storyId))
    .innerJoin(users, eq(users.id, revisions.by))
    .where(
      and(
        eq(revisions.storyId, storyId),
        visibleTo(actor),
        from
          ? or(
              lt(revisions.number, from.number),
              and(eq(revisions.number, from.number), lt(revisions.id, from.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(revisions.number), desc(revisions.id))
    .limit(pageLength + 1);
  const texts = rows.slice(0, pageLength);
  return { texts, more: rows.length > pageLength ? (texts.at(-1)?.id ?? null) : null };
}

async function placeOf(actor: Actor, storyId: string, id: string) {
  const [row] = await database()
    .select({ id: revisions.id, number: revisions.number })
    .from(revisions)
    .innerJoin(stories, eq(stories.id, revisions.storyId))
    .where(and(eq(revisions.id, id), eq(revisions.storyId, storyId), visibleTo(actor)));
  return row ?? null;
}

/** One saved text with its words, or null when it is not of this story or the person may not see it. */
export async function savedText(
  actor: Actor,
  storyId: string,
  id: string,
): Promise<(SavedText & { words: Words }) | null> {
  const [row] = await database()
    .select({
      id: revisions.id,
      number: revisions.number,
      kind: revisions.kind,
      name: revisions.name,
      by: users.name,
      at: revisions.at,
      words: revisions.words,
    })
    .from(revisions)
    .innerJoin(stories, eq(stories.id, revisions.storyId))
    .innerJoin(users, eq(users.id, revisions.by))
    .where(and(eq(revisions.id, id), eq(revisions.storyId, storyId), visibleTo(actor)));
  return row ? { ...row, headline: row.words.headline } : null;
}
