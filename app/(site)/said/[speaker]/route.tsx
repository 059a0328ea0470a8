import { Older, QuoteCard } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { JsonLd } from "@/components/site/json-ld";
import { inOwnWords, speakerTold } from "@/components/site/quotations-told";
import { type QuoteCursor, quotesLength, quotesOfSpeaker, speakerNow } from "@/db/queries/site/quotes";
import { isId } from "@/domain/ids";
import { isSlug, pageOf, readPart } from "../../addresses";
import { siteOrigin } from "../../origin";
import { missingPage, movedTo, sitePage } from "../../site-page";
import { thePaper } from "../../the-paper";

/** The quotation that a page goes on behind: the id of its story, a dot, its number. Null when it is not one. */
function behindQuote(before: string | string[] | undefined): QuoteCursor | undefined | null {
  if (before === undefined) return undefined;
  if (Array.isArray(before)) return null;
  const [storyId, number, ...rest] = (before.split("~")[0] ?? "").split(".");
  if (!isId(storyId) || !number || !/^\d{1,5}$/.test(number) || rest.length > 0) return null;
  return { storyId, number: Number(number) };
}

/** What a speaker was quoted saying, or where the speaker of a former name is now. */
async function quotesOf(slug: string, before: QuoteCursor | undefined | null) {
  if (!isSlug(slug)) return undefined;
  const found = before === null ? [] : await quotesOfSpeaker(slug, before);
  const newest = found[0];
  if (newest) return { ...newest, slug, found };
  const now = await speakerNow(slug);
  return now ? movedTo(`/said/${now}`) : undefined;
}

export const dynamic = "force-dynamic";

export const GET = sitePage<{ speaker: string }>(async ({ params, query }) => {
  const asked = await quotesOf(readPart(params.speaker), behindQuote(query.before));
  if (!asked) return missingPage();
  if ("movedTo" in asked) return asked;
  const { slug, found, speakerName: name, speakerRole: role, speakerKind } = asked;
  const shown = await thePaper();
  const { items, older } = pageOf(
    found,
    quotesLength,
    `/said/${slug}`,
    (quote) => `${quote.storyId}.${quote.number}`,
  );
  return {
    shown,
    head: {
      title: `${name} ${inOwnWords(speakerKind)}`,
      description: `What ${name} was quoted saying, each quotation in its story.`,
      canonical: `/said/${slug}`,
    },
    body: (
      <Frame shown={shown} italics>
        <JsonLd told={speakerTold(asked, items, siteOrigin())} />
        <header className="list-head">
          <p className="kicker">{inOwnWords(asked.speakerKind).replace(/^i/, "I")}</p>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          {role ? <p dir="auto">{role}</p> : null}
        </header>
        <div className="sayings">
          {items.map((quote) => (
            <QuoteCard key={`${quote.storyId}-${quote.number}`} quote={quote} clock={shown.paper} full />
          ))}
        </div>
        <Older at={older} />
      </Frame>
    ),
  };
});
