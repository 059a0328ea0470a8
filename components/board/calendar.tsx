import Link from "next/link";
import { cardAddress } from "@/domain/board";
import { type ComingMoment, calendarDays, dayAfter, momentNames } from "@/domain/coming";
import { clockTime, dayOfWeek, longDay } from "@/domain/desk-times";
import { localOf } from "@/domain/time";

type Props = {
  moments: readonly ComingMoment[];
  /** The first day shown, YYYY-MM-DD. */
  from: string;
  now: Date;
  zone: string;
  zoneName: string;
  earlierHref: string;
  laterHref: string;
  todayHref: string;
};

/** Two weeks of the newsroom: what falls due, goes out by itself and comes out of embargo on each day. */
export function Calendar({ moments, from, now, zone, zoneName, earlierHref, laterHref, todayHref }: Props) {
  const today = localOf(now, zone).slice(0, 10);
  const days = Array.from({ length: calendarDays }, (_, index) => dayAfter(from, index));
  const way =
    "rounded-card border border-rule bg-surface px-3 py-1.5 font-semibold no-underline hover:border-edge";
  return (
    <div className="px-4 pb-10 md:px-6.5">
      <nav aria-label="Weeks" className="mb-3 flex flex-wrap items-center gap-2 text-[13.5px]">
        <Link href={earlierHref} scroll={false} className={way}>
          Earlier
        </Link>
        <Link href={todayHref} scroll={false} className={way}>
          This week
        </Link>
        <Link href={laterHref} scroll={false} className={way}>
          Later
        </Link>
        <span className="text-ink-3">Times of the newsroom: {zoneName}</span>
      </nav>
      <ol className="m-0 grid list-none grid-cols-1 gap-2 p-0 md:grid-cols-7">
        {days.map((day) => (
          <Day
            key={day}
            day={day}
            isToday={day === today}
            moments={moments.filter((moment) => localOf(moment.at, zone).startsWith(day))}
            now={now}
            zone={zone}
          />
        ))}
      </ol>
    </div>
  );
}

function Day({
  day,
  isToday,
  moments,
  now,
  zone,
}: {
  day: string;
  isToday: boolean;
  moments: readonly ComingMoment[];
  now: Date;
  zone: string;
}) {
  const noon = new Date(`${day}T12:00:00Z`);
  return (
    <li
      className={`min-w-0 rounded-lg border bg-surface px-3 py-2.5 text-[13px] md:min-h-36 ${isToday ? "border-info" : "border-rule"}`}
    >
      <h2 className="m-0 mb-1.5 text-[12.5px] font-semibold text-ink-2">
        <time dateTime={day} title={longDay(noon, "UTC")}>
          {dayOfWeek(noon, "UTC")}
        </time>
        {isToday ? <span className="text-info"> · today</span> : null}
      </h2>
      {moments.length === 0 ? (
        <p className="m-0 text-ink-3">Nothing yet</p>
      ) : (
        <ul className="m-0 list-none p-0">
          {moments.map((moment) => (
            <li key={`${moment.kind}${moment.id}`} className="py-1 leading-snug [overflow-wrap:anywhere]">
              <span className={`font-semibold ${toneOf(moment, now)}`}>
                {clockTime(moment.at, zone)} {wordsOf(moment, now)}
              </span>
              {/* Whoever listens hears all of a long headline, and the day stays a day. */}
              <Link
                href={cardAddress(moment)}
                prefetch={false}
                dir="auto"
                title={moment.headline.length > 60 ? moment.headline : undefined}
                className="line-clamp-3 no-underline hover:underline"
              >
                {moment.headline || "Untitled"}
              </Link>
              <span className="block truncate text-ink-3">
                <bdi>{moment.authors.join(", ")}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const isLate = (moment: ComingMoment, now: Date) =>
  moment.missed && moment.kind === "scheduled" ? true : moment.kind === "due" && moment.at < now;

const wordsOf = (moment: ComingMoment, now: Date) =>
  moment.kind === "scheduled" && moment.missed
    ? "Missed its moment"
    : isLate(moment, now)
      ? `${momentNames[moment.kind]}, late`
      : momentNames[moment.kind];

const toneOf = (moment: ComingMoment, now: Date) =>
  isLate(moment, now)
    ? "text-broken"
    : { due: "text-attention", scheduled: "text-info", embargo: "text-broken" }[moment.kind];
