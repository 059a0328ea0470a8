"use client";

import { useRouter } from "next/navigation";
import { Menu, type MenuEntry } from "@/components/desk/menu";
import {
  type AskingMove,
  askingMoves,
  type BoardCard,
  moveLabels,
  type PlainMove,
  plainMoves,
  whyNotInto,
} from "@/domain/board";
import { refusalWords } from "@/domain/refusal";
import { stageNames, stages } from "@/domain/workflow";

type Props = {
  card: BoardCard;
  busy: string | null;
  onMove: (card: BoardCard, move: PlainMove | AskingMove) => void;
};

/** The moves of one card, and for each column that it cannot go into now, why not. */
export function CardMenu({ card, busy, onMove }: Props) {
  const router = useRouter();
  if (busy) {
    return (
      <span role="status" className="inline-block py-2 text-[12px] text-ink-3">
        {busy}
      </span>
    );
  }
  const entries: MenuEntry[] = [
    { label: "Write", choose: () => router.push(`/desk/stories/${card.id}`) },
    { label: "Review", choose: () => router.push(`/desk/stories/${card.id}/review`) },
    { label: "History", choose: () => router.push(`/desk/stories/${card.id}/history`) },
    ...(card.mayAssign
      ? [
          {
            label: "Assign …",
            choose: () => router.push(`/desk/stories/${card.id}/review?do=assign`),
          },
        ]
      : []),
    ...plainMoves
      .filter((move) => card.moves.includes(move))
      .map((move) => ({ label: moveLabels[move], choose: () => onMove(card, move) })),
    ...askingMoves
      .filter((move) => card.moves.includes(move))
      .map((move) => ({ label: `${moveLabels[move]} …`, choose: () => onMove(card, move) })),
    ...stages.flatMap((stage): MenuEntry[] => {
      const why = stage === card.stage ? null : whyNotInto(card.ways[stage], card.stage, stage, refusalWords);
      return why
        ? [{ label: `Move to ${stageNames[stage].toLowerCase()}`, refusedBecause: why, choose: () => {} }]
        : [];
    }),
  ];
  return <Menu label={`What to do with “${card.headline || "Untitled"}”`} entries={entries} />;
}
