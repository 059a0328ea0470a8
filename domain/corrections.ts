/** What a note under a story says of it: that something was wrong; that something was right and could be misread; that
 * something happened since; that the story was taken from readers. */
export const correctionKinds = ["correction", "clarification", "update", "withdrawal"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** The kinds that an editor chooses from; a withdrawal comes of withdrawing. */
export const chosenKinds = [
  "correction",
  "clarification",
  "update",
] as const satisfies readonly CorrectionKind[];

export const correctionNames: Record<CorrectionKind, string> = {
  correction: "Correction",
  clarification: "Clarification",
  update: "Update",
  withdrawal: "Withdrawal",
};

/** A correction as readers see it. `was` and `says` are the sentence before and after, or empty. */
export type PublicCorrection = {
  readonly kind: CorrectionKind;
  readonly text: string;
  readonly was: string;
  readonly says: string;
  readonly at: Date;
  readonly amendedAt: Date | null;
};

/** Said of a withdrawal for which no note was written. */
export const plainWithdrawal = "This story was withdrawn.";

/** A sentence that differs between what readers have and what they are about to have. */
export type ChangedSentence = { readonly was: string; readonly says: string };

/** The sentences that are not the same in two texts, in the order of the new one: what a correction can be tied to.
 * At most forty: a text that changed more than that was written anew. */
export function changedSentences(before: string, after: string): ChangedSentence[] {
  const [old, now] = [sentencesOf(before), sentencesOf(after)];
  const had = new Set(old);
  const has = new Set(now);
  const went = old.filter((each) => !has.has(each));
  const changed: ChangedSentence[] = [];
  for (const says of now.filter((each) => !had.has(each))) {
    const nearest = closest(says, went);
    if (nearest !== null) went.splice(went.indexOf(nearest), 1);
    changed.push({ was: nearest ?? "", says });
  }
  return [...changed, ...went.map((was) => ({ was, says: "" }))].slice(0, 40);
}

/** The sentences of a text, each without the space around it. Initials and figures with a point end none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?…]["”’»)]*)\s+(?=["“‘«(]*[\p{Lu}\p{N}])/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** The one that shares most words with a sentence, and a third of them at the least. */
function closest(sentence: string, among: readonly string[]): string | null {
  const words = wordsOf(sentence);
  let best: { text: string; share: number } | null = null;
  for (const text of among) {
    const others = wordsOf(text);
    const shared = [...words].filter((word) => others.has(word)).length;
    const share = shared / Math.max(words.size, others.size, 1);
    if (share >= 1 / 3 && share > (best?.share ?? 0)) best = { text, share };
  }
  return best?.text ?? null;
}
