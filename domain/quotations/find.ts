import { atOnce, type Steps } from "../steps";
import type { FoundQuotation } from "./found";
import { markedSpans, paragraphsOf, withBlocks } from "./marks/marks";
import { occasionOf } from "./occasion";
import { findingNames } from "./reading/names";
import { peopleOf } from "./reading/people";
import { type Phrase, phraseStartingAt } from "./reading/phrases";
import { roleTable } from "./reading/role-table";
import { type Reading, readingText, type Sentence } from "./reading/tokens";
import { type Candidate, type Setting, type Stage, staging } from "./speaker/candidate";
import { candidatesFor } from "./speaker/candidates";
import type { Memory } from "./speaker/memory";
import { resolvePhrase } from "./speaker/resolve";
import { confidenceOf, scoreOf } from "./speaker/score";
import { mainSubject } from "./speaker/subjects";
import { speechScore } from "./speech";

export type { FoundQuotation } from "./found";

export type FindOptions = {
  /** Names the newsroom already has among its sources; one found in the text is preferred as a speaker. */
  knownNames?: readonly string[];
  /** Stretches that the text sets off as block quotations, in order: each of their paragraphs is a quotation. */
  blocks?: readonly { start: number; end: number }[];
};

/**
 * Finds every stretch in quotation marks and proposes who said it, in the order of the text. Never throws, and
 * takes time in proportion to the text. A person confirms each proposal.
 */
export const findQuotations = (text: string, options: FindOptions = {}): FoundQuotation[] =>
  atOnce(findingQuotations(text, options));

/** So many to a step. */
const [stepOfQuotations, stepOfSentences] = [8, 64];

/** The same in steps, each of which is short however long the text is. */
export function* findingQuotations(text: string, options: FindOptions = {}): Steps<FoundQuotation[]> {
  const paragraphs = paragraphsOf(text);
  const spans = withBlocks(text, paragraphs, markedSpans(text, paragraphs), options.blocks ?? []);
  if (spans.length === 0) return [];
  yield;
  const reading = yield* readingText(text, paragraphs, spans);
  const names = yield* findingNames(reading, options.knownNames ?? []);
  const people = peopleOf(reading, names, options.knownNames ?? []);
  yield;
  const roles = roleTable(reading, names, people);
  yield;
  const stage = yield* staging({ page: { reading, names }, people, roles });
  const memory: Memory = {
    last: null,
    earlier: [],
    turns: [],
    subjects: new Map(),
    subjectAt: new Map(),
    others: new Map(),
    otherAt: new Map(),
    nameless: new Map(),
    asked: null,
    inside: "",
    confidence: 0,
    spoke: false,
    lastParagraph: 0,
  };
  const read = { sentence: 0 };
  const judged: Judged[] = [];
  for (const index of spans.keys()) {
    const setting = settingOf(reading, index);
    yield* readingSubjects(stage, memory, read, setting.sentenceIndex);
    judged.push(judge(stage, setting, memory));
    if (index % stepOfQuotations === 0) yield;
  }
  return assemble(stage, judged);
}

type Judged = {
  setting: Setting;
  best: Candidate | null;
  confidence: number;
  speech: boolean;
};

/** How the span sits in its paragraph. */
function settingOf(reading: Reading, index: number): Setting {
  const { tokens, sentences, spans, text } = reading;
  const at = reading.tokenOfSpan[index] ?? 0;
  const sentenceIndex = tokens[at]?.sentence ?? 0;
  const span = spans[index];
  const before = spans[index - 1];
  const inner = span ? text.slice(span.innerStart, span.innerEnd).trim() : "";
  const words = inner.split(/\s+/u).length;
  const startsUpper = /^[[(…. ]*[\p{Lu}\d]/u.test(inner);
  const endsSentence =
    /[.?!…,—–-]\W*$/u.test(inner) || /^\s*[.]/u.test(text.slice(span?.end ?? 0, (span?.end ?? 0) + 2));
  const opens = tokens[at - 1]?.paragraph !== tokens[at]?.paragraph;
  return {
    at,
    sentence: sentences[sentenceIndex] ?? { first: at, last: at, paragraph: 0 },
    sentenceIndex,
    whole: (startsUpper && endsSentence) || words >= 9,
    openFromBefore:
      opens &&
      before !== undefined &&
      span !== undefined &&
      !before.closed &&
      before.paragraph === span.paragraph - 1,
  };
}

/** Notes the subject of every sentence up to this one, for pronouns that come later. */
function* readingSubjects(
  stage: Stage,
  memory: Memory,
  read: { sentence: number },
  upTo: number,
): Steps<void> {
  const { sentences } = stage.page.reading;
  for (; read.sentence <= upTo; read.sentence += 1) {
    if (read.sentence % stepOfSentences === 0) yield;
    const sentence = sentences[read.sentence];
    if (!sentence) continue;
    const subject = subjectOf(stage, sentence);
    const resolved = subject ? resolvePhrase(stage, subject, memory) : null;
    if (resolved && subject && subject.kind !== "noun") {
      memory.subjects.set(read.sentence, resolved.speaker);
      memory.subjectAt.set(read.sentence, stage.page.reading.tokens[subject.first]?.start ?? 0);
    }
    const brought = broughtIn(stage, sentence, subject);
    const someone = brought ? resolvePhrase(stage, brought, memory) : null;
    if (someone && !someone.speaker.entity) memory.nameless.set(read.sentence, someone.speaker);
    const cue = (stage.cues[read.sentence] ?? []).findLast(
      (each) => each.strength === "strong" && !each.passive,
    );
    const other = cue?.subjects[0]?.phrase;
    const newcomer =
      other?.kind === "role" &&
      /^(?:a|an|another|the)$/u.test(stage.page.reading.tokens[other.first]?.lower ?? "");
    if (
      other &&
      other.first !== subject?.first &&
      (newcomer || /^(?:name|group|pronoun)$/u.test(other.kind))
    ) {
      const named = resolvePhrase(stage, other, memory);
      if (named) memory.others.set(read.sentence, named.speaker);
      if (named) memory.otherAt.set(read.sentence, stage.page.reading.tokens[other.first]?.start ?? 0);
      if (named && other.first === (subject?.last ?? 0) + 2)
        memory.subjects.set(read.sentence, named.speaker);
    }
  }
}

/** The subject of a sentence; in "The somebody was Karl Weiss" it is Karl Weiss. */
function subjectOf(stage: Stage, sentence: Sentence): Phrase | null {
  const { tokens } = stage.page.reading;
  const subject = mainSubject(stage.page, sentence, sentence.first, sentence.last);
  if (!subject || subject.kind === "name" || subject.kind === "pronoun") return subject;
  if (!/^(?:is|was)$/u.test(tokens[subject.last + 1]?.lower ?? "")) return subject;
  const meant = phraseStartingAt(stage.page, subject.last + 2, sentence.last);
  return meant?.kind === "name" && meant.mention?.kind === "person" ? meant : subject;
}

/** "I put this to a friend": the last person whom a sentence brings in without a name, other than its subject. */
function broughtIn(stage: Stage, sentence: Sentence, subject: Phrase | null): Phrase | null {
  const { tokens } = stage.page.reading;
  for (let at = sentence.last; at >= sentence.first; at -= 1) {
    if (!/^(?:a|an|another|my|our)$/u.test(tokens[at]?.lower ?? "") || at === subject?.first) continue;
    if (tokens[at - 1]?.text === ",") continue;
    const phrase = phraseStartingAt(stage.page, at, Math.min(sentence.last, at + 8));
    if (phrase?.kind === "role") return phrase;
  }
  return null;
}

function judge(stage: Stage, setting: Setting, memory: Memory): Judged {
  const { text, spans, tokens } = stage.page.reading;
  const span = spans[tokens[setting.at]?.span ?? -1];
  memory.inside = span ? text.slice(span.innerStart, Math.min(span.innerEnd, span.innerStart + 4000)) : "";
  const ranked = candidatesFor(stage, setting, memory)
    .map((candidate) => ({ candidate, score: scoreOf(candidate.features) }))
    .sort((left, right) => right.score - left.score);
  const first = ranked[0];
  const best = first && first.score > 0 ? first.candidate : null;
  const speech =
    span?.block === true ||
    speechScore(stage.page.reading, setting.at, setting.whole, best, memory.spoke) > 0;
  memory.spoke = speech;
  if (!first || !best || !speech) return { setting, best: speech ? best : null, confidence: 0, speech };
  const name = best.resolved.speaker.name;
  const rival = ranked.find(({ candidate }) => candidate.resolved.speaker.name !== name);
  const fresh = confidenceOf(first.score, rival?.score ?? -2, best.resolved.sure);
  const confidence = carriedConfidence(best, memory.confidence) ?? fresh;
  if (name === "") return { setting, best, confidence: wary(confidence), speech };
  const earlier = memory.last?.speaker;
  if (earlier && earlier.name !== name) memory.earlier.unshift(earlier);
  memory.earlier.length = Math.min(memory.earlier.length, 4);
  memory.last = { speaker: best.resolved.speaker, at: setting.at };
  learnGender(best, tokens[best.phrase?.first ?? -1]?.lower ?? "");
  memory.asked = askedBy(stage, best, memory);
  memory.confidence = confidence;
  memory.lastParagraph = tokens[setting.at]?.paragraph ?? 0;
  memory.turns.push({ speaker: best.resolved.speaker, at: setting.at });
  if (memory.turns.length > 6) memory.turns.shift();
  return { setting, best, confidence: wary(confidence), speech };
}

/** New text is less kind than the text the weights were set on, so less is promised. */
const wary = (confidence: number) => Math.round(1000 * confidence ** 1.7) / 1000;

/** The rest of an utterance is as sure as its beginning, and hardly less. */
function carriedConfidence(best: Candidate, before: number): number | null {
  const { openFromBefore, restOfUtterance, wholeSentence, perWordBetween } = best.features;
  if (openFromBefore) return before * 0.98;
  return restOfUtterance && wholeSentence && !perWordBetween ? before * 0.96 : null;
}

/** Where a name told nothing, a pronoun that was surely theirs does. */
function learnGender(best: Candidate, word: string): void {
  const { speaker, sure } = best.resolved;
  if (!speaker.entity || speaker.entity.gender || sure < 0.7) return;
  if (word === "she") speaker.entity.gender = "f";
  if (word === "he") speaker.entity.gender = "m";
}

/** In "Donovan asked the agent", the agent will answer. */
function askedBy(stage: Stage, best: Candidate, memory: Memory): Memory["asked"] {
  const { tokens, sentences } = stage.page.reading;
  if (!best.cue || !/^(?:ask|press|tell|challenge|question|demand)$/u.test(best.cue.verb)) return null;
  const sentence = tokens[best.cue.first]?.sentence ?? 0;
  const end = sentences[sentence]?.last ?? best.cue.last;
  const whom = phraseStartingAt(stage.page, best.cue.last + 1, end);
  if (!whom || (whom.kind !== "name" && whom.kind !== "role")) return null;
  const resolved = resolvePhrase(stage, whom, memory);
  return resolved && resolved.speaker.name !== best.resolved.speaker.name
    ? { speaker: resolved.speaker, sentence }
    : null;
}

/** Gives pieces of one utterance a common number, and each row its words, cue, occasion and reason. */
function assemble(stage: Stage, judged: readonly Judged[]): FoundQuotation[] {
  const { reading } = stage.page;
  const { spans, tokens, text } = reading;
  let group = -1;
  const groups = judged.map((row, index) => {
    if (!continues(reading, judged[index - 1], row)) group += 1;
    return group;
  });
  return judged.map((row, index) => {
    const span = spans[index];
    const start = span?.start ?? 0;
    const inner = span ? text.slice(span.innerStart, span.innerEnd).trim() : "";
    const { best } = row;
    const mention = best?.phrase ? { first: best.phrase.first, last: best.phrase.last } : null;
    return {
      start,
      end: span?.end ?? start,
      text: inner,
      words: inner.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
      kind: kindOf(reading, judged, groups, index),
      group: groups[index] ?? 0,
      speaker:
        best && best.resolved.speaker.name !== ""
          ? { name: best.resolved.speaker.name, mention: mentionSpan(judged, index, mention, tokens) }
          : null,
      cue: best?.cue
        ? {
            verb: best.cue.verb,
            start: tokens[best.cue.first]?.start ?? 0,
            end: tokens[best.cue.last]?.end ?? 0,
          }
        : null,
      occasion: row.speech ? occasionOf(reading, row.setting.at, best) : null,
      confidence: row.confidence,
      reason: reasonOf(row),
    };
  });
}

/** A speaker carried on from before is mentioned where the last quotation's was. */
function mentionSpan(
  judged: readonly Judged[],
  index: number,
  own: { first: number; last: number } | null,
  tokens: Reading["tokens"],
) {
  let place = own;
  for (let at = index; !place && at >= Math.max(0, index - 200); at -= 1) {
    const phrase = judged[at]?.best?.phrase;
    if (phrase) place = { first: phrase.first, last: phrase.last };
  }
  const start = tokens[place?.first ?? 0]?.start ?? 0;
  return { start, end: tokens[place?.last ?? 0]?.end ?? start };
}

function continues(reading: Reading, before: Judged | undefined, row: Judged): boolean {
  if (!before?.speech || !row.speech || !before.best || !row.best) return false;
  if (before.best.resolved.speaker.name !== row.best.resolved.speaker.name) return false;
  const gap = row.setting.sentenceIndex - before.setting.sentenceIndex;
  if (row.best.features.openFromBefore || row.best.features.restOfUtterance) return gap <= 1;
  const { tokens } = reading;
  return tokens[before.setting.at]?.paragraph === tokens[row.setting.at]?.paragraph && gap <= 1;
}

function kindOf(
  reading: Reading,
  judged: readonly Judged[],
  groups: readonly number[],
  index: number,
): FoundQuotation["kind"] {
  const row = judged[index];
  if (!row?.speech) return "title";
  if (reading.spans[index]?.block) return "block";
  const from = Math.max(0, index - 20);
  const mates = judged
    .slice(from, index + 20)
    .filter((_, other) => groups[from + other] === groups[index] && from + other !== index);
  const { tokens } = reading;
  const paragraph = tokens[row.setting.at]?.paragraph;
  if (mates.some((mate) => tokens[mate.setting.at]?.paragraph !== paragraph)) return "paragraphs";
  if (mates.length > 0) return "split";
  if (row.best?.features.ledInByColon && row.setting.sentence.first === row.setting.at) return "block";
  return row.setting.whole ? "full" : "partial";
}

function reasonOf(row: Judged): string {
  if (!row.speech) return "Looks like a title, a nickname or a so-called word, not speech";
  if (!row.best) return "No speaker found near these words";
  const { speaker, why } = row.best.resolved;
  if (speaker.name === "") return why;
  const own = row.best.why;
  return `${speaker.name}: ${own}${why && why !== own && !own.startsWith(speaker.name) ? `; ${why}` : ""}`;
}
