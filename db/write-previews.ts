import { and, eq, isNull, sql } from "drizzle-orm";
import { isUnderEmbargo } from "@/domain/embargo";
import { type Actor, isEditor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { database } from "./client";
import { newToken, tokenHash } from "./people/sessions";
import { newId } from "./schema/columns";
import { previewLinks } from "./schema/stories";
import { changeStory } from "./write-story";

/** Makes a link by which somebody without an account may read the story for some hours. The token is answered once and
 * kept nowhere but as its hash. None is made under an embargo. */
export function makePreviewLink(
  actor: Actor,
  storyId: string,
  given: { readonly label: string; readonly hours: number },
): Promise<Result<{ token: string }, Refusal>> {
  return changeStory(actor, { id: storyId }, async (story, tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    if (isUnderEmbargo(story.facts, story.now)) return refuse("embargoed" as const);
    if (story.facts.copy === "withdrawn") return refuse("already_withdrawn" as const);
    const token = newToken();
    await tx.insert(previewLinks).values({
      id: newId(),
      storyId,
      tokenHash: tokenHash(token),
      label: given.label.trim(),
      madeBy: actor.id,
      expiresAt: sql`now() + ${given.hours} * interval '1 hour'`,
    });
    return ok({ event: { kind: "preview_made", note: given.label }, value: { token } });
  });
}

/** Takes a link back: from now on it opens nothing. */
export async function revokePreviewLink(actor: Actor, id: string): Promise<Result<null, Refusal>> {
  const [link] = await database()
    .select({ storyId: previewLinks.storyId, label: previewLinks.label })
    .from(previewLinks)
    .where(eq(previewLinks.id, id));
  if (!link) return refuse(isEditor(actor) ? "not_found" : "editors_only");
  return changeStory(actor, { id: link.storyId }, async (_story, tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const revoked = await tx
      .update(previewLinks)
      .set({ revokedAt: sql`now()`, revokedBy: actor.id })
      .where(and(eq(previewLinks.id, id), isNull(previewLinks.revokedAt)))
      .returning({ id: previewLinks.id });
    if (revoked.length === 0) return refuse("link_spent" as const);
    return ok({ event: { kind: "preview_revoked", note: link.label }, value: null });
  });
}

/** Counts that a link was opened. */
export async function noteOpening(id: string): Promise<void> {
  await database()
    .update(previewLinks)
    .set({ opened: sql`${previewLinks.opened} + 1`, openedAt: sql`now()` })
    .where(eq(previewLinks.id, id));
}
