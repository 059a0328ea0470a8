import { and, eq, isNull } from "drizzle-orm";
import { database } from "../../client";
import { publicationMedia, publications } from "../../schema/publications";

/** Whether readers may fetch this picture: it belongs to at least one story that is live at this moment. */
export async function isPictureLive(name: string): Promise<boolean> {
  const [row] = await database()
    .select({ name: publicationMedia.name })
    .from(publicationMedia)
    .innerJoin(publications, eq(publications.storyId, publicationMedia.storyId))
    .where(and(eq(publicationMedia.name, name), isNull(publications.withdrawnAt)))
    .limit(1);
  return row !== undefined;
}
