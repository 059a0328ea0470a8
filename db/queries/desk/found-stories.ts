import { and, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { BoardFilter, DueFilter } from "@/domain/board";
import type { Actor } from "@/domain/people";
import { openStages } from "@/domain/workflow";
import { database } from "../../client";
import { sections } from "../../schema/paper";
import { users } from "../../schema/people";
import { correctionTasks, quotes, quoteUses, sources } from "../../schema/sources";
import { stories, storyAuthors, storyLines } from "../../schema/stories";
import { likePattern } from "./search-words";
import { visibleTo } from "./visible";

/** The newsroom's midnight at the beginning of today, or so many days later. */
export const midnight = (zone: string, later = 0) =>
  sql`(date_trunc('day', now() at time zone ${zone}) + ${later}::int * interval '1 day') at time zone ${zone}`;

/** Not out yet, out since the newsroom's midnight, or to be corrected, however long ago it went out. Three lists that each
 * have their index, for the stories that are out are many. */
export const isInHand = (zone: string) => sql`${stories.id} in (
  select id from stories where ${inArray(stories.stage, openStages)}
  union all select id from stories where stage = 'published' and stage_since >= ${midnight(zone)}
  union all select story_id from ${correctionTasks} where closed_at is null)`;

/** What the filter leaves of the stories, as conditions on `stories`; its text is `foundStories`. */
export function narrowed(actor: Actor, filter: BoardFilter, zone: string): (SQL | undefined)[] {
  return [
    filter.section
      ? inArray(
          stories.sectionId,
          database().select({ id: sections.id }).from(sections).where(eq(sections.slug, filter.section)),
        )
      : undefined,
    filter.person ? writtenBy(filter.person) : undefined,
    filter.mine ? writtenBy(actor.id) : undefined,
    filter.due ? isDue(filter.due, zone) : undefined,
  ];
}

const dayOf = (moment: SQL | typeof stories.dueAt, zone: string) =>
  sql`(${moment} at time zone ${zone})::date`;

function isDue(due: DueFilter, zone: string): SQL {
  const today = dayOf(sql`now()`, zone);
  const day = dayOf(stories.dueAt, zone);
  return {
    late: sql`${stories.dueAt} < now()`,
    today: sql`${day} = ${today}`,
    week: sql`${day} between ${today} and ${today} + 6`,
    none: sql`${stories.dueAt} is null`,
  }[due];
}

const writtenBy = (person: string) =>
  inArray(
    stories.id,
    database().select({ id: storyAuthors.storyId }).from(storyAuthors).where(eq(storyAuthors.userId, person)),
  );

/** A word that more stories, displayed quotes or sources have than this is not rare. */
const rare = { stories: 3_000, sources: 100 } as const;
/** A shorter text has no index: the indexes hold runs of three letters. */
const shortest = 3;
/** So many of the newest published stories are looked through for a word that is not rare, and so many where few of the
 * first have it. */
const lookedThrough = { first: 400, more: 1_200 } as const;
/** So many found among the first are enough, though older ones may match as well. */
const enough = 100;

/** The stories that hold a text, out of those that this person may see and that the rest of the filter leaves: all that
 * are in hand, and of those that are out the newest. `all` tells that none is missing.
 *
 * The indexes give the few stories that hold a rare word. A word that is not rare is soon met among those in hand and the
 * newest that are out, which are asked in turn. So each letter typed reads some hundreds of stories, and not those of
 * years. */
export async function foundStories(
  actor: Actor,
  filter: BoardFilter,
  zone: string,
): Promise<{ readonly ids: readonly string[]; readonly all: boolean }> {
  const theirs = and(visibleTo(actor), ...narrowed(actor, filter, zone));
  const { first, more } = lookedThrough;
  const [inHand, newest] = await Promise.all([
    database()
      .select({ id: stories.id })
      .from(stories)
      .where(and(theirs, isInHand(zone))),
    newestOut(theirs, first, 0),
  ]);
  const ofNewest = await storiesHolding(filter.text, newest);
  const isAll = newest.length < first;
  const isCommon = ofNewest.length >= enough;
  const mayBeRare = !isAll && !isCommon && filter.text.length >= shortest;
  const few = mayBeRare ? await rarelyHolding(filter.text, theirs) : null;
  if (few) return { ids: few, all: true };
  const ofInHand = await storiesHolding(
    filter.text,
    inHand.map(({ id }) => id),
  );
  const ids = [...new Set([...ofInHand, ...ofNewest])];
  if (isAll || isCommon) return { ids, all: isAll };
  const next = await newestOut(theirs, more - first, first);
  const older = await storiesHolding(filter.text, next);
  return { ids: [...new Set([...ids, ...older])], all: next.length < more - first };
}

async function newestOut(theirs: SQL | undefined, count: number, after: number): Promise<string[]> {
  const rows = await database()
    .select({ id: stories.id })
    .from(stories)
    .where(and(theirs, eq(stories.stage, "published")))
    .orderBy(sql`${stories.stageSince} desc`)
    .limit(count)
    .offset(after);
  return rows.map(({ id }) => id);
}

/** Which of these stories hold a text: in their own lines, in their authors' names, or in the quotes and sources they
 * show. Each is asked by itself, and no more of it than it takes; the offset keeps the planner from reading the quotes of
 * all stories at once instead. */
export async function storiesHolding(text: string, among: readonly string[]): Promise<string[]> {
  if (among.length === 0) return [];
  const like = likePattern(text);
  const rows = await database()
    .select({ id: stories.id })
    .from(stories)
    .where(
      and(
        isOneOf(among),
        sql`(${storyLines} ilike ${like}
          or exists (select from story_authors a join users u on u.id = a.user_id
            where a.story_id = ${stories.id} and u.name ilike ${like})
          or exists (select from quote_uses u where u.story_id = ${stories.id} and u.displayed ilike ${like} offset 0)
          or exists (select from quote_uses u join quotes q on q.id = u.quote_id join sources s on s.id = q.source_id
            where u.story_id = ${stories.id} and (s.name ilike ${like} or s.organisation ilike ${like}) offset 0))`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** The stories that hold a rare text, by the indexes; null of one that is not rare. */
async function rarelyHolding(text: string, theirs: SQL | undefined): Promise<string[] | null> {
  const like = likePattern(text);
  const db = database();
  const inLines = await db
    .select({ id: stories.id })
    .from(stories)
    .where(sql`${storyLines} ilike ${like}`)
    .limit(rare.stories + 1);
  if (inLines.length > rare.stories) return null;
  const said = await db
    .select({ id: sources.id })
    .from(sources)
    .where(
      and(
        // What the index of letters knows of a source, which is more than its name.
        sql`${sources.plain} like lower(unaccent(${like}))`,
        or(ilike(sources.name, like), ilike(sources.organisation, like)),
      ),
    )
    .limit(rare.sources + 1);
  if (said.length > rare.sources) return null;
  const shown = await db
    .select({ id: quoteUses.storyId })
    .from(quoteUses)
    .where(ilike(quoteUses.displayed, like))
    .limit(rare.stories + 1);
  if (shown.length > rare.stories) return null;
  const bySources = db
    .select({ id: quoteUses.storyId })
    .from(quoteUses)
    .innerJoin(quotes, eq(quotes.id, quoteUses.quoteId))
    .where(
      isOneOf(
        said.map(({ id }) => id),
        quotes.sourceId,
      ),
    );
  const byAuthors = await db
    .select({ id: storyAuthors.storyId })
    .from(storyAuthors)
    .innerJoin(users, eq(users.id, storyAuthors.userId))
    .where(ilike(users.name, like))
    .limit(rare.stories + 1);
  if (byAuthors.length > rare.stories) return null;
  const known = listOf([...inLines, ...shown, ...byAuthors].map(({ id }) => id));
  const rows = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(theirs, sql`${stories.id} in (select unnest(${known}::uuid[]) union ${bySources})`))
    .limit(rare.stories + 1);
  return rows.length > rare.stories ? null : rows.map(({ id }) => id);
}

/** As one value: a list of so many places would be another statement each time. */
const listOf = (ids: readonly string[]) => `{${ids.join(",")}}`;
export const isOneOf = (ids: readonly string[], id: SQL | AnyPgColumn = stories.id) =>
  sql`${id} = any(${listOf(ids)}::uuid[])`;
