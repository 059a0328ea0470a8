"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Button } from "@/components/desk/button";
import { StagePill } from "@/components/desk/stage-pill";
import { readingMinutes } from "@/domain/body/read-body";
import { moves, type Stage, stageNames } from "@/domain/workflow";
import type { Deeds } from "./commands/deeds";
import { Tool } from "./commands/tool-row";
import { StatusLine } from "./saving/status-line";
import type { StorySaver } from "./saving/story-saver";
import type { StoryOnDesk } from "./story";
import type { StoryReading } from "./text/story-reading";
import type { StoryText } from "./text/story-text";
import { Faces } from "./together/faces";
import type { StoryPresence } from "./together/story-presence";

type Props = {
  story: StoryOnDesk;
  text: StoryText;
  saver: StorySaver;
  reading: StoryReading;
  presence: StoryPresence;
  busy: boolean;
  deeds: () => Deeds;
  quiet: boolean;
};

/** The line above the sheet: where the story stands, whether it is saved, and where it goes from here. */
export function Bar({ story, text, saver, reading, presence, busy, deeds, quiet }: Props) {
  const stage = useSyncExternalStore(
    saver.subscribe,
    () => saver.current().stage,
    () => saver.current().stage,
  );
  const headline = useSyncExternalStore(
    text.subscribe,
    () => text.fields.headline,
    () => text.fields.headline,
  );
  // The browser's tab goes by the headline as it stands, not as the page was opened with.
  useEffect(() => {
    document.title = document.title.replace(/^.*(?= · )/, () => headline || "Untitled");
  }, [headline]);
  const words = useSyncExternalStore(
    reading.subscribe,
    () => reading.current().words,
    () => reading.current().words,
  );
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3.5 gap-y-1 border-b border-rule bg-surface px-4 py-2 md:flex-nowrap">
      <StagePill stage={stage} />
      <h1 className="m-0 max-w-[40%] min-w-0 truncate text-[13.5px] font-bold max-md:sr-only">
        {headline || "Untitled"}
      </h1>
      <StatusLine saver={saver} zone={story.zone} />
      <span className="flex-1" />
      <span className="text-[13.5px] whitespace-nowrap text-ink-3 max-md:hidden">
        {words.toLocaleString("en-GB")} {words === 1 ? "word" : "words"} · {readingMinutes(words)} min
      </span>
      <Faces presence={presence} />
      <span className="flex gap-2">
        <BarTools deeds={deeds} quiet={quiet} />
        <Button onClick={() => deeds().preview()}>Preview</Button>
        {story.maySend && stage in moves.send.from ? (
          <Button look="strong" pending={busy} pendingLabel="Sending …" onClick={() => deeds().send()}>
            Send for review
          </Button>
        ) : null}
      </span>
    </header>
  );
}

/** What changes the page and not the text. On a telephone the slash menu has all of it. */
function BarTools({ deeds, quiet }: { deeds: () => Deeds; quiet: boolean }) {
  return (
    <>
      <Tool name="findText" className="max-md:hidden" onPress={() => deeds().findText()} />
      <Tool
        name="quiet"
        pressed={quiet}
        className={quiet ? "" : "max-md:hidden"}
        onPress={() => deeds().toggleQuiet()}
      />
      <Button
        look="quiet"
        aria-label="Keys"
        className="px-2.5! max-md:hidden"
        onClick={() => deeds().showKeys()}
      >
        ?
      </Button>
    </>
  );
}

/** What editing does to a story that has left its desk: said before the first letter is typed. */
export function StageNote({ story, saver }: { story: StoryOnDesk; saver: StorySaver }) {
  const stage = useSyncExternalStore(
    saver.subscribe,
    () => saver.current().stage,
    () => saver.current().stage,
  );
  const lapsed = useSyncExternalStore(
    saver.subscribe,
    () => saver.current().lapsed,
    () => saver.current().lapsed,
  );
  const isLive = useSyncExternalStore(
    saver.subscribe,
    () => saver.current().isLive,
    () => saver.current().isLive,
  );
  const words = story.closedBecause
    ? `You can read this story, not change it. ${story.closedBecause}`
    : noteOn(stage, isLive, lapsed);
  const { sentBack } = story;
  return (
    <>
      {sentBack && stage === "drafting" ? (
        <Remark>
          <bdi className="font-semibold">{sentBack.by}</bdi> sent it back: <bdi>{sentBack.note}</bdi>
        </Remark>
      ) : null}
      {stage === "drafting" ? <Asked plan={story.plan} /> : null}
      {words ? <Remark>{words}</Remark> : null}
      {story.suggestionsWaiting > 0 ? (
        <Remark>
          {story.suggestionsWaiting === 1
            ? "1 suggested edit waits. "
            : `${story.suggestionsWaiting} suggested edits wait. `}
          <Link
            href={`/desk/stories/${story.id}/review#suggested-edits`}
            className="font-semibold text-inherit"
          >
            Accept or reject in review
          </Link>
        </Remark>
      ) : null}
    </>
  );
}

/** What an editor asked for and by when; all of it, however long, stands under Details too. */
function Asked({ plan }: { plan: StoryOnDesk["plan"] }) {
  if (!plan.assignment && !plan.due) return null;
  return (
    <p
      role="note"
      className="m-0 flex gap-3 border-b border-rule bg-surface px-4 py-2 text-[13.5px] text-ink-2"
    >
      {plan.due ? (
        <b className={`whitespace-nowrap ${plan.isLate ? "text-broken" : "text-ink"}`}>
          Due {plan.due}
          {plan.isLate ? ", late" : ""}
        </b>
      ) : null}
      {plan.assignment ? <bdi className="line-clamp-2">{plan.assignment}</bdi> : null}
    </p>
  );
}

function Remark({ children }: { children: ReactNode }) {
  return (
    <p
      role="note"
      className="m-0 border-b border-rule bg-attention-soft px-4 py-2 text-[13.5px] text-attention"
    >
      {children}
    </p>
  );
}

function noteOn(stage: Stage, live: boolean, lapsed: boolean): string | null {
  const next = moves.edit.from[stage];
  if (lapsed) {
    return `This change lapsed the approval: the story is in review again.${live ? " Readers keep the copy that is live." : ""}`;
  }
  if (next !== stage) {
    return live
      ? "Live. Any change starts a new draft; readers keep the copy that is live until it is approved again."
      : `${stageNames[stage]}. Any change lapses the approval: the story then goes back to review.`;
  }
  return live ? "Live, with unpublished changes." : null;
}
