import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { paperOf } from "@/db/queries/desk/paper";
import { type FaceChange, setFace } from "@/db/write-faces";
import { addPicture, type NewPicture, type StoredPicture } from "@/db/write-media";
import { type Changed, changePaper } from "@/db/write-settings";
import type { Logo } from "@/domain/paper";
import type { Actor } from "@/domain/people";
import { faceWidth, logoWidth, pictureFormats, pictureLimits, refusedKind } from "@/domain/pictures";
import type { Refusal } from "@/domain/refusal";
import { type Result, refuse } from "@/domain/result";
import { inOwnFolder } from "../storage/incoming";
import { storage } from "../storage/storage";
import { inStudio } from "./studio";
import type { PictureJob, PictureMade } from "./work";

export type PictureWords = Pick<NewPicture, "alt" | "caption" | "credit" | "createdBy"> &
  Partial<Pick<NewPicture, "rights" | "focal">>;

type Sent = Uint8Array | { readonly drawing: string };

/** Takes a picture in: it is worked on in a process of its own, its files are kept, and its row is written last. Nothing
 * of the original is kept, so nothing of the camera or the place is. */
export const storePicture = (picture: Sent, words: PictureWords): Promise<Result<StoredPicture, Refusal>> =>
  workedOn(picture, { formats: pictureFormats }, (folder, name, made) =>
    keepFiles(folder, name, made, words),
  );

/** Takes in what somebody looks like: one small square file, of which nothing is in the library of pictures. */
export const storeFace = (picture: Uint8Array, actor: Actor): Promise<Result<FaceChange, Refusal>> =>
  workedOn(picture, { formats: ["webp"], square: faceWidth }, async (folder, name, { files: [file] }) => {
    const kept = await storage();
    if (file) await kept.keep(`media/${file}`, join(folder, file), "image/webp");
    return changeFace(actor, name);
  });

/** Takes away what somebody looks like, for the desk and for readers. */
export const takeFaceAway = (actor: Actor): Promise<Result<FaceChange, Refusal>> => changeFace(actor, null);

async function changeFace(actor: Actor, name: string | null): Promise<Result<FaceChange, Refusal>> {
  const changed = await setFace(actor, name);
  if (changed.ok && changed.value.former)
    await (await storage()).remove(`media/${changed.value.former}-${faceWidth}.webp`);
  return changed;
}

/** Takes in the paper's logo: one file, see-through where the picture is, of which nothing is in the library of pictures.
 * Based on the revision of the settings that the admin was looking at. */
export const storeLogo = (
  picture: Uint8Array,
  actor: Actor,
  base: number,
): Promise<Result<Changed, Refusal>> =>
  workedOn(picture, { formats: ["webp"], onlyWidth: logoWidth }, async (folder, name, made) => {
    const [[file], [width = 0]] = [made.files, made.widths];
    if (file) await (await storage()).keep(`media/${file}`, join(folder, file), "image/webp");
    const height = Math.round((made.height * width) / made.width);
    return changeLogo(actor, base, { name, width, height });
  });

/** Puts the paper's name back in the place of its logo. */
export const takeLogoAway = (actor: Actor, base: number): Promise<Result<Changed, Refusal>> =>
  changeLogo(actor, base, null);

async function changeLogo(actor: Actor, base: number, logo: Logo | null): Promise<Result<Changed, Refusal>> {
  const { logo: former } = await paperOf();
  const changed = await changePaper(actor, base, { logo });
  // Of the two it is the one that stands nowhere now.
  const idle = changed.ok ? former : logo;
  if (idle) await (await storage()).remove(`media/${idle.name}-${idle.width}.webp`);
  return changed;
}

/** Hands what was made of a picture to `keep`, while the folder stands in which it lies. */
async function workedOn<Value>(
  picture: Sent,
  how: Pick<PictureJob, "formats" | "square" | "onlyWidth">,
  keep: (folder: string, name: string, made: PictureMade) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
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
    const made = await inStudio({ from, into: folder, name, ...how });
    return made.ok ? keep(folder, name, made.value) : made;
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
