"use client";

import { type DragEvent, type KeyboardEvent, useCallback, useRef, useState } from "react";
import { Notice } from "@/components/desk/notice";
import { useClock } from "@/components/desk/use-clock";
import { MoveForm } from "@/components/review/move-form";
import { type BoardCard, type BoardColumn, whyNotInto } from "@/domain/board";
import { refusalWords } from "@/domain/refusal";
import { localOf } from "@/domain/time";
import { type Stage, stageNames, stages } from "@/domain/workflow";
import { BoardKeys } from "./board-keys";
import { Card } from "./card";
import { Column, type Reception } from "./column";
import { focusBeside } from "./focus-beside";
import { useBoardMoves } from "./use-board-moves";

type Props = {
  columns: readonly (BoardColumn & { readonly title: string; readonly moreHref: string })[];
  now: Date;
  zone: string;
  zoneName: string;
  narrowed: boolean;
};

type Held = { readonly card: BoardCard; readonly over: Stage | null; readonly by: "hand" | "keys" };

const reasonInto = (card: BoardCard, stage: Stage) =>
  whyNotInto(card.ways[stage], card.stage, stage, refusalWords);

/** The columns, and the hand or the keys that carry a card from one into another where the table of moves allows it. */
export function Board({ columns, now: read, zone, zoneName, narrowed }: Props) {
  const now = useClock(read);
  const { make, busy, asking, settle, error, forget } = useBoardMoves();
  const { held, grab, letGo, over, drop, press } = useHolding(make);
  const receptionOf = (stage: Stage): Reception =>
    held && stage !== held.card.stage
      ? { over: held.over === stage, why: reasonInto(held.card, stage) }
      : null;
  return (
    <>
      {error ? (
        <div className="px-4 md:px-6.5">
          <Notice>
            <bdi>“{error.headline}”</bdi>: {error.words}{" "}
            <button type="button" onClick={forget} className="cursor-pointer font-semibold underline">
              Close
            </button>
          </Notice>
        </div>
      ) : null}
      <div
        data-held={held ? "" : undefined}
        className="grid grid-cols-1 gap-x-3.5 gap-y-5 px-4 pt-1.5 pb-10 text-[13.5px] sm:grid-cols-2 md:px-6.5 lg:grid-cols-5"
      >
        {columns.map((column) => (
          <Column
            key={column.stage}
            column={column}
            title={column.title}
            narrowed={narrowed}
            moreHref={column.moreHref}
            reception={receptionOf(column.stage)}
            onOver={over}
            onDrop={drop}
          >
            {column.cards.map((card) => (
              <Card
                key={card.id}
                card={card}
                now={now}
                zone={zone}
                held={held?.card.id === card.id}
                busy={busy?.id === card.id ? busy.words : null}
                onMove={make}
                onGrab={grab}
                onLetGo={letGo}
                onKey={press}
              />
            ))}
          </Column>
        ))}
      </div>
      <HeldLine held={held} />
      {asking ? (
        <MoveForm
          move={asking.move}
          story={{ ...asking.card, refused: {}, zone, zoneName, ...localMoments(asking.card, now, zone) }}
          onClose={() => settle(null)}
          onDone={({ words, address }) => settle(address ? `${words} ${address}` : words)}
        />
      ) : null}
      <BoardKeys />
    </>
  );
}

/** What the field for a moment begins with: the moment set, else the end of the embargo, else the next full hour. */
function localMoments(card: BoardCard, now: Date, zone: string) {
  const hour = 3_600_000;
  const full = new Date((Math.floor(now.getTime() / hour) + 1) * hour);
  const embargo = card.embargoUntil && card.embargoUntil > now ? card.embargoUntil : null;
  return {
    nowLocal: localOf(now, zone),
    suggestedLocal: localOf(card.scheduledFor ?? embargo ?? full, zone),
  };
}

/** The card that is held, by the hand or by the keys, and where it is let go. */
function useHolding(make: ReturnType<typeof useBoardMoves>["make"]) {
  const [held, setHeld] = useState<Held | null>(null);
  const latest = useRef(held);
  latest.current = held;

  const letGo = useCallback(() => setHeld(null), []);
  const grab = useCallback((card: BoardCard) => setHeld({ card, over: null, by: "hand" }), []);
  const put = useCallback(
    (stage: Stage | null) => {
      const way = stage && latest.current?.card.ways[stage];
      const card = latest.current?.card;
      if (!way || !card || !("move" in way)) return;
      setHeld(null);
      void make(card, way.move);
    },
    [make],
  );
  const over = useCallback((stage: Stage, event: DragEvent) => {
    const now = latest.current;
    if (now?.by !== "hand") return;
    const way = now.card.ways[stage];
    if (way && "move" in way) event.preventDefault();
    if (now.over !== stage) setHeld({ ...now, over: stage });
  }, []);
  const drop = useCallback(
    (stage: Stage, event: DragEvent) => {
      if (latest.current?.by !== "hand") return;
      event.preventDefault();
      put(stage);
    },
    [put],
  );
  const press = useCallback(
    (card: BoardCard, event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const now = latest.current?.by === "keys" && latest.current.card.id === card.id ? latest.current : null;
      if (!now) {
        if (event.key.toLowerCase() === "m") setHeld({ card, over: card.stage, by: "keys" });
        else if (!focusBeside(event)) return;
      } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        const at = stages.indexOf(now.over ?? card.stage) + (event.key === "ArrowLeft" ? -1 : 1);
        setHeld({ ...now, over: stages[Math.max(0, Math.min(stages.length - 1, at))] ?? null });
      } else if (event.key === "Enter") put(now.over);
      else if (event.key === "Escape" || event.key === "Tab") setHeld(null);
      else return;
      if (event.key !== "Tab") event.preventDefault();
    },
    [put],
  );
  return { held, grab, letGo, over, drop, press };
}

/** Says to those who carry a card by the keys, or listen, where it would go and whether it may. */
function HeldLine({ held }: { held: Held | null }) {
  const shown = held?.by === "keys" ? held : null;
  const into = shown?.over && shown.over !== shown.card.stage ? shown.over : null;
  const why = shown && into ? reasonInto(shown.card, into) : null;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-20 z-40 flex justify-center px-4 md:bottom-6">
      <p
        role="status"
        className="m-0 max-w-2xl rounded-lg bg-ink px-4 py-2.5 text-[14px] text-paper shadow-xl empty:hidden"
      >
        {shown
          ? `“${shown.card.headline || "Untitled"}” is held. ${
              into
                ? why
                  ? `${stageNames[into]}: ${why}`
                  : `${stageNames[into]}: press Enter to move it there.`
                : "The left and right arrows choose a column."
            } Escape lets go.`
          : null}
      </p>
    </div>
  );
}
