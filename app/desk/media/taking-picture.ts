import { isRequestFromOwnPage } from "@/app/actions/whence";
import { currentStaff } from "@/auth";
import type { Actor } from "@/domain/people";
import { pictureLimits } from "@/domain/pictures";
import { type Refusal, refusalWords } from "@/domain/refusal";
import type { Result } from "@/domain/result";
import { picturesWaiting } from "@/server/pictures/studio";
import { logUnexpected } from "@/server/unexpected";

/** The boundaries and the words around the file need some room of their own. */
const mostBytes = pictureLimits.bytes + 64 * 1024;

type Sent = { readonly actor: Actor; readonly form: FormData; readonly bytes: Uint8Array };

/** A handler that takes a picture in from a form of one of our own pages, in the field `file`, and answers 201 with what
 * `take` says of it. `barred` is why somebody may not send it, whatever it is. */
export const takingPicture =
  (
    name: string,
    take: (sent: Sent) => Promise<Result<object, Refusal>>,
    barred: (actor: Actor) => Refusal | null = () => null,
  ) =>
  async (request: Request): Promise<Response> => {
    try {
      const actor = await currentStaff();
      if (!actor) return refused("not_signed_in", 401);
      if (!(await isRequestFromOwnPage()))
        return said(403, "foreign_page", "This was not sent from this newsroom's own page.");
      const why = barred(actor);
      if (why) return refused(why, 403);
      if (picturesWaiting() >= 12)
        return said(503, "busy", "Many pictures are being taken in. Send this one again in a moment.", {
          "retry-after": "5",
        });
      const form = await formOf(request);
      if (form === "too long") return refused("picture_too_big", 413);
      const file = form?.get("file");
      if (!form || !(file instanceof File)) return refused("picture_unreadable", 422);
      const taken = await take({ actor, form, bytes: new Uint8Array(await file.arrayBuffer()) });
      if (!taken.ok) return refused(taken.why, taken.why === "picture_too_big" ? 413 : 422);
      return Response.json(taken.value, { status: 201, headers: { "cache-control": "no-store" } });
    } catch (error) {
      const id = logUnexpected(error, name);
      return said(
        503,
        "unexpected",
        `The picture could not be kept just now. The text is untouched; send it again. (${id})`,
      );
    }
  };

const said = (status: number, why: string, words: string, headers: Record<string, string> = {}) =>
  Response.json({ why, words }, { status, headers: { "cache-control": "no-store", ...headers } });
const refused = (why: Refusal, status: number) => said(status, why, refusalWords[why]);

/** The form, read no further than a picture may be long, whatever length was announced; null for what is no form. */
async function formOf(request: Request): Promise<FormData | "too long" | null> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return "too long";
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") || !request.body) return null;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of request.body) {
    length += piece.length;
    if (length > mostBytes) return "too long";
    pieces.push(new Uint8Array(piece));
  }
  try {
    return await new Response(new Blob(pieces), { headers: { "content-type": type } }).formData();
  } catch {
    return null;
  }
}
