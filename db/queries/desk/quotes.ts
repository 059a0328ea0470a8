import { and, asc, desc, eq, exists, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { type Actor, isEditor } from "@/domain/people";
import type { QuoteRecord } from "@/domain/quote-record";
import type { GroundRule, SourceKind, Standing, StateOfQuote, Verification } from "@/domain/quotes";
import { database } from "../../client";
import { users } from "../../schema/people";
import { publications } from "../../schema/publications";
import { occasions, quoteEvents, quotePrints, quotes, quoteUses, sources } from "../../schema/sources";
import { stories } from "../../schema/stories";
import { recordsOf } from "../../stories/records";
import { doubtsOf, tasksOfQuote } from "./doubts";
import { likePattern, wordsSought } from "./search-words";
import { visibleTo } from "./visible";

/** Which quotes a person may see. Editors see all. A reporter sees those they recorded, those of stories they may see,
 * and those that readers have before them: of the published revision, not of what is being written on top of it. */
export function quotesVisibleTo(actor: Actor): SQL | undefined {
  if (isEditor(actor)) return undefined;
  const db = database();
  const inSeenStory = db
    .select({ one: sql`1` })
    .from(quoteUses)
    .innerJoin(stories, eq(stories.id, quoteUses.storyId))
    .where(and(eq(quoteUses.quoteId, quotes.id), visibleTo(actor)));
  const inPrint = db
    .select({ one: sql`1` })
    .from(quotePrints)
    .innerJoin(
      publications,
      and(eq(publications.storyId, quotePrints.storyId), isNull(publications.withdrawnAt)),
    )
    .where(eq(quotePrints.quoteId, quotes.id));
  return or(eq(quotes.recordedBy, actor.id), exists(inSeenStory), exists(inPrint));
}

/** Those of the asked-for quotes that the person may see. In no order. */
export async function quoteRecords(actor: Actor, ids: readonly string[]): Promise<QuoteRecord[]> {
  if (ids.length === 0) return [];
  const seen = await database()
    .select({ id: quotes.id })
    .from(quotes)
    .where(and(inArray(quotes.id, [...ids]), quotesVisibleTo(actor)));
  return recordsOf(
    database(),
    seen.map((row) => row.id),
  );
}

export type QuoteFilter = {
  readonly text?: string | undefined;
  readonly verification?: Verification | undefined;
  readonly groundRule?: GroundRule | undefined;
  readonly kind?: SourceKind | undefined;
  readonly sourceId?: string | undefined;
  readonly state?: StateOfQuote | undefined;
  /** In a story or in none. */
  readonly use?: "used" | "unused" | undefined;
  /** Only quotes older than this one: the last of the page before. */
  readonly before?: string | undefined;
};

/** One quote in the list: the record, who put it down, and how many stories show it. */
export type ListedQuote = {
  readonly record: QuoteRecord;
  readonly recordedByName: string;
  readonly createdAt: Date;
  readonly uses: number;
};

const listLength = 30;

/** So many of the newest quotes are read for words before the indexes are asked: common words are found among them. */
const newestRead = 3_000;

/** A page of quotes that the person may see, the newest first, and whether there are older ones. Words that many quotes
 * have are found among the newest, words that few have by index: one way alone would read all quotes for the other kind. */
export async function quotesListed(
  actor: Actor,
  filter: QuoteFilter,
  length = listLength,
): Promise<{ quotes: ListedQuote[]; older: string | null }> {
  const text = filter.text?.trim() ?? "";
  if (!text) return quotesWhere(actor, filter, undefined, length);
  const speakers = await speakersLike(text);
  const older = filter.before ? sql`id < ${filter.before}` : sql`true`;
  const newest = sql`${quotes.id} >= coalesce((select id from quotes where ${older} order by id desc offset ${newestRead} limit 1), '00000000-0000-0000-0000-000000000000')`;
  const among = await quotesWhere(actor, filter, and(newest, says(text, speakers)), length);
  if (among.older !== null) return among;
  return quotesWhere(actor, filter, foundByIndex(text, speakers), length);
}

async function quotesWhere(
  actor: Actor,
  filter: QuoteFilter,
  words: SQL | undefined,
  length: number,
): Promise<{ quotes: ListedQuote[]; older: string | null }> {
  const db = database();
  const holds = sql`coalesce(${quotes.groundRule}, ${occasions.groundRule})`;
  const rows = await db
    .select({
      id: quotes.id,
      recordedByName: users.name,
      createdAt: quotes.createdAt,
      // Named by the table itself: inside an expression the query builder leaves the table's name out.
      uses: sql<number>`(select count(distinct u.story_id) from quote_uses u where u.quote_id = "quotes"."id")`.mapWith(
        Number,
      ),
    })
    .from(quotes)
    .innerJoin(sources, eq(sources.id, quotes.sourceId))
    .innerJoin(occasions, eq(occasions.id, quotes.occasionId))
    .innerJoin(users, eq(users.id, quotes.recordedBy))
    .where(
      and(
        quotesVisibleTo(actor),
        words,
        filter.verification ? eq(quotes.verification, filter.verification) : undefined,
        filter.groundRule ? sql`${holds} = ${filter.groundRule}` : undefined,
        filter.kind ? eq(sources.kind, filter.kind) : undefined,
        filter.sourceId ? eq(quotes.sourceId, filter.sourceId) : undefined,
        filter.state ? inState(filter.state) : undefined,
        filter.use
          ? sql`${filter.use === "used" ? sql`` : sql`not`} exists (select 1 from quote_uses u where u.quote_id = ${quotes.id})`
          : undefined,
        filter.before ? lt(quotes.id, filter.before) : undefined,
      ),
    )
    .orderBy(desc(quotes.id))
    .limit(length + 1);
  const shown = rows.slice(0, length);
  const records = await recordsOf(
    db,
    shown.map((row) => row.id),
  );
  return {
    quotes: shown.flatMap(({ id, ...row }) => {
      const record = records.find((each) => each.id === id);
      return record ? [{ record, ...row }] : [];
    }),
    older: rows.length > length ? (shown.at(-1)?.id ?? null) : null,
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

/** A story that shows a quote, as far as the person may know: without a headline where they may not see the story. */
export type QuoteUse = {
  readonly storyId: string;
  readonly headline: string | null;
  readonly displayed: string;
  readonly standing: Standing;
};

/** Where each of these quotes is used. A story that the person may not see is counted and not named. */
export async function usesOf(actor: Actor, quoteIds: readonly string[]): Promise<Map<string, QuoteUse[]>> {
  const found = new Map<string, QuoteUse[]>();
  if (quoteIds.length === 0) return found;
  const rows = await database()
    .select({
      quoteId: quoteUses.quoteId,
      storyId: stories.id,
      headline: stories.headline,
      displayed: quoteUses.displayed,
      standing: quoteUses.standing,
      seen: sql<boolean>`${visibleTo(actor)}`,
    })
    .from(quoteUses)
    .innerJoin(stories, eq(stories.id, quoteUses.storyId))
    .where(inArray(quoteUses.quoteId, [...quoteIds]))
    .orderBy(desc(stories.updatedAt), asc(quoteUses.position));
  for (const { quoteId, seen, ...use } of rows) {
    const told = seen ? use : { ...use, storyId: "", headline: null, displayed: "" };
    found.set(quoteId, [...(found.get(quoteId) ?? []), told]);
  }
  return found;
}

/** One step in a quote's past: who, what, against what. */
export type QuoteEvent = {
  readonly id: string;
  readonly by: string;
  readonly from: Verification | null;
  readonly to: Verification;
  readonly against: string;
  readonly at: Date;
};

/** Everything about one quote for its page; null where it is not there, or not for this person. */
export async function quoteForDesk(actor: Actor, id: string) {
  const [record] = await quoteRecords(actor, [id]);
  if (!record) return null;
  const db = database();
  const [facts] = await db
    .select({
      language: quotes.language,
      ownRule: quotes.groundRule,
      createdAt: quotes.createdAt,
      recordedByName: users.name,
    })
    .from(quotes)
    .innerJoin(users, eq(users.id, quotes.recordedBy))
    .where(eq(quotes.id, id));
  if (!facts) return null;
  const events: QuoteEvent[] = await db
    .select({
      id: quoteEvents.id,
      by: users.name,
      from: quoteEvents.from,
      to: quoteEvents.to,
      against: quoteEvents.against,
      at: quoteEvents.at,
    })
    .from(quoteEvents)
    .innerJoin(users, eq(users.id, quoteEvents.by))
    .where(eq(quoteEvents.quoteId, id))
    .orderBy(desc(quoteEvents.id));
  const [uses, doubts, tasks] = await Promise.all([
    usesOf(actor, [id]),
    doubtsOf(id),
    tasksOfQuote(actor, id),
  ]);
  return { record, ...facts, events, uses: uses.get(id) ?? [], doubts, tasks };
}
