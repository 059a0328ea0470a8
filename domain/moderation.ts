import type { HoldReason } from "./reply-rules";

/** Where a reader's reply stands: read by nobody yet, shown under its story, or refused. */
export const replyStates = ["held", "shown", "refused"] as const;
export type ReplyState = (typeof replyStates)[number];
export const replyStateNames: Record<ReplyState, string> = {
  held: "Held",
  shown: "Shown",
  refused: "Refused",
};

/** How many replies are decided in one step at the most. */
export const mostAtOnce = 100;

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
  readonly heldBecause: readonly HoldReason[];
  readonly byStaff: boolean;
  /** Whom it answers, and with which words they began. */
  readonly answers: { readonly name: string; readonly text: string } | null;
};

/** A sender whose replies are refused unseen. */
export type Ban = {
  readonly id: string;
  readonly kind: "email" | "machine";
  readonly shown: string;
  readonly at: Date;
  readonly until: Date | null;
};
