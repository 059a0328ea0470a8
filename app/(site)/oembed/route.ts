import { quoteAt } from "@/db/queries/site/quotes";
import { publicationAt } from "@/db/queries/site/story";
import { pictureAddress } from "@/domain/publication/document";
import { type Embedded, oembedOf, oembedXml } from "@/domain/publication/oembed";
import { readPart } from "../addresses";
import { siteOrigin } from "../origin";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

type Found = Omit<Embedded, "paperName" | "origin"> | "gone" | null;

/** What another site shows of a story or a quotation of ours when somebody puts its address there: oEmbed 1.0. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const format = query.get("format") ?? "json";
  if (format !== "json" && format !== "xml") return plain(501, "There is JSON and XML, and no other format.");
  const path = pathOf(query.get("url") ?? "");
  const found = path === null ? null : await embeddedAt(path);
  if (!found) return plain(404, "There is no story and no quotation at this address.");
  if (found === "gone") return plain(410, "What was at this address has been taken back.");
  const { paper } = await thePaper();
  const told = oembedOf({ ...found, paperName: paper.name, origin: siteOrigin() }, sizeIn(query));
  const headers = { "access-control-allow-origin": "*" };
  if (format === "json")
    return Response.json(told, { headers: { ...headers, "content-type": "application/json" } });
  return new Response(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${oembedXml(told)}\n`, {
    headers: { ...headers, "content-type": "text/xml; charset=utf-8" },
  });
}

function sizeIn(query: URLSearchParams): { width?: number; height?: number } {
  const [width, height] = [Number(query.get("maxwidth")), Number(query.get("maxheight"))];
  return { ...(width > 0 ? { width } : {}), ...(height > 0 ? { height } : {}) };
}

const pathOf = (url: string): string | null =>
  URL.canParse(url) && new URL(url).origin === new URL(siteOrigin()).origin
    ? new URL(url).pathname.split("/").map(readPart).join("/")
    : null;

const at = (address: string) => new URL(address, siteOrigin()).href;

async function embeddedAt(path: string): Promise<Found> {
  const ref = /^\/quote\/([2-9a-z]{12})$/.exec(path)?.[1];
  if (ref) return quoteEmbedded(ref);
  const publication = /^\/[^/\0]{1,200}\/[^/\0]{1,200}$/.test(path) ? await publicationAt(path) : undefined;
  if (!publication) return null;
  if (publication.withdrawnAt) return "gone";
  const { document: story, address } = publication;
  const [author] = story.authors;
  const largest = story.hero?.widths.at(-1);
  return {
    kind: "story",
    title: story.headline,
    text: story.standfirst,
    by: story.authors.map(({ name }) => name).join(", "),
    byAddress: author ? at(`/by/${author.slug}`) : null,
    address: at(address),
    language: story.language,
    picture:
      story.hero && largest
        ? {
            url: at(pictureAddress(story.hero, largest, "jpg")),
            width: largest,
            height: Math.round((largest * story.hero.height) / story.hero.width),
          }
        : null,
  };
}

async function quoteEmbedded(ref: string): Promise<Found> {
  const found = await quoteAt(ref);
  const quote = Array.isArray(found) ? found[0] : undefined;
  if (!quote) return found === "gone" ? "gone" : null;
  return {
    kind: "quote",
    title: quote.headline,
    text: quote.words,
    by: [quote.speakerName, quote.speakerRole].filter(Boolean).join(", "),
    byAddress: quote.speakerSlug ? at(`/said/${quote.speakerSlug}`) : null,
    address: at(`/quote/${ref}`),
    language: quote.language,
    picture: null,
  };
}

const plain = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
