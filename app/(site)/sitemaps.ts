import { escaped } from "@/domain/escaped";
import { answerXml } from "./xml";

/** Answers a sitemap of these whole addresses, each with the moment it last changed where that is known. */
export function answerPlaces(places: readonly { at: string; changed?: Date }[]): Response {
  const lines = places.map(
    ({ at, changed }) =>
      `<url><loc>${escaped(at)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ""}</url>`,
  );
  return answerXml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("\n")}\n</urlset>`,
  );
}
