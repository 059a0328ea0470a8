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

/** The kinds that are taken, by the first bytes of the file: what it is called, or said to be, counts for nothing. */
export function kindOf(bytes: Uint8Array): "jpeg" | "png" | "webp" | "gif" | null {
  const starts = (text: string, at = 0) =>
    bytes.length >= at + text.length &&
    [...text].every((each, index) => bytes[at + index] === each.charCodeAt(0));
  if (starts("\xff\xd8\xff")) return "jpeg";
  if (starts("\x89PNG\r\n\x1a\n")) return "png";
  if (starts("RIFF") && starts("WEBP", 8)) return "webp";
  if (starts("GIF87a") || starts("GIF89a")) return "gif";
  return null;
}
