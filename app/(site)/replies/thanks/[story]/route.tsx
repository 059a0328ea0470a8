import { tongue } from "@/components/site/frame";
import { PlainPage } from "@/components/site/plain-page";
import { publicationNamed } from "@/db/queries/site/story";
import { isId } from "@/domain/ids";
import { missingPage, sitePage } from "../../../site-page";
import { thePaper } from "../../../the-paper";

export const dynamic = "force-dynamic";

/** What a reader sees whose reply waits for a moderator, with the way back to what they were reading. */
export const GET = sitePage<{ story: string }>(async ({ params }) => {
  const story = isId(params.story) ? await publicationNamed(params.story) : undefined;
  if (!story || story.withdrawnAt) return missingPage();
  const shown = await thePaper();
  return {
    shown,
    head: { title: "Your reply is with us", robots: "noindex" },
    body: (
      <PlainPage shown={shown} title="Thank you: your reply is with us">
        <p>A moderator reads it before it appears under the story. Your email is not shown.</p>
        <p>
          Back to{" "}
          <a href={story.address} {...tongue(story.document.language, shown.paper.language)}>
            {story.headline}
          </a>
        </p>
      </PlainPage>
    ),
  };
});
