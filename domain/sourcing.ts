import { type Actor, isAdmin, isEditor } from "./people";
import type { Refusal } from "./refusal";
import { ok, type Result, refuse } from "./result";

/** How much a story leans on a source: whether its central fact rests on them. */
export const sourceWeights = ["central", "supporting"] as const;
export type SourceWeight = (typeof sourceWeights)[number];

/** What a story takes from a source whose name it withholds. The approvals that it needs follow from this. */
export const unnamedUses = ["central", "direct", "supporting"] as const;
export type UnnamedUse = (typeof unnamedUses)[number];
export const unnamedUseNames: Record<UnnamedUse, string> = {
  central: "The central fact",
  direct: "A direct quote",
  supporting: "Supporting detail",
};
export const unnamedUseMeanings: Record<UnnamedUse, string> = {
  central: "The story would not stand without what this source said.",
  direct: "Words of this source stand in quotation marks.",
  supporting: "Others say it too; this source only bears it out.",
};

/** Who has to agree to an unnamed use before it is printed. "knows" asks only for the editor who knows the name. */
export const unnamedApprovals = ["knows", "editor", "admin"] as const;
export type UnnamedApproval = (typeof unnamedApprovals)[number];
export const unnamedApprovalNames: Record<UnnamedApproval, string> = {
  knows: "An editor knows who it is",
  editor: "An editor agrees to it for the story",
  admin: "An admin agrees to it for the story",
};

/** What a quote states. An unnamed source may give facts, not opinions. */
export const statements = ["fact", "opinion"] as const;
export type Statement = (typeof statements)[number];
export const statementNames: Record<Statement, string> = {
  fact: "A fact",
  opinion: "An opinion",
};

/** What a source may ask of the newsroom before or after it speaks. */
export const conditionKinds = [
  "quote_approval",
  "read_before",
  "questions_before",
  "not_named",
  "held_until",
  "other",
] as const;
export type ConditionKind = (typeof conditionKinds)[number];
export const conditionNames: Record<ConditionKind, string> = {
  quote_approval: "To approve quotes afterwards",
  read_before: "To read the story before it is published",
  questions_before: "To have the questions beforehand",
  not_named: "Not to be named",
  held_until: "That it is held until a day",
  other: "Something else",
};

/** By which way somebody who is criticised was asked for an answer. */
export const replyWays = ["phone", "email", "message", "in_person", "letter"] as const;
export type ReplyWay = (typeof replyWays)[number];
export const replyWayNames: Record<ReplyWay, string> = {
  phone: "By phone",
  email: "By e-mail",
  message: "By message",
  in_person: "In person",
  letter: "By letter",
};

export const replyOutcomes = ["waiting", "answered", "declined", "no_answer"] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];
export const replyOutcomeNames: Record<ReplyOutcome, string> = {
  waiting: "Waiting for an answer",
  answered: "Answered",
  declined: "Declined to comment",
  no_answer: "Did not answer",
};

/** A reply that was sought for a story. */
export type ReplySought = {
  readonly id: string;
  /** The source in the library, where they are in it. */
  readonly sourceId: string | null;
  readonly whom: string;
  readonly about: string;
  readonly contactedAt: Date;
  readonly how: ReplyWay;
  readonly deadline: Date | null;
  readonly outcome: ReplyOutcome;
  readonly answer: string;
};

/** Limits of what is typed, the same number on the page and at the server. Characters. */
export const sourcingLimits = { whom: 200, about: 1_000, answer: 5_000, detail: 1_000 } as const;

/** The parts of a sealed identity. Each is encrypted by itself, under the data key of its source. */
export const sealedParts = ["identity", "contact", "remarks"] as const;
export type SealedPart = (typeof sealedParts)[number];
export const sealedPartNames: Record<SealedPart, string> = {
  identity: "Who it is",
  contact: "How to reach them",
  remarks: "What else is to be known",
};
export type Identity = Readonly<Partial<Record<SealedPart, string>>>;

/** Who may agree to what a story takes from an unnamed source: an editor, never for a story of their own. Answers the
 * rank that counts. */
export function decideAgreement(
  actor: Actor,
  authorIds: readonly string[],
): Result<"editor" | "admin", Refusal> {
  if (!isEditor(actor)) return refuse("editors_only");
  if (authorIds.includes(actor.id)) return refuse("own_story");
  return ok(isAdmin(actor) ? "admin" : "editor");
}

/** Whoever works with a source may put down that a condition was refused; to accept one takes an editor. */
export function decideCondition(
  actor: Actor,
  mayChange: boolean,
  decision: "refused" | "accepted",
): Result<null, Refusal> {
  if (!mayChange) return refuse("not_your_source");
  if (decision === "accepted" && !isEditor(actor)) return refuse("editors_only");
  return ok(null);
}
