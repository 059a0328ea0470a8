import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";
import { Refused } from "@/components/desk/refused";
import { Segments } from "@/components/desk/segments";
import { FrontDesk } from "@/components/front/front-desk";
import { deskNow } from "@/db/queries/desk/board";
import { frontForEditing, liveQuotes, liveStories } from "@/db/queries/desk/front";
import { paperOf, shapeOfPaper } from "@/db/queries/desk/paper";
import { zoneName } from "@/domain/desk-times";
import { frontPageName, inLocalTimes } from "@/domain/front-page";
import { isEditor } from "@/domain/people";
import { momentInWords } from "@/domain/time";

export const metadata: Metadata = { title: "Front page" };

type Props = { searchParams: Promise<{ section?: string | string[]; find?: string | string[] }> };

/** Where editors arrange the front page and the top of each section's page. */
export default async function FrontPage({ searchParams }: Props) {
  const [actor, asked, { sections }, { zone }, now] = await Promise.all([
    requireStaff(),
    searchParams,
    shapeOfPaper(),
    paperOf(),
    deskNow(),
  ]);
  if (!isEditor(actor)) return <Refused title="Front page" why="editors_only" />;
  const section = asked.section ? sections.find((each) => each.slug === asked.section) : undefined;
  if (asked.section && !section) notFound();
  const front = section?.id ?? frontPageName;
  const found = await frontForEditing(actor, front);
  if (!found) return <Refused title="Front page" why="editors_only" />;
  const find = typeof asked.find === "string" ? asked.find.trim().slice(0, 200) : "";
  const wanted = { text: find, sectionId: section?.id };
  const { draft, live, revision, saved, published } = found;
  const [stories, quotes] = await Promise.all([
    liveStories(actor, { ...wanted, placed: draft.placings.map((each) => each.storyId) }),
    liveQuotes(actor, { ...wanted, chosen: draft.quotes }),
  ]);
  const addressOf = (slug?: string) => (slug ? `/desk/front?section=${slug}` : "/desk/front");
  return (
    <>
      <FrontDesk
        key={front}
        front={front}
        title={section ? `Front of ${section.name}` : "Front page"}
        site={section ? `/${section.slug}` : "/"}
        address={addressOf(section?.slug)}
        draft={inLocalTimes(draft, zone)}
        live={inLocalTimes(live, zone)}
        revision={revision}
        savedBy={saved?.by ?? ""}
        history={published ? `Last published by ${published.by}, ${momentInWords(published.at, zone)}.` : ""}
        stories={stories}
        quotes={quotes}
        find={find}
        zone={zone}
        zoneName={zoneName(zone, now)}
        now={now}
      />
      <div className="overflow-x-auto px-4 pb-10 md:px-6.5">
        <Segments
          label="Fronts"
          views={[
            { name: "Front page", href: addressOf(), current: !section },
            ...sections.map(({ slug, name }) => ({
              name,
              href: addressOf(slug),
              current: slug === section?.slug,
            })),
          ]}
        />
      </div>
    </>
  );
}
