import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { kindOf, type PictureFormat, pictureLimits, refusedKind, widthsFor } from "@/domain/pictures";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";

/** What is to be made of a picture that lies in a file, or of one of the newsroom's own drawings. The names of files
 * begin with `name`. */
export type PictureJob = {
  readonly from: { readonly file: string } | { readonly drawing: string };
  readonly into: string;
  readonly name: string;
  readonly formats: readonly PictureFormat[];
  /** One file of at most so many pixels in width, in place of the usual sizes. */
  readonly onlyWidth?: number;
  /** One file of so many pixels each way, in place of the usual sizes: cut out around what draws the eye, which in a
   * portrait is the face. */
  readonly square?: number;
};

/** `files` are names within the folder. Width and height are as a person sees the picture. */
export type PictureMade = {
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly files: readonly string[];
};

// Only the first frame is read, and a file that ends too soon is refused rather than guessed at.
const reading = {
  limitInputPixels: pictureLimits.pixels,
  failOn: "truncated",
  pages: 1,
  sequentialRead: true,
} as const;

/** Looks at a picture's first bytes and its header before anything is decoded, turns it upright, and writes it anew.
 * It is decoded once, and only its colours are kept: nothing of the camera, the place or the programme is. */
export async function makePicture(job: PictureJob): Promise<Result<PictureMade, Refusal>> {
  const bytes = new Uint8Array(
    "file" in job.from ? await readFile(job.from.file) : await drawn(job.from.drawing),
  );
  const fault = await faultOf(bytes);
  if (fault) return refuse(fault);
  try {
    return ok(await write(bytes, job));
  } catch (error) {
    // A full disk is our fault, and not the picture's.
    if (error instanceof Error && "code" in error) throw error;
    return refuse("picture_unreadable");
  }
}

/** What can be told from the header alone. */
async function faultOf(bytes: Uint8Array): Promise<Refusal | null> {
  const unwanted = refusedKind(bytes.subarray(0, 512));
  if (unwanted) return unwanted;
  try {
    // The limit is asked of the numbers below, so that the header of any size can be read.
    const { width, height, format } = await sharp(bytes, { ...reading, limitInputPixels: false }).metadata();
    if (format !== kindOf(bytes) || !width || !height) return "picture_unreadable";
    return width * height > pictureLimits.pixels ? "picture_too_many_pixels" : null;
  } catch {
    return "picture_unreadable";
  }
}

async function write(bytes: Uint8Array, job: PictureJob): Promise<PictureMade> {
  const { autoOrient } = await sharp(bytes, reading).metadata();
  const widths = widthsOf(job, autoOrient.width);
  const { data, info } = await sharp(bytes, reading)
    .timeout({ seconds: 30 })
    .autoOrient()
    .toColourspace("srgb")
    .resize(
      job.square
        ? { width: 4 * job.square, height: 4 * job.square, fit: "outside", withoutEnlargement: true }
        : { width: widths.at(-1), withoutEnlargement: true },
    )
    .raw()
    .toBuffer({ resolveWithObject: true });
  const files: string[] = [];
  for (const width of widths) {
    for (const format of job.formats) {
      const file = `${job.name}-${width}.${format}`;
      const sized = sharp(data, { raw: info }).resize(
        job.square ? { width, height: width, position: "attention" } : { width, withoutEnlargement: true },
      );
      await writeFile(join(job.into, file), new Uint8Array(await encoded(sized, format)));
      files.push(file);
    }
  }
  return { width: autoOrient.width, height: autoOrient.height, widths, files };
}

function widthsOf({ square, onlyWidth }: PictureJob, width: number): readonly number[] {
  if (square) return [square];
  return onlyWidth ? [Math.min(width, onlyWidth)] : widthsFor(width);
}

const encoded = (picture: Sharp, format: PictureFormat): Promise<Buffer> =>
  format === "webp"
    ? picture.webp({ quality: 78 }).toBuffer()
    : picture.flatten({ background: "#ffffff" }).jpeg({ quality: 80, mozjpeg: true }).toBuffer();

/** A drawing of the newsroom's own, as wide as the widest file that is made of it. Nobody sends these in. */
const drawn = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).resize(1600).jpeg({ quality: 93, chromaSubsampling: "4:4:4" }).toBuffer();
