import { addressesOfTwoDays } from "@/db/queries/site/addresses";
import { escaped } from "@/domain/escaped";
import { siteOrigin } from "../origin";
import { thePaper } from "../the-paper";
import { answerXml } from "../xml";

export const dynamic = "force-dynamic";

/** The stories of the last two days, as news search engines ask for them. */
export async function GET(): Promise<Response> {
  const [{ paper }, stories] = await Promise.all([thePaper(), addressesOfTwoDays()]);
  const origin = siteOrigin();
  const places = stories.map((story) => {
    const language = story.language.split("-")[0] ?? "en";
    return [
      `<url><loc>${escaped(origin + story.address)}</loc><news:news>`,
      `<news:publication><news:name>${escaped(paper.name)}</news:name><news:language>${escaped(language)}</news:language></news:publication>`,
      `<news:publication_date>${story.publishedAt.toISOString()}</news:publication_date>`,
      `<news:title>${escaped(story.headline)}</news:title></news:news></url>`,
    ].join("");
  });
  const spaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
  return answerXml(`<urlset ${spaces}>\n${places.join("\n")}\n</urlset>`);
}
