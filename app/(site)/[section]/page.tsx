import type { Metadata } from "next";
import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { newestStories, pageLength } from "@/db/queries/site/lists";
import { behindStory, pageOf, type Query, readPart } from "../addresses";
import { feedsUnder } from "../feeds";
import { MissingPage, missingMetadata } from "../missing";
import { thePaper } from "../the-paper";

type Props = { params: Promise<{ section: string }>; searchParams: Query };

async function sectionAsked({ params, searchParams }: Props) {
  const shown = await thePaper();
  const slug = readPart((await params).section);
  const section = shown.sections.find((each) => each.slug === slug);
  const before = behindStory((await searchParams).before);
  return section && before !== null ? { shown, section, before } : undefined;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const asked = await sectionAsked(props);
  if (!asked) return missingMetadata;
  const { section } = asked;
  const at = `/${section.slug}`;
  return {
    title: section.name,
    alternates: {
      canonical: at,
      types: feedsUnder(at, section.name),
    },
  };
}

export default async function SectionPage(props: Props) {
  const asked = await sectionAsked(props);
  if (!asked) return <MissingPage />;
  const { shown, section, before } = asked;
  const found = await newestStories({ sectionId: section.id, before });
  const { items, older } = pageOf(found, pageLength, `/${section.slug}`, (story) => story.storyId);
  return (
    <Frame shown={shown} current={section.slug}>
      <header className="list-head">
        <h1>
          <bdi>{section.name}</bdi>
        </h1>
        <p>
          <a href={`/${section.slug}/feed.xml`}>Feed of this section</a>
        </p>
      </header>
      <StoryList
        stories={items}
        clock={shown.paper}
        older={older}
        empty={before ? "There is nothing older." : "No story has been published in this section yet."}
      />
    </Frame>
  );
}
