/** One stretch in quotation marks, with who is proposed as its speaker. A proposal, never a fact. */
export type FoundQuotation = {
  /** UTF-16 code units into the text, marks included, end exclusive. */
  start: number;
  end: number;
  /** The words between the marks. */
  text: string;
  words: number;
  /** "title" is a title, nickname or so-called word in marks: no speech. */
  kind: "full" | "partial" | "split" | "paragraphs" | "block" | "title";
  /** Pieces of one utterance share it. */
  group: number;
  speaker: { name: string; mention: { start: number; end: number } } | null;
  cue: { verb: string; start: number; end: number } | null;
  occasion: { text: string; where?: string; when?: string; start: number; end: number } | null;
  /** 0 to 1: how sure the proposal of a speaker is. */
  confidence: number;
  /** Why this speaker is proposed, in words a reporter understands. */
  reason: string;
};

/** From this confidence on a proposal may be shown as confident: measured, at least 95 in 100 are right. */
export const CONFIDENT = 0.8;
