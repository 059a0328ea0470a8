import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { type Actor, isEditor } from "@/domain/people";
import type { LibraryPicture } from "@/domain/pictures";
import { database } from "../../client";
import { media } from "../../schema/media";
import { users } from "../../schema/people";
import { publicationMedia, publications } from "../../schema/publications";
import { pictureUses, stories } from "../../schema/stories";
import { likePattern } from "./search-words";
import { visibleTo } from "./visible";

const listLength = 36;

export type PictureFilter = {
  readonly text?: string | undefined;
  readonly mine?: boolean | undefined;
  /** Only pictures older than this one: the last of the page before. */
  readonly before?: string | undefined;
};

const columns = {
  id: media.id,
  name: media.name,
  width: media.width,
  height: media.height,
  widths: media.widths,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
  rights: media.rights,
  focalX: media.focalX,
  focalY: media.focalY,
  createdBy: media.createdBy,
};

const pictureOf = ({
  focalX,
  focalY,
  ...picture
}: Omit<LibraryPicture, "focal"> & { focalX: number; focalY: number }): LibraryPicture => ({
  ...picture,
  focal: [focalX, focalY],
});

/** A page of the library, the newest first, and the last of it where there are older ones. Pictures are the whole
 * desk's: only where they are used is told to those who may see the story. */
export async function picturesListed(
  actor: Actor,
  filter: PictureFilter,
): Promise<{ pictures: LibraryPicture[]; older: string | null }> {
  const like = filter.text?.trim() ? likePattern(filter.text.trim()) : null;
  const rows = await database()
    .select(columns)
    .from(media)
    .where(
      and(
        // The very expression of the index.
        like ? sql`(alt || ' ' || caption || ' ' || credit || ' ' || rights) ilike ${like}` : undefined,
        filter.mine ? eq(media.createdBy, actor.id) : undefined,
        filter.before ? lt(media.id, filter.before) : undefined,
      ),
    )
    .orderBy(desc(media.id))
    .limit(listLength + 1);
  const shown = rows.slice(0, listLength);
  return {
    pictures: shown.map(pictureOf),
    older: rows.length > listLength ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** A story that shows a picture, as far as the person may know: without a headline where they may not see it. */
export type PictureUse = {
  readonly storyId: string;
  readonly headline: string | null;
  /** Where readers have it with this picture; null where the picture is in the draft alone. */
  readonly address: string | null;
  readonly inDraft: boolean;
};

/** Everything about one picture for its page; null where it is not there. */
export async function pictureForDesk(actor: Actor, id: string) {
  const [row] = await database()
    .select({ ...columns, createdAt: media.createdAt, by: users.name })
    .from(media)
    .innerJoin(users, eq(users.id, media.createdBy))
    .where(eq(media.id, id));
  if (!row) return null;
  const { createdAt, by, ...picture } = row;
  return {
    picture: pictureOf(picture),
    createdAt,
    by,
    uses: await usesOfPicture(actor, id, row.name),
    mayChange: isEditor(actor) || row.createdBy === actor.id,
  };
}

async function usesOfPicture(actor: Actor, id: string, name: string): Promise<PictureUse[]> {
  const db = database();
  const [drafts, live] = await Promise.all([
    db
      .select({
        storyId: stories.id,
        headline: stories.headline,
        seen: sql<boolean>`${visibleTo(actor)}`,
      })
      .from(pictureUses)
      .innerJoin(stories, eq(stories.id, pictureUses.storyId))
      .where(eq(pictureUses.mediaId, id))
      .orderBy(desc(stories.updatedAt))
      .limit(200),
    // What readers have before them is no secret from anybody.
    db
      .select({
        storyId: publications.storyId,
        headline: publications.headline,
        address: publications.address,
      })
      .from(publicationMedia)
      .innerJoin(publications, eq(publications.storyId, publicationMedia.storyId))
      .where(and(eq(publicationMedia.name, name), isNull(publications.withdrawnAt)))
      .orderBy(desc(publications.publishedAt))
      .limit(200),
  ]);
  const inDraft = new Set(drafts.map((draft) => draft.storyId));
  const isLive = new Set(live.map((each) => each.storyId));
  return [
    ...live.map((each) => ({ ...each, inDraft: inDraft.has(each.storyId) })),
    ...drafts
      .filter((draft) => !isLive.has(draft.storyId))
      .map(({ storyId, headline, seen }) => ({
        storyId: seen ? storyId : "",
        headline: seen ? headline : null,
        address: null,
        inDraft: true,
      })),
  ];
}
