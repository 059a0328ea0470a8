import type { JobHelpers } from "graphile-worker";
import { publishScheduled } from "@/db/publish";
import { confirmPurge } from "@/db/purge";

/** The job that carries out a schedule: `{ storyId }`. The writer judges again whether the story may go out, and does
 * nothing when somebody was first. Throws only when it should be tried again. */
export async function publishScheduledTask(payload: unknown, { job }: JobHelpers): Promise<void> {
  if (!isPayload(payload)) throw new Error("a job to publish names no story");
  const result = await publishScheduled(payload.storyId);
  if (result.ok && result.value) await confirmPurge(result.value.purged);
  // A row that somebody else changed at that moment is looked at again.
  if (!result.ok && result.why === "stale_revision")
    throw new Error(`story of job ${job.id} changed meanwhile`);
}

function isPayload(payload: unknown): payload is { storyId: string } {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "storyId" in payload &&
    typeof payload.storyId === "string"
  );
}
