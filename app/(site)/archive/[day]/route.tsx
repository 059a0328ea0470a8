import { dayText } from "@/components/site/moment";
import { dayAsked } from "@/domain/search-words";
import { missingPage, sitePage } from "../../site-page";
import { thePaper } from "../../the-paper";
import { dayPage } from "../day-page";

export const dynamic = "force-dynamic";

/** A day that no calendar has, or that has not come yet, is no page. */
export const GET = sitePage<{ day: string }>(async ({ params }) => {
  const day = dayAsked(params.day);
  const shown = await thePaper();
  return day && day <= dayText(new Date(), shown.paper.zone) ? dayPage(shown, day) : missingPage(shown);
});
