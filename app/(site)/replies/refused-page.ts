import { escaped } from "@/domain/escaped";
import { type ReplyTyped, replyLimits } from "@/domain/reply";
import { answerPage } from "../answer-page";

export type Refused = { why: readonly string[]; typed?: ReplyTyped & { storyId: string; answers: string } };

/** The page that says why a reply was not kept, with what was typed ready to be sent again. */
export function refusedPage(status: number, { why, typed }: Refused): Promise<Response> {
  const reasons =
    why.length === 1
      ? `<p>${escaped(why[0] ?? "")}</p>`
      : `<ul>${why.map((reason) => `<li>${escaped(reason)}</li>`).join("")}</ul>`;
  return answerPage(status, {
    title: "The reply was not sent",
    html: `<div role="alert" class="why">${reasons}</div>
${typed ? formOf(typed) : `<p><a href="/">Front page</a></p>`}`,
  });
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
