import type { Mention } from "../reading/names";
import type { Entity, People } from "../reading/people";
import type { Page } from "../reading/phrases";
import type { RoleTable } from "../reading/role-table";

/** Who speaks: a person or body of the table, or a phrase where nobody is named. */
export type Speaker = {
  name: string;
  entity: Entity | null;
  gender: "m" | "f" | null;
  /** "body" is one group of people, which may be "it" or "they". */
  number: "one" | "many" | "body" | "thing";
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
  /** Where that one stands in the text. */
  otherAt: Map<number, number>;
  /** For each sentence already read, a person it brings in without a name: "a friend who works for her". */
  nameless: Map<number, Speaker>;
  /** Whom the last question was put to. */
  asked: { speaker: Speaker; sentence: number } | null;
};

export type Resolved = { speaker: Speaker; sure: number; why: string };

export type Cast = { page: Page; people: People; roles: RoleTable };

export function speakerOf(entity: Entity): Speaker {
  const number = entity.kind === "organisation" ? "thing" : "one";
  return { name: entity.name, entity, gender: entity.gender, number };
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

/** The place of the last mention that ends before a token, or -1. */
export function lastBefore(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.last ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
