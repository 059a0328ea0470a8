import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";
import { KeepFresh } from "@/components/desk/keep-fresh";
import { Notice } from "@/components/desk/notice";
import { CorrectionsToMake } from "@/components/quotes/doubt-panel";
import { NextChange } from "@/components/review/next-change";
import { ReadMark } from "@/components/review/read-mark";
import { ReviewBar, type ReviewView } from "@/components/review/review-bar";
import { ReviewSide } from "@/components/review/review-side";
import { Sheet } from "@/components/review/sheet";
import { Since } from "@/components/review/since";
import { Sourcing } from "@/components/review/sourcing";
import { assignable } from "@/db/queries/desk/board";
import { previewLinksOf } from "@/db/queries/desk/previews";
import { readsOfStory } from "@/db/queries/desk/reads";
import { earlierText, liveText, staffNames } from "@/db/queries/desk/review";
import { type StoryForDesk, storyForDesk } from "@/db/queries/desk/story";
import { askingMoves } from "@/domain/board";
import { readBody } from "@/domain/body/read-body";
import { changedSentences } from "@/domain/corrections";
import { nearMoment } from "@/domain/desk-times";
import { isId } from "@/domain/ids";
import { type Actor, isEditor } from "@/domain/people";
import { compareTexts } from "@/domain/review/compare";
import { markingsOf } from "@/domain/review/markings";
import { quotationsOf } from "@/domain/story-quotes";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Review" };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** A story before it goes to readers: the text, what changed, where every quotation comes from, and what stands in the way. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const [actor, { id }, search] = await Promise.all([requireStaff(), params, searchParams]);
  const story = isId(id) ? await storyForDesk(actor, id) : null;
  if (!story) notFound();
  const [earlier, people, live, previews, reads] = await Promise.all([
    earlierText(actor, id, story.revision, Number(one(search.since)) || null),
    assignable(actor),
    liveText(actor, id),
    previewLinksOf(actor, id),
    story.copy === "none" ? null : readsOfStory(actor, id),
  ]);
  const changed = live === null ? [] : changedSentences(live, plainOf(story.words));
  const view = viewOf(one(search.view));
  return (
    <div className="lg:grid lg:h-dvh lg:grid-cols-[minmax(0,1fr)_380px] lg:grid-rows-[auto_minmax(0,1fr)]">
      <KeepFresh live={id} />
      <ReadMark id={id} revision={story.revision} />
      <ReviewBar
        story={{ ...story, changed }}
        view={view}
        since={earlier?.number ?? null}
        begin={askingMoves.find((move) => move === one(search.do)) ?? null}
      />
      <section
        aria-label="Text"
        // It scrolls on its own beside the checks, and a text may hold nothing else that the keyboard comes to.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll it
        tabIndex={0}
        className="min-w-0 overflow-x-clip px-3 pt-5 pb-16 -outline-offset-3 sm:px-6 lg:overflow-y-auto"
        data-paper
      >
        {story.missedBecause ? (
          <Notice>It missed its moment and did not go out. See the checks, then schedule it again.</Notice>
        ) : null}
        <CorrectionsToMake
          mayLeave={isEditor(actor)}
          tasks={story.toCorrect.map(({ openedAt, ...task }) => ({
            ...task,
            when: nearMoment(openedAt, story.now, story.paper.zone),
          }))}
        />
        {view === "published" ? <AsPublished story={story} /> : null}
        {view === "since" ? <SinceThen story={story} earlier={earlier} /> : null}
        {view === "sourcing" ? <ItsSources story={story} actor={actor} /> : null}
      </section>
      <ReviewSide
        story={{ ...story, previews, reads }}
        actor={actor}
        view={view}
        people={people}
        assigning={one(search.do) === "assign"}
      />
    </div>
  );
}

const viewOf = (asked: string): ReviewView =>
  asked === "since" || asked === "sourcing" ? asked : "published";

const plainOf = ({ headline, standfirst, body }: StoryForDesk["words"]) =>
  [headline, standfirst, readBody(body).text].join("\n");

const quotationsIn = (story: StoryForDesk) =>
  quotationsOf(
    story.words.body,
    new Map(story.records.map((record) => [record.id, record])),
    story.paper.house,
  );

function AsPublished({ story }: { story: StoryForDesk }) {
  const section = story.sections.find((each) => each.id === story.words.sectionId)?.name ?? "";
  const threads = story.threads.filter((thread) => thread.resolvedAt === null);
  return (
    <Sheet
      words={story.words}
      section={section}
      pictures={story.pictures}
      markings={markingsOf(story.words.body, quotationsIn(story), story.verdicts, threads, story.suggestions)}
    />
  );
}

function SinceThen({
  story,
  earlier,
}: {
  story: StoryForDesk;
  earlier: Awaited<ReturnType<typeof earlierText>>;
}) {
  if (!earlier) {
    return (
      <p className="mx-auto max-w-[780px] text-[14px] text-ink-2">
        There is no earlier text to compare with: this is the first one that was sent.
      </p>
    );
  }
  const comparison = compareTexts(earlier.words, story.words, {
    section: (id) => story.sections.find((each) => each.id === id)?.name ?? "",
    topic: (id) => story.topics.find((each) => each.id === id)?.name ?? "",
  });
  return (
    <>
      <div className="mx-auto mt-0 mb-3 flex max-w-[780px] flex-wrap items-center gap-3 text-[13.5px] text-ink-2">
        <p className="m-0 min-w-0 flex-1 basis-72">
          {comparison.changes === 0
            ? `Nothing differs between revision ${earlier.number} and revision ${story.revision}.`
            : `Revision ${earlier.number} (${earlier.because}) and revision ${story.revision}: `}
          {comparison.changes > 0 ? (
            <>
              {comparison.changes === 1 ? "1 place differs." : `${comparison.changes} places differ.`}{" "}
              <Link href={`/desk/stories/${story.id}/history`}>Compare others in the history</Link>
            </>
          ) : null}
        </p>
        <NextChange count={comparison.changes} />
      </div>
      <Since
        comparison={comparison}
        language={story.words.language}
        markings={markingsOf(story.words.body, quotationsIn(story), [], [])}
      />
    </>
  );
}

async function ItsSources({ story, actor }: { story: StoryForDesk; actor: Actor }) {
  const names = await staffNames(
    story.records.flatMap((record) => [record.recordedBy, ...record.source.attestedBy]),
  );
  return (
    <>
      <p className="mx-auto mt-0 mb-3 max-w-[780px] text-[13.5px]">
        <Link href={`/desk/stories/${story.id}/check`}>Check them one by one, beside their evidence</Link>
      </p>
      <Sourcing storyId={story.id} quotations={quotationsIn(story)} names={names} readerId={actor.id} />
    </>
  );
}
