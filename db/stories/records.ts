import { asc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { attestations, evidence, evidenceFiles, occasions, quotes, sources } from "@/db/schema/sources";
import type { Body } from "@/domain/body/body";
import { readBody } from "@/domain/body/read-body";
import { isId } from "@/domain/ids";
import type { QuoteRecord } from "@/domain/quote-record";
import { stricter } from "@/domain/quotes";

/** The ids of all quotes that a body shows, in its text or set large. */
export function quoteIdsIn(body: Body): string[] {
  const plain = readBody(body);
  const ids = plain.runs.flatMap((run) =>
    run.marks.filter((mark) => mark.type === "quote").map((mark) => mark.attrs?.quoteId),
  );
  return [...new Set([...ids, ...plain.pullQuotes.map((pulled) => pulled.quoteId)])].filter(isId);
}

/** Quotes with their sources, occasions and evidence. Asks nobody's rights: for the checks, the meter and publishing.
 * Queries for a person go through `db/queries/desk`. */
export async function recordsOf(reader: Reader, ids: readonly string[]): Promise<QuoteRecord[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .select({ quote: quotes, occasion: occasions, source: sources })
    .from(quotes)
    .innerJoin(occasions, sql`${occasions.id} = ${quotes.occasionId}`)
    .innerJoin(sources, sql`${sources.id} = ${quotes.sourceId}`)
    .where(inArray(quotes.id, [...ids]));
  const [kept, attested] = await Promise.all([
    reader
      .select({ ...getTableColumns(evidence), file: evidenceFiles })
      .from(evidence)
      .leftJoin(evidenceFiles, eq(evidenceFiles.id, evidence.fileId))
      .where(inArray(evidence.quoteId, [...ids]))
      .orderBy(asc(evidence.id)),
    reader
      .select({ sourceId: attestations.sourceId, editorId: attestations.editorId })
      .from(attestations)
      .where(inArray(attestations.sourceId, rows.length > 0 ? rows.map((row) => row.source.id) : [nobody])),
  ]);
  return rows.map(({ quote, occasion, source }) => ({
    id: quote.id,
    verbatim: quote.verbatim,
    translation: quote.translation,
    note: quote.note,
    source: {
      id: source.id,
      kind: source.kind,
      name: source.name,
      role: source.role,
      organisation: source.organisation,
      slug: source.slug,
      unnamed: source.unnamed,
      publicDescription: source.publicDescription,
      unnamedReason: source.unnamedReason,
      credibility: source.credibility,
      createdBy: source.createdBy,
      attestedBy: attested.filter((each) => each.sourceId === source.id).map((each) => each.editorId),
    },
    occasion: {
      id: occasion.id,
      kind: occasion.kind,
      channel: occasion.channel,
      saidOn: occasion.saidOn,
      place: occasion.place,
      groundRule: occasion.groundRule,
    },
    groundRule: quote.groundRule ? stricter(quote.groundRule, occasion.groundRule) : occasion.groundRule,
    statement: quote.statement,
    verification: quote.verification,
    state: quote.state,
    publicRef: quote.publicRef,
    evidence: kept
      .filter((each) => each.quoteId === quote.id)
      .map((each) => ({
        id: each.id,
        kind: each.kind,
        text: each.text,
        href: each.href,
        startsAt: each.startsAt,
        endsAt: each.endsAt,
        page: each.page,
        archiveHref: each.archiveHref,
        fileId: each.fileId,
        file: each.file && {
          id: each.file.id,
          name: each.file.name,
          kind: each.file.kind,
          type: each.file.type,
          title: each.file.title,
          publicName: each.file.publicName,
        },
      })),
    recordedBy: quote.recordedBy,
  }));
}

/** An id that no record has. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** Everything that was said off the record, with its translations: what a text is held against before it goes out. */
export async function offRecordVerbatims(reader: Reader): Promise<string[]> {
  const rows = await reader.execute<{ said: string }>(
    sql`with barred as (
          select verbatim, translation from quotes where ground_rule = 'off_record'
          union
          select q.verbatim, q.translation from occasions o join quotes q on q.occasion_id = o.id
          where o.ground_rule = 'off_record')
        select verbatim as said from barred
        union select translation from barred where translation <> ''`,
  );
  return rows.map((row) => row.said);
}
