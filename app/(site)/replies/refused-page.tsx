import { ReplyFields } from "@/components/site/replies";
import type { ReplyTyped } from "@/domain/reply";
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
      <form method="post" action="/replies">
        <input type="hidden" name="story" value={typed.storyId} />
        {typed.answers ? <input type="hidden" name="answers" value={typed.answers} /> : null}
        <ReplyFields typed={typed} rows={8} />
        <button type="submit">Send reply</button>
      </form>
    </>
  );
}
