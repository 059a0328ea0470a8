import type { PictureFile } from "@/components/pictures/send-picture";
import type { Plan } from "@/components/review/plan";
import type { QuoteRecord } from "@/domain/quote-record";
import type { Words } from "@/domain/words";
import type { Stage } from "@/domain/workflow";

import type { OpenSuggestion } from "./suggesting/send-suggestions";

/** All that the writing page needs of one story, as its server part hands it over. */
export type StoryOnDesk = {
  readonly id: string;
  readonly stage: Stage;
  readonly revision: number;
  /** When that revision was saved, ISO 8601; empty when not known. */
  readonly savedAt: string;
  readonly words: Words;
  /** Words of the body, as counted at the last save. */
  readonly wordCount: number;
  /** Why this person may not edit it, in a sentence; null when they may. */
  readonly closedBecause: string | null;
  readonly maySend: boolean;
  readonly copy: "none" | "live" | "withdrawn";
  readonly address: string | null;
  /** Whose it is, what is wanted and by when. */
  readonly plan: Plan;
  /** The note with which an editor sent it back, while it is still being drafted because of that. */
  readonly sentBack: { readonly by: string; readonly note: string } | null;
  /** The suggested edits that are open, in their places in this text. */
  readonly suggestions: readonly OpenSuggestion[];
  readonly records: readonly QuoteRecord[];
  readonly pictures: readonly PictureFile[];
  readonly sections: readonly SectionNamed[];
  /** The paper's language, which a section without one of its own has. */
  readonly paperLanguage: string;
  readonly topics: readonly Named[];
  readonly notes: readonly StoryNote[];
  readonly events: readonly StoryEvent[];
  readonly quotationWords: number;
  /** The release of Verbatim that this page is of. */
  readonly release: string;
  /** People whom the newsroom has among its sources: one of them in the text is the likelier speaker. */
  readonly knownNames: readonly string[];
  /** Mastodon servers whose posts may be embedded. */
  readonly mastodonHosts: readonly string[];
  /** IANA name: every time on the page is shown in it. */
  readonly zone: string;
};

export type Named = { readonly id: string; readonly name: string };
export type SectionNamed = Named & { readonly language: string };
export type StoryNote = {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
};
export type StoryEvent = {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly what: string;
};
