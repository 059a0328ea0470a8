"use client";

import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import type { Kept, PenView, StoryPresence } from "./story-presence";

type Props = { presence: StoryPresence; mayEdit: boolean };

/** Who writes, and what somebody who reads along can do about it. Empty for whoever writes undisturbed. */
export function PenLine({ presence, mayEdit }: Props) {
  const view = useSyncExternalStore(presence.subscribe, presence.current, presence.current);
  const announce = useAnnounce();
  const [kept, setKept] = useState("");
  const before = useRef(view.pen);
  useEffect(() => {
    if (view.pen === "mine" && before.current !== "mine") announce("You have the pen now.");
    before.current = view.pen;
  }, [view.pen, announce]);

  const asking = view.pen === "mine" ? (view.together?.askedBy[0] ?? "") : "";
  const asks = asking !== "" && asking !== kept;
  const words = wordsOf(view, asks ? asking : "");
  return (
    <div
      className={
        words
          ? "flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-rule bg-info-soft px-4 py-2"
          : ""
      }
    >
      <p role="status" className="m-0 min-w-0 text-[13.5px] text-ink">
        {words}
      </p>
      {asks ? (
        <>
          <Button deliberate onClick={() => void presence.give()}>
            Hand it over
          </Button>
          <Button look="quiet" onClick={() => setKept(asking)}>
            Keep writing
          </Button>
        </>
      ) : null}
      {mayEdit && view.pen === "theirs" && view.together ? <Ways view={view} presence={presence} /> : null}
    </div>
  );
}

/** What somebody who reads along can do. */
function Ways({ view: { together }, presence }: { view: PenView; presence: StoryPresence }) {
  if (together?.holder?.mine) return <Button onClick={() => presence.take()}>Write here</Button>;
  return (
    <>
      {together?.holder && !together.asked ? (
        <Button onClick={() => presence.ask()}>Ask for the pen</Button>
      ) : null}
      <Button deliberate onClick={() => presence.take()}>
        Take the pen
      </Button>
    </>
  );
}

const named = (name: string) => <bdi className="font-semibold">{name}</bdi>;

function wordsOf({ together, pen, lost }: PenView, asking: string): ReactNode {
  if (asking) return <>{named(asking)} asks for the pen.</>;
  if (pen === "mine" || !together) return null;
  if (pen === "coming")
    return "The pen is yours in a moment: the last words of whoever had it are being stored.";
  const { holder } = together;
  if (!holder) return "Nobody is writing now. You are reading along.";
  if (holder.mine) return <>You are writing this in another tab. {lost ? keptWords(lost.kept) : null}</>;
  return (
    <>
      {lost ? (
        <>
          {named(lost.by)} has taken the pen. {keptWords(lost.kept)}{" "}
        </>
      ) : null}
      {named(holder.name)} is writing. You are reading along.
      {together.asked ? " You have asked for the pen." : null}
    </>
  );
}

function keptWords(kept: Kept): string {
  switch (kept.how) {
    case "saved":
      return "Everything you typed is saved.";
    case "storing":
      return "Your last words are being stored.";
    case "revision":
      return `Everything you typed is kept, as revision ${kept.revision}.`;
    case "beside":
      return "Your last words are kept as a text of their own beside the newer one.";
    case "device":
      return "Your last words could not be stored yet: they are kept on this device, and are sent again.";
  }
}
