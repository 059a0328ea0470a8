import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** Pictures with everything in them that cameras, telephones and programmes leave behind. Each such thing holds the
 * word CANARY, so that a test can look for it. */

const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
const long = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const short = (value: number) => Uint8Array.of(value >>> 8, value);
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>CANARY-XMP</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
const exif = {
  IFD0: { Artist: "CANARY-ARTIST", Model: "CANARY-CAMERA", Copyright: "CANARY-COPYRIGHT" },
  IFD2: { BodySerialNumber: "CANARY-SERIAL", CameraOwnerName: "CANARY-OWNER", LensModel: "CANARY-LENS" },
  IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N", GPSMapDatum: "CANARY-PLACE" },
};

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#336699" } });

/** A segment of a JPEG: its marker, its length and what it holds. */
const segment = (marker: number, ...parts: readonly Uint8Array[]) => {
  const held = joined(...parts);
  return joined(Uint8Array.of(0xff, marker), short(held.length + 2), held);
};

/** A small JPEG with a comment in it: what thumbnails and second pictures are made of. */
async function marked(comment: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await plain(16, 16).jpeg().toBuffer());
  return joined(bytes.subarray(0, 2), segment(0xfe, latin(comment)), bytes.subarray(2));
}

/** An EXIF block of two directories: the second holds a thumbnail, as cameras write it. */
function exifWithThumbnail(thumbnail: Uint8Array): Uint8Array {
  const entry = (tag: number, value: number) => joined(short(tag), short(4), long(1), long(value));
  const second = 8 + 2 + 4;
  const at = second + 2 + 2 * 12 + 4;
  const tiff = joined(
    latin("MM\0*"),
    long(8),
    short(0),
    long(second),
    short(2),
    entry(0x0201, at),
    entry(0x0202, thumbnail.length),
    long(0),
    thumbnail,
  );
  return segment(0xe1, latin("Exif\0\0"), tiff);
}

/** A colour profile that works, and names its maker. */
async function profile(): Promise<Uint8Array> {
  const { icc } = await sharp(await plain(8, 8).withIccProfile("p3").jpeg().toBuffer()).metadata();
  const whole = joined(new Uint8Array(icc ?? []), latin("CANARY-ICC"));
  whole.set(long(whole.length), 0);
  return whole;
}

/** A JPEG that lies on its side, with EXIF, GPS, serial numbers, an owner, XMP, IPTC, a comment, a colour profile, two
 * thumbnails and a second picture behind the first. */
export async function telltaleJpeg(width = 1000, height = 600): Promise<Uint8Array> {
  const bytes = new Uint8Array(
    await plain(width, height)
      .withMetadata({ orientation: 6 })
      .withExifMerge(exif)
      .withXmp(xmp)
      .jpeg()
      .toBuffer(),
  );
  const iptc = joined(Uint8Array.of(0x1c, 2, 80), short(11), latin("CANARY-IPTC"));
  const padded = iptc.length % 2 ? joined(iptc, Uint8Array.of(0)) : iptc;
  return joined(
    bytes.subarray(0, 2),
    segment(0xe0, latin("JFXX\0\x10"), await marked("CANARY-JFXX")),
    segment(0xe2, latin("ICC_PROFILE\0\x01\x01"), await profile()),
    segment(0xed, latin("Photoshop 3.0\0"), latin("8BIM\x04\x04\0\0"), long(iptc.length), padded),
    segment(0xfe, latin("CANARY-COMMENT")),
    bytes.subarray(2),
    await marked("CANARY-SECOND"),
  );
}

/** A JPEG whose only telltale is the thumbnail in its EXIF. */
export async function thumbnailedJpeg(): Promise<Uint8Array> {
  const bytes = new Uint8Array(await plain(900, 600).jpeg().toBuffer());
  return joined(bytes.subarray(0, 2), exifWithThumbnail(await marked("CANARY-THUMBNAIL")), bytes.subarray(2));
}

function crc32(bytes: Uint8Array): number {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return ~rest >>> 0;
}

const chunk = (name: string, data: Uint8Array) => {
  const body = joined(latin(name), data);
  return joined(long(data.length), body, long(crc32(body)));
};

/** A PNG with plain, packed and international text, and EXIF. */
export async function telltalePng(): Promise<Uint8Array> {
  const bytes = new Uint8Array(await plain(700, 500).png().toBuffer());
  const packed = new Uint8Array(deflateSync("CANARY-PACKED"));
  // The signature and the header's chunk are 33 bytes.
  return joined(
    bytes.subarray(0, 33),
    chunk("tEXt", latin("Author\0CANARY-TEXT")),
    chunk("zTXt", joined(latin("Comment\0\0"), packed)),
    chunk("iTXt", latin(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    chunk("eXIf", joined(latin("MM\0*"), long(8), short(0), long(0), latin("CANARY-EXIF"))),
    bytes.subarray(33),
  );
}

export async function telltaleWebp(): Promise<Uint8Array> {
  const bytes = await plain(700, 500).withExifMerge(exif).withXmp(xmp).webp().toBuffer();
  return new Uint8Array(bytes);
}

export async function telltaleGif(): Promise<Uint8Array> {
  const bytes = new Uint8Array(await plain(300, 200).gif().toBuffer());
  const comment = joined(Uint8Array.of(0x21, 0xfe, 11), latin("CANARY-NOTE"), Uint8Array.of(0));
  return joined(bytes.subarray(0, -1), comment, Uint8Array.of(0x3b));
}

/** A PNG of any announced size whose pixels are all one colour: small to send, huge to decode. */
export function pngBomb(width: number, height: number): Uint8Array {
  const rows = deflateSync(new Uint8Array(height * (Math.ceil(width / 8) + 1)), { level: 9 });
  return joined(
    latin("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", joined(long(width), long(height), Uint8Array.of(1, 0, 0, 0, 0))),
    chunk("IDAT", new Uint8Array(rows)),
    chunk("IEND", new Uint8Array()),
  );
}

/** A PNG of one pixel with a text that unpacks to so many bytes. */
export async function textBomb(size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await plain(1, 1).png().toBuffer());
  const packed = new Uint8Array(deflateSync(new Uint8Array(size).fill(65), { level: 9 }));
  return joined(
    bytes.subarray(0, 33),
    chunk("zTXt", joined(latin("Comment\0\0"), packed)),
    bytes.subarray(33),
  );
}

/** A JPEG whose header announces another size than its picture has. */
export async function lyingJpeg(width: number, height: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await plain(64, 64).jpeg().toBuffer());
  const header = bytes.findIndex((each, at) => each === 0xff && [0xc0, 0xc2].includes(bytes[at + 1] ?? 0));
  bytes.set(joined(short(height), short(width)), header + 5);
  return bytes;
}

/** What a file of pixels is made of: the markers of a JPEG up to its pixels, the chunks of a WebP. */
export function partsOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  if (bytes[0] === 0xff) {
    for (let at = 2; at < bytes.length && bytes[at + 1] !== 0xda; at += 2 + view.getUint16(at + 2))
      parts.push((bytes[at + 1] ?? 0).toString(16));
    return parts;
  }
  for (
    let at = 12;
    at < bytes.length;
    at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) % 2)
  )
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4)));
  return parts;
}
