import { and, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { isSafeLink } from "@/domain/body/links";
import { repeatsOffRecord } from "@/domain/checks/off-record";
import {
  type Arranged,
  frontAsText,
  frontPageName,
  frontPlaceNames,
  inOrder,
  oneLine,
  placesOf,
  quotesChosen,
  storiesRetold,
  without,
  wordsOfFront,
} from "@/domain/front-page";
import { type Actor, isEditor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction, type Transaction } from "./client";
import { tellDesk } from "./live";
import { purge } from "./purge";
import { readLiveFront } from "./queries/desk/front";
import { frontDrafts } from "./schema/front-drafts";
import { media } from "./schema/media";
import { frontQuotes, frontSlots, fronts, sections, settings } from "./schema/paper";
import { deskEvents, users } from "./schema/people";
import { publicationQuotes, publications } from "./schema/publications";
import { stories } from "./schema/stories";
import { lockPaper } from "./settings/lock-paper";
import { offRecordVerbatims } from "./stories/records";

export type NewFront = {
  /** "front", or a section's id. */
  readonly front: string;
  /** The revision of the draft that the editor was looking at. */
  readonly base: number;
  readonly arranged: Arranged;
};

/** Somebody else has changed the draft since: who, when, and how it stands now. Nothing of either was lost. */
export type StaleFront = {
  readonly stale: true;
  readonly by: string;
  readonly at: Date;
  readonly revision: number;
  readonly theirs: Arranged;
};

type Locked = { readonly row: typeof frontDrafts.$inferSelect; readonly label: string; readonly at: string };
type Refused = Refusal | StaleFront;

/** Keeps a front as an editor is arranging it. Readers see nothing of it. A second save of the same changes nothing. */
export async function saveFrontDraft(
  actor: Actor,
  given: NewFront,
): Promise<Result<{ revision: number }, Refused>> {
  return withFront(actor, given, async (tx, { row }, arranged) => {
    const revision = await keepDraft(tx, actor, row, arranged);
    return ok({ revision });
  });
}

/** Puts a whole front before readers in one step, or refuses all of it: when somebody else has changed the draft since,
 * when a story has been withdrawn meanwhile, when words of it are off the record. `purge` is to be confirmed before
 * anybody is told that readers see it. */
export async function publishFront(
  actor: Actor,
  given: NewFront,
): Promise<Result<{ revision: number; purge: number }, Refused>> {
  return withFront(actor, given, async (tx, { row, label, at }, arranged) => {
    if (!(await areLive(tx, arranged))) return refuse("not_live");
    if (repeatsOffRecord(wordsOfFront(arranged), await offRecordVerbatims(tx)))
      return refuse("off_the_record");
    if (arranged.placings.some(({ picture }) => picture && !(picture.alt.trim() && picture.credit.trim())))
      return refuse("picture_wordless");
    const before = await readLiveFront(tx, given.front);
    if (await tellsOfEmbargoed(tx, before, arranged)) return refuse("embargoed");
    const revision = await keepDraft(tx, actor, row, arranged);
    await swap(tx, given.front, arranged);
    await tx
      .update(frontDrafts)
      .set({ publishedRevision: revision, publishedBy: actor.id, publishedAt: sql`now()` })
      .where(eq(frontDrafts.front, given.front));
    await tellOfFront(tx, given.front);
    // Pressed twice, it is one publishing.
    if (frontAsText(before) !== frontAsText(arranged)) {
      await tx
        .insert(deskEvents)
        .values({ actorId: actor.id, kind: "front_saved", subject: label, note: described(arranged) });
    }
    // The breaking bar stands on more pages than one.
    const everywhere = JSON.stringify(before.breaking) !== JSON.stringify(arranged.breaking);
    return ok({ revision, purge: await purge(tx, everywhere ? ["*"] : [at]) });
  });
}

/** Takes a story out of every front, live and drafted: what editors put over it does not outlive its withdrawal. */
export async function takeFromFronts(tx: Transaction, storyId: string): Promise<void> {
  await tx.delete(frontSlots).where(eq(frontSlots.storyId, storyId));
  await tx.delete(frontQuotes).where(eq(frontQuotes.storyId, storyId));
  const drafts = await tx.select().from(frontDrafts).orderBy(frontDrafts.front).for("update");
  for (const { front, arranged } of drafts) {
    const left = without(arranged, storyId);
    if (frontAsText(left) === frontAsText(arranged)) continue;
    await tx.update(frontDrafts).set({ arranged: left }).where(eq(frontDrafts.front, front));
    await tellOfFront(tx, front);
  }
}

/** Locks a front for whoever may arrange it, and refuses what is malformed or was based on another state. Stories are
 * locked first, as a withdrawal locks them, so that one under way waits or has been seen. */
function withFront<Value>(
  actor: Actor,
  given: NewFront,
  write: (tx: Transaction, locked: Locked, arranged: Arranged) => Promise<Result<Value, Refused>>,
): Promise<Result<Value, Refused>> {
  const fault = isEditor(actor) ? faultIn(given) : "editors_only";
  if (fault) return Promise.resolve(refuse(fault));
  return inTransaction(async (tx) => {
    await lockStories(tx, given.arranged);
    const arranged = await tidied(tx, given);
    const locked = await lockFront(tx, given.front);
    if (!locked) return refuse("not_found");
    const { row } = locked;
    if (row.revision !== given.base && frontAsText(row.arranged) !== frontAsText(arranged))
      return refuse(await staleness(tx, row));
    return write(tx, locked, arranged);
  });
}

function faultIn({ front, arranged }: NewFront): Refusal | null {
  const { placings, quotes, breaking } = arranged;
  const isOnce = (all: readonly unknown[]) => new Set(all).size === all.length;
  if (breaking?.href && !isSafeLink(breaking.href)) return "unsafe_link";
  if (placings.some((each) => !placesOf(front).includes(each.place))) return "not_found";
  if (quotes.length > quotesChosen) return "too_long";
  const once = [placings.map((each) => each.storyId), placings.map((each) => each.place)];
  return [...once, quotes.map((each) => each.ref)].every(isOnce) ? null : "already_there";
}

/** Words in one line, pictures with what the library says of them now, and a breaking bar on the front page alone. */
async function tidied(tx: Transaction, { front, arranged }: NewFront): Promise<Arranged> {
  const ids = arranged.placings.flatMap((each) => each.picture?.id ?? []);
  const found = ids.length === 0 ? [] : await tx.select().from(media).where(inArray(media.id, ids));
  const pictures = found.map(({ id, name, widths, width, height, alt, caption, credit, ...row }) => {
    const focal = [row.focalX, row.focalY] as const;
    return { id, name, widths, width, height, alt, caption, credit, focal };
  });
  const { breaking } = arranged;
  const text = oneLine(breaking?.text ?? "");
  return {
    placings: inOrder(arranged.placings).map((each) => ({
      ...each,
      headline: oneLine(each.headline),
      picture: pictures.find((picture) => picture.id === each.picture?.id) ?? null,
    })),
    quotes: arranged.quotes,
    breaking:
      front === frontPageName && breaking && text
        ? { text, href: breaking.href, until: breaking.until }
        : null,
  };
}

async function lockFront(tx: Transaction, front: string): Promise<Locked | null> {
  const isSection = front !== frontPageName;
  const [section] = isSection ? await tx.select().from(sections).where(eq(sections.id, front)) : [];
  if (isSection && !section) return null;
  await tx
    .insert(fronts)
    .values({ name: front, sectionId: section?.id ?? null })
    .onConflictDoNothing();
  const live = await readLiveFront(tx, front);
  await tx.insert(frontDrafts).values({ front, arranged: live }).onConflictDoNothing();
  const [row] = await tx.select().from(frontDrafts).where(eq(frontDrafts.front, front)).for("update");
  if (!row) throw new Error("the draft of a front could not be made");
  return { row, label: section?.name ?? "Front page", at: section ? `/${section.slug}` : "/" };
}

async function staleness(tx: Transaction, row: Locked["row"]): Promise<StaleFront> {
  const [person] = row.savedBy
    ? await tx.select({ name: users.name }).from(users).where(eq(users.id, row.savedBy))
    : [];
  return {
    stale: true,
    by: person?.name ?? "Somebody",
    at: row.savedAt ?? new Date(0),
    revision: row.revision,
    theirs: row.arranged,
  };
}

async function keepDraft(tx: Transaction, actor: Actor, row: Locked["row"], arranged: Arranged) {
  if (frontAsText(row.arranged) === frontAsText(arranged)) return row.revision;
  const revision = row.revision + 1;
  await tx
    .update(frontDrafts)
    .set({ arranged, revision, savedBy: actor.id, savedAt: sql`now()` })
    .where(eq(frontDrafts.front, row.front));
  await tellOfFront(tx, row.front);
  return revision;
}

/** Other editors who have it open see it as it is now. */
const tellOfFront = (tx: Transaction, front: string) =>
  tellDesk(tx, { about: "front", id: front, to: [], editors: true });

async function swap(tx: Transaction, front: string, { placings, quotes, breaking }: Arranged): Promise<void> {
  await tx.delete(frontSlots).where(eq(frontSlots.front, front));
  await tx.delete(frontQuotes).where(eq(frontQuotes.front, front));
  if (placings.length > 0) {
    await tx.insert(frontSlots).values(
      placings.map(({ place, pinnedUntil, ...placing }) => ({
        ...placing,
        front,
        slot: place,
        pinnedUntil: pinnedUntil ? new Date(pinnedUntil) : null,
      })),
    );
  }
  if (quotes.length > 0) {
    const rows = quotes.map(({ storyId, ref }, at) => ({ front, position: at + 1, storyId, ref }));
    await tx.insert(frontQuotes).values(rows);
  }
  if (front !== frontPageName) return;
  const { paper } = await lockPaper(tx);
  await tx
    .update(settings)
    .set({ paper: { ...paper, breaking }, updatedAt: sql`now()` })
    .where(eq(settings.one, 1));
}

const storiesOf = ({ placings, quotes }: Arranged): string[] => [
  ...new Set([...placings, ...quotes].map((each) => each.storyId)),
];

async function lockStories(tx: Transaction, arranged: Arranged): Promise<void> {
  const ids = storiesOf(arranged);
  if (ids.length === 0) return;
  await tx
    .select({ id: publications.storyId })
    .from(publications)
    .where(inArray(publications.storyId, ids))
    .orderBy(publications.storyId)
    .for("share");
}

/** Whether every story is before readers, and every quotation still in its story. */
async function areLive(tx: Transaction, arranged: Arranged): Promise<boolean> {
  const ids = storiesOf(arranged);
  if (ids.length === 0) return true;
  const live = await tx
    .select({ id: publications.storyId })
    .from(publications)
    .where(and(inArray(publications.storyId, ids), isNull(publications.withdrawnAt)));
  if (live.length !== ids.length) return false;
  const refs = arranged.quotes.map((each) => each.ref);
  if (refs.length === 0) return true;
  const said = await tx
    .select({ storyId: publicationQuotes.storyId, ref: publicationQuotes.ref })
    .from(publicationQuotes)
    .where(and(inArray(publicationQuotes.ref, refs), isNotNull(publicationQuotes.speakerSlug)));
  return arranged.quotes.every((each) =>
    said.some((quote) => quote.ref === each.ref && quote.storyId === each.storyId),
  );
}

/** Whether it would tell of a story in new words while the change to that story is under embargo: by a headline or a
 * picture of the front's own, or by a breaking bar that leads to it. */
async function tellsOfEmbargoed(tx: Transaction, before: Arranged, next: Arranged): Promise<boolean> {
  const held = await tx
    .select({ id: stories.id, address: publications.address })
    .from(stories)
    .innerJoin(publications, eq(publications.storyId, stories.id))
    .where(gt(stories.embargoUntil, sql`now()`));
  const retold = new Set(storiesRetold(before, next));
  const isNewBar = JSON.stringify(before.breaking) !== JSON.stringify(next.breaking);
  const bar = isNewBar ? (next.breaking?.href ?? "") : "";
  return held.some(({ id, address }) => retold.has(id) || bar.includes(address));
}

const described = ({ placings, quotes, breaking }: Arranged) =>
  [
    ...placings.map((each) => `${frontPlaceNames[each.place]}: ${each.headline || each.storyId}`),
    quotes.length > 0 ? `In their own words: ${quotes.length} chosen` : "",
    breaking ? `Breaking: ${breaking.text}` : "",
  ]
    .filter(Boolean)
    .join("; ");
