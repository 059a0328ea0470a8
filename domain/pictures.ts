import { type Actor, isEditor } from "./people";
import type { Refusal } from "./refusal";
import { ok, type Result, refuse } from "./result";

/** What a picture may be when it is sent in. The same numbers as on the page. */
export const pictureLimits = {
  bytes: 20 * 1024 * 1024,
  /** Of one frame; looked at before anything is decoded. */
  pixels: 50_000_000,
  alt: 1_000,
  caption: 2_000,
  credit: 500,
  rights: 1_000,
} as const;

/** Widths in pixels of the files that are made of a picture. */
const pictureWidths = [480, 800, 1200, 1600] as const;
export const pictureFormats = ["webp", "jpg"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** The widths that are made of a picture so wide: none wider than itself, and at the least one. */
export function widthsFor(width: number): number[] {
  const fitting = pictureWidths.filter((each) => each <= width);
  return fitting.length > 0 ? fitting : [width];
}

/** The one width, and height, of an author's face: four times what the largest place for it takes. */
export const faceWidth = 160;

/** A logo is kept so many pixels wide at the most. */
export const logoWidth = 960;

/** The name of one file of a picture, and nothing else: no path can be made of it. */
export function fileOf(asked: string): { name: string; width: number; format: PictureFormat } | null {
  const [, name, width, format] = /^([0-9a-f]{32})-([1-9]\d{0,4})\.(webp|jpg)$/.exec(asked) ?? [];
  if (!name || !width || (format !== "webp" && format !== "jpg")) return null;
  return { name, width: Number(width), format };
}

/** Whether the bytes from `at` on are these characters, each of them one byte. */
const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  bytes.length >= at + text.length &&
  [...text].every((each, index) => bytes[at + index] === each.charCodeAt(0));

/** The kinds that are taken, by the first bytes of the file: what it is called, or said to be, counts for nothing. */
export function kindOf(bytes: Uint8Array): "jpeg" | "png" | "webp" | "gif" | null {
  if (startsWith(bytes, "\xff\xd8\xff")) return "jpeg";
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "png";
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "webp";
  if (startsWith(bytes, "GIF87a") || startsWith(bytes, "GIF89a")) return "gif";
  return null;
}

const heic = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
const avif = ["avif", "avis"];

/** Why a file with these first bytes cannot be a picture here; null for a kind that is taken. About 300 bytes tell. */
export function refusedKind(bytes: Uint8Array): Refusal | null {
  if (kindOf(bytes)) return null;
  if (["II*\0", "MM\0*", "II+\0", "MM\0+"].some((mark) => startsWith(bytes, mark))) return "picture_tiff";
  if (startsWith(bytes, "ftyp", 4)) {
    const brand = String.fromCharCode(...bytes.subarray(8, 12));
    if (avif.includes(brand)) return "picture_avif";
    if (heic.includes(brand)) return "picture_heic";
  }
  const text = new TextDecoder().decode(bytes.subarray(0, 300)).trimStart();
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg\b/i.test(text)
    ? "picture_svg"
    : "picture_unreadable";
}

/** How far a focal point moves with an arrow key, and with Shift. */
const focalSteps = { small: 0.02, large: 0.1 } as const;

export type FocalPoint = readonly [x: number, y: number];

/** A share of the width or the height, kept within the picture and to a hundredth. */
const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
export const focalPoint = (x: number, y: number): FocalPoint => [within(x), within(y)];

/** Where a key moves the focal point to; null for a key that does not. */
export function focalAfterKey([x, y]: FocalPoint, key: string, isLarge: boolean): FocalPoint | null {
  const step = isLarge ? focalSteps.large : focalSteps.small;
  switch (key) {
    case "ArrowLeft":
      return focalPoint(x - step, y);
    case "ArrowRight":
      return focalPoint(x + step, y);
    case "ArrowUp":
      return focalPoint(x, y - step);
    case "ArrowDown":
      return focalPoint(x, y + step);
    case "Home":
      return focalPoint(0.5, 0.5);
    default:
      return null;
  }
}

/** A picture as the library shows it. The words are those that it is offered with: a story keeps its own. */
export type LibraryPicture = {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Ascending, in pixels: one file for each, as WebP and as JPEG. */
  readonly widths: readonly number[];
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly rights: string;
  readonly focal: FocalPoint;
  readonly createdBy: string;
};

/** Whoever brought a picture in may change what is said of it, and so may an editor. Where readers have it before them,
 * what it is cropped to is the paper's face: that is an editor's to change. */
export function decidePictureChange(
  picture: Pick<LibraryPicture, "createdBy" | "focal">,
  actor: Actor,
  asked: { readonly focal: FocalPoint; readonly isLive: boolean },
): Result<null, Refusal> {
  if (isEditor(actor)) return ok(null);
  if (picture.createdBy !== actor.id) return refuse("not_your_picture");
  const moves = picture.focal[0] !== asked.focal[0] || picture.focal[1] !== asked.focal[1];
  return asked.isLive && moves ? refuse("picture_live") : ok(null);
}
