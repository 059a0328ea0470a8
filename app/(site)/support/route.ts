import { countClick } from "@/db/readers/counts";
import { appealPlaces, isRobot } from "@/domain/appeal";
import { isSafeLink } from "@/domain/body/links";
import { logUnexpected } from "@/server/unexpected";
import { siteOrigin } from "../origin";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

/** Takes a reader on to where the newsroom asks for support, and counts that somebody went: the day and the place of the
 * link, and nothing of the reader. It leads to the newsroom's own address alone. */
export async function GET(request: Request): Promise<Response> {
  const { paper } = await thePaper();
  const href = paper.appeal?.href;
  if (!href || !isSafeLink(href)) return onTo("/");
  const by = new URL(request.url).searchParams.get("by");
  const place = appealPlaces.find((each) => each === by);
  const isAhead = /prefetch|prerender/i.test(
    `${request.headers.get("sec-purpose") ?? ""}${request.headers.get("purpose") ?? ""}`,
  );
  if (place && !isAhead && !isRobot(request.headers.get("user-agent") ?? "")) {
    // A reader who wants to give is never held up by our counting.
    await countClick(place).catch((error: unknown) => logUnexpected(error, "counting a click"));
  }
  return onTo(href);
}

const onTo = (href: string): Response =>
  new Response(null, {
    status: 303,
    headers: {
      location: new URL(href, siteOrigin()).href,
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
    },
  });
