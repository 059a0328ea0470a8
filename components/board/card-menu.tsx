"use client";

import { useRouter } from "next/navigation";
import { approve, publish, sendForReview, unschedule } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Menu, type MenuEntry } from "@/components/desk/menu";
import { useCommand } from "@/components/desk/use-command";
import { askingMoves, type BoardCard, moveLabels, type PlainMove, plainMoves } from "@/domain/board";

const commands = {
  send: sendForReview,
  approve,
  publish,
  unschedule: ({ id }: { id: string; revision: number }) => unschedule({ id }),
} as const satisfies Record<PlainMove, (input: { id: string; revision: number }) => unknown>;

const done: Record<PlainMove, string> = {
  send: "Sent for review.",
  approve: "Approved.",
  unschedule: "Unscheduled.",
  publish: "Published.",
};

/** The moves of one card. What needs a note, a text or a moment opens the review page with its form. */
export function CardMenu({ card }: { card: BoardCard }) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, pending, error, forget } = useCommand(
    (move: PlainMove) =>
      commands[move]({ id: card.id, revision: card.revision }) as ReturnType<typeof approve>,
  );
  const name = card.headline || "Untitled";

  const make = async (move: PlainMove) => {
    const made = await run(move);
    if (made) announce(`${done[move]} “${name}”`);
    router.refresh();
  };
  const entries: MenuEntry[] = [
    { label: "Write", choose: () => router.push(`/desk/stories/${card.id}`) },
    { label: "Review", choose: () => router.push(`/desk/stories/${card.id}/review`) },
    { label: "History", choose: () => router.push(`/desk/stories/${card.id}/history`) },
    ...plainMoves
      .filter((move) => card.moves.includes(move))
      .map((move) => ({ label: moveLabels[move], choose: () => void make(move) })),
    ...askingMoves
      .filter((move) => card.moves.includes(move))
      .map((move) => ({
        label: `${moveLabels[move]} …`,
        choose: () => router.push(`/desk/stories/${card.id}/review?do=${move}`),
      })),
  ];
  return (
    <>
      {pending ? (
        <span role="status" className="inline-block py-2 text-[12px] text-ink-3">
          Moving …
        </span>
      ) : (
        <Menu label={`What to do with “${name}”`} entries={entries} />
      )}
      {error ? (
        <div
          role="alert"
          className="absolute right-0 z-20 mt-1 w-60 rounded-card border border-broken bg-broken-soft p-3 text-[13px] leading-snug text-broken shadow-lg"
        >
          {error}
          <button
            type="button"
            onClick={forget}
            className="mt-2 block cursor-pointer font-semibold underline"
          >
            Close
          </button>
        </div>
      ) : null}
    </>
  );
}
