import { and, count, eq, inArray, isNull, lte, ne, type SQL, sql } from "drizzle-orm";
import { type BoardCard, type BoardColumn, type BoardFilter, columnLimits, waysOf } from "@/domain/board";
import { type Actor, isEditor } from "@/domain/people";
import { allowedMoves, type Stage, stages } from "@/domain/workflow";
import { database } from "../../client";
import { sections } from "../../schema/paper";
import { users } from "../../schema/people";
import { corrections, publications } from "../../schema/publications";
import { correctionTasks } from "../../schema/sources";
import { stories, storyAuthors, threads } from "../../schema/stories";
import { foundStories, isInHand, isOneOf, midnight, narrowed } from "./found-stories";
import { visibleTo } from "./visible";

/** The stories in hand that this person may see, by stage, each column with its first cards and the count of all.
 * Of published ones those that went out today by the newsroom's clock; with a text to find, older ones too, the newest
 * of them. */
export async function storiesOnBoard(
  actor: Actor,
  filter: BoardFilter,
  zone: string,
): Promise<BoardColumn[]> {
  const found = filter.text ? await foundStories(actor, filter, zone) : null;
  const ranked = rankedStories(
    found ? isOneOf(found.ids) : and(visibleTo(actor), isInHand(zone), ...narrowed(actor, filter, zone)),
  );
  const upTo = sql`case when ${ranked.stage} = ${filter.more?.stage ?? ""} then ${filter.more?.upTo ?? 0}::int else ${columnLimits.first}::int end`;
  const places = await database().select().from(ranked).where(lte(ranked.rank, upTo)).orderBy(ranked.rank);
  // By their ids: of a ranking the database cannot foresee how few are left, and would read all there are.
  const ids = places.map((place) => place.id);
  const rows = new Map((await rowsOf(ids)).map((row) => [row.id, row]));
  return stages.map((stage) => {
    const mine = places.filter((place) => place.stage === stage);
    const cards = mine.flatMap(({ id }) => {
      const row = rows.get(id);
      return row ? [cardOf(row, actor)] : [];
    });
    const hasOlder = stage === "published" && found !== null && !found.all;
    return { stage, total: mine[0]?.total ?? 0, hasOlder, cards };
  });
}

const rowsOf = (ids: readonly string[]) =>
  ids.length === 0
    ? []
    : database()
        .select(cardColumns)
        .from(stories)
        .leftJoin(sections, eq(sections.id, stories.sectionId))
        .leftJoin(publications, eq(publications.storyId, stories.id))
        .where(inArray(stories.id, [...ids]));

function rankedStories(which: SQL | undefined) {
  return database()
    .select({
      id: stories.id,
      stage: stories.stage,
      rank: sql<number>`row_number() over (partition by ${stories.stage} order by
        case ${stories.stage} when 'drafting' then ${stories.dueAt} when 'scheduled' then ${stories.scheduledFor}
          when 'published' then null else ${stories.stageSince} end asc nulls last,
        case ${stories.stage} when 'published' then ${stories.stageSince} else ${stories.updatedAt} end desc,
        ${stories.id} desc)`
        .mapWith(Number)
        .as("rank"),
      total: sql<number>`count(*) over (partition by ${stories.stage})`.mapWith(Number).as("total"),
    })
    .from(stories)
    .where(which)
    .as("ranked");
}

const names = <Value>(what: SQL) => sql<Value[]>`array(select ${what} from ${storyAuthors}
  join ${users} on ${users.id} = ${storyAuthors.userId}
  where ${storyAuthors.storyId} = ${stories.id} order by ${storyAuthors.position}, ${users.name})`;

const cardColumns = {
  id: stories.id,
  stage: stories.stage,
  stageSince: stories.stageSince,
  revision: stories.revision,
  approvedRevision: stories.approvedRevision,
  headline: stories.headline,
  kicker: stories.kicker,
  sectionId: stories.sectionId,
  section: sections.name,
  authors: names<string>(sql`${users.name}`),
  authorIds: names<string>(sql`${users.id}::text`),
  words: stories.wordCount,
  found: stories.quotesFound,
  verified: stories.quotesVerified,
  broken: stories.quotesBroken,
  dueAt: stories.dueAt,
  embargoUntil: stories.embargoUntil,
  scheduledFor: stories.scheduledFor,
  missedBecause: stories.missedBecause,
  publishedAt: publications.publishedAt,
  withdrawnAt: publications.withdrawnAt,
  correctedAt:
    sql<Date | null>`(select max(${corrections.at}) from ${corrections} where ${corrections.storyId} = ${stories.id} and ${corrections.kind} <> 'withdrawal')`.mapWith(
      corrections.at,
    ),
  openComments:
    sql<number>`(select count(*) from ${threads} where ${threads.storyId} = ${stories.id} and ${threads.resolvedAt} is null)`.mapWith(
      Number,
    ),
  mustResolve:
    sql<number>`(select count(*) from ${threads} where ${threads.storyId} = ${stories.id} and ${threads.resolvedAt} is null and ${threads.mustResolve})`.mapWith(
      Number,
    ),
  toCorrect:
    sql<number>`(select count(*) from ${correctionTasks} where ${correctionTasks.storyId} = ${stories.id} and ${correctionTasks.closedAt} is null)`.mapWith(
      Number,
    ),
  now: sql<Date>`now()`.mapWith(stories.createdAt),
};

type Row = {
  [Name in Exclude<
    keyof BoardCard,
    "moves" | "mayAssign" | "ways" | "opens" | "copy" | "quotes" | "section" | "stage"
  >]: BoardCard[Name];
} & {
  stage: Stage;
  approvedRevision: number | null;
  sectionId: string | null;
  section: string | null;
  authorIds: string[];
  found: number;
  verified: number;
  broken: number;
  withdrawnAt: Date | null;
  now: Date;
};

/** The meter stands in for the checks here: what is refused on the board is what surely would be. The writer runs them all. */
function cardOf(row: Row, actor: Actor): BoardCard {
  const { now, approvedRevision, authorIds, sectionId, found, verified, broken, withdrawnAt, ...card } = row;
  const copy = row.publishedAt === null ? "none" : withdrawnAt ? "withdrawn" : "live";
  const missing = [row.headline.trim() === "", sectionId === null, authorIds.length === 0, row.words === 0];
  const facts = { ...card, copy, approvedRevision, authorIds } as const;
  const blockers = broken + card.mustResolve;
  const at = { now, blockers, missing: missing.filter(Boolean).length };
  return {
    ...card,
    section: row.section ?? "",
    copy,
    quotes: { found, verified, broken },
    opens: row.stage !== "drafting" && isEditor(actor) ? "review" : "writing",
    mayAssign: isEditor(actor),
    moves: allowedMoves(facts, actor, at),
    ways: waysOf(facts, actor, at),
  };
}

/** Stories that are due today and not out yet: how many, and by when the last of them. */
export async function dueToday(actor: Actor, zone: string): Promise<{ count: number; last: Date | null }> {
  const [row] = await database()
    .select({ count: count(), last: sql<Date | null>`max(${stories.dueAt})`.mapWith(stories.dueAt) })
    .from(stories)
    .where(
      and(
        visibleTo(actor),
        ne(stories.stage, "published"),
        // As a span between two midnights, for which there is an index.
        sql`${stories.dueAt} >= ${midnight(zone)} and ${stories.dueAt} < ${midnight(zone, 1)}`,
      ),
    );
  return row ?? { count: 0, last: null };
}

/** The sections and people by which the board can be narrowed. A reporter sees only own stories, so no other people. */
export async function boardChoices(actor: Actor) {
  const [inSections, people] = await Promise.all([
    database()
      .select({ slug: sections.slug, name: sections.name })
      .from(sections)
      .orderBy(sections.position, sections.name),
    assignable(actor),
  ]);
  return { sections: inSections, people };
}

/** Whom this person may give a story to, by name: everybody at work, where they are an editor. */
export async function assignable(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!isEditor(actor)) return [];
  return database()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(isNull(users.deactivatedAt))
    .orderBy(users.name);
}

/** The database's clock, by which everything on the board is judged. */
export async function deskNow(): Promise<Date> {
  const [row] = await database().execute<{ ms: string }>(sql`select extract(epoch from now()) * 1000 as ms`);
  return new Date(Number(row?.ms));
}
