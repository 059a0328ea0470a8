import type { Actor } from "@/domain/people";
import type { TrailFilter } from "@/domain/trail";
import { database } from "./client";
import { deskEvents } from "./schema/people";

/** That somebody took a copy of the trail away stands in the trail. */
export async function noteExport(actor: Actor, filter: TrailFilter): Promise<void> {
  await database()
    .insert(deskEvents)
    .values({ actorId: actor.id, kind: "trail_exported", subject: filter.story, note: filter.of });
}
