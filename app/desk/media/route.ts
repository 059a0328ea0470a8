import { isRequestFromOwnPage } from "@/app/actions/whence";
import { currentStaff } from "@/auth";
import { isStorable } from "@/domain/body/check-body";
import { pictureLimits } from "@/domain/pictures";
import { type Refusal, refusalWords } from "@/domain/refusal";
import { storePicture } from "@/server/pictures/store-picture";
import { picturesWaiting } from "@/server/pictures/studio";
import { logUnexpected } from "@/server/unexpected";

export const dynamic = "force-dynamic";

/** The boundaries and the words around the file need some room of their own. */
const mostBytes = pictureLimits.bytes + 64 * 1024;

const said = (status: number, why: string, words: string, headers: Record<string, string> = {}) =>
  Response.json({ why, words }, { status, headers: { "cache-control": "no-store", ...headers } });
const refused = (why: Refusal, status: number) => said(status, why, refusalWords[why]);

/** Takes a picture in from a form: `file`, and `alt`, `caption`, `credit` where they are known. Answers 201 with its name
 * and sizes once the files are written and the row is committed. */
export async function POST(request: Request): Promise<Response> {
  try {
    const actor = await currentStaff();
    if (!actor) return refused("not_signed_in", 401);
    if (!(await isRequestFromOwnPage()))
      return said(403, "foreign_page", "This was not sent from this newsroom's own page.");
    if (picturesWaiting() >= 12)
      return said(503, "busy", "Many pictures are being taken in. Send this one again in a moment.", {
        "retry-after": "5",
      });
    const form = await formOf(request);
    if (form === "too long") return refused("picture_too_big", 413);
    const file = form?.get("file");
    if (!form || !(file instanceof File)) return refused("picture_unreadable", 422);
    const words = {
      alt: wordsIn(form, "alt"),
      caption: wordsIn(form, "caption"),
      credit: wordsIn(form, "credit"),
    };
    if (Object.values(words).includes(null)) return refused("too_long", 422);
    const stored = await storePicture(new Uint8Array(await file.arrayBuffer()), {
      alt: words.alt ?? "",
      caption: words.caption ?? "",
      credit: words.credit ?? "",
      createdBy: actor.id,
    });
    if (!stored.ok) return refused(stored.why, stored.why === "picture_too_big" ? 413 : 422);
    return Response.json(stored.value, { status: 201, headers: { "cache-control": "no-store" } });
  } catch (error) {
    const id = logUnexpected(error, "takePicture");
    return said(
      503,
      "unexpected",
      `The picture could not be kept just now. The text is untouched; send it again. (${id})`,
    );
  }
}

/** The words that came with a picture; null where they are too long, or hold what cannot be stored. */
function wordsIn(form: FormData, name: "alt" | "caption" | "credit"): string | null {
  const value = form.get(name);
  const words = typeof value === "string" ? value.trim() : "";
  return words.length <= pictureLimits[name] && isStorable(words) ? words : null;
}

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
