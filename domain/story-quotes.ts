import type { Body, BodyMark } from "./body/body";
import { countWords, type PlainText, positionOf, type Run, readBody } from "./body/read-body";
import type { HouseRules } from "./paper";
import { type Comparison, compareParts, compareWords } from "./quotations/compare";
import { type FoundQuotation, findingQuotations } from "./quotations/find";
import type { QuoteRecord } from "./quote-record";
import { isVerified, type Standing } from "./quotes";
import { atOnce, type Steps } from "./steps";

/** One quotation of a story as the desk sees it. `from` and `to` are the editor's positions of its first and last words. */
export type StoryQuotation = TiedQuotation | UntiedQuotation;

export type Part = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** In the plain text that it was read from. */
  readonly start: number;
  readonly end: number;
};

/** Words marked as those of a quote on record. `record` is missing where the quote is unknown or may not be seen. */
export type TiedQuotation = {
  readonly kind: "tied";
  readonly quoteId: string;
  readonly record: QuoteRecord | null;
  readonly parts: readonly Part[];
  readonly displayed: string;
  readonly comparison: Comparison;
  readonly standing: Standing;
  readonly from: number;
  readonly to: number;
};

/** Words in quotation marks that no quote stands behind. `short` ones do not stand in the way. */
export type UntiedQuotation = {
  readonly kind: "untied";
  readonly text: string;
  readonly words: number;
  readonly short: boolean;
  /** Who the text seems to name as the speaker: a suggestion, never a fact. */
  readonly suggestion: {
    readonly speaker: string;
    readonly confidence: number;
    readonly reason: string;
  } | null;
  readonly occasion: string | null;
  /** The finder takes these for a title, a nickname or so-called words. */
  readonly looksLikeTitle: boolean;
  readonly from: number;
  readonly to: number;
};

export type QuotationRules = Pick<HouseRules, "quotationWords"> & {
  /** People whom the newsroom has among its sources: one of them in the text is the likelier speaker. */
  readonly knownNames?: readonly string[];
};

/** All quotations of a story in the order of the text. Pure: the desk's panel, the checks and the board's meter all read this. */
export function quotationsOf(
  body: Body,
  records: ReadonlyMap<string, QuoteRecord>,
  house: QuotationRules,
): StoryQuotation[] {
  return inTextOrder(tiedQuotationsOf(body, records), untiedQuotationsOf(body, records, house));
}

/** Both kinds in the order of the text. */
export const inTextOrder = (
  tied: readonly TiedQuotation[],
  untied: readonly UntiedQuotation[],
): StoryQuotation[] => [...tied, ...untied].sort((one, other) => one.from - other.from);

/** The quotations that are tied to a quote, alone: what a publication is made of. */
export const tiedQuotationsOf = (body: Body, records: ReadonlyMap<string, QuoteRecord>): TiedQuotation[] =>
  tiedIn(readBody(body), records);

function tiedIn(plain: PlainText, records: ReadonlyMap<string, QuoteRecord>): TiedQuotation[] {
  const parts = new Map<string, Part[]>();
  for (const run of plain.runs) {
    const quoteId = markNamed(run.marks, "quote")?.attrs?.quoteId;
    if (typeof quoteId !== "string") continue;
    const before = parts.get(quoteId) ?? [];
    const last = before.at(-1);
    // Bold in the middle of a quote makes two runs, and still one part.
    if (last && last.end === run.start) before[before.length - 1] = joined(last, run);
    else
      before.push({
        text: run.text,
        from: run.pos,
        to: run.pos + run.text.length,
        start: run.start,
        end: run.end,
      });
    parts.set(quoteId, before);
  }
  return [...parts].map(([quoteId, pieces]) => tiedQuotation(quoteId, pieces, records.get(quoteId) ?? null));
}

const joined = (part: Part, run: Run): Part => ({
  text: part.text + run.text,
  from: part.from,
  to: run.pos + run.text.length,
  start: part.start,
  end: run.end,
});

function tiedQuotation(quoteId: string, parts: readonly Part[], record: QuoteRecord | null): TiedQuotation {
  const displayed = parts.map((part) => part.text);
  const comparison = record ? compareUse(record, displayed) : unknownRecord;
  return {
    kind: "tied",
    quoteId,
    record,
    parts,
    displayed: displayed.join(" "),
    comparison,
    standing: comparison.standing,
    from: parts[0]?.from ?? 0,
    to: parts.at(-1)?.to ?? 0,
  };
}

const unknownRecord: Comparison = { standing: "altered", rules: [], differences: [] };

/** How the words shown stand to a quote on record. It may be shown in pieces, or the same words twice: in the headline
 * paragraph and again further down. A quote in another language is shown in its translation. */
export function compareUse(record: QuoteRecord, displayed: readonly string[]): Comparison {
  const inOrder = compareParts(record.verbatim, displayed);
  if (inOrder.standing !== "altered") return inOrder;
  const each = displayed.map((words) => compareWords(record.verbatim, words));
  if (each.length > 1 && each.every((one) => one.standing !== "altered")) {
    return { ...inOrder, standing: "permitted", rules: [...new Set(each.flatMap((one) => one.rules))] };
  }
  if (record.translation) {
    const translated = compareParts(record.translation, displayed);
    if (translated.standing !== "altered") return { ...translated, standing: "permitted" };
  }
  return inOrder;
}

/** The quotations that no quote stands behind, alone. A block quotation is one, with quotation marks or without. */
export const untiedQuotationsOf = (
  body: Body,
  records: ReadonlyMap<string, QuoteRecord>,
  house: QuotationRules,
): UntiedQuotation[] => atOnce(readingUntied(body, records, house));

/** The same in steps, each of which is short however long the story is. */
export function* readingUntied(
  body: Body,
  records: ReadonlyMap<string, QuoteRecord>,
  house: QuotationRules,
): Steps<UntiedQuotation[]> {
  const plain = readBody(body);
  yield;
  const known = [...records.values()]
    .filter((record) => !record.source.unnamed)
    .map((record) => record.source.name);
  const knownNames = [...new Set([...known, ...(house.knownNames ?? [])])];
  const found = yield* findingQuotations(plain.text, { knownNames, blocks: plain.setOff });
  yield;
  return untiedIn(plain, found, house);
}

function untiedIn(
  plain: PlainText,
  found: readonly FoundQuotation[],
  house: Pick<HouseRules, "quotationWords">,
): UntiedQuotation[] {
  const spokenFor = plain.runs.filter(
    (run) => markNamed(run.marks, "quote") || markNamed(run.marks, "notQuotation"),
  );
  const untied: UntiedQuotation[] = [];
  for (const each of found) {
    const rest = textOutside(plain.text, each, spokenFor);
    const words = countWords(rest);
    if (words === 0) continue;
    untied.push({
      kind: "untied",
      text: plain.text.slice(each.start, each.end),
      words,
      short: words < house.quotationWords,
      suggestion: each.speaker
        ? { speaker: each.speaker.name, confidence: each.confidence, reason: each.reason }
        : null,
      occasion: each.occasion?.text ?? null,
      looksLikeTitle: each.kind === "title",
      from: positionOf(plain, each.start),
      to: positionOf(plain, each.end - 1) + 1,
    });
  }
  return untied;
}

/** What is left of a found quotation when the words that a quote or a reporter's word stands behind are taken out. */
function textOutside(text: string, found: { start: number; end: number }, runs: readonly Run[]): string {
  let rest = "";
  let at = found.start;
  for (const run of runs) {
    if (run.end <= at || run.start >= found.end) continue;
    rest += text.slice(at, Math.max(at, run.start));
    at = Math.min(run.end, found.end);
  }
  return rest + text.slice(at, found.end);
}

const markNamed = (marks: readonly BodyMark[], name: string) => marks.find((mark) => mark.type === name);

/** The board's meter. `broken` are those that would stand in the way: untied, altered, retracted, or off the record. */
export function meterOf(quotations: readonly StoryQuotation[]): {
  found: number;
  tied: number;
  verified: number;
  broken: number;
} {
  const counted = quotations.filter((each) => each.kind === "tied" || !each.short);
  const tied = counted.filter((each) => each.kind === "tied");
  const isBarred = (each: TiedQuotation) =>
    each.standing === "altered" ||
    each.record?.groundRule === "off_record" ||
    each.record?.state === "retracted";
  const verified = tied.filter(
    (each) => !isBarred(each) && each.record && isVerified(each.record.verification),
  );
  const barred = tied.filter(isBarred);
  return {
    found: counted.length,
    tied: tied.length,
    verified: verified.length,
    broken: counted.length - tied.length + barred.length,
  };
}
