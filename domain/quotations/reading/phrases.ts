import { cueVerb, NOUN_LIKE } from "../words/cue-verbs";
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  OBJECT_PRONOUNS,
  PLAIN_VERBS,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  WEEKDAYS,
} from "../words/function-words";
import { isGivenName } from "../words/given-names";
import { ORGANISATION_WORDS, PLACES } from "../words/organisations";
import { DEMONYMS, DOCUMENT_NOUNS, GROUP_NOUNS, ROLE_ENDING, ROLE_NOUNS } from "../words/roles";
import { isCapital, type Mention, type Names } from "./names";
import type { Reading, Token } from "./tokens";

/** Who or what may speak: a name, a pronoun, or a noun phrase. Token places are inclusive. */
export type Phrase = {
  first: number;
  last: number;
  /** The first token with everything that stands before the phrase and belongs to it: "spokesman Navy Capt.". */
  edge: number;
  /** The token that says what it is: the surname, the pronoun, the head noun. */
  head: number;
  kind: "name" | "pronoun" | "role" | "group" | "document" | "noun";
  mention: Mention | null;
};

export type Page = { reading: Reading; names: Names };

const LINK = new Set([
  "of",
  "for",
  "from",
  "with",
  "at",
  "in",
  "on",
  "to",
  "against",
  "by",
  "behind",
  "near",
  "inside",
  "outside",
  "within",
  "under",
  "who",
]);

function mentionAt(page: Page, at: number): Mention | null {
  const index = page.names.mentionOf[at] ?? -1;
  return index < 0 ? null : (page.names.mentions[index] ?? null);
}

export function isAdverb(token: Token | undefined): boolean {
  if (token?.kind === "word" && WEEKDAYS.has(token.lower)) return true;
  if (token?.kind !== "word" || token.cap) return false;
  return (
    ADVERBS.has(token.lower) ||
    (/..ly$/u.test(token.lower) &&
      !/^(?:family|ally|bully|rally|reply|assembly|daily|weekly|monthly|elderly|only|italy|july|supply|apply|fly|holy|lonely|likely|friendly|deadly|early|costly)$/u.test(
        token.lower,
      ))
  );
}

/** A word that may be part of a noun phrase: no function word, no plain verb. */
function isNounLike(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === "number") return true;
  if (token.kind !== "word") return false;
  const { lower } = token;
  if (token.cap) return !CONJUNCTIONS.has(lower) && !PREPOSITIONS.has(lower);
  if (PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower) || AUXILIARIES.has(lower)) return false;
  if (SUBJECT_PRONOUNS.has(lower) || OBJECT_PRONOUNS.has(lower) || DETERMINERS.has(lower)) return false;
  if (isAdverb(token) || PLAIN_VERBS.has(lower)) return false;
  return !cueVerb(lower) || NOUN_LIKE.has(lower);
}

/** The same, where it stands: in "a retired machinist" the participle is an adjective. */
function isNounLikeAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (isNounLike(token)) return true;
  if (token?.kind !== "word" || token.cap) return false;
  if (DETERMINERS.has(tokens[at - 1]?.lower ?? "") && cueVerb(token.lower)?.verb === token.lower)
    return !/^(?:that|this|these|those|all|both|some|many|most|others?|one|another)$/u.test(
      tokens[at - 1]?.lower ?? "",
    );
  const participle = /..(?:ed|en)$/u.test(token.lower);
  return participle && DETERMINERS.has(tokens[at - 1]?.lower ?? "") && isNounLike(tokens[at + 1]);
}

const isPossessiveMark = (token: Token | undefined) => token !== undefined && /^[’']s?$/u.test(token.text);

/** The noun phrase that ends at a token, or null when no phrase can end there. */
export function phraseEndingAt(page: Page, end: number, floor: number, depth = 0): Phrase | null {
  const { tokens } = page.reading;
  const token = tokens[end];
  if (!token || end < floor || depth > 6) return null;
  if (token.kind === "word" && SUBJECT_PRONOUNS.has(token.lower) && token.text !== "US") {
    return { first: end, last: end, edge: end, head: end, kind: "pronoun", mention: null };
  }
  if (
    /^(?:one|another|others|both|some|many|few|everyone|everybody|someone|somebody|all|nobody|most|several|two|three|who)$/u.test(
      token.lower,
    )
  ) {
    if (token.lower === "who") return null;
    return { first: end, last: end, edge: end, head: end, kind: "group", mention: null };
  }
  if (token.lower === "other" && tokens[end - 1]?.lower === "the" && end - 1 >= floor) {
    return { first: end - 1, last: end, edge: end - 1, head: end, kind: "group", mention: null };
  }
  if (/^(?:him|her|them|me|us)$/u.test(token.lower) && LINK.has(tokens[end - 1]?.lower ?? "")) {
    const object: Phrase = { first: end, last: end, edge: end, head: end, kind: "noun", mention: null };
    const whole = attach(page, object, floor, depth);
    return whole === object ? null : whole;
  }
  const closing = /^[)\]]$/u.test(token.text) ? openingBracket(tokens, end, floor) : -1;
  if (closing > floor) return phraseEndingAt(page, closing - 1, floor, depth + 1);
  const mention = mentionAt(page, end);
  const name = mention && mention.last >= end ? mention : suffixOf(page, end, floor);
  if (name) return namePhrase(page, name, end, floor, depth);
  if (!isNounLike(token) || token.kind === "number") return null;
  if (!token.cap && /..ed$/u.test(token.lower) && AUXILIARIES.has(tokens[end - 1]?.lower ?? "")) return null;
  if (end > floor && isReducedRelative(tokens, end)) {
    const whole = phraseEndingAt(page, end - 1, floor, depth + 1);
    return whole ? { ...whole, last: end } : null;
  }
  const first = leftEdge(page, end, floor);
  return attach(page, nounPhrase(page, first, end, end), floor, depth);
}

function openingBracket(tokens: readonly Token[], end: number, floor: number): number {
  for (let at = end - 1; at > Math.max(floor, end - 12); at -= 1)
    if (/^[([]$/u.test(tokens[at]?.text ?? "")) return at;
  return -1;
}

function suffixOf(page: Page, end: number, floor: number): Mention | null {
  const before = end - 1 >= floor ? mentionAt(page, end - 1) : null;
  const token = page.reading.tokens[end];
  return before &&
    before.kind !== "place" &&
    token?.cap &&
    /^(?:jr|sr|ii|iii|iv|qc|kc|sc|mp)\.?$/u.test(token.lower)
    ? before
    : null;
}

/** A name with what stands before it; after "of", "for" and the like, the phrase in front is the speaker. */
function namePhrase(page: Page, name: Mention, end: number, floor: number, depth: number): Phrase {
  const first = Math.max(floor, leftEdge(page, name.from, floor));
  const phrase: Phrase = {
    first: name.from,
    last: end,
    edge: first,
    head: name.last,
    kind: "name",
    mention: name,
  };
  const outer = { ...phrase, first };
  const whole = attach(page, outer, floor, depth);
  return whole === outer ? phrase : whole;
}

/** "and carrying signs": a form in -ing with no article before it belongs to a verb. */
function isLooseParticiple(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.cap || !/.{3}ing$/u.test(token.lower) || NOUN_LIKE.has(token.lower)) return false;
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.kind !== "word" ||
    CONJUNCTIONS.has(before.lower) ||
    AUXILIARIES.has(before.lower)
  );
}

/** "A porter stops": after one person, a form in -s is a verb. */
function isThirdPerson(tokens: readonly Token[], head: number, at: number): boolean {
  const token = tokens[at];
  return (
    token?.cap === false &&
    nounKind(tokens[at + 1]?.lower ?? "") !== "role" &&
    /[^s]s$/u.test(token.lower) &&
    nounKind(tokens[head]?.lower ?? "") === "role"
  );
}

/** "a woman waiting at a stop", "protesters carrying signs": the noun before the participle is the head. */
function isReducedRelative(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || token.cap || token.kind !== "word" || before?.kind !== "word" || before.cap) return false;
  if (!/.{3}ing$/u.test(token.lower) || NOUN_LIKE.has(token.lower)) return false;
  return nounKind(before.lower) === "role" || nounKind(before.lower) === "group";
}

/** Walks left over adjectives, nouns, names and possessives to where the phrase begins. */
function leftEdge(page: Page, end: number, floor: number): number {
  const { tokens } = page.reading;
  let first = end;
  for (let at = end - 1; at >= floor; at -= 1) {
    const token = tokens[at];
    const mention = mentionAt(page, at);
    if (mention && at >= mention.first) {
      first = Math.max(floor, mention.from);
      at = first;
    } else if (/^(?:which|who)$/u.test(tokens[at - 1]?.lower ?? "") && !token?.cap) break;
    else if (isPossessiveMark(token) || (isNounLikeAt(tokens, at) && !isLooseParticiple(tokens, at)))
      first = at;
    else if (token?.lower === "that" && isNounLike(tokens[at - 1])) break;
    else if (token && DETERMINERS.has(token.lower)) {
      first = at;
      if (
        !/^(?:other|two|three|four|five|six|seven|eight|nine|ten|such|more|most|many|several|few|certain|own|various|multiple|numerous)$/u.test(
          token.lower,
        )
      )
        break;
    } else if (
      isAdverb(token) &&
      /ly$/u.test(token?.lower ?? "") &&
      DETERMINERS.has(tokens[at - 1]?.lower ?? "")
    )
      first = at;
    else break;
  }
  return first;
}

/** "a spokesman for the trust", "a man in the crowd": the speaker is the phrase before the small word. */
function attach(page: Page, phrase: Phrase, floor: number, depth: number): Phrase {
  const { tokens } = page.reading;
  const link = tokens[phrase.first - 1];
  if (phrase.kind === "name" && phrase.mention && isAfterOffice(tokens, phrase.first, phrase.mention))
    return phrase;
  if (phrase.kind === "name" && phrase.mention && hasForeword(page, phrase.mention)) return phrase;
  if (!link || phrase.first - 2 < floor || !LINK.has(link.lower) || link.lower === "who") return phrase;
  if (
    link.lower === "to" &&
    nounKind(tokens[phrase.first - 2]?.lower ?? "") !== "role" &&
    !/^(?:close|loyal|opposed|sympathetic|ambassador|adviser|advisor|aide|secretary|assistant|envoy|counsel)/u.test(
      tokens[phrase.first - 2]?.lower ?? "",
    )
  )
    return phrase;
  const before = tokens[phrase.first - 2];
  if (!before || before.kind === "punct" || before.kind === "quote") return phrase;
  if (
    /^(?:close|familiar|loyal|opposed|sympathetic|briefed|based|involved|affiliated)$/u.test(before.lower)
  ) {
    const nearer = phraseEndingAt(page, phrase.first - 3, floor, depth + 1);
    return nearer && nearer.kind !== "pronoun" ? { ...nearer, last: phrase.last } : phrase;
  }
  const isOf = link.lower === "of";
  const outer =
    isOf &&
    /^(?:one|some|many|most|several|all|none|each|both|two|three|four|hundreds|thousands|dozens|millions)$/u.test(
      before.lower,
    )
      ? ({
          first: phrase.first - 2,
          last: phrase.last,
          edge: phrase.first - 2,
          head: phrase.head,
          kind: phrase.kind === "name" || phrase.kind === "noun" ? "group" : phrase.kind,
          mention: null,
        } satisfies Phrase)
      : phraseEndingAt(page, phrase.first - 2, floor, depth + 1);
  if (!outer || outer.kind === "pronoun") return phrase;
  if (!isOf && outer.kind === "noun" && phrase.kind !== "noun") return phrase;
  if (isOf && outer.kind === "noun" && phrase.kind === "name" && depth === 0) return phrase;
  return { ...outer, last: phrase.last };
}

/** "chief of staff Leon Pruett": a bare noun that is no role stands before the name. */
function isAfterOffice(tokens: readonly Token[], first: number, name: Mention): boolean {
  const before = tokens[name.from - 1];
  if (name.kind !== "person" || name.from - 1 < first || !before || before.cap) return false;
  return (
    isNounLike(before) && nounKind(before.lower) !== "role" && !DETERMINERS.has(tokens[first]?.lower ?? "")
  );
}

/** "Governor of Washington Chris Gregoire": a place or a body stands between the small word and the name. */
function hasForeword(page: Page, name: Mention): boolean {
  if (name.kind !== "person") return false;
  if (page.reading.tokens[name.from - 1]?.lower === "the" && !isGivenName(name.words[0] ?? "")) return false;
  for (let at = name.from; at < name.first; at += 1) {
    const lower = page.reading.tokens[at]?.lower ?? "";
    if (PLACES.has(lower) || ORGANISATION_WORDS.has(lower)) return true;
  }
  return false;
}

function nounPhrase(page: Page, first: number, last: number, head: number): Phrase {
  const lower = page.reading.tokens[head]?.lower ?? "";
  return { first, last, edge: first, head, kind: nounKind(lower), mention: null };
}

const QUANTITY = /^(?:hundreds|thousands|dozens|scores|millions|tens|half|two-thirds)$/u;

/** What kind of speaker a noun makes. */
export function nounKind(lower: string): Phrase["kind"] {
  const single = lower.replace(/[’']s$/u, "").replace(/-(?:elect|designate|emeritus)$/u, "");
  if (GROUP_NOUNS.has(single) || QUANTITY.test(single)) return "group";
  if (DOCUMENT_NOUNS.has(single)) return "document";
  if (ROLE_NOUNS.has(single) || DEMONYMS.has(single) || /year-old$/u.test(single)) return "role";
  if (single.length > 5 && ROLE_ENDING.test(single)) return "role";
  if (single.endsWith("s") && single.length > 6 && ROLE_ENDING.test(single.slice(0, -1))) return "group";
  const tail = single.split("-").at(-1) ?? "";
  if (single.endsWith("s") && (ROLE_NOUNS.has(single.slice(0, -1)) || ROLE_NOUNS.has(tail.slice(0, -1))))
    return "group";
  return ROLE_NOUNS.has(tail) ? "role" : "noun";
}

const STOPS_NOUN = new Set([
  "who",
  "whose",
  "which",
  "that",
  "when",
  "as",
  "after",
  "before",
  "while",
  "during",
  "about",
  "because",
  "if",
  "since",
  "and",
  "but",
]);

/** The phrase that begins at a token, as after "said": a name, a pronoun, or a noun phrase with its apposition. */
export function phraseStartingAt(page: Page, start: number, ceiling: number): Phrase | null {
  const { tokens } = page.reading;
  const token = tokens[start];
  if (!token || start > ceiling) return null;
  if (token.kind === "word" && SUBJECT_PRONOUNS.has(token.lower) && token.text !== "US") {
    return { first: start, last: start, edge: start, head: start, kind: "pronoun", mention: null };
  }
  const counted = countedAmong(page, start, ceiling);
  if (counted) return counted;
  if (!DETERMINERS.has(token.lower) && !isNounLike(token)) return null;
  if (token.lower === "that" && DETERMINERS.has(tokens[start + 1]?.lower ?? "")) return null;
  let core = -1;
  let name: Mention | null = null;
  let at = start;
  for (; at <= ceiling; at += 1) {
    const each = tokens[at];
    const mention = mentionAt(page, at);
    if (mention && at === mention.first) {
      const possessive = isPossessiveMark(tokens[mention.last + 1]);
      if (!possessive && mention.kind !== "place") name = mention;
      else name = null;
      core = mention.last;
      at = mention.last;
      if (name?.kind === "person" && !isForeword(page, at + 1, ceiling)) break;
      if (name && !leadsToRole(page, at + 1, ceiling)) break;
    } else if (isPossessiveMark(each)) name = null;
    else if (isNounLikeAt(tokens, at) || DETERMINERS.has(each?.lower ?? "")) {
      if (at > start && DETERMINERS.has(each?.lower ?? "") && !DETERMINERS.has(tokens[at - 1]?.lower ?? ""))
        break;
      if (core >= start && isReducedRelative(tokens, at)) break;
      if (core > start && /^(?:a|an)$/u.test(token.lower) && isThirdPerson(tokens, core, at)) break;
      if (core >= start && /..ed$/u.test(each?.lower ?? "") && nounKind(tokens[core]?.lower ?? "") !== "noun")
        break;
      core = at;
      if (!each?.cap) name = null;
    } else if (each?.lower === "than" && tokens[at + 1]?.kind === "number") core = at;
    else if (
      /^(?:first|last|next|only)$/u.test(each?.lower ?? "") &&
      DETERMINERS.has(tokens[at - 1]?.lower ?? "")
    )
      continue;
    else if (
      /^(?:of|for|with|from|at|in|on)$/u.test(each?.lower ?? "") &&
      !WEEKDAYS.has(tokens[at + 1]?.lower ?? "") &&
      core >= 0 &&
      !name
    ) {
      return withTail(page, nounPhrase(page, start, core, core), at, ceiling);
    } else break;
    if (STOPS_NOUN.has(tokens[at + 1]?.lower ?? "")) break;
  }
  const shared = core >= start && !name ? nameAfterRoles(page, start, core, ceiling) : null;
  if (shared) return shared;
  if (core < 0 || (core === start && (POSSESSIVES.has(token.lower) || /^(?:an?|the)$/u.test(token.lower))))
    return null;
  if (name)
    return {
      first: Math.max(start, name.from),
      last: name.last,
      edge: start,
      head: name.last,
      kind: "name",
      mention: name,
    };
  return withApposition(page, nounPhrase(page, start, core, core), ceiling);
}

const COUNTED = /^(?:one|another|some|others|many|several|both|two|three|most)$/u;

/** "one of them, Linda Hartwell", "said one, who gave no name": one of a crowd already spoken of, or whoever is named then. */
function countedAmong(page: Page, start: number, ceiling: number): Phrase | null {
  const { tokens } = page.reading;
  if (!COUNTED.test(tokens[start]?.lower ?? "")) return null;
  const ofThem =
    tokens[start + 1]?.lower === "of" &&
    /^(?:them|us|those|these|you)$/u.test(tokens[start + 2]?.lower ?? "");
  const next = tokens[start + 1];
  const bare = start === ceiling || next?.kind === "punct" || next?.kind === "quote" || next?.lower === "who";
  if (!ofThem && !bare) return null;
  const last = ofThem ? start + 2 : start;
  const phrase: Phrase = { first: start, last, edge: start, head: start, kind: "group", mention: null };
  const named = withApposition(page, { ...phrase, kind: "noun" }, ceiling);
  return named.kind === "name" ? named : phrase;
}

/** "Lib Dem leader Sir Ed Dawley", "Voss adviser Roger Dunn": the first name tells whose, the second who. */
function isForeword(page: Page, at: number, ceiling: number): boolean {
  const { tokens } = page.reading;
  for (let role = at; role <= Math.min(ceiling, at + 3); role += 1) {
    const token = tokens[role];
    if (!token || token.cap || !isNounLike(token)) return false;
    if (nounKind(token.lower) !== "role") continue;
    const next = mentionAt(page, role + 1) ?? mentionAt(page, role + 2) ?? mentionAt(page, role + 3);
    return next?.kind === "person" && next.from === role + 1;
  }
  return false;
}

/** "Clinton campaign chairman", "Pentagon officials": a role or a crowd follows the name within a few words. */
function leadsToRole(page: Page, from: number, ceiling: number): boolean {
  const { tokens } = page.reading;
  for (let at = from; at <= Math.min(ceiling, from + 4); at += 1) {
    const token = tokens[at];
    if (!token || mentionAt(page, at)?.kind === "person") return token !== undefined && at > from;
    if (!isNounLike(token) || token.kind === "number" || /..ed$/u.test(token.lower)) return false;
    if (!token.cap && nounKind(token.lower) !== "noun") return true;
  }
  return false;
}

/** "a spokesman for the trust, Gareth Lomax": keeps the head and takes a name set off after the tail. */
function withTail(page: Page, phrase: Phrase, link: number, ceiling: number): Phrase {
  const { tokens } = page.reading;
  let at = link;
  for (; at <= ceiling; at += 1) {
    const token = tokens[at];
    const ok =
      isNounLike(token) ||
      DETERMINERS.has(token?.lower ?? "") ||
      isPossessiveMark(token) ||
      /^(?:of|for|the|and|at|in|from|with|on)$/u.test(token?.lower ?? "");
    if (!ok || token?.kind === "quote") break;
    if (/..ed$/u.test(token?.lower ?? "") && isNounLike(tokens[at - 1]) && !token?.cap) break;
    const mention = mentionAt(page, at);
    if (
      mention?.kind === "person" &&
      mention.first === at &&
      mention.titles.length === 0 &&
      at - 1 > link &&
      !PREPOSITIONS.has(tokens[at - 1]?.lower ?? "") &&
      phrase.kind === "role" &&
      mention.words.length > 1
    ) {
      return {
        first: mention.first,
        last: mention.last,
        edge: phrase.edge,
        head: mention.last,
        kind: "name",
        mention,
      };
    }
  }
  const word = tokens[phrase.first]?.lower ?? "";
  const one = /^(?:one|another)$/u.test(word) ? "role" : "group";
  const kind = phrase.kind === "noun" && COUNTED.test(word) ? one : phrase.kind;
  return withApposition(page, { ...phrase, kind, last: at - 1 }, ceiling);
}

/** "former governor and Fox News contributor Mike Huckster": two roles of one person, whose name comes last. */
function nameAfterRoles(page: Page, start: number, core: number, ceiling: number): Phrase | null {
  const { tokens } = page.reading;
  if (tokens[core + 1]?.lower !== "and" || nounKind(tokens[core]?.lower ?? "") !== "role") return null;
  for (let at = core + 2; at <= Math.min(ceiling, core + 9); at += 1) {
    const mention = mentionAt(page, at);
    if (mention?.kind === "person" && mention.first === at) {
      const led = nounKind(tokens[at - 1]?.lower ?? "") === "role" || mention.from < mention.first;
      if (!led || isPossessiveMark(tokens[mention.last + 1])) return null;
      return { first: at, last: mention.last, edge: start, head: mention.last, kind: "name", mention };
    }
    const token = tokens[at];
    if (!isNounLike(token) && !isPossessiveMark(token) && !(token?.lower === "of")) return null;
  }
  return null;
}

/** Where the comma stands, past a second role joined by "and": "founder and chief executive,". */
function commaAfterRoles(tokens: readonly Token[], from: number, ceiling: number): number {
  if (tokens[from]?.text === ",") return from < ceiling ? from : -1;
  if (tokens[from]?.lower !== "and") return -1;
  for (let at = from + 1; at <= Math.min(ceiling - 1, from + 5); at += 1) {
    if (tokens[at]?.text === ",") return nounKind(tokens[at - 1]?.lower ?? "") === "role" ? at : -1;
    if (!isNounLike(tokens[at])) return -1;
  }
  return -1;
}

/** "the association’s president, Mirela Popescu": the name after the comma is who it is. */
export function withApposition(page: Page, phrase: Phrase, ceiling: number): Phrase {
  const { tokens } = page.reading;
  if (phrase.kind !== "role" && phrase.kind !== "noun") return phrase;
  const comma = commaAfterRoles(tokens, phrase.last + 1, ceiling);
  if (comma < 0) return phrase;
  for (let at = comma + 1; at <= Math.min(ceiling, comma + 7); at += 1) {
    const token = tokens[at];
    const mention = mentionAt(page, at);
    if (
      mention?.kind === "person" ||
      (mention?.kind === "unknown" && mention.first === at && at === comma + 1)
    ) {
      if (isPossessiveMark(tokens[mention.last + 1])) return phrase;
      return {
        first: mention.first,
        last: mention.last,
        edge: phrase.edge,
        head: mention.last,
        kind: "name",
        mention,
      };
    }
    if (
      !isNounLike(token) &&
      !isCapital(token) &&
      !/^(?:the|a|an|retired|elected|appointed|named)$/u.test(token?.lower ?? "")
    )
      return phrase;
    if (token && !token.cap && nounKind(token.lower) === "noun" && at > comma + 3) return phrase;
  }
  return phrase;
}

/** The words of a phrase as they stand in the text. */
export function phraseText(page: Page, phrase: Phrase): string {
  const { tokens, text } = page.reading;
  return text.slice(tokens[phrase.first]?.start ?? 0, tokens[phrase.last]?.end ?? 0);
}
