import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { QuoteRecord } from "@/domain/quote-record";
import {
  changedParts,
  decideGroundRule,
  decideVerification,
  evidenceKey,
  mayChangeQuote,
  type NewEvidence,
  type QuoteEntry,
  type QuotePart,
  type QuoteState,
  showsInStories,
  undoesChecks,
  verificationAfter,
} from "@/domain/quote-rules";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction, type Transaction } from "./client";
import { mayAttachFiles } from "./queries/desk/evidence";
import { quotesVisibleTo } from "./queries/desk/quotes";
import { visibleTo } from "./queries/desk/visible";
import { deskEvents } from "./schema/people";
import { evidence, occasions, quoteEvents, quotes, quoteUses, sources } from "./schema/sources";
import { stories, storyAuthors } from "./schema/stories";
import { sourceNow } from "./stories/merged";
import { recordsOf } from "./stories/records";
import { compareAnew, recountVerified } from "./stories/recount";
import { lapseApprovals } from "./write-story";

/** Puts a quote down, or changes one, with its source, its occasion and its evidence. A second press with the same ids
 * finds what the first one made. What changes after a check undoes the check; what shows in an approved story takes the
 * approval back. */
export async function saveQuote(actor: Actor, entry: QuoteEntry): Promise<Result<QuoteRecord, Refusal>> {
  return inTransaction(async (tx) => {
    const before = await lockQuote(tx, entry.id);
    if (before && !(await maySee(tx, actor, entry.id))) return refuse("not_found" as const);
    if (before && !mayChangeQuote(before, actor)) return refuse("not_your_quote" as const);
    if (entry.storyId && !(await maySeeStory(tx, actor, entry.storyId))) return refuse("not_found" as const);
    if (!(await mayAttachFiles(tx, actor, entry.evidence))) return refuse("not_found" as const);
    const place = await placeOf(tx, entry);
    if (!place.ok) return place;
    const rule = decideGroundRule(entry.groundRule, place.value.groundRule, entry.storyId !== undefined);
    if (!rule.ok) return rule;
    const after = stateAfter(entry, place.value);
    const changed = before ? changedParts(before, after) : [];
    if (before && changed.length === 0) return theRecord(tx, entry.id);
    await makePlace(tx, actor, entry, place.value);
    const made = await writeQuote(tx, actor, entry.id, before, after, changed);
    if (made) return theRecord(tx, entry.id);
    // A quote of that id was made in this very moment: by the same person's second press, or it is not ours to touch.
    const there = await lockQuote(tx, entry.id);
    return there?.recordedBy === actor.id ? theRecord(tx, entry.id) : refuse("already_there" as const);
  });
}

type LockedQuote = QuoteState & {
  readonly verification: (typeof quotes.$inferSelect)["verification"];
  readonly recordedBy: string;
};

/** Holds the quote's row. Stories that show it may still be saved meanwhile: they only point at it. */
async function lockQuote(tx: Transaction, id: string): Promise<LockedQuote | null> {
  const [row] = await tx.select().from(quotes).where(eq(quotes.id, id)).for("no key update");
  if (!row) return null;
  const pieces = await tx.select().from(evidence).where(eq(evidence.quoteId, id)).orderBy(asc(evidence.id));
  return { ...row, evidence: pieces };
}

async function maySee(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: quotes.id })
    .from(quotes)
    .where(and(eq(quotes.id, id), quotesVisibleTo(actor)));
  return row !== undefined;
}

async function maySeeStory(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.id, id), visibleTo(actor)));
  return row !== undefined;
}

/** The source and the occasion of an entry: those there are, or those to be made. */
type Place = {
  readonly sourceId: string;
  readonly occasionId: string;
  readonly groundRule: (typeof occasions.$inferSelect)["groundRule"];
  readonly newSource: boolean;
  readonly newOccasion: boolean;
};

async function placeOf(tx: Transaction, entry: QuoteEntry): Promise<Result<Place, Refusal>> {
  const asked = "id" in entry.source ? entry.source.id : entry.source.new.id;
  const source = await sourceNow(tx, asked);
  if (!source && "id" in entry.source) return refuse("not_found");
  const sourceId = source ?? asked;
  const occasionId = "id" in entry.occasion ? entry.occasion.id : entry.occasion.new.id;
  const [occasion] = await tx
    .select({ id: occasions.id, sourceId: occasions.sourceId, groundRule: occasions.groundRule })
    .from(occasions)
    .where(eq(occasions.id, occasionId))
    .for("share");
  // Two ids come in, so both are looked at: an occasion of another source lends its ground rule to nobody else.
  if (occasion && occasion.sourceId !== sourceId) return refuse("not_found");
  if (occasion)
    return ok({
      sourceId,
      occasionId,
      groundRule: occasion.groundRule,
      newSource: !source,
      newOccasion: false,
    });
  if ("id" in entry.occasion) return refuse("not_found");
  return ok({
    sourceId,
    occasionId,
    groundRule: entry.occasion.new.groundRule,
    newSource: !source,
    newOccasion: true,
  });
}

const stateAfter = (entry: QuoteEntry, place: Place): QuoteState => ({
  verbatim: entry.verbatim.trim(),
  translation: entry.translation.trim(),
  language: entry.language,
  sourceId: place.sourceId,
  occasionId: place.occasionId,
  groundRule: entry.groundRule && entry.groundRule !== place.groundRule ? entry.groundRule : null,
  statement: entry.statement ?? null,
  evidence: entry.evidence.map((piece) => ({
    kind: piece.kind,
    text: piece.text.trim(),
    href: piece.href.trim(),
    startsAt: piece.startsAt,
    endsAt: piece.endsAt ?? null,
    page: piece.page.trim(),
    archiveHref: piece.archiveHref?.trim() ?? "",
    fileId: piece.fileId ?? null,
  })),
  note: entry.note.trim(),
});

async function makePlace(tx: Transaction, actor: Actor, entry: QuoteEntry, place: Place): Promise<void> {
  if (place.newSource && "new" in entry.source) {
    const made = await tx
      .insert(sources)
      .values({ ...entry.source.new, createdBy: actor.id })
      .onConflictDoNothing()
      .returning({ id: sources.id });
    if (made.length > 0)
      await tx
        .insert(deskEvents)
        .values({ actorId: actor.id, kind: "source_added", subject: place.sourceId });
  }
  if (place.newOccasion && "new" in entry.occasion)
    await tx
      .insert(occasions)
      .values({ ...entry.occasion.new, sourceId: place.sourceId, createdBy: actor.id })
      .onConflictDoNothing();
}

async function writeQuote(
  tx: Transaction,
  actor: Actor,
  id: string,
  before: LockedQuote | null,
  after: QuoteState,
  changed: readonly QuotePart[],
): Promise<boolean> {
  const verification = verificationAfter(before?.verification ?? null, changed, after.evidence.length);
  const { evidence: pieces, ...columns } = after;
  if (before) {
    await lockStoriesShowing(tx, [id]);
    await tx
      .update(quotes)
      .set({ ...columns, verification, updatedAt: sql`now()` })
      .where(eq(quotes.id, id));
  } else {
    const made = await tx
      .insert(quotes)
      .values({ ...columns, id, verification, recordedBy: actor.id })
      .onConflictDoNothing()
      .returning({ id: quotes.id });
    if (made.length === 0) return false;
  }
  await keepEvidence(tx, actor, id, pieces);
  const why = changed.join(", ");
  if (!before || undoesChecks(changed))
    await tx.insert(quoteEvents).values({
      quoteId: id,
      by: actor.id,
      from: before?.verification ?? null,
      to: verification,
      against: why ? `Changed: ${why}` : "",
    });
  // The trail says which parts were changed, and never holds the words.
  await tx.insert(deskEvents).values({
    actorId: actor.id,
    kind: before ? "quote_changed" : "quote_recorded",
    subject: id,
    note: why,
  });
  if (before && showsInStories(changed)) {
    await compareAnew(tx, [id]);
    await lapseApprovals(tx, actor, [id], `A quote was changed: ${why}`);
  }
  return true;
}

async function keepEvidence(tx: Transaction, actor: Actor, quoteId: string, pieces: readonly NewEvidence[]) {
  const kept = await tx.select().from(evidence).where(eq(evidence.quoteId, quoteId));
  const wanted = [...pieces];
  const gone: string[] = [];
  for (const piece of kept) {
    const at = wanted.findIndex((each) => evidenceKey(each) === evidenceKey(piece));
    if (at < 0) gone.push(piece.id);
    else wanted.splice(at, 1);
  }
  if (gone.length > 0) await tx.delete(evidence).where(inArray(evidence.id, gone));
  if (wanted.length > 0)
    await tx.insert(evidence).values(wanted.map((piece) => ({ ...piece, quoteId, createdBy: actor.id })));
}

/** Holds the stories that show these quotes, so that none is approved on the words as they were. */
export async function lockStoriesShowing(tx: Transaction, quoteIds: readonly string[]): Promise<void> {
  if (quoteIds.length === 0) return;
  const uses = tx
    .select({ id: quoteUses.storyId })
    .from(quoteUses)
    .where(inArray(quoteUses.quoteId, [...quoteIds]));
  await tx
    .select({ id: stories.id })
    .from(stories)
    .where(inArray(stories.id, uses))
    .orderBy(asc(stories.id))
    .for("update");
}

async function theRecord(tx: Transaction, id: string): Promise<Result<QuoteRecord, Refusal>> {
  const [record] = await recordsOf(tx, [id]);
  return record ? ok(record) : refuse("not_found");
}

/** Takes a quote one step up the ladder: checked by a second person against its evidence, then confirmed with the source. */
export async function verifyQuote(
  actor: Actor,
  given: { readonly id: string; readonly step: "checked" | "confirmed"; readonly against: string },
): Promise<Result<QuoteRecord, Refusal>> {
  return inTransaction(async (tx) => {
    const quote = await lockQuote(tx, given.id);
    if (!quote || !(await maySee(tx, actor, given.id))) return refuse("not_found" as const);
    const steps = await tx
      .select({ by: quoteEvents.by })
      .from(quoteEvents)
      .where(and(eq(quoteEvents.quoteId, given.id), inArray(quoteEvents.to, ["noted", "evidenced"])));
    const authors = await tx
      .selectDistinct({ id: storyAuthors.userId })
      .from(storyAuthors)
      .innerJoin(quoteUses, eq(quoteUses.storyId, storyAuthors.storyId))
      .where(eq(quoteUses.quoteId, given.id));
    const decision = decideVerification(
      {
        verification: quote.verification,
        pieces: quote.evidence.length,
        recorders: [quote.recordedBy, ...steps.map((step) => step.by)],
        authors: authors.map((author) => author.id),
      },
      given.step,
      actor,
      given.against,
    );
    if (!decision.ok) return decision;
    await tx
      .update(quotes)
      .set({ verification: decision.value, updatedAt: sql`now()` })
      .where(eq(quotes.id, given.id));
    await tx.insert(quoteEvents).values({
      quoteId: given.id,
      by: actor.id,
      from: quote.verification,
      to: decision.value,
      against: given.against.trim(),
    });
    await tx
      .insert(deskEvents)
      .values({ actorId: actor.id, kind: `quote_${decision.value}`, subject: given.id });
    await recountVerified(tx, [given.id]);
    return theRecord(tx, given.id);
  });
}
