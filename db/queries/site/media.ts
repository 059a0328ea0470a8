import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { database } from "../../client";
import { frontSlots, settings } from "../../schema/paper";
import { authorFaces, publicationAuthors, publicationMedia, publications } from "../../schema/publications";

/** Whether readers may fetch this picture: it belongs to at least one story that is live at this
 * moment, stands on a front for one, is the face of its author, or the paper's logo. */
export async function isPictureLive(name: string): Promise<boolean> {
  const [row] = await database()
    .select({ name: publicationMedia.name })
    .from(publicationMedia)
    .innerJoin(publications, eq(publications.storyId, publicationMedia.storyId))
    .where(and(eq(publicationMedia.name, name), isNull(publications.withdrawnAt)))
    .limit(1);
  return row !== undefined || (await isOnFront(name)) || (await isLogo(name)) || isFace(name);
}

/** Whether it is what stands in the masthead. */
async function isLogo(name: string): Promise<boolean> {
  const [row] = await database()
    .select({ one: settings.one })
    .from(settings)
    .where(sql`${settings.paper} -> 'logo' ->> 'name' = ${name}`);
  return row !== undefined;
}

/** Whether it is what the author of a live story looks like. */
async function isFace(name: string): Promise<boolean> {
  const [row] = await database()
    .select({ slug: authorFaces.slug })
    .from(authorFaces)
    .innerJoin(publicationAuthors, eq(publicationAuthors.slug, authorFaces.slug))
    .innerJoin(publications, eq(publications.storyId, publicationAuthors.storyId))
    .where(and(eq(authorFaces.name, name), isNull(publications.withdrawnAt)))
    .limit(1);
  return row !== undefined;
}

/** The names of the pictures of what these authors look like, by their slugs; none for one without. */
export async function facesOf(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await database()
    .select({ slug: authorFaces.slug, name: authorFaces.name })
    .from(authorFaces)
    .where(inArray(authorFaces.slug, [...slugs]));
  return new Map(rows.map(({ slug, name }) => [slug, name]));
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
