import type { Metadata } from "next";
import Link from "next/link";
import { requireStaff } from "@/auth";
import { buttonClasses } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { NewQuote } from "@/components/quotes/quote-dialogs";
import { QuoteList } from "@/components/quotes/quote-list";
import { LibraryFilters } from "@/components/sources/library-filters";
import { paperOf } from "@/db/queries/desk/paper";
import { type QuoteFilter, quotesListed } from "@/db/queries/desk/quotes-listed";
import { isId } from "@/domain/ids";
import { isEditor } from "@/domain/people";
import {
  groundRuleNames,
  groundRules,
  quoteStateNames,
  quoteStates,
  quoteUseNames,
  quoteUses,
  sourceKindNames,
  sourceKinds,
  verificationNames,
  verifications,
} from "@/domain/quotes";

export const metadata: Metadata = { title: "Quotes" };

type Search = Record<string, string | string[] | undefined>;

/** Every quote on record that the person may see, the newest first. */
export default async function QuotesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireStaff("/desk/quotes");
  const search = await searchParams;
  const filter = filterOf(search);
  const [{ zone, language }, page] = await Promise.all([paperOf(), quotesListed(actor, filter)]);
  const { before, ...asked } = filter;
  const narrowed = Object.values(asked).some(Boolean);
  return (
    <>
      <PageHead
        title="Quotes"
        beside={isEditor(actor) ? "All on record" : "Yours, your stories’, and those in print"}
      >
        <NewQuote language={language} />
      </PageHead>
      <div className="px-4 pb-3 md:px-6.5">
        <LibraryFilters
          find="Find words or a speaker"
          choices={[
            {
              name: "checked",
              label: "Verification",
              all: "Any verification",
              options: verifications.map((each) => [each, verificationNames[each]]),
            },
            {
              name: "rule",
              label: "Ground rule",
              all: "Any ground rule",
              options: groundRules.map((each) => [each, groundRuleNames[each]]),
            },
            {
              name: "kind",
              label: "Kind of source",
              all: "Any source",
              options: sourceKinds.map((each) => [each, sourceKindNames[each]]),
            },
            {
              name: "state",
              label: "Whether it stands",
              all: "Standing or not",
              options: quoteStates.map((each) => [each, quoteStateNames[each]]),
            },
            {
              name: "use",
              label: "Use in stories",
              all: "Used or not",
              options: quoteUses.map((each) => [each, quoteUseNames[each]]),
            },
          ]}
        />
      </div>
      <div className="max-w-305 px-4 pb-12 md:px-6.5">
        {page.quotes.length > 0 ? (
          <QuoteList rows={page.quotes} zone={zone} label="Quotes" />
        ) : (
          <NothingHere narrowed={narrowed || before !== undefined} />
        )}
        <p className="mt-4 flex flex-wrap gap-2.5">
          {before ? (
            <Link className={buttonClasses()} href={pageHref(search, null)}>
              Newest quotes
            </Link>
          ) : null}
          {page.older ? (
            <Link className={buttonClasses()} href={pageHref(search, page.older)}>
              Older quotes
            </Link>
          ) : null}
        </p>
      </div>
    </>
  );
}

function NothingHere({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <Empty title="Nothing fits">
        No quote on record fits what you asked for. Take a filter away, or look for fewer words.
      </Empty>
    );
  return (
    <Empty title="No quotes on record yet">
      A quote is the exact words of a source, with the day they were said and the evidence for them. Press New
      quote to write up an interview, or attach one to words in a story.
    </Empty>
  );
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";
const among = <Each extends string>(all: readonly Each[], value: string): Each | undefined =>
  all.find((each) => each === value);

function filterOf(search: Search): QuoteFilter {
  const before = one(search.before);
  return {
    text: one(search.q).replaceAll("\0", "").trim().slice(0, 200),
    verification: among(verifications, one(search.checked)),
    groundRule: among(groundRules, one(search.rule)),
    kind: among(sourceKinds, one(search.kind)),
    state: among(quoteStates, one(search.state)),
    use: among(quoteUses, one(search.use)),
    before: isId(before) ? before : undefined,
  };
}

/** The same list from another place on; from its beginning where that is null. */
function pageHref(search: Search, before: string | null): string {
  const kept = Object.entries(search)
    .map(([name, value]): [string, string] => [name, one(value)])
    .filter(([name, value]) => name !== "before" && value);
  const parts = new URLSearchParams(before ? [...kept, ["before", before]] : kept);
  return parts.size > 0 ? `/desk/quotes?${parts}` : "/desk/quotes";
}
