import type { Metadata } from "next";
import { StoryList } from "@/components/site/cards";
import { Frame } from "@/components/site/frame";
import { momentText } from "@/components/site/moment";
import { storiesOnDay } from "@/db/queries/site/lists";
import { MissingPage, missingMetadata } from "../../missing";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ day: string }> };

const dayLength = 86_400_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** The day of the address, at noon in UTC. A day that no calendar has is no page. */
async function dayAsked(params: Props["params"]): Promise<Date | undefined> {
  const { day } = await params;
  const noon = new Date(`${day}T12:00:00Z`);
  const isDay = /^(19|20)\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(noon.getTime()) && dayOf(noon) === day;
  return isDay ? noon : undefined;
}

const named = (noon: Date, language: string) => momentText(noon, "weekday", { language, zone: "UTC" });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const noon = await dayAsked(params);
  if (!noon) return missingMetadata;
  const { paper } = await thePaper();
  return { title: named(noon, paper.language), alternates: { canonical: `/archive/${dayOf(noon)}` } };
}

export default async function ArchivePage({ params }: Props) {
  const noon = await dayAsked(params);
  if (!noon) return <MissingPage />;
  const shown = await thePaper();
  const stories = await storiesOnDay(dayOf(noon), shown.paper.zone);
  const before = new Date(noon.getTime() - dayLength);
  const after = new Date(noon.getTime() + dayLength);
  return (
    <Frame shown={shown}>
      <header className="list-head">
        <p className="kicker">The paper of</p>
        <h1>{named(noon, shown.paper.language)}</h1>
      </header>
      <StoryList stories={stories} clock={shown.paper} empty="No story was published on this day." />
      <nav className="days" aria-label="Other days">
        <a href={`/archive/${dayOf(before)}`} rel="prev">
          {momentText(before, "day", { language: shown.paper.language, zone: "UTC" })}
        </a>
        <a href={`/archive/${dayOf(after)}`} rel="next">
          {momentText(after, "day", { language: shown.paper.language, zone: "UTC" })}
        </a>
      </nav>
    </Frame>
  );
}
