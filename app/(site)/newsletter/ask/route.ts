import { countAttempt, hashedEmail, hashedMachine } from "@/db/readers/attempts";
import { askForNewsletter } from "@/db/readers/subscribers";
import { normaliseEmail } from "@/domain/emails";
import { environment } from "@/environment";
import { thePaper } from "../../the-paper";
import { plainAnswer } from "../plain-answer";

export const dynamic = "force-dynamic";

const asked = {
  title: "Look in your mailbox",
  text: "If this email can have the newsletter, a letter is on its way to it. Press the link in it, and the newsletter comes from the next one on.",
};

/** Takes a wish for the newsletter. The answer is the same whether the email is known or not. */
export async function POST(request: Request): Promise<Response> {
  const { paper } = await thePaper();
  if (!paper.newsletter.on || environment().mail === null)
    // The newsroom has not turned it on: nothing is at fault, and asking again soon would not help.
    return plainAnswer(409, {
      title: "Not available yet",
      text: "The newsletter is not available yet. Nothing was kept.",
    });
  const body = await request.text();
  const fields = new URLSearchParams(body.length > 4_000 ? "" : body);
  const email = normaliseEmail(fields.get("email") ?? "");
  if (!email)
    return plainAnswer(400, {
      title: "That is no email",
      text: "What was typed is not an email that we could write to. Go back and check it.",
    });
  // Only a machine fills in what no one can see; it learns nothing from the answer.
  if (fields.get("website")) return plainAnswer(200, asked);
  const keys = [hashedMachine(request.headers.get("x-verbatim-peer")), hashedEmail(email)];
  const { wait } = await countAttempt("newsletter", keys);
  if (wait > 0)
    return plainAnswer(429, {
      title: "Too often",
      text: "You, or somebody on your network, asked very often. Try again in a while.",
    });
  await askForNewsletter(email);
  return plainAnswer(200, asked);
}
