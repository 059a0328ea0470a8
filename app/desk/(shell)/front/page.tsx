import type { Metadata } from "next";
import { requireStaff } from "@/auth";
import { Refused } from "@/components/desk/refused";
import { FrontDesk } from "@/components/front/front-desk";
import { deskNow } from "@/db/queries/desk/board";
import { frontForEditing, liveStories } from "@/db/queries/desk/front";
import { paperOf } from "@/db/queries/desk/paper";
import { zoneName } from "@/domain/desk-times";
import { localOf } from "@/domain/time";

export const metadata: Metadata = { title: "Front page" };

/** Where editors arrange the front page. */
export default async function FrontPage() {
  const actor = await requireStaff();
  const [front, stories, { zone }, now] = await Promise.all([
    frontForEditing(actor),
    liveStories(actor),
    paperOf(),
    deskNow(),
  ]);
  if (!front) return <Refused title="Front page" why="editors_only" />;
  const placings = front.placings.map((each) => ({
    ...each,
    pinnedUntil: each.pinnedUntil ? localOf(new Date(each.pinnedUntil), zone) : null,
  }));
  return (
    <FrontDesk
      placings={placings}
      breaking={front.breaking}
      base={front.base}
      stories={stories}
      zoneName={zoneName(zone, now)}
    />
  );
}
