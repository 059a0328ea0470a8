import { directionOf } from "@/domain/direction";
import { escaped } from "@/domain/escaped";
import type { Paper } from "@/domain/paper";
import { type ReplyTyped, replyLimits } from "@/domain/reply";

export type Refused = { why: readonly string[]; typed?: ReplyTyped & { storyId: string; answers: string } };

/** The page that says why a reply was not kept, with what was typed ready to be sent again. It is written by hand, since
 * an answer to a form is not one of the pages; every text in it is escaped. */
export function refusedPage(paper: Pick<Paper, "name" | "language">, { why, typed }: Refused): string {
  const reasons = why.map((reason) => `<li>${escaped(reason)}</li>`).join("");
  return `<!doctype html>
<html lang="${escaped(paper.language)}" dir="${directionOf(paper.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>The reply was not sent – ${escaped(paper.name)}</title>
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<header><a href="/">${escaped(paper.name)}</a></header>
<main>
<h1>The reply was not sent</h1>
<div role="alert"><ul>${reasons}</ul></div>
${typed ? formOf(typed) : `<p><a href="/">Front page</a></p>`}
</main>
</body>
</html>
`;
}

function formOf(typed: ReplyTyped & { storyId: string; answers: string }): string {
  return `<p>What you typed is here. Change it and send it again.</p>
<form method="post" action="/replies" accept-charset="utf-8">
<input type="hidden" name="story" value="${escaped(typed.storyId)}">
${typed.answers ? `<input type="hidden" name="answers" value="${escaped(typed.answers)}">` : ""}
<label for="reply">Reply</label>
<textarea id="reply" name="reply" rows="8" required maxlength="${replyLimits.text}" dir="auto">
${escaped(typed.text)}</textarea>
<label for="name">Name</label>
<input id="name" name="name" required maxlength="${replyLimits.name}" autocomplete="name" dir="auto" value="${escaped(typed.name)}">
<label for="email">Email</label>
<input id="email" name="email" type="email" required maxlength="${replyLimits.email}" autocomplete="email" value="${escaped(typed.email)}">
<button type="submit">Send reply</button>
</form>`;
}
