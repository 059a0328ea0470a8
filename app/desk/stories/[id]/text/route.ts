import { z } from "zod";
import { saveText } from "@/db/save-text";
import { parseBody } from "@/domain/body/check-body";
import { wordLimits } from "@/domain/words";
import { logUnexpected } from "@/server/unexpected";
import { givenText, hero, line, refused } from "../given";

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
    hero,
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
    const sent = await givenText(request, params, shape);
    if (sent instanceof Response) return sent;
    const { base, key, name, words } = sent.given;
    const body = parseBody(words.body);
    if (!body.ok) return refused(body.why);
    const saved = await saveText(sent.actor, {
      storyId: sent.id,
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
