import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import {
  type Arranged,
  type ChosenQuote,
  frontPageName,
  inOrder,
  type LiveQuote,
  type LiveStory,
  type Placing,
  placesOf,
} from "@/domain/front-page";
import { type Actor, isEditor } from "@/domain/people";
import { database, type Reader } from "../../client";
import { frontDrafts } from "../../schema/front-drafts";
import { frontQuotes, frontSlots, sections } from "../../schema/paper";
import { users } from "../../schema/people";
import { publicationQuotes, publications } from "../../schema/publications";
import type { Curated } from "../site/front";
import { listed } from "../site/lists";
import { quoteShown } from "../site/quotes";
import { paperOf } from "./paper";
import { likePattern } from "./search-words";

/** A front as editors have it before them: the draft, and beside it what readers see. */
export type FrontForEditing = {
  readonly draft: Arranged;
  readonly live: Arranged;
  /** Names this state of the draft: a save that was based on another is refused. */
  readonly revision: number;
  readonly saved: { readonly by: string; readonly at: Date } | null;
  readonly published: { readonly by: string; readonly at: Date } | null;
};

/** A front with what is drafted for it; null for who may not curate. */
export async function frontForEditing(actor: Actor, front = frontPageName): Promise<FrontForEditing | null> {
  if (!isEditor(actor)) return null;
  const [live, [row]] = await Promise.all([
    readLiveFront(database(), front),
    database().select().from(frontDrafts).where(eq(frontDrafts.front, front)),
  ]);
  if (!row) return { draft: live, live, revision: 0, saved: null, published: null };
  const ids = [row.savedBy, row.publishedBy].filter((id) => id !== null);
  const named =
    ids.length === 0
      ? []
      : await database().select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  const told = (id: string | null, at: Date | null) => {
    const person = named.find((each) => each.id === id);
    return person && at ? { by: person.name, at } : null;
  };
  return {
    draft: row.arranged,
    live,
    revision: row.revision,
    saved: told(row.savedBy, row.savedAt),
    published: told(row.publishedBy, row.publishedAt),
  };
}

/** A front as readers have it. */
export async function readLiveFront(reader: Reader, front = frontPageName): Promise<Arranged> {
  const slots = await reader
    .select({
      slot: frontSlots.slot,
      storyId: frontSlots.storyId,
      headline: frontSlots.headline,
      picture: frontSlots.picture,
      pinnedUntil: frontSlots.pinnedUntil,
    })
    .from(frontSlots)
    .where(eq(frontSlots.front, front));
  const quotes = await reader
    .select({ storyId: frontQuotes.storyId, ref: frontQuotes.ref })
    .from(frontQuotes)
    .where(eq(frontQuotes.front, front))
    .orderBy(asc(frontQuotes.position));
  const breaking = front === frontPageName ? (await paperOf(reader)).breaking : null;
  const placings = placesOf(front).flatMap((place): Placing[] =>
    slots
      .filter((row) => row.slot === place)
      .map(({ slot: _, pinnedUntil, ...row }) => ({
        ...row,
        place,
        pinnedUntil: pinnedUntil?.toISOString() ?? null,
      })),
  );
  return { placings, quotes, breaking: breaking && { ...breaking, until: breaking.until ?? null } };
}

const live = isNull(publications.withdrawnAt);
const newestFirst = [desc(publications.publishedAt), desc(publications.storyId)];

/** Live stories to choose from, newest first, at most sixty; of one section and with a text in the headline where these
 * are given. `placed` are answered too, however old they are. */
export async function liveStories(
  actor: Actor,
  wanted: { text?: string; sectionId?: string | undefined; placed?: readonly string[] } = {},
): Promise<LiveStory[]> {
  if (!isEditor(actor)) return [];
  const read = (where: SQL | undefined, length: number) =>
    database()
      .select({
        id: publications.storyId,
        headline: publications.headline,
        section: sections.name,
        address: publications.address,
        publishedAt: publications.publishedAt,
      })
      .from(publications)
      .innerJoin(sections, eq(sections.id, publications.sectionId))
      .where(and(live, where))
      .orderBy(...newestFirst)
      .limit(length);
  const ids = [...(wanted.placed ?? [])];
  const [found, placed] = await Promise.all([
    read(
      and(
        wanted.sectionId ? eq(publications.sectionId, wanted.sectionId) : undefined,
        wanted.text ? ilike(publications.headline, likePattern(wanted.text)) : undefined,
      ),
      60,
    ),
    ids.length > 0 ? read(inArray(publications.storyId, ids), ids.length) : [],
  ]);
  return [...new Map([...found, ...placed].map((story) => [story.id, story])).values()];
}

/** Quotations of named speakers in live stories, newest story first, at most forty; `chosen` are answered too. */
export async function liveQuotes(
  actor: Actor,
  wanted: { text?: string; sectionId?: string | undefined; chosen?: readonly ChosenQuote[] } = {},
): Promise<LiveQuote[]> {
  if (!isEditor(actor)) return [];
  const read = (where: SQL | undefined, length: number) =>
    database()
      .select({
        storyId: publicationQuotes.storyId,
        ref: publicationQuotes.ref,
        words: publicationQuotes.words,
        speaker: publicationQuotes.speakerName,
        headline: publications.headline,
      })
      .from(publicationQuotes)
      .innerJoin(publications, eq(publications.storyId, publicationQuotes.storyId))
      .where(and(live, isNotNull(publicationQuotes.ref), isNotNull(publicationQuotes.speakerSlug), where))
      .orderBy(...newestFirst, asc(publicationQuotes.number))
      .limit(length);
  const like = wanted.text ? likePattern(wanted.text) : null;
  const refs = (wanted.chosen ?? []).map((each) => each.ref);
  const [found, chosen] = await Promise.all([
    read(
      and(
        wanted.sectionId ? eq(publications.sectionId, wanted.sectionId) : undefined,
        like
          ? or(ilike(publicationQuotes.words, like), ilike(publicationQuotes.speakerName, like))
          : undefined,
      ),
      40,
    ),
    refs.length > 0 ? read(inArray(publicationQuotes.ref, refs), 20) : [],
  ]);
  const rows = [...found, ...chosen].flatMap(({ ref, ...quote }) => (ref ? [{ ...quote, ref }] : []));
  return [...new Map(rows.map((quote) => [`${quote.storyId} ${quote.ref}`, quote])).values()];
}

/** A draft as readers would see it now: of live stories alone, pins that have run out left out. */
export async function curatedDraft(
  actor: Actor,
  { placings, quotes }: Arranged,
  now: Date,
): Promise<Curated> {
  if (!isEditor(actor)) return { slots: [], quotes: [] };
  const ids = placings.map((each) => each.storyId);
  const refs = quotes.map((each) => each.ref);
  const [stories, said] = await Promise.all([
    ids.length === 0
      ? []
      : database()
          .select(listed)
          .from(publications)
          .innerJoin(sections, eq(sections.id, publications.sectionId))
          .where(and(live, inArray(publications.storyId, ids))),
    refs.length === 0
      ? []
      : database()
          .select(quoteShown)
          .from(publicationQuotes)
          .innerJoin(publications, eq(publications.storyId, publicationQuotes.storyId))
          .innerJoin(sections, eq(sections.id, publications.sectionId))
          .where(and(live, isNotNull(publicationQuotes.speakerSlug), inArray(publicationQuotes.ref, refs))),
  ]);
  return {
    slots: inOrder(placings).flatMap(({ place, storyId, headline, picture, pinnedUntil }) => {
      const story = stories.find((each) => each.storyId === storyId);
      const isOver = pinnedUntil !== null && new Date(pinnedUntil) <= now;
      return story && !isOver ? [{ slot: place, headline, picture, story }] : [];
    }),
    quotes: quotes.flatMap(
      ({ storyId, ref }) => said.find((each) => each.storyId === storyId && each.ref === ref) ?? [],
    ),
  };
}
