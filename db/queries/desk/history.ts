import { and, asc, desc, eq, gte, inArray, lt, lte, or, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { SavedText } from "@/domain/review/history";
import type { Words } from "@/domain/words";
import { eventName, movesOfText } from "@/domain/writing/events";
import { database } from "../../client";
import { users } from "../../schema/people";
import { revisions, stories, storyEvents } from "../../schema/stories";
import { visibleTo } from "./visible";

const pageLength = 100;

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
  const texts = await withMoves(storyId, rows.slice(0, pageLength));
  return { texts, more: rows.length > pageLength ? (texts.at(-1)?.id ?? null) : null };
}

/** Says of each text what was done with it. A text kept beside another has that one's number, and no moves of its own. */
async function withMoves(storyId: string, texts: readonly Omit<SavedText, "moves">[]): Promise<SavedText[]> {
  const numbers = texts.map(({ number }) => number);
  if (numbers.length === 0) return [];
  const rows = await database()
    .selectDistinct({ revision: storyEvents.revision, kind: storyEvents.kind })
    .from(storyEvents)
    .where(
      and(
        eq(storyEvents.storyId, storyId),
        inArray(storyEvents.kind, [...movesOfText]),
        gte(storyEvents.revision, Math.min(...numbers)),
        lte(storyEvents.revision, Math.max(...numbers)),
      ),
    )
    .orderBy(asc(storyEvents.revision));
  return texts.map((text) => ({
    ...text,
    moves:
      text.kind === "branch"
        ? []
        : rows.filter(({ revision }) => revision === text.number).map(({ kind }) => eventName(kind)),
  }));
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
  return row ? { ...row, headline: row.words.headline, moves: [] } : null;
}
