import { eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import { decidePictureChange, type FocalPoint } from "@/domain/pictures";
import { withFocalPoint } from "@/domain/publication/document";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction, type Transaction } from "./client";
import { purge } from "./purge";
import { media } from "./schema/media";
import { frontSlots } from "./schema/paper";
import { deskEvents } from "./schema/people";
import { publicationMedia, publications } from "./schema/publications";

export type NewPicture = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly rights: string;
  readonly focal: FocalPoint;
  readonly createdBy: string;
};

export type StoredPicture = Pick<NewPicture, "name" | "width" | "height" | "widths"> & {
  readonly id: string;
};

/** Puts a picture on record whose files lie in place already. */
export async function addPicture({ focal, ...picture }: NewPicture): Promise<Result<StoredPicture, never>> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .insert(media)
      .values({ ...picture, widths: [...picture.widths], focalX: focal[0], focalY: focal[1] })
      .returning({
        id: media.id,
        name: media.name,
        width: media.width,
        height: media.height,
        widths: media.widths,
      });
    if (!row) throw new Error("The picture's row was not answered.");
    await tx
      .insert(deskEvents)
      .values({ actorId: picture.createdBy, kind: "picture_added", subject: row.id });
    return ok(row);
  });
}

/** What is left out stays as it is. */
export type PictureChange = {
  readonly id: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
  readonly rights?: string | undefined;
  readonly focal: FocalPoint;
};

/** Changes what the library says of a picture, and what it is cropped around. The words are those with which it is
 * offered from now on; stories keep their own. The crop changes at once wherever readers see the picture. `purged` is
 * null where readers see no difference. */
export async function changePicture(
  actor: Actor,
  change: PictureChange,
): Promise<Result<{ purged: number | null }, Refusal>> {
  return inTransaction(async (tx) => {
    const [row] = await tx.select().from(media).where(eq(media.id, change.id)).for("update");
    if (!row) return refuse("not_found" as const);
    const live = await publicationsWith(tx, row.name);
    const onFronts = await tx
      .select({ slot: frontSlots.slot })
      .from(frontSlots)
      .where(sql`picture ->> 'name' = ${row.name}`)
      .for("update");
    const isLive = live.length + onFronts.length > 0;
    const before = { createdBy: row.createdBy, focal: [row.focalX, row.focalY] as const };
    const decision = decidePictureChange(before, actor, { focal: change.focal, isLive });
    if (!decision.ok) return decision;
    const { id, focal, ...words } = change;
    await tx
      .update(media)
      .set({ ...words, focalX: focal[0], focalY: focal[1] })
      .where(eq(media.id, id));
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "picture_changed", subject: id });
    const moved = focal[0] !== row.focalX || focal[1] !== row.focalY;
    if (!moved || !isLive) return ok({ purged: null });
    for (const { storyId, document, picture } of live) {
      await tx
        .update(publications)
        .set({
          document: withFocalPoint(document, row.name, focal),
          picture: picture?.name === row.name ? { ...picture, focal } : picture,
        })
        .where(eq(publications.storyId, storyId));
    }
    await tx
      .update(frontSlots)
      .set({ picture: sql`jsonb_set(picture, '{focal}', ${JSON.stringify(focal)}::jsonb)` })
      .where(sql`picture ->> 'name' = ${row.name}`);
    // Cards with the picture stand on the front page, in sections, under other stories: all are drawn anew.
    return ok({ purged: await purge(tx, ["*"]) });
  });
}

async function publicationsWith(tx: Transaction, name: string) {
  const shown = tx
    .select({ storyId: publicationMedia.storyId })
    .from(publicationMedia)
    .where(eq(publicationMedia.name, name));
  return tx
    .select({
      storyId: publications.storyId,
      document: publications.document,
      picture: publications.picture,
    })
    .from(publications)
    .where(inArray(publications.storyId, shown))
    .orderBy(publications.storyId)
    .for("update");
}
