import type { Metadata } from "next";
import { dayText } from "@/components/site/moment";
import { newestStories } from "@/db/queries/site/lists";
import { thePaper } from "../the-paper";
import { DayPage } from "./day-page";

/** The newest day on which something came out; today where nothing has yet. */
async function newestDay(): Promise<string> {
  const [{ paper }, [newest]] = await Promise.all([thePaper(), newestStories({ length: 1 })]);
  return dayText(newest?.publishedAt ?? new Date(), paper.zone);
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: "Archive", alternates: { canonical: `/archive/${await newestDay()}` } };
}

export default async function ArchivePage() {
  return <DayPage shown={await thePaper()} day={await newestDay()} />;
}
