import type { Head } from "@/components/site/document";
import type { PaperShown } from "@/components/site/shown";
import { StoryPage } from "@/components/site/story-page";
import { WithdrawnPage } from "@/components/site/withdrawn-page";
import { documentsShown } from "@/db/queries/site/documents";
import { readNext } from "@/db/queries/site/lists";
import { facesOf } from "@/db/queries/site/media";
import { repliesLength } from "@/db/queries/site/replies";
import { addressInstead, correctionsOf, onlyAddressAmong, publicationAt } from "@/db/queries/site/story";
import { cardOfStory } from "@/domain/publication/card";
import {
  type PublicDocument,
  type PublicDocumentLink,
  type PublicNote,
  pictureAddress,
} from "@/domain/publication/document";
import { storyAddress } from "../../addresses";
import { cardImages } from "../../card-images";
import { embedLinks } from "../../embed-links";
import { siteOrigin } from "../../origin";
import { missingPage, movedTo, type SitePage, sitePage } from "../../site-page";
import { thePaper } from "../../the-paper";
import { repliesListed } from "./replies-listed";

type Params = { section: string; slug: string };
type Live = NonNullable<Awaited<ReturnType<typeof publicationAt>>> & { document: PublicDocument };

export const dynamic = "force-dynamic";

export const GET = sitePage<Params>(async ({ params }) => {
  const address = storyAddress(params);
  if (!address) return missingPage();
  const [publication, shown] = await Promise.all([publicationAt(address), thePaper()]);
  if (!publication) {
    // One that moved is led to, by its former address or from under another section.
    const last = address.slice(address.lastIndexOf("/"));
    const elsewhere = shown.sections.map((each) => `/${each.slug}${last}`);
    const moved = (await addressInstead(address)) ?? (await onlyAddressAmong(elsewhere));
    return moved ? movedTo(moved) : missingPage(shown);
  }
  if (!publication.withdrawnAt) return storyPage(publication, shown);
  const { withdrawnAt, withdrawalNote } = publication;
  return {
    shown,
    status: 410,
    head: { title: "Withdrawn", robots: "noindex" },
    body: <WithdrawnPage shown={shown} withdrawnAt={withdrawnAt} note={withdrawalNote} />,
  };
});

async function storyPage(publication: Live, shown: PaperShown): Promise<SitePage> {
  const { storyId, document } = publication;
  const [documents, corrections, replies, { related, next }, faces] = await Promise.all([
    documentsShown(storyId),
    correctionsOf(storyId),
    repliesListed({ ...publication, document }, shown.paper, repliesLength.story),
    readNext(
      storyId,
      document.section.slug,
      document.topics.map((topic) => topic.slug),
      document.notes.flatMap((note) => note.slug ?? []),
    ),
    facesOf(document.authors.map((author) => author.slug)),
  ]);
  return {
    shown,
    head: headOf(publication, shown.paper.name),
    body: (
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
    ),
  };
}

function headOf(publication: Live, paperName: string): Head {
  const { address, document: story, storyId } = publication;
  return {
    title: story.headline,
    description: story.standfirst,
    canonical: address,
    robots: "max-image-preview:large",
    authors: story.authors.map((author) => ({ name: author.name, address: `/by/${author.slug}` })),
    forms: [
      { type: "application/json", address: `${address}.json`, title: "ninjs" },
      ...embedLinks(address, story.headline),
    ],
    shared: {
      type: "article",
      images: imagesOf(storyId, story, paperName),
      publishedAt: publication.publishedAt,
      modifiedAt: publication.updatedAt,
      section: story.section.name,
    },
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
