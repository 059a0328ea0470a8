import { and, eq } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { stories } from "@/db/schema/stories";
import type { Actor } from "@/domain/people";
import { visibleTo } from "./visible";

/** The revision at which a story stands; null when it does not exist or the person may not see it. Light enough to be
 * asked every second. */
export async function revisionOf(
  actor: Actor,
  storyId: string,
  reader: Reader = database(),
): Promise<number | null> {
  const [row] = await reader
    .select({ revision: stories.revision })
    .from(stories)
    .where(and(eq(stories.id, storyId), visibleTo(actor)));
  return row?.revision ?? null;
}
