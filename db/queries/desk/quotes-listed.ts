import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { type Actor, isEditor } from "@/domain/people";
import type { QuoteRecord } from "@/domain/quote-record";
import type { GroundRule, SourceKind, StateOfQuote, UseOfQuote, Verification } from "@/domain/quotes";
import { database } from "../../client";
import { users } from "../../schema/people";
import { quotes, quoteUses, sources } from "../../schema/sources";
import { stories } from "../../schema/stories";
import { recordsOf } from "../../stories/records";
import { isInPrint, quotesVisibleTo } from "./quotes";
import { likePattern, wordsSought } from "./search-words";
import { visibleTo } from "./visible";

export type QuoteFilter = {
  readonly text?: string | undefined;
  readonly verification?: Verification | undefined;
  readonly groundRule?: GroundRule | undefined;
  readonly kind?: SourceKind | undefined;
  readonly sourceId?: string | undefined;
  readonly state?: StateOfQuote | undefined;
  /** In a story, in its text or as readers have it; or in none. */
  readonly use?: UseOfQuote | undefined;
  /** Only quotes older than this one: the last of the page before. */
  readonly before?: string | undefined;
};

/** One quote in the list: the record, who put it down, and how many stories show it, in their text or as readers have it. */
export type ListedQuote = {
  readonly record: QuoteRecord;
  readonly recordedByName: string;
  readonly createdAt: Date;
  readonly uses: number;
};

type Page = { readonly quotes: ListedQuote[]; readonly older: string | null };

const listLength = 30;

/** So many of the newest quotes that pass the filters are read for words: a word that one in ten has fills a page of them. */
const fewNewest = 400;

/** So many where a page was not filled. A word that fewer than one in a hundred has does not fill a page of these either,
 * and of 200,000 an index gives those few at once: where the first read met hardly any, the index is asked right away. */
const manyNewest = 3_000;
const hardlyAny = 2;

/** A page of quotes that the person may see, the newest first, and whether there are older ones. Words that many quotes
 * have are found among the newest, words that few have by index: one way alone would read all quotes for the other kind. */
export async function quotesListed(actor: Actor, filter: QuoteFilter, length = listLength): Promise<Page> {
  const text = filter.text?.trim() ?? "";
  if (!text) return pageOf(await idsOf(newestFor(actor, filter, length + 1)), length);
  const speakers = await speakersLike(text);
  const isWhole = ({ ids, areAll }: { ids: string[]; areAll: boolean }) => ids.length > length || areAll;
  const words = says(text, speakers);
  const few = await amongNewest(actor, filter, words, fewNewest, length + 1);
  if (isWhole(few)) return pageOf(few.ids, length);
  if (few.ids.length > hardlyAny) {
    // As far as a page of them should reach, with room for luck; and if luck is worse than that, as far as is allowed.
    const reach = Math.ceil(((length + 1) / few.ids.length) * fewNewest * 1.5);
    const more = await amongNewest(actor, filter, words, Math.min(reach, manyNewest), length + 1);
    if (isWhole(more)) return pageOf(more.ids, length);
    const many = reach < manyNewest ? await amongNewest(actor, filter, words, manyNewest, length + 1) : more;
    if (isWhole(many)) return pageOf(many.ids, length);
  }
  const found = and(foundByIndex(text, speakers), quotesVisibleTo(actor), passes(filter), inUse(filter.use));
  return pageOf(await idsOf(newestThat(found, length + 1)), length);
}

/** Those of the newest that say the words, and whether the newest are all that there are. "offset 0" holds the planner to
 * these few: it would look for rare words in all quotes first, and for the newest among what it found. */
async function amongNewest(
  actor: Actor,
  filter: QuoteFilter,
  words: SQL,
  most: number,
  length: number,
): Promise<{ ids: string[]; areAll: boolean }> {
  const rows = await database().execute<{ read: number; ids: string[] }>(sql`
    with newest as materialized (${newestFor(actor, filter, most + 1)})
    select (select count(*) from newest)::int as read, array(
      select ${quotes.id} from newest
      cross join lateral (select * from quotes each where each.id = newest.id offset 0) quotes
      where ${words} order by ${quotes.id} desc limit ${length}) as ids`);
  const { read, ids } = rows[0] ?? { read: 0, ids: [] };
  return { ids, areAll: read <= most };
}

/** The newest quotes that the person may see and that pass the filters. What a reporter may see is gathered from where it
 * comes from, each by an index: to walk through all quotes and ask of each would read all for somebody who may see few. */
function newestFor(actor: Actor, filter: QuoteFilter, length: number): SQL {
  const fits = passes(filter);
  if (isEditor(actor)) return newestThat(and(fits, inUse(filter.use)), length);
  const each = seenBy(actor, filter.use).map((seen) => sql`(${newestThat(and(seen, fits), length)})`);
  return sql`select id from (${sql.join(each, sql` union `)}) seen order by id desc limit ${length}`;
}

const newestThat = (condition: SQL | undefined, length: number): SQL =>
  sql`select ${quotes.id} from ${quotes} where ${condition ?? sql`true`} order by ${quotes.id} desc limit ${length}`;

async function idsOf(query: SQL): Promise<string[]> {
  const rows = await database().execute<{ id: string }>(query);
  return rows.map((row) => row.id);
}

/** The parts of what a reporter may see, together the same as `quotesVisibleTo`, of quotes in stories or in none: what is
 * seen because a story shows it is in a story. */
function seenBy(actor: Actor, use: UseOfQuote | undefined): SQL[] {
  const own = sql`${eq(quotes.recordedBy, actor.id)} and ${inUse(use) ?? sql`true`}`;
  if (use === "unused") return [own];
  const db = database();
  const inSeenStory = db
    .select({ id: quoteUses.quoteId })
    .from(quoteUses)
    .innerJoin(stories, eq(stories.id, quoteUses.storyId))
    .where(visibleTo(actor));
  return [own, inArray(quotes.id, inSeenStory), isInPrint()];
}

/** Whether a story shows it. One that went out of the text of a live story is still before readers. */
function inUse(use: UseOfQuote | undefined): SQL | undefined {
  if (!use) return undefined;
  const used = sql`(exists (select 1 from quote_uses u where u.quote_id = ${quotes.id}) or exists (
    select 1 from quote_prints p join publications live using (story_id)
    where p.quote_id = ${quotes.id} and live.withdrawn_at is null))`;
  return use === "used" ? used : sql`not ${used}`;
}

function passes(filter: QuoteFilter): SQL | undefined {
  return and(
    filter.verification ? eq(quotes.verification, filter.verification) : undefined,
    filter.groundRule ? underRule(filter.groundRule) : undefined,
    filter.kind
      ? sql`${quotes.sourceId} in (select s.id from sources s where s.kind = ${filter.kind})`
      : undefined,
    filter.sourceId ? eq(quotes.sourceId, filter.sourceId) : undefined,
    filter.state ? inState(filter.state) : undefined,
    filter.before ? lt(quotes.id, filter.before) : undefined,
  );
}

/** Most quotes are on the record: those are met on the way. The few of each other rule are gathered by its indexes. */
function underRule(rule: GroundRule): SQL {
  if (rule === "on_record")
    return sql`coalesce(${quotes.groundRule}, (select o.ground_rule from occasions o where o.id = ${quotes.occasionId})) = ${rule}`;
  return sql`${quotes.id} = any(array(
    select q.id from quotes q where q.ground_rule = ${rule} and q.ground_rule <> 'on_record'
    union all
    select q.id from occasions o join quotes q on q.occasion_id = o.id and q.ground_rule is null
    where o.ground_rule = ${rule} and o.ground_rule <> 'on_record'))`;
}

/** Reads the quotes of one page, of which one more than its length was found when there are older ones. */
async function pageOf(ids: readonly string[], length: number): Promise<Page> {
  const shown = ids.slice(0, length);
  if (shown.length === 0) return { quotes: [], older: null };
  const db = database();
  const [rows, records] = await Promise.all([
    db
      .select({
        id: quotes.id,
        recordedByName: users.name,
        createdAt: quotes.createdAt,
        // Named by the table itself: inside an expression the query builder leaves the table's name out.
        uses: sql<number>`(select count(*) from (
          select u.story_id from quote_uses u where u.quote_id = "quotes"."id" union
          select p.story_id from quote_prints p join publications live using (story_id)
          where p.quote_id = "quotes"."id" and live.withdrawn_at is null) shown)`.mapWith(Number),
      })
      .from(quotes)
      .innerJoin(users, eq(users.id, quotes.recordedBy))
      .where(inArray(quotes.id, shown))
      .orderBy(desc(quotes.id)),
    recordsOf(db, shown),
  ]);
  return {
    quotes: rows.flatMap(({ id, ...row }) => {
      const record = records.find((each) => each.id === id);
      return record ? [{ record, ...row }] : [];
    }),
    older: ids.length > length ? (shown.at(-1) ?? null) : null,
  };
}

/** The words of a record, in full or half typed, or its speaker. */
function partsOf(text: string, speakers: readonly string[]): SQL[] {
  const like = likePattern(text);
  const sought = wordsSought(text);
  return [
    sql`${quotes.verbatim} ilike ${like}`,
    sql`(${quotes.translation} <> '' and ${quotes.translation} ilike ${like})`,
    ...(sought ? [sql`${quotes.search} @@ ${sought}`] : []),
    ...(speakers.length > 0 ? [inArray(quotes.sourceId, [...speakers])] : []),
  ];
}

/** "is true" keeps the planner from its indexes: these few rows are at hand, and common words would have it read all. */
const says = (text: string, speakers: readonly string[]): SQL =>
  sql`(${sql.join(partsOf(text, speakers), sql` or `)}) is true`;

/** The same, each part answered from an index of its own before anything is sorted. Of a text of one or two letters,
 * which no index of letters knows, whole words alone are found so. */
function foundByIndex(text: string, speakers: readonly string[]): SQL {
  const parts = partsOf(text, speakers);
  const indexed = text.length < 3 ? parts.slice(2) : parts;
  if (indexed.length === 0) return says(text, speakers);
  const found = indexed.map((part) => sql`select ${quotes.id} from ${quotes} where ${part}`);
  return sql`${quotes.id} = any (array(${sql.join(found, sql` union `)}))`;
}

/** The condition of the index of those in doubt, so that it is used. */
const inState = (state: StateOfQuote): SQL =>
  state === "stands"
    ? sql`${quotes.state} = 'stands'`
    : sql`${quotes.state} = ${state} and ${quotes.state} <> 'stands'`;

/** Sources that what was typed may name: at most 100, for a name that more have is no search for a speaker. */
async function speakersLike(text: string): Promise<string[]> {
  if (text.length < 3) return [];
  const rows = await database()
    .select({ id: sources.id })
    .from(sources)
    .where(sql`${sources.plain} like lower(unaccent(${likePattern(text)}))`)
    .limit(101);
  return rows.length > 100 ? [] : rows.map((row) => row.id);
}
