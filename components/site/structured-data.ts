import type {
  CorrectionComment,
  NewsArticle,
  NewsMediaOrganization,
  ProfilePage,
  WebSite,
  WithContext,
} from "schema-dts";
import { correctionNames } from "@/domain/corrections";
import type { Paper, PolicyName } from "@/domain/paper";
import type { PublicDocument } from "@/domain/publication/document";
import { faceAddress, logoAddress, pictureAddress } from "@/domain/publication/document";
import { quotation } from "./quotations-told";
import type { CorrectionListed } from "./shown";

type Told = {
  story: PublicDocument;
  updatedAt: Date;
  corrections: readonly CorrectionListed[];
  origin: string;
  paper: Pick<Paper, "name" | "policies" | "logo">;
};

/** Where the paper says what it holds itself to, as far as its newsroom has written it. */
function organization(
  { name, policies, logo }: Told["paper"],
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
    ...(logo && {
      logo: {
        "@type": "ImageObject",
        url: `${origin}${logoAddress(logo)}`,
        width: `${logo.width}`,
        height: `${logo.height}`,
      },
    }),
    ...Object.fromEntries(Object.entries(told).filter(([, address]) => address !== null)),
  };
}

const context = "https://schema.org" as const;

/** The paper itself. */
export const paperTold = (paper: Told["paper"], origin: string): WithContext<NewsMediaOrganization> => ({
  "@context": context,
  ...organization(paper, origin),
});

/** The front page: what the site is called, whose it is and where it is searched. */
export function siteTold(paper: Told["paper"], language: string, origin: string): WithContext<WebSite> {
  return {
    "@context": context,
    "@type": "WebSite",
    "@id": `${origin}/#site`,
    url: `${origin}/`,
    name: paper.name,
    inLanguage: language,
    publisher: organization(paper, origin),
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${origin}/search?q={words}` },
    },
  };
}

type Person = {
  readonly name: string;
  readonly slug: string;
  readonly title: string;
  readonly face: string | undefined;
};

/** The page of somebody who writes for the paper. */
export const authorTold = (
  { name, slug, title, face }: Person,
  paper: Told["paper"],
  origin: string,
): WithContext<ProfilePage> => ({
  "@context": context,
  "@type": "ProfilePage",
  url: `${origin}/by/${slug}`,
  mainEntity: {
    "@type": "Person",
    "@id": `${origin}/by/${slug}`,
    name,
    url: `${origin}/by/${slug}`,
    ...(title ? { jobTitle: title } : {}),
    ...(face ? { image: origin + faceAddress(face) } : {}),
    worksFor: organization(paper, origin),
  },
});

/** A story, with its corrections and the quotations of named speakers. */
export function newsArticle({
  story,
  updatedAt,
  corrections,
  origin,
  paper,
}: Told): WithContext<NewsArticle> {
  const at = (address: string) => new URL(address, origin).href;
  const largest = story.hero?.widths.at(-1);
  return {
    "@context": context,
    "@type": "NewsArticle",
    "@id": at(story.address),
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
    hasPart: story.notes.flatMap((note) =>
      note.slug
        ? [
            quotation(
              { ...note, ref: note.ref ?? null, speakerName: note.speaker, speakerSlug: note.slug },
              origin,
            ),
          ]
        : [],
    ),
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
