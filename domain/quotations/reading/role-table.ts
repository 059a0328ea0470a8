import { cueVerb } from "../words/cue-verbs";
import { AUXILIARIES, DETERMINERS, PLAIN_VERBS } from "../words/function-words";
import { ORGANISATION_WORDS, PLACES } from "../words/organisations";
import { genderOfNoun, HONORIFICS, ROLE_NOUNS } from "../words/roles";
import type { Names } from "./names";
import type { Entity, People } from "./people";
import type { Reading, Token } from "./tokens";

/** Which titles and roles the article gives to whom: "the prime minister", "the bishop", "the trust". */
export type RoleTable = {
  bearer(words: readonly string[], at: number): Entity | null;
  /** Whom the opening paragraph means by "a carer" or "the former president", named only in the next one. */
  lead(head: string, at: number): Entity | null;
};

type Title = { entity: Entity; words: ReadonlySet<string>; at: number };

const SPOKEN_SHORT: Record<string, string> = {
  "sen.": "senator",
  "rep.": "representative",
  "gov.": "governor",
  "gen.": "general",
  "col.": "colonel",
  "capt.": "captain",
  "lt.": "lieutenant",
  "sgt.": "sergeant",
  "prof.": "professor",
  "rev.": "reverend",
  rev: "reverend",
  revd: "reverend",
  "dr.": "doctor",
  dr: "doctor",
  justice: "judge",
};

/** Other words for who bears a title: "the congressman" of "Rep. Lou Rubino". */
const SAME_OFFICE: Record<string, readonly string[]> = {
  representative: ["congressman", "congresswoman", "lawmaker"],
  congressman: ["lawmaker", "representative"],
  congresswoman: ["lawmaker", "representative"],
  senator: ["lawmaker"],
  mp: ["politician", "lawmaker"],
  cllr: ["councillor"],
  coun: ["councillor"],
  attorney: ["lawyer"],
  lawyer: ["attorney"],
  barrister: ["lawyer"],
  solicitor: ["lawyer"],
  surgeon: ["doctor"],
  physician: ["doctor"],
  rabbi: ["cleric"],
  imam: ["cleric"],
  reverend: ["vicar", "pastor", "priest"],
  striker: ["forward"],
  coach: ["manager"],
  nominee: ["candidate"],
};

/** Learns from "Ilse Brandt, the prime minister", "the coach, Emil Harrow", "Mayor Strand" and bodies' own names. */
export function roleTable(reading: Reading, names: Names, people: People): RoleTable {
  const titles = new Map<string, Title[]>();
  const learn = (head: string, words: Iterable<string>, entity: Entity, at: number) => {
    const list = titles.get(head) ?? [];
    if (list.length < 50) list.push({ entity, words: new Set(words), at });
    titles.set(head, list);
  };
  const learnBoth = (head: string, words: readonly string[], entity: Entity, at: number) => {
    learn(head, words, entity, at);
    for (const other of SAME_OFFICE[head] ?? []) {
      const gender = genderOfNoun(other);
      if (!gender || !entity.gender || gender === entity.gender) learn(other, words, entity, at);
    }
  };
  for (const mention of names.mentions) {
    const entity = people.entityOf.get(mention);
    if (!entity) continue;
    if (entity.kind === "organisation") {
      const words = mention.words.map((word) => word.toLowerCase());
      const head = words.findLast((word) => ORGANISATION_WORDS.has(word));
      if (head) learn(head, words, entity, mention.first);
      continue;
    }
    for (const role of rolesBeside(reading.tokens, mention.from, mention.last)) {
      const head = role.at(-1) ?? "";
      learnBoth(SPOKEN_SHORT[head] ?? head, role, entity, mention.first);
      entity.gender ??= genderOfNoun(head);
      if (entity.kind === "unknown") entity.kind = "person";
    }
    const foreword = reading.tokens.slice(mention.from, mention.first).map((token) => token.lower);
    for (const title of mention.titles) {
      const word = SPOKEN_SHORT[title] ?? title;
      if (HONORIFICS.has(word) || ROLE_NOUNS.has(word)) learnBoth(word, foreword, entity, mention.first);
    }
  }
  const lead = personOfLead(reading, names, people);
  return {
    bearer: (words, at) => bearerOf(titles, words, at),
    lead: (head, at) =>
      lead &&
      at < lead.before &&
      lead.fits(head) &&
      !(lead.named < at) &&
      !(ANYBODY.test(head) && reading.tokens[at - 1]?.sentence === reading.tokens[at]?.sentence) &&
      !titles.get(head)?.some(({ entity }) => entity !== lead.entity)
        ? lead.entity
        : null,
  };
}

/** Words for somebody who is not to be named: unless they open the story, nobody who is named later is meant. */
const ANYBODY =
  /^(?:person|source|official|insider|friend|colleague|aide|adviser|advisor|analyst|strategist|operative|staffer|confidant|confidante|acquaintance|associate|witness|bystander)$/u;

/** How far into the text the opening reaches, in tokens. */
const LEAD = 90;

/** The person whom the paragraph after the opening one introduces by full name as its first word or two. */
function personOfLead(reading: Reading, names: Names, people: People) {
  const { tokens } = reading;
  const mention = names.mentions.find(
    ({ kind, words, from }) =>
      kind === "person" && words.length > 1 && (tokens[from]?.paragraph ?? 0) > (tokens[0]?.paragraph ?? 0),
  );
  const entity = mention ? people.entityOf.get(mention) : undefined;
  const article = mention && tokens[mention.from - 1]?.lower === "the" ? 2 : 1;
  const opening = mention ? tokens[mention.from - article] : undefined;
  if (!mention || !entity || mention.from > LEAD || !opening) return null;
  const there = tokens[mention.from];
  const afterQuotation = opening.kind === "quote" && tokens[mention.from - 2]?.paragraph !== there?.paragraph;
  const opens = opening.paragraph !== there?.paragraph || afterQuotation;
  const introduced =
    tokens[mention.last + 1]?.text === "," ||
    /^(?:who|was|is|told|has|had|said|did|faced|will|began)$/u.test(tokens[mention.last + 1]?.lower ?? "");
  const titled = tokens
    .slice(mention.from, mention.first)
    .some(({ lower }) => HONORIFICS.has(lower) && HONORIFICS.get(lower) === null);
  if (!opens || !introduced) return null;
  const fits = (head: string) => {
    const gender = genderOfNoun(head);
    const office = tokens
      .slice(mention.from, mention.first)
      .flatMap(({ lower }) => SAME_OFFICE[SPOKEN_SHORT[lower] ?? lower] ?? []);
    if (titled && !office.includes(head)) return false;
    return ROLE_NOUNS.has(head) && (!gender || !entity.gender || gender === entity.gender);
  };
  const heads = new Set(
    tokens.slice(0, mention.from).flatMap(({ lower }) => (ROLE_NOUNS.has(lower) ? [lower] : [])),
  );
  const named = names.mentions.find(({ kind, words }) => kind === "person" && words.length > 1)?.from ?? 0;
  return { entity, before: mention.from, named, heads, fits };
}

/** Words that colour a title without telling one bearer from another. */
const COLOUR =
  /^(?:current|late|senior|junior|top|veteran|longtime|long-time|embattled|outgoing|incoming|young|old|older|first-term|second-term|two-term|three-term|gop|freshman|retired|combative|popular|.*-year-old)$/u;

/** "the president" before anybody is "the union president" is somebody whom the whole country calls so. */
function isAnother(words: readonly string[], title: Title, at: number): boolean {
  const [article, head] = words;
  if (words.length !== 2 || article !== "the" || at >= title.at) return false;
  const bare = /^(?:president|minister|chancellor|king|queen|pope|secretary)$/u.test(head ?? "");
  return (
    bare && [...title.words].some((word) => word !== head && !DETERMINERS.has(word) && !COLOUR.test(word))
  );
}

/** "the U.S. president" is not the one called "French President". */
function isElsewhere(rest: readonly string[], title: Title): boolean {
  const here = rest.filter((word) => PLACES.has(word));
  const there = [...title.words].filter((word) => PLACES.has(word));
  return here.length > 0 && there.length > 0 && !here.some((word) => title.words.has(word));
}

/** The one whose title shares most words with the phrase; of equals, the one met last before it. */
function bearerOf(titles: ReadonlyMap<string, Title[]>, words: readonly string[], at: number): Entity | null {
  const head = words.at(-1) ?? "";
  const rest = words.slice(0, -1).filter((word) => !DETERMINERS.has(word));
  const telling = rest.filter((word) => !PLACES.has(word) && !COLOUR.test(word));
  let best: { entity: Entity; score: number } | null = null;
  for (const title of titles.get(head) ?? []) {
    const shared = rest.filter((word) => title.words.has(word)).length;
    if (telling.length > 0 && shared === 0) continue;
    if (isAnother(words, title, at) || isElsewhere(rest, title)) continue;
    const distance = title.at < at ? (at - title.at) / 5000 : 0.5 + (title.at - at) / 5000;
    const score = shared - distance;
    if (!best || score >= best.score) best = { entity: title.entity, score };
  }
  return best?.entity ?? null;
}

/** Role phrases that touch a name: right before it, or set off by a comma on either side. */
function rolesBeside(tokens: readonly Token[], from: number, last: number): string[][] {
  const found: string[][] = [];
  const before = roleEndingAt(tokens, tokens[from - 1]?.text === "," ? from - 2 : from - 1);
  if (before) found.push(before);
  let after = tokens[last + 1]?.text === "," ? last + 2 : -1;
  if (after > 0 && tokens[after]?.kind === "number") after = tokens[after + 1]?.text === "," ? after + 2 : -1;
  if (after > 0) {
    const role = roleStartingAt(tokens, after);
    if (role) found.push(role);
  }
  return found;
}

/** "Asked about Thompson, the sheriff folded his arms": a verb right behind makes the role a subject, no apposition. */
const isVerbal = ({ lower, cap }: Token) =>
  !cap &&
  !/^[’']/u.test(lower) &&
  (AUXILIARIES.has(lower) || PLAIN_VERBS.has(lower) || cueVerb(lower) !== null || /..ed$/u.test(lower));

function roleEndingAt(tokens: readonly Token[], end: number): string[] | null {
  const head = tokens[end];
  if (head?.kind !== "word" || !ROLE_NOUNS.has(head.lower)) return null;
  const words = [head.lower];
  for (let at = end - 1; at > end - 4; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== "word" || DETERMINERS.has(token.lower)) break;
    words.unshift(token.lower);
  }
  return words;
}

function roleStartingAt(tokens: readonly Token[], start: number): string[] | null {
  const words: string[] = [];
  let found: string[] | null = null;
  for (let at = start; at < start + 7; at += 1) {
    const token = tokens[at];
    if (found && token?.lower === "of") return [...found.slice(0, -1), "of", found.at(-1) ?? ""];
    if (token?.kind !== "word" || /^(?:of|who|for|in|at|and|to|from|with|on)$/u.test(token.lower)) break;
    words.push(token.lower);
    if (ROLE_NOUNS.has(token.lower)) found = [...words];
    else if (found && isVerbal(token)) return null;
  }
  return found;
}
