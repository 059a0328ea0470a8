/** Where a reader's reply stands: read by nobody yet, shown under its story, or refused. */
export const replyStates = ["held", "shown", "refused"] as const;
export type ReplyState = (typeof replyStates)[number];
export const replyStateNames: Record<ReplyState, string> = {
  held: "Held",
  shown: "Shown",
  refused: "Refused",
};

/** A reply as moderators see it. The address of its sender is for them alone. */
export type ModeratedReply = {
  readonly id: string;
  readonly state: ReplyState;
  readonly name: string;
  readonly email: string;
  readonly text: string;
  readonly at: Date;
  readonly headline: string;
  readonly address: string;
};
