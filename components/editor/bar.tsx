"use client";

import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { Button } from "@/components/desk/button";
import { StagePill } from "@/components/desk/stage-pill";
import { readingMinutes } from "@/domain/body/read-body";
import { moves, type Stage, stageNames } from "@/domain/workflow";
import { commands } from "./commands/commands";
import type { Deeds } from "./commands/deeds";
import { keysNamed } from "./commands/keys";
import { Tool } from "./commands/tool-row";
import { StatusLine } from "./saving/status-line";
import type { StorySaver } from "./saving/story-saver";
import type { StoryOnDesk } from "./story";
import { KeepingLine } from "./suggesting/keeping-line";
import type { Keeping } from "./suggesting/suggestion-saver";
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
  /** How what is suggested by typing is kept; null while nothing is suggested so. */
  keeping: Keeping | null;
  maySuggest: boolean;
};

/** The line above the sheet: where the story stands, whether it is saved, and where it goes from here. */
export function Bar({
  story,
  text,
  saver,
  reading,
  presence,
  busy,
  deeds,
  quiet,
  keeping,
  maySuggest,
}: Props) {
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
  const read = useSyncExternalStore(
    reading.subscribe,
    () => reading.current().words,
    () => reading.current().words,
  );
  // Words that are suggested count once they are accepted.
  const counted = useRef(read);
  if (!keeping) counted.current = read;
  const words = counted.current;
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3.5 gap-y-1 border-b border-rule bg-surface px-4 py-2 md:flex-nowrap">
      <StagePill stage={stage} />
      <h1 className="m-0 max-w-[40%] min-w-24 truncate text-[13.5px] font-bold max-md:sr-only">
        {headline || "Untitled"}
      </h1>
      {keeping ? <KeepingLine keeping={keeping} /> : <StatusLine saver={saver} zone={story.zone} />}
      <span className="flex-1" />
      <span className="text-[13.5px] whitespace-nowrap text-ink-3 max-md:hidden">
        {words.toLocaleString("en-GB")} {words === 1 ? "word" : "words"} · {readingMinutes(words)} min
      </span>
      <Faces presence={presence} />
      <span className="flex gap-2">
        <BarTools deeds={deeds} quiet={quiet} />
        {maySuggest ? (
          <Button
            aria-pressed={keeping !== null}
            title={keysNamed(commands.suggest.keys)}
            className="aria-pressed:border-sourced aria-pressed:bg-sourced-soft aria-pressed:text-sourced"
            // The selection stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => deeds().suggest()}
          >
            Suggest
          </Button>
        ) : null}
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
export function StageNote({
  story,
  saver,
  suggesting,
}: {
  story: StoryOnDesk;
  saver: StorySaver;
  suggesting: boolean;
}) {
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
    : suggesting
      ? null
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
