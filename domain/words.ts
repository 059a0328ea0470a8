import type { Body } from "./body/body";

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
export function writtenForm(words: Words): string {
  return JSON.stringify({ ...words, topicIds: [...words.topicIds].sort() }, (_key, value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, each]) => each !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}
