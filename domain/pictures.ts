import type { Refusal } from "./refusal";

/** What a picture may be when it is sent in. The same numbers as on the page. */
export const pictureLimits = {
  bytes: 20 * 1024 * 1024,
  /** Of one frame; looked at before anything is decoded. */
  pixels: 50_000_000,
  alt: 1_000,
  caption: 2_000,
  credit: 500,
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

/** What must stay in sight when a picture is cropped: shares of the width and the height, 0 to 1. */
export type FocalPoint = readonly [x: number, y: number];
