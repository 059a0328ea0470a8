import { dayText } from "@/components/site/moment";
import { newestStories } from "@/db/queries/site/lists";
import { dayAsked } from "@/domain/search-words";
import { missingPage, movedTo, sitePage } from "../site-page";
import { thePaper } from "../the-paper";
import { dayPage } from "./day-page";

export const dynamic = "force-dynamic";

/** The newest day on which something came out; today where nothing has yet. A day that was chosen has a page of its own. */
export const GET = sitePage(async ({ query }) => {
  const chosen = dayAsked(query.day);
  if (chosen) return movedTo(`/archive/${chosen}`);
  if (query.day) return missingPage();
  const [shown, [newest]] = await Promise.all([thePaper(), newestStories({ length: 1 })]);
  return dayPage(shown, dayText(newest?.publishedAt ?? new Date(), shown.paper.zone), "Archive");
});
