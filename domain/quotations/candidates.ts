import { type Cue, cuesIn, isVerbLike, mainSubject } from "./cues";
import { type Phrase, phraseStartingAt } from "./phrases";
import { type Cast, canSpeak, isNamedIn, type Memory, type Resolved, resolvePhrase } from "./resolve";
import type { Features } from "./score";
import type { Sentence, Token } from "./tokens";

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

export function stageOf(cast: Cast): Stage {
  return { ...cast, cues: cast.page.reading.sentences.map((sentence) => cuesIn(cast.page, sentence)) };
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

/** Everyone the text offers as speaker of one quotation, in no order. */
export function candidatesFor(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  return [
    ...fromCues(stage, setting, memory),
    ...fromAccordingTo(stage, setting, memory),
    ...fromSaidThings(stage, setting, memory),
    ...fromLabels(stage, setting, memory),
    ...fromMemory(stage, setting, memory),
    ...fromNeighbours(stage, setting, memory),
    ...fromTurns(stage, setting, memory),
  ];
}

function make(
  stage: Stage,
  phrase: Phrase,
  memory: Memory,
  features: Features,
  why: string,
  cue: Candidate["cue"],
): Candidate[] {
  if (!canSpeak(phrase)) return [];
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
  if (phrase.mention?.kind === "place") return { place: 1 };
  return kind === "organisation" ? { organisation: 1, known } : { person: 1, known, ...self };
}

/** Of a very long sentence only the verbs nearest to the quotation count: so many before it, so many after. */
const CUES_BEFORE = 10;
const CUES_AFTER = 6;

function nearestCues(stage: Stage, setting: Setting): readonly Cue[] {
  const cues = stage.cues[setting.sentenceIndex] ?? [];
  const found = cues.findIndex((cue) => cue.at > setting.at);
  const after = found < 0 ? cues.length : found;
  return cues.slice(Math.max(0, after - CUES_BEFORE), after + CUES_AFTER);
}

function fromCues(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const cues = nearestCues(stage, setting);
  return cues.flatMap((cue, index) =>
    cue.subjects.flatMap(({ phrase, bond }, rank) => {
      const place = relation(stage, setting, cue, phrase, cues, index);
      if (!place) return [];
      const features: Features = { ...place, [cue.strength]: 1, [bond]: 1 };
      if (cue.passive) features.passive = 1;
      if (cue.strength === "weak" && isUnderStrong(stage, setting, cues, index)) features.underStrongVerb = 1;
      if (rank > 0) features.secondChoice = rank;
      const verb = stage.page.reading.tokens[cue.at]?.text ?? cue.verb;
      return make(stage, phrase, memory, features, `beside “${verb}”`, {
        verb: cue.verb,
        first: cue.at,
        last: cue.at,
      });
    }),
  );
}

/** "She said the campaign needed “a reset”": the words belong to the verb of saying, not to the one it governs. */
function isUnderStrong(stage: Stage, setting: Setting, cues: readonly Cue[], index: number): boolean {
  const here = cues[index];
  if (!here || here.at > setting.at) return false;
  const above = cues
    .slice(0, index)
    .findLast((cue) => cue.strength === "strong" && !cue.passive && cue.subjects.length > 0);
  if (!above) return false;
  const between = gap(stage.page.reading.tokens, above.at + 1, here.at);
  const subject = here.subjects[0];
  const opened = stage.page.reading.tokens[(subject?.phrase.first ?? 0) - 1]?.text === ",";
  return (
    !opened &&
    between.breaks === 0 &&
    between.quotes === 0 &&
    !between.turns &&
    subject?.bond !== "shared" &&
    subject?.bond !== "participle"
  );
}

/** Where the verb with its subject stands to the quotation; null when it has nothing to do with it. */
function relation(
  stage: Stage,
  setting: Setting,
  cue: Cue,
  subject: Phrase,
  cues: readonly Cue[],
  index: number,
): Features | null {
  const { tokens } = stage.page.reading;
  const { at } = setting;
  if (cue.at > at) {
    const from = subject.edge > at ? Math.min(cue.at, subject.edge) : cue.at;
    const between = gap(tokens, at + 1, from);
    if (subject.last < at && between.words > 0) return null;
    if (between.words === 0)
      return between.quotes === 0
        ? { verbRightAfter: 1 }
        : { verbAfterOtherPiece: 1, otherPieceBetween: between.quotes };
    const others = cues.slice(0, index).filter((other) => other.at > at && other.at < cue.at).length;
    return {
      verbLaterInSentence: 1,
      perWordBetween: between.words,
      otherCueBetween: others,
      otherPieceBetween: between.quotes,
      clauseBreakBetween: between.breaks + (between.turns ? 1 : 0),
    };
  }
  const end = subject.first > cue.at && subject.last < at ? subject.last : cue.at;
  const between = gap(tokens, end + 1, at);
  const others = cues
    .slice(index + 1)
    .filter(
      (other) => other.at < at && other.strength !== "weak" && !other.passive && other.subjects.length > 0,
    ).length;
  const features: Features = {
    perWordBetween: Math.min(25, between.words),
    otherCueBetween: others,
    otherPieceBetween: between.quotes,
    clauseBreakBetween: between.breaks,
  };
  if (between.colon) features.colonBetween = 1;
  const nearer = cues
    .slice(index + 1)
    .some((other) => other.at < at && !other.passive && other.subjects.length > 0);
  if (between.words <= 2 || (between.colon && !nearer)) return { ...features, verbRightBefore: 1 };
  return { ...features, verbBefore: 1 };
}

const TURN = /^(?:after|because|as|when|while|since|although|though|before|but)$/u;

function gap(tokens: readonly Token[], from: number, to: number) {
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

function fromAccordingTo(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const { sentence, at } = setting;
  const found: Candidate[] = [];
  for (let from = sentence.first; from < sentence.last; from += 1) {
    const start = leadsIn(tokens, from);
    if (start < 0) continue;
    const phrase = phraseStartingAt(stage.page, start, sentence.last);
    if (!phrase) continue;
    const words = from > at ? gap(tokens, at + 1, from).words : gap(tokens, phrase.last + 1, at).words;
    const features: Features = { accordingTo: 1, perWordBetween: Math.min(20, words) };
    found.push(
      ...make(stage, phrase, memory, features, "after “according to”", {
        verb: "according to",
        first: from,
        last: start - 1,
      }),
    );
  }
  return found;
}

/** After "according to" or "in the words of", the place of the next token; otherwise -1. */
function leadsIn(tokens: readonly Token[], from: number): number {
  const words = [0, 1, 2, 3].map((step) => tokens[from + step]?.lower ?? "");
  if (words[0] === "according" && words[1] === "to") return from + 2;
  if (words[0] === "in" && words[2] === "words" && words[3] === "of") return from + 4;
  if (words[0] === "as" && words[1] === "per") return from + 2;
  return -1;
}

/** Things said, which belong to whoever said them: "his claim that …", "Crane’s pledge to …". */
const SAID_THING =
  /^(?:claim|claims|comment|comments|remark|remarks|assertion|suggestion|pledge|promise|vow|warning|argument|contention|declaration|description|statement|insistence|admission|call|calls|threat|insult|boast|accusation|allegation|complaint|conclusion|observation|prediction|characterization|characterisation|apology|praise|criticism|words|refrain|slogan|motto|catchphrase|reply|answer|response|verdict|demand|appeal|plea|confession|joke|quip|rant|tweet|promises|pledges)$/u;

function fromSaidThings(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const { sentence, at } = setting;
  for (let thing = at - 1; thing > Math.max(sentence.first, at - 12); thing -= 1) {
    const token = tokens[thing];
    if (token?.kind !== "word" || !SAID_THING.test(token.lower)) continue;
    const owner = ownerBefore(stage, thing, sentence);
    if (!owner || governed(stage, setting, owner)) continue;
    const features: Features = { saidThing: 1, perWordBetween: gap(tokens, thing + 1, at).words };
    const cue = { verb: token.lower, first: thing, last: thing };
    return make(stage, owner, memory, features, `the ${token.lower} is theirs`, cue);
  }
  return [];
}

/** In "described his words as “vile”" the verb in front tells who speaks. */
function governed(stage: Stage, setting: Setting, owner: Phrase): boolean {
  const cues = stage.cues[setting.sentenceIndex] ?? [];
  return cues.some((cue) => cue.at < owner.first && owner.first - cue.at <= 2 && cue.subjects.length > 0);
}

/** "his" or "Crane’s", with a word or two between: "his latest claim". */
function ownerBefore(stage: Stage, thing: number, sentence: Sentence): Phrase | null {
  const { tokens } = stage.page.reading;
  const { mentions, mentionOf } = stage.page.names;
  for (let at = thing - 1; at >= Math.max(sentence.first, thing - 3); at -= 1) {
    const token = tokens[at];
    if (!token || token.kind !== "word") return null;
    if (/^(?:his|her)$/u.test(token.lower))
      return { first: at, last: at, edge: at, head: at, kind: "pronoun", mention: null };
    const mention = /^[’']s?$/u.test(token.text) ? mentions[mentionOf[at - 1] ?? -1] : undefined;
    if (mention)
      return {
        first: mention.from,
        last: mention.last,
        edge: mention.from,
        head: mention.last,
        kind: "name",
        mention,
      };
  }
  return null;
}

/** "HOST: “…”" and "“…” — Matthew Ingram". */
function fromLabels(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const { at, sentence } = setting;
  const found: Candidate[] = [];
  const next = tokens[at + 1];
  if (next && next.paragraph === tokens[at]?.paragraph && /^(?:[-–—]|--)$/u.test(next.text)) {
    const phrase = phraseStartingAt(stage.page, at + 2, sentence.last);
    const inner = memory.inside.trim();
    if (phrase?.kind === "name" && /[.?!…]$/u.test(inner))
      found.push(...make(stage, phrase, memory, { signedWithDash: 1 }, "signed after the dash", null));
  }
  if (tokens[at - 1]?.text === ":" && at - 2 >= sentence.first) {
    const label = tokens.slice(sentence.first, at - 1);
    const isLabel =
      label.length <= 4 &&
      label.every((token) => token.kind === "word" && (token.cap || /^\p{Lu}+$/u.test(token.text)));
    const opens =
      tokens[sentence.first - 1]?.paragraph !== tokens[at]?.paragraph ||
      label.every((token) => /^\p{Lu}{2,}/u.test(token.text));
    if (isLabel && opens) found.push(labelled(stage, sentence.first, at - 2));
    else found.push(...introduced(stage, sentence, at, memory));
  }
  return found;
}

/** A paragraph that opens with a name and a colon, "Sen. Jack Ferris, D-Ore.: “…”", with no verb between. */
function introduced(stage: Stage, sentence: Sentence, at: number, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const opens = tokens[sentence.first - 1]?.paragraph !== tokens[at]?.paragraph;
  const verbs = tokens.slice(sentence.first, at).some((token) => isVerbLike(token));
  if (!opens || verbs || at - sentence.first > 24) return [];
  const phrase = phraseStartingAt(stage.page, sentence.first, at);
  const named = phrase?.mention?.kind === "person" || phrase?.mention?.kind === "organisation";
  return phrase && named
    ? make(stage, phrase, memory, { scriptLabel: 1 }, "the name before the colon", null)
    : [];
}

function labelled(stage: Stage, first: number, last: number): Candidate {
  const { tokens, text } = stage.page.reading;
  const mention = stage.page.names.mentions[stage.page.names.mentionOf[last] ?? -1];
  const entity = mention ? stage.people.entityOf.get(mention) : undefined;
  const written = text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
  const name = entity?.name ?? written;
  return {
    resolved: {
      speaker: { name, entity: entity ?? null, gender: entity?.gender ?? null, number: "one" },
      sure: 0.95,
      why: "the label before the words",
    },
    phrase: { first, last, edge: first, head: last, kind: "name", mention: mention ?? null },
    cue: null,
    features: { scriptLabel: 1 },
    why: "the label before the words",
  };
}

function fromMemory(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
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
function fromTurns(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
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
function fromNeighbours(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { sentences, tokens } = stage.page.reading;
  const found: Candidate[] = [];
  const { sentence, sentenceIndex } = setting;
  const whole: Features = setting.whole ? { wholeSentence: 1 } : { fragment: 1 };
  const own = mainSubject(stage.page, sentence, sentence.first, sentence.last);
  const cues = stage.cues[sentenceIndex] ?? [];
  const passive: Features = cues.some((cue) => cue.passive && cue.at < setting.at)
    ? { passiveSubject: 1 }
    : {};
  if (own && own.last < setting.at)
    found.push(
      ...make(
        stage,
        own,
        memory,
        tokens[setting.at - 1]?.text === ":" && own?.kind !== "document" && own?.kind !== "noun"
          ? { ledInByColon: 1 }
          : { sentenceSubject: 1, ...whole, ...passive },
        "the subject of the sentence",
        null,
      ),
    );
  const before = sentences[sentenceIndex - 1];
  const isAlone = sentence.first === setting.at || tokens[setting.at - 1]?.kind === "quote";
  if (before && isAlone) {
    const colon = tokens[before.last]?.text === ":" || tokens[before.last]?.text === ",";
    const near = before.paragraph === sentence.paragraph;
    const spoken = memory.last !== null && tokens[memory.last.at]?.paragraph === before.paragraph;
    const above = before.paragraph === sentence.paragraph - 1;
    if (near || colon || above) {
      const subject = bestSubject(stage, sentenceIndex - 1);
      if (subject) {
        const features: Features = colon
          ? { ledInByColon: 1 }
          : { [near ? "sentenceBefore" : "paragraphBefore"]: 1, ...whole };
        if (subject.cue && !colon && (near || !spoken)) features.cueInSentenceBefore = 1;
        if (near && memory.last && tokens[memory.last.at]?.sentence === sentenceIndex - 1)
          features.sentenceBefore = 0.4;
        found.push(
          ...make(
            stage,
            subject.phrase,
            memory,
            features,
            colon ? "led in by the sentence before" : "the subject of the sentence before",
            subject.cue,
          ),
        );
      }
    }
  }
  const after = sentences[sentenceIndex + 1];
  const lacksSubject = passive.passiveSubject !== undefined || !own;
  if (after && ((isAlone && sentence.last - setting.at <= 1) || lacksSubject)) {
    const subject = bestSubject(stage, sentenceIndex + 1);
    const points = /^(?:that|this|those|these|so|thus|it)$/u.test(tokens[after.first]?.lower ?? "") ? 1.6 : 1;
    if (subject)
      found.push(
        ...make(
          stage,
          subject.phrase,
          memory,
          { sentenceAfter: points, ...whole },
          "the subject of the sentence after",
          subject.cue,
        ),
      );
  }
  return found;
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
