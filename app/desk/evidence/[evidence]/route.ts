import { currentStaff } from "@/auth";
import { evidenceFileFor } from "@/db/queries/desk/evidence";
import { answerFile } from "@/server/answer-file";

export const dynamic = "force-dynamic";

/** A recording or a document of the desk, whole or in part, for those who may have it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ evidence: string }> },
): Promise<Response> {
  const { evidence } = await params;
  const actor = await currentStaff();
  return answerFile("evidence", evidence, request, async (name) =>
    actor ? evidenceFileFor(actor, name) : null,
  );
}
