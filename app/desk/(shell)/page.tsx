import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "@/auth";
import { Board } from "@/components/board/board";
import { BoardFilters } from "@/components/board/board-filters";
import { Calendar } from "@/components/board/calendar";
import { LiveLine } from "@/components/board/live-line";
import { NewStory } from "@/components/board/new-story";
import { StoryList } from "@/components/board/story-list";
import { Empty } from "@/components/desk/empty";
import { KeepFresh } from "@/components/desk/keep-fresh";
import { PageHead } from "@/components/desk/page-head";
import { Segments } from "@/components/desk/segments";
import { boardChoices, deskNow, dueToday, storiesOnBoard } from "@/db/queries/desk/board";
import { comingMoments, storiesListed } from "@/db/queries/desk/coming";
import { paperOf } from "@/db/queries/desk/paper";
import { type BoardColumn, type BoardFilter, columnLimits, dueFilters, moreOf } from "@/domain/board";
import { calendarDays, dayAfter, dayFrom, mondayOf } from "@/domain/coming";
import { clockTime, longDay, zoneName } from "@/domain/desk-times";
import { isId } from "@/domain/ids";
import type { Actor } from "@/domain/people";
import { localOf } from "@/domain/time";
import { type Stage, stageNames } from "@/domain/workflow";

export const metadata: Metadata = { title: "Board" };

type Search = Record<string, string | string[] | undefined>;
/** What a view of the stories is made from. */
type Asked = { actor: Actor; search: Search; filter: BoardFilter; zone: string; now: Date };

/** The board: every story in hand, by stage; or as a list; or the days ahead as a calendar. */
export default async function BoardPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireStaff();
  const search = await searchParams;
  const filter = filterOf(search);
  const { zone } = await paperOf();
  const [choices, due, now] = await Promise.all([boardChoices(actor), dueToday(actor, zone), deskNow()]);
  const dueWords = due.count > 0 && due.last ? ` · ${due.count} due by ${clockTime(due.last, zone)}` : "";
  const view = one(search.view);
  const asked = { actor, search, filter, zone, now };
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
      <div className="flex px-4 pb-2.5 md:px-6.5">
        <Segments
          label="Views"
          views={[
            { name: "Board", href: at(search, { view: "", from: "", after: "" }), current: view === "" },
            {
              name: "List",
              href: at(search, { view: "list", from: "", after: "" }),
              current: view === "list",
            },
            {
              name: "Calendar",
              href: at(search, { view: "calendar", after: "" }),
              current: view === "calendar",
            },
          ]}
        />
      </div>
      <LiveLine />
      {view === "list" ? <AsList {...asked} /> : null}
      {view === "calendar" ? <AsCalendar {...asked} /> : null}
      {view !== "list" && view !== "calendar" ? <AsBoard {...asked} /> : null}
    </>
  );
}

async function AsBoard({ actor, search, filter, zone, now }: Asked) {
  const columns = await storiesOnBoard(actor, filter, zone);
  const narrowed = isNarrowed(filter);
  if (narrowed && columns.every((column) => column.total === 0))
    return <NothingMatches {...{ filter, search }} />;
  return (
    <Board
      columns={columns.map((column) => ({
        ...column,
        title: titleOf(column.stage, filter),
        moreHref: at(search, { more: moreIn(column) }),
      }))}
      now={now}
      zone={zone}
      zoneName={zoneName(zone, now)}
      narrowed={narrowed}
    />
  );
}

/** Said once, and not in each column. */
const NothingMatches = ({ filter, search }: Pick<Asked, "filter" | "search">) => (
  <div className="px-4 py-2 md:px-6.5">
    <Empty title={filter.text ? `No story matches “${filter.text}”` : "No story matches"}>
      {filter.text
        ? "Headlines, kickers, standfirsts, authors, quotes and the people quoted are looked through. "
        : "Nothing in hand and nothing published today fits these filters. "}
      <Link
        href={at(search, { q: "", section: "", person: "", mine: "", due: "", after: "" })}
        className="font-semibold text-info"
      >
        Show all stories
      </Link>
    </Empty>
  </div>
);

async function AsList({ actor, search, filter, zone, now }: Asked) {
  const { stories, after, hasOlder } = await storiesListed(actor, filter, zone, one(search.after) || null);
  if (isNarrowed(filter) && stories.length === 0) return <NothingMatches {...{ filter, search }} />;
  return (
    <StoryList
      stories={stories}
      now={now}
      zone={zone}
      nextHref={after ? at(search, { after }) : null}
      hasOlder={hasOlder}
    />
  );
}

async function AsCalendar({ actor, search, filter, zone, now }: Asked) {
  const today = localOf(now, zone).slice(0, 10);
  const from = mondayOf(dayFrom(one(search.from), today));
  const moments = await comingMoments(actor, filter, zone, from, calendarDays);
  const beginning = (day: string) => at(search, { from: day });
  return (
    <Calendar
      moments={moments}
      from={from}
      now={now}
      zone={zone}
      zoneName={zoneName(zone, now)}
      earlierHref={beginning(dayAfter(from, -calendarDays))}
      laterHref={beginning(dayAfter(from, calendarDays))}
      todayHref={beginning("")}
    />
  );
}

const titleOf = (stage: Stage, filter: BoardFilter) =>
  stage === "published" && !filter.text ? "Published today" : stageNames[stage];

const moreIn = ({ stage, cards }: BoardColumn) =>
  `${stage}.${Math.min(cards.length + columnLimits.step, columnLimits.most)}`;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

const isNarrowed = ({ text, section, person, due }: BoardFilter) => Boolean(text || section || person || due);

function filterOf(search: Search): BoardFilter {
  const person = one(search.person);
  return {
    text: one(search.q).trim().slice(0, 200),
    section: one(search.section),
    person: isId(person) ? person : "",
    mine: one(search.mine) === "1",
    due: dueFilters.find((due) => due === one(search.due)) ?? "",
    more: moreOf(one(search.more)),
  };
}

/** The address of this page with some of what it asks for changed; an empty value is left out. */
function at(search: Search, changed: Record<string, string>): string {
  const given = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, one(value)]));
  const next = Object.entries({ ...given, ...changed }).filter(([, value]) => value !== "");
  return next.length > 0 ? `/desk?${new URLSearchParams(next)}` : "/desk";
}
