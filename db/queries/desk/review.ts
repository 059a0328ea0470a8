import { and, desc, eq, inArray, isNull, lt, ne, or } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import { mostSuggestions } from "@/domain/review/suggestions";
import type { Words } from "@/domain/words";
import { database, type Reader } from "../../client";
import { users } from "../../schema/people";
import { publications } from "../../schema/publications";
import { revisions, stories, storyEvents, storyReadings, suggestions } from "../../schema/stories";
import { visibleTo } from "./visible";

/** The text with which a reviewer compares the newest one. */
export type EarlierText = {
  readonly number: number;
  readonly words: Words;
  /** Why this one: "you last acted on it", "it was last sent", "the first one". */
  readonly because: "asked for" | "last read by you" | "last decided on" | "the first";
};

const decisions = ["send_back", "approve", "publish", "fire", "correct"];

/** The text to compare with: the revision asked for; else the one on which this person last decided; else the one on
 * which anybody did; else the first. Null when there is nothing earlier, or the story may not be seen. */
export async function earlierText(
  actor: Actor,
  storyId: string,
  current: number,
  asked: number | null,
): Promise<EarlierText | null> {
  if (asked !== null && asked < current) {
    const words = await wordsAt(actor, storyId, asked);
    if (words) return { number: asked, words, because: "asked for" };
  }
  const [decided, read] = await Promise.all([
    decidedOn(actor, storyId, current),
    readBy(actor, storyId, current),
  ]);
  const decidedByThem = decided.find((event) => event.actorId === actor.id);
  const own = read && (!decidedByThem || read.revision > decidedByThem.revision) ? read : decidedByThem;
  const any = own ?? decided[0];
  const number = any?.revision ?? 1;
  if (number >= current) return null;
  const words = await wordsAt(actor, storyId, number);
  if (!words) return null;
  return { number, words, because: own ? "last read by you" : any ? "last decided on" : "the first" };
}

/** The newest text before this one that the person had open as a reviewer. */
async function readBy(actor: Actor, storyId: string, current: number) {
  const [row] = await database()
    .select({ revision: storyReadings.revision })
    .from(storyReadings)
    .innerJoin(stories, eq(stories.id, storyReadings.storyId))
    .where(
      and(
        eq(storyReadings.storyId, storyId),
        eq(storyReadings.userId, actor.id),
        lt(storyReadings.revision, current),
        visibleTo(actor),
      ),
    )
    .orderBy(desc(storyReadings.revision))
    .limit(1);
  return row;
}

function decidedOn(actor: Actor, storyId: string, current: number) {
  return database()
    .select({ revision: storyEvents.revision, actorId: storyEvents.actorId })
    .from(storyEvents)
    .innerJoin(stories, eq(stories.id, storyEvents.storyId))
    .where(
      and(
        eq(storyEvents.storyId, storyId),
        inArray(storyEvents.kind, decisions),
        lt(storyEvents.revision, current),
        visibleTo(actor),
      ),
    )
    .orderBy(desc(storyEvents.id))
    .limit(200);
}

/** Who may be called in a comment on a story by these authors: themselves and every editor, for they may see it. */
export function mentionable(reader: Reader, authorIds: readonly string[]) {
  return reader
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        isNull(users.deactivatedAt),
        or(inArray(users.role, ["editor", "admin"]), inArray(users.id, [...authorIds])),
      ),
    )
    .orderBy(users.name)
    .limit(500);
}

/** The suggested edits of a story that are still open, oldest first. Only for who has been found to see the story. */
export function openSuggestions(reader: Reader, storyId: string) {
  return reader
    .select({
      id: suggestions.id,
      field: suggestions.field,
      passage: suggestions.passage,
      before: suggestions.before,
      after: suggestions.after,
      replacement: suggestions.replacement,
      place: suggestions.place,
      content: suggestions.content,
      mediaId: suggestions.mediaId,
      why: suggestions.why,
      by: users.name,
      byId: suggestions.by,
      at: suggestions.at,
    })
    .from(suggestions)
    .innerJoin(users, eq(users.id, suggestions.by))
    .where(and(eq(suggestions.storyId, storyId), isNull(suggestions.decision)))
    .orderBy(suggestions.id)
    .limit(mostSuggestions);
}

/** The words that readers have of a story, as plain text; null when they have none, or the story may not be seen. */
export async function liveText(actor: Actor, storyId: string): Promise<string | null> {
  const [row] = await database()
    .select({
      headline: publications.headline,
      standfirst: publications.standfirst,
      plain: publications.plain,
    })
    .from(publications)
    .innerJoin(stories, eq(stories.id, publications.storyId))
    .where(and(eq(publications.storyId, storyId), isNull(publications.withdrawnAt), visibleTo(actor)));
  return row ? [row.headline, row.standfirst, row.plain].join("\n") : null;
}

async function wordsAt(actor: Actor, storyId: string, number: number): Promise<Words | null> {
  const [row] = await database()
    .select({ words: revisions.words })
    .from(revisions)
    .innerJoin(stories, eq(stories.id, revisions.storyId))
    .where(
      and(
        eq(revisions.storyId, storyId),
        eq(revisions.number, number),
        ne(revisions.kind, "branch"),
        visibleTo(actor),
      ),
    );
  return row?.words ?? null;
}

/** Names of the people who recorded the quotes and vouched for the sources of a story, by id. Names of staff only. */
export async function staffNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
