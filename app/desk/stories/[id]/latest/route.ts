import { currentStaff, staffAtRest } from "@/auth";
import type { LatestText } from "@/components/editor/saving/latest-text";
import { revisionOf } from "@/db/queries/desk/revision";
import { storyForDesk } from "@/db/queries/desk/story";
import { isId } from "@/domain/ids";
import { type Refusal, refusalWords } from "@/domain/refusal";

const headers = { "cache-control": "no-store" };
const refused = (why: Refusal, status: number) =>
  Response.json({ why, words: refusalWords[why] }, { status, headers });

/** The newest saved text of a story and what the checks say of it, for a page that is open on it: to compare with its
 * own, or before it is sent. Only for those who may see the story. With `?since=12` it answers 204 while revision 12 is
 * the newest: that is how a page reads along, and no sign of a person at work. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const since = new URL(request.url).searchParams.get("since");
  const actor = await (since === null ? currentStaff() : staffAtRest());
  if (!actor) return refused("not_signed_in", 401);
  const { id } = await params;
  if (since !== null && isId(id) && String(await revisionOf(actor, id)) === since) {
    return new Response(null, { status: 204, headers });
  }
  const story = isId(id) ? await storyForDesk(actor, id) : null;
  if (!story) return refused("not_found", 404);
  const { revision, updatedAt, stage, words, verdicts } = story;
  const latest: LatestText = { revision, savedAt: updatedAt.toISOString(), stage, words, verdicts };
  return Response.json(latest, { headers });
}
