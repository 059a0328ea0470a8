import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicDocument } from "@/domain/publication/document";
import { answerPicture } from "@/server/pictures/answer-picture";
import { storePicture } from "@/server/pictures/store-picture";
import { database } from "./client";
import { isPictureLive } from "./queries/site/media";
import { newId } from "./schema/columns";
import { media } from "./schema/media";
import { sections } from "./schema/paper";
import { users } from "./schema/people";
import { publicationMedia, publications } from "./schema/publications";
import { useOwnDatabase } from "./testing/database";
import {
  lyingJpeg,
  partsOf,
  pngBomb,
  telltaleJpeg as telltale,
  telltaleGif,
  telltalePng,
  telltaleWebp,
  textBomb,
  thumbnailedJpeg,
} from "./testing/telltale-pictures";

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

const readable = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);
const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));

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

  it.each([
    [
      "a JPEG",
      () => telltale(),
      ["SERIAL", "OWNER", "PLACE", "XMP", "IPTC", "ICC", "JFXX", "COMMENT", "SECOND"],
    ],
    ["a JPEG's EXIF", () => thumbnailedJpeg(), ["THUMBNAIL"]],
    ["a PNG", telltalePng, ["TEXT", "XMP", "EXIF"]],
    ["a WebP", telltaleWebp, ["SERIAL", "OWNER", "PLACE", "XMP"]],
    ["a GIF", telltaleGif, ["NOTE"]],
  ])("leaves nothing but pixels of what is in %s", async (_kind, make, telltales) => {
    const picture = await make();
    for (const each of telltales) expect(readable(picture)).toContain(`CANARY-${each}`);
    const stored = await storePicture(picture, words());
    if (!stored.ok) throw new Error(stored.why);
    const own = files().filter((file) => file.startsWith(stored.value.name));
    expect(own.length).toBeGreaterThan(0);
    for (const file of own) {
      const bytes = new Uint8Array(await readFile(join(folder, "media", file)));
      const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata();
      expect({ file, exif, xmp, iptc, icc, orientation, comments }).toEqual({ file });
      expect(readable(bytes)).not.toMatch(/CANARY|Exif|GPS|http:\/\/ns\.adobe/);
      // JFIF's own few bytes, tables and frame; or pixels with and without transparency.
      for (const part of partsOf(bytes))
        expect(["e0", "db", "c0", "c2", "c4", "dd", "VP8 ", "VP8L", "VP8X", "ALPH"]).toContain(part);
    }
  });

  it("gives a narrow picture one file of its own width", async () => {
    const narrow = await sharp({ create: { width: 200, height: 100, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const stored = await storePicture(new Uint8Array(narrow), words());
    expect(stored).toMatchObject({ ok: true, value: { width: 200, widths: [200] } });
  });

  it.each([
    ["a PNG", () => pngBomb(16_000, 16_000), "picture_too_many_pixels"],
    ["a JPEG of the largest size there is", () => lyingJpeg(65_500, 65_500), "picture_too_many_pixels"],
    ["one pixel more than 50 megapixels", () => pngBomb(10_000, 5_001), "picture_too_many_pixels"],
  ] as const)("refuses a bomb before it is decoded, and leaves no file: %s", async (_name, make, why) => {
    const before = files().length;
    const small = await make();
    expect(small.length).toBeLessThan(100_000);
    expect(await storePicture(small, words())).toEqual({ ok: false, why });
    expect(files()).toHaveLength(before);
    expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  });

  it("does not unpack a text of 100 MB that a picture carries", async () => {
    const small = await textBomb(100 * 1024 * 1024);
    expect(small.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    await storePicture(small, words());
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  it.each([
    ["an SVG", latin('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'), "picture_svg"],
    ["an SVG behind a comment", latin('<?xml version="1.0"?>\n<!-- x -->\n<svg width="1"/>'), "picture_svg"],
    ["a PDF", latin("%PDF-1.7\n1 0 obj\n<<>>\nendobj"), "picture_unreadable"],
    ["a TIFF", Uint8Array.of(0x49, 0x49, 0x2a, 0x00, 8, 0, 0, 0, 0, 0), "picture_tiff"],
    ["an AVIF", latin("\0\0\0\x1cftypavif\0\0\0\0avifmif1"), "picture_avif"],
    ["a HEIC", latin("\0\0\0\x1cftypheic\0\0\0\0heicmif1"), "picture_heic"],
    ["a page with a JPEG's first bytes", latin("\xff\xd8\xff<html>"), "picture_unreadable"],
    ["nothing", new Uint8Array(), "picture_unreadable"],
    ["more than 20 MB", new Uint8Array(20 * 1024 * 1024 + 1).fill(0xff), "picture_too_big"],
  ] as const)("refuses %s", async (_name, bytes, why) => {
    const before = files().length;
    expect(await storePicture(bytes, words())).toEqual({ ok: false, why });
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
