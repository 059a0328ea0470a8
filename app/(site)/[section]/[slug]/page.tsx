import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { StoryPage } from "@/components/site/drawn";
import { WithdrawnPage } from "@/components/site/withdrawn-page";
import { documentsShown } from "@/db/queries/site/documents";
import { readNext } from "@/db/queries/site/lists";
import { facesOf } from "@/db/queries/site/media";
import { repliesLength } from "@/db/queries/site/replies";
import {
  addressInstead,
  correctionsOf,
  onlyAddressAmong,
  type PublicationShown,
  publicationAt,
} from "@/db/queries/site/story";
import { cardOfStory } from "@/domain/publication/card";
import {
  type PublicDocument,
  type PublicDocumentLink,
  type PublicNote,
  pictureAddress,
} from "@/domain/publication/document";
import { isSlug, readPart } from "../../addresses";
import { cardImages } from "../../card-images";
import { embedLinks } from "../../embed-links";
import { MissingPage, missingMetadata } from "../../missing";
import { siteOrigin } from "../../origin";
import { thePaper } from "../../the-paper";
import { repliesListed } from "./replies-listed";

type Props = { params: Promise<{ section: string; slug: string }> };

/** The publication at this address. One that moved is redirected to, by its former address or from under another section. */
const publicationAsked = cache(
  async (section: string, slug: string): Promise<PublicationShown | undefined> => {
    if (!isSlug(section) || !isSlug(slug)) return undefined;
    const address = `/${section}/${slug}`;
    const publication = await publicationAt(address);
    if (publication) return publication;
    const moved = (await addressInstead(address)) ?? (await addressElsewhere(slug));
    return moved ? permanentRedirect(moved) : undefined;
  },
);

async function addressElsewhere(slug: string): Promise<string | undefined> {
  const { sections } = await thePaper();
  return onlyAddressAmong(sections.map((section) => `/${section.slug}/${slug}`));
}

async function publicationOfParams(params: Props["params"]) {
  const { section, slug } = await params;
  return publicationAsked(readPart(section), readPart(slug));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const publication = await publicationOfParams(params);
  if (!publication) return missingMetadata;
  // The server in front answers 410 to a page that says so.
  if (publication.withdrawnAt) {
    return { title: "Withdrawn", robots: { index: false }, other: { "verbatim-status": "410" } };
  }
  const story = publication.document;
  const { paper } = await thePaper();
  const images = imagesOf(publication.storyId, story, paper.name);
  return {
    title: story.headline,
    description: story.standfirst,
    authors: story.authors.map((author) => ({ name: author.name, url: `/by/${author.slug}` })),
    alternates: {
      canonical: publication.address,
      types: {
        "application/json": [{ url: `${publication.address}.json`, title: "ninjs" }],
        ...embedLinks(publication.address, story.headline),
      },
    },
    openGraph: {
      type: "article",
      siteName: paper.name,
      url: publication.address,
      title: story.headline,
      description: story.standfirst,
      publishedTime: publication.publishedAt.toISOString(),
      modifiedTime: publication.updatedAt.toISOString(),
      authors: story.authors.map((author) => new URL(`/by/${author.slug}`, siteOrigin()).href),
      section: story.section.name,
      tags: story.topics.map((topic) => topic.name),
      images,
    },
    twitter: { card: images.length > 0 ? "summary_large_image" : "summary", images },
    robots: { index: true, follow: true, "max-image-preview": "large" },
  };
}

/** What stands beside a link to it elsewhere: its card; where that cannot be drawn, its own picture. */
function imagesOf(storyId: string, story: PublicDocument, paperName: string) {
  const card = cardImages(storyId, cardOfStory(story, paperName));
  const largest = story.hero?.widths.at(-1);
  if (card.length > 0 || !story.hero || !largest) return card;
  return [
    {
      url: pictureAddress(story.hero, largest, "jpg"),
      width: largest,
      height: Math.round((largest * story.hero.height) / story.hero.width),
      alt: story.hero.alt,
    },
  ];
}

/** Each note with the documents that readers may open beside it at this moment. */
const withDocuments = (notes: readonly PublicNote[], documents: readonly PublicDocumentLink[]) =>
  notes.map((note) => ({ ...note, documents: documents.filter((each) => each.number === note.number) }));

export default async function Story({ params }: Props) {
  const publication = await publicationOfParams(params);
  if (!publication) return <MissingPage />;
  const shown = await thePaper();
  if (publication.withdrawnAt) {
    return (
      <WithdrawnPage shown={shown} withdrawnAt={publication.withdrawnAt} note={publication.withdrawalNote} />
    );
  }
  const { storyId, document } = publication;
  const [documents, corrections, replies, { related, next }, faces] = await Promise.all([
    documentsShown(storyId),
    correctionsOf(storyId),
    repliesListed({ ...publication, document }, repliesLength.story),
    readNext(
      storyId,
      document.section.slug,
      document.topics.map((topic) => topic.slug),
      document.notes.flatMap((note) => note.slug ?? []),
    ),
    facesOf(document.authors.map((author) => author.slug)),
  ]);
  return (
    <StoryPage
      shown={shown}
      story={{
        ...document,
        notes: withDocuments(document.notes, documents),
        address: publication.address,
        storyId,
      }}
      updatedAt={publication.updatedAt}
      corrections={corrections}
      replies={replies}
      related={related}
      next={next}
      faces={faces}
      origin={siteOrigin()}
    />
  );
}
