import type { Metadata } from "next";
import { Frame } from "@/components/site/frame";
import { thePaper } from "../../the-paper";

export const metadata: Metadata = { title: "Your reply is with us", robots: { index: false } };

export default async function ThanksPage() {
  const shown = await thePaper();
  return (
    <Frame shown={shown}>
      <div className="plain">
        <h1>Thank you: your reply is with us</h1>
        <p>A moderator reads it before it appears under the story. Your email is not shown.</p>
        <p>
          <a href="/">Front page</a>
        </p>
      </div>
    </Frame>
  );
}
