import type { Body } from "@/domain/body/body";
import { countWords, readBody } from "@/domain/body/read-body";
import type { QuoteRecord } from "@/domain/quote-record";
import { quotationsOf, type StoryQuotation } from "@/domain/story-quotes";

export type QuotationsAsked = {
  readonly number: number;
  readonly body: Body;
  readonly records: readonly QuoteRecord[];
  readonly quotationWords: number;
};
export type QuotationsRead = {
  readonly number: number;
  readonly quotations: StoryQuotation[];
  readonly words: number;
};

/** Reads a story's quotations and counts its words. */
export function readQuotations({ number, body, records, quotationWords }: QuotationsAsked): QuotationsRead {
  const known = new Map(records.map((record) => [record.id, record]));
  const quotations = quotationsOf(body, known, { quotationWords });
  return { number, quotations, words: countWords(readBody(body).text) };
}

// Beside the page, so that a long story is read without holding up a single key.
if (typeof document === "undefined" && typeof self !== "undefined") {
  self.onmessage = (event: MessageEvent<QuotationsAsked>) => self.postMessage(readQuotations(event.data));
}
