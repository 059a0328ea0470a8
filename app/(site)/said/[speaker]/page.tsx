import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { QuoteCard } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { JsonLd } from "@/components/site/json-ld";
import { inOwnWords, speakerTold } from "@/components/site/quotations-told";
import { type QuoteCursor, quotesLength, quotesOfSpeaker, speakerNow } from "@/db/queries/site/quotes";
import { isId } from "@/domain/ids";
import { isSlug, pageOf, type Query, readPart } from "../../addresses";
import { MissingPage, missingMetadata } from "../../missing";
import { siteOrigin } from "../../origin";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ speaker: string }>; searchParams: Query };

/** The quotation that a page goes on behind: the id of its story, a dot, its number. Null when it is not one. */
function behindQuote(before: string | string[] | undefined): QuoteCursor | undefined | null {
  if (before === undefined) return undefined;
  if (Array.isArray(before)) return null;
  const [storyId, number, ...rest] = (before.split("~")[0] ?? "").split(".");
  if (!isId(storyId) || !number || !/^\d{1,5}$/.test(number) || rest.length > 0) return null;
  return { storyId, number: Number(number) };
}

const quotesAsked = cache(async (person: string, query: string | string[] | undefined) => {
  const slug = readPart(person);
  const before = behindQuote(query);
  const found = isSlug(slug) && before !== null ? await quotesOfSpeaker(slug, before) : [];
  const newest = found[0];
  if (!newest && isSlug(slug)) {
    const now = await speakerNow(slug);
    if (now) permanentRedirect(`/said/${now}`);
  }
  return newest && { ...newest, slug, found };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const asked = await quotesAsked((await params).speaker, (await searchParams).before);
  if (!asked) return missingMetadata;
  const { slug, speakerName: name, speakerKind } = asked;
  return {
    title: `${name} ${inOwnWords(speakerKind)}`,
    description: `What ${name} was quoted saying, each quotation in its story.`,
    alternates: { canonical: `/said/${slug}` },
  };
}

export default async function SpeakerPage({ params, searchParams }: Props) {
  const asked = await quotesAsked((await params).speaker, (await searchParams).before);
  if (!asked) return <MissingPage />;
  const { slug, found, speakerName: name, speakerRole: role } = asked;
  const shown = await thePaper();
  const { items, older } = pageOf(
    found,
    quotesLength,
    `/said/${slug}`,
    (quote) => `${quote.storyId}.${quote.number}`,
  );
  return (
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
      {older ? (
        <p className="older">
          <a href={older} rel="next">
            Older
          </a>
        </p>
      ) : null}
    </Frame>
  );
}
