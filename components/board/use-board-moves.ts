"use client";

import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { approve, publish, sendForReview, unschedule } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { useCommand } from "@/components/desk/use-command";
import { seenByReaders } from "@/components/desk/with-readers";
import { type AskingMove, askingMoves, type BoardCard, type PlainMove } from "@/domain/board";

const commands = {
  send: sendForReview,
  approve,
  publish,
  unschedule: ({ id }: { id: string; revision: number }) => unschedule({ id }),
} as const satisfies Record<PlainMove, (input: { id: string; revision: number }) => unknown>;

const doing: Record<PlainMove, string> = {
  send: "Sending …",
  approve: "Approving …",
  unschedule: "Unscheduling …",
  publish: "Publishing …",
};

const done: Record<PlainMove, string> = {
  send: "Sent for review.",
  approve: "Approved.",
  unschedule: "Unscheduled.",
  publish: "Published.",
};

const wordsOf = (move: PlainMove, value: { confirmed?: boolean } | null): string =>
  value?.confirmed === false ? `${seenByReaders(done[move], false)}:` : done[move];

/** Makes the moves of cards: at once where nothing is asked for, else by opening the form that asks. */
export function useBoardMoves() {
  const router = useRouter();
  const announce = useAnnounce();
  const [busy, setBusy] = useState<{ id: string; words: string } | null>(null);
  const [asking, setAsking] = useState<{ card: BoardCard; move: AskingMove } | null>(null);
  const { run, error, forget } = useCommand(
    useCallback(
      ({ card, move }: { card: BoardCard; move: PlainMove }) =>
        // They differ in what they answer: only publishing says whether readers see it by then.
        commands[move]({ id: card.id, revision: card.revision }) as ReturnType<typeof publish>,
      [],
    ),
  );
  const refused = useRef<string | null>(null);

  const make = useCallback(
    async (card: BoardCard, move: PlainMove | AskingMove) => {
      const asked = askingMoves.find((each) => each === move);
      if (asked) return setAsking({ card, move: asked });
      const plain = move as PlainMove;
      refused.current = card.headline || "Untitled";
      setBusy({ id: card.id, words: doing[plain] });
      const made = await run({ card, move: plain });
      setBusy(null);
      if (made) announce(`${wordsOf(plain, made.value)} “${card.headline || "Untitled"}”`);
      router.refresh();
    },
    [run, announce, router],
  );
  const settle = useCallback(
    (words: string | null) => {
      setAsking(null);
      if (words) announce(words);
      router.refresh();
    },
    [announce, router],
  );
  return { make, busy, asking, settle, error: error && { words: error, headline: refused.current }, forget };
}
