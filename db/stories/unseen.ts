import { and, eq, inArray, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { quotesVisibleTo } from "@/db/queries/desk/quotes";
import { quotes, quoteUses } from "@/db/schema/sources";
import { revisions } from "@/db/schema/stories";
import type { Body } from "@/domain/body/body";
import type { Actor } from "@/domain/people";
import { quoteIdsIn } from "./records";

/** Whether a text is tied to a quote that is not on record or that the person may not see. Showing a quote in a story
 * of one's own lets one see it, so a tie may not be made up. What the story holds or once held may stay or come back. */
export async function tiesUnseen(actor: Actor, storyId: string, body: Body): Promise<boolean> {
  const ids = quoteIdsIn(body);
  if (ids.length === 0) return false;
  const db = database();
  const seen = await db
    .select({ id: quotes.id })
    .from(quotes)
    .where(and(inArray(quotes.id, ids), quotesVisibleTo(actor)));
  const left = without(ids, seen);
  if (left.length === 0) return false;
  const used = await db
    .select({ id: quoteUses.quoteId })
    .from(quoteUses)
    .where(and(eq(quoteUses.storyId, storyId), inArray(quoteUses.quoteId, left)));
  // Seldom come to: the words of all the story's revisions are read.
  for (const id of without(left, used)) {
    const [held] = await db
      .select({ id: revisions.id })
      .from(revisions)
      .where(and(eq(revisions.storyId, storyId), sql`position(${id} in ${revisions.words}::text) > 0`))
      .limit(1);
    if (!held) return true;
  }
  return false;
}

const without = (ids: readonly string[], those: readonly { readonly id: string }[]) =>
  ids.filter((id) => those.every((each) => each.id !== id));
