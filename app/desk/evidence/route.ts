import { isRequestFromOwnPage } from "@/app/actions/whence";
import { currentStaff } from "@/auth";
import { isStorable } from "@/domain/body/check-body";
import { evidenceLimits } from "@/domain/evidence-files";
import { type Refusal, refusalWords } from "@/domain/refusal";
import { keepEvidence } from "@/server/evidence";
import { logUnexpected } from "@/server/unexpected";

export const dynamic = "force-dynamic";

const said = (status: number, why: string, words: string) =>
  Response.json({ why, words }, { status, headers: { "cache-control": "no-store" } });
const refused = (why: Refusal, status: number) => said(status, why, refusalWords[why]);

/** Takes a recording or a document in: the bytes themselves are the body, `title` stands in the address. Answers 201
 * with its record once the file is kept and the row is committed. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await currentStaff();
    if (!actor) return refused("not_signed_in", 401);
    if (!(await isRequestFromOwnPage()))
      return said(403, "foreign_page", "This was not sent from this newsroom's own page.");
    const title = (new URL(request.url).searchParams.get("title") ?? "").trim();
    if (title.length > evidenceLimits.title || !isStorable(title)) return refused("too_long", 422);
    if (!request.body) return refused("evidence_unreadable", 422);
    const kept = await keepEvidence(actor, title, request.body);
    if (!kept.ok) return refused(kept.why, kept.why === "evidence_too_big" ? 413 : 422);
    return Response.json(kept.value, { status: 201, headers: { "cache-control": "no-store" } });
  } catch (error) {
    const id = logUnexpected(error, "takeEvidence");
    return said(503, "unexpected", `The file could not be kept just now. Send it again. (${id})`);
  }
}
