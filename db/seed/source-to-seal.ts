import { asc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { users } from "@/db/schema/people";
import { attestations, sources } from "@/db/schema/sources";
import type { Actor } from "@/domain/people";

/** The unnamed source of the demonstration that an editor knows, with whoever brought it in; null where there is none. */
export async function sourceToSeal(): Promise<{
  sourceId: string;
  bringer: Actor;
  editorId: string;
} | null> {
  const [row] = await database()
    .select({
      sourceId: sources.id,
      editorId: attestations.editorId,
      id: users.id,
      name: users.name,
      role: users.role,
    })
    .from(sources)
    .innerJoin(attestations, eq(attestations.sourceId, sources.id))
    .innerJoin(users, eq(users.id, sources.createdBy))
    .where(eq(sources.unnamed, true))
    .orderBy(asc(attestations.id))
    .limit(1);
  if (!row) return null;
  const { sourceId, editorId, ...bringer } = row;
  return { sourceId, editorId, bringer };
}
