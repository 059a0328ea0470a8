"use client";

import { compareWords } from "@/domain/quotations/compare";
import type { QuoteRecord } from "@/domain/quote-record";
import { verificationNames } from "@/domain/quotes";
import { Button } from "../desk/button";
import { QuoteOrigin } from "./quote-card";

/** Quotes of this speaker that are on record and hold these very words: one record serves every story that shows them. */
export function OnRecordAlready({
  quotes,
  words,
  onChoose,
}: {
  quotes: readonly QuoteRecord[];
  words: string;
  onChoose: (record: QuoteRecord) => void;
}) {
  const alike = words
    ? quotes
        .filter(
          (each) =>
            each.groundRule !== "off_record" && compareWords(each.verbatim, words).standing !== "altered",
        )
        .slice(0, 3)
    : [];
  if (alike.length === 0) return null;
  return (
    <section
      aria-label="On record already"
      className="mb-4 rounded-lg border border-sourced/40 bg-sourced-soft p-3.5"
    >
      <h3 className="m-0 mb-2 text-[13px] font-semibold">On record already</h3>
      <ul className="m-0 grid list-none gap-3 p-0">
        {alike.map((record) => (
          <li key={record.id} className="flex flex-wrap items-end gap-x-4 gap-y-2 text-[13.5px]">
            <div className="min-w-0 flex-1 basis-64">
              <p className="m-0 mb-1 line-clamp-3 font-head text-[16.5px] leading-snug italic">
                “{record.verbatim}”
              </p>
              <QuoteOrigin record={record} />
              <p className="m-0 text-ink-2">{verificationNames[record.verification]}</p>
            </div>
            <Button onClick={() => onChoose(record)}>Use this quote</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
