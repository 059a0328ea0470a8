import { type PublicPicture, pictureAddress, readersMedia } from "@/domain/publication/document";

type PictureProps = {
  picture: PublicPicture;
  /** The `sizes` attribute: how wide the picture is shown. */
  sizes: string;
  /** The picture a reader sees first: fetched at once, and before the rest. */
  first?: boolean;
  /** For a picture beside its own headline, which says as much. */
  decorative?: boolean;
  /** Where the files are: readers have those of live publications, the desk has all. */
  media?: string;
};

/** As wide as the widest phone, thrice: in pixels. */
const widestSmall = 1_200;

/** A picture in the sizes it was made in, as WebP, which every browser knows that the style sheets are for. Its width and height are there before it loads, so nothing moves. */
export function Picture({
  picture,
  sizes,
  first = false,
  decorative = false,
  media = readersMedia,
}: PictureProps) {
  // Beside a headline a picture is small.
  const small = decorative && !first ? picture.widths.filter((width) => width <= widestSmall) : [];
  const widths = small.length > 0 ? small : picture.widths;
  const largest = widths.at(-1);
  if (largest === undefined) return null;
  return (
    <img
      className={focalClass(picture.focal)}
      src={pictureAddress(picture, largest, "webp", media)}
      srcSet={srcSetOf({ ...picture, widths }, media)}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={decorative ? "" : picture.alt}
      {...(first ? { fetchPriority: "high" } : { loading: "lazy", decoding: "async" })}
    />
  );
}

function srcSetOf(picture: PublicPicture, media: string): string {
  return picture.widths
    .map((width) => `${pictureAddress(picture, width, "webp", media)} ${width}w`)
    .join(", ");
}

/** Which part of a cropped picture stays in view, in quarters: the site allows no inline styles. */
function focalClass([x, y]: readonly [number, number]): string | undefined {
  const quarter = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 4);
  // The middle is where a picture is cropped around anyway.
  const classes = [
    quarter(x) === 2 ? "" : `focal-x${quarter(x)}`,
    quarter(y) === 2 ? "" : `focal-y${quarter(y)}`,
  ];
  return classes.filter(Boolean).join(" ") || undefined;
}

/** What stands under a picture: its caption and who made it. */
export function PictureCaption({ picture }: { picture: PublicPicture }) {
  if (!picture.caption && !picture.credit) return null;
  return (
    <figcaption>
      {picture.caption}
      {picture.caption && picture.credit ? " " : null}
      {picture.credit ? <span className="credit">{picture.credit}</span> : null}
    </figcaption>
  );
}
