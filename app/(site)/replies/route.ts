import { confirmPurge } from "@/db/purge";
import { leaveReply, type ReplyNotKept } from "@/db/queries/site/leave-reply";
import { isId } from "@/domain/ids";
import { decideReply, type ReplyFault, replyLimits } from "@/domain/reply";
import { siteOrigin } from "../origin";
import { thePaper } from "../the-paper";
import { refusedPage } from "./refused-page";

export const dynamic = "force-dynamic";

/** A form of this size holds the longest reply in any script; what is larger is not read to its end. */
const mostBytes = 64 * 1024;

const faultWords: Record<ReplyFault, string> = {
  "no-text": "The reply is empty: write something in it.",
  "long-text": `The reply is longer than ${replyLimits.text} characters: shorten it.`,
  "no-name": "There is no name: give the one your reply should carry.",
  "long-name": `The name is longer than ${replyLimits.name} characters: shorten it.`,
  "no-email":
    "The email is not one we could write to: check it. It is not shown to anyone but our moderators.",
  "odd-characters":
    "There are characters in it that cannot be kept: type it again, or paste it as plain text.",
};

/** Keeps a reader's reply for the moderators. Anyone may send one; what was typed is never lost to an error. */
export async function POST(request: Request): Promise<Response> {
  if (!isOurs(request)) {
    return refusedPage(403, {
      why: ["The reply did not come from our own form. Open the story and send it from there."],
    });
  }
  const fields = await readForm(request);
  if (!fields) {
    return refusedPage(413, { why: ["The reply could not be read: it is too large, or is not a form."] });
  }
  const { reply, faults } = decideReply({
    text: fields.get("reply") ?? "",
    name: fields.get("name") ?? "",
    email: fields.get("email") ?? "",
  });
  const storyId = fields.get("story") ?? "";
  const typed = { ...reply, storyId, answers: fields.get("answers") ?? "" };
  if (!isId(storyId))
    return refusedPage(400, { typed, why: ["The reply belongs to no story. Open the story again."] });
  if (faults.length > 0) return refusedPage(400, { typed, why: faults.map((fault) => faultWords[fault]) });
  // Only a machine fills in what no one can see; it learns nothing from the answer.
  if (fields.get("website")) return thanks(storyId);
  const { paper } = await thePaper();
  const kept = await leaveReply(
    {
      ...reply,
      storyId,
      parentId: isId(fields.get("answers")) ? fields.get("answers") : null,
      peer: request.headers.get("x-verbatim-peer"),
      took: tookOf(fields.get("took")),
    },
    paper.replies,
  );
  if ("why" in kept) return refusedPage(notKeptStatus(kept), { typed, why: [notKeptWords(kept)] });
  if (kept.state === "held") return thanks(storyId);
  await confirmPurge(kept.purge);
  return new Response(null, { status: 303, headers: { location: `${kept.address}#replies` } });
}

/** How long the reader had the form under their hands, where the page's script told. */
function tookOf(field: string | null): number | null {
  return field && /^\d{1,9}$/.test(field) ? Number(field) : null;
}

function notKeptStatus({ why }: ReplyNotKept): number {
  if (why === "gone") return 404;
  return why === "closed" ? 403 : 429;
}

function notKeptWords(not: ReplyNotKept): string {
  switch (not.why) {
    case "gone":
      return "The story is no longer in the paper, so it takes no replies.";
    case "closed":
      return "This story takes no more replies.";
    case "flooded":
      return "Very many replies are coming in just now. Send it again in a minute.";
    default:
      return not.wait < 60_000
        ? "You have just sent a reply. Wait a few seconds, then send this one."
        : "Too many replies came from you or from your network. Send this one later.";
  }
}

/** Someone may have opened the address by hand: there is nothing to read at it. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: "/" } });
}

function thanks(storyId: string): Response {
  return new Response(null, { status: 303, headers: { location: `/replies/thanks/${storyId}` } });
}

/** A browser says where a form was sent from; one that says nothing, or another place, is not our form. */
function isOurs(request: Request): boolean {
  const from = request.headers.get("origin");
  if (!from || from === "null") return request.headers.get("sec-fetch-site") === "same-origin";
  const host = request.headers.get("host");
  return from === siteOrigin() || (host !== null && URL.canParse(from) && new URL(from).host === host);
}

/** The fields of a plain form, or nothing when it is of another kind or too large. */
async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type) || !request.body) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
