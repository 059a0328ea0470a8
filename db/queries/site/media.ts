import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { database } from "../../client";
import { frontSlots } from "../../schema/paper";
import { publicationMedia, publications } from "../../schema/publications";

/** Whether readers may fetch this picture: it belongs to at least one story that is live at this
 * moment, or stands on a front for one. */
export async function isPictureLive(name: string): Promise<boolean> {
  const [row] = await database()
    .select({ name: publicationMedia.name })
    .from(publicationMedia)
    .innerJoin(publications, eq(publications.storyId, publicationMedia.storyId))
    .where(and(eq(publicationMedia.name, name), isNull(publications.withdrawnAt)))
    .limit(1);
  return row !== undefined || isOnFront(name);
}

/** Whether an editor has put it on a front in place of a live story's own picture. */
async function isOnFront(name: string): Promise<boolean> {
  const [row] = await database()
    .select({ slot: frontSlots.slot })
    .from(frontSlots)
    .innerJoin(publications, eq(publications.storyId, frontSlots.storyId))
    .where(
      and(
        isNotNull(frontSlots.picture),
        eq(sql`(${frontSlots.picture} ->> 'name')`, name),
        isNull(publications.withdrawnAt),
      ),
    )
    .limit(1);
  return row !== undefined;
}
