import type { APIRequestContext } from "@playwright/test";

export type Crawled = {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
};

/** Follows every link of the site from these addresses on, as a crawler would: pages, feeds, maps. Never the desk. */
export async function crawl(
  request: APIRequestContext,
  from: readonly string[],
  most = 150,
): Promise<Crawled[]> {
  const origin = new URL(process.env.BASE_URL ?? "").origin;
  const seen = new Set(from);
  const waiting = [...from];
  const found: Crawled[] = [];
  for (let path = waiting.shift(); path && found.length < most; path = waiting.shift()) {
    const reply = await request.get(path, { maxRedirects: 0 });
    const type = reply.headers()["content-type"] ?? "";
    const isText = /^(?:text|application)\//.test(type);
    const text = isText ? await reply.text() : "";
    found.push({ path, status: reply.status(), type, text });
    for (const next of linksIn(text, origin)) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return found;
}

function linksIn(text: string, origin: string): string[] {
  const links = [...text.matchAll(/(?:href|src)="([^"#]+)[^"]*"|<loc>([^<]+)<\/loc>/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  return links.flatMap((link) => {
    const url = URL.canParse(link.replaceAll("&amp;", "&"), origin)
      ? new URL(link.replaceAll("&amp;", "&"), origin)
      : null;
    const isOurs = url?.origin === origin || url?.origin === "http://localhost:3000";
    if (!url || !isOurs || /^\/(?:desk|_next|icon|fonts)/.test(url.pathname)) return [];
    return [`${url.pathname}${url.search}`];
  });
}
