import type { Metadata } from "next";
import { cache } from "react";
import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { JsonLd } from "@/components/site/json-ld";
import { authorTold } from "@/components/site/structured-data";
import { authorNamed, pageLength, storiesBy } from "@/db/queries/site/lists";
import { facesOf } from "@/db/queries/site/media";
import { faceAddress } from "@/domain/publication/document";
import { behindStory, isSlug, pageOf, type Query, readPart } from "../../addresses";
import { feedsUnder } from "../../feeds";
import { MissingPage, missingMetadata } from "../../missing";
import { siteOrigin } from "../../origin";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ person: string }>; searchParams: Query };

const authorOf = cache(authorNamed);

async function authorAsked({ params, searchParams }: Props) {
  const slug = readPart((await params).person);
  const before = behindStory((await searchParams).before);
  const author = isSlug(slug) ? await authorOf(slug) : undefined;
  return author && before !== null ? { author, before } : undefined;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const asked = await authorAsked(props);
  if (!asked) return missingMetadata;
  const { author } = asked;
  return {
    title: author.name,
    description: `Stories by ${author.name}${author.title ? `, ${author.title}` : ""}.`,
    alternates: {
      canonical: `/by/${author.slug}`,
      types: feedsUnder(`/by/${author.slug}`, author.name),
    },
  };
}

export default async function AuthorPage(props: Props) {
  const asked = await authorAsked(props);
  if (!asked) return <MissingPage />;
  const { author, before } = asked;
  const [shown, found, faces] = await Promise.all([
    thePaper(),
    storiesBy(author.slug, before),
    facesOf([author.slug]),
  ]);
  const face = faces.get(author.slug);
  const { items, older } = pageOf(found, pageLength, `/by/${author.slug}`, (story) => story.storyId);
  return (
    <Frame shown={shown}>
      <JsonLd told={authorTold({ ...author, face }, shown.paper, siteOrigin())} />
      <header className="list-head">
        {face ? <img className="face" src={faceAddress(face)} width={88} height={88} alt="" /> : null}
        <h1>
          <bdi>{author.name}</bdi>
        </h1>
        {author.title ? <p dir="auto">{author.title}</p> : null}
        <p>
          <a href={`/by/${author.slug}/feed.xml`}>Feed of these stories</a>
        </p>
      </header>
      <StoryList stories={items} clock={shown.paper} older={older} empty="There is nothing older." />
    </Frame>
  );
}
