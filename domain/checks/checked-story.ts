import type { PlainText } from "../body/read-body";
import type { HouseRules } from "../paper";
import type { QuoteRecord } from "../quote-record";
import type { ConditionKind, ReplySought, SourceWeight, UnnamedUse } from "../sourcing";
import type { StoryQuotation } from "../story-quotes";
import type { Words } from "../words";
import type { CheckName } from "./names";

/** Where in a story a check points. Positions are the editor's. */
export type Place =
  | {
      readonly field:
        | "headline"
        | "standfirst"
        | "kicker"
        | "address"
        | "section"
        | "authors"
        | "topics"
        | "hero"
        | "body"
        | "embargo"
        | "replies";
    }
  | { readonly from: number; readonly to: number }
  | { readonly threadId: string };

/** What a check found. `subject` tells apart two findings of one check, and is what an override names. */
export type Verdict = {
  readonly check: CheckName;
  readonly state: "pass" | "warning" | "blocker" | "overridden";
  readonly title: string;
  readonly why: string;
  readonly todo: string;
  readonly where: Place | null;
  readonly subject: string;
  readonly overridable: boolean;
};

export type Override = { readonly check: string; readonly subject: string; readonly reason: string };

/** All that the checks need to know. The approver is whoever would approve now; null while nobody is asking. */
export type CheckedStory = {
  readonly words: Words;
  readonly authorIds: readonly string[];
  readonly approverId: string | null;
  readonly embargoUntil: Date | null;
  readonly now: Date;
  readonly records: readonly QuoteRecord[];
  /** Verbatims of words that were said off the record, from anywhere in the newsroom. */
  readonly offRecord: readonly string[];
  readonly openThreads: readonly {
    readonly id: string;
    readonly passage: string;
    readonly mustResolve: boolean;
  }[];
  readonly overrides: readonly Override[];
  /** How much the story leans on a source, where somebody has said so. */
  readonly weights: readonly { readonly sourceId: string; readonly weight: SourceWeight }[];
  /** Who agreed that the story takes this from a source it does not name. */
  readonly approvals: readonly {
    readonly sourceId: string;
    readonly use: UnnamedUse;
    readonly by: string;
    readonly level: "editor" | "admin";
  }[];
  readonly replies: readonly ReplySought[];
  /** What sources of the story were promised. */
  readonly promised: readonly {
    readonly sourceId: string;
    readonly asked: ConditionKind;
    readonly by: string;
  }[];
  readonly house: HouseRules;
};

export type Finding = Omit<Verdict, "check" | "state" | "overridable" | "subject"> & {
  readonly subject?: string;
};
export type Reading = CheckedStory & {
  readonly quotations: readonly StoryQuotation[];
  readonly text: string;
  readonly plain: PlainText;
};

/** A rule that a story is held against. */
export type Rule = {
  readonly severity: "blocker" | "warning";
  /** What it is called in the settings. */
  readonly name: string;
  /** Said on the list when nothing was found; empty says nothing. */
  readonly pass: (story: Reading) => string;
  readonly find: (story: Reading) => readonly Finding[];
  /** Off the record and embargo can never be overridden; what is simply missing has to be filled in. */
  readonly never?: true;
  /** Has to be right before the story is sent for review. */
  readonly completeness?: true;
};
