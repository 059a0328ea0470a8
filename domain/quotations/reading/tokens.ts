import type { Steps } from "../../steps";
import type { MarkedSpan, Paragraph } from "../marks/marks";
import { SENTENCE_OPENERS } from "../words/function-words";
import { HONORIFICS } from "../words/roles";

/** One word, number, mark or whole quotation; a quotation is a single opaque token to all that reads around it. */
export type Token = {
  start: number;
  end: number;
  text: string;
  lower: string;
  kind: "word" | "number" | "punct" | "quote";
  /** A word that begins with a capital. */
  cap: boolean;
  sentence: number;
  paragraph: number;
  /** For a quotation, its place in the list of spans; otherwise -1. */
  span: number;
};

export type Sentence = { first: number; last: number; paragraph: number };

/** A text as tokens and sentences, with the quotations folded away. */
export type Reading = {
  text: string;
  tokens: Token[];
  sentences: Sentence[];
  spans: readonly MarkedSpan[];
  paragraphs: readonly Paragraph[];
  /** For each span, the place of its token. */
  tokenOfSpan: number[];
  /** Lower-case words that the text also uses without a capital, outside quotations or in them. */
  lowerWords: ReadonlySet<string>;
};

const TOKEN =
  /(?:[A-Za-z]\.){2,}|\p{Lu}\p{Ll}{0,4}\.(?=\s*[\p{L}\d“"‘'(])|[@#]?[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}_]|[’'‑-](?=[\p{L}\p{N}])|&(?=\p{L})|\.(?=(?:com|org|gov|co|net|edu|uk)\b))*|\p{N}+[-‑]year[-‑]olds?|[$£€¥]?\p{N}(?:[\p{N}.,:](?=\p{N})|[\p{N}\p{L}%])*|\.{2,}|--+|[^\s\p{L}\p{N}]/gu;
const ABBREVIATION = new Set(
  `st. mt. ft. no. vs. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jr. sr. inc. corp. co. ltd. ala. ariz. ark. calif. colo.
  conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. va. vt. wash.
  wis. wyo. dept. ave. blvd. assn. univ. bros. etc. est. gen. messrs. u.s. u.k. u.n. d.c.`.split(/\s+/u),
);

/** Cuts the text into tokens and sentences, so many paragraphs to a step; each of `spans` becomes one token. */
export function* readingText(
  text: string,
  paragraphs: readonly Paragraph[],
  spans: readonly MarkedSpan[],
): Steps<Reading> {
  const tokens: Token[] = [];
  const tokenOfSpan: number[] = [];
  let next = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index % 32 === 0) yield;
    let from = paragraph.start;
    for (let span = spans[next]; span && span.paragraph === index; span = spans[next]) {
      addTokens(tokens, text, from, span.start, index);
      tokenOfSpan.push(tokens.length);
      tokens.push({
        start: span.start,
        end: span.end,
        text: "",
        lower: "",
        kind: "quote",
        cap: false,
        sentence: 0,
        paragraph: index,
        span: next,
      });
      from = span.end;
      next += 1;
    }
    addTokens(tokens, text, from, paragraph.end, index);
  }
  yield;
  const lowerWords = new Set(text.match(/(?<![\p{L}’'.-])\p{Ll}[\p{L}]+/gu) ?? []);
  yield;
  return {
    text,
    tokens,
    sentences: sentencesOf(text, tokens, spans),
    spans,
    paragraphs,
    tokenOfSpan,
    lowerWords,
  };
}

function addTokens(tokens: Token[], text: string, from: number, to: number, paragraph: number): void {
  if (to <= from) return;
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    for (const [word, at] of withoutPossessive(withoutStop(match[0]))) {
      const kind =
        /^[@#]?\p{L}/u.test(word) || /olds?$/u.test(word) || /^[’']s$/u.test(word)
          ? "word"
          : /^[$£€¥]?\p{N}/u.test(word)
            ? "number"
            : "punct";
      tokens.push({
        start: start + at,
        end: start + at + word.length,
        text: word,
        lower: word.toLowerCase().replace(/‑/gu, "-"),
        kind,
        cap: /^[@#]?\p{Lu}/u.test(word),
        sentence: 0,
        paragraph,
        span: -1,
      });
    }
  }
}

type Part = readonly [word: string, at: number];

/** "Sen." keeps its point, "Smith." does not: a point belongs to initials and to known short forms only. */
function withoutStop(word: string): Part[] {
  if (!word.endsWith(".") || word.length < 2 || /^[.]+$/u.test(word)) return [[word, 0]];
  const isInitial = /^(?:\p{L}\.)+$/u.test(word);
  if (isInitial || ABBREVIATION.has(word.toLowerCase()) || HONORIFICS.has(word.toLowerCase()))
    return [[word, 0]];
  return [
    [word.slice(0, -1), 0],
    [".", word.length - 1],
  ];
}

function withoutPossessive(parts: Part[]): Part[] {
  if (!parts.some(([word]) => word.endsWith("s"))) return parts;
  return parts.flatMap(([word, at]): Part[] => {
    const found = /^(.+?)([’']s)$/u.exec(word);
    if (!found?.[1] || !found[2] || /^(?:it|that|he|she|let|there|what|who|here)$/iu.test(found[1]))
      return [[word, at]];
    return [
      [found[1], at],
      [found[2], at + found[1].length],
    ];
  });
}

/** A sentence of more tokens is cut, so that no text, however odd, makes the reading slow. */
const LONGEST = 160;

function sentencesOf(text: string, tokens: Token[], spans: readonly MarkedSpan[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    token.sentence = sentences.length;
    const next = tokens[at + 1];
    if (
      !next ||
      next.paragraph !== token.paragraph ||
      at - first >= LONGEST ||
      endsHere(text, tokens, at, spans)
    ) {
      sentences.push({ first, last: at, paragraph: token.paragraph });
      first = at + 1;
    }
  }
  return sentences;
}

function endsHere(text: string, tokens: readonly Token[], at: number, spans: readonly MarkedSpan[]): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return true;
  if (isDateline(tokens, at)) return true;
  const startsAnew =
    next.kind === "quote" || next.cap || next.kind === "number" || /^[([—–-]$/u.test(next.text);
  if (token.kind === "quote") {
    const span = spans[token.span];
    const inner = span ? text.slice(span.innerEnd - 4, span.innerEnd).trimEnd() : "";
    if (next.kind === "quote") return /[.?!…]$/u.test(inner);
    return next.cap && /[.]$|…$/u.test(inner)
      ? true
      : next.cap && /[?!]$/u.test(inner) && !cueFollows(tokens, at + 1);
  }
  if (token.text === "." && next.start === token.end && next.kind === "word") return false;
  if (/^[.?!]+$|^…$/u.test(token.text) && token.kind === "punct") return startsAnew;
  if (/^[)\]]$/u.test(token.text) && /^[.?!…]$/u.test(tokens[at - 1]?.text ?? ""))
    return next.cap && !HONORIFICS.has(next.lower);
  if (token.text.endsWith(".") && token.kind === "word" && next.kind === "word" && next.cap) {
    return !HONORIFICS.has(token.lower) && token.text.length > 2 && SENTENCE_OPENERS.has(next.lower);
  }
  return false;
}

/** "MANCHESTER, N.H. —", "LONDON (Reuters) -": the dash after it ends a sentence of its own. */
function isDateline(tokens: readonly Token[], at: number): boolean {
  const dash = tokens[at];
  if (!dash || !/^(?:[-–—]|--)$/u.test(dash.text)) return false;
  let first = at;
  while (first > 0 && at - first <= 9 && tokens[first - 1]?.paragraph === dash.paragraph) first -= 1;
  const opening = tokens[first];
  if (!opening || at - first > 9 || !/^\p{Lu}{3,}$/u.test(opening.text)) return false;
  return tokens
    .slice(first, at)
    .every((token) => token.cap || token.kind === "punct" || token.kind === "number");
}

/** “With whose money?” Bello asked: a name with a verb in small letters close behind continues the sentence. */
function cueFollows(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 6; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "word") return false;
    if (!token.cap)
      return (
        /^(?:said|says|asked|told|added|wrote|replied|shouted|yelled|tweeted|cried|exclaimed|asks|adds|writes|screamed|demanded|wondered|responded|answered|recalled|joked|quipped|continued|declared)$/u.test(
          token.lower,
        ) ||
        (token.lower.length < 4 && !/^(?:is|was|has|had|did)$/u.test(token.lower))
      );
  }
  return false;
}
