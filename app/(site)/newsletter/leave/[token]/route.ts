import { leaveNewsletter } from "@/db/readers/subscribers";
import { isToken, newsletterAnswer } from "../../newsletter-answer";

export const dynamic = "force-dynamic";
type Context = { params: Promise<{ token: string }> };

export function GET(): Promise<Response> {
  return newsletterAnswer(200, {
    title: "Leave the newsletter",
    text: "One press, and no more letters come.",
    button: "Leave the newsletter",
  });
}

/** Ends the newsletter, by the button of the page or by a mail program on its own (RFC 8058): the link itself is the
 * right to it, and it is answered alike whether it is known or not. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  if (isToken(token)) await leaveNewsletter(token);
  return newsletterAnswer(200, {
    title: "You have left the newsletter",
    text: "No more letters come. You can ask for it again at any time.",
    askAgain: true,
  });
}
