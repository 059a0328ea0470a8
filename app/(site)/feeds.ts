import { Feed } from "feed";
import { pictureAddress } from "@/components/story-body/picture";
import { newestStories } from "@/db/queries/site/lists";
import { siteOrigin } from "./origin";
import { thePaper } from "./the-paper";

const feedLength = 40;

/** The newest stories of the paper, or of the section with this slug; nothing when there is no such section.
 * Nothing in it is of the moment of asking, so that the same stories make the same feed. */
async function newsFeed(sectionSlug: string | undefined): Promise<Feed | undefined> {
  const { paper, sections } = await thePaper();
  const section = sections.find((each) => each.slug === sectionSlug);
  if (sectionSlug !== undefined && !section) return undefined;
  const stories = await newestStories({ ...(section ? { sectionId: section.id } : {}), length: feedLength });
  const at = (address: string) => new URL(address, siteOrigin()).href;
  const path = section ? `/${section.slug}` : "";
  const feed = new Feed({
    title: section ? `${paper.name}: ${section.name}` : paper.name,
    description: paper.tagline || paper.name,
    id: at(path || "/"),
    link: at(path || "/"),
    language: paper.language,
    copyright: paper.name,
    generator: "Verbatim",
    updated: new Date(Math.max(0, ...stories.map((story) => story.updatedAt.getTime()))),
    feedLinks: { rss: at(`${path}/feed.xml`), atom: at(`${path}/feed.atom`), json: at(`${path}/feed.json`) },
  });
  for (const story of stories) {
    const largest = story.picture?.widths.at(-1);
    feed.addItem({
      title: story.headline,
      id: at(story.address),
      guid: at(story.address),
      link: at(story.address),
      description: story.standfirst,
      date: story.updatedAt,
      published: story.publishedAt,
      ...(story.byline ? { author: [{ name: story.byline }] } : {}),
      category: [{ name: story.sectionName }],
      ...(story.picture && largest ? { image: at(pictureAddress(story.picture, largest, "jpg")) } : {}),
    });
  }
  return feed;
}

const kinds = {
  rss: { type: "application/rss+xml", written: (feed: Feed) => feed.rss2() },
  atom: { type: "application/atom+xml", written: (feed: Feed) => feed.atom1() },
  json: { type: "application/feed+json", written: (feed: Feed) => feed.json1() },
};

/** Answers a feed of the paper or of one of its sections. */
export async function answerFeed(kind: keyof typeof kinds, sectionSlug?: string): Promise<Response> {
  const feed = await newsFeed(sectionSlug);
  if (!feed) return new Response("There is no such section.\n", { status: 404, headers: plainText });
  const { type, written } = kinds[kind];
  return new Response(written(feed), { headers: { "content-type": `${type}; charset=utf-8` } });
}

const plainText = { "content-type": "text/plain; charset=utf-8" };
