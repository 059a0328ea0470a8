import { dayText } from "@/components/site/moment";
import { newestStories } from "@/db/queries/site/lists";
import { sitePage } from "../site-page";
import { thePaper } from "../the-paper";
import { dayPage } from "./day-page";

export const dynamic = "force-dynamic";

/** The newest day on which something came out; today where nothing has yet. */
export const GET = sitePage(async () => {
  const [shown, [newest]] = await Promise.all([thePaper(), newestStories({ length: 1 })]);
  return dayPage(shown, dayText(newest?.publishedAt ?? new Date(), shown.paper.zone), "Archive");
});
