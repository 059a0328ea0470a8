import { confirmSubscriber, subscriberOf } from "@/db/readers/subscribers";
import { isToken, plainAnswer } from "../../plain-answer";

export const dynamic = "force-dynamic";
type Context = { params: Promise<{ token: string }> };

const spent = {
  title: "This link has run out",
  text: "It was used up, or is older than seven days. Ask for the newsletter again.",
};

/** A machine that looks into mail opens links: only the press of a button says yes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const found = isToken(token) ? await subscriberOf("confirm", token) : null;
  if (!found || found.state === "left") return plainAnswer(404, spent);
  if (found.state === "confirmed") return done();
  return plainAnswer(200, {
    title: "Do you wish the newsletter?",
    text: "It comes once a day. You can leave it with one press at any time.",
    button: "Yes, send it to me",
  });
}

export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return isToken(token) && (await confirmSubscriber(token)) ? done() : plainAnswer(404, spent);
}

const done = () =>
  plainAnswer(200, { title: "You have the newsletter", text: "The next one comes to your mailbox." });
