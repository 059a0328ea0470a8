import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";
import { PageHead } from "@/components/desk/page-head";
import { DoubtPanel } from "@/components/quotes/doubt-panel";
import { EvidenceList } from "@/components/quotes/evidence-list";
import { Tag } from "@/components/quotes/quote-card";
import { ChangeQuote } from "@/components/quotes/quote-dialogs";
import { QuoteTrail } from "@/components/quotes/quote-trail";
import { UsedIn } from "@/components/quotes/used-in";
import { Verify } from "@/components/review/verify";
import { paperOf } from "@/db/queries/desk/paper";
import { quoteForDesk } from "@/db/queries/desk/quotes";
import { fullMoment } from "@/domain/desk-times";
import { decideDispute } from "@/domain/dispute-rules";
import { isId } from "@/domain/ids";
import { isEditor } from "@/domain/people";
import { cardLine, evidenceLine, recordTag } from "@/domain/quote-lines";
import { isWithheld } from "@/domain/quote-record";
import { mayChangeQuote } from "@/domain/quote-rules";
import { groundRuleMeanings, groundRuleNames, quoteStates } from "@/domain/quotes";
import { refusalWords } from "@/domain/refusal";

export const metadata: Metadata = { title: "Quote" };

const heading = "m-0 mb-2 font-ui text-[15px] font-semibold";

/** One quote: the exact words, how we know, who has checked them, and where they are used. */
export default async function QuotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireStaff(`/desk/quotes/${id}`);
  const quote = isId(id) ? await quoteForDesk(actor, id) : null;
  if (!quote) notFound();
  const { zone } = await paperOf();
  const { record } = quote;
  const mayChange = mayChangeQuote(record, actor);
  return (
    <>
      <PageHead title="Quote" beside={`recorded by ${quote.recordedByName}`}>
        <ChangeQuote
          record={record}
          language={quote.language}
          refusedBecause={mayChange ? undefined : refusalWords.not_your_quote}
        />
      </PageHead>
      <div className="grid max-w-6xl gap-8 px-4 pb-12 text-[14px] leading-normal md:px-6.5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <article>
          <blockquote
            dir="auto"
            lang={quote.language}
            className="m-0 mb-4 font-head text-[25px] leading-[1.35] [overflow-wrap:anywhere] whitespace-pre-line italic"
          >
            “{record.verbatim}”
          </blockquote>
          {record.translation ? (
            <p dir="auto" className="m-0 mb-4 font-text text-[17px] text-ink-2">
              {record.translation}
            </p>
          ) : null}
          <p className="m-0">
            <Link href={`/desk/sources/${record.source.id}`} className="font-semibold">
              <bdi>{record.source.name}</bdi>
            </Link>
            {[record.source.role, record.source.organisation].filter(Boolean).map((each) => ` · ${each}`)}
          </p>
          <p className="m-0 text-ink-3">{cardLine(record, new Date().getFullYear())}</p>
          <p className="mt-2 mb-0 text-ink-2">
            <b className="font-semibold">{groundRuleNames[record.groundRule]}.</b>{" "}
            {groundRuleMeanings[record.groundRule]}
          </p>
          <Tag {...recordTag(record)} />
          {record.publicRef && !isWithheld(record) ? (
            <p className="m-0 mt-1">
              <a href={`/quote/${record.publicRef}`} className="text-info">
                The page that readers see
              </a>
            </p>
          ) : null}
          <section aria-labelledby="evidence" className="mt-7">
            <h2 id="evidence" className={heading}>
              Evidence
            </h2>
            <EvidenceList pieces={record.evidence} mayPublish={isEditor(actor)} />
            <Verify
              quoteId={record.id}
              verification={record.verification}
              evidence={record.evidence.map((piece) => ({
                id: piece.id,
                words: evidenceLine(piece).slice(0, 300),
              }))}
              isOwn={record.recordedBy === actor.id}
            />
          </section>
          {record.note ? (
            <section aria-labelledby="note" className="mt-7">
              <h2 id="note" className={heading}>
                Note for the desk
              </h2>
              <p className="m-0 whitespace-pre-line">{record.note}</p>
            </section>
          ) : null}
        </article>
        <div className="grid content-start gap-7">
          <UsedIn uses={quote.uses} />
          <DoubtPanel
            quoteId={record.id}
            state={record.state}
            may={quoteStates.filter((state) => decideDispute(record, state, actor, "a reason").ok).reverse()}
            doubts={quote.doubts.map(({ at, ...doubt }) => ({ ...doubt, when: fullMoment(at, zone) }))}
            tasks={quote.tasks.map(({ closedAt: _, ...task }) => task)}
          />
          <QuoteTrail events={quote.events} zone={zone} />
        </div>
      </div>
    </>
  );
}
