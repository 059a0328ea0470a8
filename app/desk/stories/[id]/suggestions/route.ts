import { z } from "zod";
import { currentStaff } from "@/auth";
import type { OpenSuggestions } from "@/components/editor/suggesting/send-suggestions";
import { suggestionsOnStory } from "@/db/queries/desk/story";
import { suggestText } from "@/db/suggest-text";
import { bodyLimits } from "@/domain/body/body";
import { parseBody } from "@/domain/body/check-body";
import { isId } from "@/domain/ids";
import { mostSuggestions } from "@/domain/review/suggestions";
import { wordLimits } from "@/domain/words";
import { logUnexpected } from "@/server/unexpected";
import { line, parsed, refused } from "../given";

type Context = { params: Promise<{ id: string }> };

const shape = z.object({
  revision: z.number().int().positive(),
  seen: z.array(z.uuid()).max(mostSuggestions),
  /** Who typed it, as the page knows them. */
  writer: z.uuid().optional(),
  words: z.object({
    headline: line(wordLimits.headline),
    standfirst: line(wordLimits.standfirst),
    body: z.string(),
  }),
});

/** The suggested edits that are open on a story, in their places in its newest text. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentStaff();
  if (!actor) return refused("not_signed_in");
  const { id } = await params;
  const found = isId(id) ? await suggestionsOnStory(actor, id) : null;
  if (!found) return refused("not_found");
  const open: OpenSuggestions = {
    revision: found.revision,
    suggestions: found.suggestions.map(({ at, ...each }) => ({ ...each, when: at.toISOString() })),
  };
  return Response.json(open, { headers: { "cache-control": "no-store" } });
}

/** Keeps a text that was typed as suggestions. Like a save it has a handler of its own, and never changes the story's
 * text. Answers the ids of the suggestions that the text is made of. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  try {
    const actor = await currentStaff();
    if (!actor) return refused("not_signed_in");
    const { id } = await params;
    if (!isId(id)) return refused("not_found");
    const text = await request.text();
    if (text.length > bodyLimits.bytes * 2.2) return refused("too_long");
    const given = shape.safeParse(parsed(text));
    if (!given.success) return refused("body_unreadable");
    const { revision, seen, writer, words } = given.data;
    if (writer && writer !== actor.id) return refused("not_the_writer", { signedIn: actor.name });
    const body = parseBody(words.body);
    if (!body.ok) return refused(body.why);
    const kept = await suggestText(actor, id, { revision, seen, words: { ...words, body: body.value } });
    return kept.ok ? Response.json(kept.value) : refused(kept.why);
  } catch (error) {
    const number = logUnexpected(error, "suggestText");
    return Response.json(
      { why: "unexpected", words: `It could not be kept just now. (${number})` },
      { status: 503, headers: { "retry-after": "2" } },
    );
  }
}
