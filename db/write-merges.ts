import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { decideMerge, type MergeFacts, namesToAdd } from "@/domain/merge-rules";
import { type Actor, isEditor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction, type Transaction } from "./client";
import { purge } from "./purge";
import { newId } from "./schema/columns";
import { deskEvents } from "./schema/people";
import { formerSpeakers, publicationQuotes } from "./schema/publications";
import { attestations, occasions, quotes, sealedIdentities, sourceMerges, sources } from "./schema/sources";
import { giveSourceAddress } from "./stories/speakers";
import { lockStoriesShowing } from "./write-quotes";
import { lapseApprovals } from "./write-story";

type SourceRow = typeof sources.$inferSelect;

/** `purged` is the purge that has to be confirmed before anybody is told that readers see it; null where readers have
 * no page of either. */
export type Merged = { readonly id: string; readonly purged: number | null };

/** Makes two records of one source one: everything that `from` said, and when, goes to `into`, which is found by its
 * names from now on; its page for readers answers with the other's. What stories weighed, agreed to or asked of `from`,
 * and what it was promised, is read under `into` while the two are one (`standingFor`). What was sealed, granted, read
 * or vouched for stays where it is, under the record it was made for. */
export async function mergeSources(
  actor: Actor,
  given: { readonly fromId: string; readonly intoId: string },
): Promise<Result<Merged, Refusal>> {
  return inTransaction(async (tx) => {
    const { from, into } = await lockBoth(tx, given.fromId, given.intoId);
    if (!from || !into) return refuse("not_found" as const);
    const decision = decideMerge(await factsOf(tx, from), await factsOf(tx, into), actor);
    if (!decision.ok) return decision;
    const quoteIds = await idsOf(tx, quotes, from.id);
    const occasionIds = await idsOf(tx, occasions, from.id);
    const addedNames = namesToAdd(from, into);
    await lockStoriesShowing(tx, quoteIds);
    await tx.update(occasions).set({ sourceId: into.id }).where(eq(occasions.sourceId, from.id));
    await tx.update(quotes).set({ sourceId: into.id }).where(eq(quotes.sourceId, from.id));
    await tx
      .update(sources)
      .set({ formerNames: [...into.formerNames, ...addedNames], updatedAt: sql`now()` })
      .where(eq(sources.id, into.id));
    await tx
      .update(sources)
      .set({ mergedInto: into.id, updatedAt: sql`now()` })
      .where(eq(sources.id, from.id));
    await tx.insert(sourceMerges).values({
      id: newId(),
      fromId: from.id,
      intoId: into.id,
      by: actor.id,
      quoteIds,
      occasionIds,
      addedNames,
    });
    // The trail names the two records, and neither of their names.
    await note(tx, actor, "source_merged", from.id, into.id);
    await lapseApprovals(tx, actor, quoteIds, "Two records of a source were made one");
    return ok({ id: into.id, purged: await leadReaders(tx, from, into) });
  });
}

/** Takes a merge back: the occasions that were moved return with every quote that now hangs on them. */
export async function undoMerge(actor: Actor, mergeId: string): Promise<Result<Merged, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const [merge] = await tx.select().from(sourceMerges).where(eq(sourceMerges.id, mergeId)).for("update");
    if (!merge) return refuse("not_found" as const);
    if (merge.undoneAt) return refuse("already_there" as const);
    const { from, into } = await lockBoth(tx, merge.fromId, merge.intoId);
    // What went on to a third source has to come back from there first.
    if (!from || !into || into.mergedInto) return refuse("merged_already" as const);
    const back = and(inArray(occasions.id, merge.occasionIds), eq(occasions.sourceId, into.id));
    const moved =
      merge.occasionIds.length === 0
        ? []
        : await tx.update(occasions).set({ sourceId: from.id }).where(back).returning({ id: occasions.id });
    const occasionIds = moved.map((each) => each.id);
    const quoteIds = await quotesOn(tx, occasionIds);
    await lockStoriesShowing(tx, quoteIds);
    if (quoteIds.length > 0)
      await tx.update(quotes).set({ sourceId: from.id }).where(inArray(quotes.id, quoteIds));
    await tx
      .update(sources)
      .set({
        formerNames: into.formerNames.filter((name) => !merge.addedNames.includes(name)),
        updatedAt: sql`now()`,
      })
      .where(eq(sources.id, into.id));
    await tx.update(sources).set({ mergedInto: null, updatedAt: sql`now()` }).where(eq(sources.id, from.id));
    await weighBoth(tx, merge, quoteIds);
    await tx
      .update(sourceMerges)
      .set({ undoneBy: actor.id, undoneAt: sql`now()` })
      .where(eq(sourceMerges.id, merge.id));
    await note(tx, actor, "source_parted", from.id, into.id);
    await lapseApprovals(tx, actor, quoteIds, "Two sources that had been made one were parted again");
    return ok({ id: from.id, purged: await leadReadersBack(tx, from, into, quoteIds) });
  });
}

/** What was said of the one source while the two were one, holds of both in the stories that show the words which go
 * back. A word about `from` itself is there already: `weighSource` keeps it in step. */
async function weighBoth(
  tx: Transaction,
  merge: Pick<typeof sourceMerges.$inferSelect, "id" | "fromId" | "intoId">,
  quoteIds: readonly string[],
): Promise<void> {
  if (quoteIds.length === 0) return;
  await tx.execute(sql`
    insert into story_sources (story_id, source_id, weight, set_by, at)
    select s.story_id, ${merge.fromId}::uuid, s.weight, s.set_by, s.at from story_sources s
    where s.source_id = ${merge.intoId} and s.at > (select at from source_merges m where m.id = ${merge.id})
      and exists (select 1 from quote_uses u where u.story_id = s.story_id and u.quote_id in ${quoteIds})
    on conflict do nothing`);
}

/** Both rows, taken in one order whichever way round they are asked for. */
async function lockBoth(tx: Transaction, fromId: string, intoId: string) {
  const rows = await tx
    .select()
    .from(sources)
    .where(inArray(sources.id, [fromId, intoId]))
    .orderBy(asc(sources.id))
    .for("update");
  const row = (id: string) => rows.find((each) => each.id === id);
  return { from: row(fromId), into: row(intoId) };
}

async function factsOf(tx: Transaction, source: SourceRow): Promise<MergeFacts> {
  const [sealed, vouched] = await Promise.all([
    tx
      .select({ id: sealedIdentities.sourceId })
      .from(sealedIdentities)
      .where(eq(sealedIdentities.sourceId, source.id)),
    tx.select({ by: attestations.editorId }).from(attestations).where(eq(attestations.sourceId, source.id)),
  ]);
  return {
    id: source.id,
    unnamed: source.unnamed,
    merged: source.mergedInto !== null,
    sealed: sealed.length > 0,
    attestedBy: vouched.map((each) => each.by),
  };
}

async function idsOf(tx: Transaction, table: typeof quotes | typeof occasions, sourceId: string) {
  const rows = await tx.select({ id: table.id }).from(table).where(eq(table.sourceId, sourceId));
  return rows.map((row) => row.id);
}

async function quotesOn(tx: Transaction, occasionIds: readonly string[]): Promise<string[]> {
  if (occasionIds.length === 0) return [];
  const rows = await tx
    .select({ id: quotes.id })
    .from(quotes)
    .where(inArray(quotes.occasionId, [...occasionIds]));
  return rows.map((row) => row.id);
}

const note = (tx: Transaction, actor: Actor, kind: string, subject: string, text: string) =>
  tx.insert(deskEvents).values({ actorId: actor.id, kind, subject, note: text });

/** The page of the one that went leads to the page of the one that stayed, in one step however often they were merged. */
async function leadReaders(tx: Transaction, from: SourceRow, into: SourceRow): Promise<number | null> {
  if (!from.slug) return null;
  const slug = into.slug ?? (await giveSourceAddress(tx, into));
  await tx.update(formerSpeakers).set({ speakerSlug: slug }).where(eq(formerSpeakers.speakerSlug, from.slug));
  await tx.insert(formerSpeakers).values({ slug: from.slug, speakerSlug: slug }).onConflictDoNothing();
  await tx
    .update(publicationQuotes)
    .set({ speakerSlug: slug, speakerKind: into.kind })
    .where(eq(publicationQuotes.speakerSlug, from.slug));
  return purge(tx, ["*"]);
}

/** Quotes are known by their own address, or by the speaker under whom their story was printed. */
async function leadReadersBack(
  tx: Transaction,
  from: SourceRow,
  into: SourceRow,
  quoteIds: readonly string[],
): Promise<number | null> {
  if (!from.slug || !into.slug) return null;
  await tx.delete(formerSpeakers).where(eq(formerSpeakers.slug, from.slug));
  const refs = tx
    .select({ ref: sql<string>`${quotes.publicRef}` })
    .from(quotes)
    .where(
      and(
        sql`${quotes.publicRef} is not null`,
        quoteIds.length > 0 ? inArray(quotes.id, [...quoteIds]) : sql`false`,
      ),
    );
  const printedUnder = sql`exists (
    select 1 from publications p, jsonb_array_elements(p.document -> 'notes') as printed
    where p.story_id = "publication_quotes"."story_id"
      and (printed ->> 'number')::int = "publication_quotes"."number" and printed ->> 'slug' = ${from.slug})`;
  await tx
    .update(publicationQuotes)
    .set({ speakerSlug: from.slug, speakerKind: from.kind })
    .where(
      and(
        eq(publicationQuotes.speakerSlug, into.slug),
        sql`(${inArray(publicationQuotes.ref, refs)} or (${publicationQuotes.ref} is null and ${printedUnder}))`,
      ),
    );
  return purge(tx, ["*"]);
}
