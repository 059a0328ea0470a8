import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { NewOccasion, NewSource } from "@/domain/quote-rules";
import { groundRules } from "@/domain/quotes";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { type AttestationWay, decideAttestation, mayChangeSource } from "@/domain/source-rules";
import { inTransaction, type Transaction } from "./client";
import { isWithheldSource } from "./queries/desk/sources";
import { newId } from "./schema/columns";
import { deskEvents } from "./schema/people";
import { attestations, occasions, quotes, quoteUses, reveals, sources } from "./schema/sources";
import { stories, storyEvents } from "./schema/stories";
import { lockStoriesShowing } from "./write-quotes";
import { lapseApprovals } from "./write-story";

export type SourceEntry = NewSource & { readonly formerNames: readonly string[] };

/** Puts a source into the library, or changes one. A change that shows in an approved story takes the approval back. */
export async function saveSource(actor: Actor, entry: SourceEntry): Promise<Result<{ id: string }, Refusal>> {
  return inTransaction(async (tx) => {
    const before = await lockSource(tx, entry.id);
    const after = columnsOf(entry);
    if (!before) {
      await tx.insert(sources).values({ id: entry.id, ...after, createdBy: actor.id });
      await note(tx, actor, "source_added", entry.id);
      return ok({ id: entry.id });
    }
    if (!mayChangeSource(before, actor)) return refuse("not_your_source" as const);
    if (before.mergedInto) return refuse("merged_already" as const);
    const changed = changedColumns(before, after);
    if (changed.length === 0) return ok({ id: entry.id });
    await lockStoriesShowing(tx, await quotesOfSource(tx, entry.id));
    await tx
      .update(sources)
      .set({
        ...after,
        // A page under a name may not go on pointing at somebody who is no longer named.
        slug: after.unnamed ? null : before.slug,
        updatedAt: sql`now()`,
      })
      .where(eq(sources.id, entry.id));
    await note(tx, actor, "source_changed", entry.id, changed.join(", "));
    if (changed.some((name) => name !== "former names"))
      await lapseApprovals(
        tx,
        actor,
        await quotesOfSource(tx, entry.id),
        `A source was changed: ${changed.join(", ")}`,
      );
    return ok({ id: entry.id });
  });
}

type SourceRow = typeof sources.$inferSelect;

async function lockSource(tx: Transaction, id: string): Promise<SourceRow | undefined> {
  const [row] = await tx.select().from(sources).where(eq(sources.id, id)).for("no key update");
  return row;
}

const columnsOf = (entry: SourceEntry) => ({
  kind: entry.kind,
  name: entry.name.trim(),
  role: entry.role.trim(),
  organisation: entry.organisation.trim(),
  // Former names would give away who a pseudonym stands for.
  formerNames: entry.unnamed ? [] : entry.formerNames.map((each) => each.trim()).filter(Boolean),
  unnamed: entry.unnamed,
  publicDescription: entry.publicDescription.trim(),
  unnamedReason: entry.unnamedReason.trim(),
  credibility: entry.credibility.trim(),
});

/** Which parts were changed, in the words of the trail: never what they were changed to. */
function changedColumns(before: SourceRow, after: ReturnType<typeof columnsOf>): string[] {
  const names: Record<keyof typeof after, string> = {
    kind: "kind",
    name: "name",
    role: "role",
    organisation: "organisation",
    formerNames: "former names",
    unnamed: "whether named",
    publicDescription: "description",
    unnamedReason: "reason",
    credibility: "credibility",
  };
  return (Object.keys(names) as (keyof typeof after)[])
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => names[key]);
}

async function quotesOfSource(tx: Transaction, sourceId: string): Promise<string[]> {
  const rows = await tx.select({ id: quotes.id }).from(quotes).where(eq(quotes.sourceId, sourceId));
  return rows.map((row) => row.id);
}

const note = (tx: Transaction, actor: Actor, kind: string, subject: string, text = "") =>
  tx.insert(deskEvents).values({ actorId: actor.id, kind, subject, note: text });

/** Changes when, where, how or under which ground rule words were said, for every quote of that occasion. */
export async function changeOccasion(
  actor: Actor,
  entry: NewOccasion,
): Promise<Result<{ id: string }, Refusal>> {
  return inTransaction(async (tx) => {
    const [before] = await tx.select().from(occasions).where(eq(occasions.id, entry.id)).for("no key update");
    const source = before && (await lockSource(tx, before.sourceId));
    if (!before || !source) return refuse("not_found" as const);
    const own = await tx
      .select({ id: quotes.id, recordedBy: quotes.recordedBy })
      .from(quotes)
      .where(eq(quotes.occasionId, entry.id));
    const hands = [before.createdBy, ...own.map((quote) => quote.recordedBy)];
    // The ground rule is an agreement with the source: those who made it, and editors, may put it down differently.
    if (!hands.includes(actor.id) && !mayChangeSource({ unnamed: true, createdBy: before.createdBy }, actor))
      return refuse("not_your_quote" as const);
    const quoteIds = own.map((quote) => quote.id);
    await lockStoriesShowing(tx, quoteIds);
    await tx
      .update(occasions)
      .set({
        kind: entry.kind,
        channel: entry.channel,
        saidOn: entry.saidOn,
        place: entry.place.trim(),
        groundRule: entry.groundRule,
      })
      .where(eq(occasions.id, entry.id));
    await dropWiderRules(tx, entry);
    const ruled = before.groundRule === entry.groundRule ? "" : `${before.groundRule} → ${entry.groundRule}`;
    await note(tx, actor, "occasion_changed", entry.id, ruled);
    await lapseApprovals(tx, actor, quoteIds, "The occasion or the ground rule of a quote was changed");
    return ok({ id: entry.id });
  });
}

/** A quote that was stricter than the talk, and would now be freer or the same, has the rule of the talk. */
async function dropWiderRules(tx: Transaction, entry: NewOccasion): Promise<void> {
  const within = groundRules.slice(0, groundRules.indexOf(entry.groundRule) + 1);
  await tx
    .update(quotes)
    .set({ groundRule: null })
    .where(and(eq(quotes.occasionId, entry.id), inArray(quotes.groundRule, within)));
}

/** An editor says that they know who it is whose name is withheld. No name is typed or kept. */
export async function attest(
  actor: Actor,
  given: { readonly sourceId: string; readonly how: AttestationWay },
): Promise<Result<{ attestedBy: string[] }, Refusal>> {
  return inTransaction(async (tx) => {
    const source = await lockSource(tx, given.sourceId);
    if (!source) return refuse("not_found" as const);
    const [withheld, vouched, recorders, read] = await Promise.all([
      isWithheldSource(source, tx),
      tx
        .select({ by: attestations.editorId })
        .from(attestations)
        .where(eq(attestations.sourceId, source.id))
        .orderBy(asc(attestations.id)),
      tx.selectDistinct({ by: quotes.recordedBy }).from(quotes).where(eq(quotes.sourceId, source.id)),
      tx
        .select({ id: reveals.id })
        .from(reveals)
        .where(and(eq(reveals.sourceId, source.id), eq(reveals.by, actor.id)))
        .limit(1),
    ]);
    const attestedBy = vouched.map((each) => each.by);
    const decision = decideAttestation(
      {
        withheld,
        bringers: [source.createdBy, ...recorders.map((each) => each.by)],
        attestedBy,
        hasRead: read.length > 0,
      },
      actor,
      given.how,
    );
    if (!decision.ok) return decision;
    await tx
      .insert(attestations)
      .values({ id: newId(), sourceId: source.id, editorId: actor.id, how: decision.value });
    await note(tx, actor, "source_attested", source.id, decision.value);
    await tellStories(tx, actor, source.id, decision.value);
    return ok({ attestedBy: [...attestedBy, actor.id] });
  });
}

/** The trail of each story that shows this source says that an editor vouched for it. */
async function tellStories(tx: Transaction, actor: Actor, sourceId: string, how: string): Promise<void> {
  const ids = await quotesOfSource(tx, sourceId);
  if (ids.length === 0) return;
  const shown = await tx
    .selectDistinct({ id: stories.id, revision: stories.revision })
    .from(stories)
    .innerJoin(quoteUses, eq(quoteUses.storyId, stories.id))
    .where(inArray(quoteUses.quoteId, ids));
  for (const story of shown)
    await tx.insert(storyEvents).values({
      storyId: story.id,
      actorId: actor.id,
      kind: "attested",
      revision: story.revision,
      note: how,
    });
}
