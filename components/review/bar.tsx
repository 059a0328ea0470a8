"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { approve, publish, sendForReview, unschedule } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Button, type ButtonLook } from "@/components/desk/button";
import { Dialog } from "@/components/desk/dialog";
import { KeyList } from "@/components/desk/key-list";
import { isTyping } from "@/components/desk/keys";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { seenByReaders } from "@/components/desk/with-readers";
import { type AskingMove, askingMoves, moveLabels, type PlainMove, plainMoves } from "@/domain/board";
import type { ChangedSentence } from "@/domain/corrections";
import { type Refusal, refusalWords } from "@/domain/refusal";
import type { Move, Stage } from "@/domain/workflow";
import { type Done, MoveForm } from "./move-form";

export type MovableStory = {
  readonly id: string;
  readonly revision: number;
  readonly stage: Stage;
  readonly headline: string;
  readonly moves: readonly Move[];
  readonly refused: Partial<Record<Move, Refusal>>;
  readonly zone: string;
  readonly zoneName: string;
  /** Local moments in the newsroom's zone: now, and what the schedule's field begins with. */
  readonly nowLocal: string;
  readonly suggestedLocal: string;
  /** The sentences in which the text differs from what readers have: what a correction can be tied to. */
  readonly changed?: readonly ChangedSentence[];
};

/** Refusals after which a move is not for this person, or not for a story like this one. */
const never: readonly Refusal[] = [
  "editors_only",
  "admins_only",
  "not_yours",
  "not_live",
  "not_withdrawn",
  "already_withdrawn",
];

type Shown = { move: PlainMove | AskingMove; refusedBecause: string | undefined };

/** The buttons of the table of moves: allowed ones act, refused ones say why, those that never apply are absent. */
function shownMoves(story: MovableStory): Shown[] {
  const order = [
    "withdraw",
    "put_back",
    "correct",
    "send",
    "send_back",
    "unschedule",
    "schedule",
    "approve",
    "publish",
  ] as const;
  return order.flatMap((move): Shown[] => {
    if (story.moves.includes(move)) return [{ move, refusedBecause: undefined }];
    const why = story.refused[move];
    if (!why || never.includes(why)) return [];
    if (why !== "wrong_stage") return [{ move, refusedBecause: refusalWords[why] }];
    // While a story is in review the way ahead is shown, though it is not open yet.
    return move === "schedule" && story.stage === "in_review"
      ? [{ move, refusedBecause: "It has to be approved before it can be scheduled." }]
      : [];
  });
}

const looks: Partial<Record<Move, ButtonLook>> = { approve: "go", publish: "go", send: "strong" };
const pendingLabels: Record<PlainMove, string> = {
  send: "Sending …",
  approve: "Approving …",
  unschedule: "Unscheduling …",
  publish: "Publishing …",
};

/** All that can be done with this story, with keys: a approves, s sends back, n comments, ? lists them. */
export function MoveBar({ story, begin }: { story: MovableStory; begin: AskingMove | null }) {
  const shown = shownMoves(story);
  const may = (move: Move) => story.moves.includes(move);
  const [asking, setAsking] = useState<AskingMove | null>(begin && may(begin) ? begin : null);
  const [keysShown, showKeys] = useState(false);
  const { make, pendingMove, error, done, settle } = useMoves(story);

  const press = useCallback(
    (move: PlainMove | AskingMove) => {
      const asked = askingMoves.find((each) => each === move);
      if (asked) setAsking(asked);
      else void make(move as PlainMove);
    },
    [make],
  );
  useMoveKeys(shown, press, () => showKeys(true));

  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {shown.map(({ move, refusedBecause }) => {
          const plain = plainMoves.find((each) => each === move);
          return (
            <span key={move} className="group relative">
              <Button
                deliberate
                look={looks[move] ?? "plain"}
                refusedBecause={refusedBecause}
                aria-describedby={refusedBecause ? reasonId(refusedBecause) : undefined}
                pending={pendingMove !== null && pendingMove === move}
                pendingLabel={plain ? pendingLabels[plain] : undefined}
                onClick={() => press(move)}
              >
                {moveLabels[move]}
              </Button>
              {refusedBecause ? <ReasonBelow reason={refusedBecause} /> : null}
            </span>
          );
        })}
      </div>
      <Reasons shown={shown} />
      {error ? <Notice>{error}</Notice> : null}
      {done ? <DoneNotice done={done} /> : null}
      {asking ? (
        <MoveForm
          move={asking}
          story={story}
          onClose={() => setAsking(null)}
          onDone={(what) => {
            setAsking(null);
            settle(what);
          }}
        />
      ) : null}
      {keysShown ? <Keys onClose={() => showKeys(false)} /> : null}
    </>
  );
}

const reasonId = (reason: string) => `why-${reason.toLowerCase().replace(/[^a-z]+/g, "-")}`;

/** Where the bar is one line, the reason is drawn under the button that is pointed at, tapped or reached by the keyboard.
 * Drawn alone: as text it stands once on the page, in the list. */
const ReasonBelow = ({ reason }: { reason: string }) => (
  <span
    aria-hidden
    data-reason={reason}
    className="pointer-events-none absolute top-full right-0 z-30 mt-1.5 hidden w-64 rounded-card border border-rule bg-surface p-2.5 text-[12.5px] leading-snug text-ink-2 shadow-xl min-[1200px]:group-focus-within:block min-[1200px]:group-hover:block after:content-[attr(data-reason)]"
  />
);

/** Why buttons cannot be pressed, in words: pointing is not open to everybody. Where there is room below them they are
 * seen; where the bar is one line, they are there for the buttons to be described by. */
function Reasons({ shown }: { shown: readonly Shown[] }) {
  const reasons = new Map<string, string[]>();
  for (const { move, refusedBecause } of shown) {
    if (refusedBecause)
      reasons.set(refusedBecause, [...(reasons.get(refusedBecause) ?? []), moveLabels[move]]);
  }
  if (reasons.size === 0) return null;
  return (
    <ul className="m-0 flex w-full list-none flex-wrap gap-x-5 gap-y-1 p-0 text-[12.5px] leading-snug text-ink-3 min-[1200px]:sr-only">
      {[...reasons].map(([reason, names]) => (
        <li key={reason} id={reasonId(reason)}>
          <b className="font-semibold text-ink-2">{names.join(", ")}:</b> {reason}
        </li>
      ))}
    </ul>
  );
}

function DoneNotice({ done }: { done: Done }) {
  return (
    <Notice tone={done.isLate ? "attention" : "sourced"}>
      {done.words}{" "}
      {done.address ? (
        <a href={done.address} className="font-semibold">
          {done.address}
        </a>
      ) : null}
    </Notice>
  );
}

/** Runs the moves that ask for nothing, one at a time, and keeps what came of the last one. */
function useMoves(story: MovableStory) {
  const router = useRouter();
  const announce = useAnnounce();
  const [pendingMove, setPendingMove] = useState<PlainMove | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { id, revision } = story;
  const { run, error } = useCommand(
    useCallback(
      (move: PlainMove): ReturnType<typeof publish> | ReturnType<typeof approve> => {
        if (move === "publish") return publish({ id, revision });
        if (move === "unschedule") return unschedule({ id });
        return move === "approve" ? approve({ id, revision }) : sendForReview({ id, revision });
      },
      [id, revision],
    ) as (move: PlainMove) => ReturnType<typeof publish>,
  );
  const settle = useCallback(
    (what: Done) => {
      // With an address to go to it stays until the next move; else it is said and passes.
      if (what.address) setDone(what);
      else announce(what.words);
      router.refresh();
    },
    [announce, router],
  );
  const make = useCallback(
    async (move: PlainMove) => {
      setPendingMove(move);
      setDone(null);
      const made = await run(move);
      setPendingMove(null);
      if (made) settle(doneOf(move, made.value));
      else router.refresh();
    },
    [run, settle, router],
  );
  return { make, pendingMove, error, done, settle };
}

function doneOf(move: PlainMove, value: { address?: string; confirmed?: boolean } | null): Done {
  if (move === "publish" && value?.address) {
    const isLate = value.confirmed === false;
    return { words: `${seenByReaders("Published.", !isLate)} at`, address: value.address, isLate };
  }
  const words = { send: "Sent for review.", approve: "Approved.", unschedule: "Taken off the schedule." };
  return { words: move === "publish" ? "Published." : words[move] };
}

const moveKeys: Readonly<Record<string, PlainMove | AskingMove>> = { a: "approve", s: "send_back" };

function useMoveKeys(
  shown: readonly Shown[],
  press: (move: PlainMove | AskingMove) => void,
  showKeys: () => void,
) {
  const announce = useAnnounce();
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const key = event.key.toLowerCase();
      const asked = latest.current.find(({ move }) => move === moveKeys[key]);
      // A key that cannot act says why, as its button does.
      if (asked?.refusedBecause) announce(`${moveLabels[asked.move]}: ${asked.refusedBecause}`);
      else if (asked) press(asked.move);
      else if (key === "n") document.querySelector<HTMLElement>("[data-new-comment] textarea")?.focus();
      else if (event.key === "?") showKeys();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [announce, press, showKeys]);
}

function Keys({ onClose }: { onClose: () => void }) {
  const keys = [
    ["a", "Approve"],
    ["s", "Send back, with a note"],
    ["y", "Accept the suggested edit that has the focus, or else the first, if you may change the text"],
    ["x", "Reject it"],
    ["j", "Go to the next place that differs, in what changed; k goes back"],
    ["n", "Write a comment; select words first to comment on them"],
    ["?", "These keys"],
    ["Esc", "Close a window"],
  ] as const;
  return (
    <Dialog title="Keys on this page" onClose={onClose}>
      <KeyList keys={keys} />
    </Dialog>
  );
}
