"use client";

import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import type { EvidenceFile } from "@/domain/quote-record";
import { timeCode } from "@/domain/quotes";
import { Button } from "../desk/button";
import { evidenceAddress } from "./send-evidence";

type Props = {
  file: Pick<EvidenceFile, "name" | "title">;
  /** Seconds; the words are between the two. */
  startsAt: number | null;
  endsAt: number | null;
  /** Takes the mark where the words begin or end; left out where they are not to be changed. */
  onMark?: (mark: "start" | "end", seconds: number) => void;
};

/** Plays a recording from where the words are. With the keyboard: Space or K plays and stops, J and L go five seconds
 * back and on, P plays the words, I and O mark where they begin and end. */
export function RecordingPlayer({ file, startsAt, endsAt, onMark }: Props) {
  const audio = useRef<HTMLAudioElement>(null);
  const [now, setNow] = useState(0);
  const [failed, setFailed] = useState(false);
  const hint = useId();
  const { playWords, mark, press, stopAtEnd } = usePlaying(audio, startsAt, endsAt, onMark);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of controls that is no part of a form
    <div
      role="group"
      aria-label={`Recording: ${file.title}`}
      aria-describedby={hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the player work wherever in it the focus is
      tabIndex={0}
      onKeyDown={press}
      className="rounded-card border border-rule bg-sunken p-2.5"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the record of the words stands beside it */}
      <audio
        ref={audio}
        src={evidenceAddress(file)}
        controls
        preload="metadata"
        className="block h-10 w-full"
        onError={() => setFailed(true)}
        onTimeUpdate={({ currentTarget }) => {
          setNow(currentTarget.currentTime);
          stopAtEnd(currentTarget);
        }}
      />
      {failed ? (
        <p role="alert" className="m-0 mt-1 text-[13px] text-broken">
          This recording cannot be played here: it is gone, not yours to hear, or of a kind that this browser
          does not know.
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button data-plays-words onClick={playWords}>
          {startsAt === null
            ? "Play"
            : `Play from ${timeCode(startsAt)}${endsAt ? ` to ${timeCode(endsAt)}` : ""}`}
        </Button>
        {onMark ? (
          <>
            <Button onClick={() => mark("start")}>Mark in</Button>
            <Button onClick={() => mark("end")}>Mark out</Button>
          </>
        ) : null}
        <span className="ms-auto font-ui text-[12.5px] tabular-nums text-ink-3">{timeCode(now)}</span>
      </div>
      <p id={hint} className="m-0 mt-1.5 text-[12px] leading-snug text-ink-3">
        Keys: K plays and stops, J and L go five seconds back and on, P plays the words
        {onMark ? ", I and O mark where they begin and end" : ""}.
      </p>
    </div>
  );
}

/** What the buttons and the keys of a player do. */
function usePlaying(
  audio: RefObject<HTMLAudioElement | null>,
  startsAt: number | null,
  endsAt: number | null,
  onMark: Props["onMark"],
) {
  // Where playing the words stops by itself; null while somebody plays on from wherever they like.
  const until = useRef<number | null>(null);
  const playWords = () => {
    const element = audio.current;
    if (!element) return;
    element.currentTime = startsAt ?? 0;
    until.current = endsAt;
    element.play().catch(() => undefined);
  };
  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    until.current = null;
    if (element.paused) element.play().catch(() => undefined);
    else element.pause();
  };
  const go = (seconds: number) => {
    if (audio.current) audio.current.currentTime = Math.max(0, audio.current.currentTime + seconds);
  };
  const mark = (which: "start" | "end") => onMark?.(which, audio.current?.currentTime ?? 0);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isButton = event.target instanceof HTMLButtonElement;
    const keys: Record<string, () => void> = {
      ...(isButton ? {} : { " ": toggle }),
      k: toggle,
      j: () => go(-5),
      l: () => go(5),
      p: playWords,
      ...(onMark ? { i: () => mark("start"), o: () => mark("end") } : {}),
    };
    const does = keys[event.key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };
  const stopAtEnd = (element: HTMLAudioElement) => {
    const end = until.current;
    if (end === null || element.currentTime < end) return;
    until.current = null;
    element.pause();
    // A browser tells of the time four times a second at most, and a slow machine later than that.
    element.currentTime = end;
  };
  return { playWords, mark, press, stopAtEnd };
}
