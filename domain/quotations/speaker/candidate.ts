import type { Steps } from "../../steps";
import type { Phrase } from "../reading/phrases";
import type { Sentence, Token } from "../reading/tokens";
import { type Cue, cuesIn } from "./cues";
import { type Cast, isNamedIn, type Memory, type Resolved } from "./memory";
import { canSpeak, resolvePhrase } from "./resolve";
import type { Features } from "./score";

/** Someone who may have said a quotation, and what speaks for it. */
export type Candidate = {
  resolved: Resolved;
  phrase: Phrase | null;
  cue: { verb: string; first: number; last: number } | null;
  features: Features;
  why: string;
};

/** A cast with the cue verbs of each sentence, found once. */
export type Stage = Cast & { cues: readonly (readonly Cue[])[] };

/** Finds them, so many sentences to a step. */
export function* staging(cast: Cast): Steps<Stage> {
  const cues: (readonly Cue[])[] = [];
  for (const sentence of cast.page.reading.sentences) {
    cues.push(cuesIn(cast.page, sentence));
    if (cues.length % 64 === 0) yield;
  }
  return { ...cast, cues };
}

/** How a quotation sits in its paragraph, as far as its candidates depend on it. */
export type Setting = {
  /** The quotation's token. */
  at: number;
  sentence: Sentence;
  sentenceIndex: number;
  /** Reads as one or more whole sentences. */
  whole: boolean;
  /** The paragraph before left its quotation open. */
  openFromBefore: boolean;
};

/** A candidate for a phrase, when the phrase can speak; a list of one or none, to be spread into others. */
export function make(
  stage: Stage,
  phrase: Phrase,
  memory: Memory,
  features: Features,
  why: string,
  cue: Candidate["cue"],
): Candidate[] {
  if (!canSpeak(phrase) && !features.beside) return [];
  const resolved = resolvePhrase(stage, phrase, memory);
  if (!resolved) return phrase.kind === "pronoun" ? [unresolved(stage, phrase, features, cue)] : [];
  return [
    { resolved, phrase, cue, features: { ...features, ...kindFeatures(phrase, resolved, memory) }, why },
  ];
}

/** Somebody speaks, but the text does not say who. */
function unresolved(stage: Stage, phrase: Phrase, features: Features, cue: Candidate["cue"]): Candidate {
  const word = stage.page.reading.tokens[phrase.first]?.text ?? "";
  const why = `“${word}” could not be tied to a name`;
  const speaker = { name: "", entity: null, gender: null, number: "one" as const };
  return {
    resolved: { speaker, sure: 0.3, why },
    phrase,
    cue,
    features: { ...features, unresolved: 1 },
    why,
  };
}

function kindFeatures(phrase: Phrase, resolved: Resolved, memory: Memory): Features {
  const known = resolved.speaker.entity?.known ? 1 : 0;
  const self =
    resolved.speaker.entity && isNamedIn(resolved.speaker.entity, memory.inside)
      ? { namedInQuotation: 1 }
      : {};
  if (phrase.kind === "pronoun") return { pronoun: 1, known, ...self };
  if (phrase.kind !== "name") return { [phrase.kind]: 1, known, ...self };
  const kind = resolved.speaker.entity?.kind ?? "unknown";
  if (phrase.mention?.kind === "place") return { place: 1, known };
  return kind === "organisation" ? { organisation: 1, known } : { person: 1, known, ...self };
}

const TURN = /^(?:after|because|as|when|while|since|although|though|before|but)$/u;

/** What stands between two tokens: words that count, other quotations, breaks between clauses, a colon last. */
export function gap(tokens: readonly Token[], from: number, to: number) {
  let words = 0;
  let quotes = 0;
  let breaks = 0;
  let turns = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (TURN.test(token?.lower ?? "")) turns = true;
    if (token?.kind === "quote") quotes += 1;
    else if (token?.text === ";") breaks += 1;
    else if (token?.kind === "word" && !/^(?:and|or|but|also|that|then|later)$/u.test(token.lower))
      words += 1;
  }
  return { words, quotes, breaks, turns, colon: tokens[to - 1]?.text === ":" };
}
