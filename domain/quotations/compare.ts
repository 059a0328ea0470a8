import { type DashReading, plainText, type Run, readRuns, stopAfter, type Word } from "./displayed-words";
import { wordDifferences } from "./word-differences";

/** How displayed words stand to the record of what was said, and where they part from it. */
export type Comparison = {
  standing: "verbatim" | "permitted" | "altered";
  /** In plain words, the rules that allow the edit; empty when verbatim or altered. */
  rules: string[];
  /** The verbatim and the displayed words side by side, in reading order. */
  differences: Difference[];
};

export type Difference = { kind: "same" | "missing" | "added"; text: string };

const RULES = {
  leftOut: "Words left out, shown as …",
  put: "Words put in, shown in [brackets]",
  replaced: "Words replaced, shown in [brackets]",
  part: "Only a part is shown: the cut is at the start or the end, outside the marks",
  between: "Words left out between the parts, outside the marks",
  split: "Shown in several parts",
  pause: "A pause shown as …",
  start: "A capital or small letter at the start",
  end: "Punctuation at the end",
  marks: "Typographic quotation marks, apostrophes or dashes",
} as const;
type Rule = keyof typeof RULES;

/** Both readings are tried only where an unspaced dash leaves a doubt. */
const readingsOf = (text: string): readonly DashReading[] =>
  /[–—]/u.test(text) ? ["break", "join"] : ["break"];

/**
 * Says whether displayed words are the verbatim's, a permitted edit of them, or altered. Permitted is: an
 * ordered subset of the words, every gap inside the marks shown as … or [brackets], every insertion in
 * [brackets], and no change but case at the start, punctuation at the end and typographic marks. A cut at the
 * start or the end needs no ellipsis: it lies outside the marks.
 */
export function compareWords(verbatim: string, displayed: string): Comparison {
  return compareParts(verbatim, [displayed]);
}

/**
 * The same for one quotation shown in several parts, as when "she said" stands in the middle. The parts must
 * come in order; words between two parts lie outside the marks and may be left out.
 */
export function compareParts(verbatim: string, displayed: readonly string[]): Comparison {
  const only = displayed.length === 1 ? (displayed[0] ?? "") : null;
  if (only !== null && bare(verbatim) === bare(only)) {
    const text = plainText(only);
    return { standing: "verbatim", rules: [], differences: text ? [{ kind: "same", text }] : [] };
  }
  for (const said of readingsOf(verbatim)) {
    for (const shown of readingsOf(displayed.join(" "))) {
      const matched = matchRuns(wordsOf(verbatim, said), runsOf(displayed, shown));
      if (!matched) continue;
      if (displayed.length > 1) matched.rules.add("split");
      const rules = [...matched.rules].map((rule) => RULES[rule]);
      return { standing: "permitted", rules, differences: matched.differences };
    }
  }
  const shown = runsOf(displayed, "break").flatMap(shownWords);
  return { standing: "altered", rules: [], differences: wordDifferences(wordsOf(verbatim, "break"), shown) };
}

/** The text without the marks that enclose it, so that “Yes” and Yes are the same words. */
function bare(text: string): string {
  const plain = plainText(text);
  const inner = /^(?:''|["“”„«‘'「『])\s*(.*?)\s*(?:''|["“”»’'」』])$/su.exec(plain);
  return inner?.[1] ?? plain;
}

function wordsOf(text: string, dashes: DashReading): Word[] {
  return readRuns(text, dashes, true).flatMap((run) => run.words);
}

function runsOf(displayed: readonly string[], dashes: DashReading): Run[] {
  return displayed.flatMap((part, index) => {
    const [first, ...others] = readRuns(part, dashes, false);
    if (!first) return [];
    if (index === 0 || first.opens !== "start") return [first, ...others];
    return [{ ...first, opens: "part" as const }, ...others];
  });
}

/** For a side-by-side view of altered words: the gap counts as words the reader sees. */
function shownWords(run: Run): Word[] {
  if (!run.gap) return run.words;
  return [{ core: run.gap, before: "", raw: `${run.gap} `, written: run.gap }, ...run.words];
}

type Matched = { rules: Set<Rule>; differences: Difference[] };

/**
 * Lays each run on the first place where its words stand unbroken, after the run before. The earliest place is
 * always as good as a later one, since what may follow a run is a gap of any length.
 */
function matchRuns(said: readonly Word[], runs: readonly Run[]): Matched | null {
  if (!runs.some((run) => run.words.length > 0)) return null;
  const rules = new Set<Rule>();
  const differences: Difference[] = [];
  let at = 0;
  runs.forEach((run, index) => {
    if (at < 0) return;
    const place = run.words.length > 0 ? findRun(said, run, at) : at;
    if (place < 0) {
      at = -1;
      return;
    }
    noteGap(run, place - at, at, rules);
    if (place > at) differences.push({ kind: "missing", text: rawOf(said.slice(at, place)) });
    if (run.gap) differences.push({ kind: "added", text: run.gap });
    if (run.words.length > 0) differences.push({ kind: "same", text: rawOf(run.words) });
    noteWords(said.slice(place, place + run.words.length), run, endsPart(runs, index), rules);
    at = place + run.words.length;
  });
  if (at < 0) return null;
  if (at < said.length) {
    rules.add(runs.at(-1)?.opens === "ellipsis" && !runs.at(-1)?.words.length ? "leftOut" : "part");
    differences.push({ kind: "missing", text: rawOf(said.slice(at)) });
  }
  return { rules, differences };
}

function endsPart(runs: readonly Run[], index: number): boolean {
  const next = runs[index + 1];
  return next === undefined || next.opens === "part";
}

function noteGap(run: Run, left: number, at: number, rules: Set<Rule>): void {
  if (run.opens === "bracket") rules.add(left > 0 && at > 0 ? "replaced" : "put");
  else if (run.opens === "ellipsis") rules.add(left > 0 ? "leftOut" : "pause");
  else if (left > 0) rules.add(run.opens === "part" ? "between" : "part");
}

/** Names the small changes inside a run that fits: case at its start, marks set another way, its last stop. */
function noteWords(said: readonly Word[], run: Run, last: boolean, rules: Set<Rule>): void {
  run.words.forEach((word, index) => {
    const record = said[index];
    if (!record) return;
    if (word.outside) rules.add("put");
    else if (word.core !== record.core) rules.add("start");
    else if (index > 0 && word.written.trim() !== record.written.trim()) rules.add("marks");
    else if (!record.written.endsWith(word.written.replace(/^\P{L}+/u, ""))) rules.add("marks");
  });
  const shown = stopAfter(run.words.at(-1));
  if (last && shown !== "" && shown !== stopAfter(said.at(-1))) rules.add("end");
  if (last && shown === "" && /[?!]/u.test(stopAfter(said.at(-1)))) rules.add("end");
}

function findRun(said: readonly Word[], run: Run, from: number): number {
  if (!run.words.some((word) => word.outside)) return findPlainRun(said, run, from);
  for (let place = from; place + run.words.length <= said.length; place += 1) {
    if (run.words.every((word, index) => fits(said[place + index], word, index, run))) return place;
  }
  return -1;
}

const alike = (left: Word | undefined, right: Word | undefined) =>
  left !== undefined && right !== undefined && left.core === right.core && left.before === right.before;

/** Knuth, Morris and Pratt's search for all words but the first, whose case may differ: no text makes it slow. */
function findPlainRun(said: readonly Word[], run: Run, from: number): number {
  const [first, ...rest] = run.words;
  if (!first) return -1;
  const fallback = fallbacks(rest);
  let matched = 0;
  for (let at = from; at < said.length; at += 1) {
    if (rest.length === 0) {
      if (fits(said[at], first, 0, run)) return at;
      continue;
    }
    if (at === from) continue;
    while (matched > 0 && !alike(said[at], rest[matched])) matched = fallback[matched - 1] ?? 0;
    if (alike(said[at], rest[matched])) matched += 1;
    if (matched < rest.length) continue;
    const place = at - rest.length;
    if (fits(said[place], first, 0, run)) return place;
    matched = fallback[matched - 1] ?? 0;
  }
  return -1;
}

function fallbacks(words: readonly Word[]): number[] {
  const table = [0];
  let matched = 0;
  for (let at = 1; at < words.length; at += 1) {
    while (matched > 0 && !alike(words[at], words[matched])) matched = table[matched - 1] ?? 0;
    if (alike(words[at], words[matched])) matched += 1;
    table.push(matched);
  }
  return table;
}

function fits(said: Word | undefined, shown: Word, index: number, run: Run): boolean {
  if (!said) return false;
  if (index > 0 && said.before !== shown.before) return false;
  if (shown.outside) return fitsOutside(said.core, shown.outside);
  if (said.core === shown.core) return true;
  const opens = run.opens === "start" || run.opens === "part";
  return index === 0 && opens && sameButFirstCase(said.core, shown.core);
}

function sameButFirstCase(left: string, right: string): boolean {
  const [first = "", ...rest] = left;
  const [other = "", ...others] = right;
  return first.toLowerCase() === other.toLowerCase() && rest.join("") === others.join("");
}

/** "[W]e" fits "we", "want[ed]" fits "want": what stands outside the brackets must be the word's own. */
function fitsOutside(said: string, outside: readonly string[]): boolean {
  const first = outside[0] ?? "";
  const last = outside.at(-1) ?? "";
  const inside = said.length - first.length - last.length;
  return inside >= 0 && inside <= 6 && said.startsWith(first) && said.endsWith(last);
}

function rawOf(words: readonly Word[]): string {
  const text = words.map((word) => word.raw).join("");
  return text.trim();
}
