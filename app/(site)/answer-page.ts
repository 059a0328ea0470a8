import { directionOf } from "@/domain/direction";
import { escaped } from "@/domain/escaped";
import { logoAddress } from "@/domain/publication/document";
import { readersPolicy } from "@/server/policies";
import { siteFile } from "@/server/site-files";
import { firstFonts } from "../styles/first-fonts";
import { thePaper } from "./the-paper";

type Answer = {
  readonly title: string;
  /** What stands under the title: HTML in which every text is escaped. */
  readonly html: string;
  /** For an address that holds a secret: no other site learns of it. */
  readonly secret?: boolean;
};

/** What a reader's form or link answers, in the dress of the paper's pages. It is written by hand, since an answer to a
 * form is not one of the pages: it is kept nowhere, and what it says is the reader's alone. */
export async function answerPage(status: number, { title, html, secret }: Answer): Promise<Response> {
  const { paper, sections, sheets } = await thePaper();
  const name = paper.logo
    ? `<img src="${escaped(logoAddress(paper.logo))}" width="${paper.logo.width}" height="${paper.logo.height}" alt="${escaped(paper.name)}">`
    : `<bdi>${escaped(paper.name)}</bdi>`;
  const section = (address: string, words: string) =>
    `<li><a href="${escaped(address)}"><bdi>${escaped(words)}</bdi></a></li>`;
  const page = `<!doctype html>
<html lang="${escaped(paper.language)}" dir="${directionOf(paper.language)}" class="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} – ${escaped(paper.name)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${firstFonts.map((href) => `<link rel="preload" as="font" type="font/woff2" href="${href}" crossorigin>`).join("")}
<link rel="stylesheet" href="${sheets.page}">
<script src="${siteFile("site.js")}" defer blocking="render"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="site-head">
<div class="mast"><p><a href="/" class="name">${name}</a></p></div>
<nav class="sections" aria-label="Sections"><ul>${section("/", "Front page")}${sections.map((each) => section(`/${each.slug}`, each.name)).join("")}</ul><a class="find" href="/search">Search</a></nav>
</header>
<main id="main"><div class="plain">
<h1>${escaped(title)}</h1>
${html}
</div></main>
</body>
</html>
`;
  return new Response(page, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": readersPolicy,
      ...(secret && { "referrer-policy": "no-referrer" }),
    },
  });
}
