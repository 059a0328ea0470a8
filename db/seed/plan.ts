import type { AttestationWay } from "@/domain/source-rules";
import type { ConditionKind, ReplyOutcome, ReplyWay, SourceWeight, UnnamedUse } from "@/domain/sourcing";
import type { At } from "./calendar";
import type { SectionName, TopicName } from "./paper";
import type { StaffName } from "./people";
import type { SceneName } from "./pictures/scenes";
import type { SeedQuote } from "./records";
import type { SourceName } from "./sources";

/** One story of the demonstration, as a person can read it. */
export type SeedStory = {
  readonly key: string;
  readonly by: StaffName;
  readonly section: SectionName | null;
  readonly topics: readonly TopicName[];
  readonly kicker: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly slug?: string;
  readonly hero: SceneName | null;
  /** See `bodyFrom` for the marks. */
  readonly text: string;
  readonly quotes: Readonly<Record<string, SeedQuote>>;
  /** What happened to it, in order. */
  readonly life: readonly Step[];
  /** For how long it has stood where it stands. */
  readonly minutesWaiting?: number;
  readonly replies?: readonly SeedReply[];
};

export type SeedReply = {
  readonly name: string;
  readonly email: string;
  readonly text: string;
  readonly state: "held" | "shown" | "refused";
  readonly minutesAgo: number;
  /** What an editor answered under it. */
  readonly answer?: { readonly by: StaffName; readonly text: string; readonly minutesAgo: number };
};

export type Step =
  /** Saves the words of the story, the first `blocks` of its text alone, or other words in their place. */
  | {
      readonly do: "save";
      readonly by?: StaffName;
      readonly name?: string;
      readonly blocks?: number;
      readonly headline?: string;
      readonly standfirst?: string;
      readonly text?: string;
    }
  | { readonly do: "send" }
  | { readonly do: "send back"; readonly by: StaffName; readonly note: string }
  | { readonly do: "approve"; readonly by: StaffName }
  | { readonly do: "publish"; readonly by: StaffName; readonly at: At }
  /** Puts the document that is evidence for this quote before readers. */
  | { readonly do: "publish document"; readonly by: StaffName; readonly of: string }
  /** Puts this quote on the card of the story in place of its headline. */
  | { readonly do: "quote on card"; readonly by: StaffName; readonly of: string }
  | { readonly do: "schedule"; readonly by: StaffName; readonly at: At }
  | { readonly do: "embargo"; readonly by: StaffName; readonly until: At }
  | {
      readonly do: "correct";
      readonly by: StaffName;
      readonly at: At;
      readonly kind: "correction" | "clarification" | "update";
      readonly text: string;
      readonly was?: string;
      readonly says?: string;
    }
  | {
      readonly do: "withdraw";
      readonly by: StaffName;
      readonly at: At;
      readonly note: string;
      readonly readersNote: string;
    }
  | {
      readonly do: "assign";
      readonly by: StaffName;
      readonly to: readonly StaffName[];
      readonly dueInHours: number | null;
      readonly note: string;
    }
  /** An editor says that they know who an unnamed source is. */
  | {
      readonly do: "vouch";
      readonly by: StaffName;
      readonly source: SourceName;
      readonly how: AttestationWay;
    }
  /** How much the story leans on a source. */
  | {
      readonly do: "weigh";
      readonly by: StaffName;
      readonly source: SourceName;
      readonly weight: SourceWeight;
    }
  /** An editor agrees to what the story takes from a source it does not name. */
  | {
      readonly do: "agree";
      readonly by: StaffName;
      readonly source: SourceName;
      readonly use: UnnamedUse;
    }
  /** Somebody whom the story criticises is asked for an answer. */
  | {
      readonly do: "ask for reply";
      readonly by: StaffName;
      readonly source: SourceName | null;
      readonly whom: string;
      readonly about: string;
      readonly how: ReplyWay;
      readonly at: At;
      readonly deadline: At | null;
      readonly outcome: ReplyOutcome;
      readonly answer: string;
    }
  /** A source asked for something beforehand or afterwards. */
  | {
      readonly do: "condition";
      readonly by: StaffName;
      readonly source: SourceName;
      readonly asked: ConditionKind;
      readonly decision: "refused" | "accepted";
      readonly detail: string;
    }
  /** Two records turn out to be of one source. */
  | {
      readonly do: "merge";
      readonly by: StaffName;
      readonly from: SourceName;
      readonly into: SourceName;
    }
  /** Somebody says that the words were not said so. */
  | { readonly do: "dispute"; readonly by: StaffName; readonly quote: string; readonly why: string }
  | { readonly do: "note"; readonly by: StaffName; readonly text: string }
  /** Other words typed over the text. `on` stands in one piece of it. */
  | {
      readonly do: "suggest by typing";
      readonly by: StaffName;
      readonly on: string;
      readonly instead: string;
    }
  | {
      readonly do: "suggest";
      readonly by: StaffName;
      readonly on: string;
      readonly instead: string;
      readonly why: string;
    }
  | {
      readonly do: "comment";
      readonly by: StaffName;
      readonly on: string;
      readonly text: string;
      readonly mustResolve: boolean;
      readonly answers: readonly (readonly [who: StaffName, text: string])[];
      readonly resolvedBy?: StaffName;
    };
