import { type SQL, sql } from "drizzle-orm";
import { stories } from "@/db/schema/stories";
import { type Actor, isEditor } from "@/domain/people";

/** The stories that a person may see, as a condition on `stories`. The same answer as `can see` in domain/rights. */
export const visibleTo = (actor: Actor): SQL =>
  isEditor(actor)
    ? sql`true`
    : sql`exists (select 1 from story_authors a where a.story_id = ${stories.id} and a.user_id = ${actor.id})`;
