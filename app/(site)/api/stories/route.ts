import {
  authorNamed,
  type ListedStory,
  newestStories,
  pageLength,
  storiesBy,
  storiesOn,
  topicNamed,
} from "@/db/queries/site/lists";
import { pictureAddress } from "@/domain/publication/document";
import { behindStory, isSlug, pageOf } from "../../addresses";
import { siteOrigin } from "../../origin";
import { thePaper } from "../../the-paper";
import { answerJson } from "./answer";

export const dynamic = "force-dynamic";

const filters = ["section", "author", "topic"] as const;

/** Live stories, newest first, a page at a time: all, or of one section, author or topic. See docs/api.md. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const given = filters.filter((name) => query.has(name));
  const [filter] = given;
  if (given.length > 1) return answerJson({ error: "Give one of section, author and topic." }, 400);
  const before = behindStory(query.get("before") ?? undefined);
  const slug = filter ? (query.get(filter) ?? "") : "";
  const found = before === null ? null : await storiesAsked(filter, slug, before);
  if (!found) return answerJson({ error: "There is no such list of stories." }, 404);
  const { items, older } = pageOf(found, pageLength, "/api/stories", (story) => story.storyId);
  const narrowed = filter ? `&${filter}=${encodeURIComponent(slug)}` : "";
  return answerJson({
    stories: items.map(summary),
    next: older ? siteOrigin() + older + narrowed : null,
  });
}

async function storiesAsked(
  filter: (typeof filters)[number] | undefined,
  slug: string,
  before: string | undefined,
): Promise<ListedStory[] | null> {
  if (!filter) return newestStories({ before });
  if (!isSlug(slug)) return null;
  if (filter === "author") {
    const found = await storiesBy(slug, before);
    return found.length > 0 || (await authorNamed(slug)) ? found : null;
  }
  if (filter === "topic") {
    const topic = await topicNamed(slug);
    return topic ? storiesOn(topic.id, before) : null;
  }
  const section = (await thePaper()).sections.find((each) => each.slug === slug);
  return section ? newestStories({ sectionId: section.id, before }) : null;
}

function summary(story: ListedStory) {
  const at = (address: string) => new URL(address, siteOrigin()).href;
  const { picture } = story;
  const largest = picture?.widths.at(-1);
  return {
    id: story.storyId,
    url: at(story.address),
    api: at(`/api/stories/${story.storyId}`),
    headline: story.headline,
    standfirst: story.standfirst,
    kicker: story.kicker,
    language: story.language,
    byline: story.byline,
    section: { slug: story.sectionSlug, name: story.sectionName },
    published: story.publishedAt.toISOString(),
    updated: story.updatedAt.toISOString(),
    minutes: story.minutes,
    quotes: story.quoteCount,
    sources: story.sourceCount,
    picture:
      picture && largest
        ? { url: at(pictureAddress(picture, largest, "jpg")), alt: picture.alt, credit: picture.credit }
        : null,
  };
}
