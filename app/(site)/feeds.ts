import type { Form } from "@/components/site/document";
import { headingInstead, sectionNamed } from "@/db/queries/site/headings";
import {
  authorNamed,
  type ListedStory,
  newestStories,
  pageLength,
  storiesBy,
  storiesOn,
  topicNamed,
} from "@/db/queries/site/lists";
import { textsOf } from "@/db/queries/site/texts";
import type { Paper } from "@/domain/paper";
import { pictureAddress } from "@/domain/publication/document";
import { storyHtml } from "@/domain/publication/story-html";
import { isSlug, readPart } from "./addresses";
import { atom, type FeedItem, type FeedShown, jsonFeed, rss } from "./feed-formats";
import { siteOrigin } from "./origin";
import { thePaper } from "./the-paper";
import { answerXml } from "./xml";

/** What can be followed: the whole paper, a section, an author or a topic, by the name in its address. */
export type Followed =
  | { readonly of: "paper" }
  | { readonly of: "section" | "author" | "topic"; readonly slug: string };

type Found = { path: string; name: string; stories: ListedStory[] };

async function storiesFollowed(followed: Followed): Promise<Found | undefined> {
  if (followed.of === "paper")
    return { path: "", name: "", stories: await newestStories({ length: pageLength }) };
  const slug = readPart(followed.slug);
  if (!isSlug(slug)) return undefined;
  switch (followed.of) {
    case "section": {
      const section = await sectionNamed(slug);
      if (!section) return undefined;
      const stories = await newestStories({ sectionId: section.id, length: pageLength });
      return { path: `/${slug}`, name: section.name, stories };
    }
    case "author": {
      const author = await authorNamed(slug);
      return author && { path: `/by/${slug}`, name: author.name, stories: await storiesBy(slug, undefined) };
    }
    case "topic": {
      const topic = await topicNamed(slug);
      return (
        topic && { path: `/topic/${slug}`, name: topic.name, stories: await storiesOn(topic.id, undefined) }
      );
    }
  }
}

/** The newest stories with their whole text. Nothing in it is of the moment of asking, so that the same stories make
 * the same feed. */
async function feedOf(followed: Followed, file: string): Promise<FeedShown | undefined> {
  const [{ paper }, found] = await Promise.all([thePaper(), storiesFollowed(followed)]);
  if (!found) return undefined;
  const stories = found.stories.slice(0, pageLength);
  const texts = await textsOf(stories.map((story) => story.storyId));
  const at = (address: string) => new URL(address, siteOrigin()).href;
  return {
    title: found.name ? `${paper.name}: ${found.name}` : paper.name,
    description: paper.tagline || paper.name,
    language: paper.language,
    paperName: paper.name,
    page: at(found.path || "/"),
    self: at(`${found.path}/${file}`),
    updatedAt: new Date(Math.max(0, ...stories.map((story) => story.updatedAt.getTime()))),
    items: stories.flatMap((story) => {
      const text = texts.get(story.storyId);
      return text ? [itemOf(story, text, paper)] : [];
    }),
  };
}

type Text = NonNullable<Awaited<ReturnType<typeof textsOf>> extends Map<string, infer Each> ? Each : never>;

function itemOf(story: ListedStory, { document, corrections }: Text, paper: Paper): FeedItem {
  const at = (address: string) => new URL(address, siteOrigin()).href;
  const largest = story.picture?.widths.at(-1);
  return {
    address: at(story.address),
    title: story.headline,
    summary: story.standfirst,
    html: storyHtml(document, corrections, { origin: siteOrigin(), zone: paper.zone }),
    language: story.language,
    authors: document.authors.map(({ name, slug }) => ({ name, address: at(`/by/${slug}`) })),
    tags: [story.sectionName, ...document.topics.map((topic) => topic.name)],
    picture: story.picture && largest ? at(pictureAddress(story.picture, largest, "jpg")) : undefined,
    publishedAt: story.publishedAt,
    updatedAt: story.updatedAt,
  };
}

const kinds = {
  rss: { file: "feed.xml", answer: (feed: FeedShown) => answerXml(rss(feed), "application/rss+xml") },
  atom: { file: "feed.atom", answer: (feed: FeedShown) => answerXml(atom(feed), "application/atom+xml") },
  json: {
    file: "feed.json",
    answer: (feed: FeedShown) =>
      new Response(jsonFeed(feed), {
        headers: { "content-type": "application/feed+json; charset=utf-8" },
      }),
  },
};

/** Answers a feed, or 404 when there is nothing of that name. */
export async function answerFeed(kind: keyof typeof kinds, followed: Followed): Promise<Response> {
  const { file, answer } = kinds[kind];
  const feed = await feedOf(followed, file);
  if (feed) return answer(feed);
  const moved = await feedInstead(followed, file);
  return moved
    ? Response.redirect(new URL(moved, siteOrigin()), 308)
    : new Response("There is no such feed.\n", { status: 404, headers: plainText });
}

/** Where the feed of a section or topic is that was renamed. */
async function feedInstead(followed: Followed, file: string): Promise<string | undefined> {
  if (followed.of !== "section" && followed.of !== "topic") return undefined;
  const slug = readPart(followed.slug);
  const now = isSlug(slug) ? await headingInstead(followed.of, slug) : undefined;
  if (!now) return undefined;
  return followed.of === "topic" ? `/topic/${now}/${file}` : `/${now}/${file}`;
}

const plainText = { "content-type": "text/plain; charset=utf-8" };

/** The three feeds of a page, for the head of it: of the paper where the path is empty. */
export const feedsUnder = (path: string, title: string): Form[] => [
  { type: "application/rss+xml", address: `${path}/feed.xml`, title },
  { type: "application/atom+xml", address: `${path}/feed.atom`, title },
  { type: "application/feed+json", address: `${path}/feed.json`, title },
];
