import { z } from "zod";
import { currentStaff } from "@/auth";
import type { OpenSuggestions } from "@/components/editor/suggesting/send-suggestions";
import { suggestionsOnStory } from "@/db/queries/desk/story";
import { suggestText } from "@/db/suggest-text";
import { parseBody } from "@/domain/body/check-body";
import { isId } from "@/domain/ids";
import { mostSuggestions } from "@/domain/review/suggestions";
import { wordLimits } from "@/domain/words";
import { logUnexpected } from "@/server/unexpected";
import { givenText, hero, line, refused } from "../given";

type Context = { params: Promise<{ id: string }> };

const shape = z.object({
  revision: z.number().int().positive(),
  seen: z.array(z.uuid()).max(mostSuggestions),
  /** Who typed it, as the page knows them. */
  writer: z.uuid().optional(),
  typedAt: z.iso.datetime().optional(),
  words: z.object({
    kicker: line(wordLimits.kicker).optional(),
    headline: line(wordLimits.headline),
    standfirst: line(wordLimits.standfirst),
    hero: hero.optional(),
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
    const sent = await givenText(request, params, shape);
    if (sent instanceof Response) return sent;
    const { revision, seen, typedAt, words } = sent.given;
    const body = parseBody(words.body);
    if (!body.ok) return refused(body.why);
    const kept = await suggestText(sent.actor, sent.id, {
      revision,
      seen,
      typedAt: typedAt === undefined ? undefined : new Date(typedAt),
      words: { ...words, body: body.value },
    });
    return kept.ok ? Response.json(kept.value) : refused(kept.why);
  } catch (error) {
    const number = logUnexpected(error, "suggestText");
    return Response.json(
      { why: "unexpected", words: `It could not be kept just now. (${number})` },
      { status: 503, headers: { "retry-after": "2" } },
    );
  }
}
