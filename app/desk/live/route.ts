import { staffForStream } from "@/auth";
import { deskMark } from "@/db/live";
import { refusalWords } from "@/domain/refusal";
import { liveStream } from "@/server/live-stream";
import { logUnexpected } from "@/server/unexpected";

const headers = { "cache-control": "no-store" };

/** What changes on the desk, as it changes: server-sent events for who asks for a stream, and otherwise a mark that is
 * another one after each change, for pages that no stream comes through to. A page left open keeps no session alive. */
export async function GET(request: Request): Promise<Response> {
  try {
    const asked = await staffForStream();
    if (!asked) {
      const why = "not_signed_in" as const;
      return Response.json({ why, words: refusalWords[why] }, { status: 401, headers });
    }
    if (!request.headers.get("accept")?.includes("text/event-stream"))
      return Response.json({ mark: await deskMark(asked.actor) }, { headers });
    const stream = await liveStream(asked.actor, asked.again);
    return new Response(stream, {
      headers: {
        ...headers,
        "content-type": "text/event-stream; charset=utf-8",
        // Proxies before us are asked not to hold it back.
        "x-accel-buffering": "no",
      },
    });
  } catch (error) {
    const number = logUnexpected(error, "listening to the desk");
    return Response.json({ why: "unexpected", number }, { status: 503, headers });
  }
}
