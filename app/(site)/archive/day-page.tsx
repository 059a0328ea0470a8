import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { dayText, momentText } from "@/components/site/moment";
import type { PaperShown } from "@/components/site/shown";
import { daysBeside, storiesOnDay } from "@/db/queries/site/lists";
import type { SitePage } from "../site-page";

/** A day in words. It has no hour, so it is named at noon. */
const dayNamed = (day: string, format: "weekday" | "day", { language }: { language: string }) =>
  momentText(new Date(`${day}T12:00:00Z`), format, { language, zone: "UTC" });

/** What came out on one day, with the ways to the days beside it that have something. */
export async function dayPage(shown: PaperShown, day: string, title?: string): Promise<SitePage> {
  const { paper } = shown;
  const [stories, { before, after, first }] = await Promise.all([
    storiesOnDay(day, paper.zone),
    daysBeside(day, paper.zone),
  ]);
  return {
    shown,
    head: {
      title: title ?? dayNamed(day, "weekday", paper),
      canonical: `/archive/${day}`,
      // Nothing is to be found on a day without stories, and there are many of them.
      ...(stories.length === 0 && { robots: "noindex" as const }),
    },
    body: (
      <Frame shown={shown}>
        <header className="list-head">
          <p className="kicker">The paper of</p>
          <h1>{dayNamed(day, "weekday", paper)}</h1>
          <DayForm day={day} first={first} today={dayText(new Date(), paper.zone)} />
        </header>
        <StoryList stories={stories} clock={paper} empty="No story was published on this day." />
        <nav className="days" aria-label="Other days">
          {before ? (
            <a href={`/archive/${before}`} rel="prev">
              ← {dayNamed(before, "day", paper)}
            </a>
          ) : null}
          {after ? (
            <a href={`/archive/${after}`} rel="next">
              {dayNamed(after, "day", paper)} →
            </a>
          ) : null}
        </nav>
      </Frame>
    ),
  };
}

/** Leads to a day that the reader chooses, from the first with a story to today. */
function DayForm({ day, first, today }: { day: string; first: string | undefined; today: string }) {
  return (
    <search>
      <form action="/archive" method="get" className="search-form">
        <div>
          <label htmlFor="day">Another day</label>
          <input id="day" name="day" type="date" defaultValue={day} min={first} max={today} required />
        </div>
        <button type="submit">Show</button>
      </form>
    </search>
  );
}
