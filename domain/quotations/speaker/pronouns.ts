import type { Mention } from "../reading/names";
import type { Entity } from "../reading/people";
import type { Phrase } from "../reading/phrases";
import type { Token } from "../reading/tokens";
import { PREPOSITIONS } from "../words/function-words";
import {
  type Cast,
  isNamedIn,
  lastBefore,
  type Memory,
  type Resolved,
  type Speaker,
  speakerOf,
} from "./memory";
import { isVerbLike } from "./subjects";

/** What speaks for one person rather than another behind "he" or "she". */
export const PRONOUN_WEIGHTS = {
  gender: 1.2,
  leaning: 0.9,
  againstLeaning: -0.8,
  genderUnknown: 0.45,
  person: 0.65,
  uncertainName: -0.3,
  nameless: 0.2,
  perSentence: -0.4,
  perParagraph: -0.3,
  possessive: -0.65,
  afterPreposition: -0.5,
  perMention: 0.09,
  opensSentence: 0.7,
  introduced: 1.2,
  subjectOfClause: 3,
  namedInQuotation: -3.9,
  subjectHere: 1.3,
  subjectLater: 1.5,
  subjectBefore: 2,
  subjectBeforeInParagraph: 0.6,
  subjectTwoBefore: 0.3,
  otherSubjectBefore: 1.3,
  lastSpeaker: 0.6,
  earlierSpeaker: 0.3,
  broughtInBefore: 0.9,
  asked: 1.6,
  besideOther: -1.8,
  newcomer: 1,
  spokenOf: -1.6,
} as const;

export type PronounFeatures = Partial<Record<keyof typeof PRONOUN_WEIGHTS, number>>;
type Rival = { speaker: Speaker; features: PronounFeatures; score: number };

const WEIGHED = Object.keys(PRONOUN_WEIGHTS) as (keyof typeof PRONOUN_WEIGHTS)[];

const scoreOf = (features: PronounFeatures): number => {
  let sum = 0;
  for (const name of WEIGHED) sum += PRONOUN_WEIGHTS[name] * (features[name] ?? 0);
  return sum;
};

/** Everyone whom "he" or "she" may be, the likeliest first. */
function rivalsFor(cast: Cast, at: number, memory: Memory): Rival[] {
  const token = cast.page.reading.tokens[at];
  if (!token) return [];
  const wanted = /^(?:she|her)$/u.test(token.lower) ? "f" : "m";
  const other = isBesideOther(cast, token, wanted, memory);
  const barred = namedBeside(cast, at);
  const rivals = new Map<string, Rival>();
  const hold = (speaker: Speaker, features: PronounFeatures) => {
    const held = rivals.get(keyOf(speaker));
    const score = scoreOf(features);
    if (!held || held.score < score) rivals.set(keyOf(speaker), { speaker, features, score });
  };
  for (const [entity, features] of mentioned(cast, at, wanted, memory, barred))
    hold(speakerOf(entity), features);
  for (const { speaker, role, fresh } of remembered(cast, token, memory)) {
    const gender = speaker.entity?.gender ?? speaker.gender;
    if (speaker.number !== "one" || (gender && gender !== wanted)) continue;
    if (speaker.entity && barred.has(speaker.entity.id)) continue;
    const held = rivals.get(keyOf(speaker))?.features;
    const base =
      held && scoreOf(held) > scoreOf({ ...ownFeatures(speaker, wanted, memory), ...fresh })
        ? held
        : { ...ownFeatures(speaker, wanted, memory), ...fresh };
    const features: PronounFeatures = { ...roleFeatures(held), ...base, ...role };
    if (other && role.subjectBefore && !gender) features.besideOther = 1;
    if (role.subjectBefore && spokenOf(wanted, memory)) features.spokenOf = 1;
    const alone = !other && !memory.others.has(token.sentence - 1);
    if (alone && role.subjectBefore && !speaker.entity && /^(?:an?|another|one) /iu.test(speaker.name))
      features.newcomer = 1;
    rivals.set(keyOf(speaker), { speaker, features, score: scoreOf(features) });
  }
  return [...rivals.values()].sort((left, right) => right.score - left.score);
}

/** “She said it was a job for men,” she says: whoever speaks speaks of another woman, most likely the one just met. */
const spokenOf = (wanted: "m" | "f", memory: Memory) =>
  (wanted === "f" ? /^(?:She|Her)\b/u : /^(?:He|His)\b/u).test(memory.inside);

/** "A publisher has offered her a deal": the one whom "her" means is not the publisher. */
function isBesideOther(cast: Cast, token: Token, wanted: "m" | "f", memory: Memory): boolean {
  const { sentences, tokens } = cast.page.reading;
  const before = sentences[token.sentence - 1];
  const start = memory.subjectAt.get(token.sentence - 1);
  if (!before || start === undefined) return false;
  const word = wanted === "f" ? /^her$/u : /^him$/u;
  for (let at = before.first; at <= before.last; at += 1) {
    const each = tokens[at];
    if (each && each.start > start && word.test(each.lower) && isVerbLike(tokens[at - 1])) return true;
  }
  return false;
}

const ROLES = [
  "subjectHere",
  "subjectLater",
  "subjectBefore",
  "subjectBeforeInParagraph",
  "subjectTwoBefore",
  "otherSubjectBefore",
  "lastSpeaker",
  "earlierSpeaker",
  "broughtInBefore",
  "asked",
] as const;

/** What somebody did before stays with them when a nearer place is found. */
function roleFeatures(features: PronounFeatures | undefined): PronounFeatures {
  const kept: PronounFeatures = {};
  for (const name of ROLES) if (features?.[name] !== undefined) kept[name] = features[name];
  return kept;
}

/** The person behind "he" or "she", with how sure that is; null when nobody fits. */
export function resolvePronoun(cast: Cast, phrase: Phrase, memory: Memory): Resolved | null {
  const token = cast.page.reading.tokens[phrase.first];
  if (!token) return null;
  const wanted = /^(?:she|her)$/u.test(token.lower) ? "f" : "m";
  const [best, next] = rivalsFor(cast, phrase.first, memory);
  if (!best) return againstTheName(cast, token, memory);
  const margin = best.score - (next?.score ?? best.score - 2.5);
  const sure = Math.max(
    0.45,
    Math.min(0.94, 0.5 + 0.2 * margin + (best.speaker.gender === wanted ? 0.08 : -0.1)),
  );
  return { speaker: best.speaker, sure, why: `“${token.text}” is taken to be ${best.speaker.name}` };
}

/** Nobody fits by gender: a given name may mislead, so whoever was the subject just before is proposed, unsurely. */
function againstTheName(cast: Cast, token: Token, memory: Memory): Resolved | null {
  const here =
    (memory.subjectAt.get(token.sentence) ?? token.start) < token.start
      ? memory.subjects.get(token.sentence)
      : undefined;
  const near = [here, memory.subjects.get(token.sentence - 1), memory.last?.speaker].find(
    (speaker) =>
      speaker?.entity?.kind === "person" && !speaker.entity.mentions.some(({ titles }) => titles.length > 0),
  );
  const close = cast.page.reading.sentences[token.sentence - 1]?.paragraph === token.paragraph;
  return near && close ? { speaker: near, sure: 0.45, why: `“${token.text}” may be ${near.name}` } : null;
}

const keyOf = (speaker: Speaker) => (speaker.entity ? `#${speaker.entity.id}` : speaker.name);

/** How many mentions back a pronoun may reach; more would be slow and no reader would follow it either. */
const REACH = 40;

function mentioned(
  cast: Cast,
  at: number,
  wanted: "m" | "f",
  memory: Memory,
  barred: ReadonlySet<number>,
): [Entity, PronounFeatures][] {
  const { tokens } = cast.page.reading;
  const { mentions } = cast.page.names;
  const here = tokens[at];
  const found: [Entity, PronounFeatures][] = [];
  if (!here) return found;
  let index = lastBefore(mentions, at);
  for (let steps = 0; index >= 0 && steps < REACH; index -= 1, steps += 1) {
    const mention = mentions[index];
    const entity = mention ? cast.people.entityOf.get(mention) : undefined;
    if (!mention || !entity || entity.kind === "organisation") continue;
    if ((entity.gender && entity.gender !== wanted) || barred.has(entity.id)) continue;
    const there = tokens[mention.first];
    if (!there || here.paragraph - there.paragraph > 6) break;
    found.push([
      entity,
      {
        ...ownFeatures(speakerOf(entity), wanted, memory),
        ...placeFeatures(tokens, mention, entity, there, here, at),
      },
    ]);
  }
  return found;
}

/** "He described Montalvo", "Mr. Sturges, he said, will": whoever is named beside the verb is not "he". */
function namedBeside(cast: Cast, at: number): ReadonlySet<number> {
  const { tokens } = cast.page.reading;
  const { mentions, mentionOf } = cast.page.names;
  const found = new Set<number>();
  const set = mentions[mentionOf[at - 2] ?? -1];
  const opens =
    set &&
    tokens[set.from - 1]?.sentence !== tokens[at]?.sentence &&
    !/^[’']s?$/u.test(tokens[at - 2]?.text ?? "");
  const opener = opens && tokens[at - 1]?.text === "," ? cast.people.entityOf.get(set) : undefined;
  if (opener && isVerbLike(tokens[at + 1])) found.add(opener.id);
  for (let next = at + 1; next <= at + 5; next += 1) {
    const token = tokens[next];
    if (!token || token.kind === "punct" || token.kind === "quote" || token.lower === "that") break;
    const mention = mentions[mentionOf[next] ?? -1];
    const entity = mention ? cast.people.entityOf.get(mention) : undefined;
    if (entity) found.add(entity.id);
  }
  return found;
}

/** Who they are, wherever they stand: gender, sort of name, and whether the words themselves name them. */
function ownFeatures(speaker: Speaker, wanted: "m" | "f", memory: Memory): PronounFeatures {
  const { entity } = speaker;
  const gender = entity?.gender ?? speaker.gender;
  const features: PronounFeatures = {};
  if (gender === wanted) features.gender = 1;
  else if (entity?.leaning === wanted) features.leaning = 1;
  else if (entity?.leaning) features.againstLeaning = 1;
  else features.genderUnknown = 1;
  if (!entity) features.nameless = 1;
  else if (entity.kind === "person") features.person = 1;
  else features.uncertainName = 1;
  if (entity) features.perMention = Math.min(10, entity.mentions.length);
  if (entity && isNamedIn(entity, memory.inside)) features.namedInQuotation = 1;
  return features;
}

/** "the face of Billie Marcott, 24, who": brought in by full name and told about, to be spoken of from here on. */
function isIntroduced(tokens: readonly Token[], mention: Mention, entity: Entity): boolean {
  if (entity.mentions[0] !== mention || mention.words.length < 2 || tokens[mention.last + 1]?.text !== ",")
    return false;
  const next = tokens[mention.last + 2];
  return next?.kind === "number" || /^(?:a|an|the|who|whose|his|her)$/u.test(next?.lower ?? "");
}

function placeFeatures(
  tokens: readonly Token[],
  mention: Mention,
  entity: Entity,
  there: Token,
  here: Token,
  at: number,
): PronounFeatures {
  const features: PronounFeatures = {
    perSentence: Math.min(8, here.sentence - there.sentence),
    perParagraph: Math.min(6, here.paragraph - there.paragraph),
  };
  if (/^[’']s?$/u.test(tokens[mention.last + 1]?.text ?? "")) features.possessive = 1;
  const introduced = here.sentence - there.sentence <= 1 && isIntroduced(tokens, mention, entity);
  if (introduced) features.introduced = 1;
  else if (PREPOSITIONS.has(tokens[mention.from - 1]?.lower ?? "")) features.afterPreposition = 1;
  if (tokens[mention.from - 1]?.sentence !== there.sentence) features.opensSentence = 1;
  if (
    there.sentence === here.sentence &&
    /^(?:asked|pressed|questioned|quizzed|told|urged|challenged)$/u.test(
      tokens[mention.from - 1]?.lower ?? "",
    )
  )
    features.asked = 1;
  if (
    there.sentence === here.sentence &&
    isVerbLike(tokens[mention.last + 1]) &&
    isInRelativeClause(tokens, at)
  )
    features.subjectOfClause = 1;
  return features;
}

/** "a word that Adler repeated in Austin, where he thanked the court": "he" is the one who did something there. */
function isInRelativeClause(tokens: readonly Token[], at: number): boolean {
  return /^(?:where|when|which|whom)$/u.test(tokens[at - 1]?.lower ?? "") && tokens[at - 2]?.kind === "punct";
}

/** "Asked whether he agreed, Pickett said": the main clause tells whom the opening one means. */
function opensWithClause(cast: Cast, sentence: number): boolean {
  const { tokens, sentences } = cast.page.reading;
  const first = tokens[sentences[sentence]?.first ?? -1];
  return /^(?:asked|pressed|when|while|as|after|before|although|though|if|since|because|in|at|with|despite)$/u.test(
    first?.lower ?? "",
  );
}

type Remembered = { speaker: Speaker; role: PronounFeatures; fresh: PronounFeatures };

/** Subjects and speakers just before; being one counts as a fresh mention there. */
function remembered(cast: Cast, token: Token, memory: Memory): Remembered[] {
  const paragraphOf = (sentence: number) => cast.page.reading.sentences[sentence]?.paragraph;
  const found: Remembered[] = [];
  const add = (speaker: Speaker | undefined, role: PronounFeatures, back = 9) => {
    if (speaker) found.push({ speaker, role, fresh: { perSentence: back } });
  };
  if ((memory.subjectAt.get(token.sentence) ?? Number.POSITIVE_INFINITY) < token.start)
    add(memory.subjects.get(token.sentence), { subjectHere: 1 }, 0);
  else if (opensWithClause(cast, token.sentence))
    add(memory.subjects.get(token.sentence), { subjectLater: 1 }, 0);
  const near = paragraphOf(token.sentence - 1) === token.paragraph ? 1 : 0;
  add(memory.subjects.get(token.sentence - 1), { subjectBefore: 1, subjectBeforeInParagraph: near }, 1);
  add(memory.others.get(token.sentence - 1), { otherSubjectBefore: 1 }, 1);
  add(memory.subjects.get(token.sentence - 2), { subjectTwoBefore: 1 }, 2);
  add(memory.nameless.get(token.sentence - 1), { broughtInBefore: 1 }, 1);
  const { asked } = memory;
  if (asked && token.sentence - asked.sentence <= 2 && token.sentence > asked.sentence)
    add(asked.speaker, { asked: 1 }, 1);
  const gap = memory.last ? token.paragraph - memory.lastParagraph : 9;
  add(memory.last?.speaker, { lastSpeaker: gap <= 1 ? 1 : gap <= 3 ? 0.6 : 0.3 }, 2 + gap);
  const [, earlier] = memory.earlier;
  add(earlier, { earlierSpeaker: 1 });
  return found;
}
