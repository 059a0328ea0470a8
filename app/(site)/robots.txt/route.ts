import { siteOrigin } from "../origin";

export const dynamic = "force-dynamic";

/** Everything of the site may be read by machines, nothing of the desk. */
export function GET(): Response {
  const origin = siteOrigin();
  const lines = [
    "User-agent: *",
    "Disallow: /desk",
    "Allow: /api/stories",
    "Disallow: /api/",
    "Disallow: /search",
    "Disallow: /replies",
    "Disallow: /support",
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/news-sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
