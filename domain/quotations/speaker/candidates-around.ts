import { type Phrase, phraseStartingAt } from "../reading/phrases";
import type { Sentence } from "../reading/tokens";
import { type Candidate, gap, make, type Setting, type Stage } from "./candidate";
import type { Memory, Resolved } from "./memory";
import type { Features } from "./score";
import { mainSubject } from "./subjects";

/** Whoever spoke last, in the same paragraph or shortly before. */
export function fromMemory(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const { last } = memory;
  const here = tokens[setting.at];
  const there = last ? tokens[last.at] : undefined;
  if (!last || !here || !there) return [];
  const sure = 0.95;
  const resolved: Resolved = { speaker: last.speaker, sure, why: `${last.speaker.name} spoke just before` };
  const base = { resolved, phrase: null, cue: null };
  const whole: Features = setting.whole ? { wholeSentence: 1 } : { fragment: 1 };
  if (setting.openFromBefore)
    return [
      { ...base, features: { openFromBefore: 1 }, why: "the paragraph before left the quotation open" },
    ];
  if (there.paragraph === here.paragraph) {
    const close = here.sentence - there.sentence <= 1;
    const features: Features = { restOfUtterance: 1, ...whole };
    if (!close)
      features.perWordBetween = Math.min(20, gap(tokens, last.at + 1, setting.sentence.first).words);
    return [{ ...base, features, why: `${last.speaker.name} spoke just before, in the same paragraph` }];
  }
  const distance = here.paragraph - there.paragraph;
  if (distance > 3) return [];
  const features: Features = { lastSpeaker: 1, ...whole, perWordBetween: 6 * (distance - 1) };
  if (distance === 1) features.lastSpeakerNear = 1;
  return [{ ...base, features, why: `${last.speaker.name} spoke in the paragraph before` }];
}

/** Two people by turns, each paragraph a quotation: the next without a verb is the other one's. */
export function fromTurns(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const here = tokens[setting.at]?.paragraph ?? 0;
  const isOnlyPiece =
    tokens[setting.at - 1]?.paragraph !== here && tokens[setting.at + 1]?.paragraph !== here;
  const [second, first] = [
    memory.turns.at(-1),
    memory.turns.findLast((turn) => (tokens[turn.at]?.paragraph ?? -9) === here - 2),
  ];
  if (!isOnlyPiece || !first || !second || (tokens[second.at]?.paragraph ?? -9) !== here - 1) return [];
  if (first.speaker.name === second.speaker.name) return [];
  const asked = /\?\W*$/u.test(memory.inside.trim()) ? 1 : 0;
  const resolved: Resolved = {
    speaker: first.speaker,
    sure: 0.8,
    why: `${first.speaker.name} and ${second.speaker.name} speak by turns`,
  };
  return [
    {
      resolved,
      phrase: null,
      cue: null,
      features: { takesTurns: 1, wholeSentence: asked },
      why: resolved.why,
    },
  ];
}

/** The subject of the sentence itself, of the one before, or of the one after. */
export function fromNeighbours(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const { sentence } = setting;
  const own = mainSubject(stage.page, sentence, sentence.first, sentence.last);
  const cues = stage.cues[setting.sentenceIndex] ?? [];
  const passive = cues.some((cue) => cue.passive && cue.at < setting.at);
  const isAlone = sentence.first === setting.at || tokens[setting.at - 1]?.kind === "quote";
  const found: Candidate[] = [];
  if (own && own.last < setting.at) {
    const colon = tokens[setting.at - 1]?.text === ":" && own.kind !== "document" && own.kind !== "noun";
    const plain: Features = {
      sentenceSubject: 1,
      ...wholeness(setting),
      ...(passive ? { passiveSubject: 1 } : {}),
    };
    const features: Features = colon ? { ledInByColon: 1 } : plain;
    found.push(...make(stage, own, memory, features, "the subject of the sentence", null));
  }
  if (isAlone) found.push(...fromSentenceBefore(stage, setting, memory));
  const ends = isAlone && sentence.last - setting.at <= 1;
  if (ends || passive || !own) found.push(...fromSentenceAfter(stage, setting, memory));
  return found;
}

const wholeness = (setting: Setting): Features => (setting.whole ? { wholeSentence: 1 } : { fragment: 1 });

function fromSentenceBefore(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { sentences, tokens } = stage.page.reading;
  const before = sentences[setting.sentenceIndex - 1];
  if (!before) return [];
  const colon = /^[:,]$/u.test(tokens[before.last]?.text ?? "");
  const near = before.paragraph === setting.sentence.paragraph;
  if (!near && !colon && before.paragraph !== setting.sentence.paragraph - 1) return [];
  const subject = bestSubject(stage, setting.sentenceIndex - 1);
  if (!subject) return [];
  if (colon) {
    return make(
      stage,
      subject.phrase,
      memory,
      { ledInByColon: 1 },
      "led in by the sentence before",
      subject.cue,
    );
  }
  const place = near ? "sentenceBefore" : "paragraphBefore";
  const spoken = memory.last !== null && tokens[memory.last.at]?.paragraph === before.paragraph;
  const features: Features = { [place]: 1, ...wholeness(setting) };
  if (subject.cue && (near || !spoken)) features.cueInSentenceBefore = 1;
  if (near && memory.last && tokens[memory.last.at]?.sentence === setting.sentenceIndex - 1) {
    features.sentenceBefore = 0.4;
  }
  return make(stage, subject.phrase, memory, features, "the subject of the sentence before", subject.cue);
}

function fromSentenceAfter(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { sentences, tokens } = stage.page.reading;
  const after = sentences[setting.sentenceIndex + 1];
  const presented = after ? presentedBy(stage, after) : null;
  if (presented) return make(stage, presented, memory, { presentedAfter: 1 }, "presented right after", null);
  const subject = after ? bestSubject(stage, setting.sentenceIndex + 1) : null;
  if (!after || !subject) return [];
  const points = /^(?:that|this|those|these|so|thus|it)$/u.test(tokens[after.first]?.lower ?? "") ? 1.6 : 1;
  const features: Features = { sentenceAfter: points, ...wholeness(setting) };
  return make(stage, subject.phrase, memory, features, "the subject of the sentence after", subject.cue);
}

/** "That was a retired machinist named Gene.", "This from a man who …". */
function presentedBy(stage: Stage, sentence: Sentence): Phrase | null {
  const { tokens } = stage.page.reading;
  const words = [0, 1, 2].map((step) => tokens[sentence.first + step]?.lower ?? "");
  if (!/^(?:that|this|so|thus)$/u.test(words[0] ?? "")) return null;
  const verb = /^(?:was|is|’s|'s|from|said|says|came|comes)$/u.test(words[1] ?? "");
  const start = sentence.first + (words[1] === "came" || words[1] === "comes" ? 3 : 2);
  const phrase = verb ? phraseStartingAt(stage.page, start, sentence.last) : null;
  if (!phrase || phrase.kind === "noun" || phrase.kind === "document") return null;
  return phrase.kind === "pronoun" || phrase.mention?.kind === "place" ? null : phrase;
}

function bestSubject(stage: Stage, sentenceIndex: number): { phrase: Phrase; cue: Candidate["cue"] } | null {
  const sentence = stage.page.reading.sentences[sentenceIndex];
  if (!sentence) return null;
  const cues = stage.cues[sentenceIndex] ?? [];
  const cue =
    cues.findLast((each) => each.strength !== "weak" && !each.passive && each.subjects.length > 0) ??
    cues.find((each) => !each.passive && each.subjects.length > 0);
  const phrase = cue?.subjects[0]?.phrase;
  if (cue && phrase) return { phrase, cue: { verb: cue.verb, first: cue.at, last: cue.at } };
  const main = mainSubject(stage.page, sentence, sentence.first, sentence.last);
  return main ? { phrase: main, cue: null } : null;
}
