import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";
import { noReplies } from "@/components/site/replies";
import { StoryPage } from "@/components/site/story-page";
import { type StoryForDesk, storyForDesk } from "@/db/queries/desk/story";
import { facesOf } from "@/db/queries/site/media";
import { isId } from "@/domain/ids";
import { stageNames } from "@/domain/workflow";
import { environment } from "@/environment";
import { previewSheets } from "@/server/site-files";
import { previewOf } from "../../../preview-of";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } };

/** The newest text as readers would see it, made by the very function that publishes. */
export default async function PreviewPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireStaff(), params]);
  const story = isId(id) ? await storyForDesk(actor, id) : null;
  if (!story) notFound();
  const faces = await facesOf(story.authors.map((author) => author.slug));
  return (
    <>
      {/* A reply cannot be left under what is not published. */}
      <div className="pb-16 [&_.reply]:hidden!">
        <StoryPage
          shown={{ paper: story.paper, sections: story.sections, sheets: previewSheets() }}
          story={previewOf(story)}
          updatedAt={story.now}
          corrections={story.corrections}
          replies={noReplies}
          related={[]}
          faces={faces}
          origin={environment().origin}
          media="/desk/media"
        />
      </div>
      <aside
        aria-label="Preview"
        className="fixed inset-x-0 bottom-0 z-50 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule bg-attention-soft px-4 py-2.5 font-ui text-[14px] text-attention print:hidden"
      >
        <b className="font-semibold">Preview</b>
        <span className="flex-1 basis-64">
          Revision {story.revision}, {stageNames[story.stage].toLowerCase()}. {readersSee(story)}
        </span>
        {/* Plain links: they leave the readers' style sheets behind. */}
        <a href={`/desk/stories/${id}`} className="font-semibold">
          Back to writing
        </a>
        <a href={`/desk/stories/${id}/review`} className="font-semibold">
          Review
        </a>
      </aside>
    </>
  );
}

const readersSee = (story: StoryForDesk) =>
  story.copy === "live"
    ? "Readers see the last published text."
    : story.copy === "withdrawn"
      ? "It is withdrawn: readers do not see it."
      : "Readers do not see it yet.";
