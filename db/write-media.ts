import type { FocalPoint } from "@/domain/pictures";
import type { Result } from "@/domain/result";
import { ok } from "@/domain/result";
import { inTransaction } from "./client";
import { media } from "./schema/media";
import { deskEvents } from "./schema/people";

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
