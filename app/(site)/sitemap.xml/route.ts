import { sitemapParts } from "@/db/queries/site/addresses";
import { escaped } from "@/domain/escaped";
import { sealedCursor } from "@/server/cursors";
import { siteOrigin } from "../origin";
import { answerXml } from "../xml";

export const dynamic = "force-dynamic";

/** The index of the sitemap: one part of the paper's own pages, and one for every ten thousand stories. */
export async function GET(): Promise<Response> {
  const parts = await sitemapParts();
  const part = (address: string, changed?: Date) =>
    `<sitemap><loc>${escaped(siteOrigin() + address)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ""}</sitemap>`;
  const listed = [
    part("/sitemap-pages.xml"),
    ...parts.map(({ from, changed }) =>
      part(`/sitemap-stories.xml?from=${sealedCursor("/sitemap-stories.xml", from)}`, changed),
    ),
  ];
  return answerXml(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed.join("\n")}\n</sitemapindex>`,
  );
}
