import { diffArrays } from "diff";
import { type BodyNode, emptyBody } from "../body/body";
import { type Words, writtenBody } from "../words";
import { isLike } from "./compare";
import { leafText, leavesOf } from "./leaves";

/** Whose words stand in a passage of the merged text. `both`: theirs, and mine after them. */
export type Choice = "theirs" | "mine" | "both";

export type Passage =
  | { readonly kind: "same"; readonly blocks: readonly BodyNode[] }
  | { readonly kind: "differs"; readonly theirs: readonly BodyNode[]; readonly mine: readonly BodyNode[] };

type Fields = Omit<Words, "body">;
const names: Readonly<Record<keyof Fields, string>> = {
  headline: "Headline",
  standfirst: "Standfirst",
  kicker: "Kicker",
  slug: "Address",
  language: "Language",
  sectionId: "Section",
  topicIds: "Topics",
  hero: "Lead picture",
};
export type DifferingField = { readonly field: keyof Fields; readonly name: string };

/** Two texts of one story, passage by passage: what is the same in both, and what a person has to choose between. */
export type Merge = { readonly fields: readonly DifferingField[]; readonly passages: readonly Passage[] };

export function passagesOf(theirs: Words, mine: Words): Merge {
  const differs = (field: keyof Fields) => plain(theirs[field]) !== plain(mine[field]);
  const fields = (Object.keys(names) as (keyof Fields)[])
    .filter(differs)
    .map((field) => ({ field, name: names[field] }));
  return { fields, passages: blockPassages(theirs.body.content ?? [], mine.body.content ?? []) };
}

const plain = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

function blockPassages(theirs: readonly BodyNode[], mine: readonly BodyNode[]): Passage[] {
  const passages: Passage[] = [];
  const key = (block: BodyNode) => writtenBody({ type: "doc", content: [block] });
  let [at, of] = [0, 0];
  let [left, right]: BodyNode[][] = [[], []];
  const settle = () => {
    passages.push(...paired(left ?? [], right ?? []));
    [left, right] = [[], []];
  };
  for (const part of diffArrays(theirs.map(key), mine.map(key))) {
    const length = part.value.length;
    if (part.removed) left?.push(...theirs.slice(at, at + length));
    else if (part.added) right?.push(...mine.slice(of, of + length));
    else {
      settle();
      passages.push({ kind: "same", blocks: mine.slice(of, of + length) });
    }
    if (!part.added) at += length;
    if (!part.removed) of += length;
  }
  settle();
  return passages;
}

/** Passages that stand in each other's place: blocks that share words are one choice, the rest another. */
function paired(theirs: readonly BodyNode[], mine: readonly BodyNode[]): Passage[] {
  const passages: Passage[] = [];
  const add = (left: readonly BodyNode[], right: readonly BodyNode[]) => {
    if (left.length + right.length > 0) passages.push({ kind: "differs", theirs: left, mine: right });
  };
  let from = 0;
  let loose: BodyNode[] = [];
  for (const block of mine) {
    const partner = theirs.findIndex((each, at) => at >= from && isLike(textOf([each]), textOf([block])));
    if (partner < 0) {
      loose.push(block);
      continue;
    }
    add(theirs.slice(from, partner), loose);
    add(theirs.slice(partner, partner + 1), [block]);
    loose = [];
    from = partner + 1;
  }
  add(theirs.slice(from), loose);
  return passages;
}

/** Blocks as lines of text. */
export const textOf = (blocks: readonly BodyNode[]): string =>
  leavesOf({ type: "doc", content: blocks }).map(leafText).join("\n");

/** The text that follows from the choices: of each differing field, and of each passage that differs, in their order. */
export function merged(
  theirs: Words,
  mine: Words,
  merge: Merge,
  choose: {
    readonly field: (field: keyof Fields) => Choice;
    readonly passage: (index: number) => Choice;
  },
): Words {
  const taken = merge.fields.filter(({ field }) => choose.field(field) === "theirs");
  const fields = Object.fromEntries(taken.map(({ field }) => [field, theirs[field]]));
  const content = merge.passages.flatMap((passage, index) => {
    if (passage.kind === "same") return passage.blocks;
    const choice = choose.passage(index);
    if (choice === "both") return [...passage.theirs, ...passage.mine];
    return passage[choice];
  });
  return { ...mine, ...fields, body: content.length > 0 ? { type: "doc", content } : emptyBody };
}
