import { directionOf } from "@/domain/direction";
import { escaped } from "@/domain/escaped";
import { thePaper } from "../the-paper";

/** What a form or a link of the newsletter answers: a page written by hand, with every text in it escaped. `button` is a
 * form that posts to the same address. */
export async function plainAnswer(
  status: number,
  given: { readonly title: string; readonly text: string; readonly button?: string },
): Promise<Response> {
  const { paper } = await thePaper();
  const { title, text, button } = given;
  const html = `<!doctype html>
<html lang="${escaped(paper.language)}" dir="${directionOf(paper.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} – ${escaped(paper.name)}</title>
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<header><a href="/">${escaped(paper.name)}</a></header>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${button ? `<form method="post"><button type="submit">${escaped(button)}</button></form>` : `<p><a href="/">Front page</a></p>`}
</main>
</body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "content-security-policy":
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}

/** The longest token there is has 43 characters; whatever else comes is none. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
