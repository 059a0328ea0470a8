import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { authorNamed, pageLength, storiesBy } from "@/db/queries/site/lists";
import { behindStory, isSlug, pageOf, type Query, readPart } from "../../addresses";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ person: string }>; searchParams: Query };

const authorAsked = cache(async (person: string) => {
  const slug = readPart(person);
  const author = isSlug(slug) ? await authorNamed(slug) : undefined;
  return author ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const author = await authorAsked((await params).person);
  return {
    title: author.name,
    description: `Stories by ${author.name}${author.title ? `, ${author.title}` : ""}.`,
    alternates: { canonical: `/by/${author.slug}` },
  };
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const author = await authorAsked((await params).person);
  const before = behindStory((await searchParams).before);
  if (before === null) notFound();
  const [shown, found] = await Promise.all([thePaper(), storiesBy(author.slug, before)]);
  const { items, older } = pageOf(found, pageLength, `/by/${author.slug}`, (story) => story.storyId);
  return (
    <Frame shown={shown}>
      <header className="list-head">
        <h1>
          <bdi>{author.name}</bdi>
        </h1>
        {author.title ? <p dir="auto">{author.title}</p> : null}
      </header>
      <StoryList stories={items} clock={shown.paper} older={older} empty="There is nothing older." />
    </Frame>
  );
}
