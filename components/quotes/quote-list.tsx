import Link from "next/link";
import { shortDay } from "@/domain/desk-times";
import { recordTag } from "@/domain/quote-lines";
import type { QuoteRecord } from "@/domain/quote-record";
import { QuoteOrigin, Tag } from "./quote-card";

export type QuoteRow = {
  readonly record: QuoteRecord;
  readonly recordedByName: string;
  readonly createdAt: Date;
  readonly uses: number;
};

const usesInWords = (uses: number): string =>
  uses === 0 ? "not used yet" : uses === 1 ? "in 1 story" : `in ${uses} stories`;

/** Quotes on record, each a link to its page. */
export function QuoteList({ rows, zone, label }: { rows: readonly QuoteRow[]; zone: string; label: string }) {
  return (
    <ul
      aria-label={label}
      className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0 text-[13.5px]"
    >
      {rows.map(({ record, recordedByName, createdAt, uses }) => (
        <li key={record.id} className="relative px-4.5 py-3.5 hover:bg-sunken">
          <Link
            href={`/desk/quotes/${record.id}`}
            className="mb-1.5 block font-head text-[17px] leading-[1.4] text-ink italic no-underline after:absolute after:inset-0 after:content-['']"
          >
            <span dir="auto" className="line-clamp-3 [overflow-wrap:anywhere]">
              “{record.verbatim}”
            </span>
          </Link>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-1">
            <div className="min-w-0 flex-1 basis-72">
              <QuoteOrigin record={record} />
              <Tag {...recordTag(record)} />
            </div>
            <p className="m-0 text-[12.5px] text-ink-3">
              {usesInWords(uses)} · recorded by {recordedByName}, {shortDay(createdAt, zone)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
