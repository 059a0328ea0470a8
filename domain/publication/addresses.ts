import type { PublicDocument } from "./document";

/** The day of a moment is one of these three in every zone there is. */
function daysAround(moment: string): string[] {
  const day = 86_400_000;
  return [-day, 0, day].map((away) => new Date(Date.parse(moment) + away).toISOString().slice(0, 10));
}

/** The addresses of readers' pages that show anything of a story. Publishing, correcting and withdrawing drop their
 * ready copies. A path stands for all its pages (`?before=…`). */
export function addressesTouchedBy(
  story: Pick<
    PublicDocument,
    "address" | "storyId" | "section" | "topics" | "authors" | "notes" | "publishedAt"
  >,
  former: readonly string[] = [],
): string[] {
  const feeds = ["/feed.xml", "/feed.atom", "/feed.json"];
  const followed = [
    `/${story.section.slug}`,
    ...story.topics.map((topic) => `/topic/${topic.slug}`),
    ...story.authors.map((author) => `/by/${author.slug}`),
  ];
  return [
    ...new Set([
      ...[story.address, ...former].flatMap((address) => [...addressesOfReplies(address), `${address}.json`]),
      "/",
      ...feeds,
      ...followed.flatMap((page) => [page, ...feeds.map((feed) => `${page}${feed}`)]),
      ...story.notes.flatMap((note) => [
        ...(note.slug ? [`/said/${note.slug}`] : []),
        ...(note.ref ? [`/quote/${note.ref}`] : []),
      ]),
      "/said",
      "/archive",
      ...daysAround(story.publishedAt).map((day) => `/archive/${day}`),
      "/corrections",
      "/search",
      "/api/stories",
      `/api/stories/${story.storyId}`,
      "/oembed",
      "/sitemap.xml",
      "/sitemap-stories.xml",
      "/news-sitemap.xml",
    ]),
  ];
}

/** The addresses that show the replies of a story: its own, and that of their pages. */
export const addressesOfReplies = (address: string): string[] => [address, `${address}/replies`];
