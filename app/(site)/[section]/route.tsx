import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { BreakingBar, Placed } from "@/components/site/front-page";
import { sectionFront } from "@/db/queries/site/front";
import { headingInstead, sectionNamed } from "@/db/queries/site/headings";
import { newestStories, pageLength } from "@/db/queries/site/lists";
import { behindStory, isSlug, pageOf, readPart } from "../addresses";
import { feedsUnder } from "../feeds";
import { missingPage, movedTo, sitePage } from "../site-page";
import { thePaper } from "../the-paper";

type Params = { section: string };

/** The section at this address, or where one is now that was renamed. */
async function sectionAt(slug: string, sections: Awaited<ReturnType<typeof thePaper>>["sections"]) {
  if (!isSlug(slug)) return undefined;
  // One that was retired is not among them, and still has what was published in it.
  const section = sections.find((each) => each.slug === slug) ?? (await sectionNamed(slug));
  if (section) return section;
  const now = await headingInstead("section", slug);
  return now ? movedTo(`/${now}`) : undefined;
}

export const dynamic = "force-dynamic";

export const GET = sitePage<Params>(async ({ params, query }) => {
  const shown = await thePaper();
  const section = await sectionAt(readPart(params.section), shown.sections);
  const before = behindStory(query.before);
  if (!section || before === null) return missingPage(shown);
  if ("movedTo" in section) return section;
  const [found, front] = await Promise.all([
    newestStories({ sectionId: section.id, before }),
    before ? null : sectionFront(section),
  ]);
  const { items, older } = pageOf(found, pageLength, `/${section.slug}`, (story) => story.storyId);
  return {
    shown,
    head: {
      title: section.name,
      canonical: `/${section.slug}`,
      forms: feedsUnder(`/${section.slug}`, section.name),
    },
    body: (
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
            front
              ? ""
              : before
                ? "There is nothing older."
                : "No story has been published in this section yet."
          }
        />
      </Frame>
    ),
  };
});

const isPlaced = (storyId: string, placed: ReadonlyMap<string, { storyId: string }>): boolean =>
  [...placed.values()].some((story) => story.storyId === storyId);
