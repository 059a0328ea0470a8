import { genderOfGivenName, leanOfGivenName } from "../words/given-names";
import { GIVEN_NAME_TITLES } from "../words/roles";
import type { Mention, Names } from "./names";
import type { Reading } from "./tokens";

/** One person or body of the article, under every name it goes by there. */
export type Entity = {
  id: number;
  /** The fullest name the article gives, titles dropped. */
  name: string;
  words: string[];
  kind: "person" | "organisation" | "unknown";
  gender: "m" | "f" | null;
  /** What the given name's ending suggests where nothing tells the gender. */
  leaning: "m" | "f" | null;
  mentions: Mention[];
  /** True when the newsroom already has this name among its sources. */
  known: boolean;
};

/** The table of people, and for each mention the entity it names (null for places and dates). */
export type People = { entities: Entity[]; entityOf: Map<Mention, Entity> };

const plain = (word: string) =>
  word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']s?$/u, "");

const initialFits = (left: string, right: string) =>
  left === right ||
  (/^\p{L}\.?$/u.test(left) && right.startsWith(left[0] ?? " ")) ||
  (/^\p{L}\.?$/u.test(right) && left.startsWith(right[0] ?? " "));

/** Entities by each word that may stand for them, so that a long text takes no longer than its names. */
class Register {
  readonly entities: Entity[] = [];
  readonly entityOf = new Map<Mention, Entity>();
  private readonly byWord = new Map<string, Entity[]>();

  constructor(private readonly reading: Reading) {}

  /** Those that a word may name, in the order they came up; few bear one name, so the list is cut. */
  under(word: string): readonly Entity[] {
    return this.byWord.get(word) ?? [];
  }

  add(mention: Mention, entity: Entity): void {
    entity.mentions.push(mention);
    entity.gender ??= mention.gender;
    this.entityOf.set(mention, entity);
  }

  create(mention: Mention): Entity {
    const entity: Entity = {
      id: this.entities.length,
      name: nameIn(this.reading, mention),
      words: mention.words.map(plain),
      kind: mention.kind === "place" ? "unknown" : mention.kind,
      gender: null,
      leaning: null,
      mentions: [],
      known: false,
    };
    this.entities.push(entity);
    const keys = new Set([...entity.words, acronymOf(entity)]);
    for (const key of keys) {
      if (!key) continue;
      const list = this.byWord.get(key) ?? [];
      if (list.length < MOST_NAMESAKES) list.push(entity);
      this.byWord.set(key, list);
    }
    return entity;
  }

  /** A fuller form of the name has come up. */
  rename(entity: Entity, mention: Mention): void {
    entity.name = nameIn(this.reading, mention);
    entity.words = mention.words.map(plain);
  }
}

const MOST_NAMESAKES = 30;

/** Builds the table before anything is attributed: full names first, then each shorter form to its bearer. */
export function peopleOf(reading: Reading, names: Names, knownNames: readonly string[]): People {
  const register = new Register(reading);
  const named = names.mentions.filter((mention) => mention.kind !== "place");
  for (const mention of named) {
    if (mention.words.length < 2) continue;
    const words = mention.words.map(plain);
    const same = register.under(words.at(-1) ?? "").find((entity) => sameFullName(entity, words, mention));
    if (same && mention.words.length > same.words.length && mention.kind === "person") {
      register.rename(same, mention);
    }
    register.add(mention, same ?? register.create(mention));
  }
  for (const mention of named) {
    if (mention.words.length !== 1) continue;
    const word = plain(mention.words[0] ?? "");
    register.add(mention, bearer(register.under(word), mention) ?? register.create(mention));
  }
  const known = knownNames.map((name) => name.split(/\s+/u).map(plain));
  for (const entity of register.entities) finish(entity, known);
  return { entities: register.entities, entityOf: register.entityOf };
}

function nameIn(reading: Reading, mention: Mention): string {
  const nickname = reading.tokens.slice(mention.first, mention.last).some(({ kind }) => kind === "quote");
  if (nickname) return mention.words.join(" ");
  const start = reading.tokens[mention.first]?.start ?? 0;
  const end = reading.tokens[mention.last]?.end ?? 0;
  return reading.text.slice(start, end);
}

function sameFullName(entity: Entity, words: readonly string[], mention: Mention): boolean {
  if (entity.words.length < 2) return false;
  if (entity.words.join(" ") === words.join(" ")) return true;
  if (entity.kind !== "person" || mention.kind !== "person") return false;
  if (entity.words.at(-1) !== words.at(-1)) return false;
  return (
    initialFits(entity.words[0] ?? "", words[0] ?? "") || shortForm(entity.words[0] ?? "", words[0] ?? "")
  );
}

const SHORT_FORMS: readonly string[][] =
  `william bill will|robert bob rob|richard dick rick|james jim jimmy|michael mike|edward ed ted|joseph joe|thomas tom
charles charlie chuck|elizabeth liz beth|katherine kate kathy|margaret maggie peggy|john jack|anthony tony|andrew andy
steven stephen steve|daniel dan danny|david dave|samuel sam|timothy tim|gregory greg|nicholas nick|christopher chris
patricia pat|lawrence larry|donald don|ronald ron|alexander alex|benjamin ben|jennifer jen|susan sue|philip phil
jeffrey jeff|matthew matt|joshua josh|kenneth ken|raymond ray|bernard bernie|rafael ted|rudolph rudy|addison mitch`
    .split(/[|\n]/u)
    .map((group) => group.trim().split(" "));

function shortForm(left: string, right: string): boolean {
  return SHORT_FORMS.some((group) => group.includes(left) && group.includes(right));
}

/** A bare surname is rather that of whoever bore it first in the story. */
const FIRST_NAMED = 0.3;

/** Whose name a single word is: the surname's bearer, or the given name's, minding titles and gender. */
function bearer(entities: readonly Entity[], mention: Mention): Entity | null {
  const word = plain(mention.words[0] ?? "");
  const givenFirst = mention.titles.some((title) => GIVEN_NAME_TITLES.has(title));
  const first = entities.find((entity) => entity.kind === "person" && entity.words.at(-1) === word);
  const ranked = entities
    .map((entity) => ({
      entity,
      fit: fitOf(entity, word, mention, givenFirst) + (entity === first ? FIRST_NAMED : 0),
    }))
    .filter(({ fit }) => fit > FIRST_NAMED)
    .sort((left, right) => right.fit - left.fit);
  return ranked[0]?.entity ?? null;
}

function fitOf(entity: Entity, word: string, mention: Mention, givenFirst: boolean): number {
  const isLast = entity.words.at(-1) === word;
  const isFirst = entity.words[0] === word;
  if (entity.words.length === 1) return isLast && compatible(entity, mention) ? 1 : 0;
  if (entity.kind === "organisation") {
    if (acronymOf(entity) === word && word.length > 1) return 2;
    return isFirst && mention.titles.length === 0 && word.length > 3 ? 1.2 : 0;
  }
  if (!compatible(entity, mention)) return 0;
  const place = isLast ? 3 : isFirst ? 1.5 : 1.2;
  const near = entity.mentions.slice(-MOST_NAMESAKES).filter(({ first }) => first < mention.first);
  const last = near.at(-1)?.first;
  const recency = last === undefined ? 0 : 0.6 - Math.min(0.6, (mention.first - last) / 1000);
  const person = entity.kind === "person" ? 1 : 0;
  const seen = Math.min(1, near.length * 0.25);
  return place + person + recency + seen + (givenFirst && isFirst ? 3 : 0);
}

function compatible(entity: Entity, mention: Mention): boolean {
  return !entity.gender || !mention.gender || entity.gender === mention.gender;
}

function acronymOf(entity: Entity): string {
  const small = /^(?:of|the|for|and|on|&)$/u;
  return entity.words
    .filter((word) => !small.test(word))
    .map((word) => word[0] ?? "")
    .join("");
}

function finish(entity: Entity, known: readonly (readonly string[])[]): void {
  const single = entity.words.length === 1;
  const same = known.filter((words) =>
    single ? words.at(-1) === entity.words[0] : words.join(" ") === entity.words.join(" "),
  );
  entity.known = same.length === 1;
  if (entity.mentions.some((mention) => mention.kind === "person")) entity.kind = "person";
  if (entity.known && entity.kind === "unknown") entity.kind = "person";
  const given = entity.words[0] ?? "";
  if (entity.kind === "person") entity.gender ??= genderOfGivenName(given);
  if (!entity.gender && entity.words.length > 1) entity.leaning = leanOfGivenName(given);
}
