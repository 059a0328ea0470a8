import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "@/auth";
import { buttonClasses } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { LibraryFilters } from "@/components/sources/library-filters";
import { NewSource } from "@/components/sources/source-form";
import { SourceList } from "@/components/sources/source-list";
import { type SourceFilter, sourcesListed } from "@/db/queries/desk/sources";
import { isId } from "@/domain/ids";
import { sourceKindNames, sourceKinds } from "@/domain/quotes";

export const metadata: Metadata = { title: "Sources" };

type Search = Record<string, string | string[] | undefined>;

/** The source library: everybody and everything that the newsroom has quoted. */
export default async function SourcesPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requireStaff("/desk/sources");
  const search = await searchParams;
  const filter = filterOf(search);
  const page = await sourcesListed(filter);
  const narrowed = Boolean(filter.text || filter.kind || filter.naming || filter.after);
  return (
    <>
      <PageHead title="Sources" beside="Whom we quote, and how to tell them apart">
        <LibraryFilters
          find="Find a name, role or organisation"
          choices={[
            {
              name: "kind",
              label: "Kind",
              all: "Any kind",
              options: sourceKinds.map((each) => [each, sourceKindNames[each]]),
            },
            {
              name: "naming",
              label: "Naming",
              all: "Named or not",
              options: [
                ["named", "Named"],
                ["unnamed", "Unnamed"],
              ],
            },
          ]}
        />
        <NewSource />
      </PageHead>
      <div className="max-w-305 px-4 pb-12 md:px-6.5">
        {page.sources.length > 0 ? (
          <SourceList rows={page.sources} />
        ) : narrowed ? (
          <Empty title="Nothing fits">
            No source fits what you asked for. Take a filter away, or try another spelling.
          </Empty>
        ) : (
          <Empty title="No sources yet">
            People, organisations and documents that the newsroom quotes stand here. Each comes in with its
            first quote, or by New source.
          </Empty>
        )}
        {page.next ? (
          <p className="mt-4">
            <Link className={buttonClasses()} href={nextHref(search, page.next)}>
              Further sources
            </Link>
          </p>
        ) : null}
      </div>
    </>
  );
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

function filterOf(search: Search): SourceFilter {
  const naming = one(search.naming);
  const after = { name: one(search.from).replaceAll("\0", "").slice(0, 300), id: one(search.after) };
  return {
    text: one(search.q).replaceAll("\0", "").trim().slice(0, 200),
    kind: sourceKinds.find((each) => each === one(search.kind)),
    naming: naming === "named" || naming === "unnamed" ? naming : undefined,
    after: isId(after.id) ? after : undefined,
  };
}

function nextHref(search: Search, next: { name: string; id: string }): string {
  const kept = Object.entries(search)
    .map(([name, value]): [string, string] => [name, one(value)])
    .filter(([name]) => name !== "after" && name !== "from");
  return `/desk/sources?${new URLSearchParams([...kept, ["from", next.name], ["after", next.id]])}`;
}
