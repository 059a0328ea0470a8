import { countAttempt, hashedEmail, hashedMachine } from "@/db/readers/attempts";
import { askForNewsletter } from "@/db/readers/subscribers";
import { normaliseEmail } from "@/domain/emails";
import { environment } from "@/environment";
import { thePaper } from "../../the-paper";
import { newsletterAnswer } from "../newsletter-answer";

export const dynamic = "force-dynamic";

/** The same whether the email is known or not. */
const asked = () => {
  const way = environment().mail?.folder
    ? "This newsroom has no mail server: its letters lie as files in a folder of its own machine."
    : "Where nothing comes within a few minutes, it may lie with the unwanted mail.";
  return {
    title: "Look in your mailbox",
    text: `If this email is not subscribed yet, a letter is on its way to it. Press the button in that letter, and you are subscribed. ${way}`,
  };
};

/** Takes a wish for the newsletter. */
export async function POST(request: Request): Promise<Response> {
  const { paper } = await thePaper();
  if (!paper.newsletter.on || environment().mail === null)
    // The newsroom has not turned it on: nothing is at fault, and asking again soon would not help.
    return newsletterAnswer(409, {
      title: "Not available yet",
      text: "The newsletter is not available yet. Nothing was kept.",
    });
  const body = await request.text();
  const fields = new URLSearchParams(body.length > 4_000 ? "" : body);
  const email = normaliseEmail(fields.get("email") ?? "");
  if (!email)
    return newsletterAnswer(400, {
      title: "That is no email",
      text: "What was typed is not an email that we could write to. Check it and type it again.",
      askAgain: true,
    });
  // Only a machine fills in what no one can see; it learns nothing from the answer.
  if (fields.get("website")) return newsletterAnswer(200, asked());
  const keys = [hashedMachine(request.headers.get("x-verbatim-peer")), hashedEmail(email)];
  const { wait } = await countAttempt("newsletter", keys);
  if (wait > 0)
    return newsletterAnswer(429, {
      title: "Not yet",
      text:
        wait < 60_000
          ? "You, or somebody on your network, asked just now. Wait a few seconds, then ask again."
          : "You, or somebody on your network, asked very often. Ask again in a while.",
      askAgain: true,
    });
  await askForNewsletter(email);
  return newsletterAnswer(200, asked());
}
