import type { Mention } from "../reading/names";
import type { Entity } from "../reading/people";
import { type Phrase, phraseEndingAt, phraseStartingAt, phraseText } from "../reading/phrases";
import type { Token } from "../reading/tokens";
import { PLACES } from "../words/organisations";
import { DEMONYMS, DOCUMENT_NOUNS, genderOfNoun, KIN_NOUNS } from "../words/roles";
import { type Cast, lastBefore, type Memory, type Resolved, type Speaker, speakerOf } from "./memory";
import { resolvePronoun } from "./pronouns";
import { isVerbLike } from "./subjects";

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
  const called = phrase.kind === "role" ? calledSo(cast, phrase) : null;
  if (called) return { speaker: speakerOf(called), sure: 0.95, why: "so named there" };
  const lead =
    phrase.kind === "role" && /^(?:a|an|the)$/u.test(opening) ? cast.roles.lead(head, phrase.first) : null;
  if (lead) return { speaker: speakerOf(lead), sure: 0.75, why: "whom the next paragraph names" };
  const counted = phrase.kind === "group" ? countedSpeaker(cast, phrase, memory) : null;
  if (counted) return { ...itself, speaker: counted };
  const owner = phrase.kind === "document" ? ownerOf(cast, phrase) : null;
  if (owner) return { speaker: owner, sure: 0.85, why: `it is ${owner.name}’s` };
  if (/^(?:a|an|one|another|some|many|most|several|other)$/u.test(opening)) return itself;
  const words = tokens.slice(phrase.first, phrase.head + 1).map((token) => token.lower);
  const issuer = phrase.kind === "document" && opening === "the" ? memory.last?.speaker : null;
  if (issuer && phrase.head - phrase.first === 1 && /^statements?$/u.test(head)) {
    return { speaker: issuer, sure: 0.7, why: `taken to be ${issuer.name}’s` };
  }
  const bearer = cast.roles.bearer(words, phrase.first) ?? bodyMeant(cast, phrase, words, memory);
  const owned =
    /^(?:his|her|their|its|my|our)$/u.test(opening) || words.some((word) => /^[’']s?$/u.test(word));
  if (bearer && !owned) return { speaker: speakerOf(bearer), sure: 0.9, why: "so titled in this story" };
  if (bearer && owned && (!KIN_NOUNS.has(head) || bearer.gender === genderOfNoun(head)))
    return { speaker: speakerOf(bearer), sure: 0.75, why: "so titled in this story" };
  if (owned || opening !== "the" || phrase.kind !== "role") return itself;
  const recent = recentPerson(cast, phrase, memory);
  return recent ? { speaker: recent, sure: 0.6, why: "the person last spoken of" } : itself;
}

/** "one" alone tells nothing: one of those spoken of before it, "one of the parishioners", or else one person. */
function countedSpeaker(cast: Cast, phrase: Phrase, memory: Memory): Speaker | null {
  const { tokens } = cast.page.reading;
  const token = tokens[phrase.first];
  const word = token?.lower ?? "";
  const ofThem = tokens[phrase.first + 1]?.lower === "of" && phrase.last === phrase.first + 2;
  if (!token || !COUNTED.test(word) || (phrase.last !== phrase.first && !ofThem)) return null;
  const crowd = [0, 1, 2]
    .map((back) => memory.subjects.get(token.sentence - back) ?? memory.others.get(token.sentence - back))
    .find(
      (subject) =>
        subject && !subject.entity && subject.number === "many" && !COUNTED.test(firstWord(subject.name)),
    );
  const singular = /^(?:one|another)$/u.test(word);
  const members = crowd
    ? `of the ${crowd.name.toLowerCase().replace(/^(?:an?|the|some|many|several|most|other|his|her|their) /u, "")}`
    : "";
  if (!members && ofThem) return null;
  const alone = `${singular ? word : word.replace(/^others$/u, "other")} ${singular ? "person" : "people"}`;
  return {
    name: members ? `${word} ${members}` : alone,
    entity: null,
    gender: null,
    number: singular ? "one" : "many",
  };
}

const COUNTED = /^(?:one|another|some|others|many|several|both|two|three|most)$/u;
const firstWord = (name: string) => name.toLowerCase().split(/\s+/u)[0] ?? "";

/** "the developer" may well be somebody named elsewhere; "a neighbour" is nobody else. */
function surenessOf(phrase: Phrase, opening: string): number {
  if (phrase.kind === "noun") return 0.5;
  if (phrase.kind === "role") return /^(?:a|an|one|another)$/u.test(opening) ? 0.92 : 0.75;
  return phrase.kind === "document" ? 0.82 : 0.9;
}

/** In "Cornyn’s statement" the words are Cornyn’s, and so in "a statement from Cornyn", "the opinion, by Justice Thomas". */
function ownerOf(cast: Cast, phrase: Phrase): Speaker | null {
  const { tokens } = cast.page.reading;
  const by = tokens[phrase.head + 1]?.text === "," ? phrase.head + 2 : phrase.head + 1;
  if (/^(?:by|from)$/u.test(tokens[by]?.lower ?? "")) {
    const writer = phraseStartingAt(cast.page, by + 1, by + 12);
    const person = writer?.mention ? cast.people.entityOf.get(writer.mention) : undefined;
    return person?.kind === "person" ? speakerOf(person) : null;
  }
  if (!/^[’']s?$/u.test(tokens[phrase.head - 1]?.text ?? "")) return null;
  const mention = cast.page.names.mentions[cast.page.names.mentionOf[phrase.head - 2] ?? -1];
  const entity = mention ? cast.people.entityOf.get(mention) : undefined;
  return entity?.kind === "person" ? speakerOf(entity) : null;
}

/** "a deputy named Peter Lang", "a caller who identified himself as Wayne". */
function calledSo(cast: Cast, phrase: Phrase): Entity | null {
  const { tokens } = cast.page.reading;
  const { mentions, mentionOf } = cast.page.names;
  const sentence = tokens[phrase.first]?.sentence;
  for (let at = phrase.head + 1; at <= phrase.head + 14 && tokens[at]?.sentence === sentence; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === "quote" || /^[;:.]$/u.test(token.text)) return null;
    const set =
      tokens[phrase.last + 1]?.text === "," &&
      tokens[phrase.last + 2]?.lower !== "who" &&
      at <= phrase.last + 8;
    const named = /^(?:named|called)$/u.test(token.lower) && (at <= phrase.last + 1 || set);
    if (set && !named && at > phrase.last + 1 && (isVerbLike(token) || token.text === ",")) return null;
    const self =
      token.lower === "as" &&
      /^(?:himself|herself|themselves|name|only|themself)$/u.test(tokens[at - 1]?.lower ?? "") &&
      tokens.slice(phrase.head + 1, at).some(({ lower }) => lower === "who");
    if (!named && !self) continue;
    const mention = mentions[mentionOf[at + 1] ?? -1];
    const entity = mention?.first === at + 1 ? cast.people.entityOf.get(mention) : undefined;
    return entity && entity.kind !== "organisation" ? entity : null;
  }
  return null;
}

/** Words for any body at all: "the company" is the one last spoken of. */
const ANY_BODY =
  /^(?:company|firm|group|organisation|organization|agency|charity|body|institution|outlet|network|newspaper|paper|broadcaster|manufacturer|operator|retailer|airline|carrier|maker|lender|supplier|developer|watchdog|union|club|trust)$/u;

/** "The company said" close behind a sentence about one body that the article names. */
function bodyMeant(cast: Cast, phrase: Phrase, words: readonly string[], memory: Memory): Entity | null {
  const here = cast.page.reading.tokens[phrase.first]?.sentence ?? 0;
  if (words.length !== 2 || words[0] !== "the" || !ANY_BODY.test(words[1] ?? "")) return null;
  const near = [1, 2, 3].map((back) => memory.subjects.get(here - back) ?? memory.others.get(here - back));
  const body = [...near, memory.last?.speaker].find(
    (speaker) => speaker?.entity && (speaker.number === "thing" || speaker.entity.kind === "unknown"),
  );
  return body?.entity ?? null;
}

/** Whoever holds one of these is named as such in the story, or somebody else is meant. */
const OFFICES =
  /^(?:president|minister|chancellor|premier|governor|mayor|senator|secretary|general|speaker|king|queen|prince|princess|pope|ambassador|judge|justice|spokesman|spokeswoman|spokesperson|commissioner|congressman|congresswoman|chief|source|official|aide|adviser|advisor|man|woman|boy|girl)$/u;

/** For "the nurse said" close behind one person who was just spoken of. */
function recentPerson(cast: Cast, phrase: Phrase, memory: Memory): Speaker | null {
  const { tokens } = cast.page.reading;
  const here = tokens[phrase.first];
  const head = tokens[phrase.head]?.lower ?? "";
  if (!here || phrase.head - phrase.first > 4) return null;
  const earlier = [1, 2, 3].map((back) => memory.subjects.get(here.sentence - back));
  const same = earlier.find((subject) => subject && !subject.entity && endsWith(subject.name, head));
  if (same) return same;
  const former =
    /^(?:former|ex|one-time|onetime|then)$/u.test(tokens[phrase.first + 1]?.lower ?? "") &&
    earlier[0]?.entity?.kind === "person" &&
    earlier[0].name !== memory.last?.speaker.name;
  if (OFFICES.test(head) && !PLAIN_PEOPLE.test(head) && !isColoured(tokens, phrase) && !former) return null;
  const self = tokens[phrase.last + 1]?.lower ?? "";
  const gender = genderOfNoun(head) ?? (self === "himself" ? "m" : self === "herself" ? "f" : null);
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

/** "the Cubs president": told so fully, it is somebody just spoken of. */
function isColoured(tokens: readonly Token[], phrase: Phrase): boolean {
  const words = tokens.slice(phrase.first + 1, phrase.head);
  const head = tokens[phrase.head]?.lower ?? "";
  return (
    words.length > 0 &&
    !/^(?:spokesman|spokeswoman|spokesperson|source|official|aide|adviser|advisor)$/u.test(head) &&
    words.some(({ lower, cap }) => cap && !PLACES.has(lower) && !DEMONYMS.has(lower))
  );
}

/** Words for anybody at all: they mean a named person only when nobody else is near. */
const PLAIN_PEOPLE = /^(?:man|woman|boy|girl)$/u;

const endsWith = (name: string, head: string) => {
  const words = name.toLowerCase().split(/\s+/u);
  return words.includes(head) || (/^(?:one|another)$/u.test(words[0] ?? "") && words.includes(`${head}s`));
};

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
    fits(standsBefore(memory.others.get(token.sentence), memory.otherAt.get(token.sentence), token)) ??
    fits(memory.subjects.get(token.sentence)) ??
    fits(memory.others.get(token.sentence - 1)) ??
    fits(memory.subjects.get(token.sentence - 1)) ??
    fits(memory.last?.speaker) ??
    fits(memory.subjects.get(token.sentence - 2));
  const before = memory.subjects.get(token.sentence - 1);
  const next = cast.page.reading.tokens[at + 1]?.lower ?? "";
  const note = next === "read" && !before?.entity ? documentIn(cast, token.sentence - 1) : null;
  if (note) return { speaker: note, sure: 0.7, why: `“${token.text}” is taken to be ${note.name}` };
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

/** Somebody met in the same sentence counts only where he stands before the word. */
const standsBefore = (speaker: Speaker | undefined, at: number | undefined, token: Token) =>
  at !== undefined && at < token.start ? speaker : undefined;

/** "Someone had taped a note to the door. “Wash your hands,” it read.": the last thing in a sentence that can be read. */
function documentIn(cast: Cast, sentenceIndex: number): Speaker | null {
  const { sentences, tokens } = cast.page.reading;
  const sentence = sentences[sentenceIndex];
  for (let at = sentence?.last ?? -1; sentence && at >= sentence.first; at -= 1) {
    if (!DOCUMENT_NOUNS.has(tokens[at]?.lower ?? "")) continue;
    const phrase = phraseEndingAt(cast.page, at, sentence.first);
    if (phrase?.kind === "document") return phraseSpeaker(cast, phrase);
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
