import type { Metadata } from "next";
import { cache } from "react";
import { Frame, tongue } from "@/components/site/frame";
import { publicationNamed } from "@/db/queries/site/story";
import { isId } from "@/domain/ids";
import { MissingPage, missingMetadata } from "../../../missing";
import { thePaper } from "../../../the-paper";

type Props = { params: Promise<{ story: string }> };

const storyAsked = cache(async (id: string) => {
  const story = isId(id) ? await publicationNamed(id) : undefined;
  return story?.withdrawnAt ? undefined : story;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const story = await storyAsked((await params).story);
  return story ? { title: "Your reply is with us", robots: { index: false } } : missingMetadata;
}

/** What a reader sees whose reply waits for a moderator, with the way back to what they were reading. */
export default async function ThanksPage({ params }: Props) {
  const story = await storyAsked((await params).story);
  if (!story) return <MissingPage />;
  const shown = await thePaper();
  return (
    <Frame shown={shown}>
      <div className="plain">
        <h1>Thank you: your reply is with us</h1>
        <p>A moderator reads it before it appears under the story. Your email is not shown.</p>
        <p>
          Back to{" "}
          <a href={story.address} {...tongue(story.document.language, shown.paper.language)}>
            {story.headline}
          </a>
        </p>
      </div>
    </Frame>
  );
}
