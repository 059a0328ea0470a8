import type { Mention } from "./names";
import type { Entity, People } from "./people";
import { type Page, type Phrase, phraseText } from "./phrases";
import type { RoleTable } from "./role-table";
import type { Token } from "./tokens";
import { PREPOSITIONS } from "./words/function-words";
import { DOCUMENT_NOUNS, FEMALE_NOUNS, KIN_NOUNS, MALE_NOUNS } from "./words/roles";

/** Who speaks: a person or body of the table, or a phrase where nobody is named. */
export type Speaker = {
  name: string;
  entity: Entity | null;
  gender: "m" | "f" | null;
  number: "one" | "many" | "thing";
};

/** What has been read so far, as far as it helps to tell who "she" is. */
export type Memory = {
  /** The speaker of the last quotation with the place of its token, or null. */
  last: { speaker: Speaker; at: number } | null;
  /** The last few quotations with their speakers, in order. */
  turns: { speaker: Speaker; at: number }[];
  /** How sure the last proposal was. */
  confidence: number;
  /** Whether the stretch in marks just before was speech. */
  spoke: boolean;
  /** The words of the quotation in hand: few people name themselves. */
  inside: string;
  /** The paragraph of the last quotation. */
  lastParagraph: number;
  /** Speakers of earlier quotations, latest first, at most a few. */
  earlier: Speaker[];
  /** For each sentence already read, who its subject is. */
  subjects: Map<number, Speaker>;
  /** Where that subject stands in the text: a pronoun is not explained by itself. */
  subjectAt: Map<number, number>;
  /** And who else in it has a verb of saying. */
  others: Map<number, Speaker>;
  /** Whom the last question was put to. */
  asked: { speaker: Speaker; sentence: number } | null;
};

export type Resolved = { speaker: Speaker; sure: number; why: string };

export type Cast = { page: Page; people: People; roles: RoleTable };

/** The speaker that a phrase names or points to, with how sure that is (0 to 1); null when it cannot speak. */
export function resolvePhrase(cast: Cast, phrase: Phrase, memory: Memory): Resolved | null {
  if (phrase.kind === "pronoun") return resolvePronoun(cast, phrase, memory);
  if (phrase.kind === "name" && phrase.mention) return named(cast, phrase.mention);
  return resolveRole(cast, phrase, memory);
}

function named(cast: Cast, mention: Mention): Resolved | null {
  const entity = cast.people.entityOf.get(mention);
  if (!entity) return { speaker: thing(mention.words.join(" ")), sure: 0.4, why: "named there" };
  const full = entity.kind === "person" && (entity.words.length > 1 || entity.known);
  const sure = full ? 1 : entity.kind === "person" ? 0.88 : entity.kind === "organisation" ? 0.88 : 0.78;
  return { speaker: speakerOf(entity), sure, why: "named there" };
}

function speakerOf(entity: Entity): Speaker {
  const number = entity.kind === "organisation" ? "thing" : "one";
  return { name: entity.name, entity, gender: entity.gender, number };
}

const thing = (name: string): Speaker => ({ name, entity: null, gender: null, number: "thing" });

function phraseSpeaker(cast: Cast, phrase: Phrase): Speaker {
  const name = phraseText(cast.page, phrase);
  const head = cast.page.reading.tokens[phrase.head]?.lower ?? "";
  const gender = FEMALE_NOUNS.has(head) ? "f" : MALE_NOUNS.has(head) ? "m" : null;
  const number = phrase.kind === "group" ? "many" : phrase.kind === "role" ? "one" : "thing";
  return { name, entity: null, gender, number };
}

/** "the mayor" is the person to whom the article gives that title; otherwise the phrase stands for itself. */
function resolveRole(cast: Cast, phrase: Phrase, memory: Memory): Resolved {
  const { tokens } = cast.page.reading;
  const itself = {
    speaker: phraseSpeaker(cast, phrase),
    sure: surenessOf(phrase, tokens[phrase.first]?.lower ?? ""),
    why: "named only by this phrase",
  };
  const opening = tokens[phrase.first]?.lower ?? "";
  const head = tokens[phrase.head]?.lower ?? "";
  if (/^(?:a|an|one|another|some|many|most|several|other)$/u.test(opening)) return itself;
  const words = tokens.slice(phrase.first, phrase.head + 1).map((token) => token.lower);
  const owner = phrase.kind === "document" ? ownerOf(cast, phrase) : null;
  if (owner) return { speaker: owner, sure: 0.85, why: `it is ${owner.name}’s` };
  const issuer = phrase.kind === "document" && opening === "the" ? memory.last?.speaker : null;
  if (issuer && phrase.head - phrase.first === 1 && /^statements?$/u.test(head)) {
    return { speaker: issuer, sure: 0.7, why: `taken to be ${issuer.name}’s` };
  }
  const bearer = cast.roles.bearer(words, phrase.first);
  const owned =
    /^(?:his|her|their|its|my|our)$/u.test(opening) || words.some((word) => /^[’']s?$/u.test(word));
  if (bearer && !owned) return { speaker: speakerOf(bearer), sure: 0.9, why: "so titled in this story" };
  if (bearer && owned && (!KIN_NOUNS.has(head) || bearer.gender === genderOfNoun(head)))
    return { speaker: speakerOf(bearer), sure: 0.75, why: "so titled in this story" };
  if (owned || opening !== "the" || phrase.kind !== "role") return itself;
  const recent = recentPerson(cast, phrase, memory);
  return recent ? { speaker: recent, sure: 0.6, why: "the person last spoken of" } : itself;
}

/** "the developer" may well be somebody named elsewhere; "a neighbour" is nobody else. */
function surenessOf(phrase: Phrase, opening: string): number {
  if (phrase.kind === "noun") return 0.5;
  if (phrase.kind === "role") return /^(?:a|an|one|another)$/u.test(opening) ? 0.92 : 0.75;
  return phrase.kind === "document" ? 0.82 : 0.9;
}

/** In "Cornyn’s statement" the words are Cornyn’s. */
function ownerOf(cast: Cast, phrase: Phrase): Speaker | null {
  const { tokens } = cast.page.reading;
  if (!/^[’']s?$/u.test(tokens[phrase.head - 1]?.text ?? "")) return null;
  const mention = cast.page.names.mentions[cast.page.names.mentionOf[phrase.head - 2] ?? -1];
  const entity = mention ? cast.people.entityOf.get(mention) : undefined;
  return entity?.kind === "person" ? speakerOf(entity) : null;
}

const genderOfNoun = (noun: string): "m" | "f" | null =>
  FEMALE_NOUNS.has(noun) ? "f" : MALE_NOUNS.has(noun) ? "m" : null;

/** Whoever holds one of these is named as such in the story, or somebody else is meant. */
const OFFICES =
  /^(?:president|minister|chancellor|premier|governor|mayor|senator|secretary|general|speaker|king|queen|prince|princess|pope|ambassador|judge|spokesman|spokeswoman|spokesperson|commissioner|congressman|congresswoman|chief|source|official|aide|adviser|advisor|man|woman|boy|girl)$/u;

/** For "the nurse said" close behind one person who was just the subject. */
function recentPerson(cast: Cast, phrase: Phrase, memory: Memory): Speaker | null {
  const { tokens } = cast.page.reading;
  const here = tokens[phrase.first];
  const noun = tokens[phrase.head]?.lower ?? "";
  if (!here || phrase.head - phrase.first > 4 || OFFICES.test(noun)) return null;
  const near = memory.last && here.paragraph - memory.lastParagraph <= 1 ? memory.last.speaker : undefined;
  const subject = memory.subjects.get(here.sentence - 1) ?? memory.subjects.get(here.sentence - 2) ?? near;
  const head = tokens[phrase.head]?.lower ?? "";
  const gender = FEMALE_NOUNS.has(head) ? "f" : MALE_NOUNS.has(head) ? "m" : null;
  if (subject?.entity?.kind !== "person" || (gender && subject.gender && gender !== subject.gender))
    return null;
  return subject;
}

type Rival = { speaker: Speaker; score: number };

/** What speaks for one person rather than another behind a pronoun. */
const PRONOUN_WEIGHTS = {
  gender: 1.2,
  genderUnknown: 0.5,
  lastSpeaker: 1,
  earlierSpeaker: 0.3,
  subjectBefore: 1.9,
  subjectHere: 1.2,
  subjectTwoBefore: 0.3,
  otherSubjectBefore: 1.2,
  sameParagraph: 0.5,
  asked: 1.6,
  person: 0.8,
  unknown: -0.5,
  perSentence: -0.35,
  perParagraph: -0.45,
  namedInQuotation: -3.8,
  possessive: -0.7,
  afterPreposition: -0.5,
  perMention: 0.04,
  first: 0.3,
} as const;

function resolvePronoun(cast: Cast, phrase: Phrase, memory: Memory): Resolved | null {
  const token = cast.page.reading.tokens[phrase.first];
  if (!token || /^(?:i|you|we)$/u.test(token.lower)) return null;
  if (token.lower === "it" || token.lower === "they") return resolveBody(cast, token, memory, phrase.first);
  const wanted = /^(?:she|her)$/u.test(token.lower) ? "f" : "m";
  const rivals = new Map<string, Rival>();
  for (const rival of personRivals(cast, phrase.first, wanted, memory)) keepBest(rivals, rival);
  for (const rival of rememberedRivals(cast, token, memory, wanted, namedRightAfter(cast, phrase.first)))
    addTo(rivals, rival);
  const ranked = [...rivals.values()].sort((left, right) => right.score - left.score);
  const best = ranked[0];
  if (!best) return null;
  const margin = best.score - (ranked[1]?.score ?? best.score - 2.5);
  const sure = Math.max(
    0.45,
    Math.min(0.94, 0.5 + 0.2 * margin + (best.speaker.gender === wanted ? 0.08 : -0.1)),
  );
  return { speaker: best.speaker, sure, why: `“${token.text}” is taken to be ${best.speaker.name}` };
}

const keyOf = (speaker: Speaker) => (speaker.entity ? `#${speaker.entity.id}` : speaker.name);

function keepBest(rivals: Map<string, Rival>, rival: Rival): void {
  const held = rivals.get(keyOf(rival.speaker));
  if (!held || held.score < rival.score) rivals.set(keyOf(rival.speaker), rival);
}

/** Being the subject or the speaker counts as a fresh mention there, and adds its own weight. */
function addTo(rivals: Map<string, Rival>, rival: Rival & { fresh: number }): void {
  const key = keyOf(rival.speaker);
  const held = rivals.get(key);
  const base = Math.max(held?.score ?? -9, rival.fresh);
  rivals.set(key, { speaker: rival.speaker, score: base + rival.score });
}

/** How many mentions back a pronoun may reach; more would be slow and no reader would follow it either. */
const REACH = 40;

function personRivals(cast: Cast, at: number, wanted: "m" | "f", memory: Memory): Rival[] {
  const { tokens } = cast.page.reading;
  const { mentions } = cast.page.names;
  const here = tokens[at];
  const found: Rival[] = [];
  if (!here) return found;
  const objects = namedRightAfter(cast, at);
  let index = lastBefore(mentions, at);
  for (let steps = 0; index >= 0 && steps < REACH; index -= 1, steps += 1) {
    const mention = mentions[index];
    const entity = mention ? cast.people.entityOf.get(mention) : undefined;
    if (!mention || !entity || entity.kind === "organisation") continue;
    if (entity.gender && entity.gender !== wanted) continue;
    if (objects.has(entity.id)) continue;
    const there = tokens[mention.first];
    if (!there || here.paragraph - there.paragraph > 6) break;
    const inside = isNamedIn(entity, memory.inside) ? PRONOUN_WEIGHTS.namedInQuotation : 0;
    const score = inside + mentionScore(tokens, mention, there, here, entity, wanted);
    found.push({ speaker: speakerOf(entity), score });
  }
  return found;
}

/** "He described Montalvo": whoever is named right after the verb is not "he". */
function namedRightAfter(cast: Cast, at: number): ReadonlySet<number> {
  const { tokens } = cast.page.reading;
  const { mentions, mentionOf } = cast.page.names;
  const found = new Set<number>();
  for (let next = at + 1; next <= at + 5; next += 1) {
    const token = tokens[next];
    if (!token || token.kind === "punct" || token.kind === "quote" || token.lower === "that") break;
    const mention = mentions[mentionOf[next] ?? -1];
    const entity = mention ? cast.people.entityOf.get(mention) : undefined;
    if (entity) found.add(entity.id);
  }
  return found;
}

/** Whether the words name this person, by surname. */
export function isNamedIn(entity: Entity, words: string): boolean {
  const surname = entity.name.split(/\s+/u).at(-1) ?? "";
  if (entity.kind !== "person" || surname.length < 3) return false;
  const at = words.indexOf(surname);
  return (
    at >= 0 && !/[\p{L}]/u.test(words[at - 1] ?? " ") && !/[\p{L}]/u.test(words[at + surname.length] ?? " ")
  );
}

function lastBefore(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.last ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function mentionScore(
  tokens: readonly Token[],
  mention: Mention,
  there: Token,
  here: Token,
  entity: Entity,
  wanted: "m" | "f",
): number {
  const weights = PRONOUN_WEIGHTS;
  let score: number = entity.kind === "person" ? weights.person : weights.unknown;
  score += entity.gender === wanted ? weights.gender : weights.genderUnknown;
  score += weights.perSentence * Math.min(8, here.sentence - there.sentence);
  score += weights.perParagraph * Math.min(6, here.paragraph - there.paragraph);
  if (/^[’']s?$/u.test(tokens[mention.last + 1]?.text ?? "")) score += weights.possessive;
  if (PREPOSITIONS.has(tokens[mention.from - 1]?.lower ?? "")) score += weights.afterPreposition;
  score += weights.perMention * Math.min(10, entity.mentions.length);
  if (tokens[mention.from - 1]?.sentence !== there.sentence) score += weights.first;
  return score;
}

function rememberedRivals(
  cast: Cast,
  token: Token,
  memory: Memory,
  wanted: "m" | "f",
  barred: ReadonlySet<number>,
) {
  const paragraphOf = (sentence: number) => cast.page.reading.sentences[sentence]?.paragraph;
  const found: (Rival & { fresh: number })[] = [];
  const weights = PRONOUN_WEIGHTS;
  const add = (speaker: Speaker | undefined, score: number, back = 9) => {
    const gender = speaker?.entity?.gender ?? speaker?.gender;
    if (speaker?.number !== "one" || (gender && gender !== wanted)) return;
    if (speaker.entity && barred.has(speaker.entity.id)) return;
    const named = speaker.entity && isNamedIn(speaker.entity, memory.inside) ? weights.namedInQuotation : 0;
    const own =
      (speaker.entity ? (speaker.entity.kind === "person" ? weights.person : weights.unknown) : 0.2) +
      (gender === wanted ? weights.gender : weights.genderUnknown);
    found.push({ speaker, score, fresh: own + named + weights.perSentence * back });
  };
  if ((memory.subjectAt.get(token.sentence) ?? Number.POSITIVE_INFINITY) < token.start) {
    add(memory.subjects.get(token.sentence), weights.subjectHere, 0);
  }
  const near = paragraphOf(token.sentence - 1) === token.paragraph ? weights.sameParagraph : 0;
  add(memory.subjects.get(token.sentence - 1), weights.subjectBefore + near, 1);
  add(memory.others.get(token.sentence - 1), weights.otherSubjectBefore, 1);
  add(memory.subjects.get(token.sentence - 2), weights.subjectTwoBefore, 2);
  const { asked } = memory;
  if (asked && token.sentence - asked.sentence <= 2 && token.sentence > asked.sentence)
    add(asked.speaker, weights.asked, 1);
  const gap = memory.last ? token.paragraph - memory.lastParagraph : 9;
  add(memory.last?.speaker, weights.lastSpeaker * (gap <= 1 ? 1 : gap <= 3 ? 0.6 : 0.3), 2 + gap);
  const [, earlier] = memory.earlier;
  add(earlier, weights.earlierSpeaker);
  return found;
}

/** "it" and "they": the body or the group last spoken of; "they" also one person when nobody else is there. */
function resolveBody(cast: Cast, token: Token, memory: Memory, at: number): Resolved | null {
  const fits = (speaker: Speaker | undefined) =>
    speaker && (token.lower === "it" ? speaker.number === "thing" : speaker.number !== "one")
      ? speaker
      : null;
  const recent =
    fits(memory.subjects.get(token.sentence)) ??
    fits(memory.subjects.get(token.sentence - 1)) ??
    fits(memory.last?.speaker) ??
    fits(memory.subjects.get(token.sentence - 2));
  const before = memory.subjects.get(token.sentence - 1);
  if (!recent && token.lower === "it" && before && mentionsDocument(cast, token.sentence - 1)) {
    return { speaker: before, sure: 0.6, why: `“${token.text}” is taken to be what ${before.name} wrote` };
  }
  if (recent) return { speaker: recent, sure: 0.7, why: `“${token.text}” is taken to be ${recent.name}` };
  const { mentions } = cast.page.names;
  for (let index = lastBefore(mentions, at), steps = 0; index >= 0 && steps < 12; index -= 1, steps += 1) {
    const mention = mentions[index];
    const entity = mention ? cast.people.entityOf.get(mention) : undefined;
    const fitting = token.lower === "it" ? entity?.kind === "organisation" : entity?.kind === "person";
    if (entity && fitting)
      return { speaker: speakerOf(entity), sure: 0.5, why: `“${token.text}” may be ${entity.name}` };
  }
  return null;
}

function mentionsDocument(cast: Cast, sentenceIndex: number): boolean {
  const { sentences, tokens } = cast.page.reading;
  const sentence = sentences[sentenceIndex];
  if (!sentence) return false;
  return tokens.slice(sentence.first, sentence.last + 1).some((each) => DOCUMENT_NOUNS.has(each.lower));
}

/** Whether a phrase can be somebody's words at all. */
export function canSpeak(phrase: Phrase): boolean {
  return phrase.kind !== "name" || phrase.mention?.kind !== "place";
}
