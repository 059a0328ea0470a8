"use client";

import type { Editor } from "@tiptap/react";
import { useSyncExternalStore } from "react";
import type { Body } from "@/domain/body/body";
import type { QuoteRecord } from "@/domain/quote-record";
import type { StoryQuotation } from "@/domain/story-quotes";
import {
  areMarked,
  askedToRead,
  haveRead,
  quotationsIn,
  selectedIn,
  selectQuotation,
} from "./quotations-shown";
import { type QuotationsAsked, type QuotationsRead, readQuotations } from "./quotations-worker";

export type Reading = {
  readonly quotations: readonly StoryQuotation[];
  readonly selected: string | null;
  readonly words: number;
};

/** Milliseconds between two readings of a text that is being written; longer where reading takes longer. */
const pause = 220;

/** Reads the story's quotations and length beside the typing, and tells the marks in the text and the panel. */
export class StoryReading {
  private editor: Editor | null = null;
  private readonly records: Map<string, QuoteRecord>;
  private readonly asked = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private worker: Worker | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;
  private again = false;
  private number = 0;
  private took = 0;
  private noWorker = false;
  /** What the quotations on screen say, without their places. */
  private signs = "";
  private reading: Reading;

  constructor(
    records: readonly QuoteRecord[],
    body: Body,
    private readonly quotationWords: number,
    /** Finds records that the text names and this page does not know: words pasted from another story. */
    private readonly find: (ids: string[]) => Promise<readonly QuoteRecord[]>,
  ) {
    this.records = new Map(records.map((record) => [record.id, record]));
    const first = readQuotations({ number: 0, body, records, quotationWords });
    const { quotations, words } = first;
    this.reading = { quotations, selected: null, words };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly current = (): Reading => this.reading;

  attach(editor: Editor): () => void {
    this.editor = editor;
    this.read();
    return () => {
      this.editor = null;
      clearTimeout(this.timer);
      this.timer = undefined;
      this.worker?.terminate();
      this.worker = null;
      this.busy = false;
    };
  }

  /** The text has changed. */
  soon(): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => this.read(), Math.max(pause, this.took));
  }

  /** A quote was recorded, mended or looked up. */
  know(records: readonly QuoteRecord[]): void {
    for (const record of records) this.records.set(record.id, record);
    this.read();
  }

  record(id: string): QuoteRecord | undefined {
    return this.records.get(id);
  }

  select(key: string | null): void {
    if (key === this.reading.selected || !this.editor || this.editor.isDestroyed) return;
    this.editor.view.dispatch(selectQuotation(this.editor.state.tr, key));
    this.reading = { ...this.reading, selected: key };
    this.tell();
  }

  private read(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.busy) {
      this.again = true;
      return;
    }
    if (!this.editor || this.editor.isDestroyed) return;
    this.busy = true;
    this.number += 1;
    const body = this.editor.state.doc.toJSON() as Body;
    this.editor.view.dispatch(askedToRead(this.editor.state.tr));
    const { number, quotationWords } = this;
    this.hand({ number, body, records: [...this.records.values()], quotationWords }, performance.now());
  }

  private hand(asked: QuotationsAsked, from: number): void {
    const worker = this.reader();
    if (!worker) {
      this.have(readQuotations(asked), from);
      return;
    }
    worker.onmessage = (event: MessageEvent<QuotationsRead>) => this.have(event.data, from);
    worker.onerror = () => {
      // A browser or a rule of its owner that allows no workers: the page reads for itself.
      this.worker = null;
      this.noWorker = true;
      this.have(readQuotations(asked), from);
    };
    worker.postMessage(asked);
  }

  private reader(): Worker | null {
    if (this.noWorker || this.worker) return this.worker;
    try {
      this.worker = new Worker(new URL("./quotations-worker.ts", import.meta.url), { type: "module" });
    } catch {
      this.noWorker = true;
    }
    return this.worker;
  }

  private have(read: QuotationsRead, from: number): void {
    if (read.number !== this.number) return;
    this.busy = false;
    this.took = performance.now() - from;
    if (!this.editor || this.editor.isDestroyed) return;
    const signs = read.quotations.map(signOf).join("\n");
    if (signs !== this.signs || !areMarked(this.editor.state, read.quotations)) {
      this.signs = signs;
      this.editor.view.dispatch(haveRead(this.editor.state.tr, read.quotations));
      const quotations = quotationsIn(this.editor.state);
      this.reading = { quotations, selected: selectedIn(this.editor.state), words: read.words };
      this.tell();
      this.lookUp(quotations);
    } else if (read.words !== this.reading.words) {
      // The quotations stand as they stood, and their marks have moved along with the text.
      this.reading = { ...this.reading, words: read.words };
      this.tell();
    }
    if (this.again) {
      this.again = false;
      this.soon();
    }
  }

  private lookUp(quotations: readonly StoryQuotation[]): void {
    const unknown = quotations
      .filter((each) => each.kind === "tied" && !each.record && !this.asked.has(each.quoteId))
      .flatMap((each) => (each.kind === "tied" ? [each.quoteId] : []));
    if (unknown.length === 0) return;
    for (const id of unknown) this.asked.add(id);
    void this.find(unknown).then((records) => records.length > 0 && this.know(records));
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** All that is shown of a quotation, in one string. */
const signOf = (quotation: StoryQuotation): string =>
  JSON.stringify({ ...quotation, from: 0, to: 0, ...(quotation.kind === "tied" ? { parts: null } : {}) });

/** The newest quotations, for a component that shows them: it draws anew only when they say something else. */
export function useReading(reading: StoryReading): Pick<Reading, "quotations" | "selected"> {
  const quotations = () => reading.current().quotations;
  const selected = () => reading.current().selected;
  return {
    quotations: useSyncExternalStore(reading.subscribe, quotations, quotations),
    selected: useSyncExternalStore(reading.subscribe, selected, selected),
  };
}
