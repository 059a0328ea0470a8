import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { media } from "@/db/schema/media";
import { pictureUses } from "@/db/schema/stories";
import { readBody } from "@/domain/body/read-body";
import { isId } from "@/domain/ids";
import type { Words } from "@/domain/words";

/** The ids of all pictures that a text shows, at its head and within. */
export function pictureIdsIn(words: Words): string[] {
  const shown = readBody(words.body).pictures.map(({ attrs }) => String(attrs.mediaId));
  return [...new Set([...(words.hero ? [words.hero.mediaId] : []), ...shown])].filter(isId);
}

/** Puts down which pictures a story shows as it is saved. */
export async function writePictureUses(tx: Transaction, storyId: string, words: Words): Promise<void> {
  const ids = pictureIdsIn(words);
  const [there] = await Promise.all([
    ids.length > 0 ? tx.select({ mediaId: media.id }).from(media).where(inArray(media.id, ids)) : [],
    tx.delete(pictureUses).where(eq(pictureUses.storyId, storyId)),
  ]);
  if (there.length > 0) await tx.insert(pictureUses).values(there.map((each) => ({ ...each, storyId })));
}

/** A picture that came in without words takes those with which it is first published, so that it can be found again. */
export async function giveLibraryWords(tx: Transaction, words: Words): Promise<void> {
  const inText = readBody(words.body).pictures.map(({ attrs }) => attrs);
  for (const use of [...(words.hero ? [words.hero] : []), ...inText]) {
    const { mediaId, alt, caption, credit } = use;
    if (!isId(String(mediaId))) continue;
    await tx
      .update(media)
      .set({ alt: String(alt ?? ""), caption: String(caption ?? ""), credit: String(credit ?? "") })
      .where(sql`${media.id} = ${String(mediaId)} and alt = '' and caption = '' and credit = ''`);
  }
}
