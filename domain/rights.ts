/** Who may call each action and handler at all. What they may do to one record is decided by the rules behind it:
 * "staff" of a story means those who may see it. Every action and handler has a row; a test fails on one without. */
export type Right =
  /** Anybody, signed in or not. */
  | "anyone"
  /** Anybody who is signed in; the record's own rules decide the rest. */
  | "staff"
  /** The story's authors, and editors. */
  | "author or editor"
  | "editor"
  /** An editor who is not an author of the story. */
  | "editor, not an author"
  | "admin"
  /** Whoever holds a one-time code or link. */
  | "holder of a code"
  /** The person themselves. */
  | "oneself";

export const rightsOfActions = {} as const satisfies Record<string, Right>;
