import { z } from "zod";
import { staffAtRest } from "@/auth";
import { writePresence } from "@/db/write-presence";
import { isId } from "@/domain/ids";
import { type Refusal, refusalWords } from "@/domain/refusal";
import { wishes } from "@/domain/writing/pen";
import { logUnexpected } from "@/server/unexpected";

const shape = z.object({ tab: z.uuid(), wish: z.enum(wishes), writer: z.uuid().optional() });

/** The release that answers, so that a page of an earlier one can say that it is out of date. */
const headers = {
  "cache-control": "no-store",
  "x-verbatim-release": process.env.NEXT_DEPLOYMENT_ID ?? "",
};
const refused = (why: Refusal, status: number) =>
  Response.json({ why, words: refusalWords[why] }, { status, headers });

/** A sign of life of a page on which a story is open, and what it wishes of the pen. Answers who is here, who has the
 * pen and at which revision the story stands. A page left open is nobody at work: it keeps no session alive. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const actor = await staffAtRest();
    if (!actor) return refused("not_signed_in", 401);
    const { id } = await params;
    if (!isId(id)) return refused("not_found", 404);
    const given = shape.safeParse(await request.json().catch(() => undefined));
    if (!given.success) return Response.json({ why: "unreadable" }, { status: 422, headers });
    // A page that one person opened takes no pen in the name of whoever has signed in since.
    const { writer } = given.data;
    if (writer && writer !== actor.id) return refused("not_the_writer", 403);
    const together = await writePresence(actor, id, given.data);
    return together.ok ? Response.json(together.value, { headers }) : refused(together.why, 404);
  } catch (error) {
    const number = logUnexpected(error, "writePresence");
    return Response.json({ why: "unexpected", number }, { status: 503, headers });
  }
}
