import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Body } from "@/domain/body/body";
import type { Actor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import type { Lines } from "@/domain/review/suggested-lines";
import {
  changeOf,
  documentOf,
  lettersOf,
  linesBetween,
  type Suggested,
  suggestionsBetween,
} from "@/domain/review/suggested-text";
import { mostSuggestions } from "@/domain/review/suggestions";
import type { Words } from "@/domain/words";
import { inTransaction, type Transaction } from "./client";
import { newId } from "./schema/columns";
import { revisions, suggestions } from "./schema/stories";
import { type LockedStory, lockStory } from "./stories/locked-story";
import { tiesUnseen } from "./stories/unseen";
import { writeEvent } from "./write-story";

type Row = typeof suggestions.$inferSelect;

/** A text as somebody would have it, typed over a revision of the story. `seen` are the suggestions of theirs that were in
 * it from the start: one that is not in it any more was taken back. `typedAt` is given of a text that may have been kept
 * before, and looked at since: by the clock of whoever typed it. */
export type SuggestedText = {
  readonly revision: number;
  readonly seen: readonly string[];
  readonly typedAt?: Date | undefined;
  readonly words: Pick<Lines, "headline" | "standfirst"> & {
    /** Left out by a page on which it cannot be suggested. */
    readonly kicker?: string | undefined;
    readonly hero?: Lines["hero"] | undefined;
    readonly body: Body;
  };
};

/** Keeps what a typed text changes as suggestions of whoever typed it, and leaves the story's text as it is. Told again
 * with more letters in it, the same suggestion grows. Answers the ids of all that the text is made of. */
export async function suggestText(
  actor: Actor,
  storyId: string,
  given: SuggestedText,
): Promise<Result<{ ids: readonly string[] }, Refusal>> {
  if (await tiesUnseen(actor, storyId, given.words.body)) return refuse("quote_unseen" as const);
  return inTransaction(async (tx) => {
    const story = await lockStory(tx, actor, storyId);
    if (!story) return refuse("not_found" as const);
    const base = await wordsAt(tx, story, given.revision);
    if (!base) return refuse("not_found" as const);
    const wanted = differing(base, given.words);
    if (wanted.length > mostSuggestions) return refuse("too_long" as const);
    const own = await tx
      .select()
      .from(suggestions)
      .where(and(eq(suggestions.storyId, storyId), eq(suggestions.by, actor.id)));
    const sorted = sortOut(base, wanted, own, given);
    await write(tx, story, actor, given.revision, sorted);
    return ok({ ids: sorted.ids });
  });
}

async function wordsAt(tx: Transaction, story: LockedStory, revision: number): Promise<Words | null> {
  if (revision === story.row.revision) return story.words;
  const [row] = await tx
    .select({ words: revisions.words })
    .from(revisions)
    .where(
      and(eq(revisions.storyId, story.row.id), eq(revisions.number, revision), ne(revisions.kind, "branch")),
    );
  return row?.words ?? null;
}

function differing(base: Words, words: SuggestedText["words"]): Suggested[] {
  const inBody = suggestionsBetween(documentOf(base.body), documentOf(words.body));
  const { kicker = base.kicker, headline, standfirst, hero = base.hero } = words;
  return [...linesBetween(base, { kicker, headline, standfirst, hero }), ...inBody];
}

/** Milliseconds by which a device's clock may be behind, with the time that a request takes. */
const mostClocksDiffer = 60_000;

type Sorted = {
  readonly fresh: readonly (Suggested & { readonly id: string })[];
  readonly grown: readonly (Suggested & { readonly id: string })[];
  readonly takenBack: readonly string[];
  /** In the order of the text. */
  readonly ids: readonly string[];
};

/** Which of the suggestions stood already, which have grown out of one that did, which are new and which are gone. */
function sortOut(
  base: Words,
  wanted: readonly Suggested[],
  own: readonly Row[],
  { seen, typedAt }: Pick<SuggestedText, "seen" | "typedAt">,
): Sorted {
  const doc = documentOf(base.body);
  const letters = lettersOf(doc);
  const placed = own.map((row) => ({ row, at: placeIn(row, doc, letters) }));
  const isOpen = ({ row }: (typeof placed)[number]) => row.decision === null;
  // One that somebody has decided on while it was still on screen here, or after it was sent from here, is not made anew.
  const decided = placed.filter((each) => !isOpen(each) && (typedAt || seen.includes(each.row.id)));
  const left = new Map([...placed.filter(isOpen), ...decided].map((each) => [each.row.id, each]));
  // What the same person has typed elsewhere since then is not written over.
  const isNewer = (row: Row) =>
    typedAt !== undefined && row.at.getTime() > typedAt.getTime() + mostClocksDiffer;
  const take = (fits: (each: (typeof placed)[number]) => boolean): Row | null => {
    const found = [...left.values()].find(fits);
    if (found) left.delete(found.row.id);
    return found?.row ?? null;
  };
  const ids = new Map<Suggested, string>();
  for (const each of wanted) {
    const same = take(({ row, at }) => isSame(row, at, each));
    if (same) ids.set(each, same.id);
  }
  const fresh: (Suggested & { id: string })[] = [];
  const grown: (Suggested & { id: string })[] = [];
  for (const each of wanted) {
    if (ids.has(each)) continue;
    const before = take(({ row, at }) => row.decision === null && !isNewer(row) && touches(row, at, each));
    const one = { ...each, id: before?.id ?? newId() };
    ids.set(each, one.id);
    (before ? grown : fresh).push(one);
  }
  // One whose words are gone from the text could not be in it, and stays for somebody to read.
  const takenBack = [...left.values()]
    .filter(({ row, at }) => row.decision === null && seen.includes(row.id) && at !== null && !isNewer(row))
    .map(({ row }) => row.id);
  return { fresh, grown, takenBack, ids: wanted.map((each) => ids.get(each) ?? "") };
}

type At = { readonly from: number; readonly to: number };

function placeIn(row: Row, doc: ReturnType<typeof documentOf>, letters: string): At | null {
  return row.field === "body" ? changeOf(doc, letters, row) : { from: 0, to: 0 };
}

const isSame = (row: Row, at: At | null, wanted: Suggested) =>
  row.field === wanted.field &&
  row.passage === wanted.passage &&
  row.replacement === wanted.replacement &&
  row.mediaId === (wanted.mediaId ?? null) &&
  (row.field !== "body" ||
    (at?.from === wanted.place && sameJson(row.content ?? wanted.content, wanted.content)));

/** The database keeps the names within an object in an order of its own. */
const sameJson = (one: unknown, other: unknown) => sortedJson(one) === sortedJson(other);
const sortedJson = (value: unknown) =>
  JSON.stringify(value, (_name, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

function touches(row: Row, at: At | null, wanted: Suggested): boolean {
  if (row.field !== wanted.field) return false;
  if (row.field !== "body") return row.mediaId === (wanted.mediaId ?? null);
  const from = wanted.place ?? 0;
  return at !== null && at.from <= from + wanted.passage.length && from <= at.to;
}

async function write(
  tx: Transaction,
  story: LockedStory,
  actor: Actor,
  revision: number,
  { fresh, grown, takenBack }: Sorted,
): Promise<void> {
  const storyId = story.row.id;
  if (fresh.length > 0) {
    await tx.insert(suggestions).values(fresh.map((each) => ({ ...each, storyId, by: actor.id, revision })));
    await writeEvent(tx, story, actor, { kind: "suggested" });
  }
  for (const { id, ...each } of grown)
    await tx
      .update(suggestions)
      .set({ ...each, revision, at: sql`now()` })
      .where(eq(suggestions.id, id));
  if (takenBack.length > 0)
    await tx
      .update(suggestions)
      .set({ decision: "taken back", decidedBy: actor.id, decidedAt: sql`now()` })
      .where(and(inArray(suggestions.id, [...takenBack]), isNull(suggestions.decision)));
}
