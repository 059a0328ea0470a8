import type { PublicCorrection } from "@/domain/corrections";
import type { Paper } from "@/domain/paper";
import type { PublicPicture } from "@/domain/publication/document";
import type { SourceKind } from "@/domain/quotes";

/** What every page of the site is drawn with. */
export type PaperShown = {
  readonly paper: Paper;
  readonly sections: readonly { readonly slug: string; readonly name: string }[];
  /** The addresses of the style sheets: a story's own, that of every other page, and what a preview adds to either. */
  readonly sheets: { readonly story: string; readonly page: string; readonly further?: readonly string[] };
  /** The address of the font of quotations, for pages that begin with them. */
  readonly italics?: string;
};

/** A story in a list. */
export type StoryListed = {
  readonly storyId: string;
  readonly address: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly kicker: string;
  readonly language: string;
  readonly picture: PublicPicture | null;
  readonly byline: string;
  readonly quoteCount: number;
  readonly sourceCount: number;
  readonly minutes: number;
  readonly publishedAt: Date;
  readonly sectionSlug: string;
  readonly sectionName: string;
};

/** A quotation outside its story. */
export type QuoteListed = {
  readonly storyId: string;
  readonly number: number;
  readonly speakerSlug: string | null;
  /** What the speaker is: a person, an organisation, a document … Null for an unnamed one. */
  readonly speakerKind: SourceKind | null;
  readonly speakerName: string;
  readonly speakerRole: string;
  readonly words: string;
  readonly occasion: string;
  readonly verified: string;
  /** YYYY-MM-DD. */
  readonly saidOn: string | null;
  /** The quote's own page, /quote/{ref}. */
  readonly ref: string | null;
  readonly address: string;
  readonly headline: string;
  readonly language: string;
  readonly sectionName: string;
};

export type CorrectionListed = PublicCorrection & { readonly id: string };

export type ReplyListed = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly at: Date;
  /** An editor of the paper wrote it. */
  readonly byStaff: boolean;
};

/** A reply with the first of its answers. */
export type ThreadListed = ReplyListed & {
  readonly answers: readonly ReplyListed[];
  readonly more: boolean;
};

/** The replies of a story as one page of it shows them, the newest first. */
export type RepliesListed = {
  readonly threads: readonly ThreadListed[];
  /** How many readers can see in all. */
  readonly count: number;
  /** Where older ones are, if there are any. */
  readonly older: string | null;
  readonly open: boolean;
};

/** Where and in which tongue the paper is made: what a date needs. */
export type Clock = Pick<Paper, "language" | "zone">;
