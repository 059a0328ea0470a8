import Link from "next/link";
import type { DragEvent, ReactNode } from "react";
import { Empty } from "@/components/desk/empty";
import type { BoardColumn } from "@/domain/board";
import type { Stage } from "@/domain/workflow";

const belongs: Record<Stage, string> = {
  drafting: "Stories being written. Press New story to begin one.",
  in_review: "Stories that a reporter has sent for review.",
  approved: "Stories an editor has approved, ready to go out.",
  scheduled: "Approved stories that wait for their moment.",
  published: "Stories that went out today.",
};

/** What a column says to the card that is held: nothing, come, or why not. */
export type Reception = { readonly over: boolean; readonly why: string | null } | null;

type Props = {
  column: BoardColumn;
  title: string;
  /** Whether the board is narrowed, so that an empty column may only mean that nothing matches. */
  narrowed: boolean;
  moreHref: string;
  reception: Reception;
  onOver: (stage: Stage, event: DragEvent) => void;
  onDrop: (stage: Stage, event: DragEvent) => void;
  children: ReactNode;
};

/** One stage of the board: its name, how many stories stand there, the first of them, and a way to the rest. */
export function Column({ column, title, narrowed, moreHref, reception, onOver, onDrop, children }: Props) {
  const heading = `stage-${column.stage}`;
  const left = column.total - column.cards.length;
  return (
    <section
      aria-labelledby={heading}
      onDragOver={(event) => onOver(column.stage, event)}
      onDrop={(event) => onDrop(column.stage, event)}
      className={`min-w-0 rounded-lg -outline-offset-1 ${ground(reception)}`}
    >
      <h2 id={heading} className="m-0 mb-2.5 flex gap-2 text-[13px] font-semibold text-ink-2">
        {title}{" "}
        <span className="font-medium text-ink-3">
          {column.total.toLocaleString("en-GB")}
          {column.hasOlder ? " and more" : null}
        </span>
      </h2>
      {reception?.over && reception.why ? (
        <p className="m-0 mb-2.5 rounded-lg bg-broken-soft px-3 py-2.5 text-[12.5px] leading-snug text-broken">
          {reception.why}
        </p>
      ) : null}
      {column.total === 0 ? (
        <Empty>{narrowed ? "Nothing here matches." : belongs[column.stage]}</Empty>
      ) : (
        <ul className="m-0 p-0">{children}</ul>
      )}
      {left > 0 ? (
        <Link
          href={moreHref}
          scroll={false}
          className="block rounded-lg border border-rule bg-surface px-3 py-2.5 text-center text-[13px] font-semibold no-underline hover:border-edge"
        >
          {left.toLocaleString("en-GB")} more
        </Link>
      ) : null}
      {left === 0 && column.hasOlder ? <OlderToo /> : null}
    </section>
  );
}

/** Said at the end of what was found. */
export const OlderToo = () => (
  <p className="m-0 px-3 py-2.5 text-center text-[13px] text-ink-3">
    Older stories match, too. Rarer words, or more of the headline, find them.
  </p>
);

/** Where the held card may go is drawn with a line, where it is held over with a ground as well. */
function ground(reception: Reception): string {
  if (!reception) return "";
  if (reception.why) return reception.over ? "outline-2 outline-dashed outline-broken" : "";
  return `outline-2 outline-dashed outline-sourced ${reception.over ? "bg-sourced-soft" : ""}`;
}
