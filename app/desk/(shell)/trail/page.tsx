import type { Metadata } from "next";
import Link from "next/link";
import { trailFilterOf } from "@/app/desk/trail/filter";
import { requireStaff } from "@/auth";
import { PageHead } from "@/components/desk/page-head";
import { Refused } from "@/components/desk/refused";
import { Segments } from "@/components/desk/segments";
import { TrailFilters } from "@/components/trail/trail-filters";
import { TrailList } from "@/components/trail/trail-list";
import { boardChoices, deskNow } from "@/db/queries/desk/board";
import { paperOf } from "@/db/queries/desk/paper";
import { trailEntries } from "@/db/queries/desk/trail";
import { mayReadTrail, trailLength } from "@/domain/trail";

export const metadata: Metadata = { title: "Trail" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The trail of the whole desk: who did what, when and why. It can be searched and kept, and never changed. */
export default async function TrailPage({ searchParams }: Props) {
  const [actor, given] = await Promise.all([requireStaff(), searchParams]);
  const search = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === "string" && value ? [[name, value]] : [],
    ),
  );
  const filter = trailFilterOf(search);
  if (!mayReadTrail(actor, filter.of))
    return <Refused title="Trail" why={filter.of === "stories" ? "editors_only" : "admins_only"} />;
  const before = /^\d{1,15}$/.test(search.get("before") ?? "") ? Number(search.get("before")) : null;
  const { zone } = await paperOf();
  const [entries, { people }, now] = await Promise.all([
    trailEntries(actor, filter, zone, before),
    boardChoices(actor),
    deskNow(),
  ]);
  const shown = (entries ?? []).slice(0, trailLength);
  const at = (path: string, changed: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changed)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next.size > 0 ? `${path}?${next}` : path;
  };
  return (
    <>
      <PageHead title="Trail" beside="Who did what, and why. Nobody can change it.">
        {mayReadTrail(actor, "staff") ? (
          <Segments
            label="Trails"
            views={[
              {
                name: "Stories",
                href: at("/desk/trail", { of: "", before: "" }),
                current: filter.of === "stories",
              },
              {
                name: "People and settings",
                href: at("/desk/trail", { of: "staff", story: "", before: "" }),
                current: filter.of === "staff",
              },
            ]}
          />
        ) : null}
      </PageHead>
      <div className="max-w-5xl px-4 pb-16 md:px-6.5">
        <TrailFilters
          key={String(search)}
          filter={filter}
          people={people}
          exports={[
            { name: "Keep as CSV", href: at("/desk/trail/export", { as: "csv", before: "" }) },
            { name: "Keep as JSON lines", href: at("/desk/trail/export", { as: "jsonl", before: "" }) },
          ]}
        />
        <TrailList entries={shown} now={now} zone={zone} />
        {(entries?.length ?? 0) > trailLength ? (
          <p className="mt-3 mb-0">
            <Link
              href={at("/desk/trail", { before: String(shown.at(-1)?.id ?? "") })}
              className="font-semibold text-info"
            >
              Older
            </Link>
          </p>
        ) : null}
      </div>
    </>
  );
}
