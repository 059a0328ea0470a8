import { currentStaff } from "@/auth";
import { newsletterForEditing } from "@/db/queries/desk/newsletter";
import { letterOfDay } from "@/db/write-digest";
import { writtenLetter } from "@/domain/mail/letter";
import { refusalWords } from "@/domain/refusal";
import { environment } from "@/environment";

/** The next newsletter as it would go out now, with a link to leave that leads nowhere. */
export async function GET(): Promise<Response> {
  const actor = await currentStaff();
  if (!actor) return plain(refusalWords.not_signed_in, 401);
  const next = await newsletterForEditing(actor);
  if (!next) return plain(refusalWords.editors_only, 403);
  const letter = await letterOfDay(next.day, actor.id);
  if (!letter) return plain(refusalWords.digest_empty, 200);
  const written = writtenLetter(letter, { origin: environment().origin, token: () => "preview" });
  return new Response(written.html, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}

const plain = (text: string, status: number) =>
  new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
