import { quoteAt } from "@/db/queries/site/quotes";
import { publicationNamed } from "@/db/queries/site/story";
import { isId } from "@/domain/ids";
import { type Card, canBeDrawn, cardOfQuote, cardOfStory } from "@/domain/publication/card";
import { cardAddress, cardFile } from "@/server/pictures/card-file";
import { siteOrigin } from "../../../origin";
import { thePaper } from "../../../the-paper";

export const dynamic = "force-dynamic";

/** The card of a live story or of a quotation in one, as it is now: an address with words that were corrected since leads
 * to the one with the new words, and one of a story that was withdrawn to nothing. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ of: string; file: string }> },
): Promise<Response> {
  const { of, file } = await params;
  const card = await cardNow(of);
  if (card === "gone") return plain(410, "What this picture was of has been taken back.");
  if (!card || !canBeDrawn(card) || !/^[0-9a-f]{32}\.png$/.test(file))
    return plain(404, "There is no such picture.");
  const address = cardAddress(of, card);
  if (address !== `/cards/${of}/${file}`) {
    const headers = { location: new URL(address, siteOrigin()).href, "cache-control": "no-store" };
    return new Response(null, { status: 307, headers });
  }
  const bytes = await cardFile(card);
  if (!bytes) return plain(503, "Too many pictures are being made just now. Please ask again in a minute.");
  return new Response(bytes, {
    headers: {
      "content-type": "image/png",
      // As the pictures of a story: one withdrawn is soon gone from browsers too.
      "cache-control": "public, max-age=60, s-maxage=1, must-revalidate",
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
}

async function cardNow(of: string): Promise<Card | "gone" | null> {
  if (isId(of)) {
    const publication = await publicationNamed(of);
    if (!publication) return null;
    if (publication.withdrawnAt) return "gone";
    return cardOfStory(publication.document, (await thePaper()).paper.name);
  }
  const found = /^[2-9a-z]{12}$/.test(of) ? await quoteAt(of) : null;
  const newest = Array.isArray(found) ? found[0] : found;
  if (!newest || newest === "gone") return newest ?? null;
  return cardOfQuote(newest, (await thePaper()).paper.name);
}

const plain = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
