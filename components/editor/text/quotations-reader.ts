import type { BodyNode } from "@/domain/body/body";
import { countWords, readBody, sizeOf } from "@/domain/body/read-body";
import { atPlaces, signOf } from "@/domain/quote-lines";
import type { QuoteRecord } from "@/domain/quote-record";
import type { Steps } from "@/domain/steps";
import {
  inTextOrder,
  readingUntied,
  type StoryQuotation,
  tiedQuotationsOf,
  type UntiedQuotation,
  untiedQuotationsOf,
} from "@/domain/story-quotes";

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
  /** What has changed since they were last told; null when they say what they said before, at these places. */
  readonly quotations: QuotationsChange | null;
  readonly places: readonly Place[];
  readonly words: number;
};
/** At this quotation `removed` ones are replaced by `fresh`. All others say what they said: in a long story there are
 * hundreds, too many to be handed over at each key. */
export type QuotationsChange = {
  readonly start: number;
  readonly removed: number;
  readonly fresh: readonly StoryQuotation[];
};

/** The quotations as they were told last, with what has changed in them, each at its place. */
export function withChange(
  before: readonly StoryQuotation[],
  { quotations: change, places }: Pick<QuotationsRead, "quotations" | "places">,
): StoryQuotation[] {
  const { start, removed, fresh } = change ?? { start: 0, removed: 0, fresh: [] };
  let at = 0;
  return before.toSpliced(start, removed, ...fresh).map((quotation) => {
    const first = at;
    at += piecesOf(quotation).length;
    return atPlaces(quotation, places.slice(first, at));
  });
}

export type Place = { readonly from: number; readonly to: number };

/** The pieces of a quotation as they stand in the text. */
export const piecesOf = (quotation: StoryQuotation): readonly Place[] =>
  quotation.kind === "tied" ? quotation.parts : [quotation];

/** Words from which on a change is first read with its neighbourhood alone. */
const longText = 3_000;
/** A change of more blocks than these is read with the whole text. */
const mostNearby = 30;
/** The neighbourhood: as many blocks before and after a change, for who "she" is and where a quotation ends. */
const [blocksBefore, blocksAfter] = [15, 4];
/** Milliseconds without a change after which a long text is read as a whole again. */
const restBeforeWhole = 1_500;

/** Milliseconds of work between two rests. */
const slice = 15;

/** Reads the whole text once the writing rests, a little at a time: a key that comes meanwhile is answered first, and what
 * is then asked anew is not kept waiting. Answers how to leave it off. */
export function readWholeLater(reader: QuotationsReader, then: (read: QuotationsRead) => void): () => void {
  const steps = reader.readingWhole();
  let timer = setTimeout(goOn, restBeforeWhole);
  function goOn() {
    const until = performance.now() + slice;
    do {
      const step = steps.next();
      if (!step.done) continue;
      if (step.value) then(step.value);
      return;
    } while (performance.now() < until);
    timer = setTimeout(goOn);
  }
  return () => clearTimeout(timer);
}

/** Reads a story's quotations and counts its words, again and again while it is written. What changes in a long text is
 * read at once with its neighbourhood, and the whole of it by `readWholeLater` once the writing rests: a name that is given
 * far above may then change who the text is taken to suggest. */
export class QuotationsReader {
  private content: readonly BodyNode[] = [];
  private records: ReadonlyMap<string, QuoteRecord> = new Map();
  private rules = { quotationWords: 0, knownNames: [] as readonly string[] };
  private untied: readonly UntiedQuotation[] = [];
  private signs: readonly string[] = [];
  private latest: Pick<QuotationsAsked, "number"> = { number: 0 };
  /** Only a neighbourhood was read since the whole was. */
  isPartial = false;
  private readonly wordsOf = remembered((block) => countWords(readBody(bodyOf([block])).text));
  private readonly sizes = remembered(sizeOf);

  read(asked: QuotationsAsked): QuotationsRead {
    const { start, removed, blocks, records, quotationWords, knownNames } = asked;
    const before = this.content;
    this.content = [...before.slice(0, start), ...blocks, ...before.slice(start + removed)];
    if (records) this.records = new Map(records.map((record) => [record.id, record]));
    this.rules = { quotationWords, knownNames: knownNames ?? this.rules.knownNames };
    this.latest = asked;
    this.isPartial = before.length > 0 && this.words() > longText && blocks.length <= mostNearby;
    this.untied = this.isPartial ? this.nearby(before, asked) : this.all();
    return this.told(asked.whole);
  }

  /** The whole text anew, in steps; null where it says what was told last. Left off, it changes nothing. */
  *readingWhole(): Steps<QuotationsRead | null> {
    const untied = yield* readingUntied(bodyOf(this.content), this.records, this.rules);
    this.isPartial = false;
    this.untied = untied;
    const told = this.told(false);
    return told.quotations ? told : null;
  }

  private words(): number {
    return this.content.reduce((words, block) => words + this.wordsOf(block), 0);
  }

  private told(anyway: boolean): QuotationsRead {
    const quotations = inTextOrder(tiedQuotationsOf(bodyOf(this.content), this.records), this.untied);
    const before = anyway ? [] : this.signs;
    this.signs = quotations.map(signOf);
    const { start, removed, count } = changeBetween(before, this.signs);
    const fresh = quotations.slice(start, start + count);
    const same = removed === 0 && count === 0 && !anyway;
    const places = quotations.flatMap(piecesOf).map(({ from, to }) => ({ from, to }));
    return {
      number: this.latest.number,
      quotations: same ? null : { start, removed: anyway ? Number.MAX_SAFE_INTEGER : removed, fresh },
      places,
      words: this.words(),
    };
  }

  private all(): UntiedQuotation[] {
    return untiedQuotationsOf(bodyOf(this.content), this.records, this.rules);
  }

  /** What was read before, but for the changed blocks and one on either side: these are read anew, among those around
   * them and with every speaker whom the text has named so far. */
  private nearby(
    before: readonly BodyNode[],
    { start, removed, blocks }: QuotationsAsked,
  ): UntiedQuotation[] {
    const end = start + blocks.length;
    const first = Math.max(0, start - blocksBefore);
    const around = this.content.slice(first, end + blocksAfter);
    const speakers = this.untied.flatMap((each) => each.suggestion?.speaker ?? []);
    const knownNames = [...new Set([...this.rules.knownNames, ...speakers])];
    const offset = this.sizeUpTo(this.content, first);
    const fresh = {
      from: this.sizeUpTo(this.content, start - 1),
      to: this.sizeUpTo(this.content, end + 1),
    };
    const read = untiedQuotationsOf(bodyOf(around), this.records, { ...this.rules, knownNames })
      .map((each) => movedBy(each, offset))
      .filter((each) => meet(each, fresh));
    const stale = {
      from: this.sizeUpTo(before, start - 1),
      to: this.sizeUpTo(before, start + removed + 1),
    };
    const shift = fresh.to - stale.to;
    const kept = this.untied
      .filter((each) => !meet(each, stale))
      .map((each) => (each.from >= stale.to ? movedBy(each, shift) : each))
      .filter((each) => !read.some((one) => meet(one, each)));
    return [...kept, ...read];
  }

  private sizeUpTo(content: readonly BodyNode[], block: number): number {
    return content.slice(0, Math.max(0, block)).reduce((size, each) => size + this.sizes(each), 0);
  }
}

/** Where one list differs from another: at `start` the next `removed` are replaced by `count` others. */
export function changeBetween<Each>(
  before: readonly Each[],
  now: readonly Each[],
): { start: number; removed: number; count: number } {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return { start, removed: before.length - start - end, count: now.length - start - end };
}

const bodyOf = (content: readonly BodyNode[]) => ({ type: "doc" as const, content: [...content] });

const meet = (one: Place, other: Place): boolean => one.from < other.to && one.to > other.from;

const movedBy = (quotation: UntiedQuotation, by: number): UntiedQuotation => ({
  ...quotation,
  from: quotation.from + by,
  to: quotation.to + by,
});

/** Asks once for each block: those that have not changed are the very same objects. */
function remembered(ask: (block: BodyNode) => number): (block: BodyNode) => number {
  const answers = new WeakMap<BodyNode, number>();
  return (block) => {
    const known = answers.get(block);
    if (known !== undefined) return known;
    const answer = ask(block);
    answers.set(block, answer);
    return answer;
  };
}
