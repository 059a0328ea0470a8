import type { Standing } from "./quotes";
import type { Stage } from "./workflow";

/** A story whose text shows quotes of a source that readers do not have. A live story is among them when a quote came
 * into its text since it was published. */
export type ComingUse = {
  readonly storyId: string;
  readonly headline: string;
  readonly stage: Stage;
  readonly quotes: readonly {
    readonly id: string;
    readonly displayed: string;
    readonly standing: Standing;
  }[];
};

/** A published story that shows quotes of a source. `mine` where the person may open it on the desk. */
export type PrintedUse = {
  readonly storyId: string;
  readonly headline: string;
  readonly address: string;
  readonly quotes: number;
  readonly mine: boolean;
};

export type StoriesOfSource = {
  readonly coming: readonly ComingUse[];
  /** Stories that are not out and not for this person to see: counted, and nothing told of them. */
  readonly unseen: number;
  readonly printed: readonly PrintedUse[];
};
