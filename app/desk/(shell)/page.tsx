import type { Metadata } from "next";
import { requireStaff } from "@/auth";
import { BoardFilters } from "@/components/board/board-filters";
import { Column } from "@/components/board/column";
import { LiveLine } from "@/components/board/live-line";
import { NewStory } from "@/components/board/new-story";
import { KeepFresh } from "@/components/desk/keep-fresh";
import { PageHead } from "@/components/desk/page-head";
import { boardChoices, deskNow, dueToday, storiesOnBoard } from "@/db/queries/desk/board";
import { paperOf } from "@/db/queries/desk/paper";
import type { BoardFilter } from "@/domain/board";
import { clockTime, longDay } from "@/domain/desk-times";
import { isId } from "@/domain/ids";
import { type Stage, stageNames, stages } from "@/domain/workflow";

export const metadata: Metadata = { title: "Board" };

type Search = Record<string, string | string[] | undefined>;

/** The board: every story in hand, by stage. */
export default async function BoardPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireStaff();
  const search = await searchParams;
  const filter = filterOf(search);
  const { zone } = await paperOf();
  const [columns, choices, due, now] = await Promise.all([
    storiesOnBoard(actor, filter, zone),
    boardChoices(actor),
    dueToday(actor, zone),
    deskNow(),
  ]);
  const narrowed = Boolean(filter.text || filter.section || filter.person);
  const dueWords = due.count > 0 && due.last ? ` · ${due.count} due by ${clockTime(due.last, zone)}` : "";
  return (
    <>
      <KeepFresh live="stories" />
      <PageHead
        title={filter.mine ? "My stories" : "Today’s stories"}
        beside={`${longDay(now, zone)}${dueWords}`}
      >
        <BoardFilters {...choices} />
        <NewStory />
      </PageHead>
      <LiveLine />
      <div className="grid grid-cols-1 gap-x-3.5 gap-y-5 px-4 pt-1.5 pb-10 text-[13.5px] sm:grid-cols-2 md:px-6.5 lg:grid-cols-5">
        {columns.map((column) => (
          <Column
            key={column.stage}
            column={column}
            title={titleOf(column.stage, filter)}
            now={now}
            zone={zone}
            narrowed={narrowed}
            moreHref={moreHref(search, column.stage)}
          />
        ))}
      </div>
    </>
  );
}

const titleOf = (stage: Stage, filter: BoardFilter) =>
  stage === "published" && !filter.text ? "Published today" : stageNames[stage];

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

function filterOf(search: Search): BoardFilter {
  const person = one(search.person);
  return {
    text: one(search.q).trim().slice(0, 200),
    section: one(search.section),
    person: isId(person) ? person : "",
    mine: one(search.mine) === "1",
    more: stages.find((stage) => stage === one(search.more)) ?? null,
  };
}

function moreHref(search: Search, stage: Stage): string {
  const kept = Object.entries(search).map(([name, value]): [string, string] => [name, one(value)]);
  return `/desk?${new URLSearchParams([...kept.filter(([name]) => name !== "more"), ["more", stage]])}`;
}
