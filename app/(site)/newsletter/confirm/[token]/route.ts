import { confirmSubscriber, subscriberOf } from "@/db/readers/subscribers";
import { thePaper } from "../../../the-paper";
import { isToken, newsletterAnswer } from "../../newsletter-answer";

export const dynamic = "force-dynamic";
type Context = { params: Promise<{ token: string }> };

const spent = {
  title: "This link has run out",
  text: "It was used up, or is older than seven days. You can ask for the newsletter again.",
  askAgain: true,
} as const;

/** A machine that looks into mail opens links: only the press of a button says yes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const found = isToken(token) ? await subscriberOf("confirm", token) : null;
  if (!found || found.state === "left") return newsletterAnswer(404, spent);
  if (found.state === "confirmed") return done();
  return newsletterAnswer(200, {
    title: "Do you want the newsletter?",
    text: "It comes once a day. You can leave it with one press at any time.",
    button: "Yes, subscribe me",
  });
}

export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return isToken(token) && (await confirmSubscriber(token)) ? done() : newsletterAnswer(404, spent);
}

async function done(): Promise<Response> {
  const { paper } = await thePaper();
  return newsletterAnswer(200, {
    title: "You are subscribed",
    text: `The newsletter of ${paper.name} comes to your mailbox once a day, at about ${paper.newsletter.hour}. Each letter has a link to leave.`,
  });
}
