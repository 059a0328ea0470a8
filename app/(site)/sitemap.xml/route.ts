import { liveAddresses } from "@/db/queries/site/addresses";
import { siteOrigin } from "../origin";
import { thePaper } from "../the-paper";
import { answerXml, escaped } from "../xml";

export const dynamic = "force-dynamic";

/** The front page, the sections, what is said of the paper, and every live story up to what one sitemap may hold. */
export async function GET(): Promise<Response> {
  const [{ sections }, stories] = await Promise.all([thePaper(), liveAddresses()]);
  const origin = siteOrigin();
  const place = (address: string, changed?: Date) =>
    `<url><loc>${escaped(origin + address)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ""}</url>`;
  const places = [
    ...["/", ...sections.map((section) => `/${section.slug}`), "/said", "/corrections", "/about"].map(
      (address) => place(address),
    ),
    ...stories.map((story) => place(story.address, story.updatedAt)),
  ];
  return answerXml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${places.join("\n")}\n</urlset>`,
  );
}
