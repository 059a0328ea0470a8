import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { BreakingBar, Placed } from "@/components/site/front-page";
import { sectionFront } from "@/db/queries/site/front";
import { headingInstead, sectionNamed } from "@/db/queries/site/headings";
import { newestStories, pageLength } from "@/db/queries/site/lists";
import { behindStory, isSlug, pageOf, type Query, readPart } from "../addresses";
import { feedsUnder } from "../feeds";
import { MissingPage, missingMetadata } from "../missing";
import { thePaper } from "../the-paper";

type Props = { params: Promise<{ section: string }>; searchParams: Query };

/** The section at this address. One that was renamed is redirected to. */
const sectionAt = cache(async (slug: string) => {
  if (!isSlug(slug)) return undefined;
  const { sections } = await thePaper();
  // One that was retired is not among them, and still has what was published in it.
  const section = sections.find((each) => each.slug === slug) ?? (await sectionNamed(slug));
  if (section) return section;
  const now = await headingInstead("section", slug);
  return now ? permanentRedirect(`/${now}`) : undefined;
});

async function sectionAsked({ params, searchParams }: Props) {
  const shown = await thePaper();
  const section = await sectionAt(readPart((await params).section));
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
  const [found, front] = await Promise.all([
    newestStories({ sectionId: section.id, before }),
    before ? null : sectionFront(section),
  ]);
  const { items, older } = pageOf(found, pageLength, `/${section.slug}`, (story) => story.storyId);
  return (
    <Frame shown={shown} current={section.slug}>
      <BreakingBar breaking={shown.paper.breaking} />
      <header className="list-head">
        <h1>
          <bdi>{section.name}</bdi>
        </h1>
        <p>
          <a href={`/${section.slug}/feed.xml`}>Feed of this section</a>
        </p>
      </header>
      {front ? (
        <div className="curated">
          <Placed {...front} clock={shown.paper} />
        </div>
      ) : null}
      <StoryList
        stories={front ? items.filter((story) => !isPlaced(story.storyId, front.placed)) : items}
        clock={shown.paper}
        older={older}
        led={!front && !before}
        within={section.slug}
        empty={
          front ? "" : before ? "There is nothing older." : "No story has been published in this section yet."
        }
      />
    </Frame>
  );
}

const isPlaced = (storyId: string, placed: ReadonlyMap<string, { storyId: string }>): boolean =>
  [...placed.values()].some((story) => story.storyId === storyId);
