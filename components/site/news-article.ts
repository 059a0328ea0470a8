import type {
  CorrectionComment,
  NewsArticle,
  NewsMediaOrganization,
  Quotation,
  WithContext,
} from "schema-dts";
import { correctionNames } from "@/domain/corrections";
import type { Paper, PolicyName } from "@/domain/paper";
import type { PublicDocument } from "@/domain/publication/document";
import { pictureAddress } from "@/domain/publication/document";
import type { CorrectionListed, QuoteListed } from "./shown";

type Told = {
  story: PublicDocument;
  updatedAt: Date;
  corrections: readonly CorrectionListed[];
  origin: string;
  paper: Pick<Paper, "name" | "policies">;
};

/** Where the paper says what it holds itself to, as far as its newsroom has written it. */
function organization(
  { name, policies }: Told["paper"],
  origin: string,
): Exclude<NewsMediaOrganization, string> {
  const at = (policy: PolicyName) => (policies[policy].trim() ? `${origin}/about/${policy}` : null);
  const told = {
    publishingPrinciples: at("ethics") ?? at("verification"),
    ethicsPolicy: at("ethics"),
    correctionsPolicy: at("corrections"),
    unnamedSourcesPolicy: at("unnamed-sources"),
    verificationFactCheckingPolicy: at("verification"),
    ownershipFundingInfo: at("ownership"),
  };
  return {
    "@type": "NewsMediaOrganization",
    "@id": `${origin}/#paper`,
    name,
    url: `${origin}/`,
    ...Object.fromEntries(Object.entries(told).filter(([, address]) => address !== null)),
  };
}

/** What a search engine is told of the paper itself. Ready to stand in a script element. */
export function organizationJson(paper: Told["paper"], origin: string): string {
  return JSON.stringify({ "@context": "https://schema.org", ...organization(paper, origin) }).replaceAll(
    "<",
    "\\u003c",
  );
}

/** What a search engine is told of a story: with its corrections and the quotations of named speakers.
 * Ready to stand in a script element: no "<" is left in it. */
export function newsArticleJson(told: Told): string {
  return JSON.stringify(newsArticle(told)).replaceAll("<", "\\u003c");
}

function newsArticle({ story, updatedAt, corrections, origin, paper }: Told): WithContext<NewsArticle> {
  const at = (address: string) => new URL(address, origin).href;
  const largest = story.hero?.widths.at(-1);
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": at(story.address),
    mainEntityOfPage: at(story.address),
    headline: story.headline,
    description: story.standfirst,
    inLanguage: story.language,
    datePublished: story.publishedAt,
    dateModified: updatedAt.toISOString(),
    articleSection: story.section.name,
    keywords: story.topics.map((topic) => topic.name),
    wordCount: story.words,
    isAccessibleForFree: true,
    author: story.authors.map((author) => ({
      "@type": "Person",
      name: author.name,
      url: at(`/by/${author.slug}`),
      ...(author.title ? { jobTitle: author.title } : {}),
    })),
    publisher: organization(paper, origin),
    ...(story.hero && largest ? { image: [at(pictureAddress(story.hero, largest, "jpg"))] } : {}),
    ...(corrections.length > 0 ? { correction: corrections.map(correctionComment) } : {}),
    hasPart: story.notes.flatMap((note) => (note.slug ? [quotation(note, at)] : [])),
  };
}

function correctionComment(correction: CorrectionListed): CorrectionComment {
  const { kind, text, was, says, at, amendedAt } = correction;
  return {
    "@type": "CorrectionComment",
    name: correctionNames[kind],
    text: [text, was && `It said: “${was}”`, says && `It says: “${says}”`].filter(Boolean).join(" "),
    datePublished: at.toISOString(),
    ...(amendedAt ? { dateModified: amendedAt.toISOString() } : {}),
  };
}

function quotation(note: PublicDocument["notes"][number], at: (address: string) => string): Quotation {
  return {
    "@type": "Quotation",
    ...(note.ref ? { "@id": at(`/quote/${note.ref}`), url: at(`/quote/${note.ref}`) } : {}),
    text: note.words,
    spokenByCharacter: { "@type": "Person", name: note.speaker, url: at(`/said/${note.slug}`) },
    ...(note.saidOn ? { dateCreated: note.saidOn } : {}),
  };
}

/** What a search engine is told of a quotation at its own address. Ready to stand in a script element. */
export function quotationJson(quote: QuoteListed, address: string, origin: string): string {
  const at = (path: string) => new URL(path, origin).href;
  const told: WithContext<Quotation> = {
    "@context": "https://schema.org",
    "@type": "Quotation",
    "@id": at(address),
    url: at(address),
    text: quote.words,
    inLanguage: quote.language,
    spokenByCharacter: {
      "@type": "Person",
      name: quote.speakerName,
      ...(quote.speakerSlug ? { url: at(`/said/${quote.speakerSlug}`) } : {}),
    },
    ...(quote.saidOn ? { dateCreated: quote.saidOn } : {}),
    isPartOf: { "@type": "NewsArticle", "@id": at(quote.address), headline: quote.headline },
  };
  return JSON.stringify(told).replaceAll("<", "\\u003c");
}
