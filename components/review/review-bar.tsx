import Link from "next/link";
import { Pill } from "@/components/desk/pill";
import { Segments } from "@/components/desk/segments";
import { StagePill } from "@/components/desk/stage-pill";
import type { AskingMove } from "@/domain/board";
import type { ChangedSentence } from "@/domain/corrections";
import { howLong, nearMoment, zoneName } from "@/domain/desk-times";
import type { Refusal } from "@/domain/refusal";
import { localOf } from "@/domain/time";
import { type Move, type Stage, stageNames } from "@/domain/workflow";
import { MoveBar } from "./bar";

export type ReviewView = "published" | "since" | "sourcing";

/** What the bar has to know of a story. */
export type BarStory = {
  readonly id: string;
  readonly stage: Stage;
  readonly stageSince: Date;
  readonly revision: number;
  readonly words: { readonly headline: string; readonly sectionId: string | null };
  readonly authors: readonly { readonly name: string }[];
  readonly copy: "none" | "live" | "withdrawn";
  readonly address: string | null;
  readonly scheduledFor: Date | null;
  readonly embargoUntil: Date | null;
  readonly now: Date;
  readonly moves: readonly Move[];
  readonly refused: Partial<Record<Move, Refusal>>;
  readonly paper: { readonly zone: string };
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  readonly changed: readonly ChangedSentence[];
};

/** The top of the review page: where the story stands and for how long, whose it is, the three views, the moves. */
export function ReviewBar({
  story,
  view,
  since,
  begin,
}: {
  story: BarStory;
  view: ReviewView;
  since: number | null;
  begin: AskingMove | null;
}) {
  const { zone } = story.paper;
  const address = `/desk/stories/${story.id}/review`;
  return (
    <header id="about" className="border-b border-rule bg-surface px-4 py-2.5 text-[13.5px] lg:col-span-2">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <div className="flex w-full flex-wrap items-center gap-x-3.5 gap-y-1.5 min-[1200px]:w-auto min-[1200px]:min-w-0 min-[1200px]:flex-1 min-[1200px]:basis-80 min-[1200px]:flex-nowrap">
          <StagePill stage={story.stage}>{standing(story)}</StagePill>
          <Standing story={story} zone={zone} />
          <WhatAndWhose story={story} />
        </div>
        <Segments
          label="Views"
          views={[
            { name: "As published", href: address, current: view === "published" },
            {
              name: since === null ? "Since" : `Since rev ${since}`,
              href: `${address}?view=since`,
              current: view === "since",
            },
            { name: "Sourcing", href: `${address}?view=sourcing`, current: view === "sourcing" },
          ]}
        />
        <MoveBar
          begin={begin}
          story={{
            id: story.id,
            revision: story.revision,
            stage: story.stage,
            headline: story.words.headline,
            moves: story.moves,
            refused: story.refused,
            zone,
            zoneName: zoneName(zone, story.now),
            nowLocal: localOf(story.now, zone),
            suggestedLocal: suggested(story, zone),
            changed: story.changed,
          }}
        />
      </div>
    </header>
  );
}

/** The headline and whose it is, in one line: what has no room beside a long headline falls to a second line, out of sight. */
function WhatAndWhose({ story }: { story: BarStory }) {
  const section = story.sections.find((each) => each.id === story.words.sectionId);
  return (
    <div className="flex max-w-full min-w-0 flex-1 basis-full flex-wrap gap-x-3.5 gap-y-1 leading-5 sm:basis-auto min-[1200px]:h-5 min-[1200px]:overflow-hidden">
      <h1 className="m-0 max-w-full truncate text-[13.5px] leading-5 font-bold">
        <Link
          href={`/desk/stories/${story.id}`}
          dir="auto"
          className="no-underline -outline-offset-3 hover:underline"
        >
          {story.words.headline || "Untitled"}
        </Link>
      </h1>
      <span className="max-w-full truncate text-ink-3">
        <bdi>{story.authors.map((author) => author.name).join(", ") || "Nobody yet"}</bdi> →{" "}
        {section ? `${section.name} desk` : "no section yet"}
      </span>
    </div>
  );
}

const standing = (story: BarStory) =>
  story.stage === "in_review"
    ? `${stageNames.in_review} · ${howLong(story.stageSince, story.now)}`
    : story.stage === "scheduled" && story.scheduledFor
      ? `${stageNames.scheduled} · ${nearMoment(story.scheduledFor, story.now, story.paper.zone)}`
      : stageNames[story.stage];

function Standing({ story, zone }: { story: BarStory; zone: string }) {
  return (
    <>
      {story.embargoUntil && story.embargoUntil > story.now ? (
        <Pill tone="broken">Embargo {nearMoment(story.embargoUntil, story.now, zone)}</Pill>
      ) : null}
      {story.copy === "live" && story.address ? (
        <a href={story.address} className="font-semibold whitespace-nowrap text-info">
          {story.stage === "published" ? "Live" : "Live, with changes"}
        </a>
      ) : null}
      {story.copy === "withdrawn" ? <Pill tone="broken">Withdrawn</Pill> : null}
    </>
  );
}

/** What the field for the moment begins with: the moment set, else the end of the embargo, else the next full hour. */
function suggested(story: BarStory, zone: string): string {
  const hour = 3_600_000;
  const next = new Date((Math.floor(story.now.getTime() / hour) + 1) * hour);
  const embargo = story.embargoUntil && story.embargoUntil > story.now ? story.embargoUntil : null;
  return localOf(story.scheduledFor ?? embargo ?? next, zone);
}
