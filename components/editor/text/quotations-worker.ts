import type { BodyNode } from "@/domain/body/body";
import { countWords, readBody } from "@/domain/body/read-body";
import type { QuoteRecord } from "@/domain/quote-record";
import { quotationsOf, type StoryQuotation } from "@/domain/story-quotes";

/** A text to be read, told as what has changed since it was last read: in a long story that is a block or two. */
export type QuotationsAsked = {
  readonly number: number;
  /** At this block `removed` blocks are replaced by `blocks`. */
  readonly start: number;
  readonly removed: number;
  readonly blocks: readonly BodyNode[];
  /** Null: the same as before. */
  readonly records: readonly QuoteRecord[] | null;
  readonly quotationWords: number;
  /** Null: the same as before. */
  readonly knownNames: readonly string[] | null;
  /** The quotations are wanted even when they say the same as before. */
  readonly whole: boolean;
};
export type QuotationsRead = {
  readonly number: number;
  /** Null when they say what they said before, at these places. */
  readonly quotations: readonly StoryQuotation[] | null;
  readonly places: readonly Place[];
  readonly words: number;
};
export type Place = { readonly from: number; readonly to: number };

/** The pieces of a quotation as they stand in the text. */
export const piecesOf = (quotation: StoryQuotation): readonly Place[] =>
  quotation.kind === "tied" ? quotation.parts : [quotation];

/** All that is shown of a quotation, in one string. */
const signOf = (quotation: StoryQuotation): string =>
  JSON.stringify({ ...quotation, from: 0, to: 0, ...(quotation.kind === "tied" ? { parts: null } : {}) });

/** Reads a story's quotations and counts its words, again and again while it is written. */
export class QuotationsReader {
  private content: readonly BodyNode[] = [];
  private known: ReadonlyMap<string, QuoteRecord> = new Map();
  private names: readonly string[] = [];
  private signs: string | null = null;

  read(asked: QuotationsAsked): QuotationsRead {
    const { number, start, removed, blocks, records, quotationWords, knownNames, whole } = asked;
    this.content = [...this.content.slice(0, start), ...blocks, ...this.content.slice(start + removed)];
    if (records) this.known = new Map(records.map((record) => [record.id, record]));
    if (knownNames) this.names = knownNames;
    const body = { type: "doc" as const, content: this.content };
    const quotations = quotationsOf(body, this.known, { quotationWords, knownNames: this.names });
    const signs = quotations.map(signOf).join("\n");
    const same = signs === this.signs && !whole;
    this.signs = signs;
    const places = quotations.flatMap(piecesOf).map(({ from, to }) => ({ from, to }));
    const words = countWords(readBody(body).text);
    return { number, quotations: same ? null : quotations, places, words };
  }
}

// Beside the page, so that a long story is read without holding up a single key.
if (typeof document === "undefined" && typeof self !== "undefined") {
  const reader = new QuotationsReader();
  self.onmessage = (event: MessageEvent<QuotationsAsked>) => self.postMessage(reader.read(event.data));
}
