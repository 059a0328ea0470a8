import {
  isAdverb,
  nounKind,
  type Page,
  type Phrase,
  phraseStartingAt,
  withApposition,
} from "../reading/phrases";
import type { Sentence, Token } from "../reading/tokens";
import { cueVerb, NOUN_LIKE } from "../words/cue-verbs";
import { AUXILIARIES, PLAIN_VERBS, PREPOSITIONS } from "../words/function-words";

export const isVerbLike = (token: Token | undefined): boolean =>
  token?.kind === "word" &&
  !token.cap &&
  (AUXILIARIES.has(token.lower) ||
    PLAIN_VERBS.has(token.lower) ||
    cueVerb(token.lower) !== null ||
    /..ed$/u.test(token.lower));

/** The place after an adverb, when one stands here. */
export function skipAdverbs(page: Page, at: number): number {
  return isAdverb(page.reading.tokens[at]) ? at + 1 : at;
}

const OPENS_CLAUSE = /^(?:when|while|if|although|though|because|as|once|whether|since|unless|until)$/u;

/** "Asked which side she would like, Lindqvist grinned": the subject comes after the comma. */
function opensParticiple(page: Page, at: number, sentence: Sentence): boolean {
  const token = page.reading.tokens[at];
  if (at !== sentence.first || page.names.mentionOf[at] !== -1) return false;
  return (
    /^(?:asked|pressed|questioned|told|reached|contacted|confronted|challenged|urged|invited|accused)$/u.test(
      token?.lower ?? "",
    ) ||
    (/..ing$/u.test(token?.lower ?? "") &&
      cueVerb(token?.lower ?? "") !== null &&
      !NOUN_LIKE.has(token?.lower ?? ""))
  );
}

/** The first phrase of a stretch that is the subject of a verb: not led in by a small word, a verb or comma next. */
export function mainSubject(page: Page, sentence: Sentence, from: number, to: number): Phrase | null {
  const { tokens } = page.reading;
  let led = false;
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (!token) return null;
    if (token.kind === "quote") {
      const inverted = invertedAfter(page, at, sentence);
      if (inverted && inverted.first <= to) return inverted;
      led = false;
      continue;
    }
    if (token.kind === "punct") {
      led = false;
      continue;
    }
    if (at === from && (OPENS_CLAUSE.test(token.lower) || opensParticiple(page, at, sentence))) {
      at = afterAsker(page, commaAfter(tokens, at, to), at, to);
      continue;
    }
    if ((PREPOSITIONS.has(token.lower) && !token.cap) || (at === from && PREPOSITIONS.has(token.lower))) {
      led = true;
      continue;
    }
    const inserted =
      /^(?:said|says)$/u.test(token.lower) && tokens[at - 1]?.text === ","
        ? phraseStartingAt(page, at + 1, to)
        : null;
    if (inserted?.kind === "name") return inserted;
    const phrase = phraseStartingAt(page, at, Math.max(to, at));
    if (!phrase) {
      if (isVerbLike(token)) led = true;
      continue;
    }
    if (led && isNextClause(tokens, phrase)) return phrase;
    const subject = phrase.kind === "name" ? phrase : withApposition(page, phrase, to);
    const good = !led && subject.mention?.kind !== "place";
    if (good && (subject.kind !== "noun" || isVerbLike(tokens[skipAdverbs(page, subject.last + 1)])))
      return subject;
    if (led && phrase.kind === "pronoun") return phrase;
    at = Math.max(at, phrase.last);
    const next = skipAdverbs(page, at + 1);
    if (
      led &&
      phrase.kind === "name" &&
      phrase.mention?.kind !== "place" &&
      isVerbLike(tokens[next]) &&
      phrase.first > from + 2
    )
      return phrase;
  }
  return null;
}

/** "Inside the rink, Ada Quist said": after a place and its comma stands the subject, and no apposition. */
function isNextClause(tokens: readonly Token[], phrase: Phrase): boolean {
  if (phrase.kind !== "name" || phrase.mention?.kind === "place") return false;
  const comma = placeOfComma(tokens, phrase.edge, phrase.first);
  return comma > 0 && nounKind(tokens[comma - 1]?.lower ?? "") === "noun";
}

/** "Asked by counsel, Helena Frome, whether he knew, he said": who asks is not who says. */
function afterAsker(page: Page, comma: number, from: number, to: number): number {
  const { tokens } = page.reading;
  if (!tokens.slice(from, comma).some(({ lower }) => lower === "by")) return comma;
  const asker = phraseStartingAt(page, comma + 1, to);
  const next = asker ? placeOfComma(tokens, asker.last + 1, asker.last + 3) : -1;
  if (asker?.kind !== "name" || next < 0) return comma;
  return /^(?:whether|if|what|why|how|about|who|when|where|and)$/u.test(tokens[next + 1]?.lower ?? "")
    ? commaAfter(tokens, next + 1, to)
    : comma;
}

/** The comma that ends an opening clause, or where it began when there is none. */
function commaAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) if (tokens[at]?.text === ",") return at;
  return from;
}

/** After a quotation, "said X": X is the subject of the sentence. */
function invertedAfter(page: Page, quote: number, sentence: Sentence): Phrase | null {
  const { tokens } = page.reading;
  const at = tokens[quote + 1]?.text === "," ? quote + 2 : quote + 1;
  const verb = tokens[at];
  if (!verb || at > sentence.last || !cueVerb(verb.lower)) return null;
  return phraseStartingAt(page, skipAdverbs(page, at + 1), sentence.last);
}

function placeOfComma(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (tokens[at]?.text === ",") return at;
  return -1;
}
