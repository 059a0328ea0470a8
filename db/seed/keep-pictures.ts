import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { database } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { media } from "@/db/schema/media";
import type { Actor } from "@/domain/people";
import { artist, type SceneName, scenes } from "./pictures/scenes";

export type KeptPicture = { mediaId: string; alt: string; caption: string; credit: string };
export type KeptPictures = ReadonlyMap<SceneName, KeptPicture>;

const widths = [480, 960, 1600];

/** Draws every scene and keeps it as a picture of the newsroom. */
export async function keepPictures(by: Actor): Promise<KeptPictures> {
  const kept = new Map<SceneName, KeptPicture>();
  await Promise.all(
    (Object.keys(scenes) as SceneName[]).map(async (name) => {
      const { draw, alt, caption } = scenes[name];
      const words = { alt, caption, credit: artist };
      kept.set(name, { ...words, mediaId: await keep(draw(), words, by) });
    }),
  );
  return kept;
}

async function keep(svg: string, words: Omit<KeptPicture, "mediaId">, by: Actor): Promise<string> {
  const folder = join(process.env.VERBATIM_DATA ?? ".data", "media");
  await mkdir(folder, { recursive: true });
  const name = randomBytes(12).toString("hex");
  const drawn = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = drawn.info;
  await Promise.all(
    widths.map(async (wide) => {
      const sized = sharp(drawn.data, { raw: { width, height, channels } }).resize(wide);
      await writeFile(
        join(folder, `${name}-${wide}.webp`),
        await sized.clone().webp({ effort: 2 }).toBuffer(),
      );
      await writeFile(
        join(folder, `${name}-${wide}.jpg`),
        await sized.clone().jpeg({ quality: 80 }).toBuffer(),
      );
    }),
  );
  const id = newId();
  await database()
    .insert(media)
    .values({ id, name, width, height, widths, ...words, createdBy: by.id });
  return id;
}
