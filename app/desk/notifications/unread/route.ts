import { staffAtRest } from "@/auth";
import { unreadNotifications } from "@/db/queries/desk/notifications";
import { refusalWords } from "@/domain/refusal";
import { logUnexpected } from "@/server/unexpected";

const headers = { "cache-control": "no-store" };

/** How many notifications the asker has not read. A page that asks by itself keeps no session alive. */
export async function GET(): Promise<Response> {
  try {
    const actor = await staffAtRest();
    if (!actor) {
      const why = "not_signed_in" as const;
      return Response.json({ why, words: refusalWords[why] }, { status: 401, headers });
    }
    return Response.json({ unread: await unreadNotifications(actor) }, { headers });
  } catch (error) {
    const number = logUnexpected(error, "counting notifications");
    return Response.json({ why: "unexpected", number }, { status: 503, headers });
  }
}
