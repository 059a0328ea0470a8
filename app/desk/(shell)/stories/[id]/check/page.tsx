import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";
import { CheckDesk, type QuoteToCheck } from "@/components/check/check-desk";
import { buttonClasses } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { type StoryForDesk, storyForDesk } from "@/db/queries/desk/story";
import { isId } from "@/domain/ids";
import { type Actor, isEditor } from "@/domain/people";
import { cardLine } from "@/domain/quote-lines";
import { quotationsOf } from "@/domain/story-quotes";

export const metadata: Metadata = { title: "Check quotes" };

/** A story quote by quote: the words as shown, the record, and the evidence to hold them against. */
export default async function CheckPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireStaff(`/desk/stories/${id}/check`);
  const story = isId(id) ? await storyForDesk(actor, id) : null;
  if (!story) notFound();
  const { quotes, untied } = toCheck(story, actor);
  return (
    <>
      <PageHead title="Check quotes" beside={story.words.headline || "Untitled"}>
        <Link
          className={buttonClasses()}
          href={isEditor(actor) ? `/desk/stories/${id}/review` : `/desk/stories/${id}`}
        >
          Back to the story
        </Link>
      </PageHead>
      <div className="max-w-6xl px-4 pb-12 text-[14px] leading-normal md:px-6.5">
        {untied > 0 ? (
          <p className="mt-0 mb-4 rounded-card border border-attention/40 bg-attention-soft px-3.5 py-2.5 text-attention">
            {untied === 1 ? "1 quotation of this story has" : `${untied} quotations of this story have`} no
            source yet, so there is nothing to hold {untied === 1 ? "it" : "them"} against.
          </p>
        ) : null}
        {quotes.length > 0 ? (
          <CheckDesk storyId={id} quotes={quotes} />
        ) : (
          <Empty title="Nothing to check yet">
            Quotes that are attached in this story stand here, one by one, beside their evidence.
          </Empty>
        )}
      </div>
    </>
  );
}

function toCheck(story: StoryForDesk, actor: Actor): { quotes: QuoteToCheck[]; untied: number } {
  const all = quotationsOf(
    story.words.body,
    new Map(story.records.map((record) => [record.id, record])),
    story.paper.house,
  );
  const isAuthor = story.authors.some((author) => author.id === actor.id);
  const year = story.now.getFullYear();
  return {
    untied: all.filter((each) => each.kind === "untied" && !each.short).length,
    quotes: all.flatMap((each): QuoteToCheck[] => {
      if (each.kind !== "tied" || !each.record) return [];
      const { record } = each;
      return [
        {
          quoteId: record.id,
          displayed: each.displayed,
          standing: each.standing,
          differences: each.comparison.differences,
          record,
          line: cardLine(record, year),
          verification: record.verification,
          isOwn: isAuthor || record.recordedBy === actor.id,
        },
      ];
    }),
  };
}
