/** How much a story leans on a source: whether its central fact rests on them. */
export const sourceWeights = ["central", "supporting"] as const;

/** What a story takes from a source whose name it withholds. The approvals that it needs follow from this. */
export const unnamedUses = ["central", "direct", "supporting"] as const;

/** What a quote states. An unnamed source may give facts, not opinions. */
export const statements = ["fact", "opinion"] as const;

/** What a source may ask of the newsroom before or after it speaks. */
export const conditionKinds = [
  "quote_approval",
  "read_before",
  "questions_before",
  "not_named",
  "held_until",
  "other",
] as const;

/** By which way somebody who is criticised was asked for an answer. */
export const replyWays = ["phone", "email", "message", "in_person", "letter"] as const;

export const replyOutcomes = ["waiting", "answered", "declined", "no_answer"] as const;

/** The parts of a sealed identity. Each is encrypted by itself, under the data key of its source. */
export const sealedParts = ["identity", "contact", "remarks"] as const;
export type SealedPart = (typeof sealedParts)[number];
export const sealedPartNames: Record<SealedPart, string> = {
  identity: "Who it is",
  contact: "How to reach them",
  remarks: "What else is to be known",
};
export type Identity = Readonly<Partial<Record<SealedPart, string>>>;
