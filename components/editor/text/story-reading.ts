"use client";

import type { Editor } from "@tiptap/react";
import { useSyncExternalStore } from "react";
import type { Body, BodyNode } from "@/domain/body/body";
import type { QuoteRecord } from "@/domain/quote-record";
import type { StoryQuotation } from "@/domain/story-quotes";
import { pulledIn, untie } from "../quote-work";
import { changeFromOutside } from "./outside-change";
import {
  changeBetween,
  type QuotationsAsked,
  type QuotationsRead,
  QuotationsReader,
  readWholeLater,
  withChange,
} from "./quotations-reader";
import {
  areMarked,
  askedToRead,
  haveRead,
  quotationsIn,
  selectedIn,
  selectQuotation,
} from "./quotations-shown";
import { bodyOf } from "./story-text";

export type Reading = {
  readonly quotations: readonly StoryQuotation[];
  readonly selected: string | null;
  readonly words: number;
  /** The quotations have not been read yet: the story is a long one, and has just been opened. */
  readonly pending: boolean;
};

/** Milliseconds between two readings of a text that is being written; longer where reading takes longer. What is typed
 * is to stand in the panel within 300. */
const pause = 120;

/** Words up to which a story's quotations stand there at once; longer ones are read beside the page. */
const readAtOnce = 3_000;

/** Reads the story's quotations and length beside the typing, and tells the marks in the text and the panel. */
export class StoryReading {
  private editor: Editor | null = null;
  private readonly records: Map<string, QuoteRecord>;
  private readonly asked = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private worker: Worker | null = null;
  /** Reads in the page itself, where no worker may. */
  /** Who waits for a reading, and the number of the last question that was asked before they did. */
  private whenRead: {
    readonly after: number;
    readonly then: (quotations: readonly StoryQuotation[]) => void;
  } | null = null;
  private instead: QuotationsReader | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Leaves a reading of the whole text off. */
  private leaveOff = () => {};
  private busy = false;
  private again = false;
  private number = 0;
  private took = 0;
  /** What whoever reads has been told of already. */
  private told: readonly BodyNode[] = [];
  private recordsTold = false;
  /** The marks in the text are not where the quotations are, so all of them are asked for. */
  private whole = false;
  /** The quotations as whoever reads told them last, and whether a change in them came too late to be shown. */
  private heard: readonly StoryQuotation[] = [];
  private unheeded = false;
  private reading: Reading;

  constructor(
    records: readonly QuoteRecord[],
    private readonly text: {
      readonly body: Body;
      readonly wordCount: number;
      /** People whom the newsroom has among its sources. */
      readonly knownNames: readonly string[];
    },
    private readonly quotationWords: number,
    /** Finds records that the text names and this page does not know: words pasted from another story. Null when it
     * could not be found out. */
    private readonly find: (ids: string[]) => Promise<readonly QuoteRecord[] | null>,
    /** Told when a tie to a quote that is not there, or not for this person to see, was taken off the words. */
    private readonly dropped: () => void,
  ) {
    this.records = new Map(records.map((record) => [record.id, record]));
    const { body, wordCount } = text;
    if (wordCount > readAtOnce) {
      this.reading = { quotations: [], selected: null, words: wordCount, pending: true };
      return;
    }
    const blocks = body.content ?? [];
    const { knownNames } = text;
    const all = {
      number: 0,
      start: 0,
      removed: 0,
      blocks,
      records,
      quotationWords,
      knownNames,
      whole: true,
    };
    const read = new QuotationsReader().read(all);
    this.reading = { quotations: withChange([], read), selected: null, words: read.words, pending: false };
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
      this.leaveOff();
      this.timer = undefined;
      this.worker?.terminate();
      this.worker = null;
      this.forgetTold();
      this.busy = false;
    };
  }

  /** The text has changed. */
  soon(): void {
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => this.read(), Math.max(pause, this.took));
  }

  /** Calls back once what has just come into the text was read. */
  afterNextReading(then: (quotations: readonly StoryQuotation[]) => void): void {
    this.whenRead = { after: this.number, then };
  }

  /** A quote was recorded, mended or looked up. */
  know(records: readonly QuoteRecord[]): void {
    for (const record of records) this.records.set(record.id, record);
    this.recordsTold = false;
    this.read();
  }

  record(id: string): QuoteRecord | undefined {
    return this.records.get(id);
  }

  select(key: string | null): void {
    if (key === this.reading.selected || !this.editor || this.editor.isDestroyed) return;
    changeFromOutside(this.editor, ({ tr }) => selectQuotation(tr, key));
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
    const blocks = bodyOf(this.editor.state.doc).content ?? [];
    changeFromOutside(this.editor, ({ tr }) => askedToRead(tr));
    this.hand(blocks, performance.now());
  }

  private hand(blocks: readonly BodyNode[], from: number): void {
    // Blocks that have not changed are the very same objects.
    const { start, removed, count } = changeBetween(this.told, blocks);
    const { number, quotationWords, whole } = this;
    const worker = this.reader();
    const records = this.recordsTold ? null : [...this.records.values()];
    const asked: QuotationsAsked = {
      number,
      quotationWords,
      whole,
      records,
      knownNames: records ? this.text.knownNames : null,
      start,
      removed,
      blocks: blocks.slice(start, start + count),
    };
    this.told = blocks;
    this.recordsTold = true;
    this.whole = false;
    if (!worker) {
      this.instead ??= new QuotationsReader();
      this.have(this.instead.read(asked), from);
      this.readWholeLater(this.instead);
      return;
    }
    worker.onmessage = (event: MessageEvent<QuotationsRead>) => this.have(event.data, from);
    worker.onerror = () => {
      // A browser or a rule of its owner that allows no workers: the page reads for itself.
      this.worker = null;
      this.instead = new QuotationsReader();
      this.forgetTold();
      this.hand(blocks, from);
    };
    worker.postMessage(asked);
  }

  /** What the worker does by itself. */
  private readWholeLater(reader: QuotationsReader): void {
    this.leaveOff();
    if (!reader.isPartial) return;
    this.leaveOff = readWholeLater(reader, (whole) => this.have(whole, performance.now()));
  }

  private reader(): Worker | null {
    if (this.instead || this.worker) return this.worker;
    try {
      this.worker = new Worker(new URL("./quotations-worker.ts", import.meta.url), { type: "module" });
    } catch {
      this.instead = new QuotationsReader();
    }
    return this.worker;
  }

  /** Whoever reads next has been told of nothing. */
  private forgetTold(): void {
    this.told = [];
    this.recordsTold = false;
    this.whole = true;
    this.leaveOff();
    this.instead &&= new QuotationsReader();
  }

  private have(read: QuotationsRead, from: number): void {
    // What changed is told against what was told before, heeded or not.
    this.heard = withChange(this.heard, read);
    if (read.number !== this.number) {
      this.unheeded ||= read.quotations !== null;
      return;
    }
    // A second answer to the same question is of the whole text, and comes when the writing rests.
    if (this.busy) this.took = performance.now() - from;
    this.busy = false;
    if (!this.editor || this.editor.isDestroyed) return;
    const { words } = read;
    if (read.quotations || this.unheeded) {
      this.unheeded = false;
      changeFromOutside(this.editor, ({ tr }) => haveRead(tr, this.heard));
      const quotations = quotationsIn(this.editor.state);
      this.reading = { quotations, selected: selectedIn(this.editor.state), words, pending: false };
      this.tell();
      this.lookUp(quotations);
      const { whenRead } = this;
      // An answer that was on its way already knows nothing of what has come into the text since.
      if (whenRead && read.number > whenRead.after) {
        this.whenRead = null;
        whenRead.then(quotations);
      }
    } else {
      // The quotations stand as they stood, and typing has moved their marks along; cutting and moving may not have.
      this.again ||= this.whole = !areMarked(this.editor.state, read.places);
      if (words !== this.reading.words) {
        this.reading = { ...this.reading, words };
        this.tell();
      }
    }
    if (this.again) {
      this.again = false;
      this.soon();
    }
  }

  private lookUp(quotations: readonly StoryQuotation[]): void {
    const tied = quotations.flatMap((each) => (each.kind === "tied" && !each.record ? [each.quoteId] : []));
    const large = this.editor ? pulledIn(this.editor).filter((id) => !this.records.has(id)) : [];
    const unknown = [...new Set([...tied, ...large])].filter((id) => !this.asked.has(id));
    if (unknown.length === 0) return;
    for (const id of unknown) this.asked.add(id);
    void this.find(unknown).then((records) => this.found(unknown, records));
  }

  private found(asked: readonly string[], records: readonly QuoteRecord[] | null): void {
    if (records === null) {
      for (const id of asked) this.asked.delete(id);
      return;
    }
    if (records.length > 0) this.know(records);
    const unseen = asked.filter((id) => records.every((record) => record.id !== id));
    if (unseen.length === 0 || !this.editor?.isEditable) return;
    // Pasted again later, they are to be looked up and taken off again.
    for (const id of unseen) this.asked.delete(id);
    if (untie(this.editor, unseen)) this.dropped();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The newest quotations, for a component that shows them: it draws anew only when they say something else. */
export function useReading(reading: StoryReading): Pick<Reading, "quotations" | "selected" | "pending"> {
  const quotations = () => reading.current().quotations;
  const selected = () => reading.current().selected;
  const pending = () => reading.current().pending;
  return {
    pending: useSyncExternalStore(reading.subscribe, pending, pending),
    quotations: useSyncExternalStore(reading.subscribe, quotations, quotations),
    selected: useSyncExternalStore(reading.subscribe, selected, selected),
  };
}
