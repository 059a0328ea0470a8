import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addPicture, type NewPicture, type StoredPicture } from "@/db/write-media";
import { pictureFormats, pictureLimits, refusedKind } from "@/domain/pictures";
import type { Refusal } from "@/domain/refusal";
import { type Result, refuse } from "@/domain/result";
import { inOwnFolder } from "../storage/incoming";
import { storage } from "../storage/storage";
import { inStudio } from "./studio";
import type { PictureMade } from "./work";

export type PictureWords = Pick<NewPicture, "alt" | "caption" | "credit" | "createdBy"> &
  Partial<Pick<NewPicture, "rights" | "focal">>;

/** Takes a picture in: it is worked on in a process of its own, its files are kept, and its row is written last. Nothing
 * of the original is kept, so nothing of the camera or the place is. */
export async function storePicture(
  picture: Uint8Array | { readonly drawing: string },
  words: PictureWords,
): Promise<Result<StoredPicture, Refusal>> {
  if (picture instanceof Uint8Array) {
    if (picture.length > pictureLimits.bytes) return refuse("picture_too_big");
    const unwanted = refusedKind(picture.subarray(0, 512));
    if (unwanted) return refuse(unwanted);
  }
  return inOwnFolder(async (folder) => {
    const original = join(folder, "original");
    if (picture instanceof Uint8Array) await writeFile(original, picture, { mode: 0o600 });
    const name = randomBytes(16).toString("hex");
    const from = picture instanceof Uint8Array ? { file: original } : picture;
    const made = await inStudio({ from, into: folder, name, formats: pictureFormats });
    return made.ok ? keepFiles(folder, name, made.value, words) : made;
  });
}

async function keepFiles(
  folder: string,
  name: string,
  made: PictureMade,
  words: PictureWords,
): Promise<Result<StoredPicture, never>> {
  const { files, ...size } = made;
  const kept = await storage();
  const keyOf = (file: string) => `media/${file}`;
  try {
    for (const file of files)
      await kept.keep(keyOf(file), join(folder, file), file.endsWith(".webp") ? "image/webp" : "image/jpeg");
    return await addPicture({ name, ...size, rights: "", focal: [0.5, 0.5], ...words });
  } catch (error) {
    for (const file of files) await kept.remove(keyOf(file));
    throw error;
  }
}
