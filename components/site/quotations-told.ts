import type { CollectionPage, Quotation, WithContext } from "schema-dts";
import { quoted } from "@/domain/publication/quoted";
import type { SourceKind } from "@/domain/quotes";
import type { QuoteListed } from "./shown";

type Told = Pick<QuoteListed, "words" | "ref" | "speakerName" | "speakerSlug" | "speakerKind" | "saidOn">;

/** The types of schema.org for those who speak; everything else is a work that words were taken from. */
const speakers = { person: "Person", organisation: "Organization" } as const;
const works = {
  document: "CreativeWork",
  dataset: "Dataset",
  broadcast: "CreativeWorkSeries",
  account: "ProfilePage",
  publication: "Periodical",
} as const satisfies Record<Exclude<SourceKind, keyof typeof speakers>, string>;

const speaks = (kind: SourceKind): kind is keyof typeof speakers => kind in speakers;

const from = (origin: string) => (path: string) => new URL(path, origin).href;

/** Whom or what words are from. Of an unnamed source, whose kind is not told, the description alone. */
function attribution(
  { speakerName: name, speakerSlug: slug, speakerKind: kind }: Told,
  origin: string,
): Pick<Exclude<Quotation, string>, "spokenByCharacter" | "isBasedOn" | "creditText"> {
  if (kind === null) return { creditText: name };
  const named = { name, ...(slug ? { url: from(origin)(`/said/${slug}`) } : {}) };
  return speaks(kind)
    ? { spokenByCharacter: { "@type": speakers[kind], ...named } }
    : { isBasedOn: { "@type": works[kind], ...named } };
}

/** A quotation within its story. */
export function quotation(quote: Told, origin: string): Exclude<Quotation, string> {
  const address = quote.ref ? from(origin)(`/quote/${quote.ref}`) : null;
  return {
    "@type": "Quotation",
    ...(address ? { "@id": address, url: address } : {}),
    text: quoted(quote.words),
    ...attribution(quote, origin),
    ...(quote.saidOn ? { dateCreated: quote.saidOn } : {}),
  };
}

/** A quotation outside its story. */
const quotationOf = (quote: QuoteListed, origin: string): Exclude<Quotation, string> => ({
  ...quotation(quote, origin),
  inLanguage: quote.language,
  isPartOf: {
    "@type": "NewsArticle",
    "@id": from(origin)(quote.address),
    headline: quote.headline,
  },
});

/** A quotation at its own address. */
export const quotationTold = (quote: QuoteListed, origin: string): WithContext<Quotation> => ({
  "@context": "https://schema.org",
  ...quotationOf(quote, origin),
});

type Speaker = Pick<QuoteListed, "speakerName" | "speakerKind"> & { readonly slug: string };

/** The page of all that somebody, or something, was quoted saying. */
export function speakerTold(
  { speakerName: name, speakerKind: kind, slug }: Speaker,
  quotes: readonly QuoteListed[],
  origin: string,
): WithContext<CollectionPage> {
  const address = from(origin)(`/said/${slug}`);
  const about = { "@id": address, name } as const;
  return {
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    url: address,
    name: `${name} ${inOwnWords(kind)}`,
    ...(kind === null
      ? {}
      : { about: speaks(kind) ? { "@type": speakers[kind], ...about } : { "@type": works[kind], ...about } }),
    hasPart: quotes.map((quote) => quotationOf(quote, origin)),
  };
}

/** "Marta Lindqvist in their own words", "Ministry for the Coast in its own words". */
export const inOwnWords = (kind: SourceKind | null): string =>
  kind === null || kind === "person" || kind === "account" ? "in their own words" : "in its own words";
