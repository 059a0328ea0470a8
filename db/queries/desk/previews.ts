import { and, desc, eq, sql } from "drizzle-orm";
import { type Actor, isEditor } from "@/domain/people";
import { type PreviewFault, previewFault } from "@/domain/preview";
import { database } from "../../client";
import { tokenHash } from "../../people/sessions";
import { users } from "../../schema/people";
import { previewLinks } from "../../schema/stories";
import { type StoryForDesk, storyForDesk } from "./story";

/** The links of a story, the newest first; none for who may not make them. */
export async function previewLinksOf(actor: Actor, storyId: string) {
  if (!isEditor(actor)) return [];
  return database()
    .select({
      id: previewLinks.id,
      label: previewLinks.label,
      by: users.name,
      expiresAt: previewLinks.expiresAt,
      holds: sql<boolean>`${previewLinks.revokedAt} is null and ${previewLinks.expiresAt} > now()`,
      revoked: sql<boolean>`${previewLinks.revokedAt} is not null`,
      opened: previewLinks.opened,
    })
    .from(previewLinks)
    .innerJoin(users, eq(users.id, previewLinks.madeBy))
    .where(eq(previewLinks.storyId, storyId))
    .orderBy(desc(previewLinks.id))
    .limit(50);
}

/** What a preview link shows: the story as its maker may see it now, or why it shows nothing. Null for no such link. */
export async function storyByLink(
  token: string,
): Promise<{ linkId: string; expiresAt: Date; story: StoryForDesk } | PreviewFault | null> {
  const [link] = await database()
    .select({
      id: previewLinks.id,
      storyId: previewLinks.storyId,
      expiresAt: previewLinks.expiresAt,
      holds: sql<boolean>`${previewLinks.revokedAt} is null and ${previewLinks.expiresAt} > now()
        and ${users.deactivatedAt} is null`,
      maker: { id: users.id, name: users.name, role: users.role },
    })
    .from(previewLinks)
    .innerJoin(users, eq(users.id, previewLinks.madeBy))
    .where(and(eq(previewLinks.tokenHash, tokenHash(token))));
  if (!link) return null;
  // Whoever made it has to be somebody who could make it today.
  const story = link.holds && isEditor(link.maker) ? await storyForDesk(link.maker, link.storyId) : null;
  if (!story) return "spent";
  const fault = previewFault(story, link, story.now);
  return fault ?? { linkId: link.id, expiresAt: link.expiresAt, story };
}
