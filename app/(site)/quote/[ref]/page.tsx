import type { Metadata } from "next";
import { cache } from "react";
import { QuotePage } from "@/components/site/quote-page";
import { quoteAt } from "@/db/queries/site/quotes";
import { cardOfQuote } from "@/domain/publication/card";
import { quoted } from "@/domain/publication/quoted";
import { readPart } from "../../addresses";
import { cardImages } from "../../card-images";
import { embedLinks } from "../../embed-links";
import { MissingPage, missingMetadata } from "../../missing";
import { siteOrigin } from "../../origin";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ ref: string }> };

const quoteAsked = cache(async (given: string) => {
  const ref = readPart(given);
  return /^[2-9a-z]{12}$/.test(ref) ? quoteAt(ref) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await params;
  const found = await quoteAsked(ref);
  if (found === null) return missingMetadata;
  const newest = found === "gone" ? undefined : found[0];
  // The server in front answers 410 to a page that says so.
  if (!newest)
    return {
      title: "No longer shown",
      robots: { index: false },
      other: { "verbatim-status": "410" },
    };
  const { paper } = await thePaper();
  const images = cardImages(readPart(ref), cardOfQuote(newest, paper.name));
  return {
    title: `${newest.speakerName}: a quotation`,
    description: newest.words,
    alternates: {
      canonical: `/quote/${readPart(ref)}`,
      types: embedLinks(`/quote/${readPart(ref)}`, newest.headline),
    },
    openGraph: {
      type: "article",
      title: `${newest.speakerName}: ${quoted(newest.words)}`,
      url: `/quote/${readPart(ref)}`,
      siteName: paper.name,
      images,
    },
    twitter: { card: images.length > 0 ? "summary_large_image" : "summary", images },
  };
}

/** One quotation at an address of its own, for as long as a live story shows it. */
export default async function Quote({ params }: Props) {
  const { ref } = await params;
  const found = await quoteAsked(ref);
  if (found === null) return <MissingPage />;
  return <QuotePage shown={await thePaper()} found={found} origin={siteOrigin()} />;
}
