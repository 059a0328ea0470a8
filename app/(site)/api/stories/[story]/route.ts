import { correctionsOf, publicationNamed } from "@/db/queries/site/story";
import { isId } from "@/domain/ids";
import { quoted } from "@/domain/publication/quoted";
import { reasonTold } from "@/domain/publication/reason";
import { storyHtml } from "@/domain/publication/story-html";
import { siteOrigin } from "../../../origin";
import { thePaper } from "../../../the-paper";
import { answerJson } from "../answer";

export const dynamic = "force-dynamic";

/** One story with its text, quotations and corrections; of one that was withdrawn, that it was. See docs/api.md. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ story: string }> },
): Promise<Response> {
  const { story: id } = await params;
  const publication = isId(id) ? await publicationNamed(id) : undefined;
  if (!publication) return answerJson({ error: "There is no such story." }, 404);
  const { address, document: story, storyId, withdrawnAt, updatedAt } = publication;
  const origin = siteOrigin();
  const at = (path: string) => new URL(path, origin).href;
  if (withdrawnAt)
    return answerJson({ id: storyId, url: at(address), withdrawn: withdrawnAt.toISOString() }, 410);
  const [{ paper }, corrections] = await Promise.all([thePaper(), correctionsOf(storyId)]);
  return answerJson({
    id: storyId,
    url: at(address),
    headline: story.headline,
    standfirst: story.standfirst,
    kicker: story.kicker,
    language: story.language,
    section: story.section,
    topics: story.topics,
    authors: story.authors.map(({ slug, name, title }) => ({ slug, name, title, url: at(`/by/${slug}`) })),
    published: story.publishedAt,
    updated: updatedAt.toISOString(),
    words: story.words,
    minutes: story.minutes,
    html: storyHtml({ ...story, address }, corrections, { origin, zone: paper.zone }),
    quotes: story.notes.map((note) => ({
      number: note.number,
      words: quoted(note.words),
      speaker: note.speaker,
      speakerKind: note.speakerKind,
      role: note.role,
      url: note.ref ? at(`/quote/${note.ref}`) : null,
      speakerUrl: note.slug ? at(`/said/${note.slug}`) : null,
      occasion: note.occasion,
      verified: note.verified,
      unnamedReason: reasonTold(note.unnamedReason),
      said: note.saidOn,
    })),
    corrections: corrections.map(({ kind, text, was, says, at: corrected, amendedAt }) => ({
      kind,
      text,
      was,
      says,
      at: corrected.toISOString(),
      amended: amendedAt?.toISOString() ?? null,
    })),
  });
}
