import { type ReplyTyped, replyLimits } from "@/domain/reply";
import { answerPage } from "../answer-page";

type Typed = ReplyTyped & { storyId: string; answers: string };

/** The page that says why a reply was not kept, with what was typed ready to be sent again. */
export function refusedPage(
  status: number,
  { why, typed }: { why: readonly string[]; typed?: Typed },
): Promise<Response> {
  const body = (
    <>
      <div role="alert" className="why">
        {why.length === 1 ? (
          <p>{why[0]}</p>
        ) : (
          <ul>
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
      {typed ? (
        <SentAgain typed={typed} />
      ) : (
        <p>
          <a href="/">Front page</a>
        </p>
      )}
    </>
  );
  return answerPage(status, { title: "The reply was not sent", body });
}

function SentAgain({ typed }: { typed: Typed }) {
  return (
    <>
      <p>What you typed is here. Change it and send it again.</p>
      <form method="post" action="/replies" acceptCharset="utf-8">
        <input type="hidden" name="story" value={typed.storyId} />
        {typed.answers ? <input type="hidden" name="answers" value={typed.answers} /> : null}
        <label htmlFor="reply">Reply</label>
        <textarea
          id="reply"
          name="reply"
          rows={8}
          required
          maxLength={replyLimits.text}
          dir="auto"
          defaultValue={typed.text}
        />
        <label htmlFor="name">Name</label>
        <input
          id="name"
          name="name"
          required
          maxLength={replyLimits.name}
          autoComplete="name"
          dir="auto"
          defaultValue={typed.name}
        />
        <label htmlFor="email">Email</label>
        <input
          id="email"
          name="email"
          type="email"
          required
          maxLength={replyLimits.email}
          autoComplete="email"
          defaultValue={typed.email}
        />
        <button type="submit">Send reply</button>
      </form>
    </>
  );
}
