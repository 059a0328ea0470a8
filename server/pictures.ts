import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { addPicture, type StoredPicture } from "@/db/write-media";
import { kindOf, type PictureFormat, pictureFormats, pictureLimits, widthsFor } from "@/domain/pictures";
import type { Refusal } from "@/domain/refusal";
import { type Result, refuse } from "@/domain/result";
import { mediaFolder } from "./picture-files";

export type PictureWords = {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly createdBy: string;
};

/** Takes a picture in: looks at its first bytes and its header before anything is decoded, turns it upright, and writes
 * it anew as WebP and JPEG in a few widths. Nothing of the original is kept, so nothing of the camera or the place is.
 * At most two are at work at once; the others wait. */
export async function storePicture(
  bytes: Uint8Array,
  words: PictureWords,
): Promise<Result<StoredPicture, Refusal>> {
  if (bytes.length > pictureLimits.bytes) return refuse("picture_unreadable");
  return taking(async () => {
    const size = await sizeOf(bytes);
    if (!size) return refuse("picture_unreadable");
    const name = randomBytes(16).toString("hex");
    const widths = widthsFor(size.width);
    const made: string[] = [];
    try {
      await mkdir(mediaFolder(), { recursive: true });
      for (const width of widths) made.push(...(await writeWidth(bytes, name, width)));
    } catch (error) {
      await takeAway(made);
      if (isPictureTrouble(error)) return refuse("picture_unreadable");
      throw error;
    }
    try {
      return await addPicture({ name, ...size, widths, ...words });
    } catch (error) {
      await takeAway(made);
      throw error;
    }
  });
}

/** A fault of the file sent in, told from a full disk or the like, which is ours. */
class PictureTrouble extends Error {}
const isPictureTrouble = (error: unknown): boolean => error instanceof PictureTrouble;

// Only the first frame is read, and a file that ends too soon is refused rather than guessed at.
const reading = {
  limitInputPixels: pictureLimits.pixels,
  failOn: "truncated",
  pages: 1,
  sequentialRead: true,
} as const;

/** Width and height as a person sees them, from the header alone; null for what is no picture that is taken here. */
async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number } | null> {
  const kind = kindOf(bytes);
  if (!kind) return null;
  try {
    // The limit is asked of the numbers below, so that the header of any size can be read.
    const header = await sharp(bytes, { ...reading, limitInputPixels: false }).metadata();
    const { width, height, format } = header;
    if (format !== kind || !width || !height || width * height > pictureLimits.pixels) return null;
    return { width: header.autoOrient.width, height: header.autoOrient.height };
  } catch {
    return null;
  }
}

async function writeWidth(bytes: Uint8Array, name: string, width: number): Promise<string[]> {
  const files: string[] = [];
  for (const format of pictureFormats) {
    const encoded = await encode(bytes, width, format);
    const file = join(mediaFolder(), `${name}-${width}.${format}`);
    await writeFile(`${file}.part`, encoded, { mode: 0o644 });
    await rename(`${file}.part`, file);
    files.push(file);
  }
  return files;
}

async function encode(bytes: Uint8Array, width: number, format: PictureFormat): Promise<Uint8Array> {
  const upright = sharp(bytes, reading)
    .timeout({ seconds: 30 })
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  try {
    if (format === "webp") return new Uint8Array(await upright.webp({ quality: 78 }).toBuffer());
    const jpeg = upright.flatten({ background: "#ffffff" }).jpeg({ quality: 80, mozjpeg: true });
    return new Uint8Array(await jpeg.toBuffer());
  } catch (error) {
    throw new PictureTrouble("A picture could not be decoded.", { cause: error });
  }
}

async function takeAway(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
}

const atOnce = 2;
let busy = 0;
const waiting: (() => void)[] = [];

/** How many pictures wait for their turn; past a dozen the handler asks people to try again. */
export const picturesWaiting = (): number => waiting.length;

async function taking<Value>(work: () => Promise<Value>): Promise<Value> {
  if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    // The place goes straight to the next in line.
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}
