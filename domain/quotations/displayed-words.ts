/** One word as it was said or shown, with the punctuation that stands before it. */
export type Word = {
  /** The word without the punctuation around it, apostrophes and hyphens made plain. */
  core: string;
  /** Punctuation and spaces between the word before and this one, marks made plain ("" when only space). */
  before: string;
  /** The word as written, with the punctuation and space that follow it. */
  raw: string;
  /** The word as written, with the punctuation before it: where marks were set another way, this differs. */
  written: string;
  /** Set when part of the word stands in brackets, as in "[W]e" or "want[ed]": what is left outside. */
  outside?: readonly string[];
};

/** A run of words with nothing left out inside it, and what the reader sees before it. */
export type Run = {
  words: Word[];
  opens: "start" | "ellipsis" | "bracket" | "part";
  /** What the reader sees in the gap before the run, as written. */
  gap: string;
};

/** How an unspaced dash between letters is read: as a break between words or as a hyphen. */
export type DashReading = "break" | "join";

const ELLIPSIS = /^(?:[[(]\s*(?:\.\s?\.\s?\.+|…)\s*[\])]|\.\s?\.\s?\.(?:\s?\.)*|…\.?)/u;
const BRACKET = /^\[[^[\]]{1,300}\]/u;
const NO_SPACE_SCRIPT =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LETTER = /[\p{L}\p{N}\p{M}@#$€£¥%&_\u200C\u200D]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** One spelling for the same letters: composed, one kind of space, nothing invisible. */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Curly, straight, doubled and angled marks become ', and every dash becomes one dash. */
function plainMarks(text: string): string {
  return text
    .replace(/''|``|["“”„‟«»‹›‘’‚‛'`´ʼʻ「」『』]/gu, "'")
    .replace(/\s*(?:-{2,3}|[–—―−])\s*|\s+[-‐‑]+\s+/gu, "–")
    .replace(/[‐‑]/gu, "-");
}

function coreOf(raw: string): string {
  return raw.replace(/[’‘ʼʻ`´]/gu, "'").replace(/[‐‑–—]/gu, "-");
}

/** Where the word that starts at `from` ends; apostrophes, hyphens and points inside it belong to it. */
function wordEnd(text: string, from: number, dashes: DashReading): number {
  let at = from;
  while (at < text.length) {
    const char = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (LETTER.test(char) || isSurrogate(char)) at += 1;
    else if (LETTER.test(next) && at > from && joins(text, at, dashes)) at += 1;
    else if (char === "[" && at > from && /^\[\p{L}{1,6}\]/u.test(text.slice(at, at + 9))) {
      at = text.indexOf("]", at) + 1;
    } else break;
  }
  return at;
}

function isSurrogate(char: string): boolean {
  return char >= "\uD800" && char <= "\uDFFF";
}

function joins(text: string, at: number, dashes: DashReading): boolean {
  const char = text[at] ?? "";
  if (/['’‘ʼʻ`´\-‐‑.,:/·]/u.test(char)) {
    return !/[.,:/]/u.test(char) || /[\p{N}]/u.test(text[at + 1] ?? "") || char === "." || char === "/";
  }
  if (/[–—]/u.test(char)) {
    return dashes === "join" || (/\p{N}/u.test(text[at - 1] ?? "") && /\p{N}/u.test(text[at + 1] ?? ""));
  }
  return false;
}

/** Part of a text by what it is to a comparison. */
type Piece = { kind: "word" | "ellipsis" | "bracket" | "other"; start: number; end: number };

/** Cuts a text into words, ellipses, brackets and the rest, in order and without a gap. */
function pieces(text: string, dashes: DashReading): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 320);
    const ellipsis = ELLIPSIS.exec(rest);
    const bracket = BRACKET.exec(rest);
    let kind: Piece["kind"] = "other";
    let end = at + 1;
    if (ellipsis) {
      kind = "ellipsis";
      end = at + ellipsis[0].length;
    } else if (bracket && !LETTER.test(text[at + bracket[0].length] ?? "")) {
      kind = "bracket";
      end = at + bracket[0].length;
    } else if (bracket || LETTER.test(text[at] ?? "") || isSurrogate(text[at] ?? "")) {
      kind = "word";
      end = wordEnd(text, bracket ? at + bracket[0].length : at, dashes);
    }
    found.push({ kind, start: at, end: Math.max(end, at + 1) });
    at = Math.max(end, at + 1);
  }
  return found.flatMap((piece) => splitUnspaced(text, piece));
}

/** Scripts written without spaces are cut into words by the language's own rules. */
function splitUnspaced(text: string, piece: Piece): Piece[] {
  if (piece.kind !== "word") return [piece];
  const raw = text.slice(piece.start, piece.end);
  if (!NO_SPACE_SCRIPT.test(raw)) return [piece];
  return [...segmenter.segment(raw)].map((part) => ({
    kind: "word",
    start: piece.start + part.index,
    end: piece.start + part.index + part.segment.length,
  }));
}

/**
 * Reads displayed or verbatim words as runs. In displayed words an ellipsis or a bracket ends a run; in a
 * verbatim (`whole`) they belong to the record, so there is one run and brackets count as words.
 */
export function readRuns(text: string, dashes: DashReading, whole: boolean): Run[] {
  const clean = plainText(text);
  const cut = pieces(clean, dashes);
  let run: Run = { words: [], opens: "start", gap: "" };
  const runs: Run[] = [run];
  let before = "";
  cut.forEach((piece, index) => {
    const raw = clean.slice(piece.start, piece.end);
    const isBreak = !whole && (piece.kind === "ellipsis" || piece.kind === "bracket");
    if (isBreak) {
      run = { words: [], opens: piece.kind === "bracket" ? "bracket" : "ellipsis", gap: raw };
      runs.push(run);
      before = "";
    } else if (piece.kind === "word" || (whole && piece.kind === "bracket")) {
      const following = trailing(clean, cut, index);
      run.words.push({
        ...readWord(raw),
        before: plainMarks(before).trim(),
        raw: raw + following,
        written: before + raw,
      });
      before = "";
    } else {
      before += piece.kind === "ellipsis" ? "…" : raw;
    }
  });
  return mergeGaps(runs);
}

/** Punctuation and space up to the next word, bracket or ellipsis. */
function trailing(text: string, cut: Piece[], index: number): string {
  let end = cut[index]?.end ?? 0;
  const from = end;
  for (let next = index + 1; cut[next]?.kind === "other"; next += 1) end = cut[next]?.end ?? end;
  return text.slice(from, end);
}

function readWord(raw: string): { core: string; outside?: readonly string[] } {
  if (!raw.includes("[") || raw.startsWith("[") === raw.endsWith("]")) return { core: coreOf(raw) };
  return { core: coreOf(raw.replace(/[[\]]/gu, "")), outside: raw.split(/\[[^[\]]*\]/u).map(coreOf) };
}

/** "… [he] …" is one gap to the reader: runs with no words give their gap to the next. */
function mergeGaps(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && last.words.length === 0 && run.opens !== "start") {
      last.gap = `${last.gap} ${run.gap}`.trim();
      if (last.opens === "start" || run.opens === "bracket") last.opens = run.opens;
      last.words = run.words;
    } else merged.push(run);
  }
  return merged;
}

/** The punctuation after a word, without quotation marks. */
export function stopAfter(word: Word | undefined): string {
  const tail = /[^\p{L}\p{N}\p{M}]*$/u.exec(word?.raw ?? "")?.[0] ?? "";
  return tail.replace(/["“”„«»'‘’`「」『』\s]/gu, "");
}
