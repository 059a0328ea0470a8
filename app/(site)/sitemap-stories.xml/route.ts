import { sitemapPart } from "@/db/queries/site/addresses";
import { isId } from "@/domain/ids";
import { siteOrigin } from "../origin";
import { answerPlaces } from "../sitemaps";

export const dynamic = "force-dynamic";

/** One part of the sitemap: up to ten thousand stories, from the one that the address names. */
export async function GET(request: Request): Promise<Response> {
  const from = new URL(request.url).searchParams.get("from")?.split("~")[0];
  const stories = isId(from) ? await sitemapPart(from) : [];
  if (stories.length === 0) {
    return new Response("There is no such part.\n", {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
  return answerPlaces(
    stories.map(({ address, updatedAt }) => ({ at: siteOrigin() + address, changed: updatedAt })),
  );
}
