import Link from "next/link";
import type { ReactNode } from "react";
import { Empty } from "@/components/desk/empty";
import type { BoardColumn } from "@/domain/board";
import type { Stage } from "@/domain/workflow";
import { Card } from "./card";

const belongs: Record<Stage, string> = {
  drafting: "Stories being written. Press New story to begin one.",
  in_review: "Stories that a reporter has sent for review.",
  approved: "Stories an editor has approved, ready to go out.",
  scheduled: "Approved stories that wait for their moment.",
  published: "Stories that went out today.",
};

type Props = {
  column: BoardColumn;
  title: string;
  now: Date;
  zone: string;
  /** Whether the board is narrowed, so that an empty column may only mean that nothing matches. */
  narrowed: boolean;
  moreHref: string;
};

/** One stage of the board: its name, how many stories stand there, the first of them, and a way to the rest. */
export function Column({ column, title, now, zone, narrowed, moreHref }: Props) {
  const heading = `stage-${column.stage}`;
  const left = column.total - column.cards.length;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="m-0 mb-2.5 flex gap-2 text-[13px] font-semibold text-ink-2">
        {title} <span className="font-medium text-ink-3">{column.total}</span>
      </h2>
      {column.total === 0 ? (
        <Nothing>{narrowed ? "Nothing here matches." : belongs[column.stage]}</Nothing>
      ) : (
        <ul className="m-0 p-0">
          {column.cards.map((card) => (
            <Card key={card.id} card={card} now={now} zone={zone} />
          ))}
        </ul>
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
    </section>
  );
}

const Nothing = ({ children }: { children: ReactNode }) => <Empty>{children}</Empty>;
