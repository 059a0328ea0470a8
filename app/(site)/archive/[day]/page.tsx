import type { Metadata } from "next";
import { dayText } from "@/components/site/moment";
import { dayAsked } from "@/domain/search-words";
import { MissingPage, missingMetadata } from "../../missing";
import { thePaper } from "../../the-paper";
import { DayPage, dayNamed, storiesOf } from "../day-page";

type Props = { params: Promise<{ day: string }> };

/** The day of the address. One that no calendar has, or that has not come yet, is no page. */
async function dayOfParams(params: Props["params"]): Promise<string | undefined> {
  const day = dayAsked((await params).day);
  const { paper } = await thePaper();
  return day && day <= dayText(new Date(), paper.zone) ? day : undefined;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const day = await dayOfParams(params);
  if (!day) return missingMetadata;
  const { paper } = await thePaper();
  const isEmpty = (await storiesOf(day, paper.zone)).length === 0;
  return {
    title: dayNamed(day, "weekday", paper),
    alternates: { canonical: `/archive/${day}` },
    // Nothing is to be found on a day without stories, and there are many of them.
    ...(isEmpty && { robots: { index: false } }),
  };
}

export default async function ArchiveDayPage({ params }: Props) {
  const day = await dayOfParams(params);
  return day ? <DayPage shown={await thePaper()} day={day} /> : <MissingPage />;
}
