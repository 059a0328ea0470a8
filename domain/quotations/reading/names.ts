import type { Steps } from "../../steps";
import { cueVerb } from "../words/cue-verbs";
import { AUXILIARIES, MONTHS, NAME_PARTICLES, SENTENCE_OPENERS, WEEKDAYS } from "../words/function-words";
import { genderOfGivenName, isGivenName } from "../words/given-names";
import { ORGANISATION_WORDS, PLACES } from "../words/organisations";
import { DEMONYMS, GIVEN_NAME_TITLES, GROUP_NOUNS, HONORIFICS, ROLE_NOUNS, SUFFIXES } from "../words/roles";
import type { Reading, Sentence, Token } from "./tokens";

/** A capitalised name as it stands in the text, outside quotations. Token places are inclusive. */
export type Mention = {
  /** The first token of the name itself, after any title. */
  first: number;
  last: number;
  /** The first token with its titles. */
  from: number;
  kind: "person" | "organisation" | "place" | "unknown";
  /** The name's words, titles and suffixes dropped. */
  words: string[];
  /** Titles before the name, in small letters. */
  titles: string[];
  gender: "m" | "f" | null;
};

/** Every name in the reading, and for each token the mention it belongs to (-1 for none). */
export type Names = { mentions: Mention[]; mentionOf: Int32Array };

/** Finds the names of people, bodies and places by their capitals, titles and neighbours, so many sentences to a step. */
export function* findingNames(reading: Reading, knownNames: readonly string[]): Steps<Names> {
  const mentions: Mention[] = [];
  const headline = headlineParagraphs(reading);
  const known = new Set(wordsSeenInside(reading, headline));
  for (const name of knownNames) for (const word of name.toLowerCase().split(/\s+/u)) known.add(word);
  for (const [index, sentence] of reading.sentences.entries()) {
    if (index % 128 === 0) yield;
    if (headline.has(sentence.paragraph)) continue;
    for (let at = sentence.first; at <= sentence.last; at += 1) {
      if (!startsRun(reading, sentence, at, known)) continue;
      const last = endOfRun(reading, sentence, at);
      mentions.push(...readRun(reading, at, last));
      at = last;
    }
  }
  markPlaces(reading, mentions);
  const mentionOf = new Int32Array(reading.tokens.length).fill(-1);
  mentions.forEach((mention, index) => {
    mentionOf.fill(index, mention.first, mention.last + 1);
  });
  return { mentions, mentionOf };
}

/** A name that stands only after "in", "near", "of" and the like, and at least once after "in", is somewhere. */
function markPlaces(reading: Reading, mentions: readonly Mention[]): void {
  const named = new Map<string, Mention[]>();
  const borne = new Set<string>();
  for (const mention of mentions) {
    const name = mention.words.join(" ");
    const same = named.get(name);
    if (same) same.push(mention);
    else named.set(name, [mention]);
    if (mention.words.length > 1) for (const word of mention.words) borne.add(word);
  }
  for (const same of named.values()) {
    const [one] = same;
    if (!one || (one.kind !== "person" && one.kind !== "unknown")) continue;
    if (one.words.length > 2 || isGivenName(one.words[0] ?? "")) continue;
    if (one.words.length === 1 && borne.has(one.words[0] ?? "")) continue;
    const leads = same.map(({ from, titles }) =>
      titles.length > 0 ? "" : (reading.tokens[from - 1]?.lower ?? ""),
    );
    if (!leads.every((word) => SOMEWHERE.test(word)) || !leads.some((word) => INSIDE.test(word))) continue;
    for (const mention of same) mention.kind = "place";
  }
}

const SOMEWHERE = /^(?:in|at|near|outside|of|from|across|throughout|around|to|into)$/u;
const INSIDE = /^(?:in|near|outside|across|throughout|around)$/u;

/** A line in Title Case without a full stop names nobody reliably. */
function headlineParagraphs(reading: Reading): ReadonlySet<number> {
  const found = new Set<number>();
  const words = new Map<number, { all: number; caps: number; long: number; stop: boolean; open: number }>();
  for (const token of reading.tokens) {
    const row = words.get(token.paragraph) ?? { all: 0, caps: 0, long: 0, stop: false, open: 0 };
    if (token.kind === "word") {
      row.all += 1;
      if (token.cap) row.caps += 1;
      if (token.cap && SENTENCE_OPENERS.has(token.lower)) row.open += 1;
      if (token.lower.length > 3 && !token.cap) row.long += 1;
    }
    row.stop = token.kind === "quote" || /^[.,:;?!]$/u.test(token.text);
    words.set(token.paragraph, row);
  }
  for (const [paragraph, row] of words) {
    if (row.all >= 5 && row.all < 30 && !row.stop && row.long <= 1 && row.caps / row.all > 0.6)
      found.add(paragraph);
  }
  return found;
}

/** Capitalised words met inside a sentence: there a capital is the word's own, not the sentence's. */
function wordsSeenInside(reading: Reading, headline: ReadonlySet<number>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sentence of reading.sentences) {
    if (headline.has(sentence.paragraph)) continue;
    for (let at = sentence.first + 1; at <= sentence.last; at += 1) {
      const token = reading.tokens[at];
      const before = reading.tokens[at - 1];
      if (token?.cap && before?.kind === "word") found.add(token.lower);
    }
  }
  return found;
}

export function isCapital(token: Token | undefined): boolean {
  if (token?.kind !== "word" || /^\p{Lu}-\p{Ll}/u.test(token.text)) return false;
  return token.cap || /^(?:al|el|as|ad|ash|bin|ibn|d|o|de|mc)[-’']\p{Lu}/u.test(token.text);
}

function startsRun(reading: Reading, sentence: Sentence, at: number, known: ReadonlySet<string>): boolean {
  const token = reading.tokens[at];
  if (!token || !isCapital(token) || /^[@#]/u.test(token.text)) return false;
  if (isDateWord(token) || isDemonym(reading, at)) return false;
  const before = reading.tokens[at - 1];
  const next = reading.tokens[at + 1];
  const opens = at === sentence.first || before?.kind !== "word";
  if (/^(?:I|I[’'](?:m|d|ve|ll))$/u.test(token.text)) return false;
  if (SENTENCE_OPENERS.has(token.lower)) {
    return (
      !opens &&
      !/^(?:the|a|an|he|she|they|it|we|of|and|but|in|is|was|why|how|what|who|where|if|as|so|his|her)$/u.test(
        token.lower,
      ) &&
      isCapital(next) &&
      !PLACES.has(token.lower)
    );
  }
  if (!opens) return true;
  const bare =
    !isCapital(next) && !known.has(token.lower) && !isGivenName(token.text) && !HONORIFICS.has(token.lower);
  if (bare && /(?:ing|ly)$/u.test(token.lower)) return false;
  if (
    /.{4}ing$/u.test(token.lower) &&
    !known.has(token.lower) &&
    !isGivenName(token.text) &&
    isVerbStem(token.lower)
  )
    return false;
  if (bare && /^\p{Lu}\p{Ll}+$/u.test(token.text) && !namedByNeighbour(next, reading.tokens[at + 2]))
    return false;
  if (GROUP_NOUNS.has(token.lower) && !known.has(token.lower) && !isCapital(next)) return false;
  const common = reading.lowerWords.has(token.lower) && !known.has(token.lower);
  if (common && !HONORIFICS.has(token.lower)) return isGivenName(token.text) && isCapital(next);
  return true;
}

/** "Boarding Marine One", "Standing beside Mr. Voss": a form in -ing of a common verb. */
function isVerbStem(lower: string): boolean {
  const stem = lower.slice(0, -3);
  return (
    BEGINNING_VERBS.has(stem) ||
    BEGINNING_VERBS.has(`${stem}e`) ||
    BEGINNING_VERBS.has(stem.slice(0, -1)) ||
    cueVerb(lower) !== null
  );
}

const BEGINNING_VERBS: ReadonlySet<string> = new Set(
  `board stand sit speak write appear leave arrive enter return walk run ride drive fly meet visit join lead follow flank wear hold
  carry wave smile grin laugh cry look turn take make give use try hope work live move come go begin start open close end win lose beat
  defeat face invoke quote cite echo attack praise blame channel recall borrow brush dismiss draw fight campaign stump tour represent
  replace succeed prosecute defend introduce announce unveil launch accept reject address lean gesture point nod pace rise mark mourn honor
  celebrate ask answer tell call describe add note warn argue accuse compare thank urge`.split(/\s+/u),
);

/** A verb or a possessive right behind makes a single capitalised word at the start of a sentence a name. */
function namedByNeighbour(next: Token | undefined, after?: Token): boolean {
  if (!next) return false;
  return (
    /^[’']s$/u.test(next.text) ||
    (next.text === "," && !/^(?:the|a|an|it|he|she|they|there|we)$/u.test(after?.lower ?? "")) ||
    cueVerb(next.lower) !== null ||
    /^(?:has|had|will|would|also|is|was)$/u.test(next.lower)
  );
}

function isDateWord(token: Token): boolean {
  return (
    WEEKDAYS.has(token.lower) ||
    (MONTHS.has(token.lower) && !/^(?:may|june|april|august|jan)$/u.test(token.lower))
  );
}

function endOfRun(reading: Reading, sentence: Sentence, from: number): number {
  const { tokens } = reading;
  let last = from;
  for (let at = from + 1; at <= sentence.last; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token && isNickname(reading, at)) {
      last = at + 1;
      at += 1;
      continue;
    }
    if (!token || token.kind === "quote" || token.kind === "punct") {
      if (token?.text === "&" && isCapital(next)) continue;
      return last;
    }
    if (isCapital(token)) {
      if (isDateWord(token)) return last;
      if (/^(?:The|A|An|He|She|They|It|But|And|In|As|For)$/u.test(token.text)) return last;
      if (token.text === "I" && !(isGivenName(tokens[at - 1]?.text ?? "") && namedByNeighbour(next)))
        return last;
      last = at;
      continue;
    }
    const after = isCapital(next) || (NAME_PARTICLES.has(next?.lower ?? "") && isCapital(tokens[at + 2]));
    if (NAME_PARTICLES.has(token.lower) && after && token.lower !== "y") continue;
    if (isOrganisationLink(tokens, from, at)) continue;
    if (token.lower === "the" && tokens[at - 1]?.lower === "of" && isCapital(next) && at - 1 > last) continue;
    return last;
  }
  return last;
}

/** A few words in marks between a given name and a surname: Delroy “Sticks” Pinnock. */
export function isNickname(reading: Reading, at: number): boolean {
  const { tokens, spans, text } = reading;
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== "quote" || !isCapital(before) || !isCapital(after)) return false;
  if (before?.sentence !== after?.sentence || !isGivenName(before?.text ?? "")) return false;
  const span = spans[token.span];
  const inner = span ? text.slice(span.innerStart, span.innerEnd).trim() : "";
  return /^[\p{Lu}\d][^\s,.?!]*(?:\s[\p{L}\d][^\s,.?!]*){0,2}$/u.test(inner);
}

const PEOPLE_ENDING = /..(?:ian|ean|xan|ese|ite)$/u;

/** "the Swede said": a people's name that stands for a person spoken of. */
function isDemonym(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const next = tokens[at + 1];
  const lower = tokens[at]?.lower ?? "";
  const people = DEMONYMS.has(lower) || (PEOPLE_ENDING.test(lower) && !ORGANISATION_WORDS.has(lower));
  if (!people || !/^(?:the|a|an)$/u.test(tokens[at - 1]?.lower ?? "")) return false;
  return next?.kind !== "word" || cueVerb(next.lower) !== null || AUXILIARIES.has(next.lower);
}

/** "Department of Justice", "Council for Refugees": a small word inside a body's name. */
function isOrganisationLink(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at];
  if (!token || !/^(?:of|for|and|on)$/u.test(token.lower)) return false;
  const next = tokens[at + 1];
  const afterThe = next?.lower === "the" && token.lower === "of" ? tokens[at + 2] : next;
  if (!afterThe || !isCapital(afterThe) || HONORIFICS.has(afterThe.lower)) return false;
  const before = tokens.slice(from, at).map((each) => each.lower);
  const head = before.at(-1) ?? "";
  if (token.lower === "of") return ORGANISATION_WORDS.has(head) && !PLACES.has(head);
  if (token.lower === "and" && at - from === 1)
    return (
      ORGANISATION_WORDS.has(head) &&
      ORGANISATION_WORDS.has(afterThe.lower) &&
      !PLACES.has(head) &&
      !PLACES.has(afterThe.lower)
    );
  if (token.lower === "and")
    return (
      before.includes("of") &&
      before.some((word) => ORGANISATION_WORDS.has(word)) &&
      ORGANISATION_WORDS.has(afterThe.lower)
    );
  return (
    ORGANISATION_WORDS.has(head) &&
    /^(?:council|committee|center|centre|commission|institute|campaign|foundation|association|partnership|project|fund)$/u.test(
      head,
    ) &&
    !isGivenName(afterThe.text)
  );
}

const isTitle = (token: Token | undefined) =>
  token !== undefined &&
  (HONORIFICS.has(token.lower) || (ROLE_NOUNS.has(token.lower) && !isGivenName(token.text)));

/** Reads one run of capitals: what in front is a place, a body or a title, and what is the name itself. */
function readRun(reading: Reading, from: number, to: number): Mention[] {
  const { tokens } = reading;
  const last = dropSuffixes(tokens, from, to);
  let first = from;
  for (let at = from; at < last; at += 1) {
    if (isTitle(tokens[at]) && !ORGANISATION_WORDS.has(tokens[at + 1]?.lower ?? "")) first = at + 1;
  }
  const titles = tokens
    .slice(from, first)
    .map((token) => token.lower)
    .filter((word) => HONORIFICS.has(word) || ROLE_NOUNS.has(word));
  if (isTitle(tokens[last]) && isPersonOfPlace(tokens, from, last)) return [];
  if (isTitle(tokens[last]) && first === last && last > from) return [organisation(reading, from, last)];
  if (from === last && isTitle(tokens[last]) && !isGivenName(tokens[last]?.text ?? "")) return [];
  const cut = titles.length > 0 && first > from ? first : afterForeword(reading, first, last);
  return [mentionOf(reading, from, cut, last, titles)];
}

/** "the North Carolina Republican": somebody from there, and no body. */
function isPersonOfPlace(tokens: readonly Token[], from: number, last: number): boolean {
  const before = tokens.slice(from, last).map(({ lower }) => lower);
  return (
    /^(?:the|a)$/u.test(tokens[from - 1]?.lower ?? "") &&
    !/s$/u.test(tokens[last]?.lower ?? "") &&
    before.every((word) => PLACES.has(word) || PLACE_LEADS.test(word))
  );
}

function dropSuffixes(tokens: readonly Token[], from: number, to: number): number {
  let last = to;
  while (last > from && SUFFIXES.has(tokens[last]?.lower ?? "")) last -= 1;
  return last;
}

/** "Washington Chris Gregoire", "Refugee Council Enver Solomon": where the person's own name begins. */
function afterForeword(reading: Reading, from: number, last: number): number {
  const { tokens } = reading;
  if (last - from < 2) return from;
  for (let at = last - 1; at > from; at -= 1) {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (!before || !token) continue;
    const foreword =
      ORGANISATION_WORDS.has(before.lower) || PLACES.has(before.lower) || GROUP_NOUNS.has(before.lower);
    const acronym = /^\p{Lu}{2,}$/u.test(before.text) && !/^\p{Lu}{2,}$/u.test(token.text);
    if (
      foreword &&
      isCapital(token) &&
      isGivenName(token.text) &&
      (acronym || !ORGANISATION_WORDS.has(token.lower))
    )
      return at;
    if (foreword && last - at === 1 && !hasOrganisationWord(tokens, at, last) && !isGivenName(before.text))
      return at;
  }
  return from;
}

function hasOrganisationWord(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to + 1)
    .some((token) => ORGANISATION_WORDS.has(token.lower) || PLACES.has(token.lower));
}

function organisation(reading: Reading, from: number, last: number): Mention {
  const words = reading.tokens.slice(from, last + 1).map((token) => token.text);
  return { first: from, last, from, kind: "organisation", words, titles: [], gender: null };
}

function mentionOf(reading: Reading, from: number, first: number, last: number, titles: string[]): Mention {
  const part = reading.tokens.slice(first, last + 1).filter((token) => token.kind !== "quote");
  const words = part.map((token) => token.text);
  const kind = kindOf(reading, first, last, titles);
  return {
    first,
    last,
    from,
    kind,
    words,
    titles,
    gender: kind === "person" ? genderOf(words, titles) : null,
  };
}

function genderOf(words: readonly string[], titles: readonly string[]): "m" | "f" | null {
  for (const title of titles) {
    const gender = HONORIFICS.get(title);
    if (gender) return gender;
  }
  const second =
    words.length > 2 && /^(?:Ann|Anne|Jo|Lynn|Kay|Sue|Beth|Mae|Marie|Rae|Jean)$/u.test(words[1] ?? "");
  const given = (second ? words[1] : words[0]) ?? "";
  return words.length > 1 || titles.some((title) => GIVEN_NAME_TITLES.has(title))
    ? genderOfGivenName(given)
    : null;
}

/** "New York", "North Carolina", "San Diego": what stands before the rest of a place's name. */
const PLACE_LEADS =
  /^(?:new|north|south|east|west|northern|southern|eastern|western|central|upper|lower|upstate|downtown|greater|los|las|san|santa|saint|st\.?|fort|port|mount|puerto|costa|hong|rhode|el|saudi|sri|great)$/u;

function kindOf(reading: Reading, first: number, last: number, titles: readonly string[]): Mention["kind"] {
  const { tokens } = reading;
  const part = tokens.slice(first, last + 1).filter((token) => token.kind !== "quote");
  const length = part.length;
  const head = part[0];
  const tail = part.at(-1);
  const article = /^(?:the|a|an)$/u.test(tokens[first - 1]?.lower ?? "");
  const bodies = part.filter(
    (token) => ORGANISATION_WORDS.has(token.lower) && !(token === head && isGivenName(token.text)),
  );
  const [, ...others] = part;
  if (
    PLACE_LEADS.test(head?.lower ?? "") &&
    others.length > 0 &&
    others.every(({ lower }) => PLACES.has(lower))
  )
    return "place";
  if (part.every((token) => PLACES.has(token.lower) && !(length > 1 && isGivenName(token.text)))) {
    return titles.some((title) => /^(?:mr|mrs|ms)\.?$/u.test(title)) ? "person" : "place";
  }
  if (length === 1 && !article && isGivenName(head?.text ?? "") && bodies.length === 0) return "person";
  if (titles.length > 0 && length <= 4 && bodies.length === 0) return "person";
  if (
    length > 1 &&
    isGivenName(head?.text ?? "") &&
    !(tail && ORGANISATION_WORDS.has(tail.lower) && length > 2) &&
    !article
  ) {
    return tail &&
      /^(?:foundation|campaign|center|centre|institute|university|school|college|trust|airport|act|group|administration|organization|tower|house|post|times|news|hospital)$/u.test(
        tail.lower,
      )
      ? "organisation"
      : "person";
  }
  if (
    bodies.length > 0 &&
    (length === 1 ||
      bodies.includes(tail ?? (bodies[0] as Token)) ||
      part.some((token) => /^(?:of|for)$/u.test(token.lower)) ||
      bodies.length > 1)
  )
    return "organisation";
  if (length === 1 && /^(?:\p{Lu}{2,}s?|(?:\p{Lu}\.){2,})$/u.test(head?.text ?? "")) return "organisation";
  if (/^\p{Lu}{3,}$/u.test(head?.text ?? "") && !/^\p{Lu}{2,}$/u.test(tail?.text ?? ""))
    return "organisation";
  if (part.some((token) => /^(?:of|and|&)$/u.test(token.lower))) return "organisation";
  if (article) return "unknown";
  if (length === 1) return "unknown";
  if (bodies.length > 0 || PLACES.has(tail?.lower ?? "") || length > 5) return "unknown";
  return PLACES.has(head?.lower ?? "") && !isGivenName(head?.text ?? "") ? "unknown" : "person";
}
