import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicDocument } from "@/domain/publication/document";
import { answerPicture } from "@/server/picture-files";
import { storePicture } from "@/server/pictures";
import { database } from "./client";
import { isPictureLive } from "./queries/site/media";
import { newId } from "./schema/columns";
import { media } from "./schema/media";
import { sections } from "./schema/paper";
import { users } from "./schema/people";
import { publicationMedia, publications } from "./schema/publications";
import { useOwnDatabase } from "./testing/database";

const folder = mkdtempSync(join(tmpdir(), "verbatim-media-"));
process.env.VERBATIM_DATA = folder;
useOwnDatabase();

let by: string;
beforeAll(async () => {
  const [person] = await database()
    .insert(users)
    .values({ email: "photographer@paper.example", name: "Pia Photo", role: "reporter", slug: "pia-photo" })
    .returning({ id: users.id });
  by = person?.id ?? "";
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = () => ({ alt: "A harbour", caption: "", credit: "Pia Photo", createdBy: by });
const files = () => {
  try {
    return readdirSync(join(folder, "media"));
  } catch {
    return [];
  }
};

/** A picture with everything in it that a camera and a programme leave behind. */
async function telltale(width = 1000, height = 600): Promise<Uint8Array> {
  const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>CANARY-XMP</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
  const picture = await sharp({ create: { width, height, channels: 3, background: "#336699" } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Artist: "CANARY-OWNER", Model: "CANARY-CAMERA" },
      IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N", GPSAreaInformation: "CANARY-PLACE" },
    })
    .withXmp(xmp)
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
  return new Uint8Array(picture);
}

const readable = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
const number = (value: number) => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** A PNG of any announced size whose pixels are all one colour: small to send, huge to decode. */
function bomb(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const body = joined(latin(name), data);
    return joined(number(data.length), body, number(crc(body)));
  };
  const rows = deflateSync(new Uint8Array(height * (Math.ceil(width / 8) + 1)), { level: 9 });
  return joined(
    latin("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", joined(number(width), number(height), Uint8Array.of(1, 0, 0, 0, 0))),
    chunk("IDAT", new Uint8Array(rows)),
    chunk("IEND", new Uint8Array()),
  );
}

function crc(bytes: Uint8Array): number {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return ~rest >>> 0;
}

describe("taking a picture in", () => {
  it("turns it upright and writes it in each width it has, as WebP and as JPEG", async () => {
    const stored = await storePicture(await telltale(1000, 2000), words());
    if (!stored.ok) throw new Error(stored.why);
    // Lying on its side by its orientation: a thousand wide and two thousand high is seen as two thousand wide.
    expect(stored.value).toMatchObject({ width: 2000, height: 1000, widths: [480, 800, 1200, 1600] });
    const own = files().filter((file) => file.startsWith(stored.value.name));
    expect(own).toHaveLength(8);
    const { width, height, format } = await sharp(
      await readFile(join(folder, "media", `${stored.value.name}-800.webp`)),
    ).metadata();
    expect({ width, height, format }).toEqual({ width: 800, height: 400, format: "webp" });
    const [row] = await database().select().from(media).where(eq(media.id, stored.value.id));
    expect(row).toMatchObject({ alt: "A harbour", credit: "Pia Photo", createdBy: by });
  });

  it("leaves nothing of the place, the camera or the owner in any file", async () => {
    const picture = await telltale();
    expect(readable(picture)).toContain("CANARY-OWNER");
    expect(readable(picture)).toContain("CANARY-XMP");
    const stored = await storePicture(picture, words());
    if (!stored.ok) throw new Error(stored.why);
    const own = files().filter((file) => file.startsWith(stored.value.name));
    expect(own.length).toBeGreaterThan(0);
    for (const file of own) {
      const bytes = new Uint8Array(await readFile(join(folder, "media", file)));
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ file, exif, xmp, iptc, icc, orientation }).toEqual({ file });
      expect(readable(bytes)).not.toMatch(/CANARY|Exif|GPS|http:\/\/ns\.adobe/);
    }
  });

  it("gives a narrow picture one file of its own width", async () => {
    const narrow = await sharp({ create: { width: 200, height: 100, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const stored = await storePicture(new Uint8Array(narrow), words());
    expect(stored).toMatchObject({ ok: true, value: { width: 200, widths: [200] } });
  });

  it("refuses a bomb by its header, before it is decoded, and leaves no file", async () => {
    const before = files().length;
    const small = bomb(16_000, 16_000);
    expect(small.length).toBeLessThan(100_000);
    expect(await storePicture(small, words())).toEqual({ ok: false, why: "picture_unreadable" });
    expect(files()).toHaveLength(before);
  });

  it.each([
    ["an SVG", latin('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')],
    ["a PDF", latin("%PDF-1.7\n1 0 obj\n<<>>\nendobj")],
    ["a TIFF", Uint8Array.of(0x49, 0x49, 0x2a, 0x00, 8, 0, 0, 0, 0, 0)],
    ["an AVIF", latin("\0\0\0\x1cftypavif\0\0\0\0avifmif1")],
    ["a HEIC", latin("\0\0\0\x1cftypheic\0\0\0\0heicmif1")],
    ["a page with a JPEG's first bytes", latin("\xff\xd8\xff<html>")],
    ["nothing", new Uint8Array()],
    ["more than 20 MB", new Uint8Array(20 * 1024 * 1024 + 1).fill(0xff)],
  ])("refuses %s", async (_name, bytes) => {
    const before = files().length;
    expect(await storePicture(bytes, words())).toEqual({ ok: false, why: "picture_unreadable" });
    expect(files()).toHaveLength(before);
  });

  it("refuses a picture that ends in the middle", async () => {
    const whole = await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        background: "#888888",
        noise: { type: "gaussian", mean: 128, sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer();
    const before = files().length;
    const half = new Uint8Array(whole).subarray(0, whole.length / 2);
    expect(await storePicture(half, words())).toEqual({ ok: false, why: "picture_unreadable" });
    expect(files()).toHaveLength(before);
  });
});

describe("handing a picture out", () => {
  async function published(name: string): Promise<string> {
    const storyId = newId();
    const [section] = await database()
      .insert(sections)
      .values({ slug: `s-${storyId}`, name: "Harbour" })
      .returning({ id: sections.id });
    await database()
      .insert(publications)
      .values({
        storyId,
        sectionId: section?.id ?? "",
        address: `/harbour/${storyId}`,
        revision: 1,
        headline: "H",
        standfirst: "",
        kicker: "",
        language: "en-GB",
        byline: "",
        quoteCount: 0,
        sourceCount: 0,
        minutes: 1,
        // No reader asks for the text here.
        document: {} as PublicDocument,
        publishedAt: new Date(),
        updatedAt: new Date(),
        plain: "",
      });
    await database().insert(publicationMedia).values({ storyId, name });
    return storyId;
  }
  const get = (file: string, headers: Record<string, string> = {}) =>
    answerPicture(file, new Request("http://paper.example/media/x", { headers }), isPictureLive, "public");

  it("shows readers a picture while a story with it is live, and not a moment longer", async () => {
    const stored = await storePicture(await telltale(), words());
    if (!stored.ok) throw new Error(stored.why);
    const file = `${stored.value.name}-480.webp`;
    expect((await get(file)).status).toBe(404);
    const storyId = await published(stored.value.name);
    const answer = await get(file);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const again = await get(file, { "if-none-match": answer.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
    await database()
      .update(publications)
      .set({ withdrawnAt: new Date() })
      .where(eq(publications.storyId, storyId));
    expect((await get(file)).status).toBe(404);
    expect((await get(file, { "if-none-match": answer.headers.get("etag") ?? "" })).status).toBe(404);
  });

  it("answers 404 to a width that was not made", async () => {
    const stored = await storePicture(await telltale(), words());
    if (!stored.ok) throw new Error(stored.why);
    await published(stored.value.name);
    expect((await get(`${stored.value.name}-1600.webp`)).status).toBe(404);
  });

  it.each([
    "../secrets.json",
    "..%2f..%2fsecrets.json",
    `${"a".repeat(32)}-480.webp/../../../etc/passwd`,
    `${"a".repeat(32)}-480.svg`,
    `${"a".repeat(32)}-0480.webp`,
    `${"A".repeat(32)}-480.webp`,
    "",
  ])("makes no path of %j", async (asked) => {
    const everybody = async () => true;
    const answer = await answerPicture(asked, new Request("http://paper.example/"), everybody, "public");
    expect(answer.status).toBe(404);
  });
});
