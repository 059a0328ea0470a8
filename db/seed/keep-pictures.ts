import type { Actor } from "@/domain/people";
import { storePicture } from "@/server/pictures/store-picture";
import { artist, type SceneName, scenes } from "./pictures/scenes";

export type KeptPicture = { mediaId: string; alt: string; caption: string; credit: string };
export type KeptPictures = ReadonlyMap<SceneName, KeptPicture>;

/** Draws every scene and takes it in as the newsroom takes in any picture. */
export async function keepPictures(by: Actor): Promise<KeptPictures> {
  const kept = new Map<SceneName, KeptPicture>();
  const keep = async (name: SceneName) => {
    const { draw, focal, alt, caption } = scenes[name];
    const words = { alt, caption, credit: artist };
    const stored = await storePicture(
      { drawing: draw() },
      { ...words, focal, rights: "Ours, without limit", createdBy: by.id },
    );
    if (!stored.ok) throw new Error(`the picture ${name} was refused: ${stored.why}`);
    kept.set(name, { ...words, mediaId: stored.value.id });
  };
  await Promise.all((Object.keys(scenes) as SceneName[]).map(keep));
  return kept;
}
