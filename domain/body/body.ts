/** A story's text as it is stored: the editor's JSON, after `checkBody` has judged it. */
export type BodyMark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> };
export type BodyNode = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyNode[];
  readonly marks?: readonly BodyMark[];
  readonly text?: string;
};
export type Body = BodyNode & { readonly type: "doc" };

export const emptyBody: Body = { type: "doc", content: [{ type: "paragraph" }] };

/** Limits of one story, the same number on the page and at the server. */
export const bodyLimits = { bytes: 2_000_000, words: 100_000, nodes: 5_000, depth: 50 } as const;
