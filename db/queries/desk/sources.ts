import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { OccasionRecord, SourceRecord } from "@/domain/quote-record";
import type { SourceKind } from "@/domain/quotes";
import { type AttestationWay, mayReadSealed } from "@/domain/source-rules";
import type { ConditionKind } from "@/domain/sourcing";
import { database, type Reader } from "../../client";
import { users } from "../../schema/people";
import {
  attestations,
  occasions,
  quotes,
  reveals,
  sealedGrants,
  sealedIdentities,
  sourceMerges,
  sources,
} from "../../schema/sources";
import { sourceConditions } from "../../schema/sourcing";
import { standingFor } from "../../stories/merged";
import { likePattern } from "./search-words";

/** One entry of the source library as it is found by typing. Never a sealed name: only pseudonyms stand here. */
export type FoundSource = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly kind: SourceKind;
  readonly unnamed: boolean;
  readonly publicDescription: string;
  /** How alike the name is to what was typed: 1 is the same. */
  readonly likeness: number;
};

/** The sources whose name, role, organisation or former name holds what was typed or is much like it, the likest first.
 * With nothing typed, those quoted last. */
export async function findSources(text: string, length = 8): Promise<FoundSource[]> {
  const typed = text.trim();
  const likeness = typed ? likenessTo(typed) : sql<number>`0`;
  return forgiving(async (reader) => {
    const found = typed ? await likeliest(reader, typed) : null;
    return reader
      .select({
        id: sources.id,
        name: sources.name,
        role: sources.role,
        organisation: sources.organisation,
        kind: sources.kind,
        unnamed: sources.unnamed,
        publicDescription: sources.publicDescription,
        likeness: likeness.mapWith(Number),
      })
      .from(sources)
      .where(found ? inArray(sources.id, found) : isNull(sources.mergedInto))
      .orderBy(desc(typed ? likeness : lastQuoted), desc(sources.id))
      .limit(length);
  });
}

/** So many of those that hold what was typed are compared with it more closely: what many have in common tells none apart. */
const compared = 200;

/** Those to compare more closely: a name that is just what was typed, then where it stands nearest to the beginning, which
 * is the name. Where so many hold it, those that are only like it are not asked for. */
async function likeliest(reader: Reader, typed: string): Promise<string[]> {
  const held = await reader
    .select({ id: sources.id })
    .from(sources)
    .where(and(isNull(sources.mergedInto), holds(typed)))
    .orderBy(
      desc(sql`${placeOf(typed)} = 1 and length(${sources.name}) = length(${typed})`),
      asc(placeOf(typed)),
      desc(sources.id),
    )
    .limit(compared);
  const alike =
    held.length < compared && typed.length >= 3
      ? await reader
          .select({ id: sources.id })
          .from(sources)
          .where(and(isNull(sources.mergedInto), isLike(typed)))
          .orderBy(desc(sql`word_similarity(${plainOf(typed)}, ${sources.plain})`), desc(sources.id))
          .limit(compared)
      : [];
  return [...new Set([...held, ...alike].map(({ id }) => id))];
}

/** How alike words have to be for the index of trigrams to find them: a slip of the keys is forgiven, another name is
 * not. The database's own 0.6 does not forgive a slip in a short name. */
const forgiving = <Rows>(query: (reader: Reader) => Promise<Rows>): Promise<Rows> =>
  database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.45', true)`);
    return query(tx);
  });

const lastQuoted = sql`coalesce((select max(q.id::text) from quotes q where q.source_id = ${sources}."id"), '')`;

/** Other named sources that may be the same: of a name much alike, or a former name of theirs. Never an unnamed one,
 * whose pseudonym says nothing. */
export async function likelyDuplicates(id: string, length = 5): Promise<FoundSource[]> {
  const [source] = await database().select().from(sources).where(eq(sources.id, id));
  if (!source || source.unnamed || source.mergedInto) return [];
  const names = [source.name, ...source.formerNames].slice(0, 5);
  const found = await Promise.all(names.map((name) => findSources(name, length + 1)));
  const seen = new Map(found.flat().map((each) => [each.id, each]));
  return [...seen.values()]
    .filter((each) => each.id !== id && !each.unnamed && each.kind === source.kind && each.likeness >= 0.6)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, length);
}

/** Accents and case are set aside: "lindqvist" finds "Lindqvíst". */
const likenessTo = (typed: string): SQL<number> =>
  sql<number>`greatest(
    case when lower(unaccent(${sources.name})) = lower(unaccent(${typed})) then 1 else 0 end,
    0.95 * word_similarity(unaccent(${typed}), unaccent(${sources.name})),
    0.9 * coalesce((select max(similarity(unaccent(f), unaccent(${typed}))) from unnest(${sources.formerNames}) f), 0),
    0.5 * word_similarity(unaccent(${typed}), unaccent(${sources.organisation} || ' ' || ${sources.role}))
  )`;

/** Worked out once a search and not once a row, which a bare call of "unaccent" would be. */
const plainOf = (text: string): SQL => sql`(select lower(unaccent(${text})))`;
const placeOf = (typed: string): SQL => sql`strpos(${sources.plain}, ${plainOf(typed)})`;
const holds = (typed: string): SQL => sql`${sources.plain} like ${plainOf(likePattern(typed))}`;
const isLike = (typed: string): SQL => sql`${plainOf(typed)} <% ${sources.plain}`;

/** Both are answered from the trigrams of the plain words; fewer than three letters make no trigram to be alike by. */
const matches = (typed: string): SQL =>
  typed.length < 3 ? holds(typed) : sql`(${holds(typed)} or ${isLike(typed)})`;

/** The names of the people in the library, the newest first: what the finder of quotations knows a speaker by. Never a
 * pseudonym. */
export async function namesOfLibrary(length = 500): Promise<string[]> {
  const rows = await database()
    .select({ name: sources.name })
    .from(sources)
    .where(and(eq(sources.unnamed, false), eq(sources.kind, "person"), isNull(sources.mergedInto)))
    .orderBy(desc(sources.id))
    .limit(length);
  return rows.map((row) => row.name);
}

/** The occasions of a source, the latest first: what a further quote of the same interview is put under. */
export async function occasionsOf(sourceId: string, length = 50): Promise<OccasionRecord[]> {
  return database()
    .select({
      id: occasions.id,
      kind: occasions.kind,
      channel: occasions.channel,
      saidOn: occasions.saidOn,
      place: occasions.place,
      groundRule: occasions.groundRule,
    })
    .from(occasions)
    .where(eq(occasions.sourceId, sourceId))
    .orderBy(sql`${occasions.saidOn} desc nulls last`, desc(occasions.id))
    .limit(length);
}

export type SourceFilter = {
  readonly text?: string | undefined;
  readonly kind?: SourceKind | undefined;
  readonly naming?: "named" | "unnamed" | undefined;
  /** Only sources that come after this one: the last of the page before. */
  readonly after?: { readonly name: string; readonly id: string } | undefined;
};

export type ListedSource = Omit<FoundSource, "likeness"> & {
  readonly quotes: number;
  readonly lastSaidOn: string | null;
  readonly attestations: number;
};

/** A page of the source library in the order of names, and from where it goes on. */
export async function sourcesListed(
  filter: SourceFilter,
  length = 40,
): Promise<{ sources: ListedSource[]; next: { name: string; id: string } | null }> {
  const typed = filter.text?.trim();
  const passing = and(
    isNull(sources.mergedInto),
    filter.kind ? eq(sources.kind, filter.kind) : undefined,
    filter.naming ? eq(sources.unnamed, filter.naming === "unnamed") : undefined,
    filter.after
      ? sql`(lower(${sources.name}), ${sources.id}) > (lower(${filter.after.name}), ${filter.after.id}::uuid)`
      : undefined,
  );
  const rows = await forgiving(async (reader) => {
    const found = typed ? await firstThatMatch(reader, typed, passing, length + 1) : null;
    return reader
      .select({
        id: sources.id,
        name: sources.name,
        role: sources.role,
        organisation: sources.organisation,
        kind: sources.kind,
        unnamed: sources.unnamed,
        publicDescription: sources.publicDescription,
        quotes: sql`(select count(*) from quotes q where q.source_id = ${sources}."id")`.mapWith(Number),
        lastSaidOn: sql<
          string | null
        >`(select max(o.said_on)::text from occasions o where o.source_id = ${sources}."id")`,
        attestations: sql`(select count(*) from attestations a where a.source_id = ${sources}."id")`.mapWith(
          Number,
        ),
      })
      .from(sources)
      .where(found ? inArray(sources.id, found) : passing)
      .orderBy(asc(sql`lower(${sources.name})`), asc(sources.id))
      .limit(length + 1);
  });
  const shown = rows.slice(0, length);
  const last = shown.at(-1);
  return { sources: shown, next: rows.length > length && last ? { name: last.name, id: last.id } : null };
}

/** So many are read in the order of names before the index of letters is asked: a word that many have fills a page of
 * them, and of those that few have the index gives all at once. One way alone would read all sources for the other kind. */
const readInOrder = 2_000;

/** The first in the order of names, of those that pass, which hold what was typed or are much like it. */
async function firstThatMatch(
  reader: Reader,
  typed: string,
  passing: SQL | undefined,
  length: number,
): Promise<string[]> {
  const order = sql`lower(${sources.name}), ${sources.id}`;
  const [first] = await reader.execute<{ read: number; ids: string[] }>(sql`
    with first as materialized (
      select * from ${sources} where ${passing ?? sql`true`} order by ${order} limit ${readInOrder + 1})
    select (select count(*) from first)::int as read, array(
      select ${sources.id} from first as sources where ${matches(typed)} order by ${order} limit ${length}) as ids`);
  if (!first || first.ids.length >= length || first.read <= readInOrder) return first?.ids ?? [];
  // "|| ''" keeps the planner from walking the order itself, which was just tried.
  const rows = await reader.execute<{ id: string }>(sql`
    select ${sources.id} from ${sources} where ${matches(typed)} and ${passing ?? sql`true`}
    order by lower(${sources.name}) || '', ${sources.id} limit ${length}`);
  return rows.map(({ id }) => id);
}

/** Whether readers are not told the name of a source, in all it said or in some of it. */
export async function isWithheldSource(
  source: { readonly id: string; readonly unnamed: boolean },
  reader: Reader = database(),
): Promise<boolean> {
  if (source.unnamed) return true;
  const [row] = await reader
    .select({ id: quotes.id })
    .from(quotes)
    .innerJoin(occasions, eq(occasions.id, quotes.occasionId))
    .where(
      and(
        eq(quotes.sourceId, source.id),
        sql`coalesce(${quotes.groundRule}, ${occasions.groundRule}) in ('background', 'deep_background')`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

export type SourcePage = {
  readonly source: SourceRecord & { readonly formerNames: readonly string[] };
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly occasions: readonly (OccasionRecord & { readonly quotes: number })[];
  readonly attestations: readonly {
    readonly editorId: string;
    readonly editor: string;
    readonly how: AttestationWay;
    readonly at: Date;
  }[];
  /** Whoever brought the source in, or recorded words of it: they cannot vouch for it. */
  readonly bringers: readonly string[];
  readonly withheld: boolean;
  readonly seal: SealPage | null;
  /** The source that this one was merged into, in as many steps as it took; null for one that stands for itself. */
  readonly mergedInto: string | null;
  /** What was merged into it, the newest first. */
  readonly merges: readonly {
    readonly id: string;
    readonly fromId: string;
    readonly name: string;
    readonly by: string;
    readonly at: Date;
    readonly undoneAt: Date | null;
    readonly quotes: number;
  }[];
  readonly conditions: readonly {
    readonly id: string;
    readonly asked: ConditionKind;
    readonly detail: string;
    readonly decision: "refused" | "accepted";
    readonly by: string;
    readonly at: Date;
  }[];
};

/** What staff may know of a seal: who made it and who may open it. The readings are for those who may open it. */
export type SealPage = {
  readonly sealedById: string;
  readonly sealedBy: string;
  readonly sealedAt: Date;
  readonly mayRead: boolean;
  readonly grants: readonly { readonly userId: string; readonly name: string; readonly expiresAt: Date }[];
  readonly reveals: readonly {
    readonly id: string;
    readonly by: string;
    readonly why: string;
    readonly at: Date;
  }[];
};

/** Everything about one source for its page but its quotes; null where there is none. */
export async function sourceForDesk(actor: Actor, id: string): Promise<SourcePage | null> {
  const db = database();
  const [row] = await db
    .select({ source: sources, createdByName: users.name })
    .from(sources)
    .innerJoin(users, eq(users.id, sources.createdBy))
    .where(eq(sources.id, id));
  if (!row) return null;
  const [withheld, held, vouched, recorders, seal, mergedInto, merges, conditions] = await Promise.all([
    isWithheldSource(row.source),
    occasionsOf(id, 200),
    db
      .select({
        editorId: attestations.editorId,
        editor: users.name,
        how: attestations.how,
        at: attestations.at,
      })
      .from(attestations)
      .innerJoin(users, eq(users.id, attestations.editorId))
      .where(eq(attestations.sourceId, id))
      .orderBy(asc(attestations.id)),
    db
      .select({ by: quotes.recordedBy, occasionId: quotes.occasionId })
      .from(quotes)
      .where(eq(quotes.sourceId, id)),
    sealFor(actor, id),
    survivorOf(row.source.mergedInto),
    mergesInto(id),
    conditionsOf(id),
  ]);
  const { source } = row;
  return {
    source: {
      id: source.id,
      kind: source.kind,
      name: source.name,
      role: source.role,
      organisation: source.organisation,
      formerNames: source.formerNames,
      slug: source.slug,
      unnamed: source.unnamed,
      publicDescription: source.publicDescription,
      unnamedReason: source.unnamedReason,
      credibility: source.credibility,
      createdBy: source.createdBy,
      attestedBy: vouched.map((each) => each.editorId),
    },
    createdByName: row.createdByName,
    createdAt: source.createdAt,
    occasions: held.map((occasion) => ({
      ...occasion,
      quotes: recorders.filter((quote) => quote.occasionId === occasion.id).length,
    })),
    attestations: vouched,
    withheld,
    mergedInto,
    merges,
    bringers: [...new Set([source.createdBy, ...recorders.map((quote) => quote.by)])],
    seal,
    conditions,
  };
}

async function survivorOf(id: string | null): Promise<string | null> {
  if (!id) return null;
  const [row] = await database()
    .select({ mergedInto: sources.mergedInto })
    .from(sources)
    .where(eq(sources.id, id));
  return row?.mergedInto ? survivorOf(row.mergedInto) : id;
}

function mergesInto(id: string) {
  return database()
    .select({
      id: sourceMerges.id,
      fromId: sources.id,
      name: sources.name,
      by: users.name,
      at: sourceMerges.at,
      undoneAt: sourceMerges.undoneAt,
      quotes: sql`cardinality(${sourceMerges.quoteIds})`.mapWith(Number),
    })
    .from(sourceMerges)
    .innerJoin(sources, eq(sources.id, sourceMerges.fromId))
    .innerJoin(users, eq(users.id, sourceMerges.by))
    .where(eq(sourceMerges.intoId, id))
    .orderBy(desc(sourceMerges.id))
    .limit(50);
}

/** What a source asked for, under this record or one that was merged into it, and who decided, the latest first. */
async function conditionsOf(sourceId: string) {
  const records = await standingFor(database(), [sourceId]);
  return database()
    .select({
      id: sourceConditions.id,
      asked: sourceConditions.asked,
      detail: sourceConditions.detail,
      decision: sourceConditions.decision,
      by: users.name,
      at: sourceConditions.at,
    })
    .from(sourceConditions)
    .innerJoin(users, eq(users.id, sourceConditions.by))
    .where(inArray(sourceConditions.sourceId, [...records.keys()]))
    .orderBy(desc(sourceConditions.id))
    .limit(200);
}

async function sealFor(actor: Actor, sourceId: string): Promise<SealPage | null> {
  const db = database();
  const [seal] = await db
    .select({
      sealedById: sealedIdentities.sealedBy,
      sealedBy: users.name,
      sealedAt: sealedIdentities.sealedAt,
      now: sql`now()`.mapWith(sealedIdentities.sealedAt),
    })
    .from(sealedIdentities)
    .innerJoin(users, eq(users.id, sealedIdentities.sealedBy))
    .where(eq(sealedIdentities.sourceId, sourceId));
  if (!seal) return null;
  const grants = await db
    .select({ userId: sealedGrants.userId, name: users.name, expiresAt: sealedGrants.expiresAt })
    .from(sealedGrants)
    .innerJoin(users, eq(users.id, sealedGrants.userId))
    .where(and(eq(sealedGrants.sourceId, sourceId), gt(sealedGrants.expiresAt, sql`now()`)))
    .orderBy(asc(users.name));
  const { now, ...facts } = seal;
  const mayRead = mayReadSealed({ sealedBy: seal.sealedById, grants }, actor, now);
  return { ...facts, mayRead, grants, reveals: mayRead ? await revealsOf(sourceId) : [] };
}

async function revealsOf(sourceId: string) {
  return database()
    .select({ id: reveals.id, by: users.name, why: reveals.why, at: reveals.at })
    .from(reveals)
    .innerJoin(users, eq(users.id, reveals.by))
    .where(eq(reveals.sourceId, sourceId))
    .orderBy(desc(reveals.at))
    .limit(200);
}
