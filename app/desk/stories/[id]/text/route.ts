import { z } from "zod";
import { currentStaff } from "@/auth";
import { saveText } from "@/db/save-text";
import { bodyLimits } from "@/domain/body/body";
import { parseBody } from "@/domain/body/check-body";
import { isId } from "@/domain/ids";
import { wordLimits } from "@/domain/words";
import { logUnexpected } from "@/server/unexpected";
import { line, parsed, refused } from "../given";

const shape = z.object({
  base: z.number().int().positive(),
  key: z.uuid(),
  /** Who typed it, as the page knows them: nobody's text is saved under the name of whoever signs in after them. */
  writer: z.uuid().optional(),
  name: line(120).optional(),
  words: z.object({
    headline: line(wordLimits.headline),
    standfirst: line(wordLimits.standfirst),
    kicker: line(wordLimits.kicker),
    slug: line(wordLimits.slug),
    language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    sectionId: z.uuid().nullable(),
    topicIds: z.array(z.uuid()).max(wordLimits.topics),
    hero: z
      .object({ mediaId: z.uuid(), alt: line(1_000), caption: line(2_000), credit: line(500) })
      .nullable(),
    body: z.string(),
  }),
});

/** Saves a story's text. Its own handler rather than an action, so that a save under way never holds back a command.
 * Answers 200 with what was committed, 409 when a newer text came first (this one is then kept beside it), 503 when the
 * database does not answer: the browser keeps the text and tries again. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const actor = await currentStaff();
    if (!actor) return refused("not_signed_in");
    const { id } = await params;
    if (!isId(id)) return refused("not_found");
    const text = await request.text();
    // The JSON around the body and its escapes need some room of their own.
    if (text.length > bodyLimits.bytes * 2.2) return refused("too_long");
    const given = shape.safeParse(parsed(text));
    if (!given.success)
      return refused("body_unreadable", { fields: z.flattenError(given.error).fieldErrors });
    const body = parseBody(given.data.words.body);
    if (!body.ok) return refused(body.why);
    const { base, key, name, words, writer } = given.data;
    if (writer && writer !== actor.id) return refused("not_the_writer", { signedIn: actor.name });
    const saved = await saveText(actor, {
      storyId: id,
      base,
      key,
      kind: name ? "named" : "autosave",
      name: name ?? "",
      words: { ...words, body: body.value },
    });
    return saved.ok ? Response.json(saved.value) : refused(saved.why.why, saved.why.conflict);
  } catch (error) {
    const number = logUnexpected(error, "saveText");
    return Response.json(
      {
        why: "unexpected",
        words: `It could not be saved just now. Your text is kept on this device. (${number})`,
      },
      { status: 503, headers: { "retry-after": "2" } },
    );
  }
}
