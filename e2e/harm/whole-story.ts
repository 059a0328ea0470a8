import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { database } from "@/db/client";
import { paperOf } from "@/db/queries/desk/paper";
import { newId } from "@/db/schema/columns";
import { topics } from "@/db/schema/paper";
import { publicationQuotes } from "@/db/schema/publications";
import { quoteOnRecord } from "@/db/testing/people";
import { letterOfDay, newsroomNow } from "@/db/write-digest";
import { slugOf } from "@/domain/slugs";
import { type ApprovedStory, approvedStory, putOut } from "../live-story";
import { type APIRequestContext, expect, type Newsroom } from "../newsroom";

const origin = () => new URL(process.env.BASE_URL ?? "").origin;

/** A picture that the desk has taken in, of one colour. */
async function picture(request: APIRequestContext) {
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#2b6" } })
    .png()
    .toBuffer();
  const answer = await request.post("/desk/media", {
    headers: { origin: origin() },
    multipart: { file: { name: "green.png", mimeType: "image/png", buffer }, alt: "A green field" },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; name: string; widths: number[] };
}

export type WholeStory = ApprovedStory & {
  /** One word of the headline, to search by, and one that stands beside it and nowhere else. */
  readonly asked: string;
  readonly telling: string;
  readonly speaker: string;
  readonly topic: string;
  /** The smallest file of its picture. */
  readonly file: string;
  /** Where it is, or would be, published. */
  readonly address: string;
  /** A story of the same section and topic that is live. */
  readonly neighbour: string;
};

const word = (start: string): string => `${start}${randomBytes(4).toString("hex")}`;

/** A story with everything that a story can have, approved and not published: a picture, a topic, the words of a
 * speaker; and a live one beside it. What it is about is said in one word that stands nowhere else. */
export async function wholeStory(newsroom: Newsroom): Promise<WholeStory> {
  const reporter = await newsroom.person("reporter");
  const { id: mediaId, name, widths } = await picture((await newsroom.signedIn(reporter)).request);
  const topic = word("topic");
  const topicId = newId();
  await database().insert(topics).values({ id: topicId, slug: topic, name: topic });
  const [asked, telling] = [word("harbour"), word("zanzibar")];
  const speaker = `Ada ${telling}`;
  const words = `We have known of the ${telling} for years`;
  const { quoteId } = await quoteOnRecord(reporter, words, { name: speaker });
  const beside = await approvedStory(newsroom, { topicIds: [topicId] });
  const neighbour = await putOut(beside);
  const story = await approvedStory(newsroom, {
    reporter,
    section: beside.section,
    topicIds: [topicId],
    headline: `${asked} ${telling}`,
    hero: { mediaId, alt: `A green ${telling}`, caption: "", credit: "The paper" },
    said: { words, quoteId },
  });
  const address = `/${story.section.slug}/${slugOf(story.headline)}`;
  const file = `/media/${name}-${widths[0]}.webp`;
  return { ...story, asked, telling, speaker, topic, file, address, neighbour };
}

/** The address of its quotation, once it is published. */
async function quoteOf(id: string): Promise<string | null> {
  const [quote] = await database()
    .select({ ref: publicationQuotes.ref })
    .from(publicationQuotes)
    .where(eq(publicationQuotes.storyId, id));
  return quote?.ref ?? null;
}

/** The card that the page at an address names, where it has one. */
async function cardAt(request: APIRequestContext, address: string): Promise<string | null> {
  const html = await (await request.get(address)).text();
  const card = /<meta property="og:image" content="([^"]+\/cards\/[^"]+)"/.exec(html)?.[1];
  return card ? new URL(card).pathname : null;
}

export type Own = {
  readonly quote: string;
  readonly storyCard: string;
  readonly quoteCard: string;
};

/** What addresses the story brought with it, asked while it is live. */
export async function ownAddresses(request: APIRequestContext, story: WholeStory): Promise<Own> {
  const ref = await quoteOf(story.id);
  const quote = `/quote/${ref}`;
  const [storyCard, quoteCard] = [await cardAt(request, story.address), await cardAt(request, quote)];
  if (!ref || !storyCard || !quoteCard) throw new Error("the story has no quotation or no cards");
  return { quote, storyCard, quoteCard };
}

/** A quotation and cards that are not there yet: what could be guessed of them. */
export const guessedAddresses = ({ id }: WholeStory): Own => ({
  quote: "/quote/222222222222",
  storyCard: `/cards/${id}/${"0".repeat(32)}.png`,
  quoteCard: `/cards/222222222222/${"0".repeat(32)}.png`,
});

/** The addresses that are of this story alone. Each answers nothing of it while it is not with readers. */
export function formsOf(story: WholeStory, { quote, storyCard, quoteCard }: Own): string[] {
  const embed = (path: string) => `/oembed?url=${encodeURIComponent(`${origin()}${path}`)}`;
  return [
    story.address,
    `${story.address}.json`,
    `${story.address}/replies`,
    `/api/stories/${story.id}`,
    embed(story.address),
    `${embed(story.address)}&format=xml`,
    quote,
    embed(quote),
    storyCard,
    quoteCard,
    story.file,
  ];
}

const today = async () => (await newsroomNow(database(), (await paperOf()).zone)).day;

/** Every list and feed in which readers and their programs may come upon the story. */
async function listsWith(request: APIRequestContext, story: WholeStory): Promise<string[]> {
  const { section, reporter, topic, asked, speaker, neighbour } = story;
  const pages = ["", `/${section.slug}`, `/by/${reporter.slug}`, `/topic/${topic}`];
  const day = await today();
  const index = await (await request.get("/sitemap.xml")).text();
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => {
    const { pathname, search } = new URL((match[1] ?? "").replaceAll("&amp;", "&"));
    return pathname + search;
  });
  return [
    ...pages.map((page) => page || "/"),
    ...pages.flatMap((page) => ["xml", "atom", "json"].map((kind) => `${page}/feed.${kind}`)),
    `/said/${slugOf(speaker)}`,
    "/archive",
    `/archive/${day}`,
    `/search?q=${asked}`,
    ...parts,
    "/news-sitemap.xml",
    "/api/stories",
    `/api/stories?section=${section.slug}`,
    `/api/stories?author=${reporter.slug}`,
    `/api/stories?topic=${topic}`,
    neighbour,
  ];
}

const isPicture = (type: string | undefined) => /^image\//.test(type ?? "");

async function toldAt(
  request: APIRequestContext,
  paths: readonly string[],
  telling: string,
  ofPictures: boolean,
) {
  const told: string[] = [];
  for (const path of paths) {
    const answer = await request.get(path, { maxRedirects: 0 });
    const tells = isPicture(answer.headers()["content-type"])
      ? ofPictures
      : (await answer.text()).toLowerCase().includes(telling);
    if (tells) told.push(path);
  }
  return told;
}

/** The forms of the story at which a word of it is told now. A picture of it that is answered tells all that it is about,
 * and nothing of a change to its text. */
export const formsTelling = (
  request: APIRequestContext,
  story: WholeStory,
  own: Own,
  telling = story.telling,
) => toldAt(request, formsOf(story, own), telling, telling === story.telling);

/** The lists and feeds in which a word of the story, or of its address, is told now, and the newsletter. */
export async function listsTelling(
  request: APIRequestContext,
  story: WholeStory,
  telling = story.telling,
): Promise<string[]> {
  const told = await toldAt(request, await listsWith(request, story), telling, false);
  const letter = await letterOfDay(await today(), newId());
  return JSON.stringify(letter).toLowerCase().includes(telling) ? [...told, "the newsletter"] : told;
}

/** Every way out on which a word of the story is told now. */
export const waysOutTelling = async (
  request: APIRequestContext,
  story: WholeStory,
  own: Own,
  telling = story.telling,
): Promise<string[]> => [
  ...(await formsTelling(request, story, own, telling)),
  ...(await listsTelling(request, story, telling)),
];
