import { z } from "zod";
import { currentStaff, type Staff } from "@/auth";
import { bodyLimits } from "@/domain/body/body";
import { isStorable } from "@/domain/body/check-body";
import { isId } from "@/domain/ids";
import { type Refusal, refusalWords } from "@/domain/refusal";

/** A line of text that the database can keep. */
export const line = (most: number) =>
  z
    .string()
    .max(most, `Keep it under ${most} characters.`)
    .refine(isStorable, "It holds a character that cannot be stored.");

/** The lead picture with what is said of it. */
export const hero = z
  .object({ mediaId: z.uuid(), alt: line(1_000), caption: line(2_000), credit: line(500) })
  .nullable();

const statuses: Partial<Record<Refusal, number>> = {
  not_signed_in: 401,
  not_yours: 403,
  not_the_writer: 403,
  not_found: 404,
  stale_revision: 409,
  too_long: 413,
};

/** Says why a text was not taken. */
export const refused = (why: Refusal, more: object = {}) =>
  Response.json({ why, words: refusalWords[why], ...more }, { status: statuses[why] ?? 422 });

/** What was sent about the text of a story: by whom, of which story, and what holds to `shape`. Otherwise the refusal to
 * answer with: whoever is not signed in, or is not who the page was typed by, is told so before anything is kept. */
export async function givenText<Given extends { writer?: string | undefined }>(
  request: Request,
  params: Promise<{ id: string }>,
  shape: z.ZodType<Given>,
): Promise<{ actor: Staff; id: string; given: Given } | Response> {
  const actor = await currentStaff();
  if (!actor) return refused("not_signed_in");
  const { id } = await params;
  if (!isId(id)) return refused("not_found");
  const text = await request.text();
  // The JSON around the body and its escapes need some room of their own.
  if (text.length > bodyLimits.bytes * 2.2) return refused("too_long");
  const read = shape.safeParse(parsed(text));
  if (!read.success) return refused("body_unreadable", { fields: z.flattenError(read.error).fieldErrors });
  const { writer } = read.data;
  if (writer && writer !== actor.id) return refused("not_the_writer", { signedIn: actor.name });
  return { actor, id, given: read.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
