import { escaped } from "@/domain/escaped";

export type FeedItem = {
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly language: string;
  readonly authors: readonly { readonly name: string; readonly address: string }[];
  readonly tags: readonly string[];
  readonly picture: string | undefined;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
};

/** A list of stories to be followed, its addresses whole. */
export type FeedShown = {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly paperName: string;
  /** The page that shows the same stories. */
  readonly page: string;
  /** Where this very feed is. */
  readonly self: string;
  readonly updatedAt: Date;
  readonly items: readonly FeedItem[];
};

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

/** RSS 2.0, with the whole text in `content:encoded`. */
export function rss(feed: FeedShown): string {
  const spaces = [
    'xmlns:atom="http://www.w3.org/2005/Atom"',
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:media="http://search.yahoo.com/mrss/"',
  ];
  return [
    `<rss version="2.0" ${spaces.join(" ")}><channel>`,
    element("title", feed.title),
    element("link", feed.page),
    element("description", feed.description),
    element("language", feed.language),
    element("lastBuildDate", feed.updatedAt.toUTCString()),
    `<atom:link rel="self" type="application/rss+xml" href="${escaped(feed.self)}"/>`,
    ...feed.items.map(rssItem),
    "</channel></rss>",
  ].join("\n");
}

function rssItem(item: FeedItem): string {
  return [
    "<item>",
    element("title", item.title),
    element("link", item.address),
    `<guid isPermaLink="true">${escaped(item.address)}</guid>`,
    element("pubDate", item.publishedAt.toUTCString()),
    ...item.authors.map((author) => element("dc:creator", author.name)),
    ...item.tags.map((tag) => element("category", tag)),
    element("description", item.summary),
    element("content:encoded", item.html),
    ...(item.picture
      ? [`<media:content url="${escaped(item.picture)}" medium="image" type="image/jpeg"/>`]
      : []),
    "</item>",
  ].join("\n");
}

/** Atom 1.0, with the whole text in `content`. */
export function atom(feed: FeedShown): string {
  return [
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    element("id", feed.self),
    element("title", feed.title),
    ...(feed.description ? [element("subtitle", feed.description)] : []),
    element("updated", feed.updatedAt.toISOString()),
    `<author>${element("name", feed.paperName)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>`,
    ...feed.items.map(atomEntry),
    "</feed>",
  ].join("\n");
}

function atomEntry(item: FeedItem): string {
  return [
    `<entry xml:lang="${escaped(item.language)}">`,
    element("id", item.address),
    element("title", item.title),
    `<link rel="alternate" type="text/html" href="${escaped(item.address)}"/>`,
    element("published", item.publishedAt.toISOString()),
    element("updated", item.updatedAt.toISOString()),
    ...item.authors.map(
      (author) => `<author>${element("name", author.name)}${element("uri", author.address)}</author>`,
    ),
    ...item.tags.map((tag) => `<category term="${escaped(tag)}"/>`),
    ...(item.summary ? [element("summary", item.summary)] : []),
    `<content type="html">${escaped(item.html)}</content>`,
    "</entry>",
  ].join("\n");
}

/** JSON Feed 1.1, with the whole text in `content_html`. */
export function jsonFeed(feed: FeedShown): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    ...(feed.description ? { description: feed.description } : {}),
    language: feed.language,
    items: feed.items.map((item) => ({
      id: item.address,
      url: item.address,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      date_published: item.publishedAt.toISOString(),
      date_modified: item.updatedAt.toISOString(),
      authors: item.authors.map(({ name, address }) => ({ name, url: address })),
      tags: item.tags,
      language: item.language,
      ...(item.picture ? { image: item.picture } : {}),
    })),
  });
}
