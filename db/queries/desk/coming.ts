import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { BoardFilter } from "@/domain/board";
import { type ComingMoment, type ListedStory, listLength } from "@/domain/coming";
import { type Actor, isEditor } from "@/domain/people";
import { openStages } from "@/domain/workflow";
import { database } from "../../client";
import { sections } from "../../schema/paper";
import { users } from "../../schema/people";
import { publications } from "../../schema/publications";
import { stories, storyAuthors } from "../../schema/stories";
import { foundStories, isOneOf, narrowed, storiesHolding } from "./found-stories";
import { visibleTo } from "./visible";

const authors = sql<string[]>`array(select ${users.name} from ${storyAuthors}
  join ${users} on ${users.id} = ${storyAuthors.userId}
  where ${storyAuthors.storyId} = ${stories.id} order by ${storyAuthors.position}, ${users.name})`;

/** So many moments of those days are looked through for a text. */
const lookedThrough = 5_000;
const most = 500;

const days = (from: string, count: number, zone: string) => ({
  begin: sql`(${from}::date)::timestamp at time zone ${zone}`,
  end: sql`(${from}::date + ${count}::int)::timestamp at time zone ${zone}`,
});

/** What falls due, goes out or comes out of embargo on `count` days of the newsroom from `from` (YYYY-MM-DD), in order
 * of time, five hundred at the most. */
export async function comingMoments(
  actor: Actor,
  filter: BoardFilter,
  zone: string,
  from: string,
  count: number,
): Promise<ComingMoment[]> {
  const { begin, end } = days(from, count, zone);
  const of = (kind: ComingMoment["kind"], moment: SQL | typeof stories.dueAt, where?: SQL) =>
    database()
      .select({
        kind: sql<ComingMoment["kind"]>`${kind}::text`.as("kind"),
        at: sql<Date>`${moment}`.mapWith(stories.createdAt).as("at"),
        id: stories.id,
        stage: stories.stage,
        headline: stories.headline,
        section: sections.name,
        missed: sql<boolean>`${stories.missedBecause} is not null`.as("missed"),
        authors: authors.as("authors"),
      })
      .from(stories)
      .leftJoin(sections, eq(sections.id, stories.sectionId))
      .where(
        and(
          visibleTo(actor),
          ...narrowed(actor, filter, zone),
          where,
          sql`${moment} >= ${begin} and ${moment} < ${end}`,
        ),
      );
  const rows = await of("due", stories.dueAt, sql`${stories.stage} <> 'published'`)
    .unionAll(of("scheduled", sql`${stories.scheduledFor}`, sql`${stories.stage} = 'scheduled'`))
    .unionAll(of("embargo", sql`${stories.embargoUntil}`))
    .orderBy(sql`"at"`, sql`"id"`)
    .limit(filter.text ? lookedThrough : most);
  const held = filter.text
    ? new Set(
        await storiesHolding(
          filter.text,
          rows.map(({ id }) => id),
        ),
      )
    : null;
  const shown = held ? rows.filter(({ id }) => held.has(id)).slice(0, most) : rows;
  return shown.map(({ section, stage, id, ...row }) => ({
    ...row,
    id,
    stage,
    section: section ?? "",
    opens: stage !== "drafting" && isEditor(actor) ? ("review" as const) : ("writing" as const),
  }));
}

/** The first moment that a story is held to; an embargo that is over is none. */
const next = sql`coalesce(least(${stories.dueAt}, ${stories.scheduledFor},
  case when ${stories.embargoUntil} > now() then ${stories.embargoUntil} end), 'infinity'::timestamptz)`;

/** The stories in hand as a list, those first that need something first; those without any moment last. `after` is the
 * end of the page before: null for the first. */
export async function storiesListed(
  actor: Actor,
  filter: BoardFilter,
  zone: string,
  after: string | null,
): Promise<{ stories: ListedStory[]; after: string | null; hasOlder: boolean }> {
  const [, moment, id] = /^([\w:.+-]+)_([0-9a-f-]{36})$/.exec(after ?? "") ?? [];
  const found = filter.text ? await foundStories(actor, filter, zone) : null;
  const which = found
    ? [isOneOf(found.ids)]
    : [visibleTo(actor), ...narrowed(actor, filter, zone), inArray(stories.stage, openStages)];
  const rows = await database()
    .select({
      id: stories.id,
      stage: stories.stage,
      stageSince: stories.stageSince,
      headline: stories.headline,
      section: sections.name,
      authors,
      words: stories.wordCount,
      found: stories.quotesFound,
      verified: stories.quotesVerified,
      broken: stories.quotesBroken,
      dueAt: stories.dueAt,
      embargoUntil: stories.embargoUntil,
      scheduledFor: stories.scheduledFor,
      missedBecause: stories.missedBecause,
      assignment: stories.assignment,
      isLive: sql<boolean>`${publications.storyId} is not null and ${publications.withdrawnAt} is null`,
      next: sql<string>`replace(${next}::text, ' ', 'T')`,
    })
    .from(stories)
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(publications, eq(publications.storyId, stories.id))
    .where(
      and(
        ...which,
        moment && id && isMoment(moment)
          ? sql`(${next}, ${stories.id}) > (${moment}::timestamptz, ${id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(next, stories.id)
    .limit(listLength + 1);
  const shown = rows.slice(0, listLength);
  const last = shown.at(-1);
  return {
    stories: shown.map(({ next: _, section, found, verified, broken, ...row }) => ({
      ...row,
      section: section ?? "",
      quotes: { found, verified, broken },
      opens: row.stage !== "drafting" && isEditor(actor) ? "review" : "writing",
    })),
    after: rows.length > listLength && last ? `${last.next}_${last.id}` : null,
    hasOlder: found !== null && !found.all,
  };
}

const isMoment = (text: string) =>
  text === "infinity" || !Number.isNaN(Date.parse(text.replace(/([+-]\d\d)$/, "$1:00")));
