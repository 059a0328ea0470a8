import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { QuoteCard } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { type QuoteCursor, quotesLength, quotesOfSpeaker } from "@/db/queries/site/quotes";
import { isId } from "@/domain/ids";
import { isSlug, pageOf, type Query, readPart } from "../../addresses";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ speaker: string }>; searchParams: Query };

/** The quotation that a page goes on behind: the id of its story, a dot, its number. */
function behindQuote(before: string | string[] | undefined): QuoteCursor | undefined {
  if (before === undefined) return undefined;
  if (Array.isArray(before)) notFound();
  const [storyId, number, ...rest] = before.split(".");
  if (!isId(storyId) || !number || !/^\d{1,5}$/.test(number) || rest.length > 0) notFound();
  return { storyId, number: Number(number) };
}

const asked = cache(async (person: string, before: string | string[] | undefined) => {
  const slug = readPart(person);
  const found = isSlug(slug) ? await quotesOfSpeaker(slug, behindQuote(before)) : [];
  const newest = found[0];
  if (!newest) notFound();
  return { slug, found, name: newest.speakerName, role: newest.speakerRole };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug, name } = await asked((await params).speaker, (await searchParams).before);
  return {
    title: `${name} in their own words`,
    description: `What ${name} was quoted saying, each quotation in its story.`,
    alternates: { canonical: `/said/${slug}` },
  };
}

export default async function SpeakerPage({ params, searchParams }: Props) {
  const { slug, found, name, role } = await asked((await params).speaker, (await searchParams).before);
  const shown = await thePaper();
  const { items, older } = pageOf(
    found,
    quotesLength,
    `/said/${slug}`,
    (quote) => `${quote.storyId}.${quote.number}`,
  );
  return (
    <Frame shown={shown}>
      <header className="list-head">
        <p className="kicker">In their own words</p>
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
