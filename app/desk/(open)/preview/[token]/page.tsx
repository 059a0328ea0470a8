import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { previewOf } from "@/app/desk/(preview)/preview-of";
import { Door } from "@/components/people/door";
import { noReplies } from "@/components/site/replies";
import { StoryPage } from "@/components/site/story-page";
import { paperName } from "@/db/queries/desk/people";
import { storyByLink } from "@/db/queries/desk/previews";
import { facesOf } from "@/db/queries/site/media";
import { noteOpening } from "@/db/write-previews";
import { fullMoment, zoneName } from "@/domain/desk-times";
import { previewFaultWords } from "@/domain/preview";
import { environment } from "@/environment";
import { previewSheets } from "@/server/site-files";

type Props = { params: Promise<{ token: string }> };

export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } };

/** The newest text as readers would see it, for whoever holds a link that is still good. Made by the very function that
 * publishes, so that nothing confidential has a place in it. */
export default async function OpenPreviewPage({ params }: Props) {
  const { token } = await params;
  const found = await storyByLink(token);
  if (found === null) notFound();
  if (typeof found === "string") {
    return (
      <main className="mx-auto max-w-[26rem] px-4 py-16">
        <Door paper={await paperName()} title="Nothing to preview" lead={previewFaultWords[found]}>
          {null}
        </Door>
      </main>
    );
  }
  const { story, linkId, expiresAt } = found;
  const faces = await facesOf(story.authors.map((author) => author.slug));
  await noteOpening(linkId);
  const { zone } = story.paper;
  return (
    <>
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
          media={`/desk/preview/${encodeURIComponent(token)}/media`}
        />
      </div>
      <aside
        aria-label="Preview"
        className="fixed inset-x-0 bottom-0 z-50 border-t border-rule bg-attention-soft px-4 py-2.5 font-ui text-[14px] text-attention"
      >
        <b className="font-semibold">Preview, not published.</b> For you alone, and it may still change. This
        link opens until {fullMoment(expiresAt, zone)} ({zoneName(zone, expiresAt)}).
      </aside>
    </>
  );
}
