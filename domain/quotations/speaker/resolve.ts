import type { Mention } from "../reading/names";
import { type Phrase, phraseText } from "../reading/phrases";
import type { Token } from "../reading/tokens";
import { DEMONYMS, DOCUMENT_NOUNS, genderOfNoun, KIN_NOUNS } from "../words/roles";
import { type Cast, lastBefore, type Memory, type Resolved, type Speaker, speakerOf } from "./memory";
import { resolvePronoun } from "./pronouns";

/** The speaker that a phrase names or points to, with how sure that is (0 to 1); null when it cannot speak. */
export function resolvePhrase(cast: Cast, phrase: Phrase, memory: Memory): Resolved | null {
  if (phrase.kind === "pronoun") {
    const token = cast.page.reading.tokens[phrase.first];
    if (!token || /^(?:i|you|we)$/u.test(token.lower)) return null;
    if (token.lower === "it" || token.lower === "they") return resolveBody(cast, token, memory, phrase.first);
    return resolvePronoun(cast, phrase, memory);
  }
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

const thing = (name: string): Speaker => ({ name, entity: null, gender: null, number: "thing" });

function phraseSpeaker(cast: Cast, phrase: Phrase): Speaker {
  const name = phraseText(cast.page, phrase);
  const head = cast.page.reading.tokens[phrase.head]?.lower ?? "";
  const gender = genderOfNoun(head);
  const group = /s$|^(?:police|people|men|women|children|staff|crew)$/u.test(head) ? "many" : "body";
  const number = phrase.kind === "group" ? group : phrase.kind === "role" ? "one" : "thing";
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
  const lead =
    phrase.kind === "role" && /^(?:a|an|the)$/u.test(opening) ? cast.roles.lead(head, phrase.first) : null;
  if (lead) return { speaker: speakerOf(lead), sure: 0.75, why: "whom the next paragraph names" };
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

/** Whoever holds one of these is named as such in the story, or somebody else is meant. */
const OFFICES =
  /^(?:president|minister|chancellor|premier|governor|mayor|senator|secretary|general|speaker|king|queen|prince|princess|pope|ambassador|judge|spokesman|spokeswoman|spokesperson|commissioner|congressman|congresswoman|chief|source|official|aide|adviser|advisor|man|woman|boy|girl)$/u;

/** For "the nurse said" close behind one person who was just spoken of. */
function recentPerson(cast: Cast, phrase: Phrase, memory: Memory): Speaker | null {
  const { tokens } = cast.page.reading;
  const here = tokens[phrase.first];
  const head = tokens[phrase.head]?.lower ?? "";
  if (!here || phrase.head - phrase.first > 4) return null;
  const earlier = [1, 2, 3].map((back) => memory.subjects.get(here.sentence - back));
  const same = earlier.find((subject) => subject && !subject.entity && endsWith(subject.name, head));
  if (same) return same;
  if (OFFICES.test(head) && !PLAIN_PEOPLE.test(head)) return null;
  const gender = genderOfNoun(head);
  const near = memory.last && here.paragraph - memory.lastParagraph <= 1 ? memory.last.speaker : undefined;
  const fits = (speaker: Speaker | undefined): speaker is Speaker => {
    const other = speaker?.entity?.gender ?? speaker?.entity?.leaning;
    return speaker?.entity?.kind === "person" && !(gender && other && gender !== other);
  };
  if (!PLAIN_PEOPLE.test(head)) {
    const subject = earlier[0] ?? earlier[1] ?? near;
    if (fits(subject)) return subject;
    if (!DEMONYMS.has(head) && !/year-old$/u.test(head)) return null;
  }
  const close = peopleNear(cast, phrase.first).filter(fits);
  return close.length === 1 ? (close[0] ?? null) : null;
}

/** Words for anybody at all: they mean a named person only when nobody else is near. */
const PLAIN_PEOPLE = /^(?:man|woman|boy|girl)$/u;

const endsWith = (name: string, head: string) => (name.toLowerCase().split(/\s+/u) ?? []).includes(head);

/** Each person named in the last two sentences of the paragraph, once. */
function peopleNear(cast: Cast, at: number): Speaker[] {
  const { tokens } = cast.page.reading;
  const { mentions } = cast.page.names;
  const here = tokens[at];
  const found = new Map<number, Speaker>();
  let index = lastBefore(mentions, at);
  for (let steps = 0; index >= 0 && steps < 12; index -= 1, steps += 1) {
    const mention = mentions[index];
    const there = mention ? tokens[mention.first] : undefined;
    if (
      !mention ||
      !there ||
      !here ||
      there.paragraph < here.paragraph - 1 ||
      here.sentence - there.sentence > 2
    )
      break;
    const entity = cast.people.entityOf.get(mention);
    if (entity) found.set(entity.id, speakerOf(entity));
  }
  return [...found.values()];
}

/** "it" and "they": the body or the group last spoken of; "they" also one person when nobody else is there. */
function resolveBody(cast: Cast, token: Token, memory: Memory, at: number): Resolved | null {
  const fits = (speaker: Speaker | undefined) =>
    speaker &&
    (token.lower === "it"
      ? speaker.number === "thing" || speaker.number === "body"
      : speaker.number !== "one")
      ? speaker
      : null;
  const recent =
    fits(memory.subjects.get(token.sentence)) ??
    fits(memory.others.get(token.sentence - 1)) ??
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
