import { answerPage } from "../answer-page";

/** What a form or a link of the newsletter answers. `button` is a form that posts to the same address; without one
 * there is a way on: to ask for the newsletter, or to the front page. */
export function newsletterAnswer(
  status: number,
  given: {
    readonly title: string;
    readonly text: string;
    readonly button?: string;
    readonly askAgain?: true;
  },
): Promise<Response> {
  const { title, text, button, askAgain } = given;
  const body = (
    <>
      <p>{text}</p>
      {button ? (
        <form method="post">
          <button type="submit">{button}</button>
        </form>
      ) : (
        <p>
          {askAgain ? (
            <>
              <a href="/newsletter">Ask for the newsletter</a> ·{" "}
            </>
          ) : null}
          <a href="/">Front page</a>
        </p>
      )}
    </>
  );
  return answerPage(status, { title, body, secret: true });
}

/** The longest token there is has 43 characters; whatever else comes is none. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
