import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "@/auth";
import { buttonClasses } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { AddPictures } from "@/components/pictures/add-pictures";
import { Thumbnail } from "@/components/pictures/library-dialog";
import { LibraryFilters } from "@/components/sources/library-filters";
import { type PictureFilter, picturesListed } from "@/db/queries/desk/pictures";
import { isId } from "@/domain/ids";

export const metadata: Metadata = { title: "Pictures" };

type Search = Record<string, string | string[] | undefined>;

/** The newsroom's pictures: to be found, used again, and put right. */
export default async function Pictures({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireStaff("/desk/pictures");
  const search = await searchParams;
  const filter = filterOf(search);
  const page = await picturesListed(actor, filter);
  const narrowed = Boolean(filter.text || filter.mine || filter.before);
  return (
    <>
      <PageHead title="Pictures" beside="Re-encoded, with nothing left of camera or place">
        <LibraryFilters
          find="Find by words or credit"
          choices={[{ name: "whose", label: "Whose", all: "Everybody’s", options: [["mine", "Mine"]] }]}
        />
      </PageHead>
      <div className="max-w-305 px-4 pb-12 md:px-6.5">
        <AddPictures>
          {page.pictures.length > 0 ? (
            <ul className="m-0 grid list-none grid-cols-2 gap-4 p-0 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
              {page.pictures.map((picture) => (
                <li key={picture.id}>
                  <Link
                    href={`/desk/pictures/${picture.id}`}
                    className="block h-full rounded-card border border-rule bg-surface no-underline hover:border-edge"
                  >
                    <Thumbnail picture={picture} />
                    <span className="block px-2.5 py-2 text-[13px] leading-snug">
                      <span dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
                        {picture.alt || picture.caption || "Without words yet"}
                      </span>
                      {picture.credit ? (
                        <span dir="auto" className="mt-0.5 block truncate text-[12px] text-ink-3">
                          {picture.credit}
                        </span>
                      ) : null}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <Empty title={narrowed ? "Nothing fits" : "No pictures yet"}>
              {narrowed
                ? "No picture fits what you asked for. Take a filter away, or try another word."
                : "Pictures that are put into stories stand here, to be used again. Add some, or drop them here."}
            </Empty>
          )}
        </AddPictures>
        {page.older ? (
          <p className="mt-4">
            <Link className={buttonClasses()} href={olderHref(search, page.older)}>
              Older pictures
            </Link>
          </p>
        ) : null}
      </div>
    </>
  );
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

function filterOf(search: Search): PictureFilter {
  const before = one(search.before);
  return {
    text: one(search.q).replaceAll("\0", "").trim().slice(0, 200),
    mine: one(search.whose) === "mine",
    before: isId(before) ? before : undefined,
  };
}

function olderHref(search: Search, before: string): string {
  const kept = Object.entries(search)
    .map(([name, value]): [string, string] => [name, one(value)])
    .filter(([name]) => name !== "before");
  return `/desk/pictures?${new URLSearchParams([...kept, ["before", before]])}`;
}
