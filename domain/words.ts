import type { Body, BodyNode } from "./body/body";

/** All that one save of a story holds and one revision keeps: everything that an approval binds. */
export type Words = {
  readonly headline: string;
  readonly standfirst: string;
  readonly kicker: string;
  readonly slug: string;
  readonly language: string;
  readonly sectionId: string | null;
  readonly topicIds: readonly string[];
  readonly hero: {
    readonly mediaId: string;
    readonly alt: string;
    readonly caption: string;
    readonly credit: string;
  } | null;
  readonly body: Body;
};

/** Limits of the fields, the same number on the page and at the server. Characters. */
export const wordLimits = { headline: 300, standfirst: 1_000, kicker: 80, slug: 120, topics: 12 } as const;

/** The one written form of a story's words: the same words give the same string, whatever order they came in. */
export function writtenForm({ body, ...words }: Words): string {
  const rest = inOrder({ ...words, topicIds: [...words.topicIds].sort() });
  // "body" comes before every other name.
  return `{"body":${writtenBody(body)},${rest.slice(1)}`;
}

/** The same of a body alone. A block that has not changed since it was last written is not written again: in a long
 * story a save follows a save, and a few words differ. */
export function writtenBody(body: Body): string {
  const { type, content, ...rest } = body;
  if (!content || Object.keys(rest).length > 0) return inOrder(body);
  return `{"content":[${content.map(writtenBlock).join(",")}],"type":${JSON.stringify(type)}}`;
}

/** Bodies are never changed in place, so a block is known by its identity. */
const blocks = new WeakMap<BodyNode, string>();
function writtenBlock(block: BodyNode): string {
  const known = blocks.get(block);
  if (known !== undefined) return known;
  const written = inOrder(block);
  blocks.set(block, written);
  return written;
}

const inOrder = (given: object): string =>
  JSON.stringify(given, (_key, value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, each]) => each !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
